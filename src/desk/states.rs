//! What is to be checked and what is not: claims accepted, dismissed, taken up
//! again. Several at once, all or none.

use serde_json::json;

use super::claims::{claim_again, find_claim};
use super::names::{filled, not_blank};
use super::permissions::editor_only;
use super::transact::{Act, Change, Done, event};
use super::{Desk, DeskError, Result};
use crate::model::claim::{Claim, ClaimRef, ClaimState};
use crate::model::event::{Action, NewEvent, SubjectKind};
use crate::model::ruling::RulingOutcome;
use crate::model::workflow::Step;
use crate::store::{NewRuling, Scope};

/// The state that a step leads a claim to.
pub(super) fn stepped(claim: &Claim, step: Step) -> Result<ClaimState> {
    claim.state.after(step).map_err(|step| DeskError::NotAStep {
        claim: claim.id,
        step,
    })
}

/// Moves a claim along a step, with the event that tells of it.
fn take_step(
    change: &Change<'_>,
    before: &Claim,
    (step, action): (Step, Action),
    because: Option<&str>,
) -> Result<(Claim, NewEvent)> {
    let state = stepped(before, step)?;
    if step == Step::Reopen && before.state == ClaimState::Decided {
        editor_only(&change.actor, "reopen a claim that is decided")?;
        reopen_ruling(
            change,
            before,
            because.ok_or(DeskError::Blank("the reason"))?,
        )?;
    }
    let dismissed = because.filter(|_| state == ClaimState::Dismissed);
    change.writer.set_state(before.id, state, dismissed)?;
    if state == ClaimState::Dismissed {
        change.writer.end_assignments(before.id, None, change.at)?;
    }
    let after = claim_again(change.writer, before.id)?;
    let told = |claim: &Claim| {
        json!({
            "state": claim.state,
            "dismissed_because": claim.dismissed_because,
            "assigned": claim.assigned,
        })
    };
    let mut now = told(&after);
    if let (Some(because), serde_json::Value::Object(fields)) = (because, &mut now) {
        fields.insert("because".to_owned(), because.into());
    }
    let event = event(action, SubjectKind::Claim, after.id.0, after.uuid)
        .before(told(before))
        .after(now);
    Ok((after, event))
}

impl Desk {
    /// Says that claims are to be checked.
    pub fn accept_claims(&mut self, act: &Act, claims: &[ClaimRef]) -> Result<Vec<Claim>> {
        self.step_claims(act, claims, (Step::Accept, Action::ClaimAccept), None)
    }

    /// Says that nobody will check claims, and why.
    pub fn dismiss_claims(
        &mut self,
        act: &Act,
        claims: &[ClaimRef],
        because: &str,
    ) -> Result<Vec<Claim>> {
        let because = not_blank("the reason", because)?;
        let step = (Step::Dismiss, Action::ClaimDismiss);
        self.step_claims(act, claims, step, Some(because))
    }

    fn step_claims(
        &mut self,
        act: &Act,
        claims: &[ClaimRef],
        step: (Step, Action),
        because: Option<&str>,
    ) -> Result<Vec<Claim>> {
        self.transact(act, |change| {
            let mut value = Vec::new();
            let mut events = Vec::new();
            for claim in claims {
                let before = find_claim(change.writer, claim)?;
                let (after, event) = take_step(change, &before, step, because)?;
                value.push(after);
                events.push(event);
            }
            Ok(Done { value, events })
        })
    }

    /// Takes claims up again: one that was dismissed is to be checked, and one
    /// that is decided goes back into review, which only an editor may say, with
    /// the reason.
    pub fn reopen_claims(
        &mut self,
        act: &Act,
        claims: &[ClaimRef],
        because: Option<&str>,
    ) -> Result<Vec<Claim>> {
        let because = filled(because);
        let step = (Step::Reopen, Action::ClaimReopen);
        self.step_claims(act, claims, step, because.as_deref())
    }
}

/// Ends the ruling of a claim; the verdicts stay.
fn reopen_ruling(change: &Change<'_>, claim: &Claim, because: &str) -> Result<()> {
    let rulings = change.writer.rulings(Scope::Claim(claim.id))?;
    let Some(last) = rulings.last() else {
        return Err(DeskError::NotNow(format!(
            "claim {} has no ruling",
            claim.id
        )));
    };
    let new = NewRuling {
        claim: claim.id,
        verdict: last.verdict,
        rating: last.rating_id,
        outcome: RulingOutcome::Reopened,
        four_eyes: last.four_eyes,
        undoes: None,
        rules: None,
        because: Some(because),
    };
    change
        .writer
        .insert_ruling(change.actor.id, &new, change.uuid(), change.at)?;
    Ok(())
}
