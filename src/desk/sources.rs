//! Sources, recognised again by what they are.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use super::names::{filled, not_blank};
use super::permissions::editor_only;
use super::transact::{Act, Change, Done, event, reviewer_named, state};
use super::{Desk, DeskError, Result};
use crate::identity;
use crate::model::bibliography::Bibliography;
use crate::model::check::SourceCheck;
use crate::model::event::{Action, NewEvent, SubjectKind};
use crate::model::ids::SourceId;
use crate::model::snapshot::Snapshot;
use crate::model::source::{
    Evidence, NewSource, Source, SourceDetails, SourceEdit, SourceFilter, SourceIdentity,
};
use crate::store::{Reader, Sight};

/// What came of adding a source.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourceAdded {
    /// The source.
    #[serde(flatten)]
    pub source: Source,
    /// Whether it was on the desk before; then nothing was changed.
    pub existed: bool,
}

/// A source with every use of it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourceDetail {
    /// The source.
    #[serde(flatten)]
    pub source: Source,
    /// The evidence that cites it, oldest first.
    pub evidence: Vec<Evidence>,
    /// What it was when it was consulted, oldest first.
    pub snapshots: Vec<Snapshot>,
    /// What became of it when it was looked at last.
    pub checked: Option<SourceCheck>,
}

/// Refuses what is no address of the web.
pub(super) fn source_address(given: &str) -> Result<String> {
    identity::web_address(given).map_err(|why| DeskError::NotASource {
        given: identity::without_credentials(given),
        why,
    })
}

/// What a text names as a source: an address, a DOI or an ISBN.
pub fn source_identity(given: &str) -> Result<SourceIdentity> {
    let given = not_blank("the source", given)?;
    identity::identify(given).map_err(|why| DeskError::NotASource {
        given: identity::without_credentials(given),
        why,
    })
}

pub(super) fn find_source(reader: &Reader<'_>, id: SourceId) -> Result<Source> {
    reader.source(id)?.ok_or(DeskError::UnknownNumber {
        what: "source",
        id: id.0,
    })
}

/// Adds a source, with the event that says so, or finds it.
pub(super) fn added(
    change: &Change<'_>,
    new: &NewSource,
) -> Result<(SourceAdded, Option<NewEvent>)> {
    checked(&new.details)?;
    let found = change
        .writer
        .find_or_insert_source(new, change.uuid(), change.at)?;
    let existed = found.existed;
    let source = match change.writer.source(found.id)? {
        Some(source) => source,
        // On a blind desk whoever names a source learns that it is there, and
        // nothing that others have said of it.
        None => Source {
            details: SourceDetails::default(),
            uses: 0,
            ..find_source(&change.writer.seen_with(Sight::All), found.id)?
        },
    };
    let event = event(
        Action::SourceAdd,
        SubjectKind::Source,
        source.id.0,
        source.uuid,
    )
    .after(state(&source)?);
    Ok((SourceAdded { source, existed }, (!existed).then_some(event)))
}

impl Desk {
    /// Adds a source, or finds it when it is on the desk already.
    pub fn add_source(&mut self, act: &Act, new: &NewSource) -> Result<SourceAdded> {
        if let SourceIdentity::Title { title, .. } = &new.identity {
            not_blank("the title", title)?;
        }
        self.transact(act, |change| {
            let (value, event) = added(change, new)?;
            let events = event.into_iter().collect();
            Ok(Done { value, events })
        })
    }

    /// The sources that a filter lets through, oldest first.
    pub fn sources(&self, filter: &SourceFilter) -> Result<Vec<Source>> {
        self.look(|reader| {
            if let Some(handle) = &filter.used_by {
                reviewer_named(reader, handle.as_str())?;
            }
            Ok(reader.sources(filter)?)
        })
    }

    /// One source with every use of it.
    pub fn source(&self, id: SourceId) -> Result<SourceDetail> {
        self.look(|reader| {
            Ok(SourceDetail {
                source: find_source(reader, id)?,
                evidence: reader.uses_of(id)?,
                snapshots: reader.snapshots(id)?,
                checked: reader.latest_check(id)?,
            })
        })
    }

    /// Changes what is known about a source, and what it is recognised by.
    pub fn edit_source(&mut self, act: &Act, id: SourceId, edit: &SourceEdit) -> Result<Source> {
        self.transact(act, |change| {
            let writer = change.writer;
            let before = find_source(writer, id)?;
            let mut details = edit.details.clone().or(before.details.clone());
            for field in &edit.cleared {
                details.clear(*field);
            }
            let details = tidy(details);
            checked(&details)?;
            for identity in &edit.also {
                match writer.source_by_identity(identity)? {
                    None => writer.recognise(id, identity)?,
                    Some(known) if known == id => {}
                    Some(known) => {
                        return Err(DeskError::NotNow(format!(
                            "source {known} is recognised by {} already; if both are one, use `claimdesk source merge {known} {id}`",
                            identity.key()
                        )));
                    }
                }
            }
            writer.describe_source(id, &details)?;
            let after = find_source(writer, id)?;
            if after == before {
                return Ok(Done::unchanged(after));
            }
            let event = event(Action::SourceEdit, SubjectKind::Source, id.0, after.uuid)
                .before(state(&before)?)
                .after(state(&after)?);
            Ok(Done::with(after, event))
        })
    }

    /// Makes one source of two that are the same thing: what cites the second
    /// cites the first from then on, which also gets what only the second
    /// knew. Editors only, for it changes what others' verdicts cite.
    pub fn merge_sources(&mut self, act: &Act, into: SourceId, from: SourceId) -> Result<Source> {
        self.transact(act, |change| {
            editor_only(&change.actor, "make one source of two")?;
            let writer = change.writer;
            let kept = find_source(writer, into)?;
            let gone = find_source(writer, from)?;
            if into == from {
                return Err(DeskError::Invalid(format!(
                    "source {into} can't be merged with itself"
                )));
            }
            let strictest = kept
                .details
                .confidentiality
                .max(gone.details.confidentiality);
            let mut details = kept.details.clone().or(gone.details.clone());
            details.confidentiality = strictest;
            writer.merge_sources(from, into)?;
            writer.describe_source(into, &details)?;
            let after = find_source(writer, into)?;
            let event = event(Action::SourceMerge, SubjectKind::Source, into.0, after.uuid)
                .before(json!({ "kept": state(&kept)?, "gone": state(&gone)? }))
                .after(state(&after)?);
            Ok(Done::with(after, event))
        })
    }

    /// Takes a source off the desk that nothing cites, with its snapshots.
    pub fn remove_source(&mut self, act: &Act, id: SourceId) -> Result<Source> {
        self.transact(act, |change| {
            let writer = change.writer;
            let source = find_source(writer, id)?;
            let uses = writer.seen_with(Sight::All).uses_of(id)?.len();
            if uses > 0 {
                return Err(DeskError::NotNow(format!(
                    "source {id} is cited {uses} times and has to stay; `claimdesk source show {id}` says where"
                )));
            }
            writer.delete_source(id)?;
            let event = event(Action::SourceRemove, SubjectKind::Source, id.0, source.uuid)
                .before(state(&source)?);
            Ok(Done::with(source, event))
        })
    }
}

/// Refuses details that are no such thing.
pub(super) fn checked(details: &SourceDetails) -> Result<()> {
    if let Some(archived) = &details.archived_url {
        source_address(archived)?;
    }
    Ok(())
}

/// Details without texts that say nothing.
pub(super) fn tidy(details: SourceDetails) -> SourceDetails {
    let filled = |text: Option<String>| filled(text.as_deref());
    SourceDetails {
        title: filled(details.title),
        author: filled(details.author),
        publisher: filled(details.publisher),
        language: filled(details.language),
        archived_url: filled(details.archived_url),
        contact: filled(details.contact),
        notes: filled(details.notes),
        bibliography: details.bibliography.and_then(Bibliography::filled),
        ..details
    }
}
