//! What `audit verify` found, for eyes.

use super::Shown;
use super::page::Page;
use crate::model::event::AuditResult;

impl Shown for AuditResult {
    fn show(&self, page: &mut Page) {
        match &self.first_bad {
            None => page.title("The history holds."),
            Some(bad) => {
                page.title(&format!(
                    "The history does not hold: line {} was tampered with.",
                    bad.id
                ));
                page.fact("problem", &bad.problem);
            }
        }
        page.fact("lines that hold", self.events);
        page.fact("hash of the last", &self.head);
    }
}
