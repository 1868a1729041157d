//! Values that a command lacks, asked for one after the other when a person sits
//! at the terminal.
//!
//! What clap finds missing is asked for, put where it would stand in the command,
//! and the whole is read again: so a command knows nothing of questions, and an
//! answer is held to what the same word on the command line is held to. In a pipe,
//! with `--no-input`, and when a question is left unanswered, clap's complaint
//! stands.

mod answers;
mod line;
mod missing;

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{ArgMatches, Command, CommandFactory, FromArgMatches};

use self::answers::Questions;
use self::line::Line;
use super::args::{Cli, Globals};
use super::context::{Context, Environment};
use super::output::Output;

/// What a verdict rests on is no part of its grammar, and yet most desks ask for it.
const AFTERWARDS: [(&[&str], &[&str]); 1] =
    [(&["verdict", "add"], &["source", "stance", "locator"])];

/// The command, once what it lacks was asked for; the complaint, where that can't
/// be asked, or nobody answers.
pub(super) fn what_is_missing(
    args: Vec<OsString>,
    complaint: clap::Error,
) -> Result<Cli, clap::Error> {
    let missing = complaint.kind() == ErrorKind::MissingRequiredArgument;
    if !missing || !Output::somebody_is_there() {
        return Err(complaint);
    }
    let mut line = Line::new(args);
    let Some((context, mut output)) = surroundings(&line) else {
        return Err(complaint);
    };
    if context.no_input {
        return Err(complaint);
    }
    let Ok(desk) = context.desk() else {
        return Err(complaint);
    };
    let mut questions = Questions::new(&context, desk, &mut output);
    let mut complaint = complaint;
    let cli = loop {
        if !answer(&mut questions, &mut line, &complaint) {
            return Err(complaint);
        }
        match super::parse(line.words()) {
            Ok(cli) => break cli,
            Err(error) if error.kind() == ErrorKind::MissingRequiredArgument => complaint = error,
            Err(error) => return Err(error),
        }
    };
    let cli = if ask_afterwards(&mut questions, &mut line) {
        super::parse(line.words())?
    } else {
        cli
    };
    output.note(line.shown());
    Ok(cli)
}

/// Asks for the first thing that a complaint names; whether it was answered.
fn answer(questions: &mut Questions<'_>, line: &mut Line, complaint: &clap::Error) -> bool {
    let command = super::command();
    let Some((matches, command)) = reached(&command, line) else {
        return false;
    };
    let Some(arg) = missing::first(command, complaint) else {
        return false;
    };
    match questions.ask(command, arg, &matches) {
        Some(words) => {
            line.add(arg, words);
            true
        }
        None => false,
    }
}

/// Asks for what can be left out, where nothing of it was said; whether anything
/// was.
fn ask_afterwards(questions: &mut Questions<'_>, line: &mut Line) -> bool {
    let command = super::command();
    let Some((matches, command)) = reached(&command, line) else {
        return false;
    };
    let path = line.path(&super::command());
    let wanted = AFTERWARDS.iter().find(|(verb, _)| path == *verb);
    let Some((_, wanted)) = wanted else {
        return false;
    };
    let said = |id: &str| matches.try_contains_id(id).unwrap_or_default();
    if said("source") || said("no_source") || said("from") {
        return false;
    }
    let mut anything = false;
    for id in *wanted {
        let Some(arg) = command.get_arguments().find(|arg| arg.get_id() == id) else {
            continue;
        };
        match questions.ask_optional(command, arg, &matches) {
            Some(words) => {
                line.add(arg, words);
                anything = true;
            }
            // Without a source, there is no place in it.
            None => break,
        }
    }
    anything
}

/// The verb that a command line comes to, with what is said to it so far.
fn reached<'c>(root: &'c Command, line: &Line) -> Option<(ArgMatches, &'c Command)> {
    let matches = line.read_so_far()?;
    let (mut matches, mut command) = (matches, root);
    while let Some((name, inner)) = matches.remove_subcommand() {
        command = command.find_subcommand(&name)?;
        matches = inner;
    }
    Some((matches, command))
}

/// Where the command is run, as far as the line tells.
fn surroundings(line: &Line) -> Option<(Context, Output)> {
    let matches = line.read_so_far()?;
    let globals = Globals::from_arg_matches(&matches).ok()?;
    let environment = Environment::of_process();
    let output = Output::new(&globals, environment.columns);
    Some((Context::new(&globals, environment).ok()?, output))
}

/// What can be read of a line that is not whole.
fn read_so_far(words: &[OsString]) -> Option<ArgMatches> {
    let command = Cli::command().ignore_errors(true);
    command.try_get_matches_from(words).ok()
}
