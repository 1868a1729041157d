//! `audit head` and `audit verify --expect`: a hash that was kept elsewhere
//! tells what the file alone can't, that its history was cut short or hashed
//! anew.
#![expect(
    clippy::unwrap_used,
    reason = "a test falsifies the file behind the program's back, and may fail while it does"
)]

use std::fmt::Write;

use claimdesk::cli::exit::Exit;
use rusqlite::types::Value as Stored;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::sql::{self, Connection};
use crate::world::World;

/// The whole hash of the last line.
fn head(world: &World) -> String {
    world.json(&["audit", "head"])["hash"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// What `audit verify` finds with a hash that was kept.
fn found(world: &World, kept: &str) -> Value {
    let output = world.run(&["audit", "verify", "--expect", kept, "--format", "json"]);
    let found: Value = serde_json::from_str(&output.stdout).unwrap();
    let exit = if found["ok"] == true {
        Exit::Done
    } else {
        Exit::No
    };
    assert_eq!(output.code, Some(i32::from(exit.code())));
    found
}

/// What it says in words.
fn said(world: &World, kept: &str) -> String {
    world.run(&["audit", "verify", "--expect", kept]).stdout
}

fn sha256(text: &str) -> String {
    let mut hash = String::new();
    for byte in Sha256::digest(text) {
        write!(hash, "{byte:02x}").unwrap();
    }
    hash
}

fn netstring(text: &str) -> String {
    format!("{}:{text},", text.len())
}

/// Computes every hash anew, as somebody does who knows how claimdesk does it.
fn hash_anew(desk: &Connection) {
    let lines = sql::number(desk, "SELECT max(id) FROM events");
    let mut previous = "0".repeat(64);
    for line in 1..=lines {
        let columns =
            "uuid, at, actor, action, subject_kind, subject_id, subject_uuid, before, after";
        let query = format!("SELECT {columns} FROM events WHERE id = {line}");
        let content: String = desk
            .query_one(&query, [], |row| {
                let values = (0..9).map(|column| match row.get_unwrap(column) {
                    Stored::Null => "-".to_owned(),
                    Stored::Integer(number) => netstring(&number.to_string()),
                    Stored::Text(text) => netstring(&text),
                    other => panic!("{other:?}"),
                });
                Ok(values.collect::<String>())
            })
            .unwrap();
        let fields = [
            "claimdesk-event-1",
            &previous,
            &line.to_string(),
            &sha256(&content),
        ];
        let hash = sha256(&fields.map(netstring).concat());
        desk.execute(
            "UPDATE events SET previous_hash = ?1, hash = ?2 WHERE id = ?3",
            (&previous, &hash, line),
        )
        .unwrap();
        previous = hash;
    }
}

#[test]
fn the_head_is_the_last_line_with_its_time() {
    let world = World::with_verdict();
    let last = world.json(&["log"])[2].clone();
    let head = json!({ "line": 3, "at": last["at"], "hash": last["hash"] });
    assert_eq!(world.json(&["audit", "head"]), head);
    let words = world.run(&["audit", "head"]).done();
    assert!(words.contains(head["hash"].as_str().unwrap()), "{words}");
    let verified = world.json(&["audit", "verify"]);
    assert_eq!(verified["head"], head["hash"]);
}

#[test]
fn a_hash_that_was_kept_is_found_however_long_the_history_became() {
    let world = World::with_article();
    let kept = head(&world);
    for body in ["One.", "Two."] {
        world.run(&["comment", "add", "1", body]).done();
    }
    let expected = json!({ "hash": kept, "line": 2 });
    assert_eq!(found(&world, &kept)["expected"], expected);
    assert!(said(&world, &kept).contains("nothing up to it was changed"));
    let now = head(&world);
    assert_eq!(found(&world, &now)["expected"]["line"], 4);
    for digits in [16, 17, 63] {
        assert_eq!(found(&world, &kept[..digits])["expected"]["line"], 2);
    }
    assert_eq!(found(&world, &kept.to_uppercase())["expected"]["line"], 2);
}

#[test]
fn what_is_no_hash_is_not_looked_for() {
    let world = World::with_article();
    let kept = head(&world);
    let long = format!("{kept}0");
    for given in [
        "",
        &kept[..15],
        &long,
        "0efcafb422f2a46g",
        "line 2 of the log",
    ] {
        let complaint = world.refuses(&["audit", "verify", "--expect", given], Exit::Usage);
        assert!(complaint.contains("at least the first 16"), "{complaint}");
    }
}

#[test]
fn a_tail_that_was_cut_off_is_found_by_the_head_alone() {
    let world = World::with_verdict();
    let kept = head(&world);
    sql::cut_history(&world.desk(), 2);
    assert_eq!(world.json(&["audit", "verify"])["ok"], true);
    let found = found(&world, &kept);
    let (ok, lines) = (&found["ok"], &found["events"]);
    assert_eq!((ok, lines), (&json!(false), &json!(2)));
    assert_eq!(found["expected"], json!({ "hash": kept, "line": null }));
    assert_eq!(found["first_bad"], Value::Null);
    let words = said(&world, &kept);
    assert!(
        words.starts_with("The history is not the one that you know"),
        "{words}"
    );
}

#[test]
fn a_history_that_was_hashed_anew_is_found_by_the_head_alone() {
    let world = World::with_verdict();
    let (before, kept) = (world.json(&["log"])[0]["hash"].clone(), head(&world));
    let desk = sql::open(&world.desk());
    sql::drop_guards(&desk);
    // Done to nothing, it gives the same hashes.
    hash_anew(&desk);
    assert_eq!(head(&world), kept);
    desk.execute_batch("UPDATE events SET actor = 'eve' WHERE id = 2")
        .unwrap();
    hash_anew(&desk);
    drop(desk);
    assert_eq!(world.json(&["audit", "verify"])["ok"], true);
    assert_eq!(found(&world, &kept)["ok"], false);
    // What came before the falsified line is as it was.
    assert_eq!(found(&world, before.as_str().unwrap())["ok"], true);
}

#[test]
fn up_to_a_line_that_holds_nothing_was_changed_even_where_a_later_one_does_not() {
    let world = World::with_verdict();
    let second = world.json(&["log"])[1]["hash"].as_str().unwrap().to_owned();
    let third = head(&world);
    let desk = sql::open(&world.desk());
    sql::drop_guards(&desk);
    desk.execute_batch("UPDATE events SET actor = 'eve' WHERE id = 3")
        .unwrap();
    drop(desk);
    let kept = found(&world, &second);
    assert_eq!(kept["ok"], false);
    assert_eq!(kept["expected"]["line"], 2);
    assert_eq!(found(&world, &third)["expected"]["line"], Value::Null);
}

#[test]
fn a_report_carries_a_hash_that_can_be_expected() {
    let world = World::with_verdict();
    let report = world.json(&["report", "1"]);
    world.run(&["comment", "add", "1", "Later."]).done();
    let kept = report["audit_head"].as_str().unwrap();
    assert_eq!(found(&world, kept)["expected"]["line"], 3);
}
