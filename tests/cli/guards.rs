//! Verdicts, rulings and events can't be changed or taken away, with whatever
//! tool somebody opens the desk.
#![expect(
    clippy::unwrap_used,
    reason = "a test goes at the file behind the program's back, and may fail while it does"
)]

use crate::sql::{self, Connection};
use crate::world::World;

const GUARDED: [&str; 3] = ["verdicts", "rulings", "events"];

/// A desk with two verdicts, the second in the place of the first, and a
/// ruling, which no command gives yet.
fn world_to_guard() -> World {
    let world = World::with_verdict();
    let again = [
        "verdict",
        "add",
        "1",
        "true",
        "--because",
        "The plaque was wrong.",
    ];
    world.run(&again).done();
    sql::open(&world.desk())
        .execute(
            "INSERT INTO rulings (uuid, claim_id, verdict_id, rating_id, editor_id, outcome, four_eyes, created_at)
             SELECT 'r', claim_id, id, rating_id, reviewer_id, 'signed-off', 0, created_at FROM verdicts WHERE id = 2",
            [],
        )
        .unwrap();
    world
}

fn guarded_rows(connection: &Connection) -> Vec<String> {
    let mut rows = sql::content(connection);
    rows.retain(|row| GUARDED.iter().any(|table| row.starts_with(table)));
    rows
}

/// The columns of a table, with `id` and those named put otherwise.
fn row_with(connection: &Connection, table: &str, changes: &[(&str, &str)]) -> String {
    let columns = sql::texts(
        connection,
        &format!("SELECT name FROM pragma_table_info('{table}')"),
    );
    let values: Vec<&str> = columns
        .iter()
        .map(|column| {
            let change = changes.iter().find(|(changed, _)| changed == column);
            change.map_or(column.as_str(), |(_, value)| *value)
        })
        .collect();
    format!("SELECT {} FROM {table} WHERE true", values.join(", "))
}

/// Every way that SQL knows to change or lose a row of a table.
fn attacks(connection: &Connection, table: &str) -> Vec<String> {
    let row = |changes: &[(&str, &str)]| row_with(connection, table, changes);
    let same = row(&[]);
    let same_uuid = row(&[
        ("id", "id + 100"),
        ("hash", "printf('%064d', id)"),
        ("supersedes_id", "NULL"),
    ]);
    let mut attacks = Vec::new();
    for or in ["", "OR REPLACE", "OR IGNORE", "OR FAIL", "OR ROLLBACK"] {
        attacks.push(format!("UPDATE {or} {table} SET uuid = 'other'"));
        attacks.push(format!("UPDATE {or} {table} SET id = id + 100"));
    }
    attacks.push(format!("DELETE FROM {table}"));
    attacks.push(format!("DELETE FROM {table} WHERE id = 1"));
    attacks.push(format!("REPLACE INTO {table} {same}"));
    attacks.push(format!("INSERT OR REPLACE INTO {table} {same}"));
    attacks.push(format!("INSERT OR REPLACE INTO {table} {same_uuid}"));
    attacks.push(format!(
        "INSERT INTO {table} {same} ON CONFLICT (id) DO UPDATE SET uuid = 'other'"
    ));
    attacks.push(format!(
        "INSERT INTO {table} {same_uuid} ON CONFLICT (uuid) DO UPDATE SET id = excluded.id"
    ));
    // A third key that a row could be replaced by: an event's hash.
    if table == "events" {
        let same_third_key = row(&[("id", "id + 100"), ("uuid", "'other' || id")]);
        attacks.push(format!("INSERT OR REPLACE INTO {table} {same_third_key}"));
    }
    attacks
}

#[test]
fn no_statement_changes_or_loses_a_verdict_a_ruling_or_an_event() {
    let world = world_to_guard();
    let connection = sql::open(&world.desk());
    let before = guarded_rows(&connection);
    for recursive in ["ON", "OFF"] {
        for foreign in ["ON", "OFF"] {
            connection
                .execute_batch(&format!(
                    "PRAGMA recursive_triggers = {recursive}; PRAGMA foreign_keys = {foreign}"
                ))
                .unwrap();
            for table in GUARDED {
                for attack in attacks(&connection, table) {
                    let refused = connection.execute(&attack, []).unwrap_err().to_string();
                    assert!(refused.contains("can't be"), "{attack}: {refused}");
                    assert_eq!(guarded_rows(&connection), before, "{attack}");
                }
            }
        }
    }
    sql::assert_sound(&world.desk());
}

#[test]
fn what_a_verdict_hangs_on_can_t_be_taken_from_under_it() {
    let world = world_to_guard();
    let connection = sql::open(&world.desk());
    connection
        .pragma_update(None, "foreign_keys", true)
        .unwrap();
    let before = guarded_rows(&connection);
    for table in [
        "claims",
        "articles",
        "revisions",
        "reviewers",
        "ratings",
        "scales",
    ] {
        for attack in [
            format!("DELETE FROM {table}"),
            format!("UPDATE {table} SET id = id + 100"),
            format!(
                "REPLACE INTO {table} {}",
                row_with(&connection, table, &[("uuid", "'other'")])
            ),
        ] {
            let done = connection.execute(&attack, []);
            assert!(done.is_err() || attack.starts_with("REPLACE"), "{attack}");
            assert_eq!(guarded_rows(&connection), before, "{attack}");
        }
    }
}
