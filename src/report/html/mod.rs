//! The report as one HTML page. It loads nothing and runs nothing, and the
//! template engine escapes every text that comes from the desk.

mod cards;
mod filters;
mod marked;
mod parts;
mod summary;

use askama::Template;
use chrono::{DateTime, SecondsFormat, Utc};

use self::cards::{Card, FlagNote, SourceEntry};
use self::filters::Filters;
use self::marked::BlockOfText;
use self::summary::{Chart, Figure, FindingRow, UncoveredRow};
use super::content::ArticleReport;
use super::look::logo::Logo;
use super::view::View;
use super::{ReportError, wording};
use crate::model::ids::{ClaimId, FlagId};
use crate::model::text::BlockKind;

/// The report as a page.
pub(super) fn page(report: &ArticleReport) -> Result<String, ReportError> {
    let view = View::new(report);
    let findings = view.findings();
    let filters = Filters::new(&view);
    let [head, top, foot] = report.look.parts.filled(|name| parts::value(&view, name));
    let page = Page {
        style: include_str!("../templates/style.css"),
        report,
        logo: report.look.logo.as_ref().map(Logo::data_uri),
        head,
        top,
        foot,
        byline: view.byline(),
        made_at: Time::new(report.generated_at),
        selection: view.selection_said(),
        figures: summary::figures(&view),
        charts: summary::charts(&view),
        coverage: wording::coverage(&report.coverage),
        uncovered: view
            .uncovered()
            .map(|one| UncoveredRow::new(&view, one))
            .collect(),
        findings: findings
            .iter()
            .map(|finding| FindingRow::new(&view, finding))
            .collect(),
        hidden: view.hidden_said(),
        corrections: view.corrections(),
        dissents: view.dissents(),
        blocks: marked::blocks(report),
        judged: view
            .judged
            .iter()
            .map(|claim| Card::new(&view, &filters, claim))
            .collect(),
        unjudged: view
            .unjudged
            .iter()
            .map(|claim| Card::new(&view, &filters, claim))
            .collect(),
        flags: report
            .flags
            .iter()
            .map(|flag| FlagNote::new(&view, flag))
            .collect(),
        sources: report
            .sources
            .iter()
            .map(|source| SourceEntry::new(&view, source))
            .collect(),
        filters,
    };
    let mut document = page.render()?;
    document.push('\n');
    Ok(wording::with_controls_shown(document))
}

#[derive(Template)]
#[template(path = "page.html", config = "src/report/templates/askama.toml")]
struct Page<'a> {
    style: &'static str,
    report: &'a ArticleReport,
    logo: Option<String>,
    head: String,
    top: String,
    foot: String,
    byline: Vec<String>,
    made_at: Time,
    selection: Option<String>,
    figures: Vec<Figure>,
    charts: Vec<Chart>,
    coverage: String,
    uncovered: Vec<UncoveredRow<'a>>,
    findings: Vec<FindingRow<'a>>,
    hidden: Option<String>,
    corrections: Vec<(ClaimId, String)>,
    dissents: Vec<(ClaimId, String)>,
    filters: Filters,
    blocks: Vec<BlockOfText<'a>>,
    judged: Vec<Card<'a>>,
    unjudged: Vec<Card<'a>>,
    flags: Vec<FlagNote<'a>>,
    sources: Vec<SourceEntry<'a>>,
}

impl Page<'_> {
    fn language(&self) -> &str {
        self.report
            .article
            .details
            .language
            .as_deref()
            .unwrap_or_default()
    }

    fn nothing_judged(&self) -> &'static str {
        wording::nothing_judged(self.report)
    }

    fn nothing_wanting(&self) -> &'static str {
        wording::nothing_wanting(self.report)
    }
}

/// A time for people and for programs.
struct Time {
    said: String,
    stored: String,
}

impl Time {
    fn new(at: DateTime<Utc>) -> Self {
        Self {
            said: wording::time(at),
            stored: at.to_rfc3339_opts(SecondsFormat::Secs, true),
        }
    }
}

fn link_to_card(claim: ClaimId) -> String {
    format!("#claim-{claim}")
}

fn link_to_note(flag: FlagId) -> String {
    format!("#flag-{flag}")
}
