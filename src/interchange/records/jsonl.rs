//! Claim records as JSON Lines: one object a line, UTF-8.

use std::io::{self, BufRead, Read, Write};

use super::{MAX_RECORD, Numbered, RecordWriter};
use crate::model::record::ClaimRecord;

/// Writes records as JSON Lines.
#[derive(Debug)]
pub struct JsonlWriter<W>(pub W);

impl<W: Write> RecordWriter for JsonlWriter<W> {
    fn write(&mut self, record: &ClaimRecord) -> io::Result<()> {
        // A text is written in many pieces; the file gets it in one.
        let mut line = serde_json::to_vec(record)?;
        line.push(b'\n');
        self.0.write_all(&line)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The records of a file, read as they are wanted. Empty lines are none.
pub fn read_jsonl(file: impl BufRead) -> impl Iterator<Item = io::Result<Numbered>> {
    Lines {
        file,
        line: 0,
        number: 0,
        bytes: Vec::new(),
    }
}

struct Lines<R> {
    file: R,
    line: u64,
    number: u64,
    bytes: Vec<u8>,
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Numbered>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            self.bytes.clear();
            let read = self
                .file
                .by_ref()
                .take(MAX_RECORD)
                .read_until(b'\n', &mut self.bytes);
            match read {
                Ok(0) => return None,
                Err(error) => return Some(Err(error)),
                Ok(_) => self.line += 1,
            }
            let too_long = self.bytes.len() as u64 == MAX_RECORD && !self.bytes.ends_with(b"\n");
            if too_long {
                return Some(Err(io::Error::new(
                    io::ErrorKind::InvalidData,
                    format!(
                        "line {} is longer than {} MB",
                        self.line,
                        MAX_RECORD / 1024 / 1024
                    ),
                )));
            }
            let mark = b"\xef\xbb\xbf";
            let text = self.bytes.strip_prefix(mark).unwrap_or(&self.bytes);
            let text = text.trim_ascii();
            if text.is_empty() {
                continue;
            }
            self.number += 1;
            return Some(Ok(Numbered {
                number: self.number,
                place: format!("line {}", self.line),
                record: serde_json::from_slice(text).map_err(|error| why(&error)),
                attached: None,
            }));
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Numbered> {
        read_jsonl(text.as_bytes()).map(Result::unwrap).collect()
    }

    #[test]
    fn each_line_that_says_something_is_a_record() {
        let found = read("\u{feff}{\"claim\":\"A.\"}\r\n\n  {\"claim\":\"B.\"}");
        let claims: Vec<&str> = found
            .iter()
            .map(|one| one.record.as_ref().unwrap().claim.as_str())
            .collect();
        assert_eq!(claims, ["A.", "B."]);
        assert_eq!((found[1].number, found[1].place.as_str()), (2, "line 3"));
    }

    #[test]
    fn what_is_wrong_with_one_line_is_told_and_the_next_is_read() {
        let found = read(
            "{\"claim\":\"A.\",\"ratng\":\"x\"}\n{\"claim\":7}\n{\"claim\"\n{\"claim\":\"B.\"}\n",
        );
        let why: Vec<String> = found
            .iter()
            .filter_map(|one| one.record.clone().err())
            .collect();
        assert!(why[0].starts_with("unknown field `ratng`, expected one of `id`, `claim`"));
        assert!(why[1].contains("invalid type: integer `7`, expected a string"));
        assert!(why[2].starts_with("EOF while parsing"), "{}", why[2]);
        assert!(!why[1].contains("line 1"), "{}", why[1]);
        assert!(found[3].record.is_ok());
    }
}
