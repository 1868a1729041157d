//! Where words stand in a text, as a person finds them: the line, and the words
//! in it.

use crate::model::text::Span;

/// Words in their line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InLine {
    /// The number of the line, from 1.
    pub number: usize,
    /// The line; several where the words go on.
    pub line: String,
    /// The words, by their place in it, in bytes.
    pub words: Span,
}

impl InLine {
    /// The line of a text that words stand in.
    pub(super) fn of(text: &str, words: Span) -> Option<Self> {
        let (before, behind) = (text.get(..words.start)?, text.get(words.end..)?);
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let end = words.end + behind.find('\n').unwrap_or(behind.len());
        Some(Self {
            number: before.matches('\n').count() + 1,
            line: text.get(start..end)?.trim_end().to_owned(),
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
            let found = InLine::of(text, Span::new(start, start + words.len())).unwrap();
            let marked = found.words.slice(&found.line).unwrap().to_owned();
            (found.number, found.line, marked)
        };
        let third = "Two Žilina three".to_owned();
        assert_eq!(of("Žilina"), (3, third, "Žilina".to_owned()));
        assert_eq!(of("One"), (1, "One".to_owned(), "One".to_owned()));
        assert_eq!(of("Four"), (4, "Four".to_owned(), "Four".to_owned()));
        let both = "Two Žilina three\nFour".to_owned();
        assert_eq!(of("three\nFour"), (3, both, "three\nFour".to_owned()));
        assert_eq!(InLine::of(text, Span::new(0, 999)), None);
    }
}
