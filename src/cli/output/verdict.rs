//! Verdicts for eyes.

use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};
use crate::model::verdict::Verdict;

impl Listed for Verdict {
    const COLUMNS: &'static [&'static str] = &[
        "verdict", "claim", "when", "reviewer", "rating", "because", "evidence", "then",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.id),
            Cell::number(self.claim),
            Cell::moment(self.created_at),
            Cell::text(&self.reviewer),
            Cell::rating(&self.shown_rating(), self.rating_tone),
            Cell::short(&self.rationale),
            Cell::number(self.evidence.len()),
            Cell::text(self.fate()),
        ]
    }
}

impl Shown for Verdict {
    fn show(&self, page: &mut Page) {
        page.title(&format!("Verdict {} on claim {}", self.id, self.claim));
        show_opinion(self, page);
    }
}

impl Verdict {
    /// What became of it: taken back, or replaced by which one.
    fn fate(&self) -> String {
        match self.superseded_by {
            _ if self.withdrawn => "taken back".to_owned(),
            Some(next) => format!("superseded by {next}"),
            None => String::new(),
        }
    }

    fn shown_rating(&self) -> String {
        if self.stale && self.stands() {
            format!("{} (stale)", self.rating_label)
        } else {
            self.rating_label.clone()
        }
    }
}

/// All of a verdict but which it is and what it is on.
pub(super) fn show_opinion(verdict: &Verdict, page: &mut Page) {
    page.field(
        "rating",
        Cell::rating(&verdict.shown_rating(), verdict.rating_tone),
    );
    page.fact("scale", &verdict.scale);
    page.fact(
        "by",
        format!("{} ({})", verdict.reviewer_name, verdict.reviewer),
    );
    page.moment("given", verdict.created_at);
    page.maybe("confidence", verdict.confidence);
    page.fact("because", &verdict.rationale);
    page.maybe("takes over the check of claim", verdict.reuses);
    page.maybe("reaffirmed because", verdict.reaffirmed.as_ref());
    page.maybe("correction", verdict.correction.as_ref());
    page.maybe("without a source because", verdict.no_source.as_ref());
    page.maybe("replaces verdict", verdict.supersedes);
    page.maybe("superseded by verdict", verdict.superseded_by);
    if verdict.withdrawn {
        page.fact("then", "taken back");
    }
    if verdict.stands() {
        for doubt in &verdict.stale_because {
            page.fact("changed since", doubt.meaning());
        }
    }
    for evidence in &verdict.evidence {
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
