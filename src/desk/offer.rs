//! The sentences of a new revision: kept with what they name, those worth a
//! check offered as claims, and statements of nobody in particular flagged.

use std::collections::HashMap;

use super::Result;
use super::sentences::{alike, to_store};
use super::transact::Change;
use crate::extract::{Candidate, Extracted, Offered};
use crate::model::claim::{ClaimOrigin, ClaimState, NewClaim};
use crate::model::flag::{FlagFilter, NewFlag, RaisedBy, Severity};
use crate::model::ids::{ArticleId, ClaimId, RevisionId};
use crate::model::text::{Quote, Span};
use crate::store::FlagPlace;
use crate::text::anchor::Quoter;
use crate::text::attributions::is_vague_source;

/// Code of the rule that raises a flag where nobody in particular is named.
const UNNAMED_SOURCE: &str = "SRC001";

/// A revision that has just been stored, with its sentences.
pub(super) struct NewText<'a> {
    pub(super) change: &'a Change<'a>,
    pub(super) article: ArticleId,
    pub(super) revision: RevisionId,
    pub(super) text: &'a str,
    pub(super) extracted: &'a Extracted,
}

/// What a revision comes after: only what is new in it is offered and flagged.
#[derive(Default)]
pub(super) struct Before<'a> {
    /// The old text; none of a first revision.
    pub(super) text: Option<&'a str>,
    /// Where claims stand in the new one.
    pub(super) taken: &'a [Span],
}

/// What came of taking the sentences in.
pub(super) struct Came {
    /// Claims that were offered.
    pub(super) claims: usize,
    /// Flags that were raised.
    pub(super) flags: usize,
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
        let sentences = to_store(self.text, &self.extracted.sentences)?;
        Ok(self
            .change
            .writer
            .insert_sentences(self.revision, &sentences)?)
    }

    /// Offers the sentences worth checking that are new, and that no claim
    /// says, as claims, and raises flags on what is new.
    pub(super) fn offer(&self, before: &Before<'_>) -> Result<Came> {
        let quoter = Quoter::new(self.text);
        let mut claims = HashMap::new();
        for offered in &self.extracted.offered {
            if !self.is_new(offered, before) {
                continue;
            }
            if let Some(id) = self.insert_claim(offered, &quoter)? {
                claims.insert(offered.sentence, id);
            }
        }
        Ok(Came {
            claims: claims.len(),
            flags: self.flag_unnamed(before, &claims, &quoter)?,
        })
    }

    fn is_new(&self, offered: &Offered, before: &Before<'_>) -> bool {
        let sentence = |at: usize| self.extracted.sentences.get(at);
        let is_taken = |at| sentence(at).is_some_and(|one| before.takes(one.span));
        let words = sentence(offered.sentence).and_then(|one| one.span.slice(self.text));
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

    /// Flags attributions to nobody in particular, whether or not what is said
    /// is offered: nobody can be asked whether they said so.
    fn flag_unnamed(
        &self,
        before: &Before<'_>,
        claims: &HashMap<usize, ClaimId>,
        quoter: &Quoter<'_>,
    ) -> Result<usize> {
        let mut raised = 0;
        let flagged = self.flagged(before)?;
        for (at, sentence) in self.extracted.sentences.iter().enumerate() {
            for words in self.unnamed(sentence) {
                let Some(words) = quoter.quote_at(words) else {
                    continue;
                };
                if flagged.contains(&words.start_char) {
                    continue;
                }
                self.flag(&words, claims.get(&at).copied())?;
                raised += 1;
            }
        }
        Ok(raised)
    }

    /// Where the article has such flags already, in code points.
    fn flagged(&self, before: &Before<'_>) -> Result<Vec<usize>> {
        if before.text.is_none() {
            return Ok(Vec::new());
        }
        let flags = self.change.writer.flags(&FlagFilter {
            article: Some(self.article),
            ..FlagFilter::default()
        })?;
        let standing = flags
            .into_iter()
            .filter(|flag| flag.code.as_deref() == Some(UNNAMED_SOURCE));
        let places = standing.filter_map(|flag| usize::try_from(flag.start?).ok());
        Ok(places.collect())
    }

    /// The attributions of a sentence whose source is nobody in particular.
    fn unnamed(&self, sentence: &Candidate) -> impl Iterator<Item = Span> {
        let attributions = sentence.facets.attributions.iter();
        attributions
            .filter(|one| {
                let source = one.source.and_then(|source| source.slice(self.text));
                source.is_some_and(is_vague_source)
            })
            .map(|one| one.span)
    }

    fn flag(&self, words: &Quote, claim: Option<ClaimId>) -> Result<()> {
        let flag = NewFlag {
            category: "sourcing".to_owned(),
            severity: Severity::Low,
            message: format!("“{}” names nobody who can be asked", words.exact),
            suggestion: Some("say who, or drop the attribution".to_owned()),
        };
        let place = FlagPlace {
            article: Some(self.article),
            claim,
            words: Some((self.revision, words)),
        };
        let rule = RaisedBy::Rule {
            code: UNNAMED_SOURCE,
            name: "unnamed-source",
        };
        let Change { writer, at, .. } = self.change;
        writer.insert_flag(&place, rule, &flag, self.change.uuid(), *at)?;
        Ok(())
    }
}
