//! An article and all that one reviewer needs to go through its claims, as one
//! consistent view.

use super::articles::{find_article, find_revision};
use super::scales::find_scale;
use super::transact::{Act, acting};
use super::{Desk, Result};
use crate::model::article::{Article, Revision};
use crate::model::claim::{Claim, ClaimFilter, ClaimState};
use crate::model::flag::{Flag, FlagFilter, FlagState, Severity};
use crate::model::ids::ArticleId;
use crate::model::people::{Handle, Reviewer};
use crate::model::scale::Scale;
use crate::model::text::{Block, Span};

/// An article as one reviewer goes through it.
#[derive(Debug, Clone)]
pub struct Walkthrough {
    /// The article.
    pub article: Article,
    /// Its latest text.
    pub revision: Revision,
    /// What that is made of, in order.
    pub blocks: Vec<Block>,
    /// Its claims in the order of the text, dismissed ones too.
    pub claims: Vec<Claim>,
    /// The open flags on it, on its words and on its claims.
    pub flags: Vec<Flag>,
    /// The scale that verdicts are given on.
    pub scale: Scale,
    /// Who goes through it.
    pub reviewer: Reviewer,
    /// Whom claims can be given to, by handle.
    pub people: Vec<Handle>,
}

impl Walkthrough {
    /// Whether the reviewer still has something to do about a claim: it waits for a
    /// verdict, what the latest one rests on has changed, they have it, or others have
    /// judged it and their own verdict is not in.
    pub fn is_left(&self, claim: &Claim) -> bool {
        let mine = |handle: &str| handle == self.reviewer.handle.as_str();
        claim.state.is_open()
            || (claim.state == ClaimState::InReview && claim.stale)
            || claim.hidden
            || claim.assigned.iter().any(|one| mine(&one.reviewer))
    }

    /// The open flags on a claim, or on words that it shares.
    pub fn flags_on<'w>(&'w self, claim: &'w Claim) -> impl Iterator<Item = &'w Flag> {
        let words = self.span_of(claim);
        self.flags.iter().filter(move |flag| {
            let shares = words.zip(flag.span).is_some_and(|(a, b)| a.overlaps(b));
            flag.claim == Some(claim.id) || (shares && self.is_latest(flag.revision))
        })
    }

    /// The words of the text that open flags are on, for themselves or within a claim.
    pub fn flagged_words(&self) -> impl Iterator<Item = (Span, Severity)> {
        let here = self
            .flags
            .iter()
            .filter(|flag| self.is_latest(flag.revision));
        here.filter_map(|flag| Some((flag.span.filter(|_| flag.own_words)?, flag.severity)))
    }

    /// Where a claim stands in the text, if it does.
    pub fn span_of(&self, claim: &Claim) -> Option<Span> {
        claim.span.filter(|_| self.is_latest(claim.revision))
    }

    fn is_latest(&self, revision: Option<u32>) -> bool {
        revision == Some(self.revision.number)
    }
}

/// How fresh what was read of the desk is: as long as this stays equal, nobody else has
/// changed the desk's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Freshness(i64);

impl Desk {
    /// An article as who acts goes through it.
    pub fn walk_through(&self, act: &Act, id: ArticleId) -> Result<Walkthrough> {
        self.look(|reader| {
            let people = reader.reviewers()?.into_iter();
            let revision = find_revision(reader, id)?;
            Ok(Walkthrough {
                article: find_article(reader, id)?,
                blocks: reader.blocks(revision.id)?,
                revision,
                claims: reader.claims(&ClaimFilter {
                    article: Some(id),
                    all: true,
                    ..ClaimFilter::default()
                })?,
                flags: reader.flags(&FlagFilter {
                    article: Some(id),
                    state: Some(FlagState::Open),
                    ..FlagFilter::default()
                })?,
                scale: find_scale(reader, None)?,
                reviewer: acting(reader, act.actor.as_ref())?,
                people: people.map(|one| one.handle).collect(),
            })
        })
    }

    /// What tells cheaply whether somebody else has changed the desk meanwhile.
    pub fn freshness(&self) -> Result<Freshness> {
        Ok(Freshness(self.store.changes_of_others()?))
    }
}
