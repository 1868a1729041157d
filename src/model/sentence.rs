//! The sentences of a revision as the desk keeps them, with what they name.

use schemars::JsonSchema;
use serde::Serialize;

use super::facet::FacetKind;
use super::text::{BlockKind, Span};

/// A place in a text, in bytes and in Unicode code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// In bytes.
    pub span: Span,
    /// Position of the first character.
    pub start_char: usize,
    /// Position after the last character.
    pub end_char: usize,
}

/// A sentence to be stored.
#[derive(Debug, Clone, PartialEq)]
pub struct NewSentence {
    /// Where it stands.
    pub place: Place,
    /// What it is part of.
    pub kind: BlockKind,
    /// Check-worthiness from 0 to 1.
    pub score: f64,
    /// What it names that can be looked up, in the order of the text.
    pub facets: Vec<NewFacet>,
}

/// A facet to be stored.
#[derive(Debug, Clone, PartialEq)]
pub struct NewFacet {
    /// What kind of thing it is.
    pub kind: FacetKind,
    /// Where it stands.
    pub place: Place,
    /// What the words mean, as JSON.
    pub detail: String,
    /// Of a name, its words in small letters.
    pub name: Option<String>,
    /// Of a date, the first and the last day that it can mean.
    pub days: Option<(String, String)>,
}

/// Another sentence that says what a claim says. Positions are code points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Repeat {
    /// Number of the sentence in its revision, from 1.
    pub sentence: usize,
    /// Position of the first character.
    pub start: usize,
    /// Position after the last character.
    pub end: usize,
    /// Its words.
    pub text: String,
}

/// A part of a sentence that makes a statement of its own. Positions are code
/// points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatementPart {
    /// Position of the first character.
    pub start: usize,
    /// Position after the last character.
    pub end: usize,
    /// Its words.
    pub text: String,
    /// Whether its subject stands in an earlier part.
    pub elided: bool,
}

/// A name as it is sought: small letters, single spaces.
pub fn sought(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
