//! What a rule finds: where, what is wrong, and why that is known.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Rule;
use crate::model::flag::Certainty;
use crate::model::ids::{ClaimId, EvidenceId, SourceId};
use crate::model::reference::FactSource;
use crate::model::text::Span;

/// What a rule found.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// What it found.
    pub found: Found,
}

/// What is wrong, where, and why that is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What it is on.
    pub on: On,
    /// What is wrong, in a sentence without a full stop. It names no source, for
    /// a source can be confidential.
    pub message: String,
    /// What contradicts it.
    pub evidence: Vec<Contrary>,
    /// What to do, or to write instead.
    pub suggestion: Option<String>,
    /// How sure that is.
    pub certainty: Certainty,
}

impl Found {
    /// Something that is certainly wrong with words.
    pub(super) fn on_words(span: Span, message: String) -> Self {
        Self {
            on: On::Words(span),
            message,
            evidence: Vec::new(),
            suggestion: None,
            certainty: Certainty::Certain,
        }
    }

    /// The same, as a calculation shows.
    pub(super) fn because(mut self, calculation: String) -> Self {
        self.evidence
            .push(Contrary::Calculation { text: calculation });
        self
    }

    /// The same, as other words show.
    pub(super) fn against(mut self, words: Contrary) -> Self {
        self.evidence.push(words);
        self
    }

    /// The same, with what to write instead.
    pub(super) fn instead(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestion = Some(suggestion.into());
        self
    }

    /// The same, as sure as that.
    pub(super) fn sure(mut self, certainty: Certainty) -> Self {
        self.certainty = certainty;
        self
    }
}

/// What a finding is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// Words, by their place in the text.
    Words(Span),
    /// What a claim rests on.
    Sourcing(ClaimId, Part),
}

/// Which part of what a claim rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    All,
    /// One source.
    Source(SourceId),
    /// One piece of evidence.
    Evidence(EvidenceId),
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::All => f.write_str("claim"),
            Self::Source(id) => write!(f, "source:{id}"),
            Self::Evidence(id) => write!(f, "evidence:{id}"),
        }
    }
}

/// What contradicts a text or a verdict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Contrary {
    /// A calculation with the figures of the text, or with the calendar.
    Calculation {
        /// It, as a person would write it down.
        text: String,
    },
    /// Other words of the text.
    Words {
        /// The words.
        text: String,
        /// Position of the first character, in code points.
        start: usize,
        /// Position after the last character, in code points.
        end: usize,
    },
    /// A reference fact.
    Fact {
        /// Its short name.
        fact: String,
        /// What it says.
        statement: String,
        /// When that was, as EDTF.
        date: String,
        /// Remarks, such as on time zones.
        note: Option<String>,
        /// What it rests on.
        sources: Vec<FactSource>,
    },
    /// A source as the desk knows it.
    Source {
        /// The source.
        source: SourceId,
    },
    /// A piece of evidence.
    Evidence {
        /// The piece.
        evidence: EvidenceId,
        /// The source it is taken from.
        source: SourceId,
    },
}

impl Contrary {
    /// It in words; none where the message says all of it.
    pub fn said(&self) -> Option<String> {
        match self {
            Self::Calculation { text } => Some(text.clone()),
            Self::Words { text, .. } => Some(format!("the text says “{text}”")),
            Self::Fact {
                fact,
                statement,
                note,
                sources,
                ..
            } => {
                // Titles and publishers have brackets of their own.
                let source = sources.first().map(|source| {
                    let publisher = source.publisher.as_ref().map(|name| format!(", {name}"));
                    format!(" Source: {}{}", source.title, publisher.unwrap_or_default())
                });
                let note = note.as_ref().map(|note| format!(" {note}"));
                Some(format!(
                    "{fact}: {statement}{}{}",
                    note.unwrap_or_default(),
                    source.unwrap_or_default()
                ))
            }
            Self::Source { .. } | Self::Evidence { .. } => None,
        }
    }
}
