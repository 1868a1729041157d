//! Links to earlier checks for eyes.

use super::Listed;
use super::table::Cell;
use crate::model::link::Linked;

impl Listed for Linked {
    const COLUMNS: &'static [&'static str] =
        &["claim", "rating", "decided", "statement", "linked by"];

    fn cells(&self) -> Vec<Cell> {
        let of = &self.of;
        let rating = match (&of.rating_label, of.rating_tone) {
            (Some(label), Some(tone)) => Cell::rating(label, tone),
            _ => Cell::text(""),
        };
        vec![
            Cell::number(of.claim),
            rating,
            Cell::maybe(of.date.as_deref()),
            Cell::short(&of.statement),
            Cell::text(&self.linked_by),
        ]
    }
}
