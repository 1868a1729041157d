//! The report in Markdown, with the same content as the page.

mod claims;
mod escape;
mod page;

use self::escape::{escaped, link};
use self::page::Page;
use super::content::ArticleReport;
use super::view::{Finding, View, imprint};
use super::{marks, wording};
use crate::model::coverage::Uncovered;
use crate::model::ids::ClaimId;
use crate::model::scale::Tone;
use crate::model::text::{BlockKind, Span};

/// So much of what nobody has looked at is listed.
const MOST_UNCOVERED: usize = 40;

/// The report as a document.
pub(super) fn document(report: &ArticleReport) -> String {
    let view = View::new(report);
    let mut page = Page::default();
    head(&mut page, &view);
    summary(&mut page, &view);
    attention(&mut page, &view);
    article(&mut page, report);
    claims::judged(&mut page, &view);
    claims::flags(&mut page, &view);
    claims::unjudged(&mut page, &view);
    uncovered(&mut page, &view);
    sources(&mut page, &view);
    about(&mut page, report);
    wording::with_controls_shown(page.into_text())
}

/// A rating with its sign.
fn rating(label: &str, tone: Tone) -> String {
    format!("{} {}", tone.sign(), escaped(label))
}

/// A link to a claim of this document, by the anchor that its heading has
/// where Markdown is shown.
fn link_to_claim(text: &str, claim: ClaimId) -> String {
    format!("[{text}](#claim-{claim})")
}

/// The name of a claim, with a link to it where this document tells of it.
fn claim_named(view: &View<'_>, claim: ClaimId) -> String {
    let name = format!("claim {claim}");
    match view.has(claim) {
        true => link_to_claim(&name, claim),
        false => name,
    }
}

fn head(page: &mut Page, view: &View<'_>) {
    let article = &view.report.article;
    page.heading(1, &escaped(&article.details.title));
    let mut line = vec!["Fact-check report".to_owned()];
    line.extend(view.byline().iter().map(|part| escaped(part)));
    line.push(format!("revision {}", article.revision));
    page.paragraph(&line.join(" · "));
}

fn summary(page: &mut Page, view: &View<'_>) {
    page.heading(2, "Summary");
    if let Some(said) = view.selection_said() {
        page.paragraph(&format!("**{}**", escaped(&said)));
    }
    let said = [
        wording::count(view.judged.len(), "claim judged", "claims judged"),
        format!("{} not yet judged", view.unjudged.len()),
        wording::count(view.open_flags(), "open flag", "open flags"),
        wording::count(view.report.sources.len(), "source", "sources"),
    ];
    page.paragraph(&said.join(", "));
    let rows = view.bars().into_iter().map(|bar| {
        let label = match bar.tone {
            Some(tone) => rating(&bar.label, tone),
            None => bar.label,
        };
        vec![label, bar.count.to_string()]
    });
    page.table(&["Rating", "Claims"], rows);
    page.paragraph(&format!("{}.", wording::coverage(&view.report.coverage)));
    if let Some(hidden) = view.hidden_said() {
        page.paragraph(&format!(
            "Verdicts of others on {hidden} are left out: they are hidden until one’s own is in."
        ));
    }
    let corrections = view.corrections();
    if !corrections.is_empty() {
        page.heading(2, "Corrections");
    }
    for (claim, said) in corrections {
        let link = link_to_claim(&format!("Claim {claim}"), claim);
        page.item(&format!("{link}, {}", escaped(&said)));
    }
}

fn attention(page: &mut Page, view: &View<'_>) {
    page.heading(2, "What needs attention");
    let findings = view.findings();
    if findings.is_empty() {
        page.paragraph(wording::nothing_wanting(view.report));
    }
    for finding in findings {
        match finding {
            Finding::Claim(claim) => {
                let (label, tone) = claim.rating().unwrap_or(("", Tone::Neutral));
                let link = link_to_claim(&rating(label, tone), claim.claim.id);
                page.item(&format!("{link}: “{}”", escaped(claim.claim.words())));
                let correction = claim
                    .leading()
                    .and_then(|verdict| verdict.correction.as_deref());
                page.sub_item("Write instead", correction);
            }
            Finding::Flag(flag) => claims::flag(page, view, flag),
        }
    }
}

/// The article, with a link to the card behind the words of each claim that
/// was judged.
fn article(page: &mut Page, report: &ArticleReport) {
    page.heading(2, "The article");
    let marked: Vec<(String, Span)> = report
        .claims
        .iter()
        .filter_map(|claim| {
            let (label, tone) = claim.rating()?;
            let shown = format!("{} {}", rating(label, tone), claim.claim.id);
            Some((link_to_claim(&shown, claim.claim.id), claim.claim.span?))
        })
        .collect();
    let spans: Vec<Span> = marked.iter().map(|(_, span)| *span).collect();
    let cuts = marks::cut(&report.text, &report.blocks, &spans);
    for (block, segments) in report.blocks.iter().zip(cuts) {
        let mut words = String::new();
        for segment in segments {
            words.push_str(&escaped(segment.text));
            for mark in segment.ends {
                words.extend([" **[", &marked[mark].0, "]**"]);
            }
        }
        match block.kind {
            BlockKind::Heading => page.heading(3, &words),
            BlockKind::Quotation => page.quotation(&words),
            _ => page.paragraph(&words),
        }
    }
}

/// What nobody has looked at; a long list is cut.
fn uncovered(page: &mut Page, view: &View<'_>) {
    let uncovered: Vec<&Uncovered> = view.uncovered().collect();
    if uncovered.is_empty() {
        return;
    }
    page.heading(2, "Not looked at");
    for one in uncovered.iter().take(MOST_UNCOVERED) {
        let claims: Vec<String> = one
            .open_claims
            .iter()
            .map(|claim| format!(", {} open", claim_named(view, *claim)))
            .collect();
        page.item(&format!(
            "{}: “{}”{}",
            wording::uncovered(one),
            escaped(&one.text),
            claims.concat()
        ));
    }
    let more = uncovered.len().saturating_sub(MOST_UNCOVERED);
    if more > 0 {
        page.item(&format!("and {more} more"));
    }
}

fn sources(page: &mut Page, view: &View<'_>) {
    page.heading(2, "Sources");
    if view.report.sources.is_empty() {
        page.paragraph("No source has been cited yet.");
    }
    for source in &view.report.sources {
        let cited: Vec<String> = view
            .cited_by(source)
            .iter()
            .map(|claim| link_to_claim(&format!("claim {claim}"), *claim))
            .collect();
        let mut parts = vec![link(source.name(), source.url.as_deref())];
        parts.extend(imprint(source).iter().map(|part| escaped(part)));
        let archived = source.details.archived_url.as_deref();
        parts.extend(archived.map(|address| link("archived copy", Some(address))));
        parts.extend(source.details.notes.as_deref().map(escaped));
        parts.push(format!("cited for {}", cited.join(", ")));
        page.numbered(view.source_number(source.id), &parts.join(" · "));
    }
}

fn about(page: &mut Page, report: &ArticleReport) {
    page.heading(2, "About this report");
    for scale in &report.scales {
        page.heading(3, &format!("Ratings of the scale {}", escaped(&scale.name)));
        for step in &scale.ratings {
            let name = rating(&step.label, step.tone);
            page.item(&format!("**{name}**: {}", escaped(&step.description)));
        }
    }
    page.heading(3, "What was checked, and when");
    let address = report.article.details.url.as_deref();
    let facts = [
        (
            "Address",
            address.map(|address| link(address, Some(address))),
        ),
        ("File", report.file_name.as_deref().map(escaped)),
        (
            "SHA-256 of the file",
            Some(format!("`{}`", report.original_sha256)),
        ),
        ("Report made", Some(wording::time(report.generated_at))),
        (
            "Last line of the desk’s history",
            Some(format!("`{}`", report.audit_head)),
        ),
    ];
    for (name, fact) in facts {
        if let Some(fact) = fact {
            page.item(&format!("{name}: {fact}"));
        }
    }
}
