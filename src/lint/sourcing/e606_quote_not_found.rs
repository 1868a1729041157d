//! E606: a quote that the source, as it is kept, does not hold.

use crate::lint::Found;
use crate::lint::rule::{Check, rule};
use crate::model::snapshot::Finding;
use crate::model::sourcing::{ClaimSourcing, Sourcing};

rule! {
    /// What is quoted of a source does not stand in its snapshot
    ///
    /// ## What it does
    /// Tells of quotes that were looked up in the text of a snapshot and not found, and of quotes of which the words stand
    /// there and the figures do not. Typography does not count.
    ///
    /// ## Why this matters
    /// A misquoted source is worse than none: it is the first thing that the other side will show.
    ///
    /// ## Example
    /// The report says “fell by 4.2 percent”, the evidence quotes “fell by 42 percent”.
    ///
    /// ## What to do instead
    /// Hold the quote against the snapshot (`claimdesk evidence verify --claim 12`, `claimdesk source open 3 --snapshot`) and give
    /// the evidence again with the words that stand there. Where the page has changed, keep the copy that was quoted with
    /// `claimdesk source snapshot 3 --file saved.html`.
    "E606", "quote-not-found", Sourcing, High, Check::Claim(check)
}

fn check(claim: &ClaimSourcing, _: &Sourcing) -> Vec<Found> {
    let mut findings = Vec::new();
    for piece in &claim.evidence {
        let Some(found) = &piece.found else {
            continue;
        };
        let source = piece.source;
        let message = match found.finding {
            Finding::NotFound => {
                format!("the quote does not stand in the snapshot of source {source}")
            }
            Finding::Approximate if !found.figures.is_empty() => format!(
                "the quote has {}, and the passage in the snapshot of source {source} has not",
                found.figures.join(", ")
            ),
            _ => continue,
        };
        findings.push(claim.on_evidence(
            piece,
            message,
            "quote the words that stand there, or keep the copy that was quoted",
        ));
    }
    findings
}
