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
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use claimdesk::chance::Random;
use serde_json::json;

use crate::durability::{killed_after, time_of};
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

/// How many commands are to be killed.
fn kills() -> usize {
    let kills = std::env::var("CLAIMDESK_KILLS");
    kills.map_or(KILLS, |kills| kills.parse().unwrap())
}

/// A moment up to some time after a command that takes so long is done.
fn moment(random: &mut Random, whole: Duration) -> Duration {
    whole * u32::try_from(random.below(1_200)).unwrap() / 1_000
}

#[test]
fn every_command_that_writes_is_done_whole_or_not_at_all() {
    let kills = kills();
    let template = template();
    let before = (rows(&template), sql::content(&sql::open(&template.desk())));
    let mut random = Random::new(11);
    let (mut none, mut whole, mut told) = (0, 0, 0);
    let done: Vec<_> = DEEDS
        .iter()
        .map(|deed| {
            let world = copy_of(&template);
            (time_of(&world, deed), rows(&world))
        })
        .collect();
    for number in 0..kills {
        let at = number % DEEDS.len();
        let (deed, (time, after)) = (DEEDS[at], &done[at]);
        let world = copy_of(&template);
        let acknowledged = killed_after(&world, deed, moment(&mut random, *time));
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

/// What a folder holds that a command made on its way.
fn half_made(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.contains(".new-")).collect()
}

/// A backup into a folder, one over an earlier one, and the way back from that.
const COPIES: &[&[&str]] = &[
    &["backup", "copies/", "--keep", "2"],
    &["backup", "copy.db"],
    &["restore", "copy.db"],
];

#[test]
fn a_copy_of_the_desk_is_made_whole_or_not_at_all() {
    let kills = kills() / 4;
    let template = template();
    template.run(&["backup", "copy.db"]).done();
    template.run(&["comment", "add", "1", "Since then."]).done();
    let content = |file: &Path| sql::content(&sql::open(file));
    let (before, now) = (
        content(&template.path("copy.db")),
        content(&template.desk()),
    );
    let mut random = Random::new(12);
    let mut half = 0;
    for number in 0..kills {
        let deed = COPIES[number % COPIES.len()];
        let time = time_of(&copy_of(&template), deed);
        let world = copy_of(&template);
        let acknowledged = killed_after(&world, deed, moment(&mut random, time));
        let made = fs::read_dir(world.path("copies")).into_iter().flatten();
        let made = made.map(|copy| copy.unwrap().path());
        let made: Vec<_> = made
            .filter(|copy| copy.extension().is_some_and(|ending| ending == "db"))
            .chain([world.path("copy.db"), world.desk()])
            .collect();
        for whole in &made {
            sql::assert_sound(whole);
            let content = content(whole);
            assert!(
                content == before || content == now,
                "{deed:?} left {whole:?}"
            );
        }
        if acknowledged {
            match number % COPIES.len() {
                0 => assert_eq!((made.len(), content(&made[0])), (3, now.clone())),
                1 => assert_eq!(content(&world.path("copy.db")), now),
                _ => assert_eq!(content(&world.desk()), before),
            }
        }
        let folder = if deed[1] == "copies/" { "copies" } else { "" };
        half += half_made(&world.path(folder)).len();
        // The next copy clears away what was left of this one.
        world.run(deed).done();
        assert_eq!(half_made(&world.path(folder)), [""; 0], "{deed:?}");
    }
    println!("{kills} kills of backups and restores: {half} left something half made, 0 losses");
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
