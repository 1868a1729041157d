//! `restore`: a desk from its backup, whatever became of the desk. The one that
//! it replaces stays, and no write that was reported is lost.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::collections::BTreeSet;
use std::fs;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use claimdesk::cli::exit::Exit;

use crate::backup::names;
use crate::crashes::with_little_room;
use crate::durability::{killed_after, time_of};
use crate::sql;
use crate::world::{ARTICLE, World, bytes};

/// A desk that has gone on since its backup, `backup.db`, which has two lines.
fn world_with_backup() -> World {
    let world = World::with_article();
    world.run(&["backup", "backup.db"]).done();
    world.run(&["comment", "add", "1", "Later."]).done();
    world
}

/// The one desk that was replaced.
fn replaced(world: &World) -> String {
    let mut names = names(world, ".");
    names.retain(|name| name.starts_with("claimdesk-replaced-2"));
    assert_eq!(names.len(), 1, "{names:?}");
    names.remove(0)
}

fn count(world: &World, file: &str, table: &str) -> i64 {
    let counted = format!("SELECT count(*) FROM {table}");
    sql::number(&sql::open(&world.path(file)), &counted)
}

#[test]
fn a_desk_is_as_its_backup_has_it_and_the_one_before_stays() {
    let world = world_with_backup();
    let before = world.json(&["log"]);
    let restored = world.json(&["restore", "backup.db"]);
    let kept = replaced(&world);
    assert_eq!(restored["from"], "backup.db");
    assert_eq!(restored["lines"], 2);
    assert_eq!(restored["head"], before[1]["hash"]);
    assert_eq!(
        restored["replaced"]["file"]
            .as_str()
            .unwrap()
            .rsplit('/')
            .next(),
        Some(kept.as_str())
    );
    assert_eq!(restored["replaced"]["lines"], 3);
    assert_eq!(restored["replaced"]["head"], before[2]["hash"]);
    assert_eq!(restored["replaced"]["same_desk"], true);
    assert_eq!(
        sql::content(&sql::open(&world.desk())),
        sql::content(&sql::open(&world.path("backup.db")))
    );
    sql::assert_sound(&world.desk());
    sql::assert_sound(&world.path(&kept));
    assert_eq!(world.json(&["log", "--desk", &kept]), before);
    let there = ["backup.db", "bridge.txt", &kept, "claimdesk.db"];
    assert_eq!(names(&world, "."), there);
    world.run(&["comment", "add", "1", "On."]).done();
    assert_eq!(world.events(), 3);
}

#[test]
fn a_desk_that_is_missing_is_restored() {
    let world = world_with_backup();
    fs::remove_file(world.desk()).unwrap();
    let restored = world.json(&["restore", "backup.db"]);
    assert_eq!(restored["replaced"], serde_json::Value::Null);
    assert_eq!(world.events(), 2);
    world
        .run(&["restore", "backup.db", "--desk", "another.db"])
        .done();
    sql::assert_sound(&world.path("another.db"));
}

#[test]
fn a_damaged_desk_is_replaced_and_kept_as_it_was() {
    for spoilt in [4096, 100, 0] {
        let world = world_with_backup();
        let mut content = bytes(&world.desk());
        content[spoilt..].fill(0xa5);
        world.write("claimdesk.db", &content);
        world.run(&["restore", "backup.db"]).done();
        assert_eq!(world.events(), 2);
        sql::assert_sound(&world.desk());
        assert_eq!(bytes(&world.path(&replaced(&world)))[100..], content[100..]);
    }
    let world = world_with_backup();
    world.write("claimdesk.db", "");
    world.run(&["restore", "backup.db"]).done();
    assert_eq!(world.events(), 2);
}

/// A desk as a power cut leaves it: what was written last is in its log alone.
fn leave_log_behind(world: &World) {
    let open = sql::open(&world.desk());
    assert!(sql::number(&open, "SELECT count(*) FROM comments") > 0);
    world
        .run(&["comment", "add", "1", "It is in the log."])
        .done();
    let left: Vec<(&str, Vec<u8>)> = ["claimdesk.db", "claimdesk.db-wal"]
        .map(|name| (name, bytes(&world.path(name))))
        .into();
    drop(open);
    for (name, content) in left {
        world.write(name, content);
    }
}

#[test]
fn a_log_left_over_goes_with_the_desk_that_it_belongs_to() {
    let world = world_with_backup();
    leave_log_behind(&world);
    world.run(&["restore", "backup.db"]).done();
    assert_eq!(count(&world, "claimdesk.db", "comments"), 0);
    assert_eq!(world.events(), 2);
    sql::assert_sound(&world.desk());
    assert_eq!(count(&world, &replaced(&world), "comments"), 2);
    sql::assert_sound(&world.path(&replaced(&world)));
}

#[test]
fn a_log_left_over_by_a_desk_that_is_gone_or_damaged_gets_into_no_other() {
    for gone in [true, false] {
        let world = world_with_backup();
        leave_log_behind(&world);
        let log = bytes(&world.path("claimdesk.db-wal"));
        assert!(!log.is_empty());
        if gone {
            fs::remove_file(world.desk()).unwrap();
        } else {
            world.write("claimdesk.db", [0xa5; 10_000]);
        }
        world.run(&["restore", "backup.db"]).done();
        assert_eq!(count(&world, "claimdesk.db", "comments"), 0);
        sql::assert_sound(&world.desk());
        let kept = names(&world, ".")
            .into_iter()
            .find(|name| name.starts_with("claimdesk-replaced-") && name.ends_with(".db-wal"));
        assert_eq!(bytes(&world.path(&kept.unwrap())), log);
    }
}

#[test]
fn a_backup_that_does_not_hold_restores_nothing() {
    let world = world_with_backup();
    let before = bytes(&world.desk());
    let refuses = |file: &str, exit| {
        let complaint = world.run(&["restore", file]).fails_with(exit);
        assert_eq!(bytes(&world.desk()), before);
        complaint
    };
    refuses("none.db", Exit::NoDesk);
    refuses("bridge.txt", Exit::NotSqlite);
    refuses(".", Exit::CantOpen);
    assert!(refuses("claimdesk.db", Exit::WriteFailed).contains("the backup itself"));

    let whole = bytes(&world.path("backup.db"));
    let copy = sql::open(&world.path("backup.db"));
    sql::drop_guards(&copy);
    copy.execute_batch(
        "UPDATE events SET actor = 'eve' WHERE id = 1; PRAGMA journal_mode = delete",
    )
    .unwrap();
    drop(copy);
    let complaint = refuses("backup.db", Exit::Damaged);
    assert!(
        complaint.contains("backup.db is not sound: line 1"),
        "{complaint}"
    );

    let mut spoilt = whole.clone();
    spoilt[4096..].fill(0xa5);
    world.write("backup.db", spoilt);
    refuses("backup.db", Exit::Damaged);

    world.write("backup.db", &whole[..whole.len() / 2]);
    refuses("backup.db", Exit::Damaged);

    world.write("backup.db", whole);
    sql::open(&world.path("backup.db"))
        .execute_batch("PRAGMA user_version = 9999")
        .unwrap();
    refuses("backup.db", Exit::NewerDesk);
    assert_eq!(
        names(&world, "."),
        ["backup.db", "bridge.txt", "claimdesk.db"]
    );
}

#[test]
fn no_database_of_another_program_is_replaced() {
    let world = world_with_backup();
    sql::open(&world.path("soups.db"))
        .execute_batch("CREATE TABLE recipes (soup TEXT)")
        .unwrap();
    let before = bytes(&world.path("soups.db"));
    world
        .run(&["restore", "backup.db", "--desk", "soups.db"])
        .fails_with(Exit::NotADesk);
    assert_eq!(bytes(&world.path("soups.db")), before);
}

#[test]
fn another_desk_is_replaced_and_that_is_said() {
    let world = world_with_backup();
    world.run(&["init", "--desk", "other.db"]).done();
    let output = world.run(&["restore", "backup.db", "--desk", "other.db"]);
    assert!(
        output.stderr.contains("is another one"),
        "{}",
        output.stderr
    );
    output.done();
    assert!(
        names(&world, ".")
            .iter()
            .any(|name| name.starts_with("other-replaced-"))
    );
}

#[test]
fn a_desk_that_somebody_writes_to_is_left_alone() {
    let world = world_with_backup();
    let other = sql::open(&world.desk());
    other
        .execute_batch("BEGIN IMMEDIATE; UPDATE settings SET updated_at = 'now'")
        .unwrap();
    let complaint = world
        .run(&["restore", "backup.db"])
        .fails_with(Exit::Locked);
    assert!(
        complaint.contains("is locked by another program"),
        "{complaint}"
    );
    other.execute_batch("ROLLBACK").unwrap();
    drop(other);
    assert_eq!(world.events(), 3);
    assert_eq!(names(&world, ".").len(), 3);
    world.run(&["restore", "backup.db"]).done();
}

/// Who has the desk open neither holds it up nor writes into the wrong one.
#[test]
fn who_has_the_desk_open_goes_on_with_the_restored_one() {
    let world = world_with_backup();
    let (looking, other) = (sql::open(&world.desk()), sql::open(&world.desk()));
    let comments = "SELECT count(*) FROM comments";
    looking.execute_batch("BEGIN").unwrap();
    assert_eq!(sql::number(&looking, comments), 1);
    assert_eq!(sql::number(&other, comments), 1);
    world.run(&["restore", "backup.db"]).done();
    // What was begun before goes on with the desk of before.
    assert_eq!(sql::number(&looking, comments), 1);
    looking.execute_batch("COMMIT").unwrap();
    assert_eq!(sql::number(&looking, comments), 0);
    other
        .execute_batch("UPDATE settings SET updated_at = 'later'")
        .unwrap();
    world.run(&["comment", "add", "1", "On."]).done();
    assert_eq!(sql::number(&looking, comments), 1);
    drop((looking, other));
    sql::assert_sound(&world.desk());
    let kept = replaced(&world);
    sql::assert_sound(&world.path(&kept));
    let later = "SELECT count(*) FROM settings WHERE updated_at = 'later'";
    assert_eq!(sql::number(&sql::open(&world.path(&kept)), later), 0);
}

/// Comments until it is told to stop, and notes what was reported as done.
fn comment_on(world: &World, writer: usize, stop: &AtomicBool, done: &Mutex<BTreeSet<String>>) {
    for turn in 0.. {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        let body = format!("writer {writer}, turn {turn}");
        let output = world.run(&["comment", "add", "1", &body]);
        match output.code {
            Some(0) => drop(done.lock().unwrap().insert(body)),
            code => assert_eq!(
                code,
                Some(i32::from(Exit::Locked.code())),
                "{}",
                output.stderr
            ),
        }
    }
}

#[test]
fn what_others_write_meanwhile_is_in_the_desk_or_in_one_that_was_replaced() {
    let world = world_with_backup();
    let (stop, done) = (AtomicBool::new(false), Mutex::new(BTreeSet::new()));
    thread::scope(|scope| {
        for writer in 0..3 {
            let (world, stop, done) = (&world, &stop, &done);
            scope.spawn(move || comment_on(world, writer, stop, done));
        }
        for _ in 0..12 {
            let restored = world.run(&["restore", "backup.db"]);
            let locked = Some(i32::from(Exit::Locked.code()));
            assert!(restored.code == Some(0) || restored.code == locked);
        }
        stop.store(true, Ordering::Relaxed);
    });
    let mut found = BTreeSet::new();
    let mut files = names(&world, ".");
    files.retain(|name| name == "claimdesk.db" || name.starts_with("claimdesk-replaced-"));
    assert!(files.len() > 2, "{files:?}");
    for file in files {
        sql::assert_sound(&world.path(&file));
        found.extend(sql::texts(
            &sql::open(&world.path(&file)),
            "SELECT body FROM comments",
        ));
    }
    let done = done.into_inner().unwrap();
    let lost: Vec<_> = done.difference(&found).collect();
    assert!(lost.is_empty(), "{lost:?}");
    assert!(done.len() > 3, "hardly anything was written");
}

#[test]
fn a_killed_restore_leaves_the_old_desk_or_the_restored_one() {
    let world = World::with_desk();
    world.write("long.txt", ARTICLE.repeat(200));
    world.run(&["article", "add", "long.txt"]).done();
    world.run(&["backup", "backup.db"]).done();
    world.run(&["comment", "add", "1", "Later."]).done();
    world.run(&["backup", "later.db"]).done();
    let whole = time_of(&world, &["restore", "later.db"]);
    let (mut old, mut new) = (0, 0);
    for twelfth in 0..16 {
        let done = killed_after(&world, &["restore", "backup.db"], whole * twelfth / 12);
        sql::assert_sound(&world.desk());
        match count(&world, "claimdesk.db", "events") {
            3 => {
                assert!(!done);
                old += 1;
            }
            lines => {
                assert_eq!(lines, 2);
                new += 1;
            }
        }
        world.run(&["restore", "later.db"]).done();
    }
    assert!(old > 0 && new > 0, "{old} old, {new} new");
    sql::assert_sound(&world.path("backup.db"));
}

#[cfg(unix)]
#[test]
fn without_room_on_the_disk_the_desk_stays() {
    let world = world_with_backup();
    let before = sql::content(&sql::open(&world.desk()));
    let there = names(&world, ".");
    for room in [0, 100, 400] {
        let ended = with_little_room(&world, &["restore", "backup.db"], room);
        let why = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(
            !ended.status.success() && why.starts_with("claimdesk: "),
            "{why}"
        );
        assert_eq!(sql::content(&sql::open(&world.desk())), before);
        sql::assert_sound(&world.desk());
        assert_eq!(names(&world, "."), there);
    }
}

#[test]
fn a_backup_that_was_copied_with_its_log_is_restored_with_it() {
    let world = world_with_backup();
    leave_log_behind(&world);
    fs::rename(world.desk(), world.path("copied.db")).unwrap();
    fs::rename(world.path("claimdesk.db-wal"), world.path("copied.db-wal")).unwrap();
    let before = bytes(&world.path("copied.db"));
    world.run(&["restore", "copied.db"]).done();
    assert_eq!(count(&world, "claimdesk.db", "comments"), 2);
    assert_eq!(bytes(&world.path("copied.db")), before);
}

#[cfg(unix)]
#[test]
fn a_desk_keeps_its_rights_and_a_link_stays_one() {
    use std::os::unix::fs::PermissionsExt;
    let world = world_with_backup();
    fs::create_dir(world.path("real")).unwrap();
    fs::rename(world.desk(), world.path("real/desk.db")).unwrap();
    std::os::unix::fs::symlink("real/desk.db", world.desk()).unwrap();
    let rights = fs::Permissions::from_mode(0o640);
    fs::set_permissions(world.path("real/desk.db"), rights).unwrap();
    world.run(&["restore", "backup.db"]).done();
    assert!(world.desk().symlink_metadata().unwrap().is_symlink());
    let desk = fs::metadata(world.path("real/desk.db")).unwrap();
    assert_eq!(desk.permissions().mode() & 0o777, 0o640);
    assert_eq!(world.events(), 2);
    assert_eq!(names(&world, "real").len(), 2);
}
