//! Rules for eyes.

use super::diagnostic::{Alike, Diagnostic};
use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};
use crate::desk::FlagInPlace;
use crate::lint::Rule;
use crate::model::flag::Flag;

/// Most of those that say the same which are named.
const MOST_OTHERS: usize = 12;

impl Listed for FlagInPlace {
    const COLUMNS: &'static [&'static str] = Flag::COLUMNS;

    fn cells(&self) -> Vec<Cell> {
        self.flag.cells()
    }
}

impl Alike for FlagInPlace {
    /// Of what claims rest on, the same can be said of many claims.
    fn in_common(&self) -> Option<String> {
        let flag = &self.flag;
        let article = flag.article.map_or(0, |article| article.0);
        let code = flag.code.as_deref().filter(|_| !flag.own_words)?;
        Some(format!("{article} {code} {}", flag.message))
    }
}

impl FlagInPlace {
    /// Flags that say the same, in the line of the first.
    pub(crate) fn diagnostic(same: &[&Self]) -> Diagnostic {
        let first = same[0];
        let flag = &first.flag;
        let others: Vec<String> = same[1..]
            .iter()
            .take(MOST_OTHERS)
            .map(|one| {
                one.flag
                    .claim
                    .map_or_else(String::new, |claim| claim.to_string())
            })
            .collect();
        let more = same.len() - 1 - others.len();
        let also = match (others.as_slice(), more) {
            ([], _) => None,
            (others, 0) => Some(format!("also on claims {}", others.join(", "))),
            (others, more) => Some(format!(
                "also on claims {} and {more} more",
                others.join(", ")
            )),
        };
        let numbers: Vec<String> = same
            .iter()
            .take(MOST_OTHERS)
            .map(|one| one.flag.id.to_string())
            .collect();
        let flags = format!(
            "flag {}{}",
            numbers.join(", "),
            if same.len() > MOST_OTHERS {
                ", …"
            } else {
                ""
            }
        );
        let article = flag.article.map(|article| format!("article {article}"));
        let claim = flag.claim.map(|claim| format!("claim {claim}"));
        let on: Vec<String> = article.into_iter().chain(claim).collect();
        let line = first.line.clone();
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
            notes: std::iter::once(flags).chain(also).collect(),
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
