//! Flags for eyes.

use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};
use crate::model::flag::Flag;

impl Listed for Flag {
    const COLUMNS: &'static [&'static str] = &[
        "flag", "severity", "rule", "category", "state", "on", "message", "words",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.id),
            Cell::severity(self.severity),
            Cell::maybe(self.code.as_ref()),
            Cell::text(&self.category),
            Cell::text(shown_state(self)),
            Cell::text(subject(self)),
            Cell::short(&self.message),
            Cell::short(self.text.as_deref().unwrap_or_default()),
        ]
    }
}

impl Shown for Flag {
    fn show(&self, page: &mut Page) {
        page.title(&format!("Flag {}: {}", self.id, self.message));
        page.field("severity", Cell::severity(self.severity));
        page.fact("category", &self.category);
        page.fact("on", subject(self));
        page.maybe("words", self.text.as_ref());
        page.maybe("suggestion", self.suggestion.as_ref());
        page.fact("state", shown_state(self));
        page.maybe("raised by", self.raised_by.as_ref().or(self.name.as_ref()));
        page.maybe("resolved by", self.resolved_by.as_ref());
        page.maybe("because", self.resolution.as_ref());
    }
}

/// Its state, and how its words fared in the latest revision where a person
/// must know.
fn shown_state(flag: &Flag) -> String {
    match flag.outcome {
        outcome if outcome.has_no_place() => format!("{}, {outcome}", flag.state),
        _ => flag.state.to_string(),
    }
}

fn subject(flag: &Flag) -> String {
    match (flag.claim, flag.article) {
        (Some(claim), _) => format!("claim {claim}"),
        (None, Some(article)) => format!("article {article}"),
        (None, None) => String::new(),
    }
}
