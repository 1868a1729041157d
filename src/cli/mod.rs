//! The command line: arguments in, one call on the desk, a view out.
//!
//! Data goes to standard output, everything else to standard error. The clock
//! and the environment are read in `context`, printing is done in `output`,
//! and what a number of a process's end means stands in [`exit`]. Nothing here
//! decides anything about a desk: that is the desk's room.

mod args;
mod ask;
mod build;
mod commands;
mod complete;
mod context;
mod defaults;
mod editor;
mod environment;
mod error;
pub mod exit;
mod files;
mod guides;
mod input;
mod install;
mod meant;
mod output;
mod overview;
mod personal;
mod review;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use crate::ingest::PDF_THREAD;
use args::{Cli, Globals};
use context::Context;
use defaults::{Defaults, Told};
use environment::Environment;
use error::CliError;
use exit::Exit;
use output::{Manner, Output};
use personal::Personal;

/// Runs the program on the process's own arguments.
pub fn main() -> ExitCode {
    keep_quiet_about_broken_files();
    run(std::env::args_os()).into()
}

/// A reader that gives up on a broken file is told as an error of the file;
/// its panic need not be told as well.
fn keep_quiet_about_broken_files() {
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(PDF_THREAD) {
            told(panic);
        }
    }));
}

/// The whole command line as clap knows it: what completions, manual pages
/// and tests of the documentation are made from.
pub fn command() -> clap::Command {
    overview::grouped(Cli::command())
}

/// What the program is told by `args`. The pages of help are made for who asks for them.
fn parse(args: &[OsString]) -> Result<Cli, clap::Error> {
    use clap::error::ErrorKind::{DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand as Bare};
    if let Some(told) = build::told(args) {
        return Err(told);
    }
    match parse_as(Cli::command(), args) {
        Err(error) if matches!(error.kind(), DisplayHelp | Bare) => parse_as(command(), args),
        parsed => parsed,
    }
}

fn parse_as(mut command: clap::Command, args: &[OsString]) -> Result<Cli, clap::Error> {
    let matches = command.try_get_matches_from_mut(args)?;
    Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}

/// Where a command is run, and where it puts what it has to say.
fn surroundings(
    globals: &Globals,
    environment: Environment,
) -> (Output, Result<Context, CliError>) {
    let told = Told::from(globals);
    let of = |personal: &Personal| Defaults::of(&told, &environment, personal);
    let path = environment.folders.defaults.as_deref();
    let personal = path.map_or_else(|| Ok(Personal::default()), Personal::read);
    let defaults = personal.and_then(|personal| of(&personal));
    // Where they can't be read, that is told as it would be without any.
    let (color, pager) = match &defaults {
        Ok(defaults) => (defaults.color.value, defaults.pager.value.clone()),
        Err(_) => (globals.color.unwrap_or_default(), String::new()),
    };
    let manner = Manner {
        columns: environment.columns,
        color,
        pager,
        links: environment.links,
        now: environment.now,
    };
    let context = defaults.map(|defaults| Context::new(globals, environment, told, defaults));
    (Output::new(globals, manner), context)
}

/// Runs the program on `args`, of which the first is the program's name.
pub fn run<I, A>(args: I) -> Exit
where
    I: IntoIterator<Item = A>,
    A: Into<OsString> + Clone,
{
    let args: Vec<OsString> = args.into_iter().map(Into::into).collect();
    let environment = Environment::of_process();
    if environment.is_asked && complete::answered(&args, &environment) {
        return Exit::Done;
    }
    let cli = match parse(&args) {
        Ok(cli) => cli,
        Err(error) => match ask::what_is_missing(args, error, &environment) {
            Ok(cli) => cli,
            Err(error) => return clap_exit(&error),
        },
    };
    let (mut output, context) = surroundings(&cli.globals, environment);
    let done = context
        .and_then(|context| {
            let done = cli.command.run(&context, &mut output);
            if let Some(upgraded) = context.upgraded() {
                output.upgraded(upgraded);
            }
            done
        })
        .and_then(|exit| output.finish().map(|()| exit));
    match done {
        Ok(exit) => exit,
        Err(CliError::Print(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => Exit::Done,
        Err(error) => {
            output.error(&error);
            error.exit()
        }
    }
}

/// Help and version are answers; all else that clap stops at is wrong usage.
fn clap_exit(error: &clap::Error) -> Exit {
    // When nobody listens any more there is nobody to tell about it.
    let _ = error.print();
    if error.use_stderr() {
        Exit::Usage
    } else {
        Exit::Done
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn clap_finds_nothing_wrong() {
        super::command().debug_assert();
    }
}
