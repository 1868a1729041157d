//! Verdicts for eyes.

use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};
use crate::model::verdict::Verdict;

impl Listed for Verdict {
    const COLUMNS: &'static [&'static str] = &[
        "verdict",
        "when",
        "reviewer",
        "rating",
        "because",
        "evidence",
        "superseded by",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.id),
            Cell::text(self.created_at.format("%Y-%m-%d %H:%M")),
            Cell::text(&self.reviewer),
            Cell::rating(&self.rating_label, self.rating_tone),
            Cell::short(&self.rationale),
            Cell::number(self.evidence.len()),
            Cell::maybe(self.superseded_by),
        ]
    }
}

impl Shown for Verdict {
    fn show(&self, page: &mut Page) {
        page.fact("claim", self.claim);
        page.field("rating", Cell::rating(&self.rating_label, self.rating_tone));
        page.fact("scale", &self.scale);
        page.fact("by", format!("{} ({})", self.reviewer_name, self.reviewer));
        page.fact("given", self.created_at.format("%Y-%m-%d %H:%M UTC"));
        page.maybe("confidence", self.confidence);
        page.fact("because", &self.rationale);
        page.maybe("correction", self.correction.as_ref());
        page.maybe("superseded by verdict", self.superseded_by);
        for evidence in &self.evidence {
            let place = evidence
                .locator
                .as_ref()
                .map(|locator| format!(", {locator}"))
                .unwrap_or_default();
            page.fact(
                evidence.stance.as_str(),
                format!("{}{place}", evidence.source_name),
            );
        }
    }
}
