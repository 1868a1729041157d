//! A desk's file under another name until it is whole, so that nobody ever
//! meets half a desk, not even after a kill.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rusqlite::OpenFlags;

use super::open::connect;
use super::{Connection, Result, StoreError};

/// What `SQLite` calls the files that it keeps beside a database.
pub(super) const BESIDE: [&str; 3] = ["-journal", "-wal", "-shm"];

/// A desk that has not got its name yet; cleared away when dropped.
pub(super) struct Draft {
    path: PathBuf,
}

impl Draft {
    /// An empty file beside `path`, which may be read by whom the system says.
    pub(super) fn beside(path: &Path) -> Result<Self> {
        Self::made(path, &mut OpenOptions::new())
    }

    /// An empty file beside `path` that nobody else may read.
    pub(super) fn private_beside(path: &Path) -> Result<Self> {
        let mut options = OpenOptions::new();
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Self::made(path, &mut options)
    }

    fn made(path: &Path, options: &mut OpenOptions) -> Result<Self> {
        for attempt in 0_u32.. {
            let draft = with_ending(path, &format!(".new-{}-{attempt}", std::process::id()));
            match options.write(true).create_new(true).open(&draft) {
                Ok(_) => return Ok(Self { path: draft }),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(cant_make(path, &error)),
            }
        }
        Err(StoreError::Exists(path.to_owned()))
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Opens it to be filled. One that breaks off is thrown away: it is synced once,
    /// when it is whole.
    pub(super) fn open(&self) -> Result<Connection> {
        let connection = connect(&self.path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        for (pragma, value) in [("journal_mode", "memory"), ("synchronous", "off")] {
            connection
                .pragma_update(None, pragma, value)
                .map_err(|error| StoreError::Sqlite(error).at(&self.path))?;
        }
        Ok(connection)
    }

    /// Has the system put all of it on the disk.
    pub(super) fn sync(&self) -> io::Result<()> {
        let file = File::options().write(true).open(&self.path);
        // By now it may be one that can only be read.
        file.or_else(|_| File::open(&self.path))?.sync_all()
    }

    /// Gives the file its name, unless something stands there by now.
    pub(super) fn publish(&self, path: &Path) -> Result<()> {
        self.publish_as(path)
            .map_err(|error| cant_make(path, &error))
    }

    fn publish_as(&self, path: &Path) -> io::Result<()> {
        self.sync()?;
        match fs::hard_link(&self.path, path) {
            // A file system without links, such as that of a memory stick.
            Err(error) if error.kind() != ErrorKind::AlreadyExists && !path.exists() => {
                fs::rename(&self.path, path)?;
            }
            linked => linked?,
        }
        sync_folder(path);
        Ok(())
    }

    /// Gives the file its name in the place of what stands there.
    pub(super) fn replace(&self, path: &Path) -> Result<()> {
        let replaced = self.sync().and_then(|()| fs::rename(&self.path, path));
        replaced.map_err(|error| cant_make(path, &error))?;
        sync_folder(path);
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        for ending in std::iter::once(&"").chain(&BESIDE) {
            // What isn't there needn't be cleared away.
            let _ = fs::remove_file(with_ending(&self.path, ending));
        }
    }
}

/// The path with more letters at its end.
pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(ending);
    PathBuf::from(name)
}

/// The file that a link stands for, so that the link stays one when the file is
/// replaced; else the path itself.
pub(super) fn without_link(path: &Path) -> PathBuf {
    let is_link = path.symlink_metadata().is_ok_and(|file| file.is_symlink());
    let file = is_link.then(|| fs::canonicalize(path).ok()).flatten();
    file.unwrap_or_else(|| path.to_owned())
}

/// Has the system keep the new name through a power cut, where it can.
pub(super) fn sync_folder(path: &Path) {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    // A system that can't open folders keeps names its own way.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

/// What a file that can't be made is told as.
pub(super) fn cant_make(path: &Path, error: &io::Error) -> StoreError {
    let path = path.to_owned();
    match error.kind() {
        ErrorKind::AlreadyExists => StoreError::Exists(path),
        ErrorKind::StorageFull => StoreError::DiskFull(path),
        _ => StoreError::CantOpen {
            path,
            detail: error.to_string(),
        },
    }
}
