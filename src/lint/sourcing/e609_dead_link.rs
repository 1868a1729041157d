//! E609: a source that can no longer be opened.

use crate::lint::Found;
use crate::lint::rule::{Check, rule};
use crate::model::sourcing::{ClaimSourcing, Sourcing};

rule! {
    /// A cited page is no longer there
    ///
    /// ## What it does
    /// Tells of cited sources of which `claimdesk source check` last said that they are gone.
    ///
    /// ## Why this matters
    /// Readers who follow the link find nothing, and have to take the verdict on trust.
    ///
    /// ## Example
    /// A cited page whose server answers 404 Not Found or 410 Gone.
    ///
    /// ## What to do instead
    /// Give the address of a copy in a web archive with `claimdesk source edit 3 --archived-url URL`; where the desk holds a
    /// snapshot, say in the verdict what the page said, and settle the flag.
    "E609", "dead-link", Sourcing, Medium, Check::Claim(check)
}

fn check(claim: &ClaimSourcing, facts: &Sourcing) -> Vec<Found> {
    let gone = claim
        .cited(facts)
        .into_iter()
        .filter(|(_, source)| !source.archived)
        .filter_map(|(id, source)| Some((id, source, source.gone_since?)));
    gone.map(|(id, source, since)| {
        let kept = if source.snapshot {
            "; the desk holds it as it was"
        } else {
            ""
        };
        let message = format!("source {id} was no longer there on {}{kept}", since.date_naive());
        let suggestion = format!("give the address of an archived copy with `claimdesk source edit {id} --archived-url URL`");
        claim.on_source(id, message, &suggestion)
    })
    .collect()
}
