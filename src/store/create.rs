//! Making a desk's file: under another name until it is whole, so that nobody
//! ever meets half a desk, not even after a kill.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rusqlite::OpenFlags;

use super::open::{APPLICATION_ID, connect};
use super::{Access, Connection, End, Result, Store, StoreError, Writer, migrate};

impl Store {
    /// Makes a new desk at `path`, where nothing may stand yet, with what
    /// `fill` puts on it.
    pub fn create<E: From<StoreError>>(
        path: &Path,
        fill: impl FnOnce(&Writer<'_>) -> std::result::Result<(), E>,
    ) -> std::result::Result<Self, E> {
        if path.symlink_metadata().is_ok() {
            return Err(StoreError::Exists(path.to_owned()).into());
        }
        let draft = Draft::beside(path)?;
        draft.fill(fill)?;
        draft
            .publish(path)
            .map_err(|error| cant_make(path, &error))?;
        Ok(Self::open(path, Access::Write)?)
    }
}

impl Store {
    /// A desk in memory, with nothing on it but its schema: to measure with.
    pub(crate) fn in_memory() -> Result<Self> {
        let mut connection = Connection::open_in_memory().map_err(StoreError::Sqlite)?;
        let path = PathBuf::from(":memory:");
        connection
            .pragma_update(None, "application_id", APPLICATION_ID)
            .map_err(StoreError::Sqlite)?;
        migrate::migrate(&mut connection, &path, migrate::MIGRATIONS)?;
        Ok(Self { connection, path })
    }
}

/// A desk that has not got its name yet; cleared away when dropped.
struct Draft {
    path: PathBuf,
}

impl Draft {
    fn beside(path: &Path) -> Result<Self> {
        for attempt in 0_u32.. {
            let mut name = path.as_os_str().to_owned();
            name.push(format!(".new-{}-{attempt}", std::process::id()));
            let draft = PathBuf::from(name);
            match File::create_new(&draft) {
                Ok(_) => return Ok(Self { path: draft }),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(cant_make(path, &error)),
            }
        }
        Err(StoreError::Exists(path.to_owned()))
    }

    fn fill<E: From<StoreError>>(
        &self,
        fill: impl FnOnce(&Writer<'_>) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let path = &self.path;
        let at = |error| StoreError::Sqlite(error).at(path);
        let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        // A draft that breaks off is thrown away: it is synced once, when whole.
        for (pragma, value) in [("journal_mode", "memory"), ("synchronous", "off")] {
            connection.pragma_update(None, pragma, value).map_err(at)?;
        }
        connection
            .pragma_update(None, "application_id", APPLICATION_ID)
            .map_err(at)?;
        migrate::migrate(&mut connection, path, migrate::MIGRATIONS)?;
        let mut store = Store {
            connection,
            path: path.clone(),
        };
        store.write(|writer| fill(writer).map(End::Kept))?;
        // Last, so that all of the desk is in the one file that gets the name.
        store
            .connection
            .pragma_update(None, "journal_mode", "wal")
            .map_err(at)?;
        store
            .connection
            .close()
            .map_err(|(_, error)| StoreError::Sqlite(error).at(path))?;
        Ok(())
    }

    /// Gives the file its name, unless something stands there by now.
    fn publish(&self, path: &Path) -> io::Result<()> {
        File::options().write(true).open(&self.path)?.sync_all()?;
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
}

impl Drop for Draft {
    fn drop(&mut self) {
        for ending in ["", "-journal", "-wal", "-shm"] {
            let mut name = self.path.as_os_str().to_owned();
            name.push(ending);
            // What isn't there needn't be cleared away.
            let _ = fs::remove_file(name);
        }
    }
}

/// Has the system keep the new name through a power cut, where it can.
fn sync_folder(path: &Path) {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    // A system that can't open folders keeps names its own way.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

fn cant_make(path: &Path, error: &io::Error) -> StoreError {
    if error.kind() == ErrorKind::AlreadyExists {
        StoreError::Exists(path.to_owned())
    } else {
        StoreError::CantOpen {
            path: path.to_owned(),
            detail: error.to_string(),
        }
    }
}
