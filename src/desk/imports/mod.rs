//! Claims of other programs' files onto the desk, all of them or none.

mod known;
mod resolve;
mod take;

use std::io;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use self::known::Known;
use self::resolve::{Refused, resolved};
use self::take::{Taken, take};
use super::permissions::editor_only;
use super::settings::config_event;
use super::transact::{Act, Done};
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
    /// People who came onto the desk with their verdicts, by handle.
    pub reviewers: Vec<String>,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

/// A record that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SkippedRecord {
    /// Where it stands in the file.
    pub place: String,
    /// Why.
    pub reason: String,
}

impl Desk {
    /// Imports claims, with their verdicts and sources, in one transaction. A claim
    /// that the desk knows by its identity is brought up to what the record says;
    /// nothing that the record is silent about changes, and verdicts are only ever
    /// added. `digest` is asked for the file's SHA-256 after its last record, and
    /// `skipped` is told what is left out. Editors only, since verdicts of others
    /// come with it.
    pub fn import_claims(
        &mut self,
        act: &Act,
        options: &ImportOptions,
        records: impl Iterator<Item = io::Result<Numbered>>,
        digest: impl FnOnce() -> String,
        mut skipped: impl FnMut(SkippedRecord),
    ) -> Result<ClaimsImported> {
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
                let refuse = |why: String| DeskError::BadRecord {
                    place: numbered.place.clone(),
                    why,
                };
                let record = numbered.record.clone().map_err(Refused);
                let resolved = record.and_then(|record| resolved(&change, &mut known, record));
                let taken = match resolved {
                    Ok(resolved) => take(&change, &mut known, &resolved)?,
                    Err(Refused(why)) if options.skip_invalid => {
                        done.skipped += 1;
                        skipped(SkippedRecord {
                            place: numbered.place,
                            reason: why,
                        });
                        continue;
                    }
                    Err(Refused(why)) => return Err(refuse(why)),
                };
                done.count(&taken);
                if let Some(outcome) = taken.outcome {
                    let number = numbered.number;
                    change
                        .writer
                        .note_import(import, taken.claim, number, outcome)?;
                }
            }
            done.sha256 = digest();
            change.writer.seal_import(import, &done.sha256)?;
            done.reviewers = known.came_with_it();
            if options.rehearsed || (done.added == 0 && done.updated == 0) {
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
                "reviewers": done.reviewers,
                "claims": known.fingerprint(),
            }));
            Ok(Done::with(done, event))
        })
    }
}

impl ClaimsImported {
    fn count(&mut self, taken: &Taken) {
        match taken.outcome {
            Some(Outcome::Added) => self.added += 1,
            Some(Outcome::Updated) => self.updated += 1,
            None => self.unchanged += 1,
        }
        self.unmapped += u64::from(taken.unmapped);
        self.unplaced += u64::from(taken.unplaced);
    }
}
