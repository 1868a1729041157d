//! `claimdesk policy set`: the desk gets rules of its own.

use std::path::PathBuf;

use clap::Args;

use super::policy_in;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;

/// Give the desk a policy of its own from a TOML file; editors only
///
/// `policy show --help` lists the rules.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk policy set house.toml\n\n\
Next: `claimdesk gate 1` holds an article against it.")]
pub(crate) struct Set {
    /// The file, or - for standard input
    file: PathBuf,
}

impl Set {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let policy = policy_in(&self.file)?;
        let mut desk = context.desk_to_write()?;
        output.one(&desk.set_policy(&context.act(), Some(&policy))?)?;
        Ok(Exit::Done)
    }
}
