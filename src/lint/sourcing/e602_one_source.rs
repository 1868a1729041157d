//! E602: a rating that one source carries alone.

use crate::lint::Found;
use crate::lint::rule::{Check, rule};
use crate::model::source::SourceKind;
use crate::model::sourcing::{ClaimSourcing, Sourcing};

rule! {
    /// A rating rests on one source only, and that is no primary one
    ///
    /// ## What it does
    /// Counts the sources that speak for or against a rated claim. What only gives context is not counted. One primary
    /// source, the record itself, is enough.
    ///
    /// ## Why this matters
    /// One report can be wrong. Two that do not copy each other rarely are in the same way.
    ///
    /// ## Example
    /// A verdict that cites one newspaper.
    ///
    /// ## What to do instead
    /// Cite the record that the report is about, or a second report that does not rest on the first.
    "E602", "one-source", Sourcing, Low, Check::Claim(check)
}

fn check(claim: &ClaimSourcing, facts: &Sourcing) -> Vec<Found> {
    let carriers = claim.carriers(facts);
    let [(id, source)] = carriers.as_slice() else {
        return Vec::new();
    };
    if !claim.is_rated || source.kind == Some(SourceKind::Primary) {
        return Vec::new();
    }
    let message = format!("the rating rests on source {id} alone");
    vec![claim.on_all(
        message,
        &[*id],
        "cite the record itself, or a second source that does not rest on this one",
    )]
}
