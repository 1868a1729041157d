//! The table of what an archive holds names every column that the schema has.

use std::collections::BTreeSet;

use super::kinds::{Column, KINDS};
use crate::store::{Store, StoreError};

/// Tables and columns that archives leave out: what follows from others, what
/// numbers things on one desk, and what has lines of a form of its own.
const DERIVED: &[&str] = &[
    // Numbers of this desk; where people cite them, archives call them “number”.
    "*.id",
    // What the triggers keep of verdicts, rulings, assignments and anchors.
    "claims.rating_id",
    "claims.stale_because",
    "claims.decided_at",
    "claims.held",
    "claims.place",
    // The indexes that things are searched by.
    "unindexed",
    // Topics are named where they are used.
    "topics",
    // Lines of their own form: bytes, history, what is gone.
    "blobs",
    "events",
    "merged_events",
    "removals",
];

fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("desk.db"), |_| Ok::<_, StoreError>(())).unwrap();
    (folder, store)
}

/// Each column of the schema, `table.column`, with whether it may be null.
fn schema(store: &Store) -> Vec<(String, String, bool)> {
    let mut query = store
        .connection
        .prepare(
            "SELECT t.name, c.name, c.\"notnull\" = 0 AND c.pk = 0 FROM pragma_table_list t, pragma_table_info(t.name) c
             WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'",
        )
        .unwrap();
    let columns = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    columns.unwrap().collect::<rusqlite::Result<_>>().unwrap()
}

fn archived() -> BTreeSet<String> {
    let named = |table: &str, columns: &[Column]| -> Vec<String> {
        let name = |column: &Column| format!("{table}.{}", column.name);
        columns.iter().map(name).collect()
    };
    let mut all = BTreeSet::new();
    for kind in KINDS {
        all.extend(named(kind.table, kind.columns));
        for rows in kind.rows {
            all.extend(named(rows.table, rows.columns));
            all.insert(format!("{}.{}", rows.table, rows.parent));
        }
    }
    all
}

#[test]
fn every_column_of_the_schema_is_archived_or_derived() {
    let (_folder, store) = store();
    let archived = archived();
    let left: Vec<String> = schema(&store)
        .into_iter()
        .filter(|(table, column, _)| {
            let of_all = format!("*.{column}");
            let derived = [table.as_str(), &format!("{table}.{column}"), &of_all];
            !derived.iter().any(|name| DERIVED.contains(name))
                && !archived.contains(&format!("{table}.{column}"))
        })
        .map(|(table, column, _)| format!("{table}.{column}"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn every_archived_column_is_in_the_schema_and_may_be_null_where_the_schema_says_so() {
    let (_folder, store) = store();
    let schema = schema(&store);
    let tables = KINDS.iter().flat_map(|kind| {
        let rows = kind.rows.iter().map(|rows| (rows.table, rows.columns));
        std::iter::once((kind.table, kind.columns)).chain(rows)
    });
    for (table, columns) in tables {
        for column in columns {
            let known = schema
                .iter()
                .find(|(of, name, _)| of == table && name == column.name);
            let (_, _, open) = known.unwrap_or_else(|| panic!("{table}.{}", column.name));
            assert_eq!(*open, column.open, "{table}.{}", column.name);
        }
    }
}

#[test]
fn no_field_is_called_like_what_tells_the_kind_of_a_line() {
    for kind in KINDS {
        let mut seen = BTreeSet::from(["kind"]);
        for field in kind.fields() {
            assert!(seen.insert(field), "{}: {field}", kind.word);
        }
    }
}
