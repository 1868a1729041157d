//! `doctor`: whether the desk is sound, and what can be mended. Each damage is
//! done behind the program's back.
#![expect(
    clippy::unwrap_used,
    reason = "a test damages the file behind the program's back, and may fail while it does"
)]

use std::fs;
use std::sync::LazyLock;

use claimdesk::cli::exit::Exit;
use claimdesk::model::health::CheckedPart;
use serde_json::Value;

use crate::sql::{self, Connection};
use crate::world::{FLAG, World, bytes};

/// A desk with something of everything that is looked at.
fn world() -> World {
    let world = World::new();
    world.write("claimdesk.db", &*DESK);
    world
}

/// That desk's file, made once.
static DESK: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let world = World::with_verdict();
    world.write("plaque.txt", "Opened in May 1932.");
    for command in [
        &["source", "snapshot", "1", "--file", "plaque.txt"][..],
        &["claim", "assign", "2", "ana"],
        &["config", "set", "report-title", "Checked"],
        &FLAG,
    ] {
        world.run(command).done();
    }
    sql::assert_sound(&world.desk());
    bytes(&world.desk())
});

fn health(world: &World, arguments: &[&str]) -> Value {
    let health = world.run(&[&["doctor", "--format", "json"], arguments].concat());
    let told: Value = serde_json::from_str(&health.stdout).unwrap();
    let exit = if told["ok"] == true {
        Exit::Done
    } else {
        Exit::No
    };
    assert_eq!(health.code, Some(i32::from(exit.code())));
    told
}

/// The parts that are not sound, each with its first place.
fn faults(health: &Value) -> Vec<(String, String)> {
    let parts = health["parts"].as_array().unwrap();
    assert_eq!(parts.len(), CheckedPart::ALL.len());
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let bad: Vec<_> = parts
        .iter()
        .filter(|part| part["ok"] == false)
        .map(|part| {
            assert!(part["hint"].is_string());
            (text(&part["part"]), text(&part["places"][0]))
        })
        .collect();
    assert_eq!(health["ok"], bad.is_empty());
    bad
}

/// Does damage as somebody would who keeps off triggers and checks, without a
/// trace in the schema.
fn damage(world: &World, statements: &str) {
    let desk = sql::open(&world.desk());
    let triggers = triggers(&desk);
    desk.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
        .unwrap();
    for (name, _) in &triggers {
        desk.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    desk.execute_batch(statements).unwrap();
    for (_, made) in &triggers {
        desk.execute_batch(made).unwrap();
    }
}

fn triggers(desk: &Connection) -> Vec<(String, String)> {
    let sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'";
    let mut query = desk.prepare(sql).unwrap();
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    rows.unwrap().map(Result::unwrap).collect()
}

#[test]
fn a_desk_that_was_worked_on_is_sound() {
    insta::assert_snapshot!(world().run(&["doctor"]).done(), @r"
    The desk is sound.
      file        ✓ the file is whole
      schema      ✓ tables and guards are those of claimdesk
      references  ✓ what is referred to is there
      orphans     ✓ nothing hangs in the air
      anchors     ✓ words stand in the texts where they are said to
      bytes       ✓ originals and snapshots are as they came
      settings    ✓ settings say what they can say
      derived     ✓ claims keep what follows from verdicts and rulings
      words       ✓ the index of words holds what the desk says
      letters     ✓ the index of letters holds what the desk says
      history     ✓ the history holds, 7 lines
    ");
}

/// Damage, the part that tells it, and what it says first.
const NOT_MENDED: &[(&str, &str, &str)] = &[
    (
        "DELETE FROM scales WHERE slug = 'averitec'",
        "references",
        "has no scales",
    ),
    (
        "UPDATE anchors SET quote = 'Nothing of the kind' WHERE claim_id = 2",
        "anchors",
        "claim 2 in revision 1 of article 1: its words don't stand at its place",
    ),
    (
        "UPDATE anchors SET end_byte = end_byte + 100000, end_char = end_char + 100000 WHERE claim_id = 2",
        "anchors",
        "claim 2 in revision 1 of article 1: its place is not in the text",
    ),
    (
        "UPDATE anchors SET start_char = start_char - 1 WHERE claim_id = 3",
        "anchors",
        "claim 3 in revision 1 of article 1: its place in characters is not that in bytes",
    ),
    (
        "UPDATE sentences SET end_byte = end_byte + 1, start_byte = start_byte + 1 WHERE number = 3",
        "anchors",
        "sentence 3 in revision 1 of article 1",
    ),
    (
        "UPDATE blobs SET compression = 'none', bytes = CAST('The plaque says 1931.' AS BLOB)
         WHERE id = (SELECT blob_id FROM snapshots)",
        "bytes",
        "snapshot 1 of source 1 has not the SHA-256 that it came with",
    ),
    (
        "UPDATE blobs SET bytes = zeroblob(length(bytes)) WHERE id = (SELECT blob_id FROM revisions)",
        "bytes",
        "revision 1 of article 1 has not the SHA-256 that it came with",
    ),
    (
        "UPDATE settings SET value = 'nobody' WHERE key = 'default-reviewer'",
        "settings",
        "default-reviewer: there is no reviewer “nobody” on this desk",
    ),
    (
        "INSERT INTO settings VALUES ('sign-offs-required', 'many', '2026-01-01T00:00:00Z')",
        "settings",
        "sign-offs-required: “many” does not fit",
    ),
    (
        "INSERT INTO settings VALUES ('policy', 'what', '2026-01-01T00:00:00Z')",
        "settings",
        "policy: the desk's own policy can't be used",
    ),
    (
        "INSERT INTO settings VALUES ('model', 'ab', '2026-01-01T00:00:00Z')",
        "settings",
        "model: ",
    ),
    (
        "INSERT INTO settings VALUES ('report-logo', 'ab', '2026-01-01T00:00:00Z')",
        "settings",
        "report-logo: ",
    ),
    (
        "UPDATE source_identities SET identity = 'url:https://example.org/other'",
        "orphans",
        "source 1 is not recognised by url:https://example.org/plaque",
    ),
    (
        "DELETE FROM ratings WHERE scale_id = (SELECT id FROM scales WHERE slug = 'averitec');
         DELETE FROM crosswalks",
        "orphans",
        "scale averitec has no ratings",
    ),
    (
        "DELETE FROM events WHERE id = 4",
        "history",
        "line 4: it is missing",
    ),
    (
        "UPDATE events SET after = json_set(after, '$.rating', 'true') WHERE id = 3",
        "history",
        "line 3: its content does not match its hash",
    ),
];

/// What is told is not made to look sound, and gets out of the desk all the same.
#[test]
fn what_only_a_backup_can_mend_is_told_and_left_and_the_desk_can_still_be_exported() {
    for (statements, part, place) in NOT_MENDED {
        let world = world();
        damage(&world, statements);
        for mend in [&[][..], &["--fix"]] {
            let health = health(&world, mend);
            assert_eq!(health["mended"], Value::Array(Vec::new()), "{statements}");
            let faults = faults(&health);
            let [(found, told)] = &faults[..] else {
                panic!("{statements}: {faults:?}");
            };
            assert_eq!(found, part, "{statements}");
            assert!(told.contains(place), "{told}");
        }
        let claims = world.run(&["export", "--format", "jsonl"]);
        assert!(claims.stdout.lines().count() >= 3, "{statements}");
        assert!(claims.stdout.contains("two million crowns"), "{statements}");
        claims.done();
    }
}

/// Damage, the parts that tell it, and what `--fix` says it mended.
const MENDED: &[(&str, &[&str], &str)] = &[
    (
        "UPDATE claims SET rating_id = NULL, stale_because = '[\"words\"]' WHERE id = 1",
        &["derived"],
        "claim 1: rating, doubts: written anew",
    ),
    (
        "UPDATE claims SET decided_at = '2026-01-01T00:00:00Z' WHERE id = 3",
        &["derived"],
        "claim 3: time of the ruling: written anew",
    ),
    (
        "UPDATE claims SET held = 0, place = 7 WHERE id = 2",
        &["derived"],
        "claim 2: whether somebody has it, place: written anew",
    ),
    (
        "DELETE FROM words WHERE rowid = 4",
        &["words"],
        "the full-text indexes were written anew",
    ),
    (
        "INSERT INTO letters (rowid, text) VALUES (4000, 'of nothing')",
        &["letters"],
        "the full-text indexes were written anew",
    ),
    (
        "UPDATE claims SET statement = 'Something else.' WHERE id = 2",
        &["words", "letters"],
        "the full-text indexes were written anew",
    ),
    (
        "CREATE TRIGGER \"sur\"\"prise\" AFTER INSERT ON comments BEGIN DELETE FROM comments; END",
        &["schema"],
        "the trigger sur\"prise is none of claimdesk's: taken out",
    ),
    (
        "DROP INDEX claims_by_state",
        &["schema"],
        "the index claims_by_state is missing: made again",
    ),
    (
        "DROP VIEW search_documents; CREATE VIEW search_documents AS SELECT * FROM documents, (SELECT '' AS letters)",
        &["schema", "letters"],
        "the view search_documents is not as claimdesk makes it: made again",
    ),
];

#[test]
fn what_follows_from_the_rest_of_the_desk_is_told_and_mended() {
    for (statements, parts, mended) in MENDED {
        let world = world();
        let events = world.events();
        let whole = content_without_times(&sql::open(&world.desk()));
        damage(&world, statements);
        let before = faults(&health(&world, &[]));
        let told: Vec<&str> = before.iter().map(|(part, _)| part.as_str()).collect();
        assert_eq!(&told, parts, "{statements}");
        let health = health(&world, &["--fix"]);
        assert_eq!(faults(&health), [], "{statements}");
        assert_eq!(health["mended"][0], *mended);
        assert_eq!(world.events(), events);
        sql::assert_sound(&world.desk());
        if !statements.contains("statement =") {
            assert_eq!(content_without_times(&sql::open(&world.desk())), whole);
        }
        let again = world.json(&["doctor", "--fix"]);
        assert_eq!(again["mended"], Value::Array(Vec::new()));
    }
}

fn content_without_times(desk: &Connection) -> Vec<String> {
    sql::content(desk)
}

#[test]
fn guards_that_were_taken_away_are_told_and_put_back() {
    let world = world();
    sql::drop_guards(&sql::open(&world.desk()));
    let told = faults(&health(&world, &[]));
    let missing = "the trigger events_keep_delete is missing".to_owned();
    assert_eq!(told, [("schema".to_owned(), missing)]);
    let mended = health(&world, &["--fix"]);
    assert_eq!(mended["mended"].as_array().unwrap().len(), 15);
    let desk = sql::open(&world.desk());
    assert!(desk.execute("DELETE FROM verdicts", []).is_err());
}

/// An index of `SQLite`'s own that lacks rows, as a broken program leaves it.
#[test]
fn an_index_that_lacks_rows_is_written_anew() {
    let world = world();
    let desk = sql::open(&world.desk());
    desk.execute_batch(
        "PRAGMA writable_schema = ON;
         CREATE TEMP TABLE taken AS SELECT * FROM sqlite_schema WHERE name = 'comments_by_reviewer';
         DELETE FROM sqlite_schema WHERE name = 'comments_by_reviewer';
         PRAGMA writable_schema = RESET",
    )
    .unwrap();
    desk.execute_batch(
        "INSERT INTO comments (uuid, claim_id, reviewer_id, body, created_at)
         VALUES ('one', 2, 1, 'Behind the index.', '2026-01-01T00:00:00Z')",
    )
    .unwrap();
    desk.execute_batch(
        "PRAGMA writable_schema = ON;
         INSERT INTO main.sqlite_schema SELECT * FROM taken;
         PRAGMA writable_schema = RESET",
    )
    .unwrap();
    drop(desk);
    let told = faults(&health(&world, &[]));
    assert_eq!(told[0].0, "file");
    assert!(told[0].1.contains("comments_by_reviewer"), "{told:?}");
    let mended = health(&world, &["--fix"]);
    assert_eq!(
        mended["mended"][0],
        "SQLite's own indexes were written anew"
    );
    assert_eq!(faults(&mended), []);
}

#[test]
fn what_the_log_holds_is_taken_in() {
    let world = world();
    let open = sql::open(&world.desk());
    assert_eq!(sql::number(&open, "SELECT count(*) FROM comments"), 0);
    world.run(&["comment", "add", "1", "In the log."]).done();
    let (desk, log) = (bytes(&world.desk()), bytes(&world.path("claimdesk.db-wal")));
    drop(open);
    let left = World::new();
    left.write("claimdesk.db", desk);
    left.write("claimdesk.db-wal", log);
    assert_eq!(faults(&health(&left, &["--fix"])), []);
    assert!(!left.path("claimdesk.db-wal").exists());
    assert_eq!(left.events(), 8);
}

/// Other programs can leave a desk so that `SQLite` writes no log.
#[test]
fn a_desk_without_a_log_gets_one_again() {
    let world = world();
    sql::open(&world.desk())
        .execute_batch("PRAGMA journal_mode = delete")
        .unwrap();
    let mended = health(&world, &["--fix"]);
    assert_eq!(
        mended["mended"][0],
        "a log is written again, so that nobody who reads waits for who writes"
    );
    let desk = sql::open(&world.desk());
    assert_eq!(sql::texts(&desk, "PRAGMA journal_mode"), ["wal"]);
}

#[test]
fn an_index_can_be_written_anew_without_a_look_at_the_rest() {
    let world = world();
    damage(&world, "DELETE FROM words WHERE rowid = 4");
    world.run(&["doctor", "--rebuild-index"]).done();
    sql::assert_sound(&world.desk());
}

#[test]
fn a_file_that_is_damaged_in_part_is_told_part_by_part() {
    let world = world();
    let desk = sql::open(&world.desk());
    let page = sql::number(
        &desk,
        "SELECT rootpage FROM sqlite_schema WHERE name = 'comments_by_claim'",
    );
    let size = usize::try_from(sql::number(&desk, "PRAGMA page_size")).unwrap();
    drop(desk);
    let mut content = bytes(&world.desk());
    let start = usize::try_from(page - 1).unwrap() * size;
    content[start..start + size].fill(0xa5);
    fs::write(world.desk(), content).unwrap();
    let told = faults(&health(&world, &[]));
    assert_eq!(told[0].0, "file", "{told:?}");
    let claims = world.run(&["export", "--format", "jsonl"]).done();
    assert_eq!(claims.lines().count(), 4);
}

/// A source that changed before it was cited puts nothing in doubt; one that
/// changed since does, until it is cited no longer.
#[test]
fn what_is_cited_late_and_taken_back_leaves_claims_as_their_verdicts_have_them() {
    let world = world();
    world
        .judge_true("Seen.", &["--no-source", "I was there."])
        .done();
    world.write("first.txt", "The fair opened in 1932.");
    world.write("second.txt", "The fair never opened at all.");
    world.write("third.txt", "Nobody knows of any fair.");
    world
        .run(&["source", "add", "https://example.org/fair"])
        .done();
    let keep = |file: &str| {
        world
            .run(&["source", "snapshot", "2", "--file", file])
            .done()
    };
    let doubts = || world.json(&["claim", "show", "1"])["stale"].clone();
    let (none, changed) = (Value::Bool(false), Value::Bool(true));
    keep("first.txt");
    keep("second.txt");
    world
        .run(&["evidence", "add", "1", "2", "--stance", "supports"])
        .done();
    assert_eq!(doubts(), none);
    sql::assert_sound(&world.desk());
    keep("third.txt");
    assert_eq!(doubts(), changed);
    sql::assert_sound(&world.desk());
    let evidence = world.json(&["claim", "show", "1"])["evidence"][0]["id"].to_string();
    world
        .run(&[
            "evidence",
            "remove",
            &evidence,
            "--because",
            "Another fair.",
        ])
        .done();
    assert_eq!(doubts(), none);
    sql::assert_sound(&world.desk());
}
