//! The comments: what was found of each claim and each open flag, beside the
//! words that it is about.

use chrono::{DateTime, SecondsFormat, Utc};

use super::super::content::ClaimReport;
use super::super::view::View;
use super::super::wording;
use super::flow::{Flow, Look, Style};
use super::links::Links;
use super::prose;
use crate::model::flag::{Flag, FlagState};
use crate::model::scale::Tone;
use crate::model::source::Evidence;
use crate::model::text::Span;
use crate::model::verdict::Verdict;

/// Who speaks where nobody of the desk does.
const PROGRAM: &str = "claimdesk";

/// The longest name that Word takes for an author, in characters.
const LONGEST_NAME: usize = 255;

/// What a comment is about.
#[derive(Clone, Copy)]
pub(super) enum Remark<'a> {
    /// A claim, judged or not.
    Claim(&'a ClaimReport),
    /// An open flag that is on no claim.
    Flag(&'a Flag),
}

impl<'a> Remark<'a> {
    /// Everything of a report that gets a comment: every claim, then the open
    /// flags that are on none. A comment's number is its place here.
    pub(super) fn all(view: &View<'a>) -> Vec<Self> {
        let open = |flag: &&Flag| flag.state == FlagState::Open;
        let claims = view.report.claims.iter().map(Self::Claim);
        let flags = view.report.flags.iter().filter(open).map(Self::Flag);
        claims.chain(flags).collect()
    }

    /// Where its words stand in the text, if they do.
    pub(super) fn span(self) -> Option<Span> {
        match self {
            Self::Claim(report) => report.claim.span,
            Self::Flag(flag) => flag.span,
        }
    }

    /// The words that it is about.
    pub(super) fn words(self) -> &'a str {
        match self {
            Self::Claim(report) => report.claim.words(),
            Self::Flag(flag) => flag.text.as_deref().unwrap_or(&flag.category),
        }
    }

    fn author(self) -> &'a str {
        match self {
            Self::Claim(report) => report
                .leading()
                .map_or(PROGRAM, |verdict| &verdict.reviewer_name),
            Self::Flag(flag) => flag.raised_by.as_deref().unwrap_or(PROGRAM),
        }
    }

    fn at(self) -> DateTime<Utc> {
        match self {
            Self::Claim(report) => report
                .leading()
                .map_or(report.claim.created_at, |verdict| verdict.created_at),
            Self::Flag(flag) => flag.created_at,
        }
    }
}

/// The part with every comment, and its relationships. Those in `tracked` have
/// their correction in the text.
pub(super) fn part(
    view: &View<'_>,
    remarks: &[Remark<'_>],
    tracked: impl Fn(usize) -> bool,
) -> (String, Option<String>) {
    let mut flow = Flow::new("w:comments", Links::default());
    for (number, remark) in remarks.iter().enumerate() {
        let author = name(remark.author());
        flow.xml.begin(
            "w:comment",
            &[
                ("w:id", &number.to_string()),
                ("w:author", &author),
                ("w:date", &time(remark.at())),
                ("w:initials", &initials(&author)),
            ],
        );
        match remark {
            Remark::Claim(report) => claim(&mut flow, view, report, tracked(number)),
            Remark::Flag(raised) => flag(&mut flow, view, raised, true),
        }
        flow.xml.end();
    }
    flow.finish()
}

/// A name as Word takes it for the author of a comment or a change.
pub(super) fn name(name: &str) -> String {
    name.chars().take(LONGEST_NAME).collect()
}

/// A time as Word writes it, to the second.
pub(super) fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn initials(name: &str) -> String {
    let firsts = name
        .split_whitespace()
        .filter_map(|word| word.chars().next());
    firsts.take(3).flat_map(char::to_uppercase).collect()
}

/// The first paragraph of a comment, with the mark that Word puts there.
fn head(flow: &mut Flow, words: &str) {
    flow.begin(Style::Comment, words);
    flow.xml.begin("w:r", &[]);
    flow.xml.begin("w:rPr", &[]);
    flow.xml.empty("w:rStyle", &[("w:val", "CommentReference")]);
    flow.xml.end();
    flow.xml.empty("w:annotationRef", &[]);
    flow.xml.end();
    flow.words(words, Look::Bold);
}

fn line(flow: &mut Flow, text: &str) {
    flow.paragraph(Style::Comment, text);
}

fn strong(flow: &mut Flow, text: &str) {
    flow.begin(Style::Comment, text);
    flow.words(text, Look::Bold);
    flow.end();
}

fn rating(label: &str, tone: Tone) -> String {
    format!("{} {label}", tone.sign())
}

fn claim(flow: &mut Flow, view: &View<'_>, report: &ClaimReport, tracked: bool) {
    let claim = &report.claim;
    match report.rating() {
        Some((label, tone)) => head(flow, &rating(label, tone)),
        None => head(flow, "Not yet judged"),
    }
    let state = claim.state.as_str().replace('-', " ");
    flow.words(&format!(" · claim {} · {state}", claim.id), Look::Plain);
    flow.end();
    if claim.statement != claim.words() {
        line(flow, &claim.statement);
    }
    if let Some(claimant) = &claim.claimant {
        line(flow, &format!("Said by {claimant}"));
    }
    let doubts = claim
        .stale_because
        .iter()
        .map(|doubt| wording::doubt(*doubt));
    for warning in wording::lost(claim).into_iter().chain(doubts) {
        strong(flow, warning);
    }
    let leading = report.leading();
    if let Some(verdict) = leading {
        opinion(flow, view, verdict, tracked);
    }
    for verdict in report.others() {
        let label = rating(&verdict.rating_label, verdict.rating_tone);
        strong(
            flow,
            &format!("{}: {label}", wording::role(report, verdict)),
        );
        opinion(flow, view, verdict, false);
    }
    if leading.is_none() && !claim.reasons.is_empty() {
        let reasons: Vec<&str> = claim.reasons.iter().map(|reason| &*reason.reason).collect();
        line(flow, &format!("Worth checking: {}", reasons.join("; ")));
    }
    if !report.evidence.is_empty() {
        line(flow, "Further evidence:");
        exhibits(flow, view, &report.evidence);
    }
    for ruling in &report.rulings {
        line(flow, &wording::ruling(ruling));
    }
    for reply in &report.replies {
        line(flow, &format!("Right of reply: {}", wording::reply(reply)));
    }
    let open = |flag: &&Flag| flag.state == FlagState::Open;
    for raised in report.flags.iter().filter(open) {
        flag(flow, view, raised, false);
    }
}

/// A verdict without its rating: why, what to write instead unless the text
/// itself says so, what it rests on, and whose it is.
fn opinion(flow: &mut Flow, view: &View<'_>, verdict: &Verdict, tracked: bool) {
    prose::paragraphs(flow, Style::Comment, &verdict.rationale);
    if let Some(because) = &verdict.reaffirmed {
        line(flow, &format!("Reaffirmed: {because}"));
    }
    if let Some(correction) = verdict.correction.as_ref().filter(|_| !tracked) {
        line(flow, &format!("Write instead: “{correction}”"));
    }
    if let Some(because) = &verdict.no_source {
        line(flow, &format!("No source is named: {because}"));
    }
    exhibits(flow, view, &verdict.evidence);
    let confidence = verdict
        .confidence
        .map(|confidence| format!(", {confidence} confidence"));
    line(
        flow,
        &format!(
            "{} ({}), {}{}",
            verdict.reviewer_name,
            verdict.reviewer,
            wording::time(verdict.created_at),
            confidence.unwrap_or_default()
        ),
    );
}

fn exhibits(flow: &mut Flow, view: &View<'_>, evidence: &[Evidence]) {
    for piece in evidence {
        flow.begin(Style::Comment, "");
        flow.words(wording::stance(piece.stance), Look::Bold);
        flow.words(": ", Look::Plain);
        flow.link(&piece.source_name, piece.source_url.as_deref());
        let number = format!("source {}", view.source_number(piece.source));
        let known = [&piece.source_publisher, &piece.locator];
        for part in known.into_iter().flatten().chain([&number]) {
            flow.words(&format!(", {part}"), Look::Plain);
        }
        if let Some(quote) = &piece.quote {
            flow.words(&format!(": “{quote}”"), Look::Plain);
        }
        flow.end();
    }
}

/// A flag: at the head of its own comment, or within that of its claim.
fn flag(flow: &mut Flow, view: &View<'_>, flag: &Flag, is_alone: bool) {
    let category = format!("⚑ {}", flag.category);
    if is_alone {
        head(flow, &category);
    } else {
        flow.begin(Style::Comment, &category);
        flow.words(&category, Look::Bold);
    }
    let rule = flag.code.as_deref().map(|code| format!(", {code}"));
    flow.words(
        &format!(
            " ({}{}): {}",
            flag.severity,
            rule.unwrap_or_default(),
            view.flag_message(flag)
        ),
        Look::Plain,
    );
    flow.end();
    if let Some(suggestion) = &flag.suggestion {
        line(flow, &format!("Suggestion: {suggestion}"));
    }
}
