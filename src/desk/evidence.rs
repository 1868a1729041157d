//! Evidence: what is taken from sources for claims.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::articles::find_article;
use super::claims::find_claim;
use super::names::{filled, not_blank};
use super::sources::{checked, find_source, source_identity};
use super::transact::{Act, Change, Done, event, state};
use super::{Desk, DeskError, Result};
use crate::model::claim::ClaimRef;
use crate::model::event::{Action, SubjectKind};
use crate::model::ids::{ArticleId, ClaimId, EvidenceId, NoteId, SourceId, VerdictId};
use crate::model::snapshot::{Finding, PassageChecked, PassageState};
use crate::model::source::{Evidence, NewEvidence, NewSource, SourceFilter, SourceRef};
use crate::store::{Reader, Scope};
use crate::text::anchor::figures;
use crate::text::passages::Passages;

/// Ties a source to a claim, finding or making the source first.
pub(super) fn tie(
    change: &Change<'_>,
    to: (ClaimId, Option<VerdictId>),
    new: &NewEvidence,
) -> Result<Evidence> {
    let made = |source: &NewSource| {
        checked(&source.details)?;
        let found = change
            .writer
            .find_or_insert_source(source, change.uuid(), change.at);
        Ok::<_, DeskError>(found?.id)
    };
    let source = match &new.source {
        SourceRef::Number(id) => find_source(change.writer, *id)?.id,
        SourceRef::Described(source) => made(source)?,
        SourceRef::Note(id) => made(&source_of_note(change.writer, *id)?)?,
    };
    let new = NewEvidence {
        quote: filled(new.quote.as_deref()),
        locator: filled(new.locator.as_deref()),
        ..new.clone()
    };
    let evidence = change.writer.insert_evidence(
        to,
        source,
        change.actor.id,
        &new,
        change.uuid(),
        change.at,
    )?;
    let Some(quote) = &evidence.quote else {
        return Ok(evidence);
    };
    let Some(text) = change.writer.latest_text(source)? else {
        return Ok(evidence);
    };
    let found = Passages::new(&text).look_up(quote);
    change.writer.note_finding(evidence.id, &found)?;
    Ok(Evidence {
        found: Some(found),
        ..evidence
    })
}

/// The source that a note of the writer's points to.
fn source_of_note(reader: &Reader<'_>, id: NoteId) -> Result<NewSource> {
    let note = reader.note(id)?.ok_or(DeskError::UnknownNumber {
        what: "note",
        id: id.0,
    })?;
    let url = note.url.ok_or_else(|| {
        DeskError::Invalid(format!(
            "note {id} gives no web address; name its source yourself"
        ))
    })?;
    Ok(NewSource::bare(source_identity(&url)?))
}

impl Desk {
    /// Ties a source to a claim outside any verdict.
    pub fn add_evidence(
        &mut self,
        act: &Act,
        claim: &ClaimRef,
        new: &NewEvidence,
    ) -> Result<Evidence> {
        self.transact(act, |change| {
            let claim = find_claim(change.writer, claim)?;
            let evidence = tie(change, (claim.id, None), new)?;
            let event = event(
                Action::EvidenceAdd,
                SubjectKind::Claim,
                claim.id.0,
                claim.uuid,
            )
            .after(state(&evidence)?);
            Ok(Done::with(evidence, event))
        })
    }

    /// Takes back evidence that was added outside any verdict, with a reason. What
    /// a verdict was given with stays with it.
    pub fn remove_evidence(
        &mut self,
        act: &Act,
        id: EvidenceId,
        because: &str,
    ) -> Result<Evidence> {
        let because = not_blank("the reason", because)?;
        self.transact(act, |change| {
            let unknown = || DeskError::UnknownNumber {
                what: "evidence",
                id: id.0,
            };
            let (verdict, evidence) = change.writer.piece(id)?.ok_or_else(unknown)?;
            if let Some(verdict) = verdict {
                return Err(DeskError::NotNow(format!(
                    "evidence {id} was given with verdict {verdict} and stays with it; give the verdict on claim {} anew",
                    evidence.claim
                )));
            }
            let claim = find_claim(change.writer, &ClaimRef::Number(evidence.claim))?;
            change.writer.delete_evidence(id)?;
            let event = event(Action::EvidenceRemove, SubjectKind::Claim, claim.id.0, claim.uuid)
                .before(state(&evidence)?)
                .after(json!({ "because": because }));
            Ok(Done::with(evidence, event))
        })
    }

    /// Holds every quoted passage against the latest snapshot of its source: of
    /// one claim, of an article's claims, or of the whole desk.
    pub fn verify_evidence(&self, of: &EvidenceOf) -> Result<Vec<PassageChecked>> {
        self.look(|reader| {
            let mut by_source: BTreeMap<SourceId, Vec<Evidence>> = BTreeMap::new();
            for evidence in evidence_of(reader, of)? {
                if evidence.quote.is_some() {
                    by_source.entry(evidence.source).or_default().push(evidence);
                }
            }
            let mut checked = Vec::new();
            for (source, quoted) in by_source {
                let text = reader.latest_text(source)?;
                let ever_found = reader.ever_found(source)?;
                let passages = text.as_ref().map(Passages::new);
                for evidence in quoted {
                    checked.push(check(reader, passages.as_ref(), &ever_found, &evidence)?);
                }
            }
            checked.sort_by_key(|passage| (passage.claim, passage.evidence));
            Ok(checked)
        })
    }
}

/// Which evidence is meant.
#[derive(Debug, Clone)]
pub enum EvidenceOf {
    /// That of one claim.
    Claim(ClaimRef),
    /// That of the claims of an article.
    Article(ArticleId),
    /// All of it.
    Desk,
}

fn evidence_of(reader: &Reader<'_>, of: &EvidenceOf) -> Result<Vec<Evidence>> {
    let scope = match of {
        EvidenceOf::Claim(claim) => Scope::Claim(find_claim(reader, claim)?.id),
        EvidenceOf::Article(article) => Scope::Article(find_article(reader, *article)?.id),
        EvidenceOf::Desk => {
            let sources = reader.sources(&SourceFilter::default())?;
            let uses = sources.iter().map(|source| reader.uses_of(source.id));
            return Ok(uses.collect::<std::result::Result<Vec<_>, _>>()?.concat());
        }
    };
    let evidence = reader.evidence(scope)?.into_iter();
    Ok(evidence.map(|(_, evidence)| evidence).collect())
}

fn check(
    reader: &Reader<'_>,
    passages: Option<&Passages<'_>>,
    ever_found: &BTreeSet<EvidenceId>,
    evidence: &Evidence,
) -> Result<PassageChecked> {
    let quote = evidence.quote.clone().unwrap_or_default();
    let found = passages.map(|passages| passages.look_up(&quote));
    let claim = find_claim(reader, &ClaimRef::Number(evidence.claim))?;
    let of_claim = figures(claim.words());
    let mut lost = found
        .as_ref()
        .map_or(Vec::new(), |found| found.figures.clone());
    lost.retain(|figure| of_claim.contains(&figure.as_str()));
    let state = match found.as_ref().map(|found| found.finding) {
        None => PassageState::NoSnapshot,
        Some(Finding::Found) if lost.is_empty() => PassageState::Unchanged,
        Some(Finding::Approximate | Finding::NotFound) if !ever_found.contains(&evidence.id) => {
            PassageState::NeverFound
        }
        Some(Finding::Found | Finding::Approximate) => PassageState::Drifted,
        Some(Finding::NotFound) => PassageState::Missing,
    };
    Ok(PassageChecked {
        evidence: evidence.id,
        claim: evidence.claim,
        source: evidence.source,
        source_name: evidence.source_name.clone(),
        quote,
        state,
        found,
        lost_figures: lost,
    })
}
