//! The report as prose, with the same content as the page: in Markdown, or in
//! lines of plain text for mail.

mod claims;
mod escape;
mod form;
mod page;

pub(super) use self::form::Form;
pub(super) use self::page::Page;

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
pub(super) fn document(form: Form, report: &ArticleReport) -> String {
    let view = View::new(report);
    let mut page = Page::new(form);
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

/// The name of a claim, with a link to it where this document tells of it.
fn claim_named(form: Form, view: &View<'_>, claim: ClaimId) -> String {
    let name = format!("claim {claim}");
    if view.has(claim) {
        form.to_claim(&name, claim)
    } else {
        name
    }
}

fn head(page: &mut Page, view: &View<'_>) {
    let form = page.form;
    let article = &view.report.article;
    page.heading(1, &form.words(&article.details.title));
    let mut line = vec![form.words(view.report.look.title())];
    line.extend(view.byline().iter().map(|part| form.words(part)));
    line.push(format!("revision {}", article.revision));
    page.paragraph(&line.join(" · "));
}

fn summary(page: &mut Page, view: &View<'_>) {
    let form = page.form;
    page.heading(2, "Summary");
    if let Some(said) = view.selection_said() {
        page.paragraph(&form.strong(&form.words(&said)));
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
            Some(tone) => form.rating(&bar.label, tone),
            None => bar.label,
        };
        vec![label, bar.count.to_string()]
    });
    page.table(&["Rating", "Claims"], rows);
    let states = view.progress().into_iter();
    let rows = states.map(|bar| vec![bar.label, bar.count.to_string()]);
    page.table(&["State", "Claims"], rows);
    page.paragraph(&format!("{}.", wording::coverage(&view.report.coverage)));
    if let Some(hidden) = view.hidden_said() {
        page.paragraph(&format!(
            "Verdicts of others on {hidden} are left out: they are hidden until one’s own is in."
        ));
    }
    said_of_claims(page, "Corrections", view.corrections());
    said_of_claims(page, "Dissent", view.dissents());
}

/// What is said of claims under a heading, where there is anything.
fn said_of_claims(page: &mut Page, heading: &str, said: Vec<(ClaimId, String)>) {
    let form = page.form;
    if !said.is_empty() {
        page.heading(2, heading);
    }
    for (claim, said) in said {
        let link = form.to_claim(&format!("Claim {claim}"), claim);
        page.item(&format!("{link}, {}", form.words(&said)));
    }
}

fn attention(page: &mut Page, view: &View<'_>) {
    let form = page.form;
    page.heading(2, "What needs attention");
    let findings = view.findings();
    if findings.is_empty() {
        page.paragraph(wording::nothing_wanting(view.report));
    }
    for finding in findings {
        match finding {
            Finding::Claim(claim) => {
                let (label, tone) = claim.rating().unwrap_or(("", Tone::Neutral));
                let link = form.to_claim(&form.rating(label, tone), claim.claim.id);
                page.item(&format!("{link}: “{}”", form.words(claim.claim.words())));
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
    let form = page.form;
    page.heading(2, "The article");
    let marked: Vec<(String, Span)> = report
        .claims
        .iter()
        .filter_map(|claim| {
            let (label, tone) = claim.rating()?;
            let shown = format!("{} {}", form.rating(label, tone), claim.claim.id);
            Some((form.to_claim(&shown, claim.claim.id), claim.claim.span?))
        })
        .collect();
    let spans: Vec<Span> = marked.iter().map(|(_, span)| *span).collect();
    let cuts = marks::cut(&report.text, &report.blocks, &spans);
    for (block, segments) in report.blocks.iter().zip(cuts) {
        let mut words = String::new();
        for segment in segments {
            words.push_str(&form.words(segment.text));
            for mark in segment.ends {
                words.push(' ');
                words.push_str(&form.strong(&format!("[{}]", marked[mark].0)));
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
    let form = page.form;
    let uncovered: Vec<&Uncovered> = view.uncovered().collect();
    if uncovered.is_empty() {
        return;
    }
    page.heading(2, "Not looked at");
    for one in uncovered.iter().take(MOST_UNCOVERED) {
        let claims: Vec<String> = one
            .open_claims
            .iter()
            .map(|claim| format!(", {} open", claim_named(form, view, *claim)))
            .collect();
        page.item(&format!(
            "{}: “{}”{}",
            wording::uncovered(one),
            form.words(&one.text),
            claims.concat()
        ));
    }
    let more = uncovered.len().saturating_sub(MOST_UNCOVERED);
    if more > 0 {
        page.item(&format!("and {more} more"));
    }
}

fn sources(page: &mut Page, view: &View<'_>) {
    let form = page.form;
    page.heading(2, "Sources");
    if view.report.sources.is_empty() {
        page.paragraph("No source has been cited yet.");
    }
    for source in &view.report.sources {
        let cited: Vec<String> = view
            .cited_by(source)
            .iter()
            .map(|claim| form.to_claim(&format!("claim {claim}"), *claim))
            .collect();
        let mut parts = vec![form.link(source.name(), source.url.as_deref())];
        parts.extend(imprint(source).iter().map(|part| form.words(part)));
        let archived = source.details.archived_url.as_deref();
        parts.extend(archived.map(|address| form.link("archived copy", Some(address))));
        parts.extend(source.details.notes.as_deref().map(|text| form.words(text)));
        parts.push(format!("cited for {}", cited.join(", ")));
        page.numbered(view.source_number(source.id), &parts.join(" · "));
    }
}

fn about(page: &mut Page, report: &ArticleReport) {
    let form = page.form;
    page.heading(2, "About this report");
    for scale in &report.scales {
        page.heading(
            3,
            &format!("Ratings of the scale {}", form.words(&scale.name)),
        );
        for step in &scale.ratings {
            let name = form.rating(&step.label, step.tone);
            page.item(&format!(
                "{}: {}",
                form.strong(&name),
                form.words(&step.description)
            ));
        }
    }
    page.heading(3, "What was checked, and when");
    let address = report.article.details.url.as_deref();
    let facts = [
        (
            "Address",
            address.map(|address| form.link(address, Some(address))),
        ),
        (
            "File",
            report.file_name.as_deref().map(|text| form.words(text)),
        ),
        (
            "SHA-256 of the file",
            Some(form.code(&report.original_sha256)),
        ),
        ("Report made", Some(wording::time(report.generated_at))),
        (
            "Desk, by the first line of its history",
            Some(form.code(&report.audit_root)),
        ),
        (
            "Last line of the desk’s history",
            Some(form.code(&report.audit_head)),
        ),
    ];
    for (name, fact) in facts {
        if let Some(fact) = fact {
            page.item(&format!("{name}: {fact}"));
        }
    }
}
