//! Evidence: what is taken from sources for claims.

use super::claims::find_claim;
use super::names::filled;
use super::sources::{find_source, source_identity};
use super::transact::{Act, Change, Done, event, state};
use super::{Desk, DeskError, Result};
use crate::model::claim::ClaimRef;
use crate::model::event::{Action, SubjectKind};
use crate::model::ids::{ClaimId, NoteId, VerdictId};
use crate::model::source::{Evidence, NewEvidence, NewSource, SourceRef};
use crate::store::Reader;

/// Ties a source to a claim, finding or making the source first.
pub(super) fn tie(
    change: &Change<'_>,
    to: (ClaimId, Option<VerdictId>),
    new: &NewEvidence,
) -> Result<Evidence> {
    let made = |source: &NewSource| {
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
    Ok(change.writer.insert_evidence(
        to,
        source,
        change.actor.id,
        &new,
        change.uuid(),
        change.at,
    )?)
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
}
