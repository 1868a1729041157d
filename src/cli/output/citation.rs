//! Citations and imported references for eyes.

use super::Listed;
use super::table::Cell;
use crate::citation::Citation;
use crate::desk::Imported;

impl Listed for Citation {
    const COLUMNS: &'static [&'static str] = &["source", "style", "citation"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.source),
            Cell::text(self.style),
            Cell::text(&self.citation),
        ]
    }
}

impl Listed for Imported {
    const COLUMNS: &'static [&'static str] = &["entry", "outcome", "source", "name", "reason"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.entry),
            Cell::text(self.outcome),
            Cell::number(self.source.map(|id| id.to_string()).unwrap_or_default()),
            Cell::short(self.name.as_deref().unwrap_or_default()),
            Cell::maybe(self.reason.as_ref()),
        ]
    }
}
