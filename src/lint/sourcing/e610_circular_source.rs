//! E610: an article that is to prove itself.

use crate::lint::Found;
use crate::lint::rule::{Check, rule};
use crate::model::flag::Certainty;
use crate::model::sourcing::{Circular, ClaimSourcing, Sourcing};

rule! {
    /// A source is the article under check, or cites it
    ///
    /// ## What it does
    /// Compares the addresses and files of cited sources with those of the article, and looks for the article's address
    /// among the links in the text of their snapshots. What only gives context is let pass.
    ///
    /// ## Why this matters
    /// A claim can't be proven by itself, nor by a report that has it from there.
    ///
    /// ## Example
    /// A claim of a blog post is “supported” by a news page that links to the blog post.
    ///
    /// ## What to do instead
    /// Cite what the article and the report both rest on. Where the page only mentions the article and has its facts from
    /// elsewhere, settle the flag with that reason.
    "E610", "circular-source", Sourcing, High, Check::Claim(check)
}

fn check(claim: &ClaimSourcing, facts: &Sourcing) -> Vec<Found> {
    let circular = claim.carriers(facts).into_iter();
    circular
        .filter_map(|(id, source)| Some((id, source.circular?)))
        .map(|(id, circular)| {
            let (message, certainty) = match circular {
                Circular::Itself => (
                    format!("source {id} is the article under check"),
                    Certainty::Certain,
                ),
                Circular::CitesIt => (
                    format!("source {id} cites the article under check"),
                    Certainty::Likely,
                ),
            };
            let found = claim.on_source(
                id,
                message,
                "cite what it rests on, and not the article itself",
            );
            Found { certainty, ..found }
        })
        .collect()
}
