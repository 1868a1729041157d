//! Sources and evidence for eyes.

use super::page::Page;
use super::snapshot::{DIGEST_DIGITS, show_finding};
use super::table::Cell;
use super::{Listed, Shown};
use crate::desk::{SourceAdded, SourceDetail};
use crate::identity;
use crate::model::source::{Confidentiality, Evidence, Source};

impl Listed for Source {
    const COLUMNS: &'static [&'static str] =
        &["source", "name", "publisher", "kind", "uses", "identity"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.id),
            Cell::short(self.name()),
            Cell::maybe(self.details.publisher.as_ref()),
            Cell::maybe(self.details.kind),
            Cell::number(self.uses),
            Cell::short(&short_identity(&self.identity)),
        ]
    }
}

impl Shown for Source {
    fn show(&self, page: &mut Page) {
        let details = &self.details;
        page.title(&format!("Source {}: {}", self.id, self.name()));
        page.maybe("address", self.url.as_ref());
        page.maybe("host", self.url.as_deref().and_then(two_ways));
        page.maybe("DOI", self.doi.as_ref());
        page.maybe("ISBN", self.isbn.as_ref());
        for identity in &self.also {
            page.fact("also known by", identity);
        }
        page.maybe("author", details.author.as_ref());
        page.maybe("publisher", details.publisher.as_ref());
        page.maybe("language", details.language.as_ref());
        page.maybe("published", details.published.as_ref());
        page.maybe(
            "accessed",
            details.accessed.map(|at| at.format("%Y-%m-%d %H:%M UTC")),
        );
        page.maybe("archived copy", details.archived_url.as_ref());
        page.maybe("kind", details.kind);
        page.maybe("type", details.source_type);
        page.maybe("contact", details.contact.as_ref());
        let closed = details.confidentiality;
        page.maybe(
            "may be read by",
            closed.filter(|who| *who != Confidentiality::Public),
        );
        page.maybe("notes", details.notes.as_ref());
        for (name, value) in details.bibliography.iter().flat_map(|known| &known.0) {
            let text = value.as_str().map(str::to_owned);
            page.fact(name, text.unwrap_or_else(|| value.to_string()));
        }
        page.fact("uses", self.uses);
    }
}

/// What a source is recognised by, without most digits of a digest.
fn short_identity(identity: &str) -> String {
    let digest = identity.strip_prefix("file:");
    match digest.and_then(|digest| digest.get(..DIGEST_DIGITS)) {
        Some(start) => format!("file:{start}…"),
        None => identity.to_owned(),
    }
}

/// A host with letters beyond ASCII, as it is sent and as it is read: one may
/// look like another.
fn two_ways(address: &str) -> Option<String> {
    let host = identity::host(address)?;
    (host.ascii != host.unicode).then(|| format!("{} ({})", host.ascii, host.unicode))
}

impl Shown for SourceAdded {
    fn show(&self, page: &mut Page) {
        self.source.show(page);
    }
}

impl Shown for SourceDetail {
    fn show(&self, page: &mut Page) {
        self.source.show(page);
        page.list("Cited as evidence", &self.evidence);
        page.list("Snapshots", &self.snapshots);
        if let Some(checked) = &self.checked {
            page.section("Looked at last");
            page.fact("on", checked.checked_at.format("%Y-%m-%d %H:%M UTC"));
            page.fact("found", checked.outcome);
            page.maybe("problem", checked.problem.as_ref());
        }
    }
}

impl Listed for Evidence {
    const COLUMNS: &'static [&'static str] =
        &["claim", "stance", "source", "name", "locator", "quote"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.claim),
            Cell::text(self.stance),
            Cell::number(self.source),
            Cell::short(&self.source_name),
            Cell::maybe(self.locator.as_ref()),
            Cell::short(self.quote.as_deref().unwrap_or_default()),
        ]
    }
}

impl Shown for Evidence {
    fn show(&self, page: &mut Page) {
        page.title(&format!("Evidence {} on claim {}", self.id, self.claim));
        page.fact("source", format!("{} ({})", self.source_name, self.source));
        page.maybe("address", self.source_url.as_ref());
        page.fact("stance", self.stance);
        page.maybe("locator", self.locator.as_ref());
        page.maybe("quote", self.quote.as_ref());
        if let Some(found) = &self.found {
            show_finding(found, page);
        }
        page.fact("added by", &self.reviewer);
    }
}
