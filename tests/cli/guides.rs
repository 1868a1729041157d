//! The guides: short, whole, and with examples that run.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use assert_cmd::cargo::cargo_bin;
use claimdesk::cli::exit::Exit;

use crate::world::World;

const GUIDES: [&str; 5] = ["workflow", "anchors", "scales", "search", "formats"];

/// The commands that a guide shows, each in one line.
fn commands(guide: &str) -> Vec<String> {
    let whole = guide.replace("\\\n", " ");
    let shown = whole.lines().filter_map(|line| line.strip_prefix("    "));
    shown
        .filter(|line| line.starts_with("claimdesk "))
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_guide_is_a_screen_of_text() {
    let world = World::new();
    for name in GUIDES {
        let guide = world.run(&["help", name]).done();
        let lines: Vec<&str> = guide.lines().collect();
        assert!(lines.len() <= 45, "{name} has {} lines", lines.len());
        for line in lines {
            assert!(line.chars().count() <= 80, "{name}: {line}");
            assert!(!line.starts_with('#'), "{name}: {line}");
        }
    }
}

/// Runs every command of a guide as it stands.
#[cfg(unix)]
fn run_all(world: &World, name: &str) {
    let program = cargo_bin("claimdesk");
    let path = format!("{}:/usr/bin:/bin", program.parent().unwrap().display());
    let commands = commands(&world.run(&["help", name]).done());
    assert!(commands.len() > 3, "{name}: {commands:?}");
    for line in commands {
        let output = Command::new("sh")
            .args(["-c", &line])
            .env_clear()
            .env("PATH", &path)
            .env("HOME", world.path(""))
            .current_dir(world.path(""))
            .output()
            .unwrap();
        // `gate` may answer no.
        let done = matches!(output.status.code(), Some(0 | 1));
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(done, "help {name}: {line}\n{told}");
    }
}

/// An article of the repository, put into the world.
#[cfg(unix)]
fn bring(world: &World, from: &str, to: &str, change: impl FnOnce(Vec<u8>) -> Vec<u8>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(from);
    world.write(to, change(fs::read(path).unwrap()));
}

#[cfg(unix)]
#[test]
fn the_workflow_can_be_followed_with_a_draft() {
    let world = World::new();
    bring(&world, "tests/articles/draft.docx", "draft.docx", |same| {
        same
    });
    world.run(&["demo", "other"]).done();
    let report = ["report", "1", "--desk", "other/claimdesk.db", "-o"];
    world.run(&[&report[..], &["draft-2.docx"]].concat()).done();
    run_all(&world, "workflow");
}

#[cfg(unix)]
#[test]
fn the_other_guides_hold_on_the_desk_of_the_demo() {
    for name in &GUIDES[1..] {
        let world = World::new();
        world.run(&["demo", "."]).done();
        bring(&world, "tests/articles/draft.docx", "draft.docx", |same| {
            same
        });
        bring(&world, "data/sample/article.txt", "draft-2.txt", |text| {
            let text = String::from_utf8(text).unwrap();
            text.replace("came in 2018", "came in August 2018")
                .into_bytes()
        });
        run_all(&world, name);
    }
}

#[test]
fn a_guide_can_be_named_like_a_command_and_a_slip_is_noticed() {
    let world = World::new();
    let guide = world.run(&["help", "search"]).done();
    assert!(guide.starts_with("How to find it again\n"), "{guide}");
    let slip = world.run(&["help", "anchor"]).fails_with(Exit::Usage);
    assert!(slip.contains("did you mean “anchors”?"), "{slip}");
    let slip = world
        .run(&["help", "claim", "shwo"])
        .fails_with(Exit::Usage);
    assert!(slip.contains("did you mean “show”?"), "{slip}");
}

#[test]
fn help_on_a_command_is_what_its_option_prints() {
    let world = World::new();
    for words in [&["claim", "show"][..], &["verdict"], &["search", "--help"]] {
        let mut asked = words.to_vec();
        asked.retain(|word| *word != "--help");
        let by_option = world.run(&[&asked[..], &["--help"]].concat()).done();
        assert!(by_option.contains("Usage: claimdesk"), "{by_option}");
        if asked != ["search"] {
            let by_command = world.run(&[&["help"], &asked[..]].concat()).done();
            assert_eq!(by_command, by_option);
        }
    }
    let first_page = world.run(&["help"]).done();
    assert_eq!(first_page, world.run(&["--help"]).done());
    assert!(first_page.contains("help workflow"), "{first_page}");
}
