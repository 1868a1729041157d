//! Verdicts: one reviewer's rating of one claim, with what it rests on.

use super::claims::find_claim;
use super::evidence::tie;
use super::links::{filled_in, linked};
use super::names::{filled, not_blank};
use super::scales::{find_rating, find_scale};
use super::settings::evidence_required;
use super::states::stepped;
use super::transact::{Act, Change, Done, event, state};
use super::{Desk, DeskError, Result};
use crate::model::claim::{Claim, ClaimRef};
use crate::model::event::{Action, NewEvent, SubjectKind};
use crate::model::ids::{ClaimId, VerdictId};
use crate::model::revision::Outcome;
use crate::model::scale::Rating;
use crate::model::verdict::{NewVerdict, Verdict};
use crate::model::workflow::Step;
use crate::store::{Reader, Scope, VerdictIdentity, VerdictRow};

impl Desk {
    /// Gives a verdict on a claim: finds or makes its sources, ties them as
    /// evidence and records the rating, all or nothing. It replaces the same
    /// reviewer's earlier verdict; the earlier one stays to be seen. Where it takes
    /// over the check of an earlier claim, the two are linked as well.
    pub fn add_verdict(
        &mut self,
        act: &Act,
        claim: &ClaimRef,
        new: &NewVerdict,
    ) -> Result<Verdict> {
        if new.reuses.is_none() {
            not_blank("the rationale", &new.rationale)?;
        }
        self.transact(act, |change| {
            let claim = find_claim(change.writer, claim)?;
            let (new, earlier) = filled_in(change.writer, new)?;
            let correction = filled(new.correction.as_deref());
            let no_source = filled(new.no_source.as_deref());
            let scale = find_scale(change.writer, new.scale.as_deref())?;
            let given = new.rating.as_deref().unwrap_or_default();
            let rating = find_rating(scale, not_blank("the rating", given)?)?;
            let link = match &earlier {
                Some(earlier) => linked(change, &claim, earlier)?,
                None => None,
            };
            let state_after = stepped(&claim, Step::Judge)?;
            change.writer.set_state(claim.id, state_after, None)?;
            change
                .writer
                .end_assignments(claim.id, Some(change.actor.id), change.at)?;
            let id = change.writer.insert_verdict(
                claim.id,
                change.actor.id,
                &VerdictRow {
                    rating: rating.id,
                    rationale: new.rationale.trim(),
                    correction: correction.as_deref(),
                    confidence: new.confidence,
                    no_source: no_source.as_deref(),
                    reuses: earlier.map(|earlier| earlier.id),
                },
                VerdictIdentity::New(change.uuid()),
                change.at,
            )?;
            for evidence in &new.evidence {
                tie(change, (claim.id, Some(id)), evidence)?;
            }
            if no_source.is_none() {
                must_rest_on_something(change, &claim, &rating)?;
            }
            let verdict = find_verdict(change.writer, claim.id, id)?;
            let event = event(
                Action::VerdictAdd,
                SubjectKind::Claim,
                claim.id.0,
                claim.uuid,
            )
            .before(serde_json::json!({
                "state": claim.state,
                "rating": claim.rating,
                "assigned": claim.assigned,
            }))
            .after(state(&verdict)?);
            Ok(Done {
                value: verdict,
                events: std::iter::once(event).chain(link).collect(),
            })
        })
    }

    /// Says, with the reason, that the acting reviewer's verdicts on claims hold
    /// for the words as they stand now, all or none. Each is given again with
    /// its rating, rationale and correction.
    pub fn reaffirm_verdicts(
        &mut self,
        act: &Act,
        claims: &[ClaimRef],
        because: &str,
    ) -> Result<Vec<Verdict>> {
        let because = not_blank("the reason", because)?;
        self.transact(act, |change| {
            let mut value = Vec::new();
            let mut events = Vec::new();
            for claim in claims {
                let claim = find_claim(change.writer, claim)?;
                let (verdict, event) = reaffirm(change, &claim, because)?;
                value.push(verdict);
                events.push(event);
            }
            Ok(Done { value, events })
        })
    }

    /// Every verdict on a claim, oldest first.
    pub fn verdict_history(&self, claim: &ClaimRef) -> Result<Vec<Verdict>> {
        self.look(|reader| {
            let claim = find_claim(reader, claim)?;
            Ok(reader.verdicts(Scope::Claim(claim.id))?.0)
        })
    }
}

/// Holds a verdict to the house rule that a rating on the scale rests on a
/// source with a locator, its own or one that was tied to the claim before. Off
/// the scale nothing is said about truth, so that nothing has to be shown.
fn must_rest_on_something(change: &Change<'_>, claim: &Claim, rating: &Rating) -> Result<()> {
    if rating.position.is_none() || !evidence_required(change.writer)? {
        return Ok(());
    }
    let cited = change.writer.evidence(Scope::Claim(claim.id))?;
    if cited.iter().any(|(_, evidence)| evidence.locator.is_some()) {
        return Ok(());
    }
    Err(DeskError::NoEvidence {
        claim: claim.id,
        rating: rating.slug.clone(),
    })
}

fn reaffirm(change: &Change<'_>, claim: &Claim, because: &str) -> Result<(Verdict, NewEvent)> {
    let standing = change.writer.standing_verdict(claim.id, change.actor.id)?;
    let Some(standing) = standing else {
        return Err(DeskError::NotNow(format!(
            "{} has given no verdict on claim {} that could be reaffirmed",
            change.actor.handle, claim.id
        )));
    };
    if let Some(lost) = claim.outcome.filter(|found| found.has_no_place()) {
        let id = claim.id;
        return Err(DeskError::NotNow(match lost {
            Outcome::Cut => {
                format!("the words of claim {id} were cut, so there is nothing to reaffirm")
            }
            _ => format!(
                "the words of claim {id} are {lost} in the latest revision, so no verdict holds for them; \
                 say where they stand with `claim anchor {id} --quote WORDS`, or that they were cut with `--cut`, \
                 or give a new verdict"
            ),
        }));
    }
    let id =
        change
            .writer
            .reaffirm_verdict((claim.id, standing), because, change.uuid(), change.at)?;
    let verdict = find_verdict(change.writer, claim.id, id)?;
    let event = event(
        Action::VerdictReaffirm,
        SubjectKind::Claim,
        claim.id.0,
        claim.uuid,
    )
    .before(serde_json::json!({ "verdict": standing, "stale": claim.stale }))
    .after(state(&verdict)?);
    Ok((verdict, event))
}

fn find_verdict(reader: &Reader<'_>, claim: ClaimId, id: VerdictId) -> Result<Verdict> {
    let (verdicts, _) = reader.verdicts(Scope::Claim(claim))?;
    verdicts
        .into_iter()
        .find(|verdict| verdict.id == id)
        .ok_or(DeskError::UnknownNumber {
            what: "verdict",
            id: id.0,
        })
}
