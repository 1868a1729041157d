//! A stream line by line, as it comes, with a limit on the length of a line.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use encoding_rs::Encoding;

use super::IngestError;
use super::encoding::decode_as;

/// How much of a stream is read at once, in bytes.
const BUFFER: usize = 64 * 1024;

/// The mark that a text in UTF-8 may begin with.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// A line of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1.
    pub number: usize,
    /// Where it begins in the stream, in bytes.
    pub offset: usize,
}

/// The lines of a stream.
#[derive(Debug)]
pub struct Lines<R> {
    reader: BufReader<R>,
    path: PathBuf,
    limit: usize,
    number: usize,
    offset: usize,
}

impl<R: Read> Lines<R> {
    /// The lines of a stream, each of at most `limit` bytes. Errors name it by
    /// `path`.
    pub fn new(stream: R, path: &Path, limit: u64) -> Self {
        Self {
            reader: BufReader::with_capacity(BUFFER, stream),
            path: path.to_owned(),
            limit: usize::try_from(limit).unwrap_or(usize::MAX),
            number: 0,
            offset: 0,
        }
    }

    /// Adds the next line to `bytes`, without its end and without the mark of
    /// UTF-8 before the first one; `None` at the end of the stream.
    pub fn read(&mut self, bytes: &mut Vec<u8>) -> Result<Option<Line>, IngestError> {
        let from = bytes.len();
        let most = (self.limit as u64).saturating_add(2);
        let read = (&mut self.reader)
            .take(most)
            .read_until(b'\n', bytes)
            .map_err(|source| IngestError::Unreadable {
                path: self.path.clone(),
                source,
            })?;
        if read == 0 {
            return Ok(None);
        }
        self.number += 1;
        let mut line = Line {
            number: self.number,
            offset: self.offset,
        };
        self.offset += read;
        if bytes.last() == Some(&b'\n') {
            bytes.pop();
        }
        if bytes.len() - from > self.limit {
            return Err(self.too_long());
        }
        if line.number == 1 && bytes[from..].starts_with(MARK) {
            bytes.drain(from..from + MARK.len());
            line.offset = MARK.len();
        }
        Ok(Some(line))
    }

    /// Whether another line can be had without waiting for it.
    pub fn has_more_at_hand(&self) -> bool {
        memchr::memchr(b'\n', self.reader.buffer()).is_some()
    }

    fn too_long(&self) -> IngestError {
        IngestError::InLine {
            line: self.number,
            error: Box::new(IngestError::TooLarge {
                path: PathBuf::from("the line"),
                limit_bytes: self.limit as u64,
            }),
        }
    }
}

/// Whether a text in this encoding can be read line by line: whether a line
/// end is the same byte as in ASCII and nothing before a line is needed to
/// read it.
pub fn is_by_line(label: &str) -> Result<bool, IngestError> {
    let encoding = Encoding::for_label(label.trim().as_bytes()).ok_or_else(|| {
        IngestError::UnknownEncoding {
            given: label.to_owned(),
        }
    })?;
    Ok(encoding.is_ascii_compatible())
}

/// The text of a line: UTF-8 unless another encoding is named.
pub fn decode_line<'b>(
    bytes: &'b [u8],
    line: Line,
    encoding: Option<&str>,
) -> Result<Cow<'b, str>, IngestError> {
    if let Some(label) = encoding {
        let decoded = decode_as(bytes, label).map_err(|error| IngestError::InLine {
            line: line.number,
            error: Box::new(error),
        })?;
        return Ok(decoded.text);
    }
    if let Some(at) = memchr::memchr(0, bytes) {
        return Err(IngestError::NotText {
            offset: line.offset + at,
        });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(error) => {
            let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            Err(IngestError::InvalidUtf8 {
                line: line.number,
                column: good.chars().count() + 1,
                offset: line.offset + error.valid_up_to(),
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8], limit: u64) -> Result<Vec<(usize, usize, String)>, IngestError> {
        let mut lines = Lines::new(bytes, Path::new("list"), limit);
        let mut found = Vec::new();
        let mut line = Vec::new();
        while let Some(Line { number, offset }) = lines.read(&mut line)? {
            found.push((number, offset, String::from_utf8(line.clone()).unwrap()));
            line.clear();
        }
        Ok(found)
    }

    #[test]
    fn lines_come_with_number_and_place_and_without_their_ends() {
        let found = all(b"\xef\xbb\xbfone\n\ntwo", 100).unwrap();
        let expected = [(1, 3, "one"), (2, 7, ""), (3, 8, "two")];
        let expected = expected.map(|(number, offset, line)| (number, offset, line.to_owned()));
        assert_eq!(found, expected);
    }

    #[test]
    fn a_line_over_the_limit_is_named() {
        assert!(all(b"abc\nabc", 3).is_ok());
        for long in [&b"ab\nabcd\n"[..], b"ab\nabcd", b"ab\nabcdefgh\n"] {
            let told = all(long, 3).unwrap_err().to_string();
            assert_eq!(
                told,
                "line 2: the line is larger than 3 bytes, the most that is read"
            );
        }
    }

    #[test]
    fn a_broken_line_is_told_by_its_place_in_the_stream() {
        let line = Line {
            number: 7,
            offset: 40,
        };
        let told = |bytes: &[u8]| decode_line(bytes, line, None).unwrap_err().to_string();
        assert_eq!(
            told(b"caf\xe9"),
            "it is not UTF-8: line 7, column 4 (byte 43) can't be read"
        );
        assert_eq!(told(b"a\0"), "it is not text: byte 41 is NUL");
        assert_eq!(
            decode_line(b"caf\xe9", line, Some("latin1")).unwrap(),
            "café"
        );
        assert!(is_by_line("windows-1252").unwrap() && !is_by_line("utf-16le").unwrap());
    }
}
