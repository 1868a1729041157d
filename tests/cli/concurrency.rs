//! Many programs at one desk: none is turned away, nothing is lost, and the
//! history stays one chain. `CLAIMDESK_SECONDS=60 cargo test --test cli concurrency --
//! --nocapture` is the long form, and tells how much was done.

use std::collections::BTreeSet;
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use claimdesk::cli::exit::Exit;

use crate::sql;
use crate::world::World;

const WRITERS: usize = 16;
const READERS: usize = 16;

/// How long they go on where nobody says.
const SECONDS: u64 = 6;

/// What readers look at, in turns.
const LOOKS: &[&[&str]] = &[
    &["audit", "verify"],
    &["claim", "show", "1"],
    &["claim", "list"],
    &["search", "bridge"],
    &["stats"],
    &["export", "--format", "jsonl"],
];

/// Half of the writers judge the same claim.
fn claim_of(writer: usize) -> &'static str {
    ["1", "1", "2", "3"][writer % 4]
}

/// Judges until the time is over. What the program said was done.
fn judge_again_and_again(world: &World, writer: usize, over: &AtomicBool) -> Vec<String> {
    let mut said = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let because = format!("writer {writer}, turn {}", said.len());
        let verdict = [
            "verdict",
            "add",
            claim_of(writer),
            "false",
            "--because",
            &because,
        ];
        world.run(&verdict).done();
        said.push(because);
    }
    said
}

/// Looks at the desk until the time is over. How often.
fn look_on(world: &World, reader: usize, over: &AtomicBool) -> usize {
    let mut looks = 0;
    while !over.load(Ordering::Relaxed) {
        world.run(LOOKS[(reader + looks) % LOOKS.len()]).done();
        looks += 1;
    }
    looks
}

#[test]
#[expect(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "tells what it did where that is asked for"
)]
fn sixteen_who_judge_while_sixteen_look_lose_no_verdict_and_are_not_turned_away() {
    let seconds = std::env::var("CLAIMDESK_SECONDS");
    let seconds = seconds.map_or(SECONDS, |seconds| seconds.parse().unwrap());
    let world = World::with_article();
    let over = AtomicBool::new(false);
    let (said, looks) = thread::scope(|scope| {
        let (world, over) = (&world, &over);
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| scope.spawn(move || judge_again_and_again(world, writer, over)))
            .collect();
        let readers: Vec<_> = (0..READERS)
            .map(|reader| scope.spawn(move || look_on(world, reader, over)))
            .collect();
        thread::sleep(Duration::from_secs(seconds));
        over.store(true, Ordering::Relaxed);
        let said = writers
            .into_iter()
            .flat_map(|writer| writer.join().unwrap());
        let said: BTreeSet<String> = said.collect();
        let looks: usize = readers
            .into_iter()
            .map(|reader| reader.join().unwrap())
            .sum();
        (said, looks)
    });

    let desk = sql::open(&world.desk());
    let kept: BTreeSet<String> = sql::texts(&desk, "SELECT rationale FROM verdicts")
        .into_iter()
        .collect();
    assert_eq!(kept, said);
    // On each claim one verdict stands, and each other was replaced once.
    let standing = "SELECT count(*) FROM verdicts v
                    WHERE NOT EXISTS (SELECT 1 FROM verdicts n WHERE n.supersedes_id = v.id)";
    assert_eq!(sql::number(&desk, standing), 3);
    // One line for each verdict, after those for the desk and its article.
    assert_eq!(world.events(), 2 + said.len());
    drop(desk);
    sql::assert_sound(&world.desk());
    // Whoever was last has let go of everything.
    assert!(!world.path("claimdesk.db-wal").exists());
    println!(
        "{WRITERS} writers gave {} verdicts and {READERS} readers looked {looks} times in {seconds} s; 0 were turned away, 0 lost",
        said.len()
    );
}

#[test]
fn of_programs_that_make_the_same_desk_at_once_one_succeeds() {
    let world = World::new();
    let init = ["init", "--as", "ana", "--name", "Ana Ruiz"];
    let codes: Vec<_> = thread::scope(|scope| {
        let tries: Vec<_> = (0..WRITERS)
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
        (1, WRITERS - 1),
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
