//! What is to be said of documents once they are read: what of them could not be
//! read as it is, and how ratings were found.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::interchange::claimreview::HowRated;
use crate::interchange::linked::Problem;

/// Most problems of documents that are told one by one.
const MOST_TOLD: usize = 10;

/// What is told, while the documents are read on another thread.
#[derive(Debug, Clone, Default)]
pub struct Notes(Arc<Mutex<Told>>);

impl Notes {
    /// All that is to be said, a sentence each.
    pub fn all(&self) -> Vec<String> {
        self.with(|told| told.all())
    }

    pub(super) fn with<T>(&self, with: impl FnOnce(&mut Told) -> T) -> T {
        with(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What was found so far.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Whether the file is a page.
    pub(super) page: bool,
    /// Where the next page of Google's answer begins.
    pub(super) next_page: Option<String>,
    notes: Vec<String>,
    untold: usize,
    rated: BTreeMap<HowRated, usize>,
}

impl Told {
    /// Where something stands, in words.
    pub(super) fn place(&self, part: Option<usize>, path: &str) -> String {
        let part = part.map(|part| {
            let kind = if self.page { "script" } else { "line" };
            format!("{kind} {part}")
        });
        match (part, path) {
            (Some(part), "$") => part,
            (Some(part), path) => format!("{part}, {path}"),
            (None, path) => path.to_owned(),
        }
    }

    pub(super) fn problems(&mut self, part: Option<usize>, problems: &[Problem]) {
        for problem in problems {
            let place = self.place(part, problem.path.as_str());
            self.note(format!("{place}: {}", problem.message));
        }
    }

    pub(super) fn note(&mut self, what: String) {
        if self.notes.len() < MOST_TOLD {
            self.notes.push(what);
        } else {
            self.untold += 1;
        }
    }

    pub(super) fn rated(&mut self, how: HowRated) {
        *self.rated.entry(how).or_default() += 1;
    }

    fn all(&self) -> Vec<String> {
        let mut notes = self.notes.clone();
        if self.untold > 0 {
            let more = self.untold;
            notes.push(format!(
                "{more} more things could not be read as they are; claimdesk validate tells of each"
            ));
        }
        let ways = self.rated.iter();
        let ways: Vec<String> = ways.filter_map(|(how, count)| way(*how, *count)).collect();
        let known = |how: &HowRated| *how == HowRated::Label || way(*how, 0).is_none();
        if !self.rated.keys().all(known) {
            notes.push(format!("ratings were found: {}", ways.join(", ")));
        }
        let next = self.next_page.as_ref().map(|token| {
            format!("this is one page of an answer; ask for the next with pageToken={token}")
        });
        notes.extend(next);
        notes
    }
}

/// How ratings were found, where that is worth a look.
fn way(how: HowRated, count: usize) -> Option<String> {
    Some(match how {
        HowRated::Table => format!("{count} by your table"),
        HowRated::Label => format!("{count} by name"),
        HowRated::Word => format!("{count} by words that many desks use"),
        HowRated::Position => format!("{count} by their place between worst and best"),
        HowRated::Unmapped | HowRated::Missing => return None,
    })
}
