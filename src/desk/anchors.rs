//! Claims and flags that a person puts to their place in the latest revision.

use super::articles::find_revision;
use super::claims::{claim_again, find_claim, locate};
use super::flags::find_flag;
use super::revise::{anchor_event, flag_event, restate};
use super::transact::{Act, Done};
use super::{Desk, DeskError, Result};
use crate::model::claim::{Claim, ClaimRef};
use crate::model::flag::Flag;
use crate::model::ids::FlagId;
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
    /// Nowhere: the words were cut.
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
            let thing = format!("claim {}", claim.id);
            let placement = placement(
                (&thing, claim.words(), &claim.candidates),
                &revision.text,
                at,
            )?;
            change
                .writer
                .place_claim(claim.id, revision.id, &placement)?;
            // What repeats the words of another place doesn't repeat these.
            if placement.quote.as_ref().map(|quote| quote.span) != claim.span {
                change.writer.delete_repeats(claim.id, revision.id)?;
            }
            restate(change, &claim, &placement)?;
            let event = anchor_event(&claim, &placement);
            Ok(Done::with(claim_again(change.writer, claim.id)?, event))
        })
    }

    /// Settles where a flag on words of an article stands in its latest
    /// revision.
    pub fn anchor_flag(&mut self, act: &Act, id: FlagId, at: &AnchorAt) -> Result<Flag> {
        self.transact(act, |change| {
            let flag = find_flag(change.writer, id)?;
            let words = flag.text.as_deref().filter(|_| flag.own_words);
            let (Some(article), Some(words)) = (flag.article, words) else {
                return Err(DeskError::NotNow(format!(
                    "flag {id} is on no words of its own: it stands where its claim or article does"
                )));
            };
            let revision = find_revision(change.writer, article)?;
            let thing = format!("flag {id}");
            let placement = placement((&thing, words, &[]), &revision.text, at)?;
            change.writer.place_flag(id, revision.id, &placement)?;
            let event = flag_event(&flag, &placement);
            Ok(Done::with(find_flag(change.writer, id)?, event))
        })
    }
}

/// Where a thing with these words and candidates stands in a text.
fn placement(
    (thing, words, candidates): (&str, &str, &[CandidatePlace]),
    text: &str,
    at: &AnchorAt,
) -> Result<Placement> {
    let quote = place(thing, candidates, text, at)?;
    // White space makes no other words.
    let is_same = |quote: &Quote| words.split_whitespace().eq(quote.exact.split_whitespace());
    let outcome = match &quote {
        None => Outcome::Cut,
        Some(quote) if is_same(quote) => Outcome::Moved,
        Some(_) => Outcome::Changed,
    };
    Ok(Placement {
        outcome,
        quote,
        likeness: None,
        candidates: Vec::new(),
    })
}

fn place(
    thing: &str,
    candidates: &[CandidatePlace],
    text: &str,
    at: &AnchorAt,
) -> Result<Option<Quote>> {
    let span = match at {
        AnchorAt::Nowhere => return Ok(None),
        AnchorAt::Words(words, occurrence) => return locate(text, words, *occurrence).map(Some),
        AnchorAt::Candidate(number) => {
            let found = number
                .checked_sub(1)
                .and_then(|index| candidates.get(index));
            found.and_then(CandidatePlace::span).ok_or_else(|| {
                DeskError::Invalid(match candidates.len() {
                    0 => format!("{thing} has no candidates to choose from"),
                    most => format!("{thing} has candidates 1 to {most}"),
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
