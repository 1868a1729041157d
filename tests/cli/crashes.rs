//! Killed at any moment, a command has done all of its work or none, and the desk
//! goes on. `CLAIMDESK_KILLS=500 cargo test --test cli crashes -- --nocapture` is the
//! long form, and tells what it did.
#![expect(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself, and tells what it did where that is asked for"
)]

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use claimdesk::chance::Random;
use serde_json::json;

use crate::sql;
use crate::world::{ARTICLE, World};

/// How many commands are killed where nobody says.
const KILLS: usize = 60;

/// Commands that write, each of which ends well on the desk of [`template`].
const DEEDS: &[&[&str]] = &[
    &["article", "add", "long.txt"],
    &["article", "revise", "1", "revised.txt"],
    &["article", "remove", "2"],
    &["claim", "add", "1", "--quote", "two million crowns"],
    &[
        "claim",
        "edit",
        "1",
        "--statement",
        "The bridge opened in May 1931.",
    ],
    &["claim", "dismiss", "2", "--because", "Nobody doubts it."],
    &[
        "verdict",
        "add",
        "1",
        "true",
        "--because",
        "Seen on site.",
        "--source",
        "https://example.org/site",
        "--locator",
        "p. 1",
    ],
    &["ruling", "sign-off", "1"],
    &[
        "evidence",
        "add",
        "1",
        "1",
        "--stance",
        "context",
        "--quote",
        "Opened in 1932",
    ],
    &["source", "snapshot", "1", "--file", "plaque.txt"],
    &[
        "flag",
        "add",
        "--claim",
        "1",
        "--category",
        "names",
        "--severity",
        "low",
        "--message",
        "Which bridge?",
    ],
    &["comment", "add", "1", "Ask the museum."],
    &["scale", "add", "house.toml"],
    &["config", "set", "publisher", "Facts Example"],
    &["import", "claims.jsonl"],
    &["import", "other-desk.jsonl"],
    &["lint", "1"],
    &["undo"],
];

const SCALE: &str = "slug = \"house\"\nname = \"House\"\ndescription = \"Ours.\"\n\
    [[rating]]\nslug = \"no\"\nlabel = \"No\"\ndescription = \"Wrong.\"\ntone = \"bad\"\n\
    [[rating]]\nslug = \"yes\"\nlabel = \"Yes\"\ndescription = \"Right.\"\ntone = \"good\"\n";

/// A desk on which something was done already, with files for what is to come.
fn template() -> World {
    let world = World::with_verdict();
    world.write("long.txt", ARTICLE.repeat(60));
    world.write("revised.txt", ARTICLE.replace("3 May 1931", "4 May 1932"));
    world.write("plaque.txt", "Opened in 1932, says the plaque.\n");
    world.write("house.toml", SCALE);
    let records: Vec<String> = (0..150)
        .map(|number| {
            json!({ "claim": format!("The dam number {number} broke."), "rating": "false", "reviewer": "lea",
                "sources": [{ "url": format!("https://archive.example/{number}"), "stance": "refutes" }] })
            .to_string()
        })
        .collect();
    world.write("claims.jsonl", records.join("\n"));
    world.write("other.txt", ARTICLE.replace("bridge", "dam"));
    world.run(&["article", "add", "other.txt"]).done();
    world.run(&["config", "set", "four-eyes", "off"]).done();
    let other = World::with_verdict();
    let archived = other.run(&["export", "--format", "archive"]).done();
    world.write("other-desk.jsonl", archived);
    world
        .run(&["comment", "add", "1", "To be taken back."])
        .done();
    world
}

/// Another folder with the same files.
fn copy_of(world: &World) -> World {
    let copy = World::new();
    for entry in fs::read_dir(world.path("")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        copy.write(&name, fs::read(world.path(&name)).unwrap());
    }
    copy
}

/// How many rows each table has, but for those that wait to be indexed.
fn rows(world: &World) -> BTreeMap<String, i64> {
    let desk = sql::open(&world.desk());
    let tables = sql::tables(&desk).into_iter();
    tables
        .filter(|table| table != "unindexed")
        .map(|table| {
            let count = sql::number(&desk, &format!("SELECT count(*) FROM {table}"));
            (table, count)
        })
        .collect()
}

/// Runs a command and kills it after so long. True when it was done before.
fn killed_after(world: &World, deed: &[&str], wait: Duration) -> bool {
    let mut command = world.command(deed);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    thread::sleep(wait);
    child.kill().unwrap();
    child.wait().unwrap().success()
}

#[test]
fn every_command_that_writes_is_done_whole_or_not_at_all() {
    let kills = std::env::var("CLAIMDESK_KILLS");
    let kills: usize = kills.map_or(KILLS, |kills| kills.parse().unwrap());
    let template = template();
    let before = (rows(&template), sql::content(&sql::open(&template.desk())));
    let mut random = Random::new(11);
    let (mut none, mut whole, mut told) = (0, 0, 0);
    let done: Vec<_> = DEEDS
        .iter()
        .map(|deed| {
            let world = copy_of(&template);
            let start = Instant::now();
            world.run(deed).done();
            (start.elapsed(), rows(&world))
        })
        .collect();
    for number in 0..kills {
        let at = number % DEEDS.len();
        let (deed, (time, after)) = (DEEDS[at], &done[at]);
        let world = copy_of(&template);
        let thousandths = u32::try_from(random.below(1_200)).unwrap();
        let acknowledged = killed_after(&world, deed, *time * thousandths / 1_000);
        let left = rows(&world);
        if left == before.0 && left != *after {
            assert!(!acknowledged, "{deed:?} was done, and left nothing");
            assert_eq!(
                sql::content(&sql::open(&world.desk())),
                before.1,
                "{deed:?}"
            );
            none += 1;
        } else {
            assert_eq!(left, *after, "{deed:?} left half of its work");
            whole += 1;
        }
        told += usize::from(acknowledged);
        sql::assert_sound(&world.desk());
        // The next command finds no lock and no trace.
        world
            .run(&["comment", "add", "1", "And on it goes."])
            .done();
        world.run(&["doctor"]).done();
    }
    println!(
        "{kills} kills: {none} left nothing, {whole} left all of it, {told} of these had been told as done; 0 losses"
    );
    assert!(none > 0 && whole > 0, "{none} and {whole}");
}

/// Runs a command of which no file may grow beyond so many blocks of 1024 bytes.
pub(crate) fn with_little_room(world: &World, deed: &[&str], blocks: u64) -> std::process::Output {
    let command = world.command(deed);
    let program = command.get_program().to_owned();
    let mut shell = Command::new("bash");
    shell
        .args([
            "-c",
            "trap '' XFSZ; ulimit -f \"$1\"; shift; exec \"$@\"",
            "bash",
        ])
        .arg(blocks.to_string())
        .arg(program)
        .args(deed)
        .current_dir(world.path(""))
        .stdin(Stdio::null());
    shell.output().unwrap()
}

#[test]
fn without_room_on_the_disk_a_command_fails_and_loses_nothing() {
    let template = template();
    let before = sql::content(&sql::open(&template.desk()));
    let size = fs::metadata(template.desk()).unwrap().len() / 1024;
    for deed in [DEEDS[0], DEEDS[6], DEEDS[9], DEEDS[14]] {
        for room in [0, 40, size] {
            let world = copy_of(&template);
            let ended = with_little_room(&world, deed, room);
            if ended.status.success() {
                continue;
            }
            let why = String::from_utf8(ended.stderr).unwrap();
            assert!(
                why.starts_with("claimdesk: "),
                "{deed:?} with {room} KiB: {why}"
            );
            assert!(!why.contains("panicked"), "{why}");
            assert_eq!(
                sql::content(&sql::open(&world.desk())),
                before,
                "{deed:?} with {room} KiB"
            );
            sql::assert_sound(&world.desk());
            world.run(deed).done();
        }
    }
}
