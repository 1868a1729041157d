//! Shapes over a text: spans, blocks, quotes and the reasons of a score.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::words::closed_set;

/// A half-open range of UTF-8 byte offsets into one text, on character
/// boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forwards");
        Self { start, end }
    }

    /// The words of `text` under this span, or `None` when it doesn't fit
    /// the text.
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }

    /// Whether the two spans share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same stretch, `by` bytes further on.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start + by, self.end + by)
    }

    /// Whether `other` lies wholly inside this span.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

closed_set! {
    /// What part of an article a stretch of text is.
    BlockKind, "block kind" {
        /// A title or section heading.
        Heading = "heading",
        /// A paragraph.
        Body = "body",
        /// One item of a list.
        Item = "item",
        /// A block quotation.
        Quotation = "quotation",
        /// One cell of a table.
        Cell = "cell",
        /// Left-over furniture: tables of contents, related links, prompts.
        Boilerplate = "boilerplate",
    }
}

/// A stretch of an article's text and what it is. The span covers the words
/// without the white space around them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Of a heading, its level from 1, where the file says so.
    pub level: Option<u8>,
}

impl Block {
    /// A block without a level.
    pub fn new(kind: BlockKind, span: Span) -> Self {
        Self {
            span,
            kind,
            level: None,
        }
    }
}

/// A page of the original, as a stretch of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Its number in the file, from 1.
    pub number: u32,
    /// What stands on it.
    pub span: Span,
}

/// One reason why a sentence got its check-worthiness score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Reason {
    /// The reason in plain words, such as "names a date".
    pub reason: Cow<'static, str>,
    /// What it added to the score before calibration; negative when it spoke
    /// against checking.
    pub weight: f64,
}

/// A place in a text with its W3C quote selector: position, exact words, and
/// the words just before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Where the words stand, in bytes.
    pub span: Span,
    /// Position of the first character, in Unicode code points.
    pub start_char: usize,
    /// Position after the last character, in Unicode code points.
    pub end_char: usize,
    /// The exact words.
    pub exact: String,
    /// Up to 32 characters before the words.
    pub prefix: String,
    /// Up to 32 characters after the words.
    pub suffix: String,
}

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
