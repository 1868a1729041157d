//! The lines of a file of records, each of a bounded length.

use std::io::{self, BufRead, Read};

use super::records::MAX_RECORD;

/// The mark that a text in UTF-8 may begin with.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The lines of a file that say something.
pub(super) struct Lines<R> {
    file: R,
    read: u64,
}

impl<R: BufRead> Lines<R> {
    /// Those that are left of a file, of which so many lines were read already.
    pub(super) fn behind(file: R, read: u64) -> Self {
        Self { file, read }
    }

    /// Reads the next line into `bytes`, without what is blank around it, and gives its
    /// number, from 1; none at the end of the file.
    pub(super) fn read(&mut self, bytes: &mut Vec<u8>) -> io::Result<Option<u64>> {
        loop {
            bytes.clear();
            let mut file = self.file.by_ref().take(MAX_RECORD);
            if file.read_until(b'\n', bytes)? == 0 {
                return Ok(None);
            }
            self.read += 1;
            if bytes.len() as u64 == MAX_RECORD && !bytes.ends_with(b"\n") {
                let (line, most) = (self.read, MAX_RECORD / 1024 / 1024);
                let why = format!("line {line} is longer than {most} MB");
                return Err(io::Error::new(io::ErrorKind::InvalidData, why));
            }
            let end = bytes.trim_ascii_end().len();
            bytes.truncate(end);
            let marked = if bytes.starts_with(MARK) {
                MARK.len()
            } else {
                0
            };
            let blank = bytes[marked..].len() - bytes[marked..].trim_ascii_start().len();
            bytes.drain(..marked + blank);
            if !bytes.is_empty() {
                return Ok(Some(self.read));
            }
        }
    }
}
