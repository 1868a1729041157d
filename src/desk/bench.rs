//! A claim on the editors' bench: its verdicts that stand, its rulings, and the
//! house rules that an act is held to.

use serde_json::json;

use super::claims::find_claim;
use super::scales::{find_rating, find_scale};
use super::settings::house_rules;
use super::states::stepped;
use super::transact::{Change, event, state};
use super::{DeskError, Result};
use crate::model::claim::{Claim, ClaimRef};
use crate::model::event::{Action, NewEvent, SubjectKind};
use crate::model::ids::{ClaimId, RatingId, RulingId, VerdictId};
use crate::model::ruling::{Ruling, Standing};
use crate::model::scale::is_name;
use crate::model::settings::HouseRules;
use crate::model::verdict::Verdict;
use crate::model::workflow::Step;
use crate::store::{NewRuling, Reader, Scope};

/// What an editor says with a sign-off or a correction.
#[derive(Debug, Clone, Default)]
pub struct SignOff {
    /// The verdict that it rests on; the one that is meant is found when only
    /// one can be.
    pub verdict: Option<VerdictId>,
    /// The editor's rating; that of the verdict when none is given.
    pub rating: Option<String>,
    /// Why; needed where no reviewer gave that rating, and for a correction.
    pub because: Option<String>,
}

/// A claim on which editors are about to act.
pub(super) struct Bench {
    pub(super) claim: Claim,
    /// The verdicts that stand, latest first.
    pub(super) standing: Vec<Verdict>,
    pub(super) rulings: Standing,
    pub(super) rules: HouseRules,
}

impl Bench {
    /// The claim with its verdicts and rulings.
    pub(super) fn of(change: &Change<'_>, claim: &ClaimRef) -> Result<Self> {
        let claim = find_claim(change.writer, claim)?;
        let (mut standing, _) = change.writer.verdicts(Scope::Claim(claim.id))?;
        standing.retain(Verdict::stands);
        standing.reverse();
        let rulings = Standing::of(&change.writer.rulings(Scope::Claim(claim.id))?);
        Ok(Self {
            claim,
            standing,
            rulings,
            rules: house_rules(change.writer)?,
        })
    }

    /// That the claim can't be acted on now.
    pub(super) fn not_now(&self, why: &str) -> DeskError {
        DeskError::NotNow(format!("claim {} {why}", self.claim.id))
    }

    /// The verdicts that the acting editor may sign off: where four eyes are
    /// wanted, those of others.
    fn eligible(&self, change: &Change<'_>) -> Result<Vec<&Verdict>> {
        let others =
            |verdict: &&Verdict| !self.rules.four_eyes || verdict.reviewer_id != change.actor.id;
        let eligible: Vec<&Verdict> = self.standing.iter().filter(others).collect();
        if !eligible.is_empty() {
            return Ok(eligible);
        }
        Err(match self.standing.first() {
            None => self.not_now("has no verdict that stands"),
            Some(own) => DeskError::FourEyes {
                claim: self.claim.id,
                editor: own.reviewer.clone(),
            },
        })
    }

    /// The verdict and the rating that a sign-off means.
    pub(super) fn meant(
        &self,
        change: &Change<'_>,
        asked: &SignOff,
    ) -> Result<(&Verdict, RatingId)> {
        let eligible = self.eligible(change)?;
        let verdict = match (asked.verdict, &asked.rating) {
            (Some(id), _) => self.named(&eligible, id, change)?,
            (None, Some(rating)) => bearing(&eligible, rating).unwrap_or(eligible[0]),
            (None, None) => self.only_one(&eligible)?,
        };
        match &asked.rating {
            Some(rating) if !is_called(verdict, rating) => {
                let rating = self.overruling(change, verdict, rating, asked)?;
                Ok((verdict, rating))
            }
            _ => Ok((verdict, verdict.rating_id)),
        }
    }

    /// A rating in the place of a verdict's own. It takes a reason, and under
    /// four eyes somebody who has no verdict on the claim: a party to the
    /// disagreement would sign off what only they hold.
    fn overruling(
        &self,
        change: &Change<'_>,
        verdict: &Verdict,
        rating: &str,
        asked: &SignOff,
    ) -> Result<RatingId> {
        let scale = find_scale(change.writer, Some(&verdict.scale))?;
        let rating = find_rating(scale, rating)?;
        let of_others =
            |other: &&Verdict| other.rating_id == rating.id && other.reviewer_id != change.actor.id;
        if let Some(bearer) = self.standing.iter().find(of_others) {
            return Err(DeskError::Invalid(format!(
                "verdict {} says {}; it is verdict {} that says {}",
                verdict.id, verdict.rating_label, bearer.id, rating.label
            )));
        }
        let party = |own: &Verdict| own.reviewer_id == change.actor.id;
        if self.rules.four_eyes && self.standing.iter().any(party) {
            return Err(DeskError::FourEyes {
                claim: self.claim.id,
                editor: change.actor.handle.to_string(),
            });
        }
        if asked.because.is_none() {
            return Err(DeskError::Overrules {
                claim: self.claim.id,
                rating: rating.label,
            });
        }
        Ok(rating.id)
    }

    fn named<'v>(
        &self,
        eligible: &[&'v Verdict],
        id: VerdictId,
        change: &Change<'_>,
    ) -> Result<&'v Verdict> {
        if let Some(verdict) = eligible.iter().find(|verdict| verdict.id == id) {
            return Ok(verdict);
        }
        Err(if self.standing.iter().any(|verdict| verdict.id == id) {
            DeskError::FourEyes {
                claim: self.claim.id,
                editor: change.actor.handle.to_string(),
            }
        } else {
            self.not_now(&format!("has no verdict {id} that stands"))
        })
    }

    /// The verdict that is meant when nothing is said: the latest, unless the
    /// reviewers disagree, who acts among them.
    fn only_one<'v>(&self, eligible: &[&'v Verdict]) -> Result<&'v Verdict> {
        let latest = eligible[0];
        if self
            .standing
            .iter()
            .all(|verdict| verdict.rating_id == latest.rating_id)
        {
            return Ok(latest);
        }
        Err(DeskError::Disagreement {
            claim: self.claim.id,
            ratings: self
                .standing
                .iter()
                .map(|verdict| {
                    format!(
                        "{}: {} ({})",
                        verdict.reviewer, verdict.rating_label, verdict.rating
                    )
                })
                .collect(),
        })
    }

    /// Refuses a verdict that can't be signed off as it is.
    pub(super) fn holds(&self, verdict: &Verdict) -> Result<()> {
        if self.rulings.returned.contains(&verdict.id) {
            return Err(self.not_now(&format!(
                "waits for {}, to whom verdict {} was returned",
                verdict.reviewer, verdict.id
            )));
        }
        if !verdict.stale {
            return Ok(());
        }
        Err(DeskError::Stale {
            claim: self.claim.id,
            because: verdict.stale_because.clone(),
        })
    }

    /// Records an act, moves the claim to the state that the step leads to, and
    /// tells of it.
    pub(super) fn record(
        &self,
        change: &Change<'_>,
        new: &NewRuling<'_>,
        (step, action): (Step, Action),
    ) -> Result<(Ruling, NewEvent)> {
        let state_after = stepped(&self.claim, step)?;
        let id = change
            .writer
            .insert_ruling(change.actor.id, new, change.uuid(), change.at)?;
        change.writer.set_state(self.claim.id, state_after, None)?;
        if new.rules.is_some() {
            change
                .writer
                .end_assignments(self.claim.id, None, change.at)?;
        }
        let ruling = find_ruling(change.writer, self.claim.id, id)?;
        let event = event(action, SubjectKind::Claim, self.claim.id.0, self.claim.uuid)
            .before(json!({
                "state": self.claim.state,
                "rating": self.claim.rating,
                "assigned": self.claim.assigned,
            }))
            .after(json!({ "state": state_after, "ruling": state(&ruling)? }));
        Ok((ruling, event))
    }
}

/// The latest verdict that bears a rating.
fn bearing<'v>(verdicts: &[&'v Verdict], rating: &str) -> Option<&'v Verdict> {
    verdicts
        .iter()
        .copied()
        .find(|verdict| is_called(verdict, rating))
}

fn is_called(verdict: &Verdict, rating: &str) -> bool {
    is_name(rating, &verdict.rating, &verdict.rating_label)
}

fn find_ruling(reader: &Reader<'_>, claim: ClaimId, id: RulingId) -> Result<Ruling> {
    let rulings = reader.rulings(Scope::Claim(claim))?;
    rulings
        .into_iter()
        .find(|ruling| ruling.id == id)
        .ok_or(DeskError::UnknownNumber {
            what: "ruling",
            id: id.0,
        })
}
