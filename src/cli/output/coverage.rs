//! What has been looked at, for eyes.

use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};
use crate::model::coverage::{Coverage, CoverageKind, Share, Uncovered};

impl Listed for Uncovered {
    const COLUMNS: &'static [&'static str] = &["kind", "sentence", "words", "missing"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.kind),
            Cell::number(self.sentence),
            Cell::short(&self.text),
            Cell::text(missing(self)),
        ]
    }
}

impl Shown for Coverage {
    fn show(&self, page: &mut Page) {
        page.title(&format!(
            "Article {}, revision {}: what has been looked at",
            self.article, self.revision
        ));
        for total in &self.totals {
            page.fact(noun(total.kind), said(total.share));
        }
        page.fact("threshold", format!("{:.2}", self.threshold));
        page.list("Not looked at", &self.uncovered);
    }
}

/// A share, such as `31 of 48 (64 %)`.
pub(super) fn said(share: Share) -> String {
    let Share {
        covered,
        all,
        percent,
    } = share;
    format!("{covered} of {all} ({percent} %)")
}

fn noun(kind: CoverageKind) -> &'static str {
    match kind {
        CoverageKind::Sentence => "sentences",
        CoverageKind::Quantity => "quantities",
        CoverageKind::Date => "dates",
        CoverageKind::Name => "names",
        CoverageKind::Quotation => "quotations",
    }
}

/// What stands between a thing and having been looked at.
fn missing(uncovered: &Uncovered) -> String {
    let numbers: Vec<String> = uncovered
        .open_claims
        .iter()
        .map(ToString::to_string)
        .collect();
    match numbers.as_slice() {
        [] => "no claim".to_owned(),
        [one] => format!("claim {one} open"),
        several => format!("claims {} open", several.join(", ")),
    }
}
