//! Claims for eyes.

use super::facets::{show_facets, show_repeats};
use super::page::Page;
use super::table::Cell;
use super::verdict::show_opinion;
use super::{Listed, Shown};
use crate::desk::ClaimDetail;
use crate::model::claim::Claim;
use crate::model::note::Note;
use crate::model::revision::{CandidatePlace, Outcome};
use crate::model::work::Assignee;

/// What stands in the place of a rating that is hidden until one's own verdict
/// is in.
pub(crate) const HIDDEN: &str = "hidden until yours is in";

impl Listed for Claim {
    const COLUMNS: &'static [&'static str] = &["claim", "state", "score", "rating", "words"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.id),
            Cell::text(state_of(self)),
            Cell::number(
                self.score
                    .map(|score| format!("{score:.2}"))
                    .unwrap_or_default(),
            ),
            rating(self),
            Cell::short(self.words()),
        ]
    }
}

impl Shown for Claim {
    fn show(&self, page: &mut Page) {
        page.title(&format!("Claim {}: {}", self.id, self.words()));
        if self
            .quote
            .as_ref()
            .is_some_and(|quote| *quote != self.statement)
        {
            page.fact("statement", &self.statement);
        }
        page.maybe("claimant", self.claimant.as_ref());
        page.maybe("article", place(self));
        page.maybe(
            "in the latest revision",
            self.outcome.filter(|found| *found != Outcome::First),
        );
        page.fact("state", self.state);
        if self.rating.is_some() || self.hidden {
            page.field("rating", rating(self));
        }
        for doubt in &self.stale_because {
            page.fact("changed since", doubt.meaning());
        }
        for holder in &self.assigned {
            page.fact("with", assignee(holder));
        }
        page.maybe("dismissed because", self.dismissed_because.as_ref());
        if !self.topics.is_empty() {
            page.fact("topics", self.topics.join(", "));
        }
        page.fact("origin", self.origin);
    }
}

impl Shown for ClaimDetail {
    fn show(&self, page: &mut Page) {
        self.claim.show(page);
        page.maybe("page", self.page);
        show_context(&self.claim, page);
        if !self.claim.candidates.is_empty() {
            page.section("Where it may stand now; settle it with claim anchor --at");
            page.rows_in(candidate_rows(&self.claim.candidates));
        }
        page.maybe(
            "begins with",
            self.pronoun
                .as_ref()
                .map(|word| format!("“{word}”; say what that is with claim edit --statement")),
        );
        if !self.parts.is_empty() {
            page.section("It makes several statements; claim split makes claims of them");
            let rows = (1..).zip(&self.parts);
            let rows =
                rows.map(|(number, part)| vec![Cell::number(number), Cell::text(&part.text)]);
            page.rows_in(rows.collect());
        }
        show_origin(self, page);
        show_facets(&self.claim.facets, page);
        show_repeats(&self.claim.repeats, page);
        show_score(&self.claim, page);
        for verdict in &self.verdicts {
            let dissent = if self.dissents(verdict) {
                ", in dissent"
            } else {
                ""
            };
            page.section(&format!("Verdict {}{dissent}", verdict.id));
            show_opinion(verdict, page);
        }
        page.list("Rulings", &self.rulings);
        page.list("Evidence outside verdicts", &self.evidence);
        page.list("Flags", &self.flags);
        page.list("Checked before", &self.earlier);
        page.list("Said again", &self.later);
        page.list("Right of reply", &self.replies);
        page.list("Comments", &self.comments);
        page.list("The writer's notes", &self.notes);
    }
}

/// Where a claim that came from a file was made, and where its check was
/// published.
fn show_origin(detail: &ClaimDetail, page: &mut Page) {
    for place in &detail.appearances {
        let parts = [&place.title, &place.url, &place.quote];
        let told: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        page.fact("made in", told.join(", "));
    }
    let Some(check) = &detail.publication else {
        return;
    };
    let date = check.published.as_ref().map(ToString::to_string);
    let parts = [
        check.publisher.clone(),
        date,
        check.title.clone(),
        check.url.clone(),
    ];
    let told: Vec<String> = parts.into_iter().flatten().collect();
    page.maybe(
        "check published",
        Some(told.join(", ")).filter(|told| !told.is_empty()),
    );
    page.maybe("rated there", check.rating_label.as_ref());
}

impl Listed for Note {
    const COLUMNS: &'static [&'static str] = &["note", "kind", "by", "says", "address"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.id),
            Cell::text(self.kind),
            Cell::maybe(self.author.as_ref()),
            Cell::short(&self.text),
            Cell::maybe(self.url.as_ref()),
        ]
    }
}

/// The state of a claim, with what of it is lost and who has it.
pub(crate) fn state_of(claim: &Claim) -> String {
    let lost = lost(claim).map(|outcome| outcome.to_string());
    let holders: Vec<&str> = claim
        .assigned
        .iter()
        .map(|assignee| &*assignee.reviewer)
        .collect();
    let holders = (!holders.is_empty()).then(|| holders.join(", "));
    let due = claim.assigned.iter().filter_map(|assignee| assignee.due);
    let due = due.min().map(|day| format!("due {day}"));
    let parts = [Some(claim.state.to_string()), lost, holders, due];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Who has a claim, and until when.
fn assignee(assignee: &Assignee) -> String {
    let due = assignee.due.map(|day| format!(", due {day}"));
    let taken = assignee.taken_at.map(|_| ", taken up".to_owned());
    [Some(assignee.reviewer.clone()), due, taken]
        .into_iter()
        .flatten()
        .collect()
}

/// That a claim has no place in the latest revision.
fn lost(claim: &Claim) -> Option<Outcome> {
    claim.outcome.filter(|found| found.has_no_place())
}

/// Candidates with their numbers, likeliest first.
pub(super) fn candidate_rows(candidates: &[CandidatePlace]) -> Vec<Vec<Cell>> {
    let rows = (1..).zip(candidates).map(|(number, found)| {
        vec![
            Cell::number(number),
            Cell::number(format!("{:.2}", found.likeness)),
            Cell::text(format!("{}-{}", found.start, found.end)),
            Cell::short(&found.quote),
        ]
    });
    rows.collect()
}

fn rating(claim: &Claim) -> Cell {
    let (Some(slug), Some(tone)) = (&claim.rating, claim.rating_tone) else {
        return Cell::text(if claim.hidden { HIDDEN } else { "" });
    };
    let label = claim.rating_label.as_ref().unwrap_or(slug);
    if claim.stale {
        Cell::rating(&format!("{label} (stale)"), tone)
    } else {
        Cell::rating(label, tone)
    }
}

fn place(claim: &Claim) -> Option<String> {
    let article = claim.article?;
    Some(match (claim.revision, claim.start, claim.end) {
        (Some(revision), Some(start), Some(end)) => {
            let sentence = claim.sentence.map(|number| format!(", sentence {number}"));
            let sentence = sentence.unwrap_or_default();
            format!("{article}, revision {revision}{sentence}, characters {start} to {end}")
        }
        _ => article.to_string(),
    })
}

fn show_context(claim: &Claim, page: &mut Page) {
    let (Some(prefix), Some(quote), Some(suffix)) = (&claim.prefix, &claim.quote, &claim.suffix)
    else {
        return;
    };
    page.section("In the text");
    let words = format!("…{prefix}[{quote}]{suffix}…");
    page.paragraph(&words.split_whitespace().collect::<Vec<_>>().join(" "));
}

fn show_score(claim: &Claim, page: &mut Page) {
    let Some(score) = claim.score else { return };
    page.section(&format!("Check-worthiness {score:.2}"));
    let rows = claim.reasons.iter().map(|reason| {
        vec![
            Cell::number(format!("{:+.2}", reason.weight)),
            Cell::text(&reason.reason),
        ]
    });
    page.rows_in(rows.collect());
}
