//! Snapshots of sources: kept, given out, held against what is quoted of them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::Serialize;

use super::names::filled;
use super::sources::{SourceAdded, added, find_source};
use super::transact::{Act, Change, Done, event, state};
use super::{Desk, DeskError, Result};
use crate::identity::{self, sha256, web_address};
use crate::ingest::{KeptFile, read_kept};
use crate::model::event::{Action, NewEvent, SubjectKind};
use crate::model::ids::{ClaimId, SnapshotId, SourceId};
use crate::model::snapshot::{NewSnapshot, Snapshot};
use crate::model::source::{NewSource, Source, SourceDetails, SourceIdentity, SourceType};
use crate::text::passages::Passages;

/// Most links of a snapshot that are kept; a list of millions is no source.
const MOST_LINKS: usize = 10_000;

/// A file that is to be kept as a snapshot.
#[derive(Debug, Clone)]
pub struct SourceFile<'b> {
    /// Its bytes.
    pub bytes: &'b [u8],
    /// Its name, without folders.
    pub name: Option<String>,
    /// When the source was as the file shows it; the time of the act when
    /// nothing is said.
    pub taken_at: Option<DateTime<Utc>>,
    /// Where it was fetched from, when it was.
    pub origin: Option<Origin>,
}

/// Where a file was fetched from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The address that answered, after all redirects.
    pub url: String,
    /// What the server answered.
    pub status: u16,
    /// The headers of its answer, names in small letters.
    pub headers: BTreeMap<String, String>,
}

/// What came of keeping a snapshot.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SnapshotKept {
    /// The snapshot.
    #[serde(flatten)]
    pub snapshot: Snapshot,
    /// Whether the source had a snapshot with these bytes before; then nothing
    /// was changed.
    pub existed: bool,
    /// Why no text could be read from it, where some was to be expected.
    pub problem: Option<String>,
    /// Claims whose verdicts are in doubt since then.
    pub in_doubt: Vec<ClaimId>,
}

/// What came of adding a file as a source.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourceFileAdded {
    /// The source.
    #[serde(flatten)]
    pub added: SourceAdded,
    /// The file as its snapshot.
    pub snapshot: SnapshotKept,
}

/// A snapshot whose bytes are no longer what was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DamagedSnapshot {
    /// The snapshot.
    pub snapshot: SnapshotId,
    /// What is wrong with it.
    pub problem: String,
}

/// What came of hashing all snapshots again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SnapshotsVerified {
    /// Whether all are as they were kept.
    pub ok: bool,
    /// How many there are.
    pub snapshots: usize,
    /// Those that are not.
    pub damaged: Vec<DamagedSnapshot>,
}

/// A file as it was read, ready to be kept without reading it again while the
/// desk is held for writing.
pub(super) struct ReadFile<'b> {
    pub(super) file: &'b SourceFile<'b>,
    pub(super) read: KeptFile,
}

/// Links as sources are recognised by them, each once.
fn addresses(links: &[String]) -> Vec<String> {
    let addresses = links.iter().filter_map(|link| web_address(link).ok());
    let addresses: BTreeSet<String> = addresses.take(MOST_LINKS).collect();
    addresses.into_iter().collect()
}

impl<'b> ReadFile<'b> {
    pub(super) fn of(file: &'b SourceFile<'b>) -> Self {
        let name = file.name.as_deref().unwrap_or_default();
        let origin = file.origin.as_ref();
        let declared = origin.and_then(|origin| origin.headers.get("content-type"));
        Self {
            file,
            read: read_kept(name, file.bytes, declared.map(String::as_str)),
        }
    }

    fn as_snapshot(&self, at: DateTime<Utc>) -> NewSnapshot<'b> {
        let content = self.read.content.as_deref().map(str::as_bytes);
        let origin = self.file.origin.as_ref();
        NewSnapshot {
            bytes: self.file.bytes,
            media_type: self.read.media_type.clone(),
            text: self.read.text.clone(),
            pages: self.read.pages.clone(),
            content_sha256: sha256(content.unwrap_or(self.file.bytes)),
            links: addresses(&self.read.links),
            file_name: self.file.name.clone(),
            url: origin.map(|origin| origin.url.clone()),
            status: origin.map(|origin| origin.status),
            headers: origin.map(|origin| origin.headers.clone()),
            taken_at: self.file.taken_at.unwrap_or(at),
        }
    }

    /// The source that it is: what is given, completed by what it says itself.
    fn as_source(&self, identity: Option<SourceIdentity>, given: SourceDetails) -> NewSource {
        let told = self.read.details.clone();
        let bytes = identity::of_bytes(self.file.bytes);
        let (identity, also) = match identity {
            Some(identity) => (identity, vec![bytes]),
            None => (bytes, self.own_identities()),
        };
        let source_type = match self.read.media_type.as_str() {
            "text/html" => SourceType::Webpage,
            media if media.starts_with("video/") => SourceType::Video,
            media if media.starts_with("audio/") => SourceType::Audio,
            "text/csv" => SourceType::Dataset,
            _ => SourceType::Document,
        };
        let title = Some(told.title).filter(|title| !title.trim().is_empty());
        NewSource {
            identity,
            also,
            details: given.or(SourceDetails {
                title: title.or_else(|| self.file.name.clone()),
                author: told.author,
                publisher: told.publisher,
                published: told.published,
                language: told.language,
                source_type: Some(source_type),
                ..SourceDetails::default()
            }),
        }
    }

    /// The numbers and the address by which it says that it is known; a name
    /// that is neither is none of its own.
    fn own_identities(&self) -> Vec<SourceIdentity> {
        let given = self.read.identifiers.iter().chain(&self.read.details.url);
        let mut own: Vec<SourceIdentity> = given
            .filter_map(|given| identity::identify(given).ok())
            .collect();
        own.sort_by_key(SourceIdentity::key);
        own.dedup_by_key(|identity| identity.key());
        own
    }

    /// Keeps it as a snapshot of a source, with the events that say so; none
    /// where the source has one with these bytes. What the file says about itself
    /// completes what is known of the source.
    pub(super) fn keep(
        &self,
        change: &Change<'_>,
        source: &Source,
    ) -> Result<(SnapshotKept, Vec<NewEvent>)> {
        let new = self.as_snapshot(change.at);
        if new.taken_at > change.at {
            return Err(DeskError::Invalid(format!(
                "a snapshot can't have been taken at {}, which is to come",
                new.taken_at
            )));
        }
        let kept = |snapshot, existed, in_doubt| SnapshotKept {
            snapshot,
            existed,
            problem: self.read.problem.clone(),
            in_doubt,
        };
        let digest = sha256(self.file.bytes);
        let known = change.writer.snapshots(source.id)?;
        if let Some(known) = known.into_iter().find(|known| known.sha256 == digest) {
            return Ok((kept(known, true, Vec::new()), Vec::new()));
        }
        let doubted = change.writer.doubted_on(source.id)?;
        let snapshot = change.writer.insert_snapshot(
            source.id,
            change.actor.id,
            &new,
            change.uuid(),
            change.at,
        )?;
        look_up_quotes(change, source.id)?;
        let kept_it = event(
            Action::SourceSnapshot,
            SubjectKind::Source,
            source.id.0,
            source.uuid,
        )
        .after(state(&snapshot)?);
        let completed = self.complete(change, source)?;
        let events = std::iter::once(kept_it).chain(completed).collect();
        let in_doubt = newly_doubted(change, source.id, &doubted)?;
        Ok((kept(snapshot, false, in_doubt), events))
    }

    /// Adds to what is known of a source what the file says about itself, with the
    /// event that says so where that is anything.
    fn complete(&self, change: &Change<'_>, source: &Source) -> Result<Option<NewEvent>> {
        let told = &self.read.details;
        let details = source.details.clone().or(SourceDetails {
            title: filled(Some(&told.title)),
            author: told.author.clone(),
            publisher: told.publisher.clone(),
            published: told.published.clone(),
            language: told.language.clone(),
            ..SourceDetails::default()
        });
        for identity in self.own_identities() {
            if change.writer.source_by_identity(&identity)?.is_none() {
                change.writer.recognise(source.id, &identity)?;
            }
        }
        change.writer.describe_source(source.id, &details)?;
        let after = find_source(change.writer, source.id)?;
        if after == *source {
            return Ok(None);
        }
        let edited = event(
            Action::SourceEdit,
            SubjectKind::Source,
            source.id.0,
            source.uuid,
        );
        Ok(Some(edited.before(state(source)?).after(state(&after)?)))
    }
}

/// The claims on a source whose verdicts are in doubt, besides those that were.
pub(super) fn newly_doubted(
    change: &Change<'_>,
    source: SourceId,
    before: &BTreeSet<ClaimId>,
) -> Result<Vec<ClaimId>> {
    let now = change.writer.doubted_on(source)?;
    Ok(now.difference(before).copied().collect())
}

/// Looks up in the latest snapshot of a source whatever is quoted of it.
pub(super) fn look_up_quotes(change: &Change<'_>, source: SourceId) -> Result<()> {
    let quotes = change.writer.quotes_from(source)?;
    if quotes.is_empty() {
        return Ok(());
    }
    let Some(text) = change.writer.latest_text(source)? else {
        return Ok(());
    };
    let passages = Passages::new(&text);
    for (evidence, quote) in quotes {
        change
            .writer
            .note_finding(evidence, &passages.look_up(&quote))?;
    }
    Ok(())
}

impl Desk {
    /// Keeps a file as a snapshot of a source, and looks up in it what is quoted
    /// of the source.
    pub fn keep_snapshot(
        &mut self,
        act: &Act,
        source: SourceId,
        file: &SourceFile<'_>,
    ) -> Result<SnapshotKept> {
        if file.bytes.is_empty() {
            return Err(DeskError::Blank("the file"));
        }
        let read = ReadFile::of(file);
        self.transact(act, |change| {
            let source = find_source(change.writer, source)?;
            let (value, events) = read.keep(change, &source)?;
            Ok(Done { value, events })
        })
    }

    /// Adds what a file is as a source, with the file as its first snapshot, or
    /// finds the source when it is on the desk: by the address or number that is
    /// given, by the address that the file gives itself, or by its bytes. What
    /// the file says about itself completes what is known.
    pub fn add_source_file(
        &mut self,
        act: &Act,
        identity: Option<SourceIdentity>,
        details: &SourceDetails,
        file: &SourceFile<'_>,
    ) -> Result<SourceFileAdded> {
        if file.bytes.is_empty() {
            return Err(DeskError::Blank("the file"));
        }
        let read = ReadFile::of(file);
        let new = read.as_source(identity, details.clone());
        self.transact(act, |change| {
            let (added, event) = added(change, &new)?;
            let (snapshot, kept) = read.keep(change, &added.source)?;
            Ok(Done {
                value: SourceFileAdded { added, snapshot },
                events: event.into_iter().chain(kept).collect(),
            })
        })
    }

    /// A snapshot of a source with its bytes: the one of that number, or the
    /// latest.
    pub fn snapshot(
        &self,
        source: SourceId,
        id: Option<SnapshotId>,
    ) -> Result<(Snapshot, Vec<u8>)> {
        self.look(|reader| {
            find_source(reader, source)?;
            let mut snapshots = reader.snapshots(source)?.into_iter().rev();
            let found = match id {
                Some(id) => snapshots.find(|snapshot| snapshot.id == id),
                None => snapshots.next(),
            };
            let Some(snapshot) = found else {
                let which = id.map_or("no snapshot".to_owned(), |id| format!("no snapshot {id}"));
                return Err(DeskError::NotNow(format!(
                    "source {source} has {which}; keep one with `claimdesk source snapshot {source} --file FILE`, or --fetch"
                )));
            };
            let bytes = reader.snapshot_bytes(snapshot.id)?.unwrap_or_default();
            Ok((snapshot, bytes))
        })
    }

    /// Hashes every snapshot again.
    pub fn verify_snapshots(&self) -> Result<SnapshotsVerified> {
        self.look(|reader| {
            let ids = reader.snapshot_ids()?;
            let mut damaged = Vec::new();
            for id in &ids {
                if let Err(error) = reader.snapshot_bytes(*id) {
                    damaged.push(DamagedSnapshot {
                        snapshot: *id,
                        problem: error.to_string(),
                    });
                }
            }
            Ok(SnapshotsVerified {
                ok: damaged.is_empty(),
                snapshots: ids.len(),
                damaged,
            })
        })
    }
}
