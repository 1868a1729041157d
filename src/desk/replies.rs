//! The right of reply: that a claimant was asked, and what came of it.

use chrono::Days;

use super::claims::find_claim;
use super::names::{filled, not_blank};
use super::transact::{Act, Done, event, state};
use super::{Desk, DeskError, Result};
use crate::model::claim::{Claim, ClaimRef};
use crate::model::edtf::{Edtf, EdtfDate};
use crate::model::event::{Action, NewEvent, SubjectKind};
use crate::model::ids::ReplyId;
use crate::model::work::{NewReply, Reply};
use crate::store::{Reader, Scope};

fn find_reply(reader: &Reader<'_>, id: ReplyId) -> Result<Reply> {
    reader.reply(id)?.ok_or(DeskError::UnknownNumber {
        what: "reply",
        id: id.0,
    })
}

/// Who was asked: whoever is named, else who made the claim.
fn asked_of(claim: &Claim, named: Option<&str>) -> Result<String> {
    match named {
        Some(name) => Ok(not_blank("the name of who was asked", name)?.to_owned()),
        None => claim.claimant.clone().ok_or_else(|| {
            DeskError::NotNow(format!(
                "who made claim {} is not known; name who was asked with --of",
                claim.id
            ))
        }),
    }
}

/// Refuses a date of what has happened that lies ahead of the act, anywhere on
/// earth.
fn not_to_come(act: &Act, what: &str, date: &EdtfDate) -> Result<()> {
    let tomorrow = act.at.date_naive() + Days::new(1);
    match Edtf::from(date).earliest() {
        Some(day) if day > tomorrow => Err(DeskError::Invalid(format!(
            "{what} on {date} has not happened yet"
        ))),
        _ => Ok(()),
    }
}

/// Refuses an answer that came before anybody was asked, as far as the dates
/// tell.
fn in_order(asked: &EdtfDate, answered: &EdtfDate) -> Result<()> {
    let first_asked = Edtf::from(asked).earliest();
    let last_answered = Edtf::from(answered).latest();
    match (first_asked, last_answered) {
        (Some(first), Some(last)) if last < first => Err(DeskError::Invalid(format!(
            "an answer on {answered} comes before the asking on {asked}"
        ))),
        _ => Ok(()),
    }
}

fn reply_event(action: Action, claim: &Claim) -> NewEvent {
    event(action, SubjectKind::Claim, claim.id.0, claim.uuid)
}

impl Desk {
    /// Records that somebody was asked about a claim, and the answer where
    /// there is one.
    pub fn add_reply(&mut self, act: &Act, claim: &ClaimRef, new: &NewReply) -> Result<Reply> {
        let new = NewReply {
            channel: filled(new.channel.as_deref()),
            answer: filled(new.answer.as_deref()),
            ..new.clone()
        };
        match &new.answered {
            Some(answered) => in_order(&new.asked, answered)?,
            None if new.answer.is_some() => {
                return Err(DeskError::Invalid(
                    "what an answer says goes with the date it came on".to_owned(),
                ));
            }
            None => {}
        }
        not_to_come(act, "the asking", &new.asked)?;
        if let Some(answered) = &new.answered {
            not_to_come(act, "the answer", answered)?;
        }
        self.transact(act, |change| {
            let claim = find_claim(change.writer, claim)?;
            let id = change.writer.insert_reply(
                claim.id,
                change.actor.id,
                &asked_of(&claim, new.asked_of.as_deref())?,
                &new,
                change.uuid(),
                change.at,
            )?;
            let reply = find_reply(change.writer, id)?;
            let event = reply_event(Action::ReplyAdd, &claim).after(state(&reply)?);
            Ok(Done::with(reply, event))
        })
    }

    /// Records the answer of somebody who was asked before.
    pub fn answer_reply(
        &mut self,
        act: &Act,
        id: ReplyId,
        answered: &EdtfDate,
        answer: Option<&str>,
    ) -> Result<Reply> {
        let answer = filled(answer);
        self.transact(act, |change| {
            let before = find_reply(change.writer, id)?;
            if let Some(answered) = &before.answered {
                return Err(DeskError::NotNow(format!(
                    "reply {id} was answered on {answered} already"
                )));
            }
            in_order(&before.asked, answered)?;
            change
                .writer
                .answer_reply(id, Some(answered), answer.as_deref())?;
            let claim = find_claim(change.writer, &ClaimRef::Number(before.claim))?;
            let after = find_reply(change.writer, id)?;
            let event = reply_event(Action::ReplyAnswer, &claim)
                .before(state(&before)?)
                .after(state(&after)?);
            Ok(Done::with(after, event))
        })
    }

    /// Who was asked about a claim, and what came of it, oldest first.
    pub fn replies(&self, claim: &ClaimRef) -> Result<Vec<Reply>> {
        self.look(|reader| {
            let claim = find_claim(reader, claim)?;
            Ok(reader.replies(Scope::Claim(claim.id))?)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_may_only_be_refused_when_it_is_surely_too_early() {
        let ordered = |asked: &str, answered: &str| {
            in_order(&asked.parse().unwrap(), &answered.parse().unwrap()).is_ok()
        };
        for (asked, answered) in [
            ("2025-04-14", "2025-04-14"),
            ("2025-04-14", "2025-04-15"),
            ("2025-04-14", "2025-04"),
            ("2025-04-14", "2025"),
            ("2025-04", "2025-04-01"),
            ("2025", "2025-01-01"),
        ] {
            assert!(ordered(asked, answered), "{asked} {answered}");
        }
        for (asked, answered) in [
            ("2025-04-14", "2025-04-13"),
            ("2025-04-14", "2025-03"),
            ("2025-04", "2025-03-31"),
            ("2025", "2024"),
        ] {
            assert!(!ordered(asked, answered), "{asked} {answered}");
        }
    }
}
