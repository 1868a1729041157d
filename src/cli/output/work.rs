//! What happened to a claim, and what was taken back, for eyes.

use super::Listed;
use super::log::{line_of, to_the_second};
use super::table::Cell;
use crate::desk::{StoryLine, Undone};

impl Listed for StoryLine {
    const COLUMNS: &'static [&'static str] = &["line", "when", "who", "what"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::maybe(self.line.map(|line| line_of(line, self.desk.as_deref()))),
            Cell::text(to_the_second(&self.at)),
            Cell::maybe(self.actor.as_ref()),
            Cell::text(&self.what),
        ]
    }
}

impl Listed for Undone {
    const COLUMNS: &'static [&'static str] = &["line", "taken back", "on"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.line),
            Cell::text(&self.what),
            Cell::text(format!("{} {}", self.subject, self.subject_id)),
        ]
    }
}
