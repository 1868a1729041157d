//! E601: a rating that rests on nothing.

use crate::lint::Found;
use crate::lint::rule::{Check, rule};
use crate::model::sourcing::{ClaimSourcing, Sourcing};

rule! {
    /// A rated claim rests on no source, and nobody says why
    ///
    /// ## What it does
    /// Looks for claims with a rating that has a place on its scale, with no evidence, and with no reason for having none.
    ///
    /// ## Why this matters
    /// A verdict that rests on nothing can't be defended, by nobody and before no court.
    ///
    /// ## Example
    /// `claimdesk verdict add 12 false --because "That is wrong."` on a desk where `evidence-required` is off.
    ///
    /// ## What to do instead
    /// Cite a source with `claimdesk evidence add 12 URL --stance refutes --locator "p. 4"`, or give the verdict with
    /// `--no-source` and the reason.
    "E601", "no-source", Sourcing, High, Check::Claim(check)
}

fn check(claim: &ClaimSourcing, _: &Sourcing) -> Vec<Found> {
    if !claim.is_rated || claim.says_why_none || !claim.evidence.is_empty() {
        return Vec::new();
    }
    let message = "the rating rests on no source".to_owned();
    let suggestion = format!(
        "cite one with `claimdesk evidence add {} SOURCE --stance STANCE`",
        claim.claim
    );
    vec![claim.on_all(message, &[], &suggestion)]
}
