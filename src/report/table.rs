//! The report as CSV: a row for each claim, for who works on in a spreadsheet.

use super::ReportError;
use super::content::{ArticleReport, ClaimReport};
use super::places::Places;
use super::selection::Selected;
use super::view::View;
use super::wording;
use crate::model::flag::{Flag, FlagState};
use crate::model::source::Evidence;
use crate::text::cells::no_formula;

/// What stands between the parts of a cell that lists several things.
const BETWEEN: &str = " | ";

/// The table with its header; a report of some claims says so in every row.
pub(super) fn document(report: &ArticleReport) -> Result<String, ReportError> {
    let view = View::new(report);
    let places = Places::new(report);
    let part = report.selection.as_ref().map(Selected::said);
    let mut writer = csv::Writer::from_writer(Vec::new());
    let names = COLUMNS.iter().map(|(name, _)| *name);
    writer.write_record(names.chain(["part"]))?;
    for claim in &report.claims {
        let row = Row {
            view: &view,
            places: &places,
            report: claim,
        };
        let cells = COLUMNS.iter().map(|(_, cell)| no_formula(&cell(&row)));
        let part = part.clone().unwrap_or_default();
        writer.write_record(cells.chain([part]))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))?;
    // What was written was text.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// One claim, with what is needed to tell of it.
struct Row<'a> {
    view: &'a View<'a>,
    places: &'a Places<'a>,
    report: &'a ClaimReport,
}

/// What a column says of a claim.
type Cell = fn(&Row<'_>) -> String;

/// The columns, in order.
const COLUMNS: &[(&str, Cell)] = &[
    ("id", |row| row.report.claim.id.to_string()),
    ("uuid", |row| row.report.claim.uuid.to_string()),
    ("article", |row| row.view.report.article.id.to_string()),
    ("title", |row| row.view.report.article.details.title.clone()),
    ("revision", |row| shown(row.report.claim.revision)),
    ("place", |row| {
        let span = row.report.claim.span;
        span.map(|span| row.places.of(span)).unwrap_or_default()
    }),
    ("quote", |row| {
        row.report.claim.quote.clone().unwrap_or_default()
    }),
    ("start", |row| shown(row.report.claim.start)),
    ("end", |row| shown(row.report.claim.end)),
    ("statement", |row| row.report.claim.statement.clone()),
    ("claimant", |row| {
        row.report.claim.claimant.clone().unwrap_or_default()
    }),
    ("topics", |row| row.report.claim.topics.join("|")),
    ("state", |row| row.report.claim.state.to_string()),
    ("score", |row| {
        let score = row.report.claim.score;
        score.map(|score| format!("{score:.2}")).unwrap_or_default()
    }),
    ("rating", |row| {
        row.report.claim.rating.clone().unwrap_or_default()
    }),
    ("rating_label", |row| {
        row.report.claim.rating_label.clone().unwrap_or_default()
    }),
    ("stale", |row| row.report.claim.stale.to_string()),
    ("rationale", |row| {
        let leading = row.report.leading();
        leading
            .map(|verdict| verdict.rationale.clone())
            .unwrap_or_default()
    }),
    ("correction", |row| {
        let leading = row.report.leading();
        leading
            .and_then(|verdict| verdict.correction.clone())
            .unwrap_or_default()
    }),
    ("reviewers", |row| {
        let standing = row
            .report
            .verdicts
            .iter()
            .filter(|verdict| verdict.stands());
        joined(standing.map(|verdict| format!("{}: {}", verdict.reviewer, verdict.rating_label)))
    }),
    ("signed_off_by", |row| {
        let rulings = row.report.rulings.iter();
        joined(rulings.map(|ruling| format!("{}: {}", ruling.editor, ruling.outcome)))
    }),
    ("sources", |row| {
        joined(row.report.all_evidence().map(source))
    }),
    ("open_flags", |row| {
        let open = |flag: &&Flag| flag.state == FlagState::Open;
        let flags = row.report.flags.iter().filter(open);
        joined(flags.map(|flag| {
            let message = row.view.flag_message(flag);
            format!("{} ({}): {message}", flag.category, flag.severity)
        }))
    }),
];

fn shown(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(BETWEEN)
}

/// Which way a source points, its name, the place in it, its words, and its
/// address.
fn source(evidence: &Evidence) -> String {
    let stance = wording::stance(evidence.stance);
    let locator = evidence
        .locator
        .as_ref()
        .map(|locator| format!(", {locator}"));
    let quote = evidence.quote.as_ref().map(|quote| format!(": “{quote}”"));
    let address = evidence.source_url.as_ref().map(|url| format!(" <{url}>"));
    format!(
        "{stance}: {}{}{}{}",
        evidence.source_name,
        locator.unwrap_or_default(),
        quote.unwrap_or_default(),
        address.unwrap_or_default()
    )
}
