//! A desk as lines: every thing on it written so that it can be taken onto
//! another desk, and lines of another desk taken in.
//!
//! What each kind of thing is made of stands in one table ([`kinds::KINDS`]), from
//! which the statements that read and write are made. Lines that come in are
//! [staged](stage) in temporary tables first, so that a merge can ask what else came
//! with them without keeping them in memory.

mod ask;
mod cited;
mod history;
mod holds;
mod judged;
mod kinds;
mod mend;
mod past;
mod put;
mod read;
mod removals;
mod stage;
#[cfg(test)]
mod tests;
mod texts;
mod unite;

pub(crate) use history::{Acts, Of, Touched};
pub(crate) use holds::Target;
pub(crate) use kinds::{KINDS, Kind};
pub(crate) use past::PastEvent;
pub(crate) use put::{Missing, Resolved, subject_of};
pub(crate) use removals::Removal;
pub(crate) use stage::Staged;

use serde_json::{Map, Value};

/// What an archive says of a thing, by field.
pub(crate) type Fields = Map<String, Value>;

/// A text that an archive says; none where it says another thing, or nothing.
pub(crate) fn text<'f>(fields: &'f Fields, name: &str) -> Option<&'f str> {
    fields.get(name).and_then(Value::as_str)
}

/// A text that an archive says; empty where it says another thing, or nothing.
pub(crate) fn said<'f>(fields: &'f Fields, name: &str) -> &'f str {
    text(fields, name).unwrap_or_default()
}

/// The kind that an archive calls so.
pub(crate) fn kind_called(word: &str) -> Option<&'static Kind> {
    KINDS.iter().copied().find(|kind| kind.word == word)
}
