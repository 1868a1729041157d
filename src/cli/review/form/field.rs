//! The fields of forms.

use ratatui::crossterm::event::KeyCode;

use crate::cli::review::entry::Entry;

/// What a field asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli::review) enum Name {
    Rating,
    Why,
    Correction,
    Source,
    Stance,
    Place,
    Passage,
    NoSource,
    Problem,
    Severity,
    Category,
    Suggestion,
    Remark,
    Who,
    Due,
    Words,
    Only,
}

impl Name {
    /// What stands before the field.
    pub(in crate::cli::review) fn label(self) -> &'static str {
        match self {
            Self::Rating => "rating",
            Self::Why => "why",
            Self::Correction | Self::Suggestion => "instead",
            Self::Source => "source",
            Self::Stance => "stance",
            Self::Place => "place",
            Self::Passage => "passage",
            Self::NoSource => "no source",
            Self::Problem => "problem",
            Self::Severity => "severity",
            Self::Category => "sort",
            Self::Remark => "remark",
            Self::Who => "to",
            Self::Due => "due",
            Self::Words => "words",
            Self::Only => "only",
        }
    }

    /// What stands in the field while it is empty.
    pub(in crate::cli::review) fn hint(self) -> &'static str {
        match self {
            Self::Correction => "the wording to use instead",
            Self::Source => "an address, DOI, ISBN, or a source's number",
            Self::Place => "where in the source: page, paragraph, timestamp",
            Self::Passage => "the words in the source",
            Self::NoSource => "why no source is named, where none can be",
            Self::Suggestion => "what to write instead",
            Self::Due => "a day such as 2026-12-01",
            _ => "",
        }
    }

    fn has_lines(self) -> bool {
        matches!(
            self,
            Self::Why | Self::Remark | Self::Correction | Self::Passage
        )
    }
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli::review) enum Value {
    Text(Entry),
    /// One of several words.
    Choice {
        words: Vec<String>,
        chosen: usize,
    },
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli::review) struct Field {
    pub(in crate::cli::review) name: Name,
    pub(in crate::cli::review) value: Value,
}

/// A text that is typed.
pub(super) fn text(name: Name) -> Field {
    Field {
        name,
        value: Value::Text(Entry::new("", name.has_lines())),
    }
}

/// One of several words.
pub(super) fn choice(
    name: Name,
    words: impl IntoIterator<Item = impl ToString>,
    chosen: usize,
) -> Field {
    let words = words.into_iter().map(|word| word.to_string()).collect();
    Field {
        name,
        value: Value::Choice { words, chosen },
    }
}

/// Moves on among the words, or to the one that begins with a letter.
pub(super) fn choose(words: &[String], chosen: &mut usize, code: KeyCode) {
    let all = words.len().max(1);
    match code {
        KeyCode::Right | KeyCode::Char(' ') => *chosen = (*chosen + 1) % all,
        KeyCode::Left => *chosen = (*chosen + all - 1) % all,
        KeyCode::Char(letter) => {
            let begins = |at: &usize| words[*at].to_lowercase().starts_with(letter);
            let places = (*chosen + 1..words.len()).chain(0..=*chosen);
            let found = places.filter(|at| *at < words.len()).find(begins);
            *chosen = found.unwrap_or(*chosen);
        }
        _ => {}
    }
}
