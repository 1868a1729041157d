//! A sentence as it leaves the filter: the fields promised to programs.
//! Positions are Unicode code points, `end` exclusive.

use schemars::JsonSchema;
use serde::Serialize;

use crate::extract::{Candidate, Part};
use crate::model::facet::ShownFacets;
use crate::model::sentence::{Repeat, StatementPart};
use crate::model::text::{BlockKind, Reason, Span};
use crate::text::chars::CharIndex;

/// What an article is called: its address where it has one, else its place
/// among the articles that were read, from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum ArticleName {
    /// Where it stands on the web.
    Url(String),
    /// Its place.
    Place(usize),
}

impl std::fmt::Display for ArticleName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Url(url) => f.pad(url),
            Self::Place(place) => std::fmt::Display::fmt(place, f),
        }
    }
}

/// A sentence with its score and what in it can be looked up.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ShownSentence {
    /// The article that it stands in.
    pub article: ArticleName,
    /// Its number in the article, or that of its line, from 1.
    pub sentence: usize,
    /// Position of the first character.
    pub start: usize,
    /// Position after the last character.
    pub end: usize,
    /// What it is part of.
    pub kind: BlockKind,
    /// Its words.
    pub text: String,
    /// Check-worthiness from 0 to 1.
    pub score: f64,
    /// What made the score, strongest first.
    pub reasons: Vec<Reason>,
    /// What can be looked up in it.
    #[serde(flatten)]
    pub facets: ShownFacets,
    /// A pronoun that it begins with and that only other sentences explain.
    pub pronoun: Option<String>,
    /// Statements of it that can be checked each by itself.
    pub parts: Vec<StatementPart>,
    /// Later sentences that say the same.
    pub repeats: Vec<Repeat>,
    /// The first sentence that says the same, where every sentence is shown.
    pub repeat_of: Option<usize>,
}

impl ShownSentence {
    /// A candidate as it is shown. `chars` is that of the text in which it
    /// stands.
    pub(super) fn new(
        (article, sentence): (ArticleName, usize),
        candidate: &Candidate,
        text: &str,
        chars: &CharIndex<'_>,
    ) -> Self {
        let plain = |span: Span| span.slice(text).unwrap_or_default().to_owned();
        let part = |part: &Part| StatementPart {
            start: chars.char_of(part.span.start),
            end: chars.char_of(part.span.end),
            text: plain(part.span),
            elided: part.elided,
        };
        Self {
            article,
            sentence,
            start: chars.char_of(candidate.span.start),
            end: chars.char_of(candidate.span.end),
            kind: candidate.kind,
            text: plain(candidate.span),
            score: candidate.score,
            reasons: candidate.reasons.clone(),
            facets: candidate.facets.shown(text, chars),
            pronoun: candidate.pronoun.map(plain),
            parts: candidate.parts.iter().map(part).collect(),
            repeats: Vec::new(),
            repeat_of: None,
        }
    }
}

/// The sentence at a place, from 0, as one that says the same as another.
pub(super) fn repeat(
    place: usize,
    candidate: &Candidate,
    text: &str,
    chars: &CharIndex<'_>,
) -> Repeat {
    Repeat {
        sentence: place + 1,
        start: chars.char_of(candidate.span.start),
        end: chars.char_of(candidate.span.end),
        text: candidate.span.slice(text).unwrap_or_default().to_owned(),
    }
}
