//! Earlier checks of the same claim, and how good finding them is, for eyes.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::Serialize;

use super::page::Page;
use super::search::{BETWEEN, INDENT, name_stands_out, safe, strong};
use super::table::Cell;
use super::{Listed, Look, Output, Shown};
use crate::chance::Measure;
use crate::desk::Matched;
use crate::matching::{Header, Measures};
use crate::model::glance::Glance;

/// A matcher that was trained.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct MatcherTrained {
    /// Its file.
    pub(crate) file: PathBuf,
    /// What it says of itself.
    #[serde(flatten)]
    pub(crate) header: Header,
}

/// How a matcher does on a set of questions.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct MatcherMeasured {
    /// The set.
    pub(crate) set: String,
    /// How many claims there are to find.
    pub(crate) claims: usize,
    /// How it did.
    #[serde(flatten)]
    pub(crate) measures: Measures,
}

impl Shown for MatcherTrained {
    fn show(&self, page: &mut Page) {
        let learned = &self.header.trained_on;
        page.title(&format!("Matcher {}", self.file.display()));
        page.fact("learned from", &learned.name);
        page.fact(
            "questions",
            format!("{} on {} claims", learned.questions, learned.claims),
        );
        if let Some(figures) = &self.header.figures {
            page.fact("map at 5", with_interval(&figures.map_at_5));
            page.fact("first is right", with_interval(&figures.precision_at_1));
            page.fact("reciprocal rank", with_interval(&figures.reciprocal_rank));
        }
    }
}

impl Listed for MatcherMeasured {
    const COLUMNS: &'static [&'static str] = &[
        "set",
        "claims",
        "questions",
        "map at 5",
        "first is right",
        "reciprocal rank",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.set),
            Cell::number(self.claims),
            Cell::number(self.measures.questions),
            Cell::text(with_interval(&self.measures.map_at_5)),
            Cell::text(with_interval(&self.measures.precision_at_1)),
            Cell::text(with_interval(&self.measures.reciprocal_rank)),
        ]
    }
}

fn with_interval(measure: &Measure) -> String {
    format!(
        "{:.3} ({:.3}–{:.3})",
        measure.value, measure.low, measure.high
    )
}

impl Listed for Matched {
    const COLUMNS: &'static [&'static str] =
        &["claim", "likely", "rating", "decided", "statement", "why"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.of.claim),
            Cell::text(percent(self.score)),
            Cell::maybe(self.of.rating_label.as_deref()),
            Cell::maybe(self.of.date.as_deref()),
            Cell::short(&self.of.statement),
            Cell::short(&why(self)),
        ]
    }
}

pub(super) fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// What speaks for it, then what speaks against it.
fn why(matched: &Matched) -> String {
    let parts = [in_both(matched), matched.reasons.warnings.join("; ")];
    let told: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    told.join("; ")
}

/// What both say.
pub(crate) fn in_both(matched: &Matched) -> String {
    let reasons = &matched.reasons;
    let all = reasons
        .figures
        .iter()
        .chain(&reasons.dates)
        .chain(&reasons.words);
    all.cloned().collect::<Vec<_>>().join(", ")
}

/// So many earlier checks are told of one by one.
const MOST_TOLD: usize = 5;

impl Output {
    /// Says which claims were checked before; each answer's query is a claim's number.
    pub(crate) fn note_checked_before(&mut self, found: &[Matched], all: &str) {
        for matched in found.iter().take(MOST_TOLD) {
            let rating = matched.of.rating_label.as_deref().unwrap_or_default();
            let date = matched.of.date.as_ref().map(|date| format!(", {date}"));
            self.note(format!(
                "claim {} may have been checked before: {rating}{}, claim {} ({})",
                matched.query,
                date.unwrap_or_default(),
                matched.of.claim,
                percent(matched.score)
            ));
        }
        if found.len() > MOST_TOLD {
            let more = found.len() - MOST_TOLD;
            self.note(format!("and {more} more; `{all}` lists them"));
        }
        if let Some(first) = found.first() {
            self.note(format!(
                "link what says the same with `claimdesk claim link {0} {1}`, or take the check over with \
                 `claimdesk verdict add {0} --from {1}`",
                first.query, first.of.claim
            ));
        }
    }
}

/// Answers one below the other; those of several questions each below its own.
pub(super) fn listing(found: &[Matched], several: bool, look: Look) -> String {
    let width = usize::from(look.width.unwrap_or(u16::MAX));
    let options = textwrap::Options::new(width)
        .initial_indent(INDENT)
        .subsequent_indent(INDENT);
    let mut text = String::new();
    for answers in found.chunk_by(|one, other| one.query == other.query) {
        if several {
            let question = format!("“{}”", safe(&answers[0].query, look));
            text += &textwrap::fill(&strong(&question, look), width);
            text.push('\n');
        }
        for answer in answers {
            text += &glanced(&answer.of, answer.score, look);
            text.push('\n');
            let mut lines = vec![answer.of.statement.clone()];
            let both = in_both(answer);
            if !both.is_empty() {
                lines.push(format!("both: {both}"));
            }
            let warnings = answer.reasons.warnings.iter();
            lines.extend(warnings.map(|warning| format!("but: {warning}")));
            for line in lines {
                text += &textwrap::fill(&safe(&line, look), &options);
                text.push('\n');
            }
        }
    }
    text
}

/// A claim at a glance, and how likely or alike it is:
/// `claim 12 · 90 % · ✗ False · 2023-05-02 · article 3`.
pub(super) fn glanced(of: &Glance, share: f64, look: Look) -> String {
    name_stands_out(&glance(of, Some(share)), look)
}

/// The same as plain words; how likely it is where that is known.
pub(crate) fn glance(of: &Glance, share: Option<f64>) -> String {
    let mut parts = vec![format!("claim {}", of.claim)];
    parts.extend(share.map(percent));
    if let (Some(label), Some(tone)) = (&of.rating_label, of.rating_tone) {
        parts.push(format!("{} {label}", tone.sign()));
    }
    parts.extend(of.date.clone());
    parts.extend(of.article.map(|article| format!("article {article}")));
    parts.join(BETWEEN)
}
