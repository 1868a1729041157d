//! What became of claims and flags when their article was revised.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::text::{Quote, Span};
use super::words::closed_set;

closed_set! {
    /// How words were found in a revision.
    Outcome, "outcome" {
        /// They were put there.
        First = "first",
        /// They stand where they stood.
        Unmoved = "unmoved",
        /// They stand elsewhere, as they stood.
        Moved = "moved",
        /// They were edited.
        Changed = "changed",
        /// They may be at several places, or the likeness is too small to say.
        Ambiguous = "ambiguous",
        /// They are not found any more.
        Gone = "gone",
        /// They are not there any more, as a person says.
        Cut = "cut",
    }
}

impl Outcome {
    /// Whether the words are not in the text any more, as far as anybody knows.
    pub fn is_gone(self) -> bool {
        matches!(self, Self::Gone | Self::Cut)
    }

    /// Whether the words stand at no place that is known.
    pub fn has_no_place(self) -> bool {
        self.is_gone() || self == Self::Ambiguous
    }
}

/// A place where words that are ambiguous may stand, likeliest first.
/// Positions are Unicode code points, `end` exclusive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CandidatePlace {
    /// The words there.
    pub quote: String,
    /// Position of the first character.
    pub start: usize,
    /// Position after the last character.
    pub end: usize,
    /// How like they are to the words that are sought, up to 1.
    pub likeness: f64,
    /// First byte.
    pub start_byte: usize,
    /// One past the last byte.
    pub end_byte: usize,
}

impl CandidatePlace {
    /// The place of a quote.
    pub fn new(quote: &Quote, likeness: f64) -> Self {
        Self {
            quote: quote.exact.clone(),
            start: quote.start_char,
            end: quote.end_char,
            likeness,
            start_byte: quote.span.start,
            end_byte: quote.span.end,
        }
    }

    /// The place in bytes, where it is one.
    pub fn span(&self) -> Option<Span> {
        (self.start_byte < self.end_byte).then(|| Span::new(self.start_byte, self.end_byte))
    }
}

/// Where words stand in a revision, or that they don't.
#[derive(Debug, Clone, PartialEq)]
pub struct Placement {
    /// How they were found.
    pub outcome: Outcome,
    /// Where they stand; nowhere when they are ambiguous, gone or cut.
    pub quote: Option<Quote>,
    /// How like changed words are to the old ones, up to 1.
    pub likeness: Option<f64>,
    /// Where they may stand, when they are ambiguous.
    pub candidates: Vec<CandidatePlace>,
}

/// A piece of a text that was edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase", tag = "kind", content = "text")]
pub enum Piece {
    /// Words that stayed.
    Kept(String),
    /// Words that are gone.
    Removed(String),
    /// Words that came.
    Added(String),
}
