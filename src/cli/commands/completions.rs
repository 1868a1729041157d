//! `claimdesk completions`: what a shell needs to complete commands.

use clap::Args;
use clap_complete::Shell;

use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::{complete, files, install};

/// Print completions for a shell, or install them
///
/// They complete commands, options and their words, and from the desk the numbers of claims, articles, sources and
/// flags, handles, ratings, scales and topics. They ask the program itself, so they stay as they are when it changes.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk completions bash --install\n  claimdesk completions --install\n  \
claimdesk completions zsh > _claimdesk\n\n\
Next: open a new shell, type `claimdesk` and a space, and press the tabulator."
)]
pub(crate) struct Completions {
    /// The shell [with --install: the one that SHELL names]
    #[arg(required_unless_present = "install")]
    shell: Option<Shell>,
    /// Put them where the shell looks for yours, and say what is left to do
    #[arg(long)]
    install: bool,
}

impl Completions {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let shell = self
            .shell
            .or_else(|| Shell::from_shell_path(context.shell()?));
        let shell = shell.ok_or_else(|| {
            CliError::Usage("SHELL names no shell that is known; say which it is".to_owned())
        })?;
        let script = complete::script(shell);
        if !self.install {
            output.bytes(script.as_bytes())?;
            return Ok(Exit::Done);
        }
        let place = install::completions(shell, &context.data_folder()?);
        files::write_whole_in_folder(&place.file, script.as_bytes())?;
        output.note(format!("completions are in {}", place.file.display()));
        output.note(match place.line {
            Some((line, start)) => format!("add to {start}:\n  {line}"),
            None => format!("a new {shell} finds them by itself"),
        });
        Ok(Exit::Done)
    }
}
