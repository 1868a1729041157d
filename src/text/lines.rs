//! The lines of a text, for people who look words up in it.

use crate::model::text::{InLine, Span};

/// A text with the places of its lines; made once for any number of words.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t str,
    /// Where each line begins, in bytes.
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Finds the lines of a text.
    pub fn new(text: &'t str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(ends).collect(),
        }
    }

    /// The line that words stand in; none where they are not in the text.
    pub fn of(&self, words: Span) -> Option<InLine> {
        words.slice(self.text)?;
        let number = self.starts.partition_point(|start| *start <= words.start);
        let start = *self.starts.get(number.checked_sub(1)?)?;
        let behind = self.text.get(words.end..)?;
        let end = words.end + behind.find('\n').unwrap_or(behind.len());
        Some(InLine {
            number,
            line: self.text.get(start..end)?.trim_end().to_owned(),
            words: Span::new(words.start - start, words.end - start),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_their_line() {
        let text = "One\n\nTwo Žilina three\nFour";
        let of = |words: &str| {
            let start = text.find(words).unwrap();
            let found = Lines::new(text)
                .of(Span::new(start, start + words.len()))
                .unwrap();
            let marked = found.words.slice(&found.line).unwrap().to_owned();
            (found.number, found.line, marked)
        };
        let third = "Two Žilina three".to_owned();
        assert_eq!(of("Žilina"), (3, third, "Žilina".to_owned()));
        assert_eq!(of("One"), (1, "One".to_owned(), "One".to_owned()));
        assert_eq!(of("Four"), (4, "Four".to_owned(), "Four".to_owned()));
        let both = "Two Žilina three\nFour".to_owned();
        assert_eq!(of("three\nFour"), (3, both, "three\nFour".to_owned()));
        assert_eq!(Lines::new(text).of(Span::new(0, 999)), None);
    }
}
