//! The desk's file: how it is found, and everything it can be instead.
#![expect(
    clippy::expect_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::path::Path;

use crate::world::{World, bytes};
use claimdesk::cli::exit::Exit;

#[expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "another program at the desk's file"
)]
fn open(path: &Path) -> rusqlite::Connection {
    rusqlite::Connection::open(path).expect("opened")
}

/// Runs a command that looks and one that writes; both must fail alike and
/// leave the file as it was.
fn refuses_the_file(world: &World, exit: Exit) {
    let before = bytes(&world.desk());
    for command in [&["claim", "list"][..], &["reviewer", "add", "ben"]] {
        world.run(command).fails_with(exit);
    }
    assert_eq!(bytes(&world.desk()), before);
}

#[test]
fn a_desk_is_found_from_a_folder_below() {
    let world = World::with_article();
    assert!(
        world
            .run_in("drafts/march", &["article", "list"])
            .done()
            .contains("Žilina")
    );
}

#[test]
fn a_desk_is_named_by_option_before_environment() {
    let world = World::with_article();
    world.run(&["init", "--desk", "other.db"]).done();
    let mut list = world.command(&["article", "list", "--format", "jsonl"]);
    let other = list
        .env("CLAIMDESK_DESK", "other.db")
        .output()
        .expect("run");
    assert!(other.stdout.is_empty());
    let mut list = world.command(&["article", "list", "--desk", "claimdesk.db"]);
    let named = list
        .env("CLAIMDESK_DESK", "other.db")
        .output()
        .expect("run");
    assert!(!named.stdout.is_empty());
}

#[test]
fn without_a_desk_it_says_how_to_make_one() {
    let complaint = World::new()
        .run(&["claim", "list"])
        .fails_with(Exit::NoDesk);
    assert!(complaint.contains("claimdesk init"), "{complaint}");
    let complaint = World::new()
        .run(&["claim", "list", "--desk", "gone.db"])
        .fails_with(Exit::NoDesk);
    assert!(complaint.contains("gone.db"), "{complaint}");
}

#[test]
fn a_desk_is_not_made_over_another_file() {
    let world = World::with_article();
    let before = bytes(&world.desk());
    world.run(&["init"]).fails_with(Exit::DeskExists);
    assert_eq!(bytes(&world.desk()), before);
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let world = World::new();
    world.write("claimdesk.db", "Dear diary, ".repeat(100));
    refuses_the_file(&world, Exit::NotSqlite);
    world.write("claimdesk.db", "");
    refuses_the_file(&world, Exit::NotSqlite);
}

#[test]
fn a_database_of_another_program_is_left_alone() {
    let world = World::new();
    open(&world.desk())
        .execute_batch("CREATE TABLE recipes (soup TEXT)")
        .expect("made");
    refuses_the_file(&world, Exit::NotADesk);
}

#[test]
fn a_desk_of_a_newer_program_is_left_alone() {
    let world = World::with_article();
    open(&world.desk())
        .execute_batch("PRAGMA user_version = 9999; PRAGMA wal_checkpoint(TRUNCATE);")
        .expect("marked");
    refuses_the_file(&world, Exit::NewerDesk);
}

#[test]
fn a_folder_is_no_desk() {
    let world = World::new();
    std::fs::create_dir(world.path("folder.db")).expect("made");
    world
        .run(&["claim", "list", "--desk", "folder.db"])
        .fails_with(Exit::CantOpen);
}

#[test]
fn a_desk_that_may_only_be_read_can_be_read() {
    let world = World::with_article();
    let mut permissions = std::fs::metadata(world.desk())
        .expect("there")
        .permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(world.desk(), permissions).expect("set");
    assert!(world.run(&["article", "list"]).done().contains("Žilina"));
    let complaint = world
        .run(&["reviewer", "add", "ben"])
        .fails_with(Exit::ReadOnly);
    assert!(
        complaint.contains("can be read but not written"),
        "{complaint}"
    );
}

#[test]
fn a_damaged_desk_is_told_as_such() {
    let world = World::with_article();
    let mut content = bytes(&world.desk());
    for byte in &mut content[4096..] {
        *byte = 0xa5;
    }
    world.write("claimdesk.db", content);
    let complaint = world.run(&["claim", "list"]).fails_with(Exit::Damaged);
    assert!(complaint.contains("damaged"), "{complaint}");
}

#[test]
fn a_desk_that_another_program_holds_is_told_as_locked() {
    let world = World::with_article();
    let holder = open(&world.desk());
    holder.execute_batch("BEGIN IMMEDIATE").expect("held");
    let complaint = world
        .run(&["reviewer", "add", "ben"])
        .fails_with(Exit::Locked);
    assert!(
        complaint.contains("is locked by another program"),
        "{complaint}"
    );
    holder.execute_batch("ROLLBACK").expect("let go");
    world.run(&["reviewer", "add", "ben"]).done();
}

/// A desk that somebody has prepared, with what it was before and after.
fn prepared(statements: &str) -> World {
    let world = World::with_article();
    open(&world.desk())
        .execute_batch(statements)
        .expect("planted");
    world
}

#[test]
fn a_trigger_that_somebody_planted_does_not_run() {
    for planted in [
        "CREATE TRIGGER surprise AFTER INSERT ON reviewers BEGIN SELECT load_extension('surprise'); END",
        "CREATE TRIGGER surprise AFTER INSERT ON reviewers BEGIN UPDATE claims SET statement = 'A lie.'; END",
        "DROP TRIGGER verdicts_keep_update",
    ] {
        let world = prepared(planted);
        let complaint = world
            .run(&["reviewer", "add", "ben"])
            .fails_with(Exit::Damaged);
        assert!(complaint.contains("doctor --fix"), "{complaint}");
        assert_eq!(
            world.json(&["reviewer", "list"]).as_array().map(Vec::len),
            Some(1)
        );
        assert!(!world.run(&["claim", "list"]).done().contains("A lie."));
        assert_eq!(world.json(&["doctor", "--fix"])["ok"], true);
        world.run(&["reviewer", "add", "ben"]).done();
    }
}

/// What a view or an index computes can't reach beyond the desk's rows.
#[test]
fn what_a_desk_computes_when_it_is_read_is_not_trusted() {
    for planted in [
        "DROP VIEW latest_places; CREATE VIEW latest_places AS
             SELECT load_extension('surprise') AS claim_id, 1 AS revision_id, 1 AS start_byte",
        "DROP VIEW claim_standings; CREATE VIEW claim_standings AS SELECT * FROM claim_standings",
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = 'CREATE TABLE claims (nonsense' WHERE name = 'claims'",
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'articles'",
        "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name LIKE 'words_%'",
    ] {
        let world = prepared(planted);
        for command in [
            &["claim", "list"][..],
            &["article", "list"],
            &["search", "bridge"],
            &["reviewer", "add", "ben"],
            &["doctor"],
        ] {
            let ended = world.run(command);
            assert!(ended.code.is_some(), "{planted}: {command:?} crashed");
            assert!(
                !ended.stderr.contains("panicked"),
                "{planted}: {}",
                ended.stderr
            );
        }
    }
}
