//! The command line: arguments in, one call on the desk, a view out.
//!
//! Data goes to standard output, everything else to standard error. The clock
//! and the environment are read in `context`, printing is done in `output`,
//! and what a number of a process's end means stands in [`exit`]. Nothing here
//! decides anything about a desk: that is the desk's room.

mod args;
mod commands;
mod context;
mod editor;
mod error;
pub mod exit;
mod files;
mod input;
mod output;
mod review;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use crate::ingest::PDF_THREAD;
use args::Cli;
use context::{Context, Environment};
use error::CliError;
use exit::Exit;
use output::Output;

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
    <Cli as clap::CommandFactory>::command()
}

/// Runs the program on `args`, of which the first is the program's name.
pub fn run<I, A>(args: I) -> Exit
where
    I: IntoIterator<Item = A>,
    A: Into<OsString> + Clone,
{
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => return clap_exit(&error),
    };
    let environment = Environment::of_process();
    let mut output = Output::new(&cli.globals, environment.columns);
    let done = Context::new(&cli.globals, environment)
        .and_then(|context| cli.command.run(&context, &mut output))
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
