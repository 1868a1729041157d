//! Backups of a desk, and a desk from its backup. Neither changes what a desk
//! says, so that the history has no line of them: a desk that was restored is
//! its backup, line for line.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::Serialize;

pub use crate::store::BackupTo;

use super::{Desk, Result};
use crate::store::Store;

/// What came of making a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BackupMade {
    /// The backup's file.
    pub file: String,
    /// Its size in bytes.
    pub size: u64,
    /// How many lines its history has.
    pub lines: i64,
    /// Hash of the last of them.
    pub head: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Older backups that were taken out.
    pub removed: Vec<String>,
    /// Older backups that would have been, but hold history that the desk lacks.
    pub spared: Vec<String>,
}

/// What came of restoring a desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DeskRestored {
    /// The desk's file.
    pub desk: String,
    /// The backup that it is from.
    pub from: String,
    /// How many lines its history has.
    pub lines: i64,
    /// Hash of the last of them.
    pub head: String,
    /// The desk that it took the place of; none where there was none.
    pub replaced: Option<DeskReplaced>,
}

/// A desk that another took the place of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DeskReplaced {
    /// Where it is now.
    pub file: String,
    /// How many lines its history has; none where that can't be read.
    pub lines: Option<i64>,
    /// Hash of the last of them.
    pub head: Option<String>,
    /// Whether it is another state of the same desk; none where that can't be read.
    pub same_desk: Option<bool>,
}

fn named(path: &Path) -> String {
    path.display().to_string()
}

impl Desk {
    /// Makes a backup of the desk as it is now, whoever writes meanwhile, and checks
    /// it: the file, references, the history.
    pub fn back_up(&self, to: &BackupTo, at: DateTime<Utc>) -> Result<BackupMade> {
        let made = self.store.back_up(to, at)?;
        let names = |paths: &[PathBuf]| paths.iter().map(|path| named(path)).collect();
        Ok(BackupMade {
            file: named(&made.file),
            size: made.size,
            lines: made.holds.lines,
            head: made.holds.head,
            made_at: at,
            removed: names(&made.removed),
            spared: names(&made.spared),
        })
    }

    /// Puts a backup in the place of the desk at `path`, or where there is none. The
    /// backup is checked first, and the desk that it replaces is kept beside. Waits
    /// for who is writing to that desk.
    pub fn restore(path: &Path, from: &Path, at: DateTime<Utc>) -> Result<DeskRestored> {
        let restored = Store::restore(path, from, at)?;
        let replaced = restored.replaced.map(|replaced| DeskReplaced {
            file: named(&replaced.file),
            lines: replaced.holds.as_ref().map(|holds| holds.lines),
            head: replaced.holds.as_ref().map(|holds| holds.head.clone()),
            same_desk: replaced
                .holds
                .map(|holds| holds.root == restored.holds.root),
        });
        Ok(DeskRestored {
            desk: named(path),
            from: named(from),
            lines: restored.holds.lines,
            head: restored.holds.head,
            replaced,
        })
    }
}
