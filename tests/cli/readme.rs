//! What the pages say of the program is so: their tables name every command,
//! every exit code, and fields that are there; what they say of Rust and of the
//! network holds.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::collections::BTreeSet;
use std::fs;

use claimdesk::cli::exit::Exit;
use claimdesk::gate::{GateRule, Policy};
use claimdesk::ingest::{DocumentType, limits};
use serde_json::Value;
use strum::{IntoEnumIterator, VariantNames};

use crate::docs_pages::{page, root, words};
use crate::world::World;

#[test]
fn the_table_of_exit_codes_is_whole() {
    let told: Vec<(String, String)> = page("docs/reference/exit-codes.md")
        .table("| code | name | meaning |")
        .into_iter()
        .map(|row| (row[0].clone(), words(&row[1]).next().unwrap().to_owned()))
        .collect();
    let known: Vec<(String, String)> = Exit::iter()
        .map(|exit| (exit.code().to_string(), exit.name().to_owned()))
        .collect();
    assert_eq!(told, known);
}

#[test]
fn the_table_of_limits_is_so() {
    let told: Vec<u64> = page("docs/reference/reading.md")
        .table("| at most | number |")
        .into_iter()
        .map(|row| row[1].replace(',', "").parse().unwrap())
        .collect();
    let known = [
        limits::MAX_BYTES,
        limits::MAX_TEXT_BYTES as u64,
        limits::MAX_DEPTH as u64,
        limits::MAX_ELEMENTS as u64,
        limits::MAX_ARCHIVE_ENTRIES as u64,
        limits::MAX_ENTRY_BYTES,
        limits::MAX_EXPANSION,
        limits::MAX_PAGES as u64,
        limits::MAX_UNPACKED_BYTES,
        limits::MAX_LOCKED_BYTES,
        limits::MAX_PAGE_BYTES as u64,
        limits::MAX_DRAWN_BYTES as u64,
        limits::MAX_FORM_DEPTH as u64,
        limits::MAX_MAPPED as u64,
        limits::MAX_PAGE_LINKS as u64,
        limits::MAX_NOTES as u64,
        limits::MAX_ARTICLES as u64,
    ];
    assert_eq!(told, known);
}

#[test]
fn the_table_of_rules_is_whole_and_its_examples_fit() {
    let rows = page("docs/how-to/gate.md").table("| rule | what it asks for |");
    let examples: Vec<&str> = rows
        .iter()
        .filter_map(|row| words(&row[0]).next())
        .collect();
    let policy: Policy = examples.join("\n").parse().unwrap();
    let told: Vec<GateRule> = policy.rules().iter().map(|rule| rule.name()).collect();
    let mut known = GateRule::ALL.to_vec();
    known.retain(|rule| *rule != GateRule::Blind);
    assert_eq!(told, known);
}

#[test]
fn the_table_of_types_is_whole() {
    let rows = page("docs/reference/reading.md").table("| type | what is kept of it |");
    let told: Vec<&str> = rows
        .iter()
        .filter_map(|row| words(&row[0]).next())
        .collect();
    assert_eq!(told, DocumentType::VARIANTS);
}

/// Every command that does something, with the nouns before it.
fn commands(command: &clap::Command, before: &str, found: &mut BTreeSet<String>) {
    for verb in command.get_subcommands() {
        let name = format!("{before}{}", verb.get_name());
        if verb.has_subcommands() {
            commands(verb, &format!("{name} "), found);
        } else {
            found.insert(name);
        }
    }
}

#[test]
fn the_table_of_commands_is_whole() {
    let rows =
        page("docs/reference/commands-by-task.md").table("| to | command | which does this |");
    let told: Vec<&str> = rows.iter().flat_map(|row| words(&row[1])).collect();
    let mut known = BTreeSet::new();
    commands(&claimdesk::cli::command(), "", &mut known);
    assert_eq!(
        told.iter()
            .map(|name| (*name).to_owned())
            .collect::<BTreeSet<_>>(),
        known
    );
    assert_eq!(told.len(), known.len(), "a command is listed twice");
}

/// What stands first between backticks in each row.
fn first_words(rows: &[Vec<String>]) -> BTreeSet<String> {
    let first = |row: &Vec<String>| words(&row[0]).next().map(str::to_owned);
    rows.iter().filter_map(first).collect()
}

/// The words that an option of a command takes.
fn choices(command: &str, option: &str) -> BTreeSet<String> {
    let program = claimdesk::cli::command();
    let command = program.find_subcommand(command).unwrap();
    let option = command
        .get_arguments()
        .find(|argument| argument.get_long() == Some(option))
        .unwrap();
    let values = option.get_possible_values();
    let names = values.iter().map(|value| value.get_name().to_owned());
    names.collect()
}

#[test]
fn the_tables_of_formats_are_whole() {
    let reports =
        page("docs/how-to/reports.md").table("| `--format` | for files named | what it is |");
    assert_eq!(first_words(&reports), choices("report", "format"));

    let formats = page("docs/how-to/exchange.md").table("| format | in | out | what it is |");
    for (column, command, option) in [(1, "import", "as-format"), (2, "export", "format")] {
        let mut rows = formats.clone();
        rows.retain(|row| row[column] == "yes");
        assert_eq!(first_words(&rows), choices(command, option), "{command}");
    }
    let documents = page("docs/how-to/validate.md").table("| kind | is held against |");
    assert_eq!(first_words(&documents), choices("validate", "kind"));
}

#[test]
fn the_promised_fields_are_there() {
    let world = World::with_verdict();
    let flag = [
        "flag",
        "add",
        "--claim",
        "1",
        "--category",
        "text",
        "--severity",
        "low",
        "--message",
        "m",
    ];
    world.run(&flag).done();
    let complaint = world
        .run(&["claim", "show", "99", "--format", "json"])
        .fails_with_json(Exit::UnknownNumber);
    for row in page("docs/reference/output.md").table("| command | fields |") {
        let what: Vec<&str> = words(&row[0]).collect();
        let values: Vec<Value> = match what[0] {
            "claim list" => vec![
                world.json(&["claim", "list"])[0].take(),
                world.json(&["claim", "show", "1"]),
            ],
            "verdict history" => vec![world.json(&["verdict", "history", "1"])[0].take()],
            "search" => vec![world.json(&["search", "bridge"])[0].take()],
            "match --clusters" => {
                world.write("copy.txt", format!("A copy\n\n{}", crate::world::ARTICLE));
                world.run(&["article", "add", "copy.txt"]).done();
                vec![world.json(&["match", "--clusters"])[0].take()]
            }
            "match" => {
                let own = world.json(&["claim", "show", "1"])["statement"].take();
                vec![world.json(&["match", own.as_str().unwrap()])[0].take()]
            }
            "doctor" => vec![world.json(&["doctor"])],
            "audit head" => vec![world.json(&["audit", "head"])],
            "audit check" => {
                world.run(&["audit", "export", "1", "-o", "c.zip"]).done();
                vec![world.json(&["audit", "check", "c.zip"])]
            }
            "audit verify" => vec![world.json(&["audit", "verify"])],
            "backup" => vec![world.json(&["backup", "backup.db"])],
            "restore" => vec![world.json(&["restore", "backup.db"])],
            "coverage" => vec![world.json(&["coverage", "1"])],
            "gate" => {
                let gate = ["gate", "1", "--format", "json"];
                vec![serde_json::from_str(&world.run(&gate).stdout).unwrap()]
            }
            "policy show" => vec![world.json(&["policy", "show"])],
            "verdict agreement" => vec![world.json(&["verdict", "agreement"])],
            "validate" => {
                world.write("review.json", "{\"@type\": \"ClaimReview\"}");
                let checked = world.run(&["validate", "review.json", "--format", "json"]);
                let found: Value = serde_json::from_str(&checked.stdout).unwrap();
                vec![found[0].clone()]
            }
            "lint" => vec![
                world.json(&["lint", "1"])[0].take(),
                world.json(&["flag", "list"])[0].take(),
            ],
            "extract" => vec![world.json(&["extract", "bridge.txt", "--all"])[0].take()],
            _ => vec![complaint.clone()],
        };
        for value in values {
            // A field in brackets is one of the objects in the field before.
            let told = row[1]
                .split(" (")
                .enumerate()
                .map(|(index, part)| match index {
                    0 => part,
                    _ => part.split_once(')').map_or("", |(_, after)| after),
                });
            for field in told.flat_map(words) {
                assert!(value.get(field).is_some(), "{}: no field {field}", row[0]);
            }
        }
    }
}

#[test]
fn the_page_asks_for_the_rust_that_is_needed() {
    let needed = format!("{} or newer", env!("CARGO_PKG_RUST_VERSION"));
    for name in ["README.md", "CONTRIBUTING.md"] {
        assert!(page(name).text.contains(&needed), "{name}");
    }
}

#[test]
fn only_one_room_can_touch_the_network() {
    let root = root();
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if path != root.join("src/fetch") {
                    folders.push(path);
                }
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            for word in ["ureq", "std::net", "TcpStream", "UdpSocket"] {
                assert!(!text.contains(word), "{} has {word}", path.display());
            }
        }
    }
}
