//! The pages hold: every example of the README and of `docs` is run and prints
//! what is shown.
//!
//! Each page has a shell and an empty home of its own, with a copy of
//! `data/sample` in it, so that pages can be read in any order. Its `sh` blocks
//! run one after the other. The `text` block right after one is what standard
//! output and standard error say together. In it, a line with nothing but `…`
//! stands for lines left out; times and hashes may be any.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::fs;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;

use assert_cmd::cargo::cargo_bin;

use crate::docs_pages::{Page, pages, root};
use crate::world::World;

/// What stands before a command when the program isn't installed.
const UNINSTALLED: &str = "cargo run --release --";

/// Stands for lines left out.
const LEFT_OUT: &str = "…";

/// Separates what the blocks print; no block prints it.
const NEXT: char = '\u{1e}';

/// Pages that are run at the same time.
const AT_ONCE: usize = 4;

/// Pages about the work on claimdesk, whose commands are not for users' desks.
const FOR_DEVELOPERS: [&str; 2] = ["CONTRIBUTING.md", "data/README.md"];

/// A block of commands, with what the page shows of their output.
struct Example {
    script: String,
    shown: Option<String>,
}

/// The blocks that run the program; cargo's other work is left to cargo.
fn examples(page: &Page) -> Vec<Example> {
    let blocks = page.blocks();
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

/// An empty home with what the repository holds beside the program.
fn home() -> World {
    let world = World::new();
    for entry in fs::read_dir(root().join("data/sample")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        world.write(&format!("data/sample/{name}"), fs::read(&path).unwrap());
    }
    world
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
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    said.split(NEXT).map(str::to_owned).collect()
}

/// What is wrong with a page, if anything is.
fn complaint(page: &Page) -> Option<String> {
    let examples = examples(page);
    if examples.is_empty() {
        return None;
    }
    let printed = printed(&home(), &examples);
    for (index, Example { script, shown }) in examples.iter().enumerate() {
        let said = printed.get(index).map_or("", String::as_str);
        if index + 1 >= printed.len() {
            return Some(format!(
                "{}: an example fails\n\n{script}\n\nsays\n\n{said}",
                page.name
            ));
        }
        if let Some(shown) = shown.as_ref().filter(|shown| !is_shown(shown, said)) {
            return Some(format!(
                "{}: an example prints something else\n\n{script}\n\nprints\n\n{said}\nand not\n\n{shown}",
                page.name
            ));
        }
    }
    None
}

#[test]
fn the_examples_print_what_is_shown() {
    let mut pages = pages();
    pages.retain(|page| !FOR_DEVELOPERS.contains(&page.name.as_str()));
    assert!(pages.iter().any(|page| page.name == "README.md"));
    let left = Mutex::new(pages.iter());
    let complaints = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let next = left.lock().unwrap().next();
                    let Some(page) = next else { break };
                    complaints.lock().unwrap().extend(complaint(page));
                }
            });
        }
    });
    let complaints = complaints.into_inner().unwrap();
    assert!(complaints.is_empty(), "{}", complaints.join("\n\n"));
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
