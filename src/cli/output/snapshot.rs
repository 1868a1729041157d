//! Snapshots, and quotes held against them, for eyes.

use super::page::Page;
use super::revision::marked;
use super::table::Cell;
use super::{Listed, Shown};
use crate::desk::{SnapshotKept, SnapshotsVerified, SourceFileAdded};
use crate::model::check::SourceChecked;
use crate::model::snapshot::{Finding, PassageChecked, QuoteFinding, Snapshot};

/// Digits of a digest that are enough to tell snapshots apart.
pub(super) const DIGEST_DIGITS: usize = 12;

impl Listed for Snapshot {
    const COLUMNS: &'static [&'static str] =
        &["snapshot", "taken", "by", "type", "bytes", "sha256", "from"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.id),
            Cell::text(self.taken_at.format("%Y-%m-%d %H:%M")),
            Cell::text(&self.reviewer),
            Cell::text(&self.media_type),
            Cell::number(self.size),
            Cell::text(self.sha256.get(..DIGEST_DIGITS).unwrap_or_default()),
            Cell::maybe(self.url.as_ref().or(self.file_name.as_ref())),
        ]
    }
}

impl Shown for SnapshotKept {
    fn show(&self, page: &mut Page) {
        let snapshot = &self.snapshot;
        page.title(&format!(
            "Snapshot {} of source {}",
            snapshot.id, snapshot.source
        ));
        page.fact("taken", snapshot.taken_at.format("%Y-%m-%d %H:%M UTC"));
        page.fact("type", &snapshot.media_type);
        page.fact("bytes", snapshot.size);
        page.fact("SHA-256", &snapshot.sha256);
        match (snapshot.characters, &self.problem) {
            (Some(characters), _) => page.fact("text", format!("{characters} characters")),
            (None, Some(problem)) => page.fact("text", format!("none could be read: {problem}")),
            (None, None) => page.fact("text", "none"),
        }
    }
}

impl Shown for SourceFileAdded {
    fn show(&self, page: &mut Page) {
        self.added.show(page);
        page.list("Kept as", std::slice::from_ref(&self.snapshot.snapshot));
        page.maybe(
            "text",
            self.snapshot
                .problem
                .as_ref()
                .map(|problem| format!("none could be read: {problem}")),
        );
    }
}

impl Shown for SnapshotsVerified {
    fn show(&self, page: &mut Page) {
        page.fact("snapshots", self.snapshots);
        page.fact("as they were kept", self.snapshots - self.damaged.len());
        for damaged in &self.damaged {
            page.fact(
                "damaged",
                format!("{}: {}", damaged.snapshot, damaged.problem),
            );
        }
    }
}

/// Whether a quote stands in a snapshot, and what stands there in its place.
pub(super) fn show_finding(found: &QuoteFinding, page: &mut Page) {
    page.fact("quote found", said(found));
    if !found.diff.is_empty() {
        page.fact("it says", marked(&found.diff));
    }
    if !found.figures.is_empty() {
        page.fact("figures not there", found.figures.join(", "));
    }
}

fn said(found: &QuoteFinding) -> String {
    let place = match (found.page, found.start) {
        (Some(page), _) => format!(", page {page}"),
        (None, Some(start)) => format!(", from character {start}"),
        (None, None) => String::new(),
    };
    let how = match (found.finding, found.likeness) {
        (Finding::Found, _) => "yes".to_owned(),
        (Finding::Approximate, likeness) => {
            format!(
                "words {:.0} % like it",
                likeness.unwrap_or_default() * 100.0
            )
        }
        (Finding::NotFound, _) => "no".to_owned(),
    };
    format!("{how}, in snapshot {}{place}", found.snapshot)
}

impl Listed for SourceChecked {
    const COLUMNS: &'static [&'static str] = &["source", "name", "found", "like", "answer"];

    fn cells(&self) -> Vec<Cell> {
        let check = &self.check;
        let status = check.status.map(|status| status.to_string());
        let answer = [status, check.problem.clone(), check.url.clone()];
        let answer: Vec<String> = answer.into_iter().flatten().collect();
        vec![
            Cell::number(check.source),
            Cell::short(&self.source_name),
            Cell::text(check.outcome),
            Cell::number(
                check
                    .likeness
                    .map(|like| format!("{:.0} %", like * 100.0))
                    .unwrap_or_default(),
            ),
            Cell::text(answer.join(" ")),
        ]
    }
}

impl Listed for PassageChecked {
    const COLUMNS: &'static [&'static str] =
        &["claim", "source", "passage", "quote", "it says now"];

    fn cells(&self) -> Vec<Cell> {
        let lost = &self.lost_figures;
        let state = if lost.is_empty() {
            self.state.to_string()
        } else {
            format!("{}, without {}", self.state, lost.join(", "))
        };
        let edited = self.found.as_ref().map(|found| marked(&found.diff));
        vec![
            Cell::number(self.claim),
            Cell::short(&format!("{} {}", self.source, self.source_name)),
            Cell::text(state),
            Cell::short(&self.quote),
            Cell::short(&edited.unwrap_or_default()),
        ]
    }
}
