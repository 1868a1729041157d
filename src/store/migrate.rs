//! Bringing a desk's schema up to date: numbered files under `migrations/`,
//! forward only, each in one transaction with its `user_version`. A desk that
//! holds anything is first copied beside itself, and the copy checked.

use std::path::{Path, PathBuf};

use rusqlite::TransactionBehavior;

use super::copies::copy_pages;
use super::draft::{Draft, with_ending};
use super::open::connect_immutable;
use super::{Connection, Result, StoreError};

/// The statements that lead from one schema version to the next.
pub(super) type Migration = &'static str;

/// Every migration, in order; the first makes version 1.
pub(super) const MIGRATIONS: &[Migration] = &[include_str!("../../migrations/0001_desk.sql")];

/// The schema version that `migrations` lead to.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a constant function can't use TryFrom, and there are not so many"
)]
pub(super) const fn latest(migrations: &[Migration]) -> u32 {
    migrations.len() as u32
}

/// The schema version of a desk.
pub(super) fn version(connection: &Connection, path: &Path) -> Result<u32> {
    connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(|error| StoreError::Sqlite(error).at(path))
}

/// An older desk that was brought up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upgraded {
    /// Its schema version before.
    pub from: u32,
    /// Its schema version now.
    pub to: u32,
    /// The file with the desk as it was before.
    pub copy: PathBuf,
}

/// Applies the migrations that the desk lacks. A desk newer than this program
/// is refused and left untouched.
pub(super) fn migrate(
    connection: &mut Connection,
    path: &Path,
    migrations: &[Migration],
) -> Result<Option<Upgraded>> {
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
        return Ok(None);
    }
    let upgraded = if found > 0 {
        Some(Upgraded {
            from: found,
            to: known,
            copy: back_up(connection, path, found)?,
        })
    } else {
        None
    };
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
    Ok(upgraded)
}

/// Copies the desk to a file beside it that gets its name once the copy was checked.
fn back_up(connection: &Connection, path: &Path, version: u32) -> Result<PathBuf> {
    let draft = Draft::private_beside(path)?;
    copy_pages(connection, path, &draft)?;
    let verdict: String = connect_immutable(draft.path())?
        .pragma_query_value(None, "integrity_check", |row| row.get(0))
        .map_err(|error| StoreError::Sqlite(error).at(path))?;
    if verdict != "ok" {
        return Err(StoreError::NotSound {
            path: path.to_owned(),
            detail: verdict,
        });
    }
    let names = std::iter::once(String::new()).chain((2_u32..).map(|number| format!("-{number}")));
    for more in names {
        let copy = with_ending(path, &format!(".v{version}-backup{more}"));
        match draft.publish(&copy) {
            // That of an earlier upgrade, which may hold what this one lacks.
            Err(StoreError::Exists(_)) => {}
            published => return published.map(|()| copy),
        }
    }
    Err(StoreError::Exists(path.to_owned()))
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

        let upgraded = migrate(&mut connection, &path, &[FIRST, SECOND]).unwrap();

        assert_eq!(version(&connection, &path).unwrap(), 2);
        let upgraded = upgraded.unwrap();
        assert_eq!((upgraded.from, upgraded.to), (1, 2));
        assert_eq!(upgraded.copy, folder.path().join("desk.db.v1-backup"));
        let copy = open(&upgraded.copy);
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
    fn the_copy_of_an_earlier_upgrade_is_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.db");
        let earlier = folder.path().join("desk.db.v1-backup");
        std::fs::write(&earlier, "precious").unwrap();
        let mut connection = open(&path);
        migrate(&mut connection, &path, &[FIRST]).unwrap();
        let upgraded = migrate(&mut connection, &path, &[FIRST, SECOND]).unwrap();
        let copy = upgraded.unwrap().copy;
        assert_eq!(copy, folder.path().join("desk.db.v1-backup-2"));
        assert_eq!(std::fs::read(&earlier).unwrap(), b"precious");
    }

    /// Touches every row, so that it takes a while.
    const SLOW: Migration = "ALTER TABLE notes ADD COLUMN author TEXT;
        UPDATE notes SET author = 'ana', body = body || '!';
        CREATE INDEX notes_by_body ON notes (body);";
    const NOTES: i64 = 20_000;

    /// What the killed program of the next test does.
    #[test]
    #[ignore = "run by a_killed_upgrade_is_done_whole_or_not_at_all in a process of its own"]
    #[expect(
        clippy::disallowed_methods,
        reason = "a process is told by its environment what to do"
    )]
    fn upgrade_the_desk_of_the_environment() {
        let Ok(path) = std::env::var("CLAIMDESK_TEST_UPGRADE") else {
            return;
        };
        let path = Path::new(&path);
        migrate(&mut open(path), path, &[FIRST, SLOW]).unwrap();
    }

    #[test]
    fn a_killed_upgrade_is_done_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let older = folder.path().join("older.db");
        let mut connection = open(&older);
        migrate(&mut connection, &older, &[FIRST]).unwrap();
        let fill = "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?)
            INSERT INTO notes SELECT 'note ' || i FROM n";
        connection.execute(fill, [NOTES]).unwrap();
        connection
            .pragma_update(None, "journal_mode", "wal")
            .unwrap();
        drop(connection);
        let upgrade = |path: &Path| {
            let this = std::env::current_exe().unwrap();
            let named = "store::migrate::tests::upgrade_the_desk_of_the_environment";
            let mut program = std::process::Command::new(this);
            program.args(["--exact", named, "--ignored"]);
            program.env("CLAIMDESK_TEST_UPGRADE", path);
            program.stdout(std::process::Stdio::null());
            program.spawn().unwrap()
        };
        let copy_of = |name: &str| {
            let path = folder.path().join(name);
            std::fs::copy(&older, &path).unwrap();
            path
        };
        let start = std::time::Instant::now();
        assert!(upgrade(&copy_of("whole.db")).wait().unwrap().success());
        let whole = start.elapsed();
        let (mut before, mut after) = (0, 0);
        for part in 0..24 {
            let path = copy_of(&format!("desk{part}.db"));
            let mut program = upgrade(&path);
            std::thread::sleep(whole * part / 20);
            program.kill().unwrap();
            program.wait().unwrap();
            let mut connection = open(&path);
            let soundness: String = connection
                .pragma_query_value(None, "integrity_check", |row| row.get(0))
                .unwrap();
            assert_eq!(soundness, "ok");
            let marked = |connection: &Connection| -> i64 {
                let marked = "SELECT count(*) FROM notes WHERE body LIKE '%!'";
                connection.query_one(marked, [], |row| row.get(0)).unwrap()
            };
            if version(&connection, &path).unwrap() == 1 {
                assert_eq!(marked(&connection), 0);
                before += 1;
            } else {
                assert_eq!(marked(&connection), NOTES);
                after += 1;
            }
            // The next program goes on from there.
            migrate(&mut connection, &path, &[FIRST, SLOW]).unwrap();
            assert_eq!(marked(&connection), NOTES);
            let kept = open(&with_ending(&path, ".v1-backup"));
            assert_eq!(version(&kept, &path).unwrap(), 1);
        }
        assert!(before > 0 && after > 0, "{before} and {after}");
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
