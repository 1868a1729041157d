//! The words of a sentence as they are compared and scored: an apostrophe within
//! a word is part of it, a point or a comma within a number is part of that.

use std::borrow::Cow;

use crate::model::text::Span;
use crate::text::reading::{Reading, Shape, Token};

/// A word, as a run of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its first token.
    pub(crate) first: usize,
    /// One past its last token.
    pub(crate) end: usize,
}

impl Word {
    /// Where it stands.
    pub(crate) fn span(self, reading: &Reading<'_>) -> Span {
        reading
            .span_of(self.first..self.end)
            .unwrap_or(Span::new(0, 0))
    }

    /// Appends its bytes in lower case, with one kind of apostrophe.
    pub(crate) fn append_bytes(self, reading: &Reading<'_>, to: &mut Vec<u8>) {
        for token in self.first..self.end {
            to.extend_from_slice(apostrophe(reading.lower(token)).as_bytes());
        }
    }

    /// Whether it is a number.
    pub(crate) fn is_number(self, reading: &Reading<'_>) -> bool {
        reading.is(self.first, Shape::Digits)
    }

    /// Whether it is a mark.
    pub(crate) fn is_mark(self, reading: &Reading<'_>) -> bool {
        reading.is(self.first, Shape::Mark)
    }

    /// It as it is looked up: in lower case, but "US" is not "us", and "May"
    /// inside a sentence is not "may".
    pub(crate) fn spelling<'r>(self, reading: &'r Reading<'_>, begins: bool) -> Cow<'r, str> {
        let written = reading.word(self.first);
        let acronym = written.len() > 1 && written.bytes().all(|byte| byte.is_ascii_uppercase());
        if acronym || (!begins && matches!(written, "May" | "March" | "Will")) {
            return Cow::Borrowed(written);
        }
        if self.end == self.first + 1 {
            return Cow::Borrowed(reading.lower(self.first));
        }
        let tokens = self.first..self.end;
        Cow::Owned(
            tokens
                .map(|token| apostrophe(reading.lower(token)))
                .collect(),
        )
    }
}

fn apostrophe(word: &str) -> &str {
    match word {
        "’" => "'",
        word => word,
    }
}

/// The words of a sentence. Marks are none, but for those that say something:
/// `$`, `%`, `?`, `!`.
pub(crate) fn words(reading: &Reading<'_>) -> Vec<Word> {
    let mut words = Vec::with_capacity(reading.tokens.len());
    let mut first = 0;
    while let Some(token) = reading.tokens.get(first) {
        let end = end_of(reading, first, token);
        let says_something =
            token.shape != Shape::Mark || matches!(reading.word(first), "$" | "%" | "?" | "!");
        if says_something {
            words.push(Word { first, end });
        }
        first = end;
    }
    words
}

/// One past the last token of the word that begins with a token.
fn end_of(reading: &Reading<'_>, first: usize, token: &Token) -> usize {
    let mut end = first + 1;
    if token.shape == Shape::Mark {
        return end;
    }
    while reading.is_glued(end) {
        if !reading.is(end, Shape::Mark) {
            end += 1;
        } else if reading.is_glued(end + 1)
            && reading.is(end + 1, token.shape)
            && joins(reading.word(end), token.shape)
        {
            end += 2;
        } else {
            break;
        }
    }
    end
}

/// Whether a mark joins two words, or two numbers, to one.
fn joins(mark: &str, shape: Shape) -> bool {
    match shape {
        Shape::Word => matches!(mark, "'" | "’"),
        Shape::Digits => matches!(mark, "." | ","),
        Shape::Mark => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apostrophes_and_points_join_and_other_marks_part() {
        let reading = Reading::new("Don’t pay $1,200.50 for the 1990s’ well-known F-35, will you?");
        let words: Vec<&str> = words(&reading)
            .into_iter()
            .filter_map(|word| word.span(&reading).slice(reading.text))
            .collect();
        assert_eq!(
            words,
            [
                "Don’t", "pay", "$", "1,200.50", "for", "the", "1990s", "well", "known", "F", "35",
                "will", "you", "?"
            ]
        );
    }
}
