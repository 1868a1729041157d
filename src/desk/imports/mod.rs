//! Claims of other programs' files onto the desk, all of them or none.

mod attach;
mod known;
mod resolve;
mod take;

use std::io;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use self::attach::attach;
use self::known::Known;
use self::resolve::{Refused, resolved};
use self::take::{Remarked, Taken, take};
use super::permissions::editor_only;
use super::settings::config_event;
use super::transact::{Act, Change, Done};
use super::{Desk, DeskError, Result};
use crate::interchange::records::Numbered;
use crate::model::event::Action;
use crate::model::publication::RecordOutcome as Outcome;
use crate::store::{ImportRow, Sight};

/// What is to become of a file of claims.
#[derive(Debug, Clone)]
pub struct ImportOptions {
    /// The name of its format.
    pub format: &'static str,
    /// Its name, without folders; none for standard input.
    pub file_name: Option<String>,
    /// Whether what is no claim is left out; else nothing is imported then.
    pub skip_invalid: bool,
    /// Whether only what would become of it is told.
    pub rehearsed: bool,
}

/// What came of importing a file of claims.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClaimsImported {
    /// Number of the import on this desk; none where nothing was stored.
    pub import: Option<i64>,
    /// Claims that came onto the desk.
    pub added: u64,
    /// Claims about which something changed.
    pub updated: u64,
    /// Claims about which nothing changed.
    pub unchanged: u64,
    /// Records that were left out.
    pub skipped: u64,
    /// Ratings that kept their own name, since no scale of the desk has them.
    pub unmapped: u64,
    /// Quotes that stand at no one place of their article on this desk.
    pub unplaced: u64,
    /// Flags that were raised.
    pub flags: u64,
    /// Comments that were made.
    pub comments: u64,
    /// People who came onto the desk with their verdicts, by handle.
    pub reviewers: Vec<String>,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

/// A record with which something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordNote {
    /// Where it stands in the file.
    pub place: String,
    /// What is wrong.
    pub reason: String,
    /// Whether it was left out; else its words were not found in their article.
    pub left_out: bool,
}

impl Desk {
    /// Imports claims, with their verdicts and sources, in one transaction. A claim
    /// that the desk knows by its identity is brought up to what the record says;
    /// nothing that the record is silent about changes, and verdicts are only ever
    /// added. `digest` is asked for the file's SHA-256 after its last record, and
    /// `noted` is told what is left out, and what is not found in its article.
    /// Editors only, since verdicts of others come with it.
    pub fn import_claims(
        &mut self,
        act: &Act,
        options: &ImportOptions,
        records: impl Iterator<Item = io::Result<Numbered>>,
        digest: impl FnOnce() -> String,
        mut noted: impl FnMut(RecordNote),
    ) -> Result<ClaimsImported> {
        self.store.expect_much()?;
        self.transact(act, |change| {
            editor_only(&change.actor, "import claims")?;
            // What is hidden from who imports is compared all the same.
            let all = change.writer.seen_with(Sight::All);
            let change = change.through(&all);
            let import = change.writer.insert_import(
                &ImportRow {
                    uuid: change.uuid(),
                    format: options.format,
                    file_name: options.file_name.as_deref(),
                    sha256: &"0".repeat(64),
                    reviewer: change.actor.id,
                },
                change.at,
            )?;
            let mut known = Known::of(&change)?;
            let mut done = ClaimsImported::default();
            for numbered in records {
                let numbered =
                    numbered.map_err(|error| DeskError::UnreadableRecords(error.to_string()))?;
                let (number, place) = (numbered.number, numbered.place.clone());
                let taken = match taken(&change, &mut known, numbered)? {
                    Ok(taken) => taken,
                    Err(Refused(reason)) if options.skip_invalid => {
                        done.skipped += 1;
                        noted(RecordNote {
                            place,
                            reason,
                            left_out: true,
                        });
                        continue;
                    }
                    Err(Refused(why)) => return Err(DeskError::BadRecord { place, why }),
                };
                done.count(&taken);
                if let Some((claim, outcome)) = taken.claim.zip(taken.outcome) {
                    change.writer.note_import(import, claim, number, outcome)?;
                }
                if let Some(reason) = taken.unplaced {
                    noted(RecordNote {
                        place,
                        reason,
                        left_out: false,
                    });
                }
            }
            done.sha256 = digest();
            change.writer.seal_import(import, &done.sha256)?;
            done.reviewers = known.came_with_it();
            if options.rehearsed || done.is_nothing() {
                return Ok(Done::unchanged(done));
            }
            done.import = Some(import);
            let event = config_event(Action::Import).after(json!({
                "import": import,
                "format": options.format,
                "file_name": options.file_name,
                "sha256": done.sha256,
                "added": done.added,
                "updated": done.updated,
                "unchanged": done.unchanged,
                "skipped": done.skipped,
                "flags": done.flags,
                "comments": done.comments,
                "reviewers": done.reviewers,
                "claims": known.fingerprint(),
            }));
            Ok(Done::with(done, event))
        })
    }
}

/// Stores a record, or an annotation.
fn taken(
    change: &Change<'_>,
    known: &mut Known,
    numbered: Numbered,
) -> Result<std::result::Result<Taken, Refused>> {
    let record = match (numbered.record, &numbered.attached) {
        (Err(why), _) => return Ok(Err(Refused(why))),
        (Ok(record), Some(attached)) => return attach(change, known, record, attached),
        (Ok(record), None) => record,
    };
    match resolved(change, known, record) {
        Ok(resolved) => Ok(Ok(take(change, known, &resolved)?)),
        Err(refused) => Ok(Err(refused)),
    }
}

impl ClaimsImported {
    fn count(&mut self, taken: &Taken) {
        match (taken.outcome, taken.claim) {
            (Some(Outcome::Added), _) => self.added += 1,
            (Some(Outcome::Updated), _) => self.updated += 1,
            (None, Some(_)) => self.unchanged += 1,
            (None, None) => {}
        }
        match taken.remarked {
            Some(Remarked::Flag) => self.flags += 1,
            Some(Remarked::Comment) => self.comments += 1,
            None => {}
        }
        self.unmapped += u64::from(taken.unmapped);
        self.unplaced += u64::from(taken.unplaced.is_some());
    }

    /// Whether the file had no claim, and nothing that was said of one.
    pub fn is_of_nothing(&self) -> bool {
        self.is_nothing() && self.unchanged + self.skipped == 0
    }

    fn is_nothing(&self) -> bool {
        self.added + self.updated + self.flags + self.comments == 0
    }
}
