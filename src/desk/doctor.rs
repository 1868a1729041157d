//! Whether the desk is sound, and what can be mended of it. The full-text
//! indexes say only what the desk says elsewhere, so that writing them anew
//! changes nothing that the history would tell of.

use super::{Desk, DeskError, Result};
use crate::model::health::{CheckedPart, Health, PartChecked};
use crate::store::{End, Reader};

/// How many places are told where something is wrong.
const MOST_PLACES: usize = 10;

const REBUILD: &str = "`claimdesk doctor --rebuild-index` writes it anew";

/// What to do about a file that is damaged.
const DAMAGED: &str = "work on with a copy from before, and keep this file for a specialist";

/// A part in which these faults were found; `sound` is said where none were.
fn part(part: CheckedPart, faults: Vec<String>, sound: &str, hint: &'static str) -> PartChecked {
    let ok = faults.is_empty();
    let finding = match faults.len() {
        0 => sound.to_owned(),
        1 => "1 fault was found".to_owned(),
        many => format!("{many} faults were found"),
    };
    PartChecked {
        part,
        ok,
        finding,
        places: faults.into_iter().take(MOST_PLACES).collect(),
        hint: (!ok).then_some(hint),
    }
}

fn index(reader: &Reader<'_>, checked: CheckedPart, sound: &str) -> Result<PartChecked> {
    let faults = reader.index_faults(checked.as_str())?;
    let differing = match faults.len() {
        1 => "1 thing is not in the index as the desk has it".to_owned(),
        many => format!("{many} things are not in the index as the desk has them"),
    };
    let mut found = part(checked, faults, sound, REBUILD);
    if !found.ok {
        found.finding = differing;
    }
    Ok(found)
}

impl Desk {
    /// Checks the file, the full-text indexes and the history.
    pub fn health(&self) -> Result<Health> {
        let look = |reader: &Reader<'_>| {
            let history = reader.audit()?;
            let events = history.events;
            let bad = history.first_bad.into_iter();
            let bad = bad.map(|bad| format!("line {}: {}", bad.id, bad.problem));
            let parts = vec![
                part(
                    CheckedPart::File,
                    reader.file_faults()?,
                    "the file is whole",
                    DAMAGED,
                ),
                part(
                    CheckedPart::References,
                    reader.broken_references()?,
                    "what is referred to is there",
                    DAMAGED,
                ),
                index(
                    reader,
                    CheckedPart::Words,
                    "the index of words holds what the desk says",
                )?,
                index(
                    reader,
                    CheckedPart::Letters,
                    "the index of letters holds what the desk says",
                )?,
                part(
                    CheckedPart::History,
                    bad.collect(),
                    &format!("the history holds, {events} lines"),
                    "somebody has changed the history; compare with a copy from before",
                ),
            ];
            Ok(Health {
                ok: parts.iter().all(|part| part.ok),
                parts,
            })
        };
        // Whoever may see what, a desk is sound or it is not.
        let health = self.store.read(look);
        health.map_err(|error: DeskError| error.at(self.store.path()))
    }

    /// Writes the full-text indexes anew.
    pub fn rebuild_indexes(&mut self) -> Result<()> {
        let path = self.store.path().to_owned();
        let rebuilt = self.store.write(|writer| {
            writer.rebuild_indexes()?;
            Ok::<_, DeskError>(End::Kept(()))
        });
        rebuilt.map_err(|error| error.at(&path))
    }
}
