//! Whole copies of a desk's file: backups, and desks that are restored from
//! them. A copy is made through `SQLite`'s own backup in one step, so that it
//! is the desk at one moment, whoever writes meanwhile; it is checked before it
//! gets its name.

mod back_up;
mod names;
mod restore;

use std::fs;
use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{OpenFlags, OptionalExtension, named_params};

pub use back_up::BackupTo;

use super::draft::{Draft, cant_make, with_ending};
use super::open::{check_header, connect, connect_immutable};
use super::{Connection, Reader, Result, Store, StoreError, migrate};

/// Which desk a file is, and how far its history goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Copied {
    /// Hash of its first line, by which a desk is known.
    pub(crate) root: String,
    /// Number of its last line.
    pub(crate) lines: i64,
    /// Hash of its last line.
    pub(crate) head: String,
}

impl Copied {
    fn of(reader: &Reader<'_>) -> Result<Self> {
        Ok(Self {
            root: reader.audit_root()?,
            lines: reader.last_line()?,
            head: reader.audit_head()?,
        })
    }
}

/// Whether changes stand beside `path` that `SQLite` would take into whatever file
/// has this name, or out of it.
fn has_changes_beside(path: &Path) -> bool {
    let mut endings = ["-wal", "-journal"].iter();
    endings.any(|ending| {
        let beside = fs::metadata(with_ending(path, ending));
        beside.is_ok_and(|beside| beside.len() > 0)
    })
}

/// Opens a desk that is not to be changed in anything, not even brought up to
/// date.
fn open_copy(path: &Path) -> Result<Store> {
    check_header(path)?;
    let connection = if has_changes_beside(path) {
        connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?
    } else {
        connect_immutable(path)?
    };
    let (found, known) = (
        migrate::version(&connection, path)?,
        migrate::latest(migrate::MIGRATIONS),
    );
    if found > known {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            found,
            known,
        });
    }
    Ok(Store {
        connection,
        path: path.to_owned(),
        upgraded: None,
    })
}

/// The first thing that is wrong with a desk, of what makes a copy useless:
/// the file, references, the chain of the history.
fn first_fault(reader: &Reader<'_>) -> Result<Option<String>> {
    if let Some(fault) = reader.file_faults()?.into_iter().next() {
        return Ok(Some(format!("its file is damaged ({fault})")));
    }
    if let Some(broken) = reader.broken_references()?.into_iter().next() {
        return Ok(Some(broken));
    }
    let bad = reader.audit()?.first_bad;
    Ok(bad.map(|bad| format!("line {} of its history: {}", bad.id, bad.problem)))
}

/// Copies the desk at `path` as it is now into `draft`, with the rights of its own file.
pub(super) fn copy_pages(connection: &Connection, path: &Path, draft: &Draft) -> Result<()> {
    let at = |error| StoreError::Sqlite(error).at(draft.path());
    let mut copy = draft.open()?;
    let backup = Backup::new(connection, &mut copy).map_err(at)?;
    // All pages in one step: else whoever writes meanwhile begins it anew.
    match backup.step(-1).map_err(at)? {
        StepResult::Busy | StepResult::Locked => {
            return Err(StoreError::Locked(path.to_owned()));
        }
        _ => {}
    }
    drop(backup);
    copy.close().map_err(|(_, error)| at(error))?;
    // Where rights can't be given, the copy stays for who made it alone.
    let rights = fs::metadata(path).map(|file| file.permissions());
    let _ = rights.and_then(|rights| fs::set_permissions(draft.path(), rights));
    draft
        .sync()
        .map_err(|error| cant_make(draft.path(), &error))
}

impl Store {
    fn copy_pages_into(&self, draft: &Draft) -> Result<()> {
        copy_pages(&self.connection, &self.path, draft)
    }

    /// The same, and checks what came there.
    fn copy_into(&self, draft: &Draft) -> Result<Copied> {
        self.copy_pages_into(draft)?;
        open_copy(draft.path())?
            .read(|reader| match first_fault(reader)? {
                None => Copied::of(reader),
                Some(detail) => Err(StoreError::NotSound {
                    path: self.path.clone(),
                    detail,
                }),
            })
            .map_err(|error| unsound(error, &self.path))
    }

    /// Which desk it is, and how far its history goes.
    fn copied(&self) -> Result<Copied> {
        self.read(Copied::of).map_err(|error| error.at(&self.path))
    }

    /// Whether the history has this line.
    fn has_line(&self, line: i64, hash: &str) -> Result<bool> {
        let found = self
            .connection
            .query_row(
                "SELECT 1 FROM events WHERE id = :line AND hash = :hash",
                named_params! { ":line": line, ":hash": hash },
                |_| Ok(()),
            )
            .optional()?;
        Ok(found.is_some())
    }
}

/// What a check could not even read is a fault of the desk that was copied.
fn unsound(error: StoreError, path: &Path) -> StoreError {
    match error.at(path) {
        StoreError::Damaged { path, detail } => StoreError::NotSound { path, detail },
        StoreError::BadValue(detail) => StoreError::NotSound {
            path: path.to_owned(),
            detail,
        },
        other => other,
    }
}
