//! What can go wrong with a desk's file.

use std::path::{Path, PathBuf};

/// Why the database refused or failed. The file is left as it was.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no such file.
    #[error("there is no desk at {}", .0.display())]
    Missing(PathBuf),
    /// The path names a folder.
    #[error("{} is a folder, not a desk", .0.display())]
    IsFolder(PathBuf),
    /// A desk is to be made where something stands already.
    #[error("{} exists already", .0.display())]
    Exists(PathBuf),
    /// The file is not an `SQLite` database.
    #[error("{} is not an SQLite database", .0.display())]
    NotSqlite(PathBuf),
    /// The file is an `SQLite` database of another program.
    #[error("{} is an SQLite database, but not a claimdesk desk", .0.display())]
    NotADesk(PathBuf),
    /// The desk was written by a newer program.
    #[error("{} was written by a newer claimdesk (desk version {found}, this program knows {known})", .path.display())]
    Newer {
        /// The desk.
        path: PathBuf,
        /// The desk's schema version.
        found: u32,
        /// The latest version this program knows.
        known: u32,
    },
    /// The desk may not be written to.
    #[error("{} can be read but not written", .0.display())]
    ReadOnly(PathBuf),
    /// Another program holds the desk for longer than the busy timeout.
    #[error("{} is locked by another program", .0.display())]
    Locked(PathBuf),
    /// The disk is full.
    #[error("the disk that holds {} is full", .0.display())]
    DiskFull(PathBuf),
    /// The database is damaged.
    #[error("{} is damaged: {detail}", .path.display())]
    Damaged {
        /// The desk.
        path: PathBuf,
        /// What `SQLite` said.
        detail: String,
    },
    /// The desk has triggers that are not the program's, or lacks some.
    #[error("{} has triggers that claimdesk did not make, or lacks some that it makes", .0.display())]
    ForeignGuards(PathBuf),
    /// A copy that is to be relied on does not hold.
    #[error("{} is not sound: {detail}", .path.display())]
    NotSound {
        /// The desk that was copied, or the copy.
        path: PathBuf,
        /// The first fault.
        detail: String,
    },
    /// A file that a copy may not take the place of.
    #[error("{} is not replaced: {why}", .path.display())]
    NotReplaced {
        /// The file.
        path: PathBuf,
        /// Why not.
        why: &'static str,
    },
    /// The file can't be reached.
    #[error("{} can't be opened: {detail}", .path.display())]
    CantOpen {
        /// The desk.
        path: PathBuf,
        /// What the system said.
        detail: String,
    },
    /// A stored value is not what the schema promises.
    #[error("the desk holds a value that can't be read: {0}")]
    BadValue(String),
    /// Anything else that `SQLite` reports.
    #[error("the database failed: {0}")]
    Sqlite(rusqlite::Error),
}

impl StoreError {
    /// What to do next.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Missing(_) => "make one with `claimdesk init`, or name one with --desk FILE",
            Self::IsFolder(_) => "name the desk's file, such as claimdesk.db in that folder",
            Self::Exists(_) => "use it as it is, or name another file with --desk FILE",
            Self::NotSqlite(_) | Self::NotADesk(_) => {
                "the file was left untouched; name a desk with --desk FILE or make one with `claimdesk init`"
            }
            Self::Newer { .. } => "the file was left untouched; use the newer program",
            Self::ReadOnly(_) => "check the file's and its folder's permissions",
            Self::Locked(_) => "nothing was changed; try again when the other program is done",
            Self::DiskFull(_) => "nothing was changed; free some space and try again",
            Self::Damaged { .. } => "keep a copy of the file and restore the last backup",
            Self::ForeignGuards(_) => {
                "nothing was changed; `claimdesk doctor` tells which, and `doctor --fix` puts claimdesk's own in their place"
            }
            Self::NotSound { .. } => {
                "nothing was replaced; `claimdesk doctor --desk FILE` tells all that is wrong with it"
            }
            Self::NotReplaced { .. } => "name a new file, or a folder",
            Self::CantOpen { .. } => "check the path and its permissions",
            Self::BadValue(_) => {
                "another program may have written to the desk; see `claimdesk audit verify`"
            }
            Self::Sqlite(_) => return None,
        };
        Some(hint.to_owned())
    }
}

impl StoreError {
    /// What the tables refused of what was to be written, if that is the error.
    pub(crate) fn refusal(&self) -> Option<String> {
        match self {
            Self::Sqlite(rusqlite::Error::SqliteFailure(error, told))
                if error.code == rusqlite::ErrorCode::ConstraintViolation
                    || error.code == rusqlite::ErrorCode::TooBig =>
            {
                Some(told.clone().unwrap_or_else(|| error.to_string()))
            }
            _ => None,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..) => Self::BadValue(error.to_string()),
            other => Self::Sqlite(other),
        }
    }
}

impl StoreError {
    /// The same error, with what `SQLite` reported told as what it means for
    /// the desk at `path`.
    pub(crate) fn at(self, path: &Path) -> Self {
        use rusqlite::ErrorCode as Code;
        let Self::Sqlite(error) = self else {
            return self;
        };
        let path = path.to_owned();
        let detail = error.to_string();
        match error.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Locked(path),
            Some(Code::ReadOnly | Code::PermissionDenied) => Self::ReadOnly(path),
            Some(Code::DiskFull) => Self::DiskFull(path),
            Some(Code::NotADatabase) => Self::NotSqlite(path),
            Some(Code::DatabaseCorrupt) => Self::Damaged { path, detail },
            Some(Code::CannotOpen | Code::SystemIoFailure) => Self::CantOpen { path, detail },
            _ => Self::Sqlite(error),
        }
    }
}
