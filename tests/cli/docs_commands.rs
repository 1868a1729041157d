//! The page of all commands, made from the command line as clap knows it.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::fmt::Write;

use clap::{Arg, Command};

use crate::docs_pages::anchor;
use crate::docs_reference::{cell, prose};

/// Says all there is to say of every command.
pub(crate) fn told() -> String {
    let mut program = claimdesk::cli::command().term_width(100);
    program.build();
    let mut told = String::from(
        "What `claimdesk help COMMAND` says of each. [Commands by task](commands-by-task.md) is the shorter list.\n\n",
    );
    let mut commands = Vec::new();
    leaves(&program, &mut commands);
    for noun in program.get_subcommands().filter(|noun| is_shown(noun)) {
        let name = full_name(noun);
        let links: Vec<String> = commands
            .iter()
            .map(|command| full_name(command))
            .filter(|other| *other == name || other.starts_with(&format!("{name} ")))
            .map(|other| {
                format!(
                    "[{}](#{})",
                    other.trim_start_matches("claimdesk "),
                    anchor(&other)
                )
            })
            .collect();
        writeln!(told, "- {}", links.join(", ")).unwrap();
    }
    told += "\n## Options for every command\n\n";
    options(
        &mut told,
        program
            .get_arguments()
            .filter(|option| option.is_global_set()),
    );
    for command in commands {
        write!(told, "\n## {}\n\n", full_name(command)).unwrap();
        of_command(&mut told, command);
    }
    told
}

fn is_shown(command: &Command) -> bool {
    !command.is_hide_set()
}

fn leaves<'c>(command: &'c Command, found: &mut Vec<&'c Command>) {
    for child in command.get_subcommands().filter(|child| is_shown(child)) {
        if child.get_subcommands().any(is_shown) {
            leaves(child, found);
        } else {
            found.push(child);
        }
    }
}

fn full_name(command: &Command) -> String {
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
    name.to_owned()
}

fn of_command(told: &mut String, command: &Command) {
    let about = command.get_long_about().or(command.get_about()).unwrap();
    writeln!(told, "{}\n", prose(about.to_string().trim())).unwrap();
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    writeln!(told, "```text\n{usage}\n```\n").unwrap();
    let own = command
        .get_arguments()
        .filter(|argument| !argument.is_global_set() && !argument.is_hide_set())
        .filter(|argument| argument.get_id() != "help");
    options(told, own);
    if let Some(after) = command.get_after_long_help().or(command.get_after_help()) {
        after_help(told, after.to_string().trim());
    }
}

/// What stands behind the options: prose, and examples, whose lines are put in.
fn after_help(told: &mut String, after: &str) {
    for part in after.split("\n\n") {
        let (prose_lines, examples): (Vec<&str>, Vec<&str>) =
            part.lines().partition(|line| !line.starts_with("  "));
        for line in prose_lines {
            writeln!(told, "{}\n", prose(line)).unwrap();
        }
        if !examples.is_empty() {
            let examples: Vec<&str> = examples.iter().map(|line| &line[2..]).collect();
            writeln!(told, "```text\n{}\n```\n", examples.join("\n")).unwrap();
        }
    }
}

fn options<'a>(told: &mut String, arguments: impl Iterator<Item = &'a Arg>) {
    let rows: Vec<String> = arguments.map(row).collect();
    if !rows.is_empty() {
        write!(told, "| | what it is |\n| --- | --- |\n{}\n", rows.concat()).unwrap();
    }
}

fn row(argument: &Arg) -> String {
    let help = argument.get_long_help().or(argument.get_help());
    let mut what = help.map_or_else(String::new, ToString::to_string);
    let possible: Vec<String> = argument
        .get_possible_values()
        .iter()
        .filter(|value| !value.is_hide_set())
        .map(|value| format!("`{}`", value.get_name()))
        .collect();
    if argument.get_action().takes_values() && !possible.is_empty() {
        write!(what, ": {}", possible.join(", ")).unwrap();
    }
    let defaults: Vec<String> = argument
        .get_default_values()
        .iter()
        .map(|value| format!("`{}`", value.to_string_lossy()))
        .collect();
    if argument.get_action().takes_values() && !defaults.is_empty() {
        write!(what, " [default: {}]", defaults.join(", ")).unwrap();
    }
    format!(
        "| `{}` | {} |\n",
        written(argument).replace('|', "\\|"),
        cell(&what)
    )
}

/// How an argument is written.
fn written(argument: &Arg) -> String {
    let values: Vec<String> = argument
        .get_value_names()
        .into_iter()
        .flatten()
        .map(ToString::to_string)
        .collect();
    let values = values.join(" ");
    let takes = argument.get_action().takes_values();
    let long = argument.get_long().map(|long| format!("--{long}"));
    let short = argument.get_short().map(|short| format!("-{short}"));
    let names: Vec<String> = [short, long].into_iter().flatten().collect();
    match (names.is_empty(), takes) {
        (true, _) => values,
        (false, true) => format!("{} {values}", names.join(", ")),
        (false, false) => names.join(", "),
    }
}
