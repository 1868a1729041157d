//! The whole desk as a file, and such a file into a desk.
//!
//! A merge goes by identities, and by the histories of the two desks: what only one
//! of them has changed since both knew the same is taken from that one, and what
//! both have changed is as the later change left it, and listed. So it makes no
//! difference which of two desks is merged into which, nor how often.

mod ask;
mod existence;
mod fit;
mod gone;
mod merge;
mod outcome;
mod rules;
mod settle;
mod special;
mod take;
mod weigh;

use std::io::{self, Write};

use serde_json::{Value, json};

use self::merge::Merge;
pub use self::outcome::{ArchiveMerged, KindMerged, MergeConflict, Stands};
use super::permissions::editor_only;
use super::settings::config_event;
use super::transact::{Act, BrokenOff, Done, acting};
use super::{Desk, Result};
use crate::interchange::archive::{ArchiveError, ArchiveHeader, ArchiveLine, ArchiveWriter};
use crate::model::event::Action;
use crate::store::archive::{Fields, KINDS, PastEvent, Removal};
use crate::store::{Reader, Setting, Sight};

/// What was written of a desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArchiveExported {
    /// How many lines.
    pub lines: u64,
    /// How many sources that are not public.
    pub not_public: u64,
}

/// What a line says of a line of history.
pub(super) fn past_fields(past: &PastEvent) -> Fields {
    let event = &past.event;
    let fields = json!({
        "desk": past.desk,
        "number": event.id,
        "uuid": event.uuid,
        "at": event.at,
        "actor": event.actor,
        "action": event.action,
        "subject": event.subject_kind,
        "subject_number": event.subject_id,
        "subject_uuid": event.subject_uuid,
        "before": event.before,
        "after": event.after,
        "previous_hash": event.previous_hash,
        "hash": event.hash,
    });
    match fields {
        Value::Object(fields) => fields,
        _ => Fields::new(),
    }
}

fn removal_fields(removal: &Removal) -> Fields {
    Fields::from_iter([
        ("of".to_owned(), Value::from(removal.kind.clone())),
        ("uuid".to_owned(), Value::from(removal.uuid.clone())),
        ("became".to_owned(), Value::from(removal.became.clone())),
    ])
}

fn blob_fields(sha256: &str, bytes: &[u8]) -> Fields {
    use base64::Engine;
    let text = base64::engine::general_purpose::STANDARD.encode(bytes);
    Fields::from_iter([
        ("sha256".to_owned(), Value::from(sha256)),
        ("bytes".to_owned(), Value::from(text)),
    ])
}

impl Desk {
    /// Writes everything on the desk, what is confidential too. The same desk always
    /// gives the same bytes. Editors only. What the target could not take is given
    /// back within.
    pub fn export_archive(&self, target: impl Write) -> Result<io::Result<ArchiveExported>> {
        let written = self.hand_over(|reader| {
            let actor = acting(reader, self.viewer.as_ref())?;
            editor_only(&actor, "export the whole desk")?;
            write(&reader.seen_with(Sight::All), target)
        });
        match written {
            Ok(exported) => Ok(Ok(exported)),
            Err(BrokenOff::Taker(error)) => Ok(Err(error)),
            Err(BrokenOff::Desk(error)) => Err(error),
        }
    }

    /// Merges an archive into the desk, all of it or nothing. What came of it is told,
    /// with the conflicts; an archive that brings nothing new leaves no trace. `digest`
    /// is asked for the file's SHA-256 after its last line. Editors only, since
    /// everything that others did comes with it.
    pub fn merge_archive(
        &mut self,
        act: &Act,
        header: &ArchiveHeader,
        lines: impl Iterator<Item = std::result::Result<ArchiveLine, ArchiveError>>,
        digest: impl FnOnce() -> String,
        rehearsed: bool,
    ) -> Result<ArchiveMerged> {
        self.transact(act, |change| {
            editor_only(&change.actor, "import an archive")?;
            let all = change.writer.seen_with(Sight::All);
            let change = change.through(&all);
            let writer = change.writer;
            writer.open_staging()?;
            take::stage(writer, header, lines)?;
            let heads = writer.staged_heads()?;
            let mut merge = Merge::new(writer, header)?;
            let past = writer.take_past()?;
            merge.everything()?;
            writer.close_staging()?;
            let (mut done, changed) = merge.finish();
            done.events = past.lines;
            done.sha256 = digest();
            if rehearsed || !(changed || past.news > 0) {
                done.stored = false;
                return Ok(Done::unchanged(done));
            }
            done.stored = true;
            let heads: Vec<Value> = heads
                .into_iter()
                .map(|(desk, hash)| json!({ "desk": desk, "hash": hash }))
                .collect();
            let event = config_event(Action::Merge).after(json!({
                "desk": done.desk,
                "title": done.title,
                "sha256": done.sha256,
                "heads": heads,
                "events": done.events,
                "added": done.added,
                "updated": done.updated,
                "removed": done.removed,
                "conflicts": done.conflicts.len() as u64 + done.conflicts_left_out,
            }));
            Ok(Done::with(done, event))
        })
    }
}

fn write(
    reader: &Reader<'_>,
    target: impl Write,
) -> std::result::Result<ArchiveExported, BrokenOff<io::Error>> {
    let header = ArchiveHeader::new(
        reader.desk_uuid()?,
        reader.setting(Setting::ReportTitle)?,
        reader.audit_head()?,
    );
    let mut writer = ArchiveWriter::new(target, &header).map_err(BrokenOff::Taker)?;
    let mut line =
        |kind: &str, fields: &Fields| writer.write(kind, fields).map_err(BrokenOff::Taker);
    reader.each_past(|past| line("event", &past_fields(&past)))?;
    reader.each_removal(|removal| line("removal", &removal_fields(&removal)))?;
    reader.each_blob(|sha256, bytes| line("blob", &blob_fields(sha256, bytes)))?;
    for kind in KINDS {
        reader.each_thing(kind, |fields| {
            if special::is_of_one_desk(kind, &fields) {
                return Ok(());
            }
            line(kind.word, &special::written(reader, kind, fields)?)
        })?;
    }
    Ok(ArchiveExported {
        lines: writer.finish().map_err(BrokenOff::Taker)?,
        not_public: reader.sources_not_public()?,
    })
}
