//! Links to earlier checks for eyes.

use super::Listed;
use super::table::Cell;
use crate::model::link::Linked;

impl Listed for Linked {
    const COLUMNS: &'static [&'static str] =
        &["claim", "rating", "decided", "statement", "linked by"];

    fn cells(&self) -> Vec<Cell> {
        let rating = match (&self.rating_label, self.rating_tone) {
            (Some(label), Some(tone)) => Cell::rating(label, tone),
            _ => Cell::text(""),
        };
        vec![
            Cell::number(self.claim),
            rating,
            Cell::maybe(self.date),
            Cell::short(&self.statement),
            Cell::text(&self.linked_by),
        ]
    }
}
