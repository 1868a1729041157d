//! `claimdesk config list`: every setting with its value.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;

/// List the desk's settings, what each does, and its value
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk config list\n\n\
Next: `claimdesk config set` changes one.")]
pub(crate) struct List {}

impl List {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {} = self;
        output.list(&context.desk()?.settings()?)?;
        Ok(Exit::Done)
    }
}
