//! Backups: into one file, which is always the newest, or into a folder, where
//! each has the moment in its name and old ones are taken out.
//!
//! What a backup may take the place of, or have taken out, is a copy of the
//! same desk that holds nothing that the desk lacks: a history that was cut off
//! must not drive out the backups that still have it.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::super::draft::{BESIDE, Draft, cant_make, sync_folder, with_ending, without_link};
use super::super::{Result, Store, StoreError};
use super::names::{When, free_name, when_made};
use super::{Copied, has_changes_beside, open_copy};

/// Where a backup goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupTo {
    /// A file, in the place of an earlier backup.
    File(PathBuf),
    /// A folder, with the moment in its name.
    Folder {
        /// The folder, which is made where it is missing.
        folder: PathBuf,
        /// How many backups of the desk are kept there; all when nothing is said.
        keep: Option<u32>,
    },
}

/// A backup that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BackedUp {
    /// The file.
    pub(crate) file: PathBuf,
    /// Its size in bytes.
    pub(crate) size: u64,
    /// What it holds.
    pub(crate) holds: Copied,
    /// Old backups that were taken out.
    pub(crate) removed: Vec<PathBuf>,
    /// Old backups that were not, because they hold what the desk lacks.
    pub(crate) spared: Vec<PathBuf>,
}

impl Store {
    /// Makes a backup of the desk as it is now.
    pub(crate) fn back_up(&self, to: &BackupTo, at: DateTime<Utc>) -> Result<BackedUp> {
        let (file, keep) = match to {
            BackupTo::File(path) => (self.back_up_to_file(path)?, None),
            BackupTo::Folder { folder, keep } => (self.back_up_to_folder(folder, at)?, *keep),
        };
        let (file, holds) = file;
        let size = fs::metadata(&file).map_err(|error| cant_make(&file, &error))?;
        let mut made = BackedUp {
            file,
            size: size.len(),
            holds,
            removed: Vec::new(),
            spared: Vec::new(),
        };
        if let Some(keep) = keep {
            self.take_out_old(&mut made, keep)?;
        }
        Ok(made)
    }

    fn back_up_to_file(&self, path: &Path) -> Result<(PathBuf, Copied)> {
        let refuse = |why| {
            let path = path.to_owned();
            Err(StoreError::NotReplaced { path, why })
        };
        let target = &without_link(path);
        let there = fs::canonicalize(target);
        let is_desk = |there| fs::canonicalize(&self.path).is_ok_and(|desk| &desk == there);
        if there.as_ref().is_ok_and(is_desk) {
            return refuse("it is the desk itself");
        }
        if BESIDE
            .iter()
            .any(|ending| with_ending(target, ending).exists())
        {
            return refuse(
                "a file that SQLite keeps while a desk is open (-wal, -shm, -journal) stands beside it",
            );
        }
        if there.is_ok() {
            let Ok(found) = open_copy(target).and_then(|copy| copy.copied()) else {
                return refuse("it is no backup of this desk");
            };
            if found.root != self.copied()?.root {
                return refuse("it is a backup of another desk");
            }
            if !self.has_line(found.lines, &found.head)? {
                return refuse("it holds history that the desk lacks");
            }
        }
        let draft = Draft::private_beside(target)?;
        let holds = self.copy_into(&draft)?;
        match there {
            Ok(_) => draft.replace(target)?,
            Err(_) => draft.publish(target)?,
        }
        Ok((path.to_owned(), holds))
    }

    fn back_up_to_folder(&self, folder: &Path, at: DateTime<Utc>) -> Result<(PathBuf, Copied)> {
        fs::create_dir_all(folder).map_err(|error| cant_make(folder, &error))?;
        let draft = Draft::private_beside(&free_name(folder, &self.path, "", at))?;
        let holds = self.copy_into(&draft)?;
        loop {
            let path = free_name(folder, &self.path, "", at);
            match draft.publish(&path) {
                // Another backup of the same second was faster.
                Err(StoreError::Exists(_)) => {}
                published => return published.map(|()| (path, holds)),
            }
        }
    }

    /// Takes the oldest backups out of the folder, so that no more than `keep`
    /// are there. The one that was just made stays, whatever the others are called.
    fn take_out_old(&self, made: &mut BackedUp, keep: u32) -> Result<()> {
        let folder = made.file.parent().unwrap_or(Path::new("."));
        let failed = |path: &Path, error| cant_make(path, &error);
        let mut others: Vec<(When, PathBuf)> = Vec::new();
        for entry in fs::read_dir(folder).map_err(|error| failed(folder, error))? {
            let path = entry.map_err(|error| failed(folder, error))?.path();
            let name = path.file_name().map(|name| name.to_string_lossy());
            let when = name.and_then(|name| when_made(&name, &self.path));
            others.extend(when.filter(|_| path != made.file).map(|when| (when, path)));
        }
        others.sort_by(|one, other| other.cmp(one));
        let mut kept = 1;
        for (_, path) in others {
            // What is no backup of this desk is not for it to take out.
            let found = open_copy(&path).and_then(|copy| copy.copied());
            let Some(found) = found.ok().filter(|found| found.root == made.holds.root) else {
                continue;
            };
            if kept < keep {
                kept += 1;
            } else if !has_changes_beside(&path) && self.has_line(found.lines, &found.head)? {
                fs::remove_file(&path).map_err(|error| failed(&path, error))?;
                made.removed.push(path);
            } else {
                made.spared.push(path);
            }
        }
        if !made.removed.is_empty() {
            sync_folder(&made.file);
        }
        Ok(())
    }
}
