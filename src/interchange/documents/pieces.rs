//! A file of reviews in pieces: the elements of an array or of a feed, or lines, so
//! that one of any length is read. What is none of these is one piece.

use std::io::{self, BufRead};

use crate::interchange::elements::{Elements, Nesting};
use crate::interchange::lines::Lines;
use crate::interchange::linked::JsonPath;
use crate::interchange::records::MAX_RECORD;

/// The list in a feed of schema.org (`DataFeed`).
const FEED: &[u8] = b"\"dataFeedElement\"";

/// A piece of a file.
#[derive(Debug)]
pub(super) struct Piece {
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// The line of the file that it begins in, from 1.
    pub(super) line: usize,
    /// Where in its document it stands.
    pub(super) path: JsonPath,
    /// Whether it is a line of its own.
    pub(super) is_line: bool,
}

/// What a file is made of.
pub(super) enum Pieces {
    /// One document, or a page; what was read of it already.
    Whole(Vec<u8>),
    /// Several documents.
    Several(Box<dyn Iterator<Item = io::Result<Piece>> + Send>),
}

/// The pieces of a file; of one that is one piece, what was read of it.
pub(super) fn pieces(file: &mut Option<Box<dyn BufRead + Send>>) -> io::Result<Pieces> {
    let Some(mut content) = file.take() else {
        return Ok(Pieces::Whole(Vec::new()));
    };
    let mut head = Head::default();
    let first = head.first(&mut content)?;
    if first == Some(b'[') {
        let elements = Elements::from_within(content, head.line);
        return Ok(elements_at(elements, &JsonPath::default()));
    }
    let stop = match first {
        Some(b'{') => head.object(&mut content)?,
        _ => Stop::Elsewhere,
    };
    Ok(match stop {
        Stop::Feed => {
            let elements = Elements::from_within(content, head.line);
            elements_at(elements, &JsonPath::default().key("dataFeedElement"))
        }
        Stop::Object => lines_from(head, content),
        Stop::Elsewhere => {
            *file = Some(content);
            Pieces::Whole(head.bytes)
        }
    })
}

fn elements_at(elements: Elements<Box<dyn BufRead + Send>>, path: &JsonPath) -> Pieces {
    let path = path.clone();
    Pieces::Several(Box::new(elements.map(move |element| {
        let element = element?;
        let index = usize::try_from(element.index).unwrap_or(usize::MAX);
        Ok(Piece {
            bytes: element.bytes,
            line: element.line,
            path: path.index(index),
            is_line: false,
        })
    })))
}

/// The first object of a file on its line, and what stands on the others.
fn lines_from(head: Head, content: Box<dyn BufRead + Send>) -> Pieces {
    let first = Piece {
        line: 1,
        bytes: head.bytes,
        path: JsonPath::default(),
        is_line: true,
    };
    let mut lines = Lines::behind(content, head.line as u64 - 1);
    let others = std::iter::from_fn(move || {
        let mut bytes = Vec::new();
        let line = lines.read(&mut bytes).transpose()?;
        Some(line.map(|line| Piece {
            bytes,
            line: usize::try_from(line).unwrap_or(usize::MAX),
            path: JsonPath::default(),
            is_line: true,
        }))
    });
    Pieces::Several(Box::new(std::iter::once(Ok(first)).chain(others)))
}

/// Where reading the first object of a file came to a stop.
enum Stop {
    /// Within the list of a feed.
    Feed,
    /// Behind the object, which ends on the first line.
    Object,
    /// It is no such object, or a document of its own.
    Elsewhere,
}

/// What was read of a file.
struct Head {
    bytes: Vec<u8>,
    line: usize,
}

impl Default for Head {
    fn default() -> Self {
        Self {
            bytes: Vec::new(),
            line: 1,
        }
    }
}

impl Head {
    fn byte(&mut self, content: &mut impl BufRead) -> io::Result<Option<u8>> {
        let byte = content.fill_buf()?.first().copied();
        if let Some(byte) = byte {
            content.consume(1);
            self.bytes.push(byte);
            self.line += usize::from(byte == b'\n');
        }
        Ok(byte)
    }

    /// The first byte that says something.
    fn first(&mut self, content: &mut impl BufRead) -> io::Result<Option<u8>> {
        loop {
            let byte = self.byte(content)?;
            let blank = |byte: u8| byte.is_ascii_whitespace() || b"\xef\xbb\xbf".contains(&byte);
            if !byte.is_some_and(blank) {
                return Ok(byte);
            }
        }
    }

    /// Reads the object whose bracket was read.
    fn object(&mut self, content: &mut impl BufRead) -> io::Result<Stop> {
        let mut nesting = Nesting::default();
        nesting.over(b'{');
        while let Some(byte) = self.byte(content)? {
            nesting.over(byte);
            if nesting.depth == 2 && byte == b'[' && self.is_in_feed() {
                return Ok(Stop::Feed);
            }
            if nesting.depth == 0 && !nesting.in_string {
                return self.behind(content);
            }
            if self.bytes.len() as u64 > MAX_RECORD {
                return Ok(Stop::Elsewhere);
            }
        }
        Ok(Stop::Elsewhere)
    }

    /// Whether the bracket that was read last opens the list of a feed.
    fn is_in_feed(&self) -> bool {
        let before = self.bytes[..self.bytes.len() - 1].trim_ascii_end();
        let named = before.strip_suffix(b":").map(<[u8]>::trim_ascii_end);
        named.is_some_and(|named| named.ends_with(FEED))
    }

    /// Whether lines follow the object, which stands on one.
    fn behind(&mut self, content: &mut impl BufRead) -> io::Result<Stop> {
        let on_one_line = self.line == 1;
        while let Some(byte) = content.fill_buf()?.first().copied() {
            if !byte.is_ascii_whitespace() {
                return Ok(if on_one_line && self.line > 1 {
                    Stop::Object
                } else {
                    Stop::Elsewhere
                });
            }
            self.byte(content)?;
        }
        Ok(Stop::Elsewhere)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces of a text, each with its line and path; none where it is one.
    fn found(text: &'static str) -> Option<Vec<(usize, String, String)>> {
        let mut file: Option<Box<dyn BufRead + Send>> = Some(Box::new(text.as_bytes()));
        match pieces(&mut file).unwrap() {
            Pieces::Whole(mut read) => {
                file.unwrap().read_to_end(&mut read).unwrap();
                assert_eq!(read, text.as_bytes());
                None
            }
            Pieces::Several(pieces) => Some(
                pieces
                    .map(|piece| {
                        let piece = piece.unwrap();
                        let text = String::from_utf8(piece.bytes).unwrap();
                        (piece.line, piece.path.to_string(), text.trim().to_owned())
                    })
                    .collect(),
            ),
        }
    }

    fn of(line: usize, path: &str, text: &str) -> (usize, String, String) {
        (line, path.to_owned(), text.to_owned())
    }

    #[test]
    fn arrays_feeds_and_lines_are_read_piece_by_piece() {
        assert_eq!(
            found("\u{feff} [\n{\"a\": \"]\"},\n null]"),
            Some(vec![of(2, "$[0]", "{\"a\": \"]\"}"), of(3, "$[1]", "null")])
        );
        assert_eq!(
            found(
                "{\"@type\": \"DataFeed\", \"x\": [1],\n \"dataFeedElement\" : [ {\"b\": [2]}, 3 ], \"y\": {}}\n"
            ),
            Some(vec![
                of(2, "$.dataFeedElement[0]", "{\"b\": [2]}"),
                of(2, "$.dataFeedElement[1]", "3")
            ])
        );
        assert_eq!(
            found("{\"a\": \"}\"}\n\n{\"b\": 1}\n"),
            Some(vec![of(1, "$", "{\"a\": \"}\"}"), of(3, "$", "{\"b\": 1}")])
        );
    }

    #[test]
    fn other_files_are_one_piece_that_is_read_from_its_beginning() {
        for text in [
            "",
            " <html>",
            "{\"a\": 1}",
            "{\"a\":\n1}\n{\"b\": 2}",
            "{\"x\": {\"dataFeedElement\": [1]}}\n",
            "{\"@graph\": [{}]}\n\n",
            "{\"a\": \"",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
