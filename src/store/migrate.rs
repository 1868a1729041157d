//! Bringing a desk's schema up to date: numbered files under `migrations/`,
//! forward only, each in one transaction with its `user_version`. A desk that
//! holds anything is first copied beside itself, and the copy checked.

use std::path::{Path, PathBuf};

use rusqlite::{OpenFlags, TransactionBehavior};

use super::open::connect;
use super::{Connection, Result, StoreError};

/// The statements that lead from one schema version to the next.
pub(super) type Migration = &'static str;

/// Every migration, in order; the first makes version 1.
pub(super) const MIGRATIONS: &[Migration] = &[include_str!("../../migrations/0001_desk.sql")];

/// The schema version that `migrations` lead to.
pub(super) fn latest(migrations: &[Migration]) -> u32 {
    u32::try_from(migrations.len()).unwrap_or(u32::MAX)
}

/// The schema version of a desk.
pub(super) fn version(connection: &Connection, path: &Path) -> Result<u32> {
    connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(|error| StoreError::Sqlite(error).at(path))
}

/// Applies the migrations that the desk lacks. A desk newer than this program
/// is refused and left untouched.
pub(super) fn migrate(
    connection: &mut Connection,
    path: &Path,
    migrations: &[Migration],
) -> Result<()> {
    let found = version(connection, path)?;
    let known = latest(migrations);
    if found > known {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            found,
            known,
        });
    }
    if found == known {
        return Ok(());
    }
    if found > 0 {
        back_up(connection, path, found)?;
    }
    let at = |error| StoreError::Sqlite(error).at(path);
    for (target, statements) in (1..).zip(migrations) {
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(at)?;
        // Read again under the lock: another program may have been faster.
        if version(&transaction, path)? >= target {
            continue;
        }
        transaction.execute_batch(statements).map_err(at)?;
        transaction
            .pragma_update(None, "user_version", target)
            .map_err(at)?;
        transaction.commit().map_err(at)?;
    }
    Ok(())
}

/// Copies the desk to a file beside it and checks the copy.
fn back_up(connection: &Connection, path: &Path, version: u32) -> Result<()> {
    let copy = backup_path(path, version);
    let at = |error| StoreError::Sqlite(error).at(&copy);
    connection
        .backup(
            rusqlite::MAIN_DB,
            &copy,
            None::<fn(rusqlite::backup::Progress)>,
        )
        .map_err(at)?;
    let verdict: String = connect(&copy, OpenFlags::SQLITE_OPEN_READ_WRITE)?
        .pragma_query_value(None, "integrity_check", |row| row.get(0))
        .map_err(at)?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(StoreError::Damaged {
            path: copy.clone(),
            detail: verdict,
        })
    }
}

/// Where the copy of a desk at schema `version` is kept.
fn backup_path(path: &Path, version: u32) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".v{version}-backup"));
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Migration = "CREATE TABLE notes (body TEXT NOT NULL) STRICT;";
    const SECOND: Migration = "ALTER TABLE notes ADD COLUMN author TEXT;";
    const BROKEN: Migration =
        "CREATE TABLE half (x TEXT) STRICT; CREATE TABLE notes (y TEXT) STRICT;";

    #[expect(
        clippy::disallowed_methods,
        reason = "a test opens databases of its own"
    )]
    fn open(path: &Path) -> Connection {
        Connection::open(path).unwrap()
    }

    #[test]
    fn an_older_desk_is_copied_and_then_upgraded() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.db");
        let mut connection = open(&path);
        migrate(&mut connection, &path, &[FIRST]).unwrap();
        connection
            .execute("INSERT INTO notes VALUES ('kept')", [])
            .unwrap();

        migrate(&mut connection, &path, &[FIRST, SECOND]).unwrap();

        assert_eq!(version(&connection, &path).unwrap(), 2);
        let copy = open(&backup_path(&path, 1));
        assert_eq!(version(&copy, &path).unwrap(), 1);
        let kept: String = copy
            .query_one("SELECT body FROM notes", [], |row| row.get(0))
            .unwrap();
        assert_eq!(kept, "kept");
    }

    #[test]
    fn a_migration_that_fails_leaves_the_desk_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.db");
        let mut connection = open(&path);
        migrate(&mut connection, &path, &[FIRST]).unwrap();

        assert!(migrate(&mut connection, &path, &[FIRST, BROKEN]).is_err());

        assert_eq!(version(&connection, &path).unwrap(), 1);
        assert!(!connection.table_exists(None, "half").unwrap());
    }

    #[test]
    fn a_newer_desk_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.db");
        let mut connection = open(&path);
        migrate(&mut connection, &path, &[FIRST, SECOND]).unwrap();
        let refused = migrate(&mut connection, &path, &[FIRST]).unwrap_err();
        assert!(matches!(
            refused,
            StoreError::Newer {
                found: 2,
                known: 1,
                ..
            }
        ));
    }
}
