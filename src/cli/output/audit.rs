//! What `audit head` and `audit verify` found, for eyes.

use super::Shown;
use super::page::Page;
use super::table::Cell;
use crate::model::event::{AuditHead, AuditResult, ExpectedHash};

impl Shown for AuditHead {
    fn show(&self, page: &mut Page) {
        page.title("The last line of the history");
        page.fact("line", self.line);
        page.maybe("written", self.at.as_deref());
        page.field("hash", Cell::whole(&self.hash));
    }
}

impl Shown for AuditResult {
    fn show(&self, page: &mut Page) {
        match (&self.first_bad, &self.expected) {
            (Some(bad), _) => {
                page.title(&format!(
                    "The history does not hold: line {} was tampered with.",
                    bad.id
                ));
                page.fact("problem", &bad.problem);
            }
            (None, Some(ExpectedHash { line: None, .. })) => page.title(
                "The history is not the one that you know: lines were cut off, or it was written anew.",
            ),
            (None, _) => page.title("The history holds."),
        }
        if let Some(expected) = &self.expected {
            page.field("hash expected", Cell::whole(&expected.hash));
            page.fact(
                "which is that",
                match expected.line {
                    Some(line) => format!("of line {line}: nothing up to it was changed"),
                    None => "of no line that holds".to_owned(),
                },
            );
        }
        page.fact("lines that hold", self.events);
        page.fact("hash of the last", &self.head);
    }
}
