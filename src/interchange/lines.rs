//! The lines of a file of records, each of a bounded length.

use std::io::{self, BufRead, Read};

use serde::de::DeserializeOwned;

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

/// The JSON of each line that says something, with its number from 1, or what is wrong
/// with it; read as it is wanted.
pub fn read_lines<T: DeserializeOwned>(
    file: impl BufRead,
) -> impl Iterator<Item = io::Result<(u64, Result<T, String>)>> {
    let mut lines = Lines::behind(file, 0);
    let mut bytes = Vec::new();
    std::iter::from_fn(move || {
        let line = match lines.read(&mut bytes).transpose()? {
            Ok(line) => line,
            Err(error) => return Some(Err(error)),
        };
        let read = serde_json::from_slice(&bytes).map_err(|error| why(&error));
        Some(Ok((line, read)))
    })
}

/// What is wrong with a line, by its column: the parser was given a single one.
fn why(error: &serde_json::Error) -> String {
    let told = error.to_string();
    let of_line = format!(" at line 1 column {}", error.column());
    match told.strip_suffix(&of_line) {
        Some(told) if error.column() > 0 => format!("{told}, at column {}", error.column()),
        _ => told,
    }
}
