//! The README holds: its examples are run and print what it shows, its tables
//! name every command, every exit code, and fields that are there, and what it
//! says of Rust and of the network is so.
//!
//! Every `sh` block runs, in the order of the page, in one shell and one
//! folder that holds a copy of `data`. The `text` block right after it is what
//! standard output and standard error say together. In it, a line with
//! nothing but `…` stands for lines left out; times and hashes may be any.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use assert_cmd::cargo::cargo_bin;
use claimdesk::cli::exit::Exit;
use claimdesk::gate::{GateRule, Policy};
use claimdesk::ingest::{DocumentType, limits};
use claimdesk::lint::{RULES, Rule};
use serde_json::Value;
use strum::{IntoEnumIterator, VariantNames};

use crate::world::World;

const README: &str = include_str!("../../README.md");

/// What stands before a command when the program isn't installed.
const UNINSTALLED: &str = "cargo run --release --";

/// Stands for lines left out.
const LEFT_OUT: &str = "…";

/// Separates what the blocks print; no block prints it.
const NEXT: char = '\u{1e}';

/// A block of commands, with what the page shows of their output.
struct Example {
    script: String,
    shown: Option<String>,
}

/// The fenced blocks of the page: their language and their content.
fn blocks() -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    let mut lines = README.lines();
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let content: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            found.push((language, content.join("\n")));
        }
    }
    found
}

/// The blocks that run the program; cargo's other work is left to cargo.
fn examples() -> Vec<Example> {
    let blocks = blocks();
    let shown_after = |index: usize| match blocks.get(index + 1) {
        Some(("text", shown)) => Some(shown.clone()),
        _ => None,
    };
    let scripts = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.0 == "sh");
    scripts
        .map(|(index, (_, script))| Example {
            script: script.replace(UNINSTALLED, "claimdesk"),
            shown: shown_after(index),
        })
        .filter(|example| !example.script.starts_with("cargo "))
        .collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// What each script prints, up to the first that fails.
fn printed(world: &World, examples: &[Example]) -> Vec<String> {
    let program = cargo_bin("claimdesk");
    let folder = program.parent().unwrap();
    let scripts: Vec<String> = examples
        .iter()
        .map(|example| format!("{}\nprintf '{NEXT}'\n", example.script))
        .collect();
    let output = Command::new("sh")
        .args(["-euc", &format!("exec 2>&1\n{}", scripts.concat())])
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", folder.display()))
        .env("HOME", world.path(""))
        .env("COLUMNS", "100")
        .current_dir(world.path(""))
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    said.split(NEXT).map(str::to_owned).collect()
}

/// The line with every time and every hash made the same. A date alone stays:
/// it is part of what the article or a source says.
fn normalised(line: &str) -> String {
    const SHAPES: [(&str, &str); 5] = [
        ("dddd-dd-ddTdd:dd:dd.ddddddZ", "<time, microsecond>"),
        ("ddddddddTddddddZ", "<time, in a name>"),
        ("dddd-dd-dd dd:dd:dd", "<time, second>"),
        ("dddd-dd-dd dd:dd", "<time, minute>"),
        (
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "<hash>",
        ),
    ];
    let fits = |text: &str, shape: &str| {
        let same = |(c, sign): (char, char)| match sign {
            'd' => c.is_ascii_digit(),
            'x' => c.is_ascii_digit() || ('a'..='f').contains(&c),
            _ => c == sign,
        };
        text.chars().count() >= shape.len() && text.chars().zip(shape.chars()).all(same)
    };
    let mut rest = line;
    let mut result = String::new();
    while let Some(first) = rest.chars().next() {
        if let Some((shape, name)) = SHAPES.iter().find(|(shape, _)| fits(rest, shape)) {
            result += name;
            rest = &rest[shape.len()..];
        } else {
            result.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    result
}

/// Whether `printed` is what is shown: the pieces between the lines left out
/// stand in it in their order, the first at its start, the last at its end.
fn is_shown(shown: &str, printed: &str) -> bool {
    let shown: Vec<String> = shown.lines().map(normalised).collect();
    let printed: Vec<String> = printed.lines().map(normalised).collect();
    let mut pieces = shown.split(|line| line == LEFT_OUT);
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = printed.strip_prefix(first) else {
        return false;
    };
    let mut ends = rest.is_empty();
    for piece in pieces {
        // At least one line is left out.
        let place = (1..=rest.len()).find(|start| rest[*start..].starts_with(piece));
        let Some(start) = place else { return false };
        ends = piece.is_empty() || rest.ends_with(piece);
        rest = &rest[start + piece.len()..];
    }
    ends
}

#[test]
fn lines_left_out_are_found_between_the_others() {
    let printed = "a\nb\nc\nadded 2026-01-31 09:30 UTC\n";
    assert!(is_shown("a\nb\nc\nadded 2020-02-02 10:00 UTC", printed));
    assert!(is_shown("a\n…\nadded 2020-02-02 10:00 UTC", printed));
    assert!(is_shown("a\n…", printed));
    assert!(is_shown("…\nb\n…", printed));
    assert!(!is_shown("a\nb\nc", printed));
    assert!(!is_shown("a\n…\nb\nc\nadded 2020-02-02 10:00 UTC", printed));
    assert!(!is_shown("a\n…\nc", printed));
    assert!(!is_shown("a\n…\nb\n…\nb\n…", printed));
    assert!(!is_shown("…\nadded 2020-02-02 UTC", printed));
}

#[cfg(unix)]
#[test]
fn the_examples_print_what_is_shown() {
    let world = World::new();
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("data"),
        &world.path("data"),
    );
    let examples = examples();
    let printed = printed(&world, &examples);
    for (index, Example { script, shown }) in examples.iter().enumerate() {
        let said = printed.get(index).map_or("", String::as_str);
        assert!(
            index + 1 < printed.len(),
            "README.md: an example fails\n\n{script}\n\nsays\n\n{said}"
        );
        if let Some(shown) = shown {
            assert!(
                is_shown(shown, said),
                "README.md: an example prints something else\n\n{script}\n\nprints\n\n{said}\nand not\n\n{shown}"
            );
        }
    }
    assert!(world.read("report.html").contains("Taiwan"));
}

/// The rows of the table whose head is `head`, as cells.
fn table(head: &str) -> Vec<Vec<&'static str>> {
    let mut lines = README.lines().skip_while(|line| *line != head).skip(2);
    let rows = lines.by_ref().take_while(|line| line.starts_with('|'));
    let rows: Vec<Vec<&str>> = rows
        .map(|row| row.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert!(!rows.is_empty(), "no table has the head {head}");
    rows
}

/// The words between backticks.
fn words(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[test]
fn the_table_of_exit_codes_is_whole() {
    let told: Vec<(String, &str)> = table("| code | name | meaning |")
        .into_iter()
        .map(|row| (row[0].to_owned(), words(row[1]).next().unwrap()))
        .collect();
    let known: Vec<(String, &str)> = Exit::iter()
        .map(|exit| (exit.code().to_string(), exit.name()))
        .collect();
    assert_eq!(told, known);
}

#[test]
fn the_table_of_limits_is_so() {
    let told: Vec<u64> = table("| at most | number |")
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
    let rows = table("| rule | what it asks for |");
    let examples: Vec<&str> = rows.iter().filter_map(|row| words(row[0]).next()).collect();
    let policy: Policy = examples.join("\n").parse().unwrap();
    let told: Vec<GateRule> = policy.rules().iter().map(|rule| rule.name()).collect();
    let mut known = GateRule::ALL.to_vec();
    known.retain(|rule| *rule != GateRule::Blind);
    assert_eq!(told, known);
}

#[test]
fn the_table_of_the_linter_says_what_the_rules_say() {
    let row = |rule: &&Rule| {
        let Rule {
            code,
            name,
            severity,
            ..
        } = rule;
        format!(
            "| `{code}` | `{name}` | {severity} | {} |\n",
            rule.summary()
        )
    };
    let known: String = RULES.iter().map(row).collect();
    let readme =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let head = "| code | name | severity | finds |\n| --- | --- | --- | --- |\n";
    assert!(
        readme.contains(&format!("{head}{known}\n")),
        "{head}{known}"
    );
}

#[test]
fn the_table_of_types_is_whole() {
    let rows = table("| type | what is kept of it |");
    let told: Vec<&str> = rows.iter().filter_map(|row| words(row[0]).next()).collect();
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
    let rows = table("| to | command | which does this |");
    let told: Vec<&str> = rows.iter().flat_map(|row| words(row[1])).collect();
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
    for row in table("| command | fields |") {
        let what: Vec<&str> = words(row[0]).collect();
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
fn what_the_page_links_to_is_there() {
    let links = README
        .split("](")
        .skip(1)
        .map(|rest| rest.split(')').next().unwrap());
    for link in links.filter(|link| !link.starts_with("http")) {
        let file = link.split('#').next().unwrap();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        assert!(path.is_file(), "README.md links to {link}");
    }
}

#[test]
fn the_page_asks_for_the_rust_that_is_needed() {
    let needed = format!("{} or newer", env!("CARGO_PKG_RUST_VERSION"));
    assert!(README.contains(&needed));
}

#[test]
fn only_one_room_can_touch_the_network() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
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
