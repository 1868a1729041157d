//! Flags: problems noted on a claim, on words, or on a whole article.

use std::collections::HashSet;

use super::articles::{find_article, find_revision};
use super::claims::{find_claim, locate};
use super::names::{filled, not_blank};
use super::transact::{Act, Done, event, state};
use super::{Desk, DeskError, Result};
use crate::model::claim::ClaimRef;
use crate::model::event::{Action, SubjectKind};
use crate::model::flag::{Flag, FlagFilter, FlagState, NewFlag, RaisedBy};
use crate::model::ids::{ArticleId, FlagId};
use crate::store::{FlagPlace, Reader};

/// What a person raises a flag on.
#[derive(Debug, Clone)]
pub enum FlagOn {
    /// A claim.
    Claim(ClaimRef),
    /// Words of an article.
    Words {
        /// The article.
        article: ArticleId,
        /// The words.
        quote: String,
        /// Which of several places is meant, from 1.
        occurrence: Option<usize>,
    },
    /// A whole article.
    Article(ArticleId),
}

pub(super) fn find_flag(reader: &Reader<'_>, id: FlagId) -> Result<Flag> {
    reader.flag(id)?.ok_or(DeskError::UnknownNumber {
        what: "flag",
        id: id.0,
    })
}

impl Desk {
    /// Raises a flag.
    pub fn add_flag(&mut self, act: &Act, on: &FlagOn, new: &NewFlag) -> Result<Flag> {
        let new = NewFlag {
            category: not_blank("the category", &new.category)?.to_lowercase(),
            severity: new.severity,
            message: not_blank("the message", &new.message)?.to_owned(),
            suggestion: filled(new.suggestion.as_deref()),
        };
        self.transact(act, |change| {
            let words;
            let place = match on {
                FlagOn::Claim(claim) => {
                    let claim = find_claim(change.writer, claim)?;
                    FlagPlace {
                        article: claim.article,
                        claim: Some(claim.id),
                        words: None,
                    }
                }
                FlagOn::Article(article) => FlagPlace {
                    article: Some(find_article(change.writer, *article)?.id),
                    ..FlagPlace::default()
                },
                FlagOn::Words {
                    article,
                    quote,
                    occurrence,
                } => {
                    let revision = find_revision(change.writer, *article)?;
                    words = locate(&revision.text, quote, *occurrence)?;
                    FlagPlace {
                        article: Some(*article),
                        claim: None,
                        words: Some((revision.id, &words)),
                    }
                }
            };
            let id = change.writer.insert_flag(
                &place,
                &RaisedBy::Reviewer(change.actor.id),
                &new,
                change.uuid(),
                change.at,
            )?;
            let flag = find_flag(change.writer, id)?;
            let event =
                event(Action::FlagAdd, SubjectKind::Flag, id.0, flag.uuid).after(state(&flag)?);
            Ok(Done::with(flag, event))
        })
    }

    /// Settles open flags with a reason, all or none.
    pub fn resolve_flags(&mut self, act: &Act, ids: &[FlagId], because: &str) -> Result<Vec<Flag>> {
        let because = not_blank("the reason", because)?;
        let mut named = HashSet::new();
        self.transact(act, |change| {
            let mut value = Vec::new();
            let mut events = Vec::new();
            for id in ids.iter().filter(|id| named.insert(**id)) {
                let before = find_flag(change.writer, *id)?;
                if before.state == FlagState::Resolved {
                    return Err(DeskError::NotNow(format!("flag {id} is resolved already")));
                }
                let writer = change.writer;
                writer.resolve_flag(*id, Some(change.actor.id), because, change.at)?;
                let after = find_flag(writer, *id)?;
                events.push(
                    event(Action::FlagResolve, SubjectKind::Flag, id.0, after.uuid)
                        .before(state(&before)?)
                        .after(state(&after)?),
                );
                value.push(after);
            }
            Ok(Done { value, events })
        })
    }

    /// Opens a settled flag again, with a reason.
    pub fn reopen_flag(&mut self, act: &Act, id: FlagId, because: &str) -> Result<Flag> {
        let because = not_blank("the reason", because)?;
        self.transact(act, |change| {
            let before = find_flag(change.writer, id)?;
            if before.state == FlagState::Open {
                return Err(DeskError::NotNow(format!("flag {id} is open")));
            }
            change.writer.reopen_flag(id)?;
            let after = find_flag(change.writer, id)?;
            let mut told = state(&after)?;
            told["because"] = because.into();
            let event = event(Action::FlagReopen, SubjectKind::Flag, id.0, after.uuid)
                .before(state(&before)?)
                .after(told);
            Ok(Done::with(after, event))
        })
    }

    /// The flags that a filter lets through, in the order they were raised.
    pub fn flags(&self, filter: &FlagFilter) -> Result<Vec<Flag>> {
        self.look(|reader| {
            if let Some(article) = filter.article {
                find_article(reader, article)?;
            }
            if let Some(claim) = filter.claim {
                find_claim(reader, &ClaimRef::Number(claim))?;
            }
            Ok(reader.flags(filter)?)
        })
    }
}
