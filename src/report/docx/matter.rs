//! What stands before the article and after it: title and summary, sources,
//! and how the report came about.

use super::super::content::ArticleReport;
use super::super::view::{View, imprint};
use super::super::wording;
use super::flow::{Flow, Look, Style};
use crate::model::scale::Tone;

/// Widths of the summary's columns, in twentieths of a point.
const COLUMNS: [&str; 2] = ["4200", "1200"];

/// Title, summary, and what to know before reading.
pub(super) fn front(flow: &mut Flow, view: &View<'_>, has_changes: bool) {
    let article = &view.report.article;
    flow.paragraph(Style::Title, &article.details.title);
    let mut line = vec!["Fact-check report".to_owned()];
    line.extend(view.byline());
    line.push(format!("revision {}", article.revision));
    flow.paragraph(Style::Subtitle, &line.join(" · "));
    if let Some(said) = view.selection_said() {
        flow.paragraph(Style::Plain, &said);
    }
    flow.paragraph(Style::ReportHeading, "Summary");
    summary(flow, view);
    flow.paragraph(
        Style::Plain,
        "Each comment says what was found of the words that it hangs on.",
    );
    if has_changes {
        flow.paragraph(
            Style::Plain,
            "Corrections stand in the text as tracked changes, for you to accept or reject.",
        );
    }
}

fn summary(flow: &mut Flow, view: &View<'_>) {
    let said = [
        wording::count(view.judged.len(), "claim judged", "claims judged"),
        format!("{} not yet judged", view.unjudged.len()),
        wording::count(view.open_flags(), "open flag", "open flags"),
        wording::count(view.report.sources.len(), "source", "sources"),
    ];
    flow.paragraph(Style::Plain, &said.join(", "));
    let rows: Vec<[String; 2]> = view
        .bars()
        .into_iter()
        .map(|bar| {
            let label = match bar.tone {
                Some(tone) => rating(&bar.label, tone),
                None => bar.label,
            };
            [label, bar.count.to_string()]
        })
        .collect();
    if !rows.is_empty() {
        table(flow, &rows);
    }
    flow.paragraph(
        Style::Plain,
        &format!("{}.", wording::coverage(&view.report.coverage)),
    );
    if let Some(hidden) = view.hidden_said() {
        flow.paragraph(
            Style::Plain,
            &format!(
                "Verdicts of others on {hidden} are left out: they are hidden until one’s own is in."
            ),
        );
    }
    for (claim, said) in view.corrections() {
        flow.paragraph(
            Style::Bullet,
            &format!("Public correction of claim {claim}, {said}"),
        );
    }
}

fn rating(label: &str, tone: Tone) -> String {
    format!("{} {label}", tone.sign())
}

/// The counts by rating, with a paragraph after them so that nothing runs into
/// the table.
fn table(flow: &mut Flow, rows: &[[String; 2]]) {
    let xml = &mut flow.xml;
    xml.begin("w:tbl", &[]);
    xml.begin("w:tblPr", &[]);
    xml.empty("w:tblW", &[("w:w", "0"), ("w:type", "auto")]);
    xml.begin("w:tblBorders", &[]);
    for edge in ["w:top", "w:bottom", "w:insideH"] {
        let line = [
            ("w:val", "single"),
            ("w:sz", "4"),
            ("w:space", "0"),
            ("w:color", "A6A6A6"),
        ];
        xml.empty(edge, &line);
    }
    xml.end();
    xml.end();
    xml.begin("w:tblGrid", &[]);
    for width in COLUMNS {
        xml.empty("w:gridCol", &[("w:w", width)]);
    }
    xml.end();
    row(flow, ["Rating", "Claims"], Look::Bold);
    for [label, count] in rows {
        row(flow, [label, count], Look::Plain);
    }
    flow.xml.end();
    flow.paragraph(Style::Plain, "");
}

fn row(flow: &mut Flow, cells: [&str; 2], look: Look) {
    flow.xml.begin("w:tr", &[]);
    if look == Look::Bold {
        flow.xml.begin("w:trPr", &[]);
        flow.xml.empty("w:tblHeader", &[]);
        flow.xml.end();
    }
    for (text, width) in cells.into_iter().zip(COLUMNS) {
        flow.xml.begin("w:tc", &[]);
        flow.xml.begin("w:tcPr", &[]);
        flow.xml
            .empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
        flow.xml.end();
        flow.begin(Style::Cell, text);
        flow.words(text, look);
        flow.end();
        flow.xml.end();
    }
    flow.xml.end();
}

/// Every source that a claim cites, by its number.
pub(super) fn sources(flow: &mut Flow, view: &View<'_>) {
    flow.paragraph(Style::ReportHeading, "Sources");
    if view.report.sources.is_empty() {
        flow.paragraph(Style::Plain, "No source has been cited yet.");
    }
    for source in &view.report.sources {
        flow.begin(Style::Source, "");
        let number = view.source_number(source.id);
        flow.words(&format!("{number}. "), Look::Plain);
        flow.link(source.name(), source.url.as_deref());
        for part in imprint(source) {
            flow.words(&format!(" · {part}"), Look::Plain);
        }
        if let Some(archived) = &source.details.archived_url {
            flow.words(" · ", Look::Plain);
            flow.link("archived copy", Some(archived));
        }
        if let Some(notes) = &source.details.notes {
            flow.words(&format!(" · {notes}"), Look::Plain);
        }
        let cited: Vec<String> = view
            .cited_by(source)
            .iter()
            .map(|claim| format!("claim {claim}"))
            .collect();
        if !cited.is_empty() {
            flow.words(&format!(" · cited for {}", cited.join(", ")), Look::Plain);
        }
        flow.end();
    }
}

/// What the ratings mean, and what was checked, when.
pub(super) fn about(flow: &mut Flow, report: &ArticleReport) {
    flow.paragraph(Style::ReportHeading, "About this report");
    for step in report.scales.iter().flat_map(|scale| &scale.ratings) {
        let name = rating(&step.label, step.tone);
        flow.begin(Style::Bullet, &name);
        flow.words(&name, Look::Bold);
        flow.words(&format!(": {}", step.description), Look::Plain);
        flow.end();
    }
    if let Some(address) = &report.article.details.url {
        flow.begin(Style::Bullet, "");
        flow.words("Address: ", Look::Plain);
        flow.link(address, Some(address));
        flow.end();
    }
    let file = report.file_name.as_ref();
    let made = wording::time(report.generated_at);
    let facts = [
        file.map(|name| format!("File: {name}")),
        Some(format!("SHA-256 of the file: {}", report.original_sha256)),
        Some(format!("Report made: {made}")),
        Some(format!(
            "Last line of the desk’s history: {}",
            report.audit_head
        )),
    ];
    for fact in facts.into_iter().flatten() {
        flow.paragraph(Style::Bullet, &fact);
    }
}
