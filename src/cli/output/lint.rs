//! Rules for eyes.

use super::diagnostic::Diagnostic;
use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};
use crate::desk::FlagInPlace;
use crate::lint::Rule;
use crate::model::flag::Flag;

impl Listed for FlagInPlace {
    const COLUMNS: &'static [&'static str] = Flag::COLUMNS;

    fn cells(&self) -> Vec<Cell> {
        self.flag.cells()
    }
}

impl FlagInPlace {
    /// The flag in its line.
    pub(crate) fn diagnostic(&self) -> Diagnostic {
        let flag = &self.flag;
        let article = flag.article.map(|article| format!("article {article}"));
        let claim = flag.claim.map(|claim| format!("claim {claim}"));
        let on: Vec<String> = article.into_iter().chain(claim).collect();
        let line = self.line.clone();
        Diagnostic {
            severity: flag.severity,
            rule: [flag.code.as_deref(), flag.name.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
            message: flag.message.clone(),
            on: on.join(", "),
            words: line.map(|found| (found.number, found.line, found.words)),
            notes: vec![format!("flag {}", flag.id)],
            help: flag.suggestion.clone(),
        }
    }
}

impl Listed for &Rule {
    const COLUMNS: &'static [&'static str] = &["code", "name", "category", "severity", "finds"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.code),
            Cell::text(self.name),
            Cell::text(self.category),
            Cell::severity(self.severity),
            Cell::text(self.summary()),
        ]
    }
}

impl Shown for Rule {
    fn show(&self, page: &mut Page) {
        page.document(&format!(
            "# {} {}: {}\n\nCategory {}, severity {}.\n\n{}\n",
            self.code,
            self.name,
            self.summary(),
            self.category,
            self.severity,
            self.explanation()
        ));
    }
}
