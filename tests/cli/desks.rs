//! The desk's file: how it is found, and everything it can be instead.
#![expect(
    clippy::expect_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::path::Path;

use claimdesk::cli::exit::Exit;
use rusqlite::config::DbConfig;

use crate::world::{World, bytes};

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

#[test]
fn what_a_desk_says_it_can_do_is_not_trusted() {
    let world = World::with_article();
    let desk = open(&world.desk());
    desk.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)
        .expect("off");
    desk.execute_batch(
        "CREATE TRIGGER surprise AFTER INSERT ON reviewers BEGIN SELECT load_extension('surprise'); END",
    )
    .expect("planted");
    drop(desk);
    let output = world.run(&["reviewer", "add", "ben"]);
    assert_ne!(output.code, Some(0), "{}", output.stdout);
    assert_eq!(
        world.json(&["reviewer", "list"]).as_array().map(Vec::len),
        Some(1)
    );
}
