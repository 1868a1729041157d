//! What the desk knows of the current claim, and the ratings that can be given.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Look;
use super::lines::Lines;
use super::paint::{DIM, STRONG};
use crate::cli::output::{HIDDEN, glance, in_both, state_of};
use crate::cli::review::state::{Known, State};
use crate::desk::Matched;
use crate::model::claim::Claim;
use crate::model::flag::Flag;
use crate::model::glance::Glance;
use crate::model::revision::Outcome;
use crate::model::scale::Scale;
use crate::model::source::Evidence;
use crate::model::verdict::Verdict;

/// What is known of the current claim; with its words where the text is not beside it.
pub(super) fn rows(state: &State, alone: bool, width: usize, look: Look) -> Vec<Line<'static>> {
    let mut lines = Lines::new(width);
    let Some(claim) = state.claim() else {
        lines.text(0, Style::new(), "This article has no claims to go through.");
        lines.text(
            0,
            DIM,
            "`claimdesk claim add` makes a claim of words; t shows other claims.",
        );
        return lines.finish();
    };
    identity(&mut lines, claim, look);
    words(&mut lines, state, claim, alone, look);
    flags(&mut lines, state.walk.flags_on(claim), look);
    if let Some(known) = &state.known {
        opinions(&mut lines, known, look);
        sources(&mut lines, known);
        earlier(&mut lines, known, look);
        remarks(&mut lines, known);
    }
    score(&mut lines, claim);
    lines.finish()
}

/// The ratings with the keys that give them, below a rule.
pub(super) fn ratings(scale: &Scale, width: usize, look: Look) -> Vec<Line<'static>> {
    let mut rows = vec![Line::styled("─".repeat(width), DIM)];
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut used = 0;
    for (number, rating) in (1..=9).zip(&scale.ratings) {
        let label = format!("{} {}", rating.tone.sign(), rating.label);
        let label = super::cut(&label, width.saturating_sub(2));
        let needs = 2 + Span::raw(&*label).width();
        if used + needs > width {
            rows.push(Line::from(std::mem::take(&mut spans)));
            used = 0;
        }
        used += needs + 2;
        spans.push(Span::styled(format!("{number} "), STRONG));
        spans.push(Span::styled(format!("{label}  "), look.tone(rating.tone)));
    }
    rows.push(Line::from(spans));
    rows
}

fn identity(lines: &mut Lines, claim: &Claim, look: Look) {
    lines.head(&format!("Claim {} · {}", claim.id, state_of(claim)));
    if let (Some(label), Some(tone)) = (&claim.rating_label, claim.rating_tone) {
        let sign = format!("{} ", tone.sign());
        lines.item(&sign, look.tone(tone), 0, label);
    } else if claim.hidden {
        lines.text(0, Style::new(), &format!("What others say is {HIDDEN}."));
    }
    for doubt in &claim.stale_because {
        lines.item("stale: ", look.trouble(), 0, doubt.meaning());
    }
    if let Some(why) = &claim.dismissed_because {
        lines.item("dismissed: ", Style::new(), 0, why);
    }
}

fn words(lines: &mut Lines, state: &State, claim: &Claim, alone: bool, look: Look) {
    let lost = state.walk.span_of(claim).is_none();
    if lost {
        let how = claim
            .outcome
            .map_or_else(|| "not in it".to_owned(), |how| how.to_string());
        let (style, next) = match claim.outcome {
            Some(Outcome::Cut) => (Style::new(), ""),
            _ => (look.trouble(), "; `claimdesk claim anchor` settles it"),
        };
        lines.text(0, style, &format!("in the latest text: {how}{next}"));
    }
    if alone || lost {
        lines.text(0, Style::new(), &format!("“{}”", claim.words()));
    }
    if claim
        .quote
        .as_ref()
        .is_some_and(|quote| *quote != claim.statement)
    {
        lines.item("means: ", Style::new(), 0, &claim.statement);
    }
    if let Some(name) = &claim.claimant {
        lines.item("said by: ", Style::new(), 0, name);
    }
    if !claim.topics.is_empty() {
        lines.item("topics: ", DIM, 0, &claim.topics.join(", "));
    }
    for repeat in &claim.repeats {
        let sign = format!("said again in sentence {}: ", repeat.sentence);
        lines.item(&sign, DIM, 0, &repeat.text);
    }
}

fn flags<'f>(lines: &mut Lines, flags: impl Iterator<Item = &'f Flag>, look: Look) {
    for (number, flag) in flags.enumerate() {
        if number == 0 {
            lines.head("Flags");
        }
        let what = flag.name.as_ref().unwrap_or(&flag.category);
        let told = format!("{}, {what}: {}", flag.severity, flag.message);
        lines.item("⚑ ", look.severity(flag.severity), 0, &told);
        if let Some(instead) = &flag.suggestion {
            lines.item("→ ", Style::new(), 2, instead);
        }
    }
}

fn opinions(lines: &mut Lines, known: &Known, look: Look) {
    let standing = known
        .claim
        .verdicts
        .iter()
        .filter(|verdict| verdict.stands());
    for (number, verdict) in standing.enumerate() {
        if number == 0 {
            lines.head("Verdicts");
        }
        opinion(lines, verdict, look);
    }
    if let Some(ruling) = known.claim.rulings.last() {
        let told = format!("ruling: {} by {}", ruling.outcome, ruling.editor);
        lines.text(0, Style::new(), &told);
    }
}

fn opinion(lines: &mut Lines, verdict: &Verdict, look: Look) {
    let sign = format!("{} ", verdict.rating_tone.sign());
    let day = verdict.created_at.format("%Y-%m-%d");
    let head = format!("{} · {} · {day}", verdict.rating_label, verdict.reviewer);
    lines.item(&sign, look.tone(verdict.rating_tone), 0, &head);
    lines.text(2, Style::new(), &verdict.rationale);
    if let Some(instead) = &verdict.correction {
        lines.item("→ ", Style::new(), 2, instead);
    }
    if let Some(why) = &verdict.no_source {
        lines.item("no source: ", Style::new(), 2, why);
    }
    for evidence in &verdict.evidence {
        cited(lines, evidence);
    }
}

fn cited(lines: &mut Lines, evidence: &Evidence) {
    let place = evidence.locator.as_ref().map(|place| format!(", {place}"));
    let quote = evidence.quote.as_ref().map(|quote| format!(": “{quote}”"));
    let told = format!(
        "{} ({}){}{}",
        evidence.source_name,
        evidence.source,
        place.unwrap_or_default(),
        quote.unwrap_or_default()
    );
    lines.item(&format!("{} ", evidence.stance), Style::new(), 2, &told);
}

fn sources(lines: &mut Lines, known: &Known) {
    if !known.claim.evidence.is_empty() {
        lines.head("Evidence");
        for evidence in &known.claim.evidence {
            cited(lines, evidence);
        }
    }
    if !known.claim.notes.is_empty() {
        lines.head("The writer's notes");
        for note in &known.claim.notes {
            lines.item(
                &format!("{} {} ", note.kind, note.id),
                Style::new(),
                0,
                &note.text,
            );
            if let Some(url) = &note.url {
                lines.text(2, DIM, url);
            }
        }
    }
}

/// What says the same: what it is linked to, and what the desk found.
fn earlier(lines: &mut Lines, known: &Known, look: Look) {
    if !known.claim.earlier.is_empty() {
        lines.head("Checked before");
        for linked in &known.claim.earlier {
            glanced(lines, &linked.of, None, look);
        }
    }
    let linked = |matched: &&Matched| {
        let mut both = known.claim.earlier.iter().chain(&known.claim.later);
        !both.any(|other| other.of.claim == matched.of.claim)
    };
    let found = known.matches.iter().flatten().filter(linked);
    for (number, matched) in found.enumerate() {
        if number == 0 {
            lines.head("May say the same");
        }
        glanced(lines, &matched.of, Some(matched.score), look);
        let both = in_both(matched);
        if !both.is_empty() {
            lines.item("both: ", DIM, 2, &both);
        }
        for warning in &matched.reasons.warnings {
            lines.item("but: ", DIM, 2, warning);
        }
    }
}

fn glanced(lines: &mut Lines, of: &Glance, share: Option<f64>, look: Look) {
    let style = of
        .rating_tone
        .map_or_else(Style::new, |tone| look.tone(tone));
    lines.text(0, style, &glance(of, share));
    lines.text(2, Style::new(), &of.statement);
}

fn remarks(lines: &mut Lines, known: &Known) {
    if !known.claim.replies.is_empty() {
        lines.head("Right of reply");
        for reply in &known.claim.replies {
            let answer = reply.answer.as_deref().unwrap_or("no answer yet");
            let sign = format!("{}, asked {}: ", reply.asked_of, reply.asked);
            lines.item(&sign, Style::new(), 0, answer);
        }
    }
    if !known.claim.comments.is_empty() {
        lines.head("Remarks");
        for comment in &known.claim.comments {
            let day = comment.created_at.format("%Y-%m-%d");
            lines.text(0, DIM, &format!("{} · {day}", comment.reviewer));
            lines.text(2, Style::new(), &comment.body);
        }
    }
}

fn score(lines: &mut Lines, claim: &Claim) {
    let Some(score) = claim.score else { return };
    lines.head(&format!("Check-worthiness {score:.2}"));
    for reason in &claim.reasons {
        let sign = format!("{:+.2} ", reason.weight);
        lines.item(&sign, DIM, 0, &reason.reason);
    }
}
