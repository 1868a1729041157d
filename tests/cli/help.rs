//! Help: every command explains itself.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

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

/// Commands after which nothing is left to do, and why.
const ENDS: [(&str, &str); 2] = [
    (
        "audit check",
        "who checks a bundle has no desk to go on with",
    ),
    ("schema", "what comes next is another program"),
];

/// Every command that does something, with what stands below its help.
fn leaves() -> Vec<(String, String)> {
    let root = claimdesk::cli::command();
    let mut leaves = Vec::new();
    for words in commands() {
        let mut command = &root;
        for word in &words {
            command = command.find_subcommand(word).unwrap();
        }
        if !command.has_subcommands() {
            let below = command.get_after_help().map(ToString::to_string);
            leaves.push((words.join(" "), below.unwrap_or_default()));
        }
    }
    leaves
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
        let about = help.lines().next().unwrap();
        assert!(
            about.len() > 5 && !about.ends_with('.'),
            "{words:?}: {about}"
        );
    }
    for (command, below) in leaves() {
        assert!(!examples(&below).is_empty(), "{command} shows no example");
        let says = below.contains("\n\nNext: ");
        let ends = ENDS.iter().any(|(end, _)| *end == command);
        assert!(
            says != ends,
            "{command} says what to do next, or is among those that don't"
        );
    }
}

/// The command lines below “Example:”, each whole.
fn examples(below: &str) -> Vec<String> {
    let lines = below
        .lines()
        .skip_while(|line| !matches!(*line, "Example:" | "Examples:"))
        .skip(1)
        .take_while(|line| line.starts_with("  "));
    let all = lines.collect::<Vec<_>>().join("\n").replace("\\\n", " ");
    all.lines().map(|line| line.trim().to_owned()).collect()
}

/// What a line of a shell says to claimdesk.
fn said(line: &str) -> Vec<Vec<String>> {
    let words = shlex::split(line).unwrap_or_else(|| panic!("{line} is not whole"));
    words
        .split(|word| word == "|" || word == "&&")
        .filter(|words| words[0] == "claimdesk")
        .map(|words| {
            let own = words
                .iter()
                .take_while(|word| !word.starts_with(['>', '<']));
            own.cloned().collect()
        })
        .collect()
}

#[test]
fn every_example_is_understood() {
    let mut count = 0;
    for (command, below) in leaves() {
        for words in examples(&below).iter().flat_map(|line| said(line)) {
            let understood = claimdesk::cli::command().try_get_matches_from(&words);
            assert!(understood.is_ok(), "{command}: {}", understood.unwrap_err());
            count += 1;
        }
    }
    assert!(count > 100, "{count} examples were found");
}

/// What stands between backticks and begins with the program's name.
fn mentioned(text: &str) -> impl Iterator<Item = &str> {
    let quoted = text.split('`').skip(1).step_by(2);
    quoted.filter(|quoted| quoted.starts_with("claimdesk "))
}

/// Walks as far down as the words of a mention go, and looks for its options.
fn check_mention(mention: &str) {
    let mut root = claimdesk::cli::command();
    root.build();
    let mut command = &root;
    for word in shlex::split(mention).unwrap().iter().skip(1) {
        if let Some(option) = word.strip_prefix("--") {
            let known = |arg: &&clap::Arg| arg.get_long() == Some(option);
            assert!(
                command.get_arguments().any(|arg| known(&arg)),
                "{mention}: {word}"
            );
        } else if command.has_subcommands() && word != "VERB" {
            let found = command.find_subcommand(word);
            command = found.unwrap_or_else(|| panic!("{mention}: no {word}"));
        }
    }
}

#[test]
fn what_help_points_to_is_there() {
    let mut root = claimdesk::cli::command();
    let mut count = 0;
    let mut check = |command: &mut clap::Command| {
        for mention in mentioned(&command.render_long_help().to_string().replace('\n', " ")) {
            check_mention(mention);
            count += 1;
        }
    };
    check(&mut root);
    for noun in root.get_subcommands_mut() {
        check(noun);
        noun.get_subcommands_mut().for_each(&mut check);
    }
    assert!(count > 100, "{count} mentions were found");
}

#[test]
fn the_first_page_fits_a_terminal_and_names_every_command_once() {
    let world = World::new();
    let page = |option: &str| {
        let mut command = world.command(&[option]);
        let output = command.env("COLUMNS", "80").output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let page = [page("-h"), page("--help")].concat();
    for line in page.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    for command in claimdesk::cli::command().get_subcommands() {
        let row = format!("\n  {} ", command.get_name());
        let count = page.matches(&row).count();
        let expected = if command.get_name() == "help" { 12 } else { 2 };
        assert_eq!(count, expected, "{row}\n{page}");
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
fn every_command_and_guide_has_a_manual_page() {
    let world = World::new();
    let first = world.run(&["man"]).done();
    assert!(first.contains(".TH claimdesk"), "{first}");
    assert!(first.contains("claimdesk\\-search(7)"), "{first}");
    world.run(&["man", "man"]).done();
    for words in commands() {
        let page = format!("man/man1/claimdesk-{}.1", words.join("-"));
        assert!(world.path(&page).exists(), "{page}");
    }
    let guide = world.read("man/man7/claimdesk-workflow.7");
    assert!(
        guide.contains("claimdesk\\-workflow \\- From a draft to a published article"),
        "{guide}"
    );
    assert!(guide.contains(".EX\n"), "{guide}");
}

#[test]
fn the_manual_is_installed_where_man_looks() {
    let world = World::new();
    let said = world.run(&["man", "--install"]).stderr;
    assert!(said.contains("MANPATH="), "{said}");
    for page in ["man1/claimdesk.1", "man7/claimdesk-anchors.7"] {
        assert!(
            world.path(&format!(".local/share/man/{page}")).exists(),
            "{page}"
        );
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
