//! The states of a claim and the steps that lead from one to another, as one
//! table. A state is never set by hand: it is where a step leads.

use super::claim::ClaimState;
use super::words::closed_set;

closed_set! {
    /// Something that is done to a claim and may change its state.
    Step, "step" {
        /// A person wants it checked.
        Accept = "accept",
        /// Nobody will check it.
        Dismiss = "dismiss",
        /// It is to be checked after all, or again.
        Reopen = "reopen",
        /// A reviewer gives a verdict.
        Judge = "judge",
        /// An editor signs off, and more sign-offs are wanted.
        Vote = "vote",
        /// An editor signs off, which settles the ruling.
        SignOff = "sign off",
        /// An editor sends it back to who judged it.
        Return = "return",
        /// The ruling is made public.
        Publish = "publish",
        /// A public ruling is corrected in public.
        Correct = "correct",
    }
}

/// A step that can't be taken from a state.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.why())]
pub struct NotAStep {
    /// The step.
    pub step: Step,
    /// The state it can't be taken from.
    pub state: ClaimState,
}

impl ClaimState {
    /// The state that a step leads to.
    ///
    /// # Errors
    /// [`NotAStep`] where the step can't be taken, with the reason.
    pub fn after(self, step: Step) -> Result<Self, NotAStep> {
        use ClaimState as S;
        let refused = NotAStep { step, state: self };
        match (step, self) {
            (Step::Accept, S::Extracted) | (Step::Reopen, S::Dismissed) => Ok(S::ToCheck),
            (Step::Dismiss, S::Extracted | S::ToCheck) => Ok(S::Dismissed),
            (Step::Reopen, S::Decided)
            | (Step::Judge, S::Extracted | S::ToCheck | S::InReview)
            | (Step::Vote | Step::Return, S::InReview | S::Decided) => Ok(S::InReview),
            (Step::SignOff, S::InReview | S::Decided) | (Step::Judge, S::Decided) => Ok(S::Decided),
            (Step::Publish, S::Decided) | (Step::Judge | Step::Correct, S::Published) => {
                Ok(S::Published)
            }
            _ => Err(refused),
        }
    }

    /// Whether there is something to work on: neither ruled on nor dismissed.
    pub fn can_be_worked_on(self) -> bool {
        self.is_open() || self == Self::InReview
    }

    /// Whether somebody can still take the claim up: it waits for a verdict.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Extracted | Self::ToCheck)
    }
}

impl NotAStep {
    /// Why not, as the end of a sentence that begins with the claim.
    fn why(&self) -> &'static str {
        use ClaimState as S;
        match (self.step, self.state) {
            (Step::Accept, S::ToCheck) => "is to be checked already",
            (Step::Accept, S::Dismissed) => "is dismissed, so it has to be reopened",
            (Step::Accept, _) => "has a verdict already",
            (Step::Dismiss, S::Dismissed) => "is dismissed already",
            (Step::Dismiss, _) => "has a verdict, so it can't be dismissed",
            (Step::Judge, _) => "is dismissed, so it takes no verdict",
            (Step::Reopen, S::Published) => "is published, so it can only be corrected",
            (Step::Reopen, _) => "is open",
            (
                Step::Publish | Step::Correct | Step::Vote | Step::SignOff | Step::Return,
                S::Dismissed,
            ) => "is dismissed, so it has no ruling",
            (
                Step::Publish | Step::Correct | Step::Vote | Step::SignOff | Step::Return,
                S::Extracted | S::ToCheck,
            ) => "has no verdict yet",
            (Step::Publish, S::InReview) => "has no ruling yet, so it can't be published",
            (Step::Publish, _) => "is published already",
            (Step::Correct, _) => "is not published, so there is nothing to correct in public",
            (Step::Return | Step::Vote | Step::SignOff, _) => {
                "is published, so its ruling can only be corrected"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each step with the states that it can be taken from and leads to.
    const TABLE: &[(Step, &[(ClaimState, ClaimState)])] = &[
        (
            Step::Accept,
            &[(ClaimState::Extracted, ClaimState::ToCheck)],
        ),
        (
            Step::Dismiss,
            &[
                (ClaimState::Extracted, ClaimState::Dismissed),
                (ClaimState::ToCheck, ClaimState::Dismissed),
            ],
        ),
        (
            Step::Reopen,
            &[
                (ClaimState::Decided, ClaimState::InReview),
                (ClaimState::Dismissed, ClaimState::ToCheck),
            ],
        ),
        (
            Step::Judge,
            &[
                (ClaimState::Extracted, ClaimState::InReview),
                (ClaimState::ToCheck, ClaimState::InReview),
                (ClaimState::InReview, ClaimState::InReview),
                (ClaimState::Decided, ClaimState::Decided),
                (ClaimState::Published, ClaimState::Published),
            ],
        ),
        (
            Step::Vote,
            &[
                (ClaimState::InReview, ClaimState::InReview),
                (ClaimState::Decided, ClaimState::InReview),
            ],
        ),
        (
            Step::SignOff,
            &[
                (ClaimState::InReview, ClaimState::Decided),
                (ClaimState::Decided, ClaimState::Decided),
            ],
        ),
        (
            Step::Return,
            &[
                (ClaimState::InReview, ClaimState::InReview),
                (ClaimState::Decided, ClaimState::InReview),
            ],
        ),
        (
            Step::Publish,
            &[(ClaimState::Decided, ClaimState::Published)],
        ),
        (
            Step::Correct,
            &[(ClaimState::Published, ClaimState::Published)],
        ),
    ];

    #[test]
    fn every_step_leads_where_the_table_says_and_nowhere_else() {
        assert_eq!(TABLE.len(), Step::ALL.len());
        for (step, ways) in TABLE {
            for state in ClaimState::ALL {
                let way = ways.iter().find(|(from, _)| from == state);
                assert_eq!(
                    state.after(*step).ok(),
                    way.map(|(_, to)| *to),
                    "{step} from {state}"
                );
            }
        }
    }

    #[test]
    fn nothing_published_becomes_unpublished() {
        for step in Step::ALL {
            let after = ClaimState::Published.after(*step);
            assert!(
                after.is_err() || after == Ok(ClaimState::Published),
                "{step}"
            );
        }
    }

    #[test]
    fn a_ruling_needs_a_verdict() {
        for step in [
            Step::Vote,
            Step::SignOff,
            Step::Return,
            Step::Publish,
            Step::Correct,
        ] {
            for state in [
                ClaimState::Extracted,
                ClaimState::ToCheck,
                ClaimState::Dismissed,
            ] {
                assert!(state.after(step).is_err(), "{step} from {state}");
            }
        }
    }
}
