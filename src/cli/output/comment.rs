//! Comments for eyes.

use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};
use crate::model::work::Comment;

impl Listed for Comment {
    const COLUMNS: &'static [&'static str] = &["comment", "when", "who", "says"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.id),
            Cell::moment(self.created_at),
            Cell::text(&self.reviewer),
            Cell::text(&self.body),
        ]
    }
}

impl Shown for Comment {
    fn show(&self, page: &mut Page) {
        page.title(&format!("Comment {} on claim {}", self.id, self.claim));
        page.fact("by", &self.reviewer);
        page.moment("made", self.created_at);
        page.paragraph(&self.body);
    }
}
