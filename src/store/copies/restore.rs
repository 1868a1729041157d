//! A desk from its backup. The desk that it replaces stays beside, and
//! whatever happens on the way, one of both has its name, whole.
//!
//! Files are not renamed under a desk that can still be opened: who has it open
//! would go on with the old file, and take what `SQLite` keeps beside the new
//! one (`-wal`) for its own. So the pages of the backup are written into the
//! desk, in one transaction as any other change. Only where there is no desk, or
//! none that `SQLite` can open, a new file gets its name.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::backup::{Backup, StepResult};

use super::super::draft::{Draft, cant_make, sync_folder, with_ending, without_link};
use super::super::open::{check_header, connect_immutable, connect_to_write};
use super::super::{Result, Store, StoreError};
use super::names::free_name;
use super::{Copied, open_copy};

/// What the name of a replaced desk has between that of the desk and the moment.
const REPLACED: &str = "-replaced";

/// A desk that was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Restored {
    /// What it holds.
    pub(crate) holds: Copied,
    /// The desk that it replaces, where there was any.
    pub(crate) replaced: Option<Replaced>,
}

/// A desk that another took the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Replaced {
    /// Where it is now.
    pub(crate) file: PathBuf,
    /// What it holds, as far as that can be read.
    pub(crate) holds: Option<Copied>,
}

impl Store {
    /// Puts what `from` holds in the place of the desk at `path`, or where none is.
    pub(crate) fn restore(path: &Path, from: &Path, at: DateTime<Utc>) -> Result<Restored> {
        let path = &without_link(path);
        let there = fs::canonicalize(path);
        let is_same = |there| fs::canonicalize(from).is_ok_and(|from| &from == there);
        if there.as_ref().is_ok_and(is_same) {
            return Err(StoreError::NotReplaced {
                path: path.to_owned(),
                why: "it is the backup itself",
            });
        }
        match check_header(path) {
            // What is no database at all can be a desk whose first bytes were lost.
            Ok(()) | Err(StoreError::Missing(_) | StoreError::NotSqlite(_)) => {}
            Err(refused) => return Err(refused),
        }
        let draft = Draft::private_beside(path)?;
        let holds = open_copy(from)?.copy_into(&draft)?;
        if there.is_ok() {
            let rights = fs::metadata(path).map(|file| file.permissions());
            let _ = rights.and_then(|rights| fs::set_permissions(draft.path(), rights));
        }
        let replaced = take_place(path, &draft, at)?;
        Ok(Restored { holds, replaced })
    }
}

/// Puts the draft in the place of the desk, and keeps that.
fn take_place(path: &Path, draft: &Draft, at: DateTime<Utc>) -> Result<Option<Replaced>> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let file = free_name(folder, path, REPLACED, at);
    let failed = |error| cant_make(path, &error);
    if path.symlink_metadata().is_err() {
        move_beside(path, &file).map_err(failed)?;
        sync_folder(path);
        draft.publish(path)?;
        return Ok(None);
    }
    let overwritten = check_header(path).and_then(|()| overwrite(path, draft, &file));
    match overwritten.map_err(|error| error.at(path)) {
        Ok(holds) => return Ok(Some(Replaced { file, holds })),
        // Nobody can work on what SQLite can't open.
        Err(StoreError::NotSqlite(_) | StoreError::Damaged { .. }) => {}
        Err(error) => return Err(error),
    }
    keep_as(path, &file).map_err(failed)?;
    move_beside(path, &file).map_err(failed)?;
    sync_folder(path);
    draft.replace(path)?;
    Ok(Some(Replaced { file, holds: None }))
}

/// Writes all pages of the draft into the desk, in one transaction, and what the
/// desk was before into `file`. Gives what that holds.
fn overwrite(path: &Path, draft: &Draft, file: &Path) -> Result<Option<Copied>> {
    let at = |error| StoreError::Sqlite(error).at(path);
    let old = Store {
        connection: connect_to_write(path)?,
        path: path.to_owned(),
        upgraded: None,
    };
    let new = connect_immutable(draft.path())?;
    let mut desk = connect_to_write(path)?;
    let backup = Backup::new(&new, &mut desk).map_err(at)?;
    let step = |pages| match backup.step(pages).map_err(at)? {
        StepResult::Busy | StepResult::Locked => Err(StoreError::Locked(path.to_owned())),
        _ => Ok(()),
    };
    // From the first page on nobody else can write, and everybody still reads
    // the desk as it was.
    step(1)?;
    let kept = Draft::private_beside(file)?;
    old.copy_pages_into(&kept)?;
    let holds = old.copied().ok();
    drop(old);
    kept.publish(file)?;
    step(-1).inspect_err(|_| {
        // The desk stays what it was, so there is nothing to keep.
        let _ = fs::remove_file(file);
    })?;
    drop(backup);
    // Where somebody reads, what they need stays in the log until later.
    let _ = desk.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    Ok(holds)
}

/// Gives the file another name; where the system can, it keeps its own as well
/// until the new desk takes that.
fn keep_as(path: &Path, file: &Path) -> std::io::Result<()> {
    fs::hard_link(path, file).or_else(|_| fs::rename(path, file))
}

/// Moves what `SQLite` left beside a desk, so that it stays with that desk and
/// never gets into another.
fn move_beside(path: &Path, file: &Path) -> std::io::Result<()> {
    for ending in ["-wal", "-journal"] {
        let left = with_ending(path, ending);
        if left.symlink_metadata().is_ok() {
            fs::rename(left, with_ending(file, ending))?;
        }
    }
    let index = with_ending(path, "-shm");
    if index.symlink_metadata().is_ok() {
        fs::remove_file(index)?;
    }
    Ok(())
}
