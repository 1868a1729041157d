//! A desk from its backup. The desk that it replaces stays beside, and
//! whatever happens on the way, one of both has its name, whole.
//!
//! The danger lies in what `SQLite` keeps beside a desk: changes in a `-wal`
//! file would be taken into whatever file has the desk's name. So the old desk
//! takes them in itself first, in the mode that writes no such file, and is
//! held so that nobody writes to it until the new one has its name. Who waited
//! for it then is told by `SQLite` that the file was moved.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::super::draft::{Draft, cant_make, sync_folder, with_ending, without_link};
use super::super::open::{BUSY_TIMEOUT, check_header, connect_to_write};
use super::super::{Connection, Result, Store, StoreError};
use super::names::free_name;
use super::{Copied, open_copy};

/// What the name of a replaced desk has between that of the desk and the moment.
const REPLACED: &str = "-replaced";

/// How long to wait before asking again for a desk that somebody has open.
const PAUSE: Duration = Duration::from_millis(50);

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

/// The desk that is to be replaced.
enum Old {
    /// There is none.
    Missing,
    /// Held, with all that it holds in its one file.
    Held(Connection),
    /// So damaged that `SQLite` can't hold it, nor anybody write to it.
    Damaged,
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

/// Gives the draft the desk's name, and the desk another.
fn take_place(path: &Path, draft: &Draft, at: DateTime<Utc>) -> Result<Option<Replaced>> {
    let old = hold(path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let file = free_name(folder, path, REPLACED, at);
    let failed = |error| cant_make(path, &error);
    match &old {
        Old::Missing => move_beside(path, &file).map_err(failed)?,
        Old::Damaged => {
            keep_as(path, &file).map_err(failed)?;
            move_beside(path, &file).map_err(failed)?;
        }
        Old::Held(_) => keep_as(path, &file).map_err(failed)?,
    }
    sync_folder(path);
    match old {
        Old::Missing => {
            draft.publish(path)?;
            return Ok(None);
        }
        Old::Damaged => draft.replace(path)?,
        Old::Held(held) => replace_held(path, draft, held)?,
    }
    let holds = open_copy(&file).and_then(|copy| copy.copied()).ok();
    Ok(Some(Replaced { file, holds }))
}

/// Gives the draft the name of the desk that is held, and lets that go.
fn replace_held(path: &Path, draft: &Draft, held: Connection) -> Result<()> {
    // There, no file that is open can be replaced.
    if cfg!(windows) {
        drop(held);
        return draft.replace(path);
    }
    draft.replace(path).inspect_err(|_| {
        // It stays the desk, so it is to work as desks do.
        let _ = held.execute_batch("ROLLBACK; PRAGMA journal_mode = wal");
    })
}

/// Has nobody else read or write the desk, and all that it holds in one file.
fn hold(path: &Path) -> Result<Old> {
    if path.symlink_metadata().is_err() {
        return Ok(Old::Missing);
    }
    let held = check_header(path).and_then(|()| exclusive(path));
    match held.map_err(|error| error.at(path)) {
        Ok(connection) => Ok(Old::Held(connection)),
        Err(StoreError::NotSqlite(_) | StoreError::Damaged { .. }) => Ok(Old::Damaged),
        Err(error) => Err(error),
    }
}

fn exclusive(path: &Path) -> Result<Connection> {
    let connection = connect_to_write(path)?;
    let mut waited = Duration::ZERO;
    loop {
        // This takes in what the -wal file holds, and is refused while anybody
        // else has the desk open; SQLite does not wait by itself here.
        let mode = connection.pragma_update_and_check(None, "journal_mode", "delete", |row| {
            row.get::<_, String>(0)
        });
        match mode.map_err(|error| StoreError::Sqlite(error).at(path)) {
            Ok(mode) if mode == "delete" => break,
            Ok(_) | Err(StoreError::Locked(_)) if waited < BUSY_TIMEOUT => {}
            Ok(_) => return Err(StoreError::Locked(path.to_owned())),
            Err(error) => return Err(error),
        }
        thread::sleep(PAUSE);
        waited += PAUSE;
    }
    connection.execute_batch("BEGIN EXCLUSIVE")?;
    Ok(connection)
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
