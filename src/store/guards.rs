//! Whether the triggers of a desk are those that the program makes. They are looked at
//! before anything is written: one that somebody planted would change what is written,
//! and one that was taken away would no longer refuse what must not be.

use std::path::Path;

use super::{Connection, Result, StoreError, migrate};
use crate::identity::sha256;

/// For each schema version, from the first, the [`fingerprint`] of its triggers.
const FINGERPRINTS: &[&str] = &["30c084412fc263264e74e8e165a6a0730745bbd56837e5fd3f6b8f40dc006352"];

/// Refuses a desk with other triggers than those of its version.
pub(super) fn check(connection: &Connection, path: &Path) -> Result<()> {
    let version = migrate::version(connection, path)? as usize;
    let meant = version
        .checked_sub(1)
        .and_then(|place| FINGERPRINTS.get(place));
    // What is newer than the program is refused elsewhere.
    let Some(meant) = meant else { return Ok(()) };
    let found = fingerprint(connection).map_err(|error| error.at(path))?;
    if found == *meant {
        Ok(())
    } else {
        Err(StoreError::ForeignGuards(path.to_owned()))
    }
}

/// SHA-256 of all triggers, by name.
fn fingerprint(connection: &Connection) -> Result<String> {
    let mut query = connection.prepare(
        "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name",
    )?;
    let mut rows = query.query([])?;
    let mut all = String::new();
    while let Some(row) = rows.next()? {
        for column in ["name", "tbl_name", "sql"] {
            all.push_str(&bare(row.get_ref(column)?.as_str().unwrap_or_default()));
            all.push('\n');
        }
    }
    Ok(sha256(all.as_bytes()))
}

/// A definition without what a later `ALTER TABLE` writes differently.
pub(super) fn bare(definition: &str) -> String {
    let bare = definition.replace('"', "");
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn the_triggers_of_every_version_are_known() {
        assert_eq!(FINGERPRINTS.len(), migrate::MIGRATIONS.len());
        let desk = Store::in_memory().unwrap();
        let present = fingerprint(&desk.connection).unwrap();
        assert_eq!(
            FINGERPRINTS.last(),
            Some(&present.as_str()),
            "the triggers have changed: put {present} last into FINGERPRINTS"
        );
    }

    #[test]
    fn a_trigger_more_or_less_is_noticed() {
        for change in [
            "CREATE TRIGGER planted AFTER INSERT ON comments BEGIN DELETE FROM flags; END",
            "DROP TRIGGER verdicts_keep_delete",
            "DROP TRIGGER verdicts_keep_delete;
             CREATE TRIGGER verdicts_keep_delete BEFORE DELETE ON verdicts BEGIN SELECT 1; END",
        ] {
            let desk = Store::in_memory().unwrap();
            check(&desk.connection, &desk.path).unwrap();
            desk.connection.execute_batch(change).unwrap();
            let refused = check(&desk.connection, &desk.path).unwrap_err();
            assert!(matches!(refused, StoreError::ForeignGuards(_)), "{change}");
        }
    }
}
