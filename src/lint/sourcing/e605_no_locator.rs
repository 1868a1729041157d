//! E605: a source that is cited as a whole.

use crate::lint::Found;
use crate::lint::rule::{Check, rule};
use crate::model::snapshot::Finding;
use crate::model::source::{Evidence, SourceType};
use crate::model::sourcing::{CitedSource, ClaimSourcing, Sourcing};

rule! {
    /// Evidence says neither where in its source it stands nor, on a page, in which words
    ///
    /// ## What it does
    /// Looks for evidence for or against a claim without a locator. A quote is as good where it can be searched for: on a
    /// page of the web, or in a snapshot in which it was found.
    ///
    /// ## Why this matters
    /// “See the report” is not a citation: who checks the checker has to read 400 pages.
    ///
    /// ## Example
    /// `claimdesk evidence add 12 report.pdf --stance refutes`
    ///
    /// ## What to do instead
    /// `claimdesk evidence add 12 report.pdf --stance refutes --locator "p. 34" --quote "…"`: a page, a section, a table, a
    /// minute.
    "E605", "no-locator", Sourcing, Low, Check::Claim(check)
}

fn check(claim: &ClaimSourcing, facts: &Sourcing) -> Vec<Found> {
    let placeless = claim.carrying().filter(|piece| {
        let source = facts.sources.get(&piece.source);
        piece.locator.is_none() && !source.is_some_and(|source| can_be_searched(piece, source))
    });
    placeless
        .map(|piece| {
            let message = format!(
                "the evidence does not say where in source {} it stands",
                piece.source
            );
            claim.on_evidence(
                piece,
                message,
                "give it again with a locator: a page, a section, a table, a minute",
            )
        })
        .collect()
}

/// Whether the words that are quoted lead to the place.
fn can_be_searched(piece: &Evidence, source: &CitedSource) -> bool {
    let found = piece
        .found
        .as_ref()
        .is_some_and(|found| found.finding != Finding::NotFound);
    let is_page = match source.source_type {
        Some(SourceType::Webpage | SourceType::Social | SourceType::Article) => true,
        None => source.url.is_some(),
        Some(_) => false,
    };
    piece.quote.is_some() && (found || is_page)
}
