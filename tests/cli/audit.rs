//! `log` and `audit verify`: the history is there to be read, and what was
//! done to it behind the program's back is found.
#![expect(
    clippy::unwrap_used,
    reason = "a test falsifies the file behind the program's back, and may fail while it does"
)]

use std::sync::LazyLock;

use claimdesk::cli::exit::Exit;
use rusqlite::types::Value as Stored;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::sql::{self, Connection};
use crate::world::{World, bytes};

/// A desk whose history has five lines; the third is a verdict on claim 1,
/// the fourth an edit of it.
fn world_with_history() -> World {
    let world = World::new();
    world.write("claimdesk.db", &*HISTORY);
    world
}

/// That desk's file, made once.
static HISTORY: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let world = World::with_verdict();
    let edit = [
        "claim",
        "edit",
        "1",
        "--statement",
        "The bridge opened in 1931.",
    ];
    world.run(&edit).done();
    let flag = [
        "flag",
        "add",
        "--claim",
        "2",
        "--category",
        "sourcing",
        "--severity",
        "low",
    ];
    world
        .run(&[&flag[..], &["--message", "Who says so?", "--as", "ana"]].concat())
        .done();
    bytes(&world.desk())
});

/// What each line of `log` has in this field.
fn column(log: &Value, field: &str) -> Vec<Value> {
    let lines = log.as_array().unwrap();
    lines.iter().map(|line| line[field].clone()).collect()
}

#[test]
fn the_log_tells_every_change_oldest_first() {
    let log = world_with_history().json(&["log"]);
    assert_eq!(column(&log, "id"), [1, 2, 3, 4, 5]);
    assert_eq!(
        column(&log, "action"),
        [
            "desk.init",
            "article.add",
            "verdict.add",
            "claim.edit",
            "flag.add"
        ]
    );
    assert_eq!(
        column(&log, "subject"),
        ["desk", "article", "claim", "claim", "flag"]
    );
    assert_eq!(column(&log, "subject_id"), [1; 5]);
    assert_eq!(column(&log, "actor"), ["ana"; 5]);
    assert_eq!(log[3]["after"]["statement"], "The bridge opened in 1931.");
    assert_ne!(log[3]["before"]["statement"], log[3]["after"]["statement"]);
}

#[test]
fn the_log_of_one_thing_is_asked_for_by_kind_and_number() {
    let world = world_with_history();
    for subject in [
        &["log", "claim", "1"][..],
        &["log", "claim:1"],
        &["log", "claim 1"],
    ] {
        assert_eq!(column(&world.json(subject), "id"), [3, 4]);
    }
    assert_eq!(column(&world.json(&["log", "article:1"]), "id"), [2]);
    assert_eq!(world.json(&["log", "claim", "999"]), json!([]));
    world.refuses(&["log", "verdict", "1"], Exit::Usage);
    world.refuses(&["log", "claim", "one"], Exit::Usage);
}

#[test]
fn a_limit_keeps_the_latest_lines_in_their_order() {
    let world = world_with_history();
    assert_eq!(column(&world.json(&["log", "--limit", "2"]), "id"), [4, 5]);
    let of_claim = ["log", "claim", "1", "--limit", "1"];
    assert_eq!(column(&world.json(&of_claim), "id"), [4]);
}

#[test]
fn the_log_says_the_same_in_every_format() {
    let world = world_with_history();
    let json = world.json(&["log"]);

    let lines = world.run(&["log", "--format", "jsonl"]).done();
    let lines: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(Value::from(lines), json);

    let rows = world.run(&["log", "--format", "csv"]).done();
    let mut rows = csv::Reader::from_reader(rows.as_bytes());
    let hashes = rows
        .headers()
        .unwrap()
        .iter()
        .position(|name| name == "hash");
    let hashes: Vec<Value> = rows
        .records()
        .map(|row| row.unwrap()[hashes.unwrap()].into())
        .collect();
    assert_eq!(hashes, column(&json, "hash"));

    let table = world.run(&["log", "--format", "table"]).done();
    for action in [
        "desk.init",
        "article.add",
        "verdict.add",
        "claim.edit",
        "flag.add",
    ] {
        assert!(table.contains(action), "{table}");
    }
}

#[test]
fn an_untouched_history_holds_and_ends_with_its_last_hash() {
    let world = world_with_history();
    let last = world.json(&["log", "--limit", "1"])[0]["hash"].clone();
    let found = json!({ "ok": true, "events": 5, "merged_events": 0, "head": last, "first_bad": null, "expected": null });
    assert_eq!(world.json(&["audit", "verify"]), found);
    let words = world.run(&["audit", "verify"]).done();
    assert!(words.starts_with("The history holds."), "{words}");
}

/// The canonical form of a line, made from the table alone by what the
/// documentation says.
#[test]
fn anybody_can_compute_the_hashes() {
    let world = world_with_history();
    let connection = sql::open(&world.desk());
    let mut query = connection
        .prepare(
            "SELECT previous_hash, id, uuid, at, actor, action, subject_kind, subject_id, subject_uuid,
                    before, after, hash FROM events ORDER BY id",
        )
        .unwrap();
    let mut rows = query.query([]).unwrap();
    let mut previous = "0".repeat(64);
    while let Some(row) = rows.next().unwrap() {
        assert_eq!(row.get::<_, String>(0).unwrap(), previous);
        let mut content = String::new();
        for column in 2..11 {
            content += &match row.get(column).unwrap() {
                Stored::Null => "-".to_owned(),
                Stored::Integer(number) => netstring(&number.to_string()),
                Stored::Text(text) => netstring(&text),
                other => panic!("{other:?}"),
            };
        }
        let line = row.get::<_, i64>(1).unwrap().to_string();
        let fields = ["claimdesk-event-1", &previous, &line, &sha256(&content)];
        let hash = sha256(&fields.map(netstring).concat());
        assert_eq!(row.get::<_, String>(11).unwrap(), hash);
        previous = hash;
    }
}

fn sha256(text: &str) -> String {
    let bytes = Sha256::digest(text);
    let digits = bytes.iter().map(|byte| format!("{byte:02x}"));
    digits.collect::<Vec<_>>().concat()
}

fn netstring(text: &str) -> String {
    format!("{}:{text},", text.len())
}

/// What `audit verify` finds, with exit code 1, after a falsification: the
/// line, and what is wrong with it.
fn found_after(falsify: impl FnOnce(&Connection)) -> (i64, String) {
    let world = world_with_history();
    let connection = sql::open(&world.desk());
    sql::drop_guards(&connection);
    falsify(&connection);
    drop(connection);
    found_in(&world)
}

fn found_in(world: &World) -> (i64, String) {
    let output = world.run(&["audit", "verify", "--format", "json"]);
    assert_eq!(
        output.code,
        Some(i32::from(Exit::No.code())),
        "{}",
        output.stderr
    );
    let found: Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!(found["ok"], false);
    let line = found["first_bad"]["id"].as_i64().unwrap();
    assert_eq!(found["events"], line - 1);
    let words = world.run(&["audit", "verify"]).stdout;
    assert!(
        words.contains(&format!("line {line} was tampered with")),
        "{words}"
    );
    let problem = found["first_bad"]["problem"].as_str().unwrap();
    (line, problem.to_owned())
}

fn found_after_sql(statements: &str) -> (i64, String) {
    found_after(|connection| connection.execute_batch(statements).unwrap())
}

const NOT_ITS_HASH: &str = "its content does not match its hash";
const NOT_IN_ORDER: &str = "it does not follow the line before it";
const UNREADABLE: &str = "it holds a value that can't be read";

#[test]
fn a_changed_value_is_found_in_its_line_whichever_it_is() {
    for change in [
        "uuid = '01a20bcf-0000-7000-8000-000000000000'",
        "at = '2019-01-01T00:00:00.000000Z'",
        "actor = 'ben'",
        "action = 'verdict.sign-off'",
        "subject_kind = 'article'",
        "subject_id = 2",
        "subject_uuid = NULL",
        "subject_uuid = upper(subject_uuid)",
        "before = NULL",
        "before = before || ' '",
        "after = NULL",
        "after = json_set(after, '$.rating', 'true')",
        "after = replace(after, '1932', '1931')",
        "hash = replace(hash, substr(hash, 1, 1), 'g')",
    ] {
        let found = found_after_sql(&format!("UPDATE events SET {change} WHERE id = 3"));
        assert_eq!(found, (3, NOT_ITS_HASH.to_owned()), "{change}");
    }
}

#[test]
fn a_changed_link_is_found() {
    let found = found_after_sql("UPDATE events SET previous_hash = hash WHERE id = 3");
    assert_eq!(found, (3, NOT_IN_ORDER.to_owned()));
}

#[test]
fn a_changed_line_with_its_hash_made_to_fit_is_found_in_the_next() {
    let found = found_after_sql("UPDATE events SET hash = printf('%064d', 7) WHERE id = 3");
    assert_eq!(found, (3, NOT_ITS_HASH.to_owned()));
    // As if the third line had been hashed anew: the fourth tells.
    let found =
        found_after_sql("UPDATE events SET previous_hash = printf('%064d', 7) WHERE id = 4");
    assert_eq!(found, (4, NOT_IN_ORDER.to_owned()));
}

#[test]
fn a_changed_line_number_is_found() {
    let (line, problem) = found_after_sql("UPDATE events SET id = 9 WHERE id = 3");
    assert_eq!(
        (line, problem.as_str()),
        (3, "it is missing: line 4 stands in its place")
    );
    let (line, _) = found_after_sql("UPDATE events SET id = -1 WHERE id = 3");
    assert_eq!(line, 1);
}

#[test]
fn a_deleted_line_is_found() {
    for line in 1..=4 {
        let found = found_after_sql(&format!("DELETE FROM events WHERE id = {line}"));
        let problem = format!("it is missing: line {} stands in its place", line + 1);
        assert_eq!(found, (line, problem));
    }
}

#[test]
fn deleted_last_lines_are_found_by_their_count() {
    let problem = "it is missing: 5 lines were written".to_owned();
    let found = found_after_sql("DELETE FROM events WHERE id = 5");
    assert_eq!(found, (5, problem.clone()));
    let found = found_after_sql("DELETE FROM events WHERE id >= 3");
    assert_eq!(found, (3, problem.clone()));
    assert_eq!(found_after_sql("DELETE FROM events"), (1, problem));
}

/// The limit of a chain in one file: who sets the count back as well leaves a
/// shorter history that holds. The head that somebody noted tells.
#[test]
fn a_tail_cut_off_with_its_count_shows_in_the_head_alone() {
    let world = world_with_history();
    let noted = world.json(&["audit", "verify"])["head"].clone();
    let connection = sql::open(&world.desk());
    sql::drop_guards(&connection);
    connection
        .execute_batch(
            "DELETE FROM events WHERE id = 5; UPDATE sqlite_sequence SET seq = 4 WHERE name = 'events'",
        )
        .unwrap();
    let found = world.json(&["audit", "verify"]);
    assert_eq!((&found["ok"], &found["events"]), (&json!(true), &json!(4)));
    assert_ne!(found["head"], noted);
}

#[test]
fn an_inserted_line_is_found() {
    const COPY: &str = "INSERT INTO events
        SELECT 6, 'new', at, actor, action, subject_kind, subject_id, subject_uuid, before, after,";
    let found = found_after_sql(&format!(
        "{COPY} hash, printf('%064d', 6) FROM events WHERE id = 5"
    ));
    assert_eq!(found, (6, NOT_ITS_HASH.to_owned()));
    let found = found_after_sql(&format!(
        "{COPY} previous_hash, printf('%064d', 6) FROM events WHERE id = 5"
    ));
    assert_eq!(found, (6, NOT_IN_ORDER.to_owned()));
    // Between others, the later ones moved up to make room.
    let found = found_after_sql(&format!(
        "{COPY} previous_hash, printf('%064d', 6) FROM events WHERE id = 3;
         UPDATE events SET id = 7 WHERE id = 5; UPDATE events SET id = 5 WHERE id = 4;
         UPDATE events SET id = 4 WHERE id = 3; UPDATE events SET id = 3 WHERE id = 6;
         UPDATE events SET id = 6 WHERE id = 7"
    ));
    assert_eq!(found, (3, NOT_ITS_HASH.to_owned()));
}

#[test]
fn lines_that_changed_places_are_found() {
    let found = found_after_sql(
        "UPDATE events SET id = 99 WHERE id = 3; UPDATE events SET id = 3 WHERE id = 4;
         UPDATE events SET id = 4 WHERE id = 99",
    );
    assert_eq!(found, (3, NOT_IN_ORDER.to_owned()));
}

#[test]
fn a_value_that_is_no_text_is_found() {
    let found = found_after_sql("UPDATE events SET actor = CAST(x'ff' AS TEXT) WHERE id = 3");
    assert_eq!(found, (3, UNREADABLE.to_owned()));
}

#[test]
fn a_missing_value_is_found_even_where_the_table_was_made_to_allow_it() {
    for column in [
        "uuid",
        "at",
        "actor",
        "action",
        "subject_kind",
        "previous_hash",
        "hash",
    ] {
        let found = found_after(|connection| {
            connection
                .execute_batch(
                    "PRAGMA writable_schema = ON;
                     UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'events';
                     PRAGMA writable_schema = RESET",
                )
                .unwrap();
            let update = format!("UPDATE events SET {column} = NULL WHERE id = 3");
            connection.execute(&update, []).unwrap();
        });
        assert_eq!(found, (3, UNREADABLE.to_owned()), "{column}");
    }
}

#[test]
fn the_log_of_a_falsified_desk_can_still_be_read() {
    let world = world_with_history();
    let connection = sql::open(&world.desk());
    sql::drop_guards(&connection);
    connection
        .execute("UPDATE events SET after = '{' WHERE id = 3", [])
        .unwrap();
    let log = world.json(&["log"]);
    assert_eq!(log[2]["after"], "{");
    assert_eq!(found_in(&world).0, 3);
}
