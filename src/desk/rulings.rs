//! Rulings: verdicts signed off, sent back, made public and corrected, by
//! editors who did not give them.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::bench::{Bench, SignOff};
use super::claims::find_claim;
use super::gate::{GateAnswer, gate_answer};
use super::names::{filled, not_blank};
use super::permissions::editor_only;
use super::states::stepped;
use super::transact::{Act, Change, Done};
use super::{Desk, DeskError, Result};
use crate::gate::Blocker;
use crate::model::claim::{Claim, ClaimRef};
use crate::model::event::{Action, NewEvent};
use crate::model::ids::{ArticleId, VerdictId};
use crate::model::ruling::{Ruled, Ruling, RulingOutcome, Vote};
use crate::model::workflow::Step;
use crate::store::{NewRuling, Scope};

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
            let vote = Vote {
                editor: change.actor.id,
                verdict: verdict.id,
                rating,
            };
            let mut standing = bench.rulings.clone();
            standing.vote(vote);
            let ruled = bench.rules.panel.settles(&standing.votes);
            if bench.rulings.votes.contains(&vote) && ruled == bench.rulings.ruled {
                return Err(bench.not_now("was signed off by you with this rating already"));
            }
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
            if bench.rulings.returned.contains(&verdict.id) {
                return Err(bench.not_now(&format!(
                    "has waited for {} since verdict {} was returned",
                    verdict.reviewer, verdict.id
                )));
            }
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
    /// has to be settled first, and so has what the house rules find in a claim.
    pub fn publish_rulings(&mut self, act: &Act, claims: &[ClaimRef]) -> Result<Vec<Ruling>> {
        self.transact(act, |change| {
            editor_only(&change.actor, "publish a ruling")?;
            let mut value = Vec::new();
            let mut events = Vec::new();
            let mut gates = HashMap::new();
            for claim in claims {
                let bench = Bench::of(change, claim)?;
                may_go_public(change, &bench.claim, &mut gates)?;
                let (ruling, event) = publish(change, &bench)?;
                value.push(ruling);
                events.push(event);
            }
            Ok(Done { value, events })
        })
    }

    /// Corrects a public ruling in public, with the reason. It rests on a
    /// verdict like a sign-off does, and says something else than what is
    /// public.
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
            let same_verdict = bench.rulings.ruled.filter(|ruled| ruled.verdict == verdict.id);
            if same_verdict.is_some_and(|ruled| ruled.rating == rating || asked.rating.is_none()) {
                return Err(bench.not_now(&format!(
                    "rests on verdict {} in public already; give a new verdict first, or the right rating with --rating",
                    verdict.id
                )));
            }
            let new = NewRuling {
                claim: bench.claim.id,
                verdict: verdict.id,
                rating,
                outcome: RulingOutcome::Corrected,
                four_eyes: bench.rules.four_eyes,
                undoes: None,
                rules: Some(Ruled {
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

/// Refuses a claim that can't be published, whose rating is in doubt, or that
/// the house rules keep back. Each article is held against them once.
fn may_go_public(
    change: &Change<'_>,
    claim: &Claim,
    gates: &mut HashMap<ArticleId, GateAnswer>,
) -> Result<()> {
    stepped(claim, Step::Publish)?;
    if claim.stale {
        return Err(DeskError::Stale {
            claim: claim.id,
            because: claim.stale_because.clone(),
        });
    }
    let Some(article) = claim.article else {
        return Ok(());
    };
    let gate = match gates.entry(article) {
        Entry::Occupied(known) => known.into_mut(),
        Entry::Vacant(unknown) => unknown.insert(gate_answer(change.writer, article, None)?),
    };
    let of_claim = |blocker: &&Blocker| blocker.claim == Some(claim.id);
    let reasons: Vec<String> = gate
        .blockers
        .iter()
        .filter(of_claim)
        .map(|blocker| format!("{}: {}", blocker.rule, blocker.message))
        .collect();
    if reasons.is_empty() {
        return Ok(());
    }
    Err(DeskError::KeptBack {
        claim: claim.id,
        reasons,
    })
}

fn publish(change: &Change<'_>, bench: &Bench) -> Result<(Ruling, NewEvent)> {
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
