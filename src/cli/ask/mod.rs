//! Values that a command lacks, asked for one after the other when a person sits
//! at the terminal.
//!
//! What clap finds missing is asked for, put where it would stand in the command,
//! and the whole is read again: so a command knows nothing of questions, and an
//! answer is held to what the same word on the command line is held to. In a pipe,
//! with `--no-input`, and when a question is left unanswered, clap's complaint
//! stands.

mod answers;
mod claims;
mod line;
mod missing;

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{ArgMatches, Command, CommandFactory, FromArgMatches};

use self::answers::Questions;
use self::line::Line;
use super::args::{Cli, Globals};
use super::context::Context;
use super::environment::Environment;
use super::output::Output;

/// The verb for which more is asked than its grammar wants: most desks refuse a
/// verdict that rests on nothing.
const RESTING: [&str; 2] = ["verdict", "add"];

/// What it rests on, and what more is asked of that.
const SOURCE: (&str, [&str; 2]) = ("source", ["stance", "locator"]);

/// What is said where there is no source.
const NO_SOURCE: &str = "no_source";

/// The command, once what it lacks was asked for; the complaint, where that can't
/// be asked, or nobody answers.
pub(super) fn what_is_missing(
    args: Vec<OsString>,
    complaint: clap::Error,
    environment: &Environment,
) -> Result<Cli, clap::Error> {
    let missing = complaint.kind() == ErrorKind::MissingRequiredArgument;
    if !missing || !Output::somebody_is_there() {
        return Err(complaint);
    }
    let mut line = Line::new(args);
    let Some((context, mut output)) = surroundings(&line, environment) else {
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
    loop {
        if answer(&mut questions, &mut line, &complaint).is_none() {
            return Err(complaint);
        }
        match super::parse(line.words()) {
            Ok(_) => break,
            Err(error) if error.kind() == ErrorKind::MissingRequiredArgument => complaint = error,
            Err(error) => return Err(error),
        }
    }
    if ask_what_it_rests_on(&mut questions, &mut line).is_none() {
        return Err(complaint);
    }
    output.note(line.shown());
    super::parse(line.words())
}

/// Asks for the first thing that a complaint names. None where it can't be asked
/// for, or the question is left.
fn answer(questions: &mut Questions<'_>, line: &mut Line, complaint: &clap::Error) -> Option<()> {
    let root = super::command();
    let Reached { verb, said, .. } = reached(&root, line)?;
    let arg = missing::first(verb, complaint)?;
    let words = questions.ask(verb, arg, &said)?;
    line.add(arg, words);
    Some(())
}

/// Asks what a verdict rests on, where nothing was said of it. None where a
/// question is left.
fn ask_what_it_rests_on(questions: &mut Questions<'_>, line: &mut Line) -> Option<()> {
    let root = super::command();
    let Reached { path, verb, said } = reached(&root, line)?;
    let is_said = |id: &str| said.try_contains_id(id).unwrap_or_default();
    let (source, more) = SOURCE;
    if path != RESTING || is_said(source) || is_said(NO_SOURCE) || is_said("from") {
        return Some(());
    }
    let mut ask = |id: &str| {
        let arg = verb.get_arguments().find(|arg| arg.get_id() == id)?;
        let words = questions.ask_optional(arg)?;
        let answered = !words.is_empty();
        line.add(arg, words);
        Some(answered)
    };
    if ask(source)? {
        for id in more {
            ask(id)?;
        }
    } else {
        ask(NO_SOURCE)?;
    }
    Some(())
}

/// A verb with the noun before it, and what is said to it so far.
struct Reached<'c> {
    path: Vec<String>,
    verb: &'c Command,
    said: ArgMatches,
}

/// The verb that a command line comes to.
fn reached<'c>(root: &'c Command, line: &Line) -> Option<Reached<'c>> {
    let mut reached = Reached {
        path: Vec::new(),
        verb: root,
        said: line.read_so_far()?,
    };
    while let Some((name, said)) = reached.said.remove_subcommand() {
        reached.verb = reached.verb.find_subcommand(&name)?;
        reached.said = said;
        reached.path.push(name);
    }
    Some(reached)
}

/// Where the command is run, as far as the line tells.
fn surroundings(line: &Line, environment: &Environment) -> Option<(Context, Output)> {
    let globals = Globals::from_arg_matches(&line.read_so_far()?).ok()?;
    let (output, context) = super::surroundings(&globals, environment.clone());
    Some((context.ok()?, output))
}

/// What can be read of a line that is not whole.
fn read_so_far(words: &[OsString]) -> Option<ArgMatches> {
    let command = Cli::command().ignore_errors(true);
    command.try_get_matches_from(words).ok()
}
