//! What came of an import, for eyes.

use super::Shown;
use super::page::Page;
use crate::desk::ClaimsImported;

impl Shown for ClaimsImported {
    fn show(&self, page: &mut Page) {
        match self.import {
            Some(number) => page.title(&format!("Import {number}")),
            None => page.title("Nothing was imported"),
        }
        page.fact("added", self.added);
        page.fact("updated", self.updated);
        page.fact("unchanged", self.unchanged);
        page.fact("left out", self.skipped);
        page.maybe("flags", Some(self.flags).filter(|count| *count > 0));
        page.maybe("comments", Some(self.comments).filter(|count| *count > 0));
        page.maybe(
            "ratings that keep their own name",
            Some(self.unmapped).filter(|count| *count > 0),
        );
        page.maybe(
            "quotes without a place",
            Some(self.unplaced).filter(|count| *count > 0),
        );
        if !self.reviewers.is_empty() {
            page.fact("new people", self.reviewers.join(", "));
        }
        page.fact("SHA-256", &self.sha256);
    }
}
