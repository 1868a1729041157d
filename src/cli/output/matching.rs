//! Earlier checks of the same claim, and how good finding them is, for eyes.

use std::path::PathBuf;

use serde::Serialize;

use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};
use crate::chance::Measure;
use crate::desk::Matched;
use crate::matching::{Header, Measures};

/// A matcher that was trained.
#[derive(Debug, Serialize)]
pub(crate) struct MatcherTrained {
    /// Its file.
    pub(crate) file: PathBuf,
    /// What it says of itself.
    #[serde(flatten)]
    pub(crate) header: Header,
}

/// How a matcher does on a set of questions.
#[derive(Debug, Serialize)]
pub(crate) struct MatcherMeasured {
    /// The set.
    pub(crate) set: String,
    /// How many claims there are to find.
    pub(crate) claims: usize,
    /// How it did.
    #[serde(flatten)]
    pub(crate) measures: Measures,
}

impl Shown for MatcherTrained {
    fn show(&self, page: &mut Page) {
        let learned = &self.header.trained_on;
        page.title(&format!("Matcher {}", self.file.display()));
        page.fact("learned from", &learned.name);
        page.fact(
            "questions",
            format!("{} on {} claims", learned.questions, learned.claims),
        );
        if let Some(figures) = &self.header.figures {
            page.fact("map at 5", with_interval(&figures.map_at_5));
            page.fact("first is right", with_interval(&figures.precision_at_1));
            page.fact("reciprocal rank", with_interval(&figures.reciprocal_rank));
        }
    }
}

impl Listed for MatcherMeasured {
    const COLUMNS: &'static [&'static str] = &[
        "set",
        "claims",
        "questions",
        "map at 5",
        "first is right",
        "reciprocal rank",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.set),
            Cell::number(self.claims),
            Cell::number(self.measures.questions),
            Cell::text(with_interval(&self.measures.map_at_5)),
            Cell::text(with_interval(&self.measures.precision_at_1)),
            Cell::text(with_interval(&self.measures.reciprocal_rank)),
        ]
    }
}

fn with_interval(measure: &Measure) -> String {
    format!(
        "{:.3} ({:.3}–{:.3})",
        measure.value, measure.low, measure.high
    )
}

impl Listed for Matched {
    const COLUMNS: &'static [&'static str] =
        &["claim", "likely", "rating", "decided", "statement", "why"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.claim),
            Cell::text(percent(self.score)),
            Cell::maybe(self.rating_label.as_deref()),
            Cell::maybe(self.date.as_deref()),
            Cell::short(&self.statement),
            Cell::short(&why(self)),
        ]
    }
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// What speaks for it, then what speaks against it.
fn why(matched: &Matched) -> String {
    let reasons = &matched.reasons;
    let for_it = reasons
        .figures
        .iter()
        .chain(&reasons.dates)
        .chain(&reasons.words);
    let mut why = for_it.cloned().collect::<Vec<_>>().join(", ");
    for warning in &reasons.warnings {
        if !why.is_empty() {
            why.push_str("; ");
        }
        why.push_str(warning);
    }
    why
}
