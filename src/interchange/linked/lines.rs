//! The line that each value of a document stands on, and names that an object
//! has twice, of which JSON readers keep only the last.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::JsonPath;

/// Where the values of a document stand.
#[derive(Debug, Default)]
pub struct Places {
    lines: HashMap<JsonPath, usize>,
    /// Members that stand more than once in their object, each with the line of
    /// the later one.
    pub twice: Vec<(JsonPath, usize)>,
}

impl Places {
    /// Reads the text of a document that begins on a line, from 1, and remembers
    /// where the wanted values stand. What of it is no JSON is passed over.
    pub fn of<'p>(text: &str, line: usize, wanted: impl Iterator<Item = &'p JsonPath>) -> Self {
        let wanted: HashSet<&JsonPath> = wanted.collect();
        let around = wanted.iter().flat_map(|path| path.around());
        let mut scan = Scan {
            text,
            wanted: around.collect(),
            depth: 0,
            at: 0,
            line,
            places: Self::default(),
        };
        scan.value(&JsonPath::default());
        scan.places
    }

    /// The line of a wanted value; of one that is missing, that of what it is missing
    /// from.
    pub fn line_of(&self, path: &JsonPath) -> Option<usize> {
        path.around()
            .find_map(|path| self.lines.get(&path).copied())
    }
}

/// Deepest that values lie in each other, as `serde_json` reads them.
const DEEPEST: usize = 128;

struct Scan<'t> {
    text: &'t str,
    wanted: HashSet<JsonPath>,
    depth: usize,
    at: usize,
    line: usize,
    places: Places,
}

impl Scan<'_> {
    fn value(&mut self, path: &JsonPath) {
        self.blank();
        self.remember(path, self.line);
        match self.peek() {
            Some(b'{' | b'[') if self.depth == DEEPEST => self.at = self.text.len(),
            Some(b'{') => self.within(path, Self::object),
            Some(b'[') => self.within(path, Self::array),
            Some(b'"') => {
                self.string();
            }
            _ => {
                while self
                    .peek()
                    .is_some_and(|c| !b",]}\"{[".contains(&c) && !c.is_ascii_whitespace())
                {
                    self.step();
                }
            }
        }
    }

    fn remember(&mut self, path: &JsonPath, line: usize) {
        if self.wanted.contains(path) {
            self.places.lines.insert(path.clone(), line);
        }
    }

    fn within(&mut self, path: &JsonPath, read: fn(&mut Self, &JsonPath)) {
        self.depth += 1;
        read(self, path);
        self.depth -= 1;
    }

    fn object(&mut self, path: &JsonPath) {
        self.step();
        let mut names = BTreeSet::new();
        loop {
            self.blank();
            if self.peek() != Some(b'"') {
                break;
            }
            let line = self.line;
            let name = self.string();
            let member = path.key(&name);
            if !names.insert(name) {
                self.places.twice.push((member.clone(), line));
            }
            self.blank();
            if self.peek() == Some(b':') {
                self.step();
            }
            self.value(&member);
            self.remember(&member, line);
            if !self.comma() {
                break;
            }
        }
        self.close(b'}');
    }

    fn array(&mut self, path: &JsonPath) {
        self.step();
        for at in 0.. {
            self.blank();
            if matches!(self.peek(), None | Some(b']' | b'}')) {
                break;
            }
            self.value(&path.index(at));
            if !self.comma() {
                break;
            }
        }
        self.close(b']');
    }

    fn comma(&mut self) -> bool {
        self.blank();
        let is_comma = self.peek() == Some(b',');
        if is_comma {
            self.step();
        }
        is_comma
    }

    fn close(&mut self, bracket: u8) {
        if self.peek() == Some(bracket) {
            self.step();
        }
    }

    /// Reads a text, and gives what it says.
    fn string(&mut self) -> String {
        let start = self.at;
        self.step();
        while let Some(c) = self.peek() {
            self.step();
            match c {
                b'"' => break,
                b'\\' => self.step(),
                _ => {}
            }
        }
        let written = self.text.get(start..self.at).unwrap_or_default();
        serde_json::from_str(written).unwrap_or_else(|_| written.trim_matches('"').to_owned())
    }

    fn blank(&mut self) {
        while self.peek().is_some_and(|c| c.is_ascii_whitespace()) {
            self.step();
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn step(&mut self) {
        if self.peek() == Some(b'\n') {
            self.line += 1;
        }
        self.at = (self.at + 1).min(self.text.len());
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_value_has_its_line() {
        let text =
            "{\n \"a\": [\n  1,\n  {\"b\\u0062\": \"x\\\"\",\n   \"c\": 2}\n ],\n \"a\": {}\n}";
        let root = JsonPath::default();
        let second = root.key("a").index(1);
        let wanted = [
            root.clone(),
            second.key("bb"),
            second.key("c"),
            second.key("missing"),
        ];
        let places = Places::of(text, 10, wanted.iter());
        let lines = wanted.each_ref().map(|path| places.line_of(path));
        assert_eq!(lines, [Some(10), Some(13), Some(14), Some(13)]);
        assert_eq!(places.twice, [(root.key("a"), 16)]);
    }

    proptest! {
        #[test]
        fn any_text_comes_to_an_end(text in "[\\[\\]{}\",:a1\\\\\n é]{0,40}") {
            let _ = Places::of(&text, 1, std::iter::empty());
        }
    }
}
