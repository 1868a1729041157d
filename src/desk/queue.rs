//! Who works on what: claims given out, taken from the queue, given back.

use chrono::NaiveDate;
use serde_json::json;

use super::claims::{claim_again, find_claim};
use super::transact::{Act, Change, Done, event, reviewer_named};
use super::{Desk, DeskError, Result};
use crate::model::claim::{Claim, ClaimRef};
use crate::model::event::{Action, NewEvent, SubjectKind};
use crate::model::ids::{ClaimId, ReviewerId};
use crate::model::people::Handle;
use crate::model::work::Assignee;

/// How claims are given out.
#[derive(Debug, Clone)]
pub struct Assigning {
    /// To whom, in turn.
    pub reviewers: Vec<Handle>,
    /// To how many of them each claim goes.
    pub times: usize,
    /// The day they are due.
    pub due: Option<NaiveDate>,
}

/// What came of asking for the next claim.
#[derive(Debug, Clone)]
pub enum NextClaim {
    /// It is theirs now.
    Taken(Box<Claim>),
    /// Nothing waits; so many claims are in their hands already.
    Nothing {
        /// Claims that they have taken and not judged.
        in_hand: u32,
    },
}

/// The event that tells who has a claim now.
fn told(action: Action, before: &Claim, after: &Claim) -> NewEvent {
    event(action, SubjectKind::Claim, after.id.0, after.uuid)
        .before(json!({ "assigned": before.assigned }))
        .after(json!({ "assigned": after.assigned }))
}

/// Refuses a claim that nobody can work on.
fn can_be_worked_on(claim: &Claim) -> Result<()> {
    if claim.state.can_be_worked_on() {
        return Ok(());
    }
    Err(DeskError::NotNow(format!(
        "claim {} is {}, so there is nothing to work on",
        claim.id, claim.state
    )))
}

impl Desk {
    /// Gives claims to reviewers, in turn, all or none.
    pub fn assign_claims(
        &mut self,
        act: &Act,
        claims: &[ClaimRef],
        assigning: &Assigning,
    ) -> Result<Vec<Claim>> {
        let people = assigning.reviewers.len();
        if people == 0 || assigning.times == 0 || assigning.times > people {
            return Err(DeskError::Invalid(format!(
                "a claim can't go to {} of {people} reviewers",
                assigning.times
            )));
        }
        self.transact(act, |change| {
            let reviewers: Vec<ReviewerId> = assigning
                .reviewers
                .iter()
                .map(|handle| Ok(reviewer_named(change.writer, handle.as_str())?.id))
                .collect::<Result<_>>()?;
            let mut turn = reviewers.iter().cycle();
            let mut value = Vec::new();
            let mut events = Vec::new();
            for claim in claims {
                let before = find_claim(change.writer, claim)?;
                can_be_worked_on(&before)?;
                let mut changed = false;
                for reviewer in turn.by_ref().take(assigning.times) {
                    changed |= give(change, &before, *reviewer, assigning.due)?;
                }
                let after = claim_again(change.writer, before.id)?;
                if changed {
                    events.push(told(Action::ClaimAssign, &before, &after));
                }
                value.push(after);
            }
            Ok(Done { value, events })
        })
    }

    /// Takes claims from a reviewer, or from everybody who has them.
    pub fn unassign_claims(
        &mut self,
        act: &Act,
        claims: &[ClaimRef],
        reviewer: Option<&Handle>,
    ) -> Result<Vec<Claim>> {
        self.transact(act, |change| {
            let reviewer = reviewer
                .map(|handle| reviewer_named(change.writer, handle.as_str()))
                .transpose()?;
            let mut value = Vec::new();
            let mut events = Vec::new();
            for claim in claims {
                let before = find_claim(change.writer, claim)?;
                let from = reviewer.as_ref().map(|reviewer| reviewer.id);
                if change.writer.end_assignments(before.id, from, change.at)? == 0 {
                    let who = reviewer
                        .as_ref()
                        .map_or("nobody has".to_owned(), |reviewer| {
                            format!("{} does not have", reviewer.handle)
                        });
                    return Err(DeskError::NotNow(format!("{who} claim {}", before.id)));
                }
                let after = claim_again(change.writer, before.id)?;
                events.push(told(Action::ClaimUnassign, &before, &after));
                value.push(after);
            }
            Ok(Done { value, events })
        })
    }

    /// Takes the next claim for who acts: the most check-worthy that waits for
    /// them, or that nobody has. What one person gets nobody else does.
    pub fn next_claim(&mut self, act: &Act) -> Result<NextClaim> {
        self.transact(act, |change| {
            let me = change.actor.id;
            let Some(id) = change.writer.next_claim(me)? else {
                let in_hand = change.writer.claims_in_hand(me)?;
                return Ok(Done::unchanged(NextClaim::Nothing { in_hand }));
            };
            let before = claim_again(change.writer, id)?;
            give(change, &before, me, None)?;
            change.writer.take(id, me, change.at)?;
            let after = claim_again(change.writer, id)?;
            let event = told(Action::ClaimNext, &before, &after);
            Ok(Done::with(NextClaim::Taken(Box::new(after)), event))
        })
    }
}

/// Lets those have a claim who had it before, and nobody else.
pub(super) fn restore_assigned(
    change: &Change<'_>,
    claim: ClaimId,
    assigned: &[Assignee],
) -> Result<()> {
    change.writer.end_assignments(claim, None, change.at)?;
    give_back(change, claim, assigned)
}

/// Lets those have a claim who had it before.
pub(super) fn give_back(change: &Change<'_>, claim: ClaimId, assigned: &[Assignee]) -> Result<()> {
    for assignee in assigned {
        let reviewer = reviewer_named(change.writer, &assignee.reviewer)?.id;
        change.writer.assign(
            (claim, reviewer),
            change.actor.id,
            assignee.due,
            change.uuid(),
            change.at,
        )?;
        if let Some(taken) = assignee.taken_at {
            change.writer.take(claim, reviewer, taken)?;
        }
    }
    Ok(())
}

fn give(
    change: &Change<'_>,
    claim: &Claim,
    reviewer: ReviewerId,
    due: Option<NaiveDate>,
) -> Result<bool> {
    Ok(change.writer.assign(
        (claim.id, reviewer),
        change.actor.id,
        due,
        change.uuid(),
        change.at,
    )?)
}
