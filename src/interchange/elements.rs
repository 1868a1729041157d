//! The elements of a JSON array, one after the other, so that a file of any length
//! is read and what is wrong with one doesn't hide the next.

use std::io::{self, BufRead};

use super::records::MAX_RECORD;

/// An element of an array, not parsed yet.
pub(super) struct Element {
    /// Which one it is, from 0.
    pub(super) index: u64,
    /// The line of the file that it begins in, from 1.
    pub(super) line: usize,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
}

/// The elements of an array in a file.
pub(super) struct Elements<R> {
    file: R,
    index: u64,
    line: usize,
    state: State,
    /// Whether the array is all that the file holds; else what stands behind it is
    /// passed over.
    alone: bool,
}

enum State {
    /// Nothing of the array was read.
    Before,
    /// Its opening bracket was read.
    Opened,
    /// A comma was read.
    Inside,
    After,
}

/// How deep the bytes read so far are nested, and whether a string is open.
#[derive(Default)]
pub(super) struct Nesting {
    pub(super) depth: usize,
    pub(super) in_string: bool,
    escaped: bool,
}

impl Nesting {
    /// Whether a byte that stands here ends the element.
    fn ends_before(&self, byte: u8) -> bool {
        self.depth == 0 && !self.in_string && matches!(byte, b',' | b']')
    }

    pub(super) fn over(&mut self, byte: u8) {
        if self.in_string {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => self.in_string = false,
                _ => {}
            }
            return;
        }
        match byte {
            b'"' => self.in_string = true,
            b'[' | b'{' => self.depth += 1,
            b']' | b'}' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }
}

fn wrong(why: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}

impl<R: BufRead> Elements<R> {
    pub(super) fn new(file: R) -> Self {
        Self {
            file,
            index: 0,
            line: 1,
            state: State::Before,
            alone: true,
        }
    }

    /// Those of an array that is a part of its file, from behind its bracket on, which
    /// stands in that line.
    pub(super) fn from_within(file: R, line: usize) -> Self {
        Self {
            file,
            index: 0,
            line,
            state: State::Opened,
            alone: false,
        }
    }

    fn byte(&mut self) -> io::Result<Option<u8>> {
        let byte = self.file.fill_buf()?.first().copied();
        if byte.is_some() {
            self.file.consume(1);
        }
        if byte == Some(b'\n') {
            self.line += 1;
        }
        Ok(byte)
    }

    /// The next byte that says something.
    fn word(&mut self) -> io::Result<Option<u8>> {
        loop {
            match self.byte()? {
                Some(byte) if byte.is_ascii_whitespace() => {}
                other => return Ok(other),
            }
        }
    }

    fn open(&mut self) -> io::Result<()> {
        let mut first = self.word()?;
        for mark in b"\xef\xbb\xbf" {
            if first == Some(*mark) {
                first = self.word()?;
            }
        }
        match first {
            Some(b'[') => Ok(()),
            _ => Err(wrong(format!("line {}: it is no JSON array", self.line))),
        }
    }

    fn close(&mut self) -> io::Result<()> {
        self.state = State::After;
        if !self.alone {
            // A file is read to its end, so that its digest is that of all of it.
            io::copy(&mut self.file, &mut io::sink())?;
            return Ok(());
        }
        match self.word()? {
            None => Ok(()),
            Some(_) => Err(wrong(format!(
                "line {}: something stands behind the end of the array",
                self.line
            ))),
        }
    }

    /// The element that begins with the byte given.
    fn element(&mut self, first: u8) -> io::Result<Element> {
        let mut element = Element {
            index: self.index,
            line: self.line,
            bytes: Vec::new(),
        };
        let mut nesting = Nesting::default();
        let mut next = Some(first);
        loop {
            let byte = next.ok_or_else(|| {
                wrong(format!(
                    "[{}]: the file ends in it; it begins in line {}",
                    element.index, element.line
                ))
            })?;
            if nesting.ends_before(byte) {
                self.index += 1;
                if byte == b']' {
                    self.close()?;
                }
                return Ok(element);
            }
            nesting.over(byte);
            element.bytes.push(byte);
            if element.bytes.len() as u64 > MAX_RECORD {
                return Err(wrong(format!(
                    "[{}]: it is longer than {} MB",
                    element.index,
                    MAX_RECORD / 1024 / 1024
                )));
            }
            next = self.byte()?;
        }
    }

    fn read(&mut self) -> io::Result<Option<Element>> {
        let first = match self.state {
            State::After => return Ok(None),
            State::Before | State::Opened => {
                if matches!(self.state, State::Before) {
                    self.open()?;
                }
                self.state = State::Inside;
                match self.word()? {
                    Some(b']') => {
                        self.close()?;
                        return Ok(None);
                    }
                    other => other,
                }
            }
            State::Inside => self.word()?,
        };
        match first {
            Some(first) => self.element(first).map(Some),
            None => Err(wrong(format!("line {}: the array has no end", self.line))),
        }
    }
}

impl<R: BufRead> Iterator for Elements<R> {
    type Item = io::Result<Element>;

    fn next(&mut self) -> Option<Self::Item> {
        let read = self.read();
        if read.is_err() {
            self.state = State::After;
        }
        read.transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Result<(u64, usize, String), String>> {
        let elements = Elements::new(text.as_bytes()).map(|element| {
            let element = element.map_err(|error| error.to_string())?;
            let text = String::from_utf8(element.bytes).unwrap();
            Ok((element.index, element.line, text.trim_end().to_owned()))
        });
        elements.collect()
    }

    #[test]
    fn elements_are_parted_where_no_string_and_no_bracket_is_open() {
        let found = read("\u{feff} [\n {\"a\": \"],\\\"\"} ,\n[1, 2]\n, 7 ]\n");
        let of = |index, line, text: &str| Ok((index, line, text.to_owned()));
        assert_eq!(
            found,
            [
                of(0, 2, "{\"a\": \"],\\\"\"}"),
                of(1, 3, "[1, 2]"),
                of(2, 4, "7")
            ]
        );
        assert_eq!(read(" [ ] "), []);
    }

    #[test]
    fn what_is_no_array_or_has_no_end_is_told() {
        for (text, why) in [
            ("{}", "line 1: it is no JSON array"),
            ("", "line 1: it is no JSON array"),
            ("[", "line 1: the array has no end"),
            (
                "[\n{\"a\": 1}",
                "[0]: the file ends in it; it begins in line 2",
            ),
            ("[1,\n", "line 2: the array has no end"),
            (
                "[] 1",
                "line 1: something stands behind the end of the array",
            ),
        ] {
            let found = read(text);
            assert_eq!(found.last(), Some(&Err(why.to_owned())), "{text}");
        }
    }
}
