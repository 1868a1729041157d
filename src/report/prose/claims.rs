//! What was found, claim by claim and flag by flag.

use super::super::content::ClaimReport;
use super::super::view::View;
use super::super::{told, wording};
use super::page::Page;
use crate::model::flag::Flag;
use crate::model::source::Evidence;
use crate::model::verdict::Verdict;

pub(super) fn judged(page: &mut Page, view: &View<'_>) {
    page.heading(2, "Claims judged");
    if view.judged.is_empty() {
        page.paragraph(wording::nothing_judged(view.report));
    }
    for claim in &view.judged {
        card(page, view, claim);
    }
}

fn card(page: &mut Page, view: &View<'_>, report: &ClaimReport) {
    let form = page.form;
    let claim = &report.claim;
    page.heading(3, &format!("Claim {}", claim.id));
    let statement = form.words(&claim.statement);
    page.paragraph(&match report.rating() {
        Some((label, tone)) => {
            let rating = form.strong(&form.rating(label, tone));
            format!("{rating} · {statement}")
        }
        None => statement,
    });
    if let Some(quote) = claim
        .quote
        .as_ref()
        .filter(|quote| **quote != claim.statement)
    {
        page.paragraph(&format!("“{}”", form.words(quote)));
    }
    if let Some(claimant) = &claim.claimant {
        page.item(&format!("said by {}", form.words(claimant)));
    }
    if !claim.topics.is_empty() {
        page.item(&format!("topics: {}", form.words(&claim.topics.join(", "))));
    }
    page.item(&format!("state: {}", claim.state));
    for repeat in &claim.repeats {
        let words = form.words(&repeat.text);
        page.item(&format!(
            "said again in sentence {}: “{words}”",
            repeat.sentence
        ));
    }
    if let Some(lost) = wording::lost(claim) {
        page.item(&form.strong(lost));
    }
    for doubt in &claim.stale_because {
        page.item(&form.strong(wording::doubt(*doubt)));
    }
    for ruling in &report.rulings {
        page.item(&form.words(&wording::ruling(ruling)));
    }
    if let Some(verdict) = report.leading() {
        opinion(page, view, "Verdict", verdict);
    }
    for verdict in report.others() {
        opinion(page, view, wording::role(report, verdict), verdict);
    }
    if !report.evidence.is_empty() {
        page.paragraph("Further evidence:");
        exhibits(page, view, &report.evidence);
    }
    if !report.replies.is_empty() {
        page.paragraph("Right of reply:");
    }
    for reply in &report.replies {
        page.item(&form.words(&wording::reply(reply)));
    }
    if !report.flags.is_empty() {
        page.paragraph("Flags:");
    }
    for raised in &report.flags {
        flag(page, view, raised);
    }
    for verdict in report.replaced() {
        let fate = if verdict.withdrawn {
            "Taken back"
        } else {
            "Replaced since"
        };
        opinion(page, view, fate, verdict);
    }
    history(page, report);
}

fn opinion(page: &mut Page, view: &View<'_>, role: &str, verdict: &Verdict) {
    let form = page.form;
    let confidence = verdict
        .confidence
        .map(|confidence| format!(", {confidence} confidence"))
        .unwrap_or_default();
    page.paragraph(&format!(
        "{role}: {}, {} ({}), {}{confidence}",
        form.strong(&form.rating(&verdict.rating_label, verdict.rating_tone)),
        form.words(&verdict.reviewer_name),
        form.words(&verdict.reviewer),
        wording::time(verdict.created_at),
    ));
    page.quotation(&form.rationale(&verdict.rationale));
    if let Some(because) = &verdict.reaffirmed {
        page.paragraph(&format!("Reaffirmed: {}", form.words(because)));
    }
    if let Some(correction) = &verdict.correction {
        page.paragraph(&format!("Write instead: “{}”", form.words(correction)));
    }
    if let Some(because) = &verdict.no_source {
        page.paragraph(&format!("No source is named: {}", form.words(because)));
    }
    exhibits(page, view, &verdict.evidence);
}

fn exhibits(page: &mut Page, view: &View<'_>, evidence: &[Evidence]) {
    let form = page.form;
    for piece in evidence {
        let mut parts = vec![form.link(&piece.source_name, piece.source_url.as_deref())];
        parts.extend(
            piece
                .source_publisher
                .as_deref()
                .map(|text| form.words(text)),
        );
        parts.extend(piece.locator.as_deref().map(|text| form.words(text)));
        parts.push(form.to_source(view.source_number(piece.source)));
        page.item(&format!(
            "{}: {}",
            form.strong(wording::stance(piece.stance)),
            parts.join(", ")
        ));
        if let Some(quote) = &piece.quote {
            page.sub_item("it says", Some(&format!("“{quote}”")));
        }
    }
}

fn history(page: &mut Page, report: &ClaimReport) {
    let form = page.form;
    if report.history.is_empty() {
        return;
    }
    page.paragraph("History:");
    for event in &report.history {
        page.item(&format!(
            "line {}, {}: {} {}",
            event.id,
            wording::stored_time(&event.at),
            form.words(&event.actor),
            form.words(&told(event)),
        ));
    }
}

/// One flag as an item of a list.
pub(super) fn flag(page: &mut Page, view: &View<'_>, flag: &Flag) {
    let form = page.form;
    let words = flag
        .text
        .as_ref()
        .map(|text| format!(" “{}”", form.words(text)))
        .unwrap_or_default();
    let rule = flag.code.as_deref().map(|code| format!(", {code}"));
    page.item(&format!(
        "{} ({}{}){words}: {}",
        form.strong(&format!("⚑ {}", form.words(&flag.category))),
        flag.severity,
        rule.unwrap_or_default(),
        form.words(&view.flag_message(flag)),
    ));
    page.sub_item("Suggestion", flag.suggestion.as_deref());
    page.sub_item("Settled", wording::settled(flag).as_deref());
}

pub(super) fn flags(page: &mut Page, view: &View<'_>) {
    if !view.report.flags.is_empty() {
        page.heading(2, "Flags on the article");
    }
    for raised in &view.report.flags {
        flag(page, view, raised);
    }
}

pub(super) fn unjudged(page: &mut Page, view: &View<'_>) {
    let form = page.form;
    if view.unjudged.is_empty() {
        return;
    }
    page.heading(2, "Not yet judged");
    let rows = view.unjudged.iter().map(|report| {
        let claim = &report.claim;
        let score = claim
            .score
            .map_or_else(|| "–".to_owned(), |score| format!("{score:.2}"));
        let reasons: Vec<&str> = claim.reasons.iter().map(|reason| &*reason.reason).collect();
        vec![
            claim.id.to_string(),
            score,
            form.words(&claim.statement),
            form.words(&reasons.join("; ")),
        ]
    });
    page.table(&["Claim", "Score", "Words", "Why"], rows);
    for report in &view.unjudged {
        found_without_verdict(page, view, report);
    }
}

/// What is already there on a claim that has no verdict.
fn found_without_verdict(page: &mut Page, view: &View<'_>, report: &ClaimReport) {
    if report.evidence.is_empty() && report.flags.is_empty() {
        return;
    }
    page.paragraph(&format!("On claim {}:", report.claim.id));
    exhibits(page, view, &report.evidence);
    for raised in &report.flags {
        flag(page, view, raised);
    }
}
