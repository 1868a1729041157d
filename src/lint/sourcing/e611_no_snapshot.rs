//! E611: a page that nobody has kept.

use crate::lint::Found;
use crate::lint::rule::{Check, rule};
use crate::model::sourcing::{ClaimSourcing, Sourcing};

rule! {
    /// A cited page of the web is kept nowhere
    ///
    /// ## What it does
    /// Looks for sources with a web address that speak for or against a rated claim, of which the desk holds no snapshot
    /// and no archived copy is named.
    ///
    /// ## Why this matters
    /// Pages change and vanish. What the page said that day can then no longer be shown.
    ///
    /// ## Example
    /// `claimdesk evidence add 12 https://example.org/report --stance refutes`, and nothing more.
    ///
    /// ## What to do instead
    /// Keep it with `claimdesk source snapshot 3 --fetch` or `--file saved.html`, or name an archived copy with
    /// `claimdesk source edit 3 --archived-url URL`.
    "E611", "no-snapshot", Sourcing, Low, Check::Claim(check)
}

fn check(claim: &ClaimSourcing, facts: &Sourcing) -> Vec<Found> {
    if !claim.is_rated {
        return Vec::new();
    }
    let carriers = claim.carriers(facts).into_iter();
    carriers
        .filter(|(_, source)| source.url.is_some() && !source.snapshot && !source.archived)
        .map(|(id, _)| {
            let message = format!("nothing shows what source {id} said when it was cited");
            let suggestion = format!("keep it with `claimdesk source snapshot {id} --fetch`");
            claim.on_source(id, message, &suggestion)
        })
        .collect()
}
