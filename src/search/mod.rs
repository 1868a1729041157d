//! What is typed into a search, understood: words, phrases, beginnings and
//! pieces of words, joined by AND, OR and NOT, and filters beside them. Pure.
//!
//! Every text is a search: what can't be meant is left out, and said where it
//! may have been meant otherwise. Only a filter with a value that can't be one
//! is refused. What is asked of the index is left to the store.

mod filters;
pub mod fold;
mod parse;
mod script;
#[cfg(test)]
mod tests;
mod tokens;

use std::fmt;

pub use filters::{Filter, Test};
pub use parse::parse;
pub(crate) use script::is_spaceless;

use crate::model::search::SearchField;

/// A search, understood.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Query {
    /// What must be found; everything, where only filters are given.
    pub sought: Option<Sought>,
    /// What must hold of what is found.
    pub filters: Vec<Filter>,
    /// What may have been meant otherwise.
    pub notes: Vec<Note>,
}

/// What must be found.
#[derive(Debug, Clone, PartialEq)]
pub enum Sought {
    /// Words or a piece of one.
    Term(Term),
    /// All of these.
    All(Vec<Self>),
    /// One of these, or several.
    Any(Vec<Self>),
    /// Everything but this.
    Not(Box<Self>),
}

/// Words that stand side by side, or a piece of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The text as it was typed, without marks.
    pub text: String,
    /// How the text must be found.
    pub form: Form,
    /// Where to look; everywhere, where none is named.
    pub fields: Vec<SearchField>,
}

/// How a text must be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As words, in any form that English gives them.
    Words,
    /// As words, of which the last may go on.
    Prefix,
    /// As letters anywhere.
    Piece,
}

/// What may have been meant otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// It looks like a filter, and there is none of that name.
    NoFilter {
        /// The name as it was given.
        given: String,
        /// The filter that may be meant.
        near: &'static str,
    },
    /// It holds neither a letter nor a digit.
    NoWords(String),
    /// There are more words than are looked for.
    TooMany(usize),
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFilter { given, near } => write!(
                f,
                "“{given}:” is no filter, so that its words were looked for; did you mean “{near}:”?"
            ),
            Self::NoWords(given) => {
                write!(f, "“{given}” holds no word that could be looked for")
            }
            Self::TooMany(most) => write!(f, "only the first {most} words were looked for"),
        }
    }
}

/// Why a search is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAValue {
    /// The filter.
    pub filter: &'static str,
    /// The value as it was given.
    pub given: String,
    /// The values that it takes, or how they are written.
    pub valid: Valid,
}

/// What a filter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Valid {
    /// One of these words.
    Words(&'static [&'static str]),
    /// What is written so.
    Written(&'static str),
}

impl Sought {
    /// The terms that what is found can be found by.
    pub fn positive(&self) -> Vec<&Term> {
        match self {
            Self::Term(term) => vec![term],
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::positive).collect(),
            Self::Not(_) => Vec::new(),
        }
    }

    /// Every term, those too that must not be found.
    pub fn terms(&self) -> Vec<&Term> {
        match self {
            Self::Term(term) => vec![term],
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::terms).collect(),
            Self::Not(inner) => inner.terms(),
        }
    }

    /// A looser search, which one of the words satisfies; none where this one is
    /// not words alone.
    pub fn loosened(&self) -> Option<Self> {
        match self {
            Self::All(parts) if parts.iter().all(|part| matches!(part, Self::Term(_))) => {
                Some(Self::Any(parts.clone()))
            }
            _ => None,
        }
    }
}
