//! What `audit verify` found, for eyes.

use super::Shown;
use super::page::Page;
use crate::model::event::AuditResult;

impl Shown for AuditResult {
    fn show(&self, page: &mut Page) {
        match &self.first_bad {
            None => page.title("The history holds."),
            Some(bad) => {
                let of = bad.desk.as_ref();
                let of = of.map_or_else(String::new, |desk| format!(" of the desk {desk}"));
                page.title(&format!(
                    "The history does not hold: line {}{of} was tampered with.",
                    bad.id
                ));
                page.fact("problem", &bad.problem);
            }
        }
        page.fact("lines that hold", self.events);
        page.maybe(
            "lines of other desks",
            Some(self.merged_events).filter(|lines| *lines > 0),
        );
        page.fact("hash of the last", &self.head);
    }
}
