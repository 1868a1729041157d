//! `claimdesk scale list`: the sets of ratings.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;

/// List the rating scales on the desk
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk scale list\n\n\
Next: `claimdesk scale show standard` tells what its ratings mean.")]
pub(crate) struct List {}

impl List {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {} = self;
        output.list(&context.desk()?.scales()?)?;
        Ok(Exit::Done)
    }
}
