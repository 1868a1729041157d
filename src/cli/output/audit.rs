//! What `audit head`, `audit verify` and `audit check` found, for eyes.

use super::Shown;
use super::page::Page;
use super::table::Cell;
use crate::interchange::bundle::BundleChecked;
use crate::model::event::{AuditHead, AuditResult, ExpectedHash};

impl Shown for AuditHead {
    fn show(&self, page: &mut Page) {
        page.title("The last line of the history");
        page.fact("line", self.line);
        page.maybe("written", self.at.as_deref());
        page.field("hash", Cell::whole(&self.hash));
    }
}

/// A hash that was expected, and where it is.
fn expected(page: &mut Page, expected: Option<&ExpectedHash>) {
    if let Some(expected) = expected {
        page.field("hash expected", Cell::whole(&expected.hash));
        page.fact(
            "which is that",
            match expected.line {
                Some(line) => format!("of line {line}: nothing up to it was changed"),
                None => "of no line that holds".to_owned(),
            },
        );
    }
}

impl Shown for BundleChecked {
    fn show(&self, page: &mut Page) {
        let found = match (&self.problems[..], self.ok) {
            ([], true) => "holds",
            ([], false) => "is not of the history that you know",
            _ => "does not hold",
        };
        page.title(&format!("The history of claim {} {found}.", self.claim));
        expected(page, self.expected.as_ref());
        page.fact(
            "lines",
            format!("{}, {} told in full", self.lines, self.told),
        );
        page.field("hash of the last", Cell::whole(&self.head));
        page.fact("files", self.files);
        if !self.problems.is_empty() {
            page.section("what does not hold");
            let problems = self.problems.iter();
            page.rows_in(problems.map(|problem| vec![Cell::text(problem)]).collect());
        }
    }
}

impl Shown for AuditResult {
    fn show(&self, page: &mut Page) {
        match (&self.first_bad, &self.expected) {
            (Some(bad), _) => {
                let of = bad.desk.as_ref();
                let of = of.map_or_else(String::new, |desk| format!(" of the desk {desk}"));
                page.title(&format!(
                    "The history does not hold: line {}{of} was tampered with.",
                    bad.id
                ));
                page.fact("problem", &bad.problem);
            }
            (None, Some(ExpectedHash { line: None, .. })) => page.title(
                "The history is not the one that you know: lines were cut off, or it was written anew.",
            ),
            (None, _) => page.title("The history holds."),
        }
        expected(page, self.expected.as_ref());
        page.fact("lines that hold", self.events);
        page.maybe(
            "lines of other desks",
            Some(self.merged_events).filter(|lines| *lines > 0),
        );
        page.fact("hash of the last", &self.head);
    }
}
