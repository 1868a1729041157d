//! What a command reported as done stays done, and what it did not finish
//! leaves no trace: after a kill, and with a log left over.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use claimdesk::desk::Access;
use claimdesk::model::claim::ClaimRef;
use claimdesk::model::ids::ClaimId;
use claimdesk::model::verdict::NewVerdict;
use claimdesk::{Act, Desk};

use crate::sql;
use crate::world::{ARTICLE, World};

/// Runs a command and kills it after so long. True when it was done before.
pub(crate) fn killed_after(world: &World, arguments: &[&str], wait: Duration) -> bool {
    let mut command = world.command(arguments);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    thread::sleep(wait);
    child.kill().unwrap();
    child.wait().unwrap().success()
}

/// How long a command takes that nobody kills, here and now.
pub(crate) fn time_of(world: &World, arguments: &[&str]) -> Duration {
    let start = Instant::now();
    world.run(arguments).done();
    start.elapsed()
}

#[test]
fn a_killed_command_leaves_all_of_its_work_or_none() {
    let world = World::with_desk();
    // Long enough to be met in the midst of reading, extracting and writing.
    world.write("long.txt", ARTICLE.repeat(200));
    let add = ["article", "add", "long.txt"];
    let whole = time_of(&world, &add);
    let mut done = 1;
    for twelfth in 1..=14 {
        done += i64::from(killed_after(&world, &add, whole * twelfth / 12));
        let desk = sql::open(&world.desk());
        let articles = sql::number(&desk, "SELECT count(*) FROM articles");
        let events = sql::number(
            &desk,
            "SELECT count(*) FROM events WHERE action = 'article.add'",
        );
        assert_eq!(articles, events);
        assert!(articles >= done, "{done} were done, {articles} are there");
    }
    sql::assert_sound(&world.desk());
    world.run(&["article", "list"]).done();
}

#[test]
fn a_verdict_that_was_reported_survives_the_kill_of_the_next() {
    let world = World::with_article();
    let verdict = ["verdict", "add", "1", "false", "--because", "It is so."];
    let whole = time_of(&world, &verdict);
    let mut done = 1;
    for twelfth in 0..18 {
        done += i64::from(killed_after(&world, &verdict, whole * twelfth / 12));
        let desk = sql::open(&world.desk());
        let verdicts = sql::number(&desk, "SELECT count(*) FROM verdicts");
        assert!(verdicts >= done, "{done} were done, {verdicts} are there");
    }
    sql::assert_sound(&world.desk());
    let verdicts = sql::number(&sql::open(&world.desk()), "SELECT count(*) FROM verdicts");
    assert_eq!(i64::try_from(world.events()).unwrap(), 2 + verdicts);
}

#[test]
fn a_killed_init_leaves_no_desk_or_a_whole_one() {
    let init = ["init", "--as", "ana", "--name", "Ana Ruiz"];
    let whole = time_of(&World::new(), &init);
    for twelfth in 0..18 {
        let world = World::new();
        let done = killed_after(&world, &init, whole * twelfth / 12);
        if world.desk().exists() {
            assert_eq!(world.json(&["reviewer", "list"])[0]["handle"], "ana");
            sql::assert_sound(&world.desk());
        } else {
            assert!(!done);
            world.run(&init).done();
        }
    }
}

/// The desk and its write-ahead log as they lie on the disk while a program
/// has the desk open, which is also how a power cut leaves them.
fn with_log_left_over() -> World {
    let world = World::with_article();
    let open = sql::open(&world.desk());
    // Only one who has read holds the log.
    assert_eq!(sql::number(&open, "SELECT count(*) FROM verdicts"), 0);
    let verdict = [
        "verdict",
        "add",
        "1",
        "false",
        "--because",
        "It is in the log.",
    ];
    world.run(&verdict).done();
    let left = World::new();
    for name in ["claimdesk.db", "claimdesk.db-wal"] {
        left.write(name, fs::read(world.path(name)).unwrap());
    }
    left
}

#[test]
fn a_log_left_over_is_read_and_folded_in() {
    let world = with_log_left_over();
    assert!(fs::metadata(world.path("claimdesk.db-wal")).unwrap().len() > 0);
    let claim = world.json(&["claim", "show", "1"]);
    assert_eq!(claim["verdicts"][0]["rationale"], "It is in the log.");
    world
        .run(&["claim", "edit", "1", "--statement", "Restated."])
        .done();
    assert!(!world.path("claimdesk.db-wal").exists());
    assert_eq!(world.events(), 4);
    sql::assert_sound(&world.desk());
}

#[test]
fn half_a_log_gives_the_desk_as_it_was_before() {
    let world = with_log_left_over();
    let log = fs::read(world.path("claimdesk.db-wal")).unwrap();
    world.write("claimdesk.db-wal", &log[..log.len() / 2]);
    let claim = world.json(&["claim", "show", "1"]);
    assert_eq!(claim["verdicts"].as_array().unwrap().len(), 0);
    sql::assert_sound(&world.desk());
}

/// Two acts of which the second has the earlier time.
#[test]
fn with_a_clock_that_was_set_back_what_was_said_last_stands() {
    let world = World::with_article();
    let claim = ClaimRef::Number(ClaimId(1));
    for (at, rating) in [
        ("2031-01-02T00:00:00Z", "true"),
        ("1999-12-31T00:00:00Z", "false"),
    ] {
        let mut desk = Desk::open(&world.desk(), Access::Write).unwrap();
        let act = Act {
            actor: None,
            at: at.parse().unwrap(),
        };
        let verdict = NewVerdict {
            rating: Some(rating.to_owned()),
            rationale: "It is so.".to_owned(),
            ..NewVerdict::default()
        };
        desk.add_verdict(&act, &claim, &verdict).unwrap();
    }
    assert_eq!(world.json(&["claim", "show", "1"])["rating"], "false");
    world.judge_true("It is so after all.", &[]).done();
    assert_eq!(world.json(&["claim", "show", "1"])["rating"], "true");
    world.run(&["undo"]).done();
    world.run(&["doctor"]).done();
    sql::assert_sound(&world.desk());
}
