//! Claims that a person puts to their place in the latest revision.

use super::articles::find_revision;
use super::claims::{claim_again, find_claim, locate};
use super::revise::{anchor_event, restate};
use super::transact::{Act, Done};
use super::{Desk, DeskError, Result};
use crate::model::claim::{Claim, ClaimRef};
use crate::model::revision::{CandidatePlace, Outcome, Placement};
use crate::model::text::{Quote, Span};
use crate::text::anchor::quote_at;
use crate::text::chars::byte_of;

/// Where a person says that a claim stands.
#[derive(Debug, Clone)]
pub enum AnchorAt {
    /// At the candidate of this number, from 1.
    Candidate(usize),
    /// From one code point to before another.
    Characters(usize, usize),
    /// At words, and which of them where they stand more than once.
    Words(String, Option<usize>),
    /// Nowhere: the words are gone.
    Nowhere,
}

impl Desk {
    /// Settles where a claim stands in its article's latest revision.
    pub fn anchor_claim(&mut self, act: &Act, claim: &ClaimRef, at: &AnchorAt) -> Result<Claim> {
        self.transact(act, |change| {
            let claim = find_claim(change.writer, claim)?;
            let Some(article) = claim.article else {
                return Err(DeskError::NotNow(format!(
                    "claim {} stands in no article",
                    claim.id
                )));
            };
            let revision = find_revision(change.writer, article)?;
            let quote = place(&claim, &revision.text, at)?;
            let outcome = match &quote {
                None => Outcome::Gone,
                Some(quote) if is_same(&claim, quote) => Outcome::Moved,
                Some(_) => Outcome::Changed,
            };
            let placement = Placement {
                outcome,
                quote,
                likeness: None,
                candidates: Vec::new(),
            };
            change
                .writer
                .place_claim(claim.id, revision.id, &placement)?;
            restate(change, &claim, &placement)?;
            let event = anchor_event(&claim, &placement);
            Ok(Done::with(claim_again(change.writer, claim.id)?, event))
        })
    }
}

fn place(claim: &Claim, text: &str, at: &AnchorAt) -> Result<Option<Quote>> {
    let span = match at {
        AnchorAt::Nowhere => return Ok(None),
        AnchorAt::Words(words, occurrence) => return locate(text, words, *occurrence).map(Some),
        AnchorAt::Candidate(number) => {
            let found = number
                .checked_sub(1)
                .and_then(|index| claim.candidates.get(index));
            found.and_then(CandidatePlace::span).ok_or_else(|| {
                DeskError::Invalid(match claim.candidates.len() {
                    0 => format!("claim {} has no candidates to choose from", claim.id),
                    most => format!("claim {} has candidates 1 to {most}", claim.id),
                })
            })?
        }
        AnchorAt::Characters(start, end) => {
            let bytes = byte_of(text, *start).zip(byte_of(text, *end));
            let (start, end) = bytes.filter(|(start, end)| start < end).ok_or_else(|| {
                DeskError::Invalid(format!(
                    "the text has {} characters, so {start}-{end} is no place in it",
                    text.chars().count()
                ))
            })?;
            Span::new(start, end)
        }
    };
    Ok(quote_at(text, span))
}

/// Whether a place has the words that the claim had, white space aside.
fn is_same(claim: &Claim, quote: &Quote) -> bool {
    let old = claim.words().split_whitespace();
    old.eq(quote.exact.split_whitespace())
}
