//! Reviewers for eyes.

use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};
use crate::model::people::Reviewer;

impl Listed for Reviewer {
    const COLUMNS: &'static [&'static str] = &["handle", "name", "role", "since"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.handle),
            Cell::short(&self.name),
            Cell::text(self.role),
            Cell::text(self.created_at.format("%Y-%m-%d")),
        ]
    }
}

impl Shown for Reviewer {
    fn show(&self, page: &mut Page) {
        page.title(&format!("Reviewer {}", self.handle));
        page.fact("name", &self.name);
        page.fact("role", self.role);
    }
}
