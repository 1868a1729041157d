//! E607: a source that is younger than what rests on it.

use chrono::Days;

use crate::lint::Found;
use crate::lint::rule::{Check, rule};
use crate::model::edtf::Edtf;
use crate::model::sourcing::{ClaimSourcing, Sourcing};

rule! {
    /// A source is dated after the verdict that rests on it
    ///
    /// ## What it does
    /// Compares the day on which a source was published with the day on which it was cited. One day is let pass, for it is
    /// tomorrow already in some place.
    ///
    /// ## Why this matters
    /// Nobody can have read what was not yet published: the date is wrong, or the wrong edition is cited.
    ///
    /// ## Example
    /// A verdict of 3 March 2026 that cites a report published on 2026-04-12.
    ///
    /// ## What to do instead
    /// Correct the date with `claimdesk source edit 3 --published 2025-04-12`, or cite the edition that was read.
    "E607", "source-after-verdict", Sourcing, Medium, Check::Claim(check)
}

fn check(claim: &ClaimSourcing, facts: &Sourcing) -> Vec<Found> {
    let younger = claim.evidence.iter().filter_map(|piece| {
        let published = facts.sources.get(&piece.source)?.published.as_ref()?;
        let cited = piece.created_at.date_naive();
        let is_younger =
            Edtf::from(published).earliest()? > cited.checked_add_days(Days::new(1))?;
        is_younger.then_some((piece, published, cited))
    });
    younger
        .map(|(piece, published, cited)| {
            let source = piece.source;
            let message =
                format!("source {source} is dated {published}, after it was cited on {cited}");
            claim.on_evidence(
                piece,
                message,
                "correct the date of the source, or cite the edition that was read",
            )
        })
        .collect()
}
