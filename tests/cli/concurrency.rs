//! Many programs at one desk: none is turned away, nothing is lost, and the
//! history stays one chain.

use std::collections::BTreeSet;
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use claimdesk::cli::exit::Exit;

use crate::sql;
use crate::world::World;

const WORKERS: usize = 8;
const VERDICTS_EACH: usize = 200;

/// Half of the workers judge the same claim.
fn claim_of(worker: usize) -> &'static str {
    ["1", "1", "2", "3"][worker % 4]
}

fn judge_again_and_again(world: &World, worker: usize) {
    for turn in 0..VERDICTS_EACH {
        let because = format!("worker {worker}, turn {turn}");
        let verdict = [
            "verdict",
            "add",
            claim_of(worker),
            "false",
            "--because",
            &because,
        ];
        world.run(&verdict).done();
    }
}

/// Looks at the desk until the others are done.
fn look_on(world: &World, done: &AtomicBool) {
    while !done.load(Ordering::Relaxed) {
        world.run(&["audit", "verify"]).done();
        world.run(&["claim", "show", "1"]).done();
        thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn eight_programs_that_judge_at_once_lose_no_verdict() {
    let world = World::with_article();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..WORKERS)
            .map(|worker| {
                scope.spawn({
                    let world = &world;
                    move || judge_again_and_again(world, worker)
                })
            })
            .collect();
        scope.spawn(|| look_on(&world, &done));
        let ends: Vec<_> = workers
            .into_iter()
            .map(thread::ScopedJoinHandle::join)
            .collect();
        done.store(true, Ordering::Relaxed);
        assert!(ends.iter().all(Result::is_ok));
    });

    let desk = sql::open(&world.desk());
    let said: BTreeSet<String> = sql::texts(&desk, "SELECT rationale FROM verdicts")
        .into_iter()
        .collect();
    let expected: BTreeSet<String> = (0..WORKERS)
        .flat_map(|worker| {
            (0..VERDICTS_EACH).map(move |turn| format!("worker {worker}, turn {turn}"))
        })
        .collect();
    assert_eq!(said, expected);
    // On each claim one verdict stands, and each other was replaced once.
    let standing = "SELECT count(*) FROM verdicts v
                    WHERE NOT EXISTS (SELECT 1 FROM verdicts n WHERE n.supersedes_id = v.id)";
    assert_eq!(sql::number(&desk, standing), 3);
    // One line for each verdict, after those for the desk and its article.
    assert_eq!(world.events(), 2 + WORKERS * VERDICTS_EACH);
    sql::assert_sound(&world.desk());
}

#[test]
fn of_programs_that_make_the_same_desk_at_once_one_succeeds() {
    let world = World::new();
    let init = ["init", "--as", "ana", "--name", "Ana Ruiz"];
    let codes: Vec<_> = thread::scope(|scope| {
        let tries: Vec<_> = (0..WORKERS)
            .map(|_| scope.spawn(|| world.run(&init).code))
            .collect();
        tries
            .into_iter()
            .map(|attempt| attempt.join().unwrap())
            .collect()
    });
    let with = |exit: Exit| {
        codes
            .iter()
            .filter(|code| **code == Some(i32::from(exit.code())))
            .count()
    };
    assert_eq!(
        (with(Exit::Done), with(Exit::DeskExists)),
        (1, WORKERS - 1),
        "{codes:?}"
    );
    sql::assert_sound(&world.desk());
}

#[test]
fn a_writer_waits_for_another_and_a_reader_does_not() {
    let world = World::with_article();
    let other = sql::open(&world.desk());
    other
        .execute_batch("BEGIN IMMEDIATE; UPDATE settings SET updated_at = 'now'")
        .unwrap();
    let verdict = ["verdict", "add", "1", "false", "--because", "It waited."];
    let mut waiting = world
        .command(&verdict)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    thread::sleep(Duration::from_millis(300));
    assert!(waiting.try_wait().unwrap().is_none(), "it should wait");

    let claim = world.json(&["claim", "show", "1"]);
    assert_eq!(claim["verdicts"].as_array().unwrap().len(), 0);

    other.execute_batch("COMMIT").unwrap();
    assert!(waiting.wait().unwrap().success());
    let claim = world.json(&["claim", "show", "1"]);
    assert_eq!(claim["verdicts"][0]["rationale"], "It waited.");
}
