//! The tokens that may be read for one quantity: those behind what was found
//! before, and before the next date. What lies outside reads as nothing.

use crate::model::text::Span;
use crate::text::reading::{Reading, Shape};

/// A stretch of the tokens of a reading. Indices are those of the reading.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope<'a> {
    reading: &'a Reading<'a>,
    from: usize,
    to: usize,
}

impl<'a> Scope<'a> {
    /// The tokens from one index up to, not including, another.
    pub(super) fn new(reading: &'a Reading<'a>, from: usize, to: usize) -> Self {
        Self { reading, from, to }
    }

    /// The same with nothing before an index.
    pub(super) fn after(self, from: usize) -> Self {
        Self { from, ..self }
    }

    /// One past the last token.
    pub(super) fn end(self) -> usize {
        self.to
    }

    fn holds(self, index: usize) -> bool {
        self.from <= index && index < self.to
    }

    /// The token in lower case.
    pub(super) fn lower(self, index: usize) -> &'a str {
        if self.holds(index) {
            self.reading.lower(index)
        } else {
            ""
        }
    }

    /// The token as written.
    pub(super) fn word(self, index: usize) -> &'a str {
        if self.holds(index) {
            self.reading.word(index)
        } else {
            ""
        }
    }

    /// The token before an index in lower case.
    pub(super) fn before(self, index: usize) -> &'a str {
        index.checked_sub(1).map_or("", |index| self.lower(index))
    }

    /// Whether the token is made of this.
    pub(super) fn is(self, index: usize, shape: Shape) -> bool {
        self.holds(index) && self.reading.is(index, shape)
    }

    /// Whether the token stands right behind the one before it, even when
    /// that one is outside.
    pub(super) fn glued(self, index: usize) -> bool {
        index < self.to && self.reading.is_glued(index)
    }

    /// Whether the token is this, right behind the one before it.
    pub(super) fn glued_to(self, index: usize, token: &str) -> bool {
        self.glued(index) && self.lower(index) == token
    }

    /// Whether the token is a hyphen between two things it joins.
    pub(super) fn hyphen(self, index: usize) -> bool {
        matches!(self.lower(index), "-" | "\u{2010}" | "\u{2011}")
            && self.glued(index)
            && self.glued(index + 1)
            && self.holds(index + 1)
    }

    /// Past a hyphen, where there is one.
    pub(super) fn past_hyphen(self, index: usize) -> usize {
        index + usize::from(self.hyphen(index))
    }

    /// Whether the token is a word that nothing but white space, or a hyphen,
    /// parts from the token before it.
    pub(super) fn apart(self, index: usize) -> bool {
        self.is(index, Shape::Word) && (!self.glued(index) || self.hyphen(index.wrapping_sub(1)))
    }

    /// Whether these words follow one another from an index.
    pub(super) fn has(self, index: usize, words: &[&str]) -> bool {
        (index..)
            .zip(words)
            .all(|(index, word)| self.lower(index) == *word)
    }

    /// Where these words begin that end right before an index.
    pub(super) fn back(self, index: usize, words: &[&str]) -> Option<usize> {
        let start = index.checked_sub(words.len())?;
        self.has(start, words).then_some(start)
    }

    /// The white space before a token.
    pub(super) fn gap(self, index: usize) -> &'a str {
        self.reading.gap(index)
    }

    /// Whether the token is the first of the text or of a line.
    pub(super) fn begins_line(self, index: usize) -> bool {
        index == 0 || self.gap(index).contains('\n')
    }

    /// Whether the text ends before this token.
    pub(super) fn is_over(self, index: usize) -> bool {
        index >= self.reading.tokens.len()
    }

    /// The token in lower case wherever it stands, also outside.
    pub(super) fn anywhere(self, index: usize) -> &'a str {
        self.reading.lower(index)
    }

    /// Whether digits or letters stand right behind the word at an index.
    pub(super) fn glued_letters_go_on(self, index: usize) -> bool {
        self.glued(index + 1) && !self.reading.is(index + 1, Shape::Mark)
    }

    /// Past the tokens that are glued to one.
    pub(super) fn past_glued(self, index: usize) -> usize {
        let mut next = index + 1;
        while self.glued(next) {
            next += 1;
        }
        next
    }

    /// What the text has under some tokens.
    pub(super) fn span_of(self, tokens: std::ops::Range<usize>) -> Option<Span> {
        self.reading.span_of(tokens)
    }
}
