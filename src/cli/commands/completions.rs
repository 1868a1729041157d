//! `claimdesk completions`: what a shell needs to complete commands.

use clap::Args;
use clap_complete::Shell;

use super::{Context, Done, Output};
use crate::cli::exit::Exit;

/// Print completions for a shell
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk completions bash > ~/.local/share/bash-completion/completions/claimdesk"
)]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(self, _: &Context, output: &mut Output) -> Done {
        let mut script = Vec::new();
        clap_complete::generate(
            self.shell,
            &mut crate::cli::command(),
            "claimdesk",
            &mut script,
        );
        output.bytes(&script)?;
        Ok(Exit::Done)
    }
}
