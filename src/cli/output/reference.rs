//! Reference facts for eyes.

use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};
use crate::desk::FactsImported;
use crate::lint::reference::Problem;
use crate::model::reference::{FactSource, ShownFact};

impl Listed for ShownFact {
    const COLUMNS: &'static [&'static str] = &["fact", "kind", "date", "says"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::whole(&self.id),
            Cell::text(if self.own {
                format!("{}, own", self.kind)
            } else {
                self.kind.to_string()
            }),
            Cell::text(&self.date),
            Cell::short(&self.statement),
        ]
    }
}

impl Shown for ShownFact {
    fn show(&self, page: &mut Page) {
        page.title(&self.id);
        page.fact("says", &self.statement);
        page.fact("kind", self.kind);
        page.fact("date", &self.date);
        page.maybe("note", self.note.as_ref());
        let words: Vec<String> = self
            .words
            .iter()
            .map(|group| group.replace('|', " | "))
            .collect();
        page.fact("known by", words.join("  +  "));
        page.fact("from", if self.own { "this desk" } else { "the program" });
        page.list("Sources", &self.sources);
    }
}

impl Listed for FactSource {
    const COLUMNS: &'static [&'static str] =
        &["title", "publisher", "published", "kind", "address"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.title),
            Cell::maybe(self.publisher.as_ref()),
            Cell::maybe(
                self.published
                    .as_ref()
                    .map(crate::model::edtf::EdtfDate::as_str),
            ),
            Cell::maybe(self.kind),
            Cell::maybe(self.url.as_ref()),
        ]
    }
}

impl Listed for Problem {
    const COLUMNS: &'static [&'static str] = &["fact", "problem"];

    fn cells(&self) -> Vec<Cell> {
        vec![Cell::text(&self.fact), Cell::text(&self.problem)]
    }
}

impl Shown for FactsImported {
    fn show(&self, page: &mut Page) {
        page.fact("added", self.added.len());
        page.fact("facts", self.added.join(", "));
    }
}
