//! E603: a rating that rests on reports about the record, and not on it.

use crate::lint::Found;
use crate::lint::rule::{Check, rule};
use crate::model::ids::SourceId;
use crate::model::source::SourceKind;
use crate::model::sourcing::{ClaimSourcing, Sourcing};

rule! {
    /// A rating rests on secondary and tertiary sources only
    ///
    /// ## What it does
    /// Looks at the kind of the sources that speak for or against a rated claim, where the kind of each is known. At least
    /// two are wanted: of a single one `one-source` tells.
    ///
    /// ## Why this matters
    /// Reports about a law, a figure or a speech repeat each other's slips; the record has none of them.
    ///
    /// ## Example
    /// A verdict on a budget figure that cites two newspapers, and not the budget.
    ///
    /// ## What to do instead
    /// Cite the record: the law, the data set, the transcript, the witness. Where a source is one,
    /// `claimdesk source edit 3 --kind primary` says so.
    "E603", "secondary-only", Sourcing, Low, Check::Claim(check)
}

fn check(claim: &ClaimSourcing, facts: &Sourcing) -> Vec<Found> {
    let carriers = claim.carriers(facts);
    let is_report = |kind| matches!(kind, Some(SourceKind::Secondary | SourceKind::Tertiary));
    if !claim.is_rated
        || carriers.len() < 2
        || !carriers.iter().all(|(_, source)| is_report(source.kind))
    {
        return Vec::new();
    }
    let ids: Vec<SourceId> = carriers.iter().map(|(id, _)| *id).collect();
    let message = format!(
        "none of the {} sources that carry the rating is a primary one",
        ids.len()
    );
    vec![claim.on_all(message, &ids, "cite the record that they report on")]
}
