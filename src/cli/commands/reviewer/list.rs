//! `claimdesk reviewer list`: who is on the desk.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;

/// List the people on the desk
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk reviewer list\n\n\
Next: `claimdesk reviewer add` adds somebody.")]
pub(crate) struct List {}

impl List {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {} = self;
        output.list(&context.desk()?.reviewers()?)?;
        Ok(Exit::Done)
    }
}
