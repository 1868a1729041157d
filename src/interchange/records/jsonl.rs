//! Claim records as JSON Lines: one object a line, UTF-8.

use std::io::{self, BufRead, Write};

use super::{Numbered, RecordWriter};
use crate::interchange::lines::read_lines;
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
    (1..).zip(read_lines(file)).map(|(number, read)| {
        let (line, record) = read?;
        Ok(Numbered {
            number,
            place: format!("line {line}"),
            record,
            attached: None,
        })
    })
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
