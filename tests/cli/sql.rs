//! The desk's file as any other `SQLite` tool sees it, and what must hold of
//! it at every moment.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::unwrap_used,
    reason = "a test looks at the file behind the program's back, and may fail while it does"
)]

use std::path::Path;

use claimdesk::Desk;
use claimdesk::desk::Access;
use rusqlite::types::ValueRef;

pub(crate) type Connection = rusqlite::Connection;

/// Opens a file with no more care than the next best tool takes.
pub(crate) fn open(path: &Path) -> Connection {
    Connection::open(path).unwrap()
}

/// The first column of every row.
pub(crate) fn texts(connection: &Connection, query: &str) -> Vec<String> {
    let mut query = connection.prepare(query).unwrap();
    let rows = query.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

/// The one number that a query gives.
pub(crate) fn number(connection: &Connection, query: &str) -> i64 {
    connection.query_one(query, [], |row| row.get(0)).unwrap()
}

/// Every table that is neither `SQLite`'s own nor part of a full-text index.
pub(crate) fn tables(connection: &Connection) -> Vec<String> {
    texts(
        connection,
        "SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
}

/// Takes away what guards verdicts, rulings and events, as somebody would who
/// means to falsify them.
pub(crate) fn drop_guards(connection: &Connection) {
    let guards = texts(
        connection,
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%\\_keep\\_%' ESCAPE '\\'",
    );
    assert_eq!(guards.len(), 15);
    for guard in guards {
        connection
            .execute_batch(&format!("DROP TRIGGER {guard}"))
            .unwrap();
    }
    connection
        .execute_batch("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF")
        .unwrap();
}

/// Leaves the first lines of the history, as if there had been no more.
pub(crate) fn cut_history(path: &Path, lines: i64) {
    let desk = open(path);
    drop_guards(&desk);
    desk.execute_batch(&format!(
        "DELETE FROM events WHERE id > {lines};
         UPDATE sqlite_sequence SET seq = {lines} WHERE name = 'events'"
    ))
    .unwrap();
}

/// Every row of every table, in the order of the tables' keys.
pub(crate) fn content(connection: &Connection) -> Vec<String> {
    let mut lines = Vec::new();
    for table in tables(connection) {
        let mut query = connection
            .prepare(&format!("SELECT * FROM {table}"))
            .unwrap();
        let columns = query.column_count();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<ValueRef<'_>> = (0..columns)
                .map(|column| row.get_ref(column).unwrap())
                .collect();
            lines.push(format!("{table}: {values:?}"));
        }
    }
    lines
}

/// Panics unless the file is whole: `SQLite`'s own checks, the full-text
/// indexes, every anchor, and all that the program itself looks at.
pub(crate) fn assert_sound(path: &Path) {
    let connection = open(path);
    assert_eq!(texts(&connection, "PRAGMA integrity_check"), ["ok"]);
    assert_eq!(
        number(&connection, "SELECT count(*) FROM pragma_foreign_key_check"),
        0
    );
    assert_indexes_hold(&connection);
    assert_anchors_slice(&connection);
    let health = Desk::open(path, Access::Read).unwrap().health().unwrap();
    let unsound = health.parts.iter().filter(|part| !part.ok);
    assert!(health.ok, "{:?}", unsound.collect::<Vec<_>>());
}

/// The indexes hold what fresh ones would, but for what waits to be written
/// into them.
fn assert_indexes_hold(connection: &Connection) {
    const WORDS: &str = "statement, quote, rationale, correction, evidence, comment, title, byline, text, address, message";
    for (index, columns, shown) in [("words", WORDS, WORDS), ("letters", "text", "letters")] {
        let definition = format!("SELECT sql FROM sqlite_schema WHERE name = '{index}'");
        let definition = texts(connection, &definition).concat();
        let fresh = definition.replacen(index, "temp.fresh", 1);
        connection
            .execute_batch(&format!(
                "INSERT INTO {index} ({index}) VALUES ('integrity-check'); {fresh};
                 INSERT INTO fresh (rowid, {columns}) SELECT id, {shown} FROM search_documents;
                 CREATE VIRTUAL TABLE temp.kept USING fts5vocab (main, {index}, instance);
                 CREATE VIRTUAL TABLE temp.meant USING fts5vocab (temp, fresh, instance)"
            ))
            .unwrap();
        for (one, other) in [("kept", "meant"), ("meant", "kept")] {
            let only = format!(
                "SELECT '{one} in {index} of ' || doc || ': ' || term
                 FROM (SELECT * FROM {one} EXCEPT SELECT * FROM {other})
                 WHERE doc NOT IN (SELECT id FROM unindexed)"
            );
            assert_eq!(texts(connection, &only), Vec::<String>::new());
        }
        connection
            .execute_batch("DROP TABLE kept; DROP TABLE meant; DROP TABLE fresh")
            .unwrap();
    }
}

fn assert_anchors_slice(connection: &Connection) {
    let mut query = connection
        .prepare(
            "SELECT r.text, a.start_byte, a.end_byte, a.start_char, a.end_char, a.quote
             FROM anchors a JOIN revisions r ON r.id = a.revision_id WHERE a.quote IS NOT NULL
             UNION ALL
             SELECT r.text, f.start_byte, f.end_byte, f.start_char, f.end_char, f.quote
             FROM flags f JOIN revisions r ON r.id = f.revision_id",
        )
        .unwrap();
    let mut rows = query.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let place = |column| row.get::<_, usize>(column).unwrap();
        let text: String = row.get(0).unwrap();
        let quote: String = row.get(5).unwrap();
        assert_eq!(text[place(1)..place(2)], quote);
        let characters = text.chars().skip(place(3)).take(place(4) - place(3));
        assert_eq!(characters.collect::<String>(), quote);
    }
}
