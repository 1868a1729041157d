//! Help: every command explains itself, to people and to shells.

use claimdesk::cli::exit::Exit;
use strum::IntoEnumIterator;

use crate::world::World;

/// Every command with its words, those of groups included.
fn commands() -> Vec<Vec<String>> {
    fn below(command: &clap::Command, words: &[String], all: &mut Vec<Vec<String>>) {
        for child in command
            .get_subcommands()
            .filter(|child| child.get_name() != "help")
        {
            let words = [words, &[child.get_name().to_owned()]].concat();
            below(child, &words, all);
            all.push(words);
        }
    }
    let mut all = Vec::new();
    below(&claimdesk::cli::command(), &[], &mut all);
    all
}

#[test]
fn every_command_says_what_it_does_and_shows_an_example() {
    let world = World::new();
    let commands = commands();
    assert!(commands.len() > 30, "{commands:?}");
    for words in &commands {
        let mut arguments: Vec<&str> = words.iter().map(String::as_str).collect();
        arguments.push("--help");
        let help = world.run(&arguments).done();
        assert!(help.contains("Usage: claimdesk"), "{help}");
        let is_group = commands
            .iter()
            .any(|other| other.len() > words.len() && other.starts_with(words));
        assert!(
            is_group || help.contains("Example"),
            "{words:?} shows no example"
        );
    }
}

#[test]
fn without_a_command_it_explains_itself_and_fails() {
    let world = World::new();
    let output = world.run(&[]);
    assert_eq!(output.code, Some(i32::from(Exit::Usage.code())));
    assert!(
        output.stderr.contains("Start with `claimdesk demo`"),
        "{}",
        output.stderr
    );
}

#[test]
fn every_exit_code_is_in_what_help_says_of_them() {
    let help = World::new().run(&["--help"]).done();
    let (_, told) = help.split_once("Exit codes:").unwrap();
    let numbers: Vec<&str> = told
        .split(|c: char| !c.is_ascii_digit())
        .filter(|word| !word.is_empty())
        .collect();
    let ranges: Vec<(u8, u8)> = told
        .split(", ")
        .filter_map(|part| {
            let mut words = part.split_whitespace();
            let first = words.next()?.parse().ok()?;
            let last = (words.next() == Some("to")).then(|| words.next()?.parse().ok());
            Some((first, last.flatten().unwrap_or(first)))
        })
        .collect();
    assert!(numbers.len() > ranges.len(), "{told}");
    for exit in Exit::iter() {
        let code = exit.code();
        let said = ranges
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&code));
        assert!(said, "{} ({code}) is not in: {told}", exit.name());
    }
}

#[test]
fn shells_can_complete_commands() {
    let world = World::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(
            world
                .run(&["completions", shell])
                .done()
                .contains("claimdesk"),
            "{shell}"
        );
    }
}

#[test]
fn every_command_has_a_manual_page() {
    let world = World::new();
    assert!(world.run(&["man"]).done().contains(".TH claimdesk"));
    std::fs::create_dir(world.path("man")).expect("made");
    world.run(&["man", "man"]).done();
    for words in commands() {
        let page = format!("man/claimdesk-{}.1", words.join("-"));
        assert!(world.path(&page).exists(), "{page}");
    }
}

#[test]
fn the_version_tells_one_build_from_another() {
    let world = World::new();
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(world.run(&["-V"]).done(), format!("claimdesk {version}\n"));
    let long = world.run(&["--version"]).done();
    assert!(
        long.starts_with(&format!("claimdesk {version}\ncommit  ")),
        "{long}"
    );
    assert!(long.contains("\ndesk    version 1\nSQLite  3."), "{long}");
}
