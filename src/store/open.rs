//! Opening a desk's file: what it is is settled from its header before
//! `SQLite` touches it, so that a file that is no desk is left as it was.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{OpenFlags, limits::Limit};

use super::draft::with_ending;
use super::{Access, Connection, Result, Store, StoreError, guards, migrate, waiting};

/// `application_id` of a desk, the letters "cdsk".
pub(super) const APPLICATION_ID: i32 = 0x6364_736b;

/// Waits before another try where another program holds the desk, and says whether it is
/// worth one; none gives up at once.
type Wait = Option<fn(i32) -> bool>;

/// The largest text or blob a desk holds, above the limit for articles.
const MAX_VALUE_BYTES: i32 = 256 * 1024 * 1024;

impl Store {
    /// Opens the desk at `path`, upgrading an older one that may be written.
    pub fn open(path: &Path, access: Access) -> Result<Self> {
        check_header(path)?;
        let mut connection = match access {
            Access::Write | Access::Mend => connect_to_write(path)?,
            Access::Read => connect_to_read(path, Some(waiting::wait))?,
        };
        let mut upgraded = None;
        if access != Access::Read || !is_current(&connection, path)? {
            if access != Access::Mend {
                guards::check(&connection, path)?;
            }
            upgraded = migrate::migrate(&mut connection, path, migrate::MIGRATIONS)?;
        }
        Ok(Self {
            connection,
            path: path.to_owned(),
            upgraded,
        })
    }
}

impl Store {
    /// Opens the desk at `path` for a quick look: none where it would have to be
    /// upgraded first. Waits for nobody who holds it.
    pub fn glance(path: &Path) -> Result<Option<Self>> {
        check_header(path)?;
        let connection = connect_to_read(path, None)?;
        Ok(is_current(&connection, path)?.then(|| Self {
            connection,
            path: path.to_owned(),
            upgraded: None,
        }))
    }
}

fn is_current(connection: &Connection, path: &Path) -> Result<bool> {
    Ok(migrate::version(connection, path)? == migrate::latest(migrate::MIGRATIONS))
}

/// Refuses what is no desk, from the 100-byte header of the `SQLite` file
/// format (<https://www.sqlite.org/fileformat2.html>, section 1.3).
pub(super) fn check_header(path: &Path) -> Result<()> {
    let cant_open = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => StoreError::Missing(path.to_owned()),
        _ => StoreError::CantOpen {
            path: path.to_owned(),
            detail: error.to_string(),
        },
    };
    if std::fs::metadata(path).map_err(cant_open)?.is_dir() {
        return Err(StoreError::IsFolder(path.to_owned()));
    }
    let mut header = Vec::with_capacity(100);
    File::open(path)
        .map_err(cant_open)?
        .take(100)
        .read_to_end(&mut header)
        .map_err(cant_open)?;
    if header.len() < 100 || !header.starts_with(b"SQLite format 3\0") {
        return Err(StoreError::NotSqlite(path.to_owned()));
    }
    if header[68..72] != APPLICATION_ID.to_be_bytes() {
        return Err(StoreError::NotADesk(path.to_owned()));
    }
    Ok(())
}

pub(super) fn connect_to_write(path: &Path) -> Result<Connection> {
    let refuse = || StoreError::ReadOnly(path.to_owned());
    // The mode bits count for a superuser too: who set them meant it.
    if std::fs::metadata(path).is_ok_and(|file| file.permissions().readonly()) {
        return Err(refuse());
    }
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let read_only = connection
        .is_readonly(rusqlite::MAIN_DB)
        .map_err(StoreError::Sqlite)?;
    if read_only {
        Err(refuse())
    } else {
        Ok(connection)
    }
}

fn connect_to_read(path: &Path, wait: Wait) -> Result<Connection> {
    let attempt = connect_with(path, OpenFlags::SQLITE_OPEN_READ_WRITE, wait)
        .and_then(|connection| is_current(&connection, path).map(|_| connection));
    let refused = matches!(
        attempt,
        Err(StoreError::ReadOnly(_) | StoreError::CantOpen { .. })
    );
    if !refused || with_ending(path, "-wal").exists() {
        return attempt;
    }
    // On a medium that can't hold the WAL's index, a desk without a WAL can
    // still be read as a file that nobody changes.
    connect_immutable(path)
}

/// Opens a file that nobody changes, so that nothing is written beside it.
pub(super) fn connect_immutable(path: &Path) -> Result<Connection> {
    let absolute = std::path::absolute(path).map_err(|error| StoreError::CantOpen {
        path: path.to_owned(),
        detail: error.to_string(),
    })?;
    let address =
        url::Url::from_file_path(&absolute).map_err(|()| StoreError::ReadOnly(path.to_owned()))?;
    connect(
        Path::new(&format!("{address}?immutable=1")),
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI,
    )
    .map_err(|error| error.at(path))
}

/// Opens a connection that trusts nothing in the file: a desk can come by
/// mail.
pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    connect_with(path, flags, Some(waiting::wait))
}

#[expect(clippy::disallowed_methods, reason = "the one place that opens a desk")]
fn connect_with(path: &Path, flags: OpenFlags, wait: Wait) -> Result<Connection> {
    let at = |error| StoreError::Sqlite(error).at(path);
    let mut connection =
        Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(at)?;
    connection.busy_handler(wait).map_err(at)?;
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)
        .map_err(at)?;
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)
        .map_err(at)?;
    // A plan holds whatever values are asked for: else a question that is asked
    // again with other values is planned anew each time.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map_err(at)?;
    connection
        .set_limit(Limit::SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)
        .map_err(at)?;
    connection
        .set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)
        .map_err(at)?;
    connection
        .pragma_update(None, "foreign_keys", true)
        .map_err(at)?;
    connection
        .pragma_update(None, "synchronous", "full")
        .map_err(at)?;
    connection
        .pragma_update(None, "cell_size_check", true)
        .map_err(at)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}
