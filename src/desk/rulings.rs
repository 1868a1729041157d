//! Rulings: verdicts signed off, sent back, made public and corrected, by
//! editors who did not give them.

use serde_json::json;

use super::claims::find_claim;
use super::names::{filled, not_blank};
use super::permissions::editor_only;
use super::scales::{find_rating, find_scale};
use super::settings::house_rules;
use super::states::stepped;
use super::transact::{Act, Change, Done, event, state};
use super::{Desk, DeskError, Result};
use crate::model::claim::{Claim, ClaimRef};
use crate::model::event::{Action, NewEvent, SubjectKind};
use crate::model::ids::{RatingId, RulingId, VerdictId};
use crate::model::ruling::{Ruling, RulingOutcome, Standing, Vote};
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
struct Bench {
    claim: Claim,
    /// The verdicts that stand, latest first.
    standing: Vec<Verdict>,
    rulings: Standing,
    rules: HouseRules,
}

impl Bench {
    fn of(change: &Change<'_>, claim: &ClaimRef) -> Result<Self> {
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

    fn not_now(&self, why: &str) -> DeskError {
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
    fn meant(&self, change: &Change<'_>, asked: &SignOff) -> Result<(&Verdict, RatingId)> {
        let eligible = self.eligible(change)?;
        let verdict = match (asked.verdict, &asked.rating) {
            (Some(id), _) => self.named(&eligible, id, change)?,
            (None, Some(rating)) => bearing(&eligible, rating).unwrap_or(eligible[0]),
            (None, None) => self.only_one(&eligible)?,
        };
        let rating = match &asked.rating {
            None => verdict.rating_id,
            Some(rating) if is_called(verdict, rating) => verdict.rating_id,
            Some(rating) => {
                let scale = find_scale(change.writer, Some(&verdict.scale))?;
                let rating = find_rating(scale, rating)?;
                if asked.because.is_none() {
                    return Err(DeskError::Overrules {
                        claim: self.claim.id,
                        rating: rating.label,
                    });
                }
                rating.id
            }
        };
        Ok((verdict, rating))
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
    /// reviewers disagree.
    fn only_one<'v>(&self, eligible: &[&'v Verdict]) -> Result<&'v Verdict> {
        let latest = eligible[0];
        if eligible
            .iter()
            .all(|verdict| verdict.rating_id == latest.rating_id)
        {
            return Ok(latest);
        }
        Err(DeskError::Disagreement {
            claim: self.claim.id,
            ratings: eligible
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
    fn holds(&self, verdict: &Verdict) -> Result<()> {
        if self.rulings.returned == Some(verdict.id) {
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
    fn record(
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
    verdict.rating == rating || verdict.rating_label.eq_ignore_ascii_case(rating)
}

pub(super) fn find_ruling(
    reader: &Reader<'_>,
    claim: crate::model::ids::ClaimId,
    id: RulingId,
) -> Result<Ruling> {
    let rulings = reader.rulings(Scope::Claim(claim))?;
    rulings
        .into_iter()
        .find(|ruling| ruling.id == id)
        .ok_or(DeskError::UnknownNumber {
            what: "ruling",
            id: id.0,
        })
}

impl Desk {
    /// Signs a verdict off. The claim is decided once as many editors have as
    /// the desk wants, and enough of them agree.
    pub fn sign_off(&mut self, act: &Act, claim: &ClaimRef, asked: &SignOff) -> Result<Ruling> {
        let asked = tidy(asked);
        self.transact(act, |change| {
            editor_only(&change.actor, "sign off a verdict")?;
            let bench = Bench::of(change, claim)?;
            stepped(&bench.claim, Step::Vote)?;
            let (verdict, rating) = bench.meant(change, &asked)?;
            bench.holds(verdict)?;
            let mut standing = bench.rulings.clone();
            standing.vote(Vote {
                editor: change.actor.id,
                verdict: verdict.id,
                rating,
            });
            let ruled = bench.rules.panel.settles(&standing.votes);
            let step = if ruled.is_some() {
                Step::SignOff
            } else {
                Step::Vote
            };
            let new = NewRuling {
                claim: bench.claim.id,
                verdict: verdict.id,
                rating,
                outcome: RulingOutcome::SignedOff,
                four_eyes: bench.rules.four_eyes,
                undoes: None,
                rules: ruled,
                because: asked.because.as_deref(),
            };
            let (ruling, event) = bench.record(change, &new, (step, Action::RulingSignOff))?;
            Ok(Done::with(ruling, event))
        })
    }

    /// Sends a verdict back to who gave it, with the reason; the claim is in
    /// review again, and theirs to take up.
    pub fn return_verdict(
        &mut self,
        act: &Act,
        claim: &ClaimRef,
        verdict: Option<VerdictId>,
        because: &str,
    ) -> Result<Ruling> {
        let because = not_blank("the reason", because)?;
        self.transact(act, |change| {
            editor_only(&change.actor, "return a verdict")?;
            let bench = Bench::of(change, claim)?;
            stepped(&bench.claim, Step::Return)?;
            let called = |id| bench.standing.iter().find(|verdict| verdict.id == id);
            let ruled = bench.rulings.ruled.map(|ruled| ruled.verdict);
            let found = match verdict {
                Some(id) => called(id),
                None => ruled.and_then(called).or(bench.standing.first()),
            };
            let verdict = found.ok_or_else(|| bench.not_now("has no such verdict that stands"))?;
            let new = NewRuling {
                claim: bench.claim.id,
                verdict: verdict.id,
                rating: verdict.rating_id,
                outcome: RulingOutcome::Returned,
                four_eyes: bench.rules.four_eyes,
                undoes: None,
                rules: None,
                because: Some(because),
            };
            let (ruling, event) =
                bench.record(change, &new, (Step::Return, Action::RulingReturn))?;
            change.writer.assign(
                (bench.claim.id, verdict.reviewer_id),
                change.actor.id,
                None,
                change.uuid(),
                change.at,
            )?;
            Ok(Done::with(ruling, event))
        })
    }

    /// Makes the rulings of claims public, all or none. What has changed since
    /// has to be settled first.
    pub fn publish_rulings(&mut self, act: &Act, claims: &[ClaimRef]) -> Result<Vec<Ruling>> {
        self.transact(act, |change| {
            editor_only(&change.actor, "publish a ruling")?;
            let mut value = Vec::new();
            let mut events = Vec::new();
            for claim in claims {
                let (ruling, event) = publish(change, claim)?;
                value.push(ruling);
                events.push(event);
            }
            Ok(Done { value, events })
        })
    }

    /// Corrects a public ruling in public, with the reason. It rests on a
    /// verdict like a sign-off does.
    pub fn correct_ruling(
        &mut self,
        act: &Act,
        claim: &ClaimRef,
        asked: &SignOff,
    ) -> Result<Ruling> {
        let asked = tidy(asked);
        let because = asked
            .because
            .clone()
            .ok_or(DeskError::Blank("the reason"))?;
        self.transact(act, |change| {
            editor_only(&change.actor, "correct a public ruling")?;
            let bench = Bench::of(change, claim)?;
            stepped(&bench.claim, Step::Correct)?;
            let (verdict, rating) = bench.meant(change, &asked)?;
            bench.holds(verdict)?;
            let new = NewRuling {
                claim: bench.claim.id,
                verdict: verdict.id,
                rating,
                outcome: RulingOutcome::Corrected,
                four_eyes: bench.rules.four_eyes,
                undoes: None,
                rules: Some(crate::model::ruling::Ruled {
                    verdict: verdict.id,
                    rating,
                }),
                because: Some(&because),
            };
            let step = (Step::Correct, Action::RulingCorrect);
            let (ruling, event) = bench.record(change, &new, step)?;
            Ok(Done::with(ruling, event))
        })
    }

    /// What editors did about a claim, oldest first.
    pub fn rulings(&self, claim: &ClaimRef) -> Result<Vec<Ruling>> {
        self.look(|reader| {
            let claim = find_claim(reader, claim)?;
            Ok(reader.rulings(Scope::Claim(claim.id))?)
        })
    }
}

fn tidy(asked: &SignOff) -> SignOff {
    SignOff {
        because: filled(asked.because.as_deref()),
        ..asked.clone()
    }
}

fn publish(change: &Change<'_>, claim: &ClaimRef) -> Result<(Ruling, NewEvent)> {
    let bench = Bench::of(change, claim)?;
    stepped(&bench.claim, Step::Publish)?;
    if bench.claim.stale {
        return Err(DeskError::Stale {
            claim: bench.claim.id,
            because: bench.claim.stale_because.clone(),
        });
    }
    let ruled = bench
        .rulings
        .ruled
        .ok_or_else(|| bench.not_now("has no ruling"))?;
    let new = NewRuling {
        claim: bench.claim.id,
        verdict: ruled.verdict,
        rating: ruled.rating,
        outcome: RulingOutcome::Published,
        four_eyes: bench.rules.four_eyes,
        undoes: None,
        rules: Some(ruled),
        because: None,
    };
    bench.record(change, &new, (Step::Publish, Action::RulingPublish))
}
