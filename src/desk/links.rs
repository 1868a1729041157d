//! Links to earlier checks of what a claim says, and the checks themselves,
//! taken over with attribution.

use serde_json::json;

use super::claims::find_claim;
use super::names::filled;
use super::transact::{Act, Change, Done, event};
use super::{Desk, DeskError, Result};
use crate::identity::identify;
use crate::model::claim::{Claim, ClaimRef};
use crate::model::event::{Action, NewEvent, SubjectKind};
use crate::model::ids::ClaimId;
use crate::model::link::{Link, Linked};
use crate::model::publication::Publication;
use crate::model::ruling::Standing;
use crate::model::scale::Tone;
use crate::model::source::{
    Evidence, NewEvidence, NewSource, SourceDetails, SourceKind, SourceRef, Stance,
};
use crate::model::verdict::{NewVerdict, Verdict};
use crate::store::{Reader, Scope};

impl Desk {
    /// Links a claim to earlier ones that say the same, all or none. Nothing
    /// changes where they are linked already.
    pub fn link_claims(
        &mut self,
        act: &Act,
        claim: &ClaimRef,
        earlier: &[ClaimRef],
    ) -> Result<Vec<Linked>> {
        self.transact(act, |change| {
            let claim = find_claim(change.writer, claim)?;
            let mut value = Vec::new();
            let mut events = Vec::new();
            for earlier in earlier {
                let earlier = find_claim(change.writer, earlier)?;
                events.extend(linked(change, &claim, &earlier)?);
                let link = link_of(change.writer, claim.id, earlier.id)?;
                value.extend(others(change.writer, claim.id, link)?);
            }
            Ok(Done { value, events })
        })
    }

    /// Takes the link of a claim to an earlier one away.
    pub fn unlink_claims(
        &mut self,
        act: &Act,
        claim: &ClaimRef,
        earlier: &ClaimRef,
    ) -> Result<Vec<Linked>> {
        self.transact(act, |change| {
            let claim = find_claim(change.writer, claim)?;
            let earlier = find_claim(change.writer, earlier)?;
            let link = link_of(change.writer, claim.id, earlier.id)?;
            let link = link.ok_or_else(|| {
                DeskError::NotNow(format!(
                    "claim {} is not linked to claim {}",
                    claim.id, earlier.id
                ))
            })?;
            change.writer.unlink(claim.id, earlier.id)?;
            let event = event(
                Action::ClaimUnlink,
                SubjectKind::Claim,
                claim.id.0,
                claim.uuid,
            )
            .before(json!({ "earlier": earlier.id, "linked_by": link.reviewer }));
            let was = others(change.writer, claim.id, [link])?;
            Ok(Done::with(was, event))
        })
    }

    /// What a verdict would say that takes over the check of an earlier claim, as
    /// far as nothing else is said in it.
    pub fn verdict_from(&self, new: &NewVerdict) -> Result<NewVerdict> {
        self.look(|reader| Ok(filled_in(reader, new)?.0))
    }
}

/// The link of one claim to another, if they are linked so.
fn link_of(reader: &Reader<'_>, claim: ClaimId, earlier: ClaimId) -> Result<Option<Link>> {
    let mut links = reader.links(claim)?.into_iter();
    Ok(links.find(|link| link.claim == claim && link.earlier == earlier))
}

/// Links a claim to an earlier one, with the event that says so; none where
/// they are linked already.
pub(super) fn linked(
    change: &Change<'_>,
    claim: &Claim,
    earlier: &Claim,
) -> Result<Option<NewEvent>> {
    if claim.id == earlier.id {
        return Err(DeskError::Invalid(format!(
            "claim {} can't be linked to itself; name the claim that was checked before",
            claim.id
        )));
    }
    if link_of(change.writer, earlier.id, claim.id)?.is_some() {
        return Err(DeskError::NotNow(format!(
            "claim {} is linked to claim {} as the one that was checked before; take that away first with \
             `claimdesk claim unlink {} {}`",
            earlier.id, claim.id, earlier.id, claim.id
        )));
    }
    if link_of(change.writer, claim.id, earlier.id)?.is_some() {
        return Ok(None);
    }
    change
        .writer
        .link(claim.id, earlier.id, change.actor.id, change.at)?;
    let event = event(
        Action::ClaimLink,
        SubjectKind::Claim,
        claim.id.0,
        claim.uuid,
    );
    Ok(Some(event.after(
        json!({ "earlier": earlier.id, "earlier_uuid": earlier.uuid }),
    )))
}

/// The claims that a claim is linked to, and those that are linked to it.
pub(super) fn links_of(reader: &Reader<'_>, claim: ClaimId) -> Result<(Vec<Linked>, Vec<Linked>)> {
    let links = reader.links(claim)?.into_iter();
    let (earlier, later): (Vec<Link>, Vec<Link>) = links.partition(|link| link.claim == claim);
    Ok((
        others(reader, claim, earlier)?,
        others(reader, claim, later)?,
    ))
}

/// The claims at the other ends of a claim's links.
fn others(
    reader: &Reader<'_>,
    claim: ClaimId,
    links: impl IntoIterator<Item = Link>,
) -> Result<Vec<Linked>> {
    let with_other = |link: Link| {
        let other = if link.claim == claim {
            link.earlier
        } else {
            link.claim
        };
        (other, link)
    };
    let links: Vec<(ClaimId, Link)> = links.into_iter().map(with_other).collect();
    let ids: Vec<ClaimId> = links.iter().map(|(other, _)| *other).collect();
    let mut glances = reader.glances(&ids)?;
    let linked = links.into_iter().filter_map(|(other, link)| {
        Some(Linked {
            of: glances.remove(&other)?,
            linked_by: link.reviewer,
            linked_at: link.created_at,
        })
    });
    Ok(linked.collect())
}

/// A verdict with what it takes over from the check of an earlier claim, and
/// that claim. What the verdict says itself is kept.
pub(super) fn filled_in(
    reader: &Reader<'_>,
    new: &NewVerdict,
) -> Result<(NewVerdict, Option<Claim>)> {
    let Some(named) = &new.reuses else {
        return Ok((new.clone(), None));
    };
    let earlier = find_claim(reader, named)?;
    let (verdict, outside) = leading(reader, &earlier)?;
    let page = reader.publication(earlier.id)?.unwrap_or_default();
    let credit = credit(&earlier, &verdict, &page);
    let rationale = match new.rationale.trim() {
        "" => format!("{credit}\n\n{}", verdict.rationale),
        own if own.contains(&credit) => own.to_owned(),
        own => format!("{own}\n\n{credit}"),
    };
    let same_scale = new.scale.is_none() && new.rating.is_none();
    let mut filled_in = NewVerdict {
        reuses: new.reuses.clone(),
        scale: new.scale.clone().or(same_scale.then_some(verdict.scale)),
        rating: new.rating.clone().or(earlier.rating.clone()),
        rationale,
        correction: filled(new.correction.as_deref()).or(verdict.correction),
        confidence: new.confidence.or(verdict.confidence),
        no_source: filled(new.no_source.as_deref()),
        evidence: new.evidence.clone(),
    };
    let taken_over = verdict.evidence.into_iter().chain(outside);
    filled_in.evidence.extend(taken_over.map(again));
    if filled_in.evidence.is_empty() {
        filled_in.no_source = filled_in.no_source.or(verdict.no_source);
    }
    if filled_in.evidence.is_empty() && filled_in.no_source.is_none() {
        filled_in.evidence.extend(page_of(&earlier, page));
    }
    Ok((filled_in, Some(earlier)))
}

/// The verdict that speaks for an earlier claim, that which its ruling rests on
/// or else the latest, with the evidence outside any verdict.
fn leading(reader: &Reader<'_>, earlier: &Claim) -> Result<(Verdict, Vec<Evidence>)> {
    let scope = Scope::Claim(earlier.id);
    let (mut verdicts, outside) = reader.verdicts(scope)?;
    let ruled = Standing::of(&reader.rulings(scope)?).ruled;
    let at = match ruled {
        Some(ruled) => verdicts
            .iter()
            .position(|verdict| verdict.id == ruled.verdict),
        None => verdicts.iter().rposition(Verdict::stands),
    };
    let at = at.ok_or_else(|| {
        DeskError::NotNow(if earlier.hidden {
            format!(
                "what others found of claim {} is hidden from you until your own verdict is in",
                earlier.id
            )
        } else {
            format!(
                "claim {} has no verdict that could be taken over",
                earlier.id
            )
        })
    })?;
    Ok((verdicts.swap_remove(at), outside))
}

/// Whose check it is, in Markdown: what was checked, the day, the rating, and who gave it. A check that others have
/// published is theirs, whoever brought it onto the desk.
fn credit(earlier: &Claim, verdict: &Verdict, page: &Publication) -> String {
    let decided = earlier.decided_at.unwrap_or(verdict.created_at);
    let by = page.publisher.as_deref().unwrap_or(&verdict.reviewer_name);
    let day = page
        .published
        .as_ref()
        .map_or_else(|| decided.date_naive().to_string(), ToString::to_string);
    let label = earlier
        .rating_label
        .as_deref()
        .unwrap_or(&verdict.rating_label);
    format!(
        "Checked before by {by}, {day}: “{}” was rated {label}.",
        earlier
            .statement
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
    )
}

/// The page of a check as evidence: what others have published is all that is known of
/// what they rest on.
fn page_of(earlier: &Claim, page: Publication) -> Option<NewEvidence> {
    let identity = identify(page.url.as_deref()?).ok()?;
    let source = NewSource {
        details: SourceDetails {
            title: page.title,
            publisher: page.publisher,
            published: page.published,
            kind: Some(SourceKind::Secondary),
            ..SourceDetails::default()
        },
        ..NewSource::bare(identity)
    };
    Some(NewEvidence {
        source: SourceRef::Described(Box::new(source)),
        stance: Stance::usual(earlier.rating_tone.unwrap_or(Tone::Neutral)),
        quote: None,
        locator: Some("the check".to_owned()),
    })
}

/// The same evidence, to be tied to another claim.
fn again(evidence: Evidence) -> NewEvidence {
    NewEvidence {
        source: SourceRef::Number(evidence.source),
        stance: evidence.stance,
        quote: evidence.quote,
        locator: evidence.locator,
    }
}
