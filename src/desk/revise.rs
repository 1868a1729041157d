//! A new revision of an article: every claim, flag and note is found again,
//! or said not to be.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use super::add::{NewArticle, insert_revision, read};
use super::articles::{find_article, find_revision};
use super::carry::with_carried_notes;
use super::offer::{Before, NewText};
use super::sentences::insert_repeats;
use super::transact::{Act, Change, Done, event};
use super::{Desk, DeskError, Result};
use crate::extract::Extractor;
use crate::ingest::ReadArticle;
use crate::model::article::{Article, NewRevision, Revision};
use crate::model::claim::{Claim, ClaimFilter};
use crate::model::event::{Action, NewEvent, SubjectKind};
use crate::model::flag::{Flag, FlagFilter};
use crate::model::ids::{ArticleId, ClaimId, FlagId, RevisionId};
use crate::model::revision::{CandidatePlace, Outcome, Piece, Placement};
use crate::model::text::Span;
use crate::text::anchor::{Again, Reanchorer};
use crate::text::changes::pieces;

/// What came of revising an article.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Revised {
    /// The article.
    #[serde(flatten)]
    pub article: Article,
    /// Whether nothing was changed, because only an answer was asked for.
    pub dry_run: bool,
    /// How many claims were found in which way.
    pub outcomes: BTreeMap<&'static str, usize>,
    /// The claims that don't stand where and as they stood.
    pub moves: Vec<Move<ClaimId>>,
    /// The flags that don't.
    pub flag_moves: Vec<Move<FlagId>>,
    /// Sentences of the new text that are offered as claims.
    pub offered: usize,
    /// Flags that rules raised on the new text.
    pub flags: usize,
    /// The writer's notes in the new revision.
    pub notes: usize,
}

/// What became of a claim or a flag.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Move<Id> {
    /// Its number on this desk.
    pub id: Id,
    /// How it was found.
    pub outcome: Outcome,
    /// Its words before.
    pub words: String,
    /// Whether it has a verdict, which is now stale.
    pub stale: bool,
    /// How like changed words are to the old ones, up to 1.
    pub likeness: Option<f64>,
    /// Changed words, with what came and went.
    pub diff: Vec<Piece>,
    /// Where ambiguous words may stand, likeliest first.
    pub candidates: Vec<CandidatePlace>,
}

impl Desk {
    /// Stores a new revision of an article and finds its claims, flags and
    /// notes again in it. With `dry_run`, only says what would come of it.
    pub fn revise_article(
        &mut self,
        act: &Act,
        id: ArticleId,
        new: &NewArticle<'_>,
        dry_run: bool,
    ) -> Result<Revised> {
        let (reader, read) = read(new)?;
        let Ok([ReadArticle { original, document }]) = <[_; 1]>::try_from(read) else {
            return Err(DeskError::Invalid(
                "an article is revised from a file with one article".to_owned(),
            ));
        };
        let model = self.model()?;
        let article = self.look(|reader| find_article(reader, id))?;
        let published = article.details.published.as_ref();
        let extracted =
            Extractor::new(&model, published).extract(&document.text, &document.blocks, &new.offer);
        self.transact(act, |change| {
            let old = find_revision(change.writer, id)?;
            find_article(change.writer, id)?;
            let again = Reanchorer::new(&old.text, &document.text);
            let document = with_carried_notes(change, &old, document.clone(), &again)?;
            let stored = NewRevision {
                file_name: new.file_name,
                media_type: reader.media_type(),
                encoding: &document.encoding,
                original,
                text: &document.text,
            };
            let revision = insert_revision(change, id, &stored, &document)?;
            if find_revision(change.writer, id)?.original_sha256 == old.original_sha256 {
                return Err(DeskError::NotNow(format!(
                    "article {id} stands as these very bytes in revision {} already",
                    old.number
                )));
            }
            let mut revising = Revising {
                change,
                old: &old,
                revision,
                again: &again,
                outcomes: BTreeMap::new(),
                taken: Vec::new(),
                placed: Vec::new(),
                events: Vec::new(),
            };
            let moves = revising.claims(id)?;
            let flag_moves = revising.flags(id)?;
            let Revising {
                outcomes,
                taken,
                placed,
                mut events,
                ..
            } = revising;
            let text = NewText {
                change,
                article: id,
                revision,
                document: &document,
                extracted: &extracted,
            };
            text.insert_sentences()?;
            insert_repeats(change.writer, revision, &extracted, &placed)?;
            let offered = text.offer(&Before {
                text: Some(&old.text),
                taken: &taken,
            })?;
            let flags = text.flag(published)?;
            let article = find_article(change.writer, id)?;
            let after = json!({
                "revision": article.revision,
                "original_sha256": find_revision(change.writer, id)?.original_sha256,
                "outcomes": outcomes,
                "claims": offered,
                "flags": flags,
            });
            let told = event(
                Action::ArticleRevise,
                SubjectKind::Article,
                id.0,
                article.uuid,
            )
            .before(json!({ "revision": old.number, "original_sha256": old.original_sha256 }))
            .after(after);
            events.insert(0, told);
            if dry_run {
                events.clear();
            }
            let value = Revised {
                article,
                dry_run,
                outcomes,
                moves,
                flag_moves,
                offered,
                flags,
                notes: document.notes.len(),
            };
            Ok(Done { value, events })
        })
    }
}

/// Claims and flags on their way into a new revision.
struct Revising<'r> {
    change: &'r Change<'r>,
    old: &'r Revision,
    revision: RevisionId,
    again: &'r Reanchorer<'r>,
    outcomes: BTreeMap<&'static str, usize>,
    /// Where claims stand, or may stand, in the new text.
    taken: Vec<Span>,
    /// The claims that stand in the new text.
    placed: Vec<(ClaimId, Span)>,
    events: Vec<NewEvent>,
}

impl Revising<'_> {
    /// Finds every claim again, dismissed ones too.
    fn claims(&mut self, article: ArticleId) -> Result<Vec<Move<ClaimId>>> {
        let filter = ClaimFilter {
            article: Some(article),
            all: true,
            ..ClaimFilter::default()
        };
        let mut moves = Vec::new();
        for claim in self.change.writer.claims(&filter)? {
            let placement = self.placement(&claim)?;
            self.change
                .writer
                .place_claim(claim.id, self.revision, &placement)?;
            *self.outcomes.entry(placement.outcome.as_str()).or_default() += 1;
            if let Some(quote) = &placement.quote {
                self.taken.push(quote.span);
                self.placed.push((claim.id, quote.span));
            }
            self.taken
                .extend(placement.candidates.iter().filter_map(CandidatePlace::span));
            if matches!(placement.outcome, Outcome::Unmoved | Outcome::Cut) {
                continue;
            }
            self.events.push(anchor_event(&claim, &placement));
            restate(self.change, &claim, &placement)?;
            let stale = claim.rating.is_some() && placement.outcome != Outcome::Moved;
            moves.push(moved(claim.id, claim.words(), stale, placement));
        }
        Ok(moves)
    }

    /// What became of a claim. What was cut stays so until the same words are back.
    fn placement(&self, claim: &Claim) -> Result<Placement> {
        let found = self.found(claim)?;
        let is_back = matches!(found.outcome, Outcome::Unmoved | Outcome::Moved);
        Ok(if claim.outcome == Some(Outcome::Cut) && !is_back {
            nowhere(Outcome::Cut)
        } else {
            found
        })
    }

    /// Where a claim is found. One that had no place in the last revision is
    /// sought by the words of the revision that had it.
    fn found(&self, claim: &Claim) -> Result<Placement> {
        let (Some(span), Some(number)) = (claim.span, claim.revision) else {
            return Ok(nowhere(Outcome::Gone));
        };
        if number == self.old.number {
            return Ok(placement(self.again.find(span)));
        }
        let Some(earlier) = self
            .change
            .writer
            .revision(self.old.article, Some(number))?
        else {
            return Ok(nowhere(Outcome::Gone));
        };
        let Some(now) = self.change.writer.revision(self.old.article, None)? else {
            return Ok(nowhere(Outcome::Gone));
        };
        Ok(placement(
            Reanchorer::new(&earlier.text, &now.text).find(span),
        ))
    }

    /// Finds the flags again that have words of their own.
    fn flags(&mut self, article: ArticleId) -> Result<Vec<Move<FlagId>>> {
        let filter = FlagFilter {
            article: Some(article),
            ..FlagFilter::default()
        };
        let mut moves = Vec::new();
        for flag in self.change.writer.flags(&filter)? {
            let Some(span) = flag.span.filter(|_| flag.own_words) else {
                continue;
            };
            // One that was lost or cut earlier stays where it was last seen.
            if flag.revision != Some(self.old.number) || flag.outcome == Outcome::Cut {
                continue;
            }
            let placement = placement(self.again.find(span));
            self.change
                .writer
                .place_flag(flag.id, self.revision, &placement)?;
            if placement.outcome == Outcome::Unmoved {
                continue;
            }
            self.events.push(flag_event(&flag, &placement));
            let words = flag.text.clone().unwrap_or_default();
            moves.push(moved(flag.id, &words, false, placement));
        }
        Ok(moves)
    }
}

fn nowhere(outcome: Outcome) -> Placement {
    Placement {
        outcome,
        quote: None,
        likeness: None,
        candidates: Vec::new(),
    }
}

/// Lets a claim that nobody has restated say what its words say now. While it
/// stands nowhere, it goes on saying what they said last.
pub(super) fn restate(change: &Change<'_>, claim: &Claim, placement: &Placement) -> Result<()> {
    match &placement.quote {
        Some(quote) if quote.exact != claim.statement => {
            Ok(change.writer.follow_words(claim.id, &quote.exact)?)
        }
        _ => Ok(()),
    }
}

/// How the store keeps what became of words.
fn placement(again: Again) -> Placement {
    let (outcome, quote, likeness, candidates) = match again {
        Again::Unmoved(quote) => (Outcome::Unmoved, Some(quote), None, Vec::new()),
        Again::Moved(quote) => (Outcome::Moved, Some(quote), None, Vec::new()),
        Again::Changed(found) => {
            let likeness = Some(found.likeness);
            (Outcome::Changed, Some(found.quote), likeness, Vec::new())
        }
        Again::Ambiguous(candidates) => (Outcome::Ambiguous, None, None, candidates),
        Again::Gone => return nowhere(Outcome::Gone),
    };
    let candidates = candidates
        .iter()
        .map(|found| CandidatePlace::new(&found.quote, found.likeness));
    Placement {
        outcome,
        quote,
        likeness,
        candidates: candidates.collect(),
    }
}

fn moved<Id>(id: Id, words: &str, stale: bool, placement: Placement) -> Move<Id> {
    let new = placement.quote.as_ref().map(|quote| quote.exact.as_str());
    Move {
        id,
        outcome: placement.outcome,
        words: words.to_owned(),
        stale,
        likeness: placement.likeness,
        diff: new.map_or_else(Vec::new, |new| pieces(words, new)),
        candidates: placement.candidates,
    }
}

/// The event that tells where a claim was put.
pub(super) fn anchor_event(claim: &Claim, placement: &Placement) -> NewEvent {
    event(
        Action::ClaimAnchor,
        SubjectKind::Claim,
        claim.id.0,
        claim.uuid,
    )
    .before(json!({
        "revision": claim.revision,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "outcome": claim.outcome,
    }))
    .after(placed(placement))
}

/// The event that tells where a flag was put.
pub(super) fn flag_event(flag: &Flag, placement: &Placement) -> NewEvent {
    event(Action::FlagAnchor, SubjectKind::Flag, flag.id.0, flag.uuid)
        .before(json!({
            "revision": flag.revision,
            "quote": flag.text,
            "start": flag.start,
            "end": flag.end,
        }))
        .after(placed(placement))
}

fn placed(placement: &Placement) -> serde_json::Value {
    let quote = placement.quote.as_ref();
    json!({
        "outcome": placement.outcome,
        "quote": quote.map(|quote| &quote.exact),
        "start": quote.map(|quote| quote.start_char),
        "end": quote.map(|quote| quote.end_char),
        "likeness": placement.likeness,
        "candidates": placement.candidates,
    })
}
