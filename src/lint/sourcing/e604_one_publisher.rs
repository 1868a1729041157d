//! E604: several sources that are one voice.

use crate::gate::{Published, publishers};
use crate::lint::Found;
use crate::lint::rule::{Check, rule};
use crate::model::ids::SourceId;
use crate::model::sourcing::{ClaimSourcing, Sourcing};

rule! {
    /// All sources of a rating come from one publisher
    ///
    /// ## What it does
    /// Looks at who published the sources that speak for or against a rated claim, where there are several and that is
    /// known of each. Where no publisher is named, the host of the address stands for it.
    ///
    /// ## Why this matters
    /// Three pages of one house are one voice: what the first got wrong, the others repeat.
    ///
    /// ## Example
    /// A verdict that cites three articles of the same news agency.
    ///
    /// ## What to do instead
    /// Cite a source of another house, or the record itself. Where a publisher is wrong,
    /// `claimdesk source edit 3 --publisher NAME` corrects it.
    "E604", "one-publisher", Sourcing, Low, Check::Claim(check)
}

fn check(claim: &ClaimSourcing, facts: &Sourcing) -> Vec<Found> {
    let carriers = claim.carriers(facts);
    if !claim.is_rated || carriers.len() < 2 {
        return Vec::new();
    }
    let published: Vec<Published<'_>> = carriers
        .iter()
        .map(|(_, source)| Published {
            publisher: source.publisher.as_deref(),
            url: source.url.as_deref(),
        })
        .collect();
    let is_known = |one: &Published<'_>| !publishers(std::slice::from_ref(one)).is_empty();
    if !published.iter().all(is_known) || publishers(&published).len() > 1 {
        return Vec::new();
    }
    let ids: Vec<SourceId> = carriers.iter().map(|(id, _)| *id).collect();
    let message = format!(
        "the {} sources that carry the rating come from one publisher",
        ids.len()
    );
    vec![claim.on_all(
        message,
        &ids,
        "cite a source of another house, or the record itself",
    )]
}
