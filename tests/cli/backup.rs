//! `backup`: a copy that holds, whoever writes meanwhile, and that takes the
//! place of nothing but an earlier copy of the same desk.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::fs;
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use claimdesk::cli::exit::Exit;

use crate::crashes::with_little_room;
use crate::sql;
use crate::world::{ARTICLE, World, bytes};

/// The files in a folder, by name.
pub(crate) fn names(world: &World, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(world.path(folder)).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn comment(world: &World, body: &str) {
    world.run(&["comment", "add", "1", body]).done();
}

fn lines_of(world: &World, backup: &str) -> i64 {
    sql::number(
        &sql::open(&world.path(backup)),
        "SELECT count(*) FROM events",
    )
}

#[test]
fn a_backup_is_the_desk_and_can_be_worked_with() {
    let world = World::with_verdict();
    let made = world.json(&["backup", "copy.db"]);
    assert_eq!(made["file"], "copy.db");
    assert_eq!(made["lines"], 3);
    assert_eq!(made["head"], world.json(&["log"])[2]["hash"]);
    assert_eq!(
        made["size"],
        fs::metadata(world.path("copy.db")).unwrap().len()
    );
    assert_eq!(
        names(&world, "."),
        ["bridge.txt", "claimdesk.db", "copy.db"]
    );
    sql::assert_sound(&world.path("copy.db"));
    let (desk, copy) = (sql::open(&world.desk()), sql::open(&world.path("copy.db")));
    assert_eq!(sql::content(&desk), sql::content(&copy));
    assert_eq!(sql::texts(&copy, "PRAGMA journal_mode"), ["wal"]);
    drop((desk, copy));
    world
        .run(&["comment", "add", "1", "On.", "--desk", "copy.db"])
        .done();
    assert_eq!(world.events(), 3);
}

#[cfg(unix)]
#[test]
fn a_backup_may_be_read_by_whom_the_desk_may_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::with_desk();
    for mode in [0o600, 0o640, 0o444] {
        fs::set_permissions(world.desk(), fs::Permissions::from_mode(mode)).unwrap();
        world.run(&["backup", "copy.db"]).done();
        let copy = fs::metadata(world.path("copy.db")).unwrap();
        assert_eq!(copy.permissions().mode() & 0o777, mode);
    }
}

#[test]
fn a_backup_takes_the_place_of_an_earlier_one() {
    let world = World::with_article();
    world.run(&["backup", "copy.db"]).done();
    comment(&world, "More.");
    world.run(&["backup", "copy.db"]).done();
    assert_eq!(lines_of(&world, "copy.db"), 3);
}

#[test]
fn what_stands_in_the_log_is_in_the_backup() {
    let world = World::with_article();
    let reader = sql::open(&world.desk());
    assert_eq!(sql::number(&reader, "SELECT count(*) FROM comments"), 0);
    comment(&world, "It is in the log.");
    assert!(fs::metadata(world.path("claimdesk.db-wal")).unwrap().len() > 0);
    world.run(&["backup", "copy.db"]).done();
    assert_eq!(lines_of(&world, "copy.db"), 3);
}

/// What a backup must not replace stays, byte for byte, and no draft is left.
fn is_not_replaced(world: &World, file: &str, why: &str) {
    let before = bytes(&world.path(file));
    let there = names(world, ".");
    let complaint = world.run(&["backup", file]).fails_with(Exit::WriteFailed);
    assert!(complaint.contains(why), "{complaint}");
    assert_eq!(bytes(&world.path(file)), before);
    assert_eq!(names(world, "."), there);
}

#[test]
fn what_is_no_backup_of_this_desk_is_not_replaced() {
    let world = World::with_article();
    is_not_replaced(&world, "claimdesk.db", "it is the desk itself");
    is_not_replaced(&world, "bridge.txt", "it is no backup of this desk");
    world.run(&["init", "--desk", "other.db"]).done();
    is_not_replaced(&world, "other.db", "it is a backup of another desk");
    world.run(&["backup", "damaged.db"]).done();
    let mut content = bytes(&world.path("damaged.db"));
    content[4096..].fill(0xa5);
    world.write("damaged.db", content);
    is_not_replaced(&world, "damaged.db", "it is no backup of this desk");
    world.run(&["backup", "used.db"]).done();
    world.write("used.db-wal", "what another program left");
    is_not_replaced(&world, "used.db", "stands beside it");
}

#[cfg(unix)]
#[test]
fn the_desk_is_known_by_whatever_name_it_is_called() {
    let world = World::with_article();
    std::os::unix::fs::symlink("claimdesk.db", world.path("link.db")).unwrap();
    is_not_replaced(&world, "link.db", "it is the desk itself");
}

#[test]
fn a_history_that_was_cut_off_replaces_no_backup_that_has_it_all() {
    let world = World::with_verdict();
    world.run(&["backup", "copy.db"]).done();
    sql::cut_history(&world.desk(), 2);
    is_not_replaced(&world, "copy.db", "it holds history that the desk lacks");
}

#[test]
fn a_desk_that_does_not_hold_is_not_copied_over_one_that_does() {
    let world = World::with_verdict();
    world.run(&["backup", "copy.db"]).done();
    let before = bytes(&world.path("copy.db"));
    let spoil = [
        "UPDATE events SET actor = 'eve' WHERE id = 2",
        "PRAGMA foreign_keys = OFF; DELETE FROM reviewers",
    ];
    for (spoil, why) in spoil
        .iter()
        .zip(["line 2 of its history", "has no reviewers"])
    {
        let whole = bytes(&world.desk());
        let desk = sql::open(&world.desk());
        sql::drop_guards(&desk);
        desk.execute_batch(spoil).unwrap();
        drop(desk);
        for to in ["copy.db", "backups/"] {
            let complaint = world.run(&["backup", to]).fails_with(Exit::Damaged);
            assert!(complaint.contains(why), "{complaint}");
        }
        assert_eq!(bytes(&world.path("copy.db")), before);
        assert_eq!(names(&world, "backups"), Vec::<String>::new());
        world.write("claimdesk.db", whole);
    }
}

/// Writes until it is told to stop, and says how often it did.
fn write_on(world: &World, stop: &AtomicBool) -> usize {
    let mut written = 0;
    while !stop.load(Ordering::Relaxed) {
        comment(world, &format!("comment {written}"));
        written += 1;
    }
    written
}

#[test]
fn backups_are_whole_while_others_write() {
    let world = World::with_article();
    let stop = AtomicBool::new(false);
    let (lines, written) = thread::scope(|scope| {
        let writers = [(); 2].map(|()| scope.spawn(|| write_on(&world, &stop)));
        let lines: Vec<i64> = (0..10)
            .map(|turn| {
                let file = format!("copy-{turn}.db");
                world.run(&["backup", &file]).done();
                sql::assert_sound(&world.path(&file));
                let copy = sql::open(&world.path(&file));
                let lines = sql::number(&copy, "SELECT count(*) FROM events");
                let comments = sql::number(&copy, "SELECT count(*) FROM comments");
                assert_eq!(lines, 2 + comments);
                lines
            })
            .collect();
        stop.store(true, Ordering::Relaxed);
        let written = writers.map(|writer| writer.join().unwrap());
        (lines, written)
    });
    assert!(lines.is_sorted(), "{lines:?}");
    assert!(lines[9] > lines[0], "nobody wrote meanwhile: {lines:?}");
    assert_eq!(world.events(), 2 + written.iter().sum::<usize>());
}

#[test]
fn a_backup_does_not_wait_for_who_writes() {
    let world = World::with_article();
    let writer = sql::open(&world.desk());
    writer
        .execute_batch("BEGIN IMMEDIATE; UPDATE settings SET updated_at = 'now'")
        .unwrap();
    world.run(&["backup", "copy.db"]).done();
    let copy = sql::open(&world.path("copy.db"));
    let half = "SELECT count(*) FROM settings WHERE updated_at = 'now'";
    assert_eq!(sql::number(&copy, half), 0);
}

#[cfg(unix)]
#[test]
fn without_room_on_the_disk_the_earlier_backup_stays() {
    let world = World::with_desk();
    world.run(&["backup", "copy.db"]).done();
    let before = bytes(&world.path("copy.db"));
    world.write("long.txt", ARTICLE.repeat(100));
    world.run(&["article", "add", "long.txt"]).done();
    for (to, room) in [("copy.db", 0), ("copy.db", 400), ("new.db", 400)] {
        let ended = with_little_room(&world, &["backup", to], room);
        let why = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(
            !ended.status.success() && why.starts_with("claimdesk: "),
            "{why}"
        );
        assert_eq!(bytes(&world.path("copy.db")), before);
        let drafts = |name: &String| name.contains(".new-") || name == "new.db";
        assert!(!names(&world, ".").iter().any(drafts));
    }
}

/// The backups in the folder, by the number of lines of their history.
fn kept(world: &World) -> Vec<i64> {
    let names = names(world, "backups");
    assert!(names.iter().all(|name| name.starts_with("claimdesk-20")));
    let mut lines: Vec<i64> = names
        .iter()
        .map(|name| lines_of(world, &format!("backups/{name}")))
        .collect();
    lines.sort_unstable();
    lines
}

#[test]
fn a_folder_keeps_the_newest_backups() {
    let world = World::with_article();
    for (turn, body) in (0..).zip(["One.", "Two.", "Three.", "Four.", "Five."]) {
        let made = world.json(&["backup", "backups/", "--keep", "3"]);
        let removed = made["removed"].as_array().map(Vec::len);
        assert_eq!(removed, Some(usize::from(turn > 2)));
        comment(&world, body);
    }
    assert_eq!(kept(&world), [4, 5, 6]);
    world.run(&["backup", "backups"]).done();
    assert_eq!(kept(&world), [4, 5, 6, 7]);
    world.run(&["backup", "backups", "--keep", "1"]).done();
    assert_eq!(kept(&world), [7]);
}

#[test]
fn the_newest_backup_stays_whatever_the_others_are_called() {
    let world = World::with_article();
    world
        .run(&["backup", "copy.db", "--desk", "claimdesk.db"])
        .done();
    fs::create_dir(world.path("backups")).unwrap();
    let ahead = world.path("backups/claimdesk-29990101T000000Z.db");
    fs::rename(world.path("copy.db"), &ahead).unwrap();
    comment(&world, "A clock went wrong before this.");
    world.run(&["backup", "backups", "--keep", "1"]).done();
    assert!(!ahead.exists());
    assert_eq!(kept(&world), [3]);
}

#[test]
fn only_backups_of_the_desk_are_taken_out_of_a_folder() {
    let world = World::with_article();
    fs::create_dir(world.path("elsewhere")).unwrap();
    let elsewhere = ["--desk", "elsewhere/claimdesk.db"];
    world.run(&[&["init"][..], &elsewhere].concat()).done();
    world
        .run(&[&["backup", "backups/"][..], &elsewhere].concat())
        .done();
    let notes = world.write("backups/claimdesk-20200101T000000Z.db", "notes");
    world.write("backups/claimdesk.db", "more notes");
    for _ in 0..2 {
        world.run(&["backup", "backups/", "--keep", "1"]).done();
    }
    assert_eq!(names(&world, "backups").len(), 4);
    assert_eq!(bytes(&notes), b"notes");
}

#[test]
fn a_backup_with_history_that_the_desk_lacks_is_spared_and_told() {
    let world = World::with_verdict();
    world.run(&["backup", "backups/"]).done();
    sql::cut_history(&world.desk(), 2);
    let made = world.run(&["backup", "backups/", "--keep", "1"]);
    assert!(
        made.stderr.contains("may have been cut off"),
        "{}",
        made.stderr
    );
    made.done();
    assert_eq!(kept(&world), [2, 3]);
}

#[test]
fn how_many_to_keep_is_a_question_of_folders() {
    let world = World::with_desk();
    let complaint = world.refuses(&["backup", "copy.db", "--keep", "3"], Exit::Usage);
    assert!(complaint.contains("end its name in /"), "{complaint}");
    world.refuses(&["backup", "backups/", "--keep", "0"], Exit::Usage);
    assert!(!world.path("copy.db").exists() && !world.path("backups").exists());
    let nowhere = world.refuses(&["backup", "no/such/folder.db"], Exit::CantOpen);
    assert!(nowhere.contains("no/such/folder.db"), "{nowhere}");
}

#[test]
fn backups_at_once_are_all_kept() {
    let world = World::with_article();
    thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| world.run(&["backup", "backups/"]).done());
        }
    });
    assert_eq!(kept(&world), [2; 6]);
}

#[test]
fn a_backup_can_be_made_from_a_folder_below_and_without_asking_who_acts() {
    let world = World::with_desk();
    let mut backup = world.command(&["backup", "here.db", "--as", "nobody"]);
    fs::create_dir(world.path("below")).unwrap();
    let status = backup
        .current_dir(world.path("below"))
        .stdout(Stdio::null())
        .status();
    assert!(status.unwrap().success());
    sql::assert_sound(&world.path("below/here.db"));
}
