//! Replies of those who were asked, for eyes.

use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};
use crate::model::work::Reply;

/// What is told where no answer has come.
const NONE_YET: &str = "not yet";

impl Listed for Reply {
    const COLUMNS: &'static [&'static str] = &["reply", "of", "asked", "how", "answered", "says"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.id),
            Cell::short(&self.asked_of),
            Cell::text(&self.asked),
            Cell::maybe(self.channel.as_ref()),
            Cell::text(answered(self)),
            Cell::text(self.answer.as_deref().unwrap_or_default()),
        ]
    }
}

impl Shown for Reply {
    fn show(&self, page: &mut Page) {
        page.title(&format!("Reply {} on claim {}", self.id, self.claim));
        page.fact("asked of", &self.asked_of);
        page.fact("asked", &self.asked);
        page.maybe("how", self.channel.as_ref());
        page.fact("answered", answered(self));
        page.maybe("says", self.answer.as_ref());
        page.fact("recorded by", &self.reviewer);
    }
}

fn answered(reply: &Reply) -> String {
    reply
        .answered
        .as_ref()
        .map_or_else(|| NONE_YET.to_owned(), ToString::to_string)
}
