//! The sentences of a new revision: kept with what they name, those worth a
//! check offered as claims, and what rules find flagged.

use super::Result;
use super::lint::flag_words;
use super::references::Held;
use super::sentences::{alike, to_store};
use super::transact::Change;
use crate::extract::{Extracted, Offered};
use crate::ingest::Document;
use crate::lint;
use crate::model::claim::{ClaimOrigin, ClaimState, NewClaim};
use crate::model::edtf::EdtfDate;
use crate::model::ids::{ArticleId, ClaimId, RevisionId};
use crate::model::text::Span;
use crate::text::anchor::Quoter;

/// A revision that has just been stored, with its sentences.
pub(super) struct NewText<'a> {
    pub(super) change: &'a Change<'a>,
    pub(super) article: ArticleId,
    pub(super) revision: RevisionId,
    pub(super) document: &'a Document,
    pub(super) extracted: &'a Extracted,
}

/// What a revision comes after: only what is new in it is offered.
#[derive(Default)]
pub(super) struct Before<'a> {
    /// The old text; none of a first revision.
    pub(super) text: Option<&'a str>,
    /// Where claims stand in the new one.
    pub(super) taken: &'a [Span],
}

impl Before<'_> {
    fn had(&self, words: &str) -> bool {
        self.text.is_some_and(|text| text.contains(words))
    }

    fn takes(&self, span: Span) -> bool {
        self.taken.iter().any(|taken| taken.overlaps(span))
    }
}

impl NewText<'_> {
    /// Stores the sentences with what they name.
    pub(super) fn insert_sentences(&self) -> Result<()> {
        let sentences = to_store(&self.document.text, &self.extracted.sentences)?;
        Ok(self
            .change
            .writer
            .insert_sentences(self.revision, &sentences)?)
    }

    /// Offers the sentences worth checking that are new, and that no claim
    /// says, as claims. Gives back how many were offered.
    pub(super) fn offer(&self, before: &Before<'_>) -> Result<usize> {
        let quoter = Quoter::new(&self.document.text);
        let mut claims = 0;
        for offered in &self.extracted.offered {
            if !self.is_new(offered, before) {
                continue;
            }
            if self.insert_claim(offered, &quoter)?.is_some() {
                claims += 1;
            }
        }
        Ok(claims)
    }

    fn is_new(&self, offered: &Offered, before: &Before<'_>) -> bool {
        let sentence = |at: usize| self.extracted.sentences.get(at);
        let is_taken = |at| sentence(at).is_some_and(|one| before.takes(one.span));
        let words = sentence(offered.sentence).and_then(|one| one.span.slice(&self.document.text));
        !alike(offered).any(is_taken) && !before.had(words.unwrap_or_default())
    }

    fn insert_claim(&self, offered: &Offered, quoter: &Quoter<'_>) -> Result<Option<ClaimId>> {
        let Some(candidate) = self.extracted.sentences.get(offered.sentence) else {
            return Ok(None);
        };
        let Some(anchor) = quoter.quote_at(candidate.claim()) else {
            return Ok(None);
        };
        let claim = NewClaim {
            statement: anchor.exact.clone(),
            anchor,
            claimant: None,
            state: ClaimState::Extracted,
            origin: ClaimOrigin::Extracted,
            score: Some(candidate.score),
            reasons: candidate.reasons.clone(),
            topics: Vec::new(),
        };
        let Change { writer, at, .. } = self.change;
        let id =
            writer.insert_claim(self.article, self.revision, &claim, self.change.uuid(), *at)?;
        writer.insert_repeats(id, self.revision, offered.repeats.iter().map(|at| at + 1))?;
        Ok(Some(id))
    }

    /// Runs the rules for words, and raises flags on what they find. Gives back
    /// how many were raised.
    pub(super) fn flag(&self, published: Option<&EdtfDate>) -> Result<usize> {
        let sentences = self.extracted.sentences.iter();
        let sentences = sentences.map(|one| (one.span, one.kind, &one.facets));
        let held = Held::of(self.change.writer)?;
        let known = (published, held.references());
        let notes = self.document.notes.iter().map(|note| note.span).collect();
        let text = &self.document.text;
        let read =
            lint::Article::new(text, &self.document.blocks, known, sentences).with_notes(notes);
        let raised = flag_words(self.change, self.article, self.revision, &read)?;
        Ok(raised.raised.len())
    }
}
