//! Whether the desk is sound, and what can be mended of it. Only what follows
//! from the rest of the desk is mended, so that nothing changes of which the
//! history would tell.

use super::settings::unfit_settings;
use super::{Desk, DeskError, Result};
use crate::model::health::{CheckedPart, Health, PartChecked};
use crate::store::{End, Reader, StoreError};

/// How many places are told where something is wrong.
const MOST_PLACES: usize = 10;

/// What to do about an index of words or letters.
const REBUILD: &str =
    "`claimdesk doctor --fix` writes it anew, and `--rebuild-index` without a look at the rest";

/// What to do about what follows from other things.
const FIX: &str = "`claimdesk doctor --fix` works it out once more";

/// What to do about a file that is damaged.
const DAMAGED: &str = "work on with the last backup (`claimdesk restore`), and keep this file for a specialist; \
     `claimdesk doctor --fix` mends indexes, and `claimdesk export` gets out what can be read";

/// What to do about what somebody must have changed.
const CHANGED: &str =
    "somebody has changed the desk without claimdesk; compare with a backup from before";

/// What to do about guards.
const GUARDS: &str = "somebody has changed the desk without claimdesk; `claimdesk doctor --fix` makes indexes, views and \
     triggers again that are missing, and takes out triggers that are not claimdesk's";

/// What to do about settings.
const SET_ANEW: &str = "give it another value with `claimdesk config set`, or none with `claimdesk config unset`; see also \
     `claimdesk policy reset` and `claimdesk model use --shipped`";

impl CheckedPart {
    /// What is wrong with it.
    fn faults(self, reader: &Reader<'_>) -> Result<Vec<String>> {
        Ok(match self {
            Self::File => reader.file_faults()?,
            Self::Schema => reader.schema_faults()?,
            Self::References => reader.broken_references()?,
            Self::Orphans => reader.orphans()?,
            Self::Anchors => reader.misplaced()?,
            Self::Bytes => reader.damaged_bytes()?,
            Self::Settings => unfit_settings(reader)?,
            Self::Derived => reader.derived_faults()?,
            Self::Words | Self::Letters => reader.index_faults(self.as_str())?,
            Self::History => {
                let bad = reader.audit()?.first_bad.into_iter();
                bad.map(|bad| format!("line {}: {}", bad.id, bad.problem))
                    .collect()
            }
        })
    }

    /// What is said where nothing is wrong.
    fn sound(self) -> &'static str {
        match self {
            Self::File => "the file is whole",
            Self::Schema => "tables and guards are those of claimdesk",
            Self::References => "what is referred to is there",
            Self::Orphans => "nothing hangs in the air",
            Self::Anchors => "words stand in the texts where they are said to",
            Self::Bytes => "originals and snapshots are as they came",
            Self::Settings => "settings say what they can say",
            Self::Derived => "claims keep what follows from verdicts and rulings",
            Self::Words => "the index of words holds what the desk says",
            Self::Letters => "the index of letters holds what the desk says",
            Self::History => "the history holds",
        }
    }

    /// What to do where something is.
    fn hint(self) -> &'static str {
        match self {
            Self::File | Self::References => DAMAGED,
            Self::Schema => GUARDS,
            Self::Orphans | Self::Anchors | Self::Bytes | Self::History => CHANGED,
            Self::Settings => SET_ANEW,
            Self::Derived => FIX,
            Self::Words | Self::Letters => REBUILD,
        }
    }

    fn checked(self, reader: &Reader<'_>) -> Result<PartChecked> {
        // One part that can't be read must not keep the others from being told.
        let faults = match self.faults(reader) {
            Err(DeskError::Store(StoreError::Sqlite(error))) => {
                vec![format!("it can't be read: {error}")]
            }
            Err(DeskError::Store(error @ StoreError::BadValue(_))) => vec![error.to_string()],
            faults => faults?,
        };
        let ok = faults.is_empty();
        let finding = match (self, faults.len()) {
            (Self::History, 0) => format!("{}, {} lines", self.sound(), reader.last_line()?),
            (_, 0) => self.sound().to_owned(),
            (Self::Words | Self::Letters, 1) => {
                "1 thing is not in the index as the desk has it".to_owned()
            }
            (Self::Words | Self::Letters, many) => {
                format!("{many} things are not in the index as the desk has them")
            }
            (_, 1) => "1 fault was found".to_owned(),
            (_, many) => format!("{many} faults were found"),
        };
        Ok(PartChecked {
            part: self,
            ok,
            finding,
            places: faults.into_iter().take(MOST_PLACES).collect(),
            hint: (!ok).then(|| self.hint()),
        })
    }
}

impl Desk {
    /// Checks the whole desk: its file, what is on it, the full-text indexes and the
    /// history.
    pub fn health(&self) -> Result<Health> {
        let look = |reader: &Reader<'_>| {
            let parts = CheckedPart::ALL.iter().map(|part| part.checked(reader));
            let parts = parts.collect::<Result<Vec<_>>>()?;
            Ok(Health {
                ok: parts.iter().all(|part| part.ok),
                parts,
                mended: Vec::new(),
            })
        };
        // Whoever may see what, a desk is sound or it is not.
        let health = self.store.read(look);
        health.map_err(|error: DeskError| error.at(self.store.path()))
    }

    /// Mends what follows from the rest of the desk (indexes, guards, what claims
    /// keep of other tables), and checks the desk then.
    pub fn mend(&mut self) -> Result<Health> {
        let mended = self.store.mend()?;
        Ok(Health {
            mended,
            ..self.health()?
        })
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
