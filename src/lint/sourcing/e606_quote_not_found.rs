//! E606: a quote that the source, as it is kept, does not hold.

use crate::lint::Found;
use crate::lint::rule::{Check, rule};
use crate::model::snapshot::Finding;
use crate::model::source::Evidence;
use crate::model::sourcing::{ClaimSourcing, Sourcing};
use crate::text::passages::turns_round;

rule! {
    /// What is quoted of a source does not stand in its snapshot
    ///
    /// ## What it does
    /// Tells of quotes that were looked up in the text of a snapshot and not found, and of quotes of which the words stand
    /// there and the figures, or a “not”, do not. Typography does not count, and a quote that stood in an earlier snapshot is
    /// right: that the page has changed since puts the verdict in doubt, and no more.
    ///
    /// ## Why this matters
    /// A misquoted source is worse than none: it is the first thing that the other side will show.
    ///
    /// ## Example
    /// The report says “fell by 4.2 percent”, the evidence quotes “fell by 42 percent”.
    ///
    /// ## What to do instead
    /// Hold the quote against the snapshot (`claimdesk evidence verify 12`, `claimdesk source open 3 --snapshot`) and give
    /// the evidence again with the words that stand there; `claimdesk evidence remove 9` takes the wrong one back. Where the page has changed, keep the copy that was quoted with
    /// `claimdesk source snapshot 3 --file saved.html`.
    "E606", "quote-not-found", Sourcing, High, Check::Claim(check)
}

/// Most characters of a quote that a message repeats.
const MOST_CHARS: usize = 60;

fn check(claim: &ClaimSourcing, facts: &Sourcing) -> Vec<Found> {
    let quoted = claim
        .evidence
        .iter()
        .filter(|piece| !facts.stood.contains(&piece.id));
    quoted
        .filter_map(|piece| {
            let message = wrong(piece)?;
            let suggestion =
                "give it anew with the words that stand there, or keep the copy that was quoted";
            Some(claim.on_evidence(piece, message, suggestion))
        })
        .collect()
}

/// What is wrong with a quote, if anything is.
fn wrong(piece: &Evidence) -> Option<String> {
    let (quote, found) = (piece.quote.as_deref()?, piece.found.as_ref()?);
    let words = found.words.as_deref().unwrap_or_default();
    let source = piece.source;
    let said = format!("“{}”", beginning(quote));
    match found.finding {
        Finding::NotFound => Some(format!(
            "the quote {said} does not stand in the snapshot of source {source}"
        )),
        Finding::Approximate if !found.figures.is_empty() => Some(format!(
            "the quote {said} has {}, and the passage in the snapshot of source {source} has not",
            found.figures.join(", ")
        )),
        Finding::Approximate if turns_round(quote, words) => Some(format!(
            "the quote {said} says something else than the snapshot of source {source}: “{}”",
            beginning(words)
        )),
        _ => None,
    }
}

fn beginning(quote: &str) -> String {
    match quote.char_indices().nth(MOST_CHARS) {
        Some((cut, _)) => format!("{}…", &quote[..cut]),
        None => quote.to_owned(),
    }
}
