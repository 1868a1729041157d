//! A desk of every version that was ever released opens with this program,
//! with all that was on it.
//!
//! `tests/schemas/000N.sql` holds a small desk of version N as SQL. The dump
//! of the present version is written by
//!
//! ```text
//! cargo test --test cli upgrade::freeze -- --ignored
//! ```
//!
//! once, when a migration is finished; from the release of its version on it
//! is never written again.
#![expect(
    clippy::unwrap_used,
    reason = "a test makes desks of old behind the program's back, and may fail while it does"
)]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use claimdesk::Desk;
use claimdesk::desk::Access;

use crate::sql::{self, Connection};
use crate::world::{World, bytes};

fn schemas() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas")
}

fn dump_of(version: i64) -> PathBuf {
    schemas().join(format!("{version:04}.sql"))
}

fn version(connection: &Connection) -> i64 {
    sql::number(connection, "PRAGMA user_version")
}

/// The version that this program makes.
fn present() -> i64 {
    version(&sql::open(&World::with_desk().desk()))
}

/// What is done on the desk that is frozen.
const FROZEN_ACTS: &[&[&str]] = &[
    &[
        "reviewer", "add", "ben", "--name", "Ben Ode", "--role", "checker",
    ],
    &["scale", "add", "house.toml"],
    &["source", "snapshot", "1", "--file", "plaque.txt"],
    &[
        "claim",
        "edit",
        "1",
        "--statement",
        "The bridge opened in 1931.",
        "--claimant",
        "The mayor",
        "--add-topic",
        "bridges",
    ],
    &["claim", "dismiss", "2", "--because", "Nobody doubts it."],
    &[
        "verdict",
        "add",
        "1",
        "yes",
        "--scale",
        "house",
        "--because",
        "Seen.",
        "--as",
        "ben",
    ],
    &[
        "verdict",
        "add",
        "1",
        "mostly-true",
        "--because",
        "Looked again.",
        "--confidence",
        "high",
    ],
    &[
        "evidence",
        "add",
        "1",
        "1",
        "--stance",
        "context",
        "--quote",
        "Opened 1931",
        "--locator",
        "p. 2",
    ],
    &[
        "flag",
        "add",
        "--article",
        "1",
        "--category",
        "text",
        "--severity",
        "low",
        "--message",
        "No byline.",
    ],
    &[
        "flag",
        "resolve",
        "1",
        "--because",
        "It is in the metadata.",
    ],
    &["comment", "add", "1", "The plaque was hung up later."],
    &[
        "reply",
        "add",
        "1",
        "--asked",
        "2025-04-14",
        "--via",
        "mail",
    ],
    &[
        "reply",
        "answer",
        "1",
        "--on",
        "2025-04-16",
        "--says",
        "It was 1931.",
    ],
    &["claim", "assign", "3", "ben", "--due", "2025-05-01"],
    &["verdict", "add", "3", "true", "--because", "Counted."],
    &["undo"],
    &["claim", "link", "3", "1"],
    &["import", "claims.jsonl"],
    &["ruling", "sign-off", "1", "--rating", "yes"],
    &["article", "add", "bridge.txt", "--title", "Again"],
];

/// A desk with at least one row of everything that a command can make, and
/// with numbers that were given and taken back.
fn desk_to_freeze() -> World {
    let world = World::with_verdict();
    world.write(
        "house.toml",
        "slug = 'house'\nname = 'House'\n\
         [[rating]]\nslug = 'no'\nlabel = 'No'\ntone = 'bad'\n\
         [[rating]]\nslug = 'yes'\nlabel = 'Yes'\ntone = 'good'\n\
         [[rating]]\nslug = 'unclear'\nlabel = 'Unclear'\ntone = 'neutral'\noff-scale = true\n",
    );
    world.write(
        "claims.jsonl",
        "{\"claim\":\"The bridge is the longest.\",\"article_url\":\"https://example.org/long\",\"check_title\":\"How long?\"}\n",
    );
    world.write(
        "plaque.txt",
        "The bridge. Opened 1931, built by the county.\n",
    );
    for command in FROZEN_ACTS {
        world.run(command).done();
    }
    world.run(&["article", "remove", "2"]).done();
    world.write(
        "linked.md",
        "# The bridge\n\nIt cost [4 million](https://example.org/cost) in 1931.\n\n\
         The mayor paid 3 million dollars for it in 1931. In 1931 the mayor paid 3 million dollars for it.\n",
    );
    world.run(&["article", "add", "linked.md"]).done();
    world
}

/// A desk as SQL: its schema, then its rows, in the order they came.
fn as_sql(connection: &Connection) -> String {
    let mut dump = format!(
        "-- A desk of version {}; how it was made is told in tests/cli/upgrade.rs.\n\
         PRAGMA foreign_keys = OFF;\nBEGIN;\n",
        version(connection)
    );
    let definitions = sql::texts(
        connection,
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
         AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY rowid",
    );
    for definition in definitions {
        writeln!(dump, "{definition};").unwrap();
    }
    for table in sql::tables(connection) {
        for row in rows_as_sql(connection, &table) {
            writeln!(dump, "INSERT INTO {table} VALUES ({row});").unwrap();
        }
    }
    dump.push_str("DELETE FROM sqlite_sequence;\n");
    for row in rows_as_sql(connection, "sqlite_sequence") {
        writeln!(dump, "INSERT INTO sqlite_sequence VALUES ({row});").unwrap();
    }
    dump.push_str("COMMIT;\n");
    for pragma in ["application_id", "user_version"] {
        let value = sql::number(connection, &format!("PRAGMA {pragma}"));
        writeln!(dump, "PRAGMA {pragma} = {value};").unwrap();
    }
    dump.push_str("PRAGMA journal_mode = WAL;\n");
    dump
}

/// One row to a line: no line end that a version control system could change.
fn rows_as_sql(connection: &Connection, table: &str) -> Vec<String> {
    let rows = sql::texts(
        connection,
        &format!("SELECT {} FROM {table}", all_quoted(connection, table)),
    );
    rows.iter()
        .map(|row| {
            row.replace('\n', "' || char(10) || '")
                .replace('\r', "' || char(13) || '")
        })
        .collect()
}

/// The columns of a table as one text, each as SQL writes it.
fn all_quoted(connection: &Connection, table: &str) -> String {
    let columns = sql::texts(
        connection,
        &format!("SELECT 'quote(' || name || ')' FROM pragma_table_info('{table}')"),
    );
    columns.join(" || ', ' || ")
}

#[test]
#[ignore = "writes the dump of the present version; run it by name when a migration is finished"]
fn freeze() {
    let world = desk_to_freeze();
    let connection = sql::open(&world.desk());
    fs::write(dump_of(version(&connection)), as_sql(&connection)).unwrap();
}

/// A desk made from a frozen dump, alone in a folder.
fn thawed(version: i64) -> World {
    let world = World::new();
    let dump = fs::read_to_string(dump_of(version)).unwrap();
    sql::open(&world.desk()).execute_batch(&dump).unwrap();
    world
}

/// The schema without what a later `ALTER TABLE` writes differently.
fn schema(connection: &Connection) -> Vec<String> {
    let definitions = sql::texts(
        connection,
        "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name",
    );
    definitions
        .iter()
        .map(|definition| {
            let bare = definition.replace('"', "");
            bare.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

/// The rows of every table, by the names that its columns had.
fn rows(connection: &Connection, named: &[(String, String)]) -> Vec<String> {
    let rows = named.iter().flat_map(|(table, columns)| {
        let mut rows = sql::texts(connection, &format!("SELECT {columns} FROM {table}"));
        rows.sort();
        rows
    });
    rows.collect()
}

fn named_columns(connection: &Connection) -> Vec<(String, String)> {
    let tables = sql::tables(connection).into_iter();
    tables
        .map(|table| {
            let columns = all_quoted(connection, &table);
            (table, columns)
        })
        .collect()
}

#[test]
fn every_version_has_its_dump() {
    let mut found: Vec<PathBuf> = fs::read_dir(schemas())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    found.sort();
    assert_eq!(found, (1..=present()).map(dump_of).collect::<Vec<_>>());
}

#[test]
fn a_desk_of_every_version_becomes_one_of_the_present_version() {
    let fresh = World::with_desk();
    let fresh = sql::open(&fresh.desk());
    for version in 1..=present() {
        let world = thawed(version);
        drop(Desk::open(&world.desk(), Access::Write).unwrap());
        let upgraded = sql::open(&world.desk());
        assert_eq!(
            schema(&upgraded),
            schema(&fresh),
            "version {version}: where it is not released yet, freeze it anew"
        );
        for pragma in ["application_id", "user_version"] {
            let pragma = format!("PRAGMA {pragma}");
            assert_eq!(
                sql::number(&upgraded, &pragma),
                sql::number(&fresh, &pragma)
            );
        }
    }
}

#[test]
fn a_desk_of_every_version_keeps_all_that_was_on_it() {
    for version in 1..=present() {
        let world = thawed(version);
        let old = sql::open(&world.desk());
        let named = named_columns(&old);
        let before = rows(&old, &named);
        drop(old);
        let claim = world.json(&["claim", "show", "1"]);
        assert_eq!(claim["statement"], "The bridge opened in 1931.");
        assert_eq!(claim["verdicts"].as_array().unwrap().len(), 3);
        world.judge_true("It can still be judged.", &[]).done();
        assert_eq!(world.json(&["audit", "verify"])["ok"], true);

        let world = thawed(version);
        drop(Desk::open(&world.desk(), Access::Write).unwrap());
        assert_eq!(
            rows(&sql::open(&world.desk()), &named),
            before,
            "version {version}"
        );
        sql::assert_sound(&world.desk());
    }
}

#[test]
fn an_older_desk_is_copied_before_it_is_changed_and_one_of_today_is_not_touched() {
    for version in 1..=present() {
        let world = thawed(version);
        let before = bytes(&world.desk());
        drop(Desk::open(&world.desk(), Access::Write).unwrap());
        let copy = world.path(&format!("claimdesk.db.v{version}-backup"));
        assert_eq!(copy.exists(), version < present());
        if version == present() {
            assert_eq!(bytes(&world.desk()), before);
        } else {
            assert_eq!(
                as_sql(&sql::open(&copy)),
                as_sql(&sql::open(&thawed(version).desk()))
            );
        }
    }
}

#[test]
fn the_dump_of_the_present_version_is_a_desk_with_something_of_everything() {
    let world = thawed(present());
    let desk = sql::open(&world.desk());
    // No command fills these yet; pages come with PDF files, which are too large for a dump, and
    // checks from the web.
    let later = [
        "merged_events",
        "pages",
        "reference_facts",
        "reference_names",
        "reference_sources",
        "source_checks",
    ];
    let mut empty = sql::tables(&desk);
    empty.retain(|table| sql::number(&desk, &format!("SELECT count(*) FROM {table}")) == 0);
    assert_eq!(empty, later);
}
