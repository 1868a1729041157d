//! Making a desk's file.

use std::path::{Path, PathBuf};

use super::draft::Draft;
use super::open::APPLICATION_ID;
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
        make(&draft, fill)?;
        draft.publish(path)?;
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
        Ok(Self {
            connection,
            path,
            upgraded: None,
        })
    }
}

/// Makes a desk of an empty file.
fn make<E: From<StoreError>>(
    draft: &Draft,
    fill: impl FnOnce(&Writer<'_>) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let path = draft.path();
    let at = |error| StoreError::Sqlite(error).at(path);
    let mut connection = draft.open()?;
    connection
        .pragma_update(None, "application_id", APPLICATION_ID)
        .map_err(at)?;
    migrate::migrate(&mut connection, path, migrate::MIGRATIONS)?;
    let mut store = Store {
        connection,
        path: path.to_owned(),
        upgraded: None,
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
