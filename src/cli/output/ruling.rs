//! Rulings for eyes.

use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};
use crate::model::ruling::Ruling;

impl Listed for Ruling {
    const COLUMNS: &'static [&'static str] = &[
        "ruling", "claim", "when", "editor", "outcome", "verdict", "rating", "ruled", "because",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.id),
            Cell::number(self.claim),
            Cell::moment(self.created_at),
            Cell::text(&self.editor),
            Cell::text(self.outcome),
            Cell::number(self.verdict),
            Cell::rating(&self.rating_label, self.rating_tone),
            Cell::maybe(self.ruled_label.as_ref()),
            Cell::short(self.because.as_deref().unwrap_or_default()),
        ]
    }
}

impl Shown for Ruling {
    fn show(&self, page: &mut Page) {
        page.title(&format!("Ruling {} on claim {}", self.id, self.claim));
        page.fact("outcome", self.outcome);
        page.fact("verdict", self.verdict);
        page.field("rating", Cell::rating(&self.rating_label, self.rating_tone));
        page.maybe("the desk rules", self.ruled_label.as_ref());
        page.fact("by", format!("{} ({})", self.editor_name, self.editor));
        page.moment("given", self.created_at);
        page.maybe("because", self.because.as_ref());
    }
}
