//! `claimdesk policy reset`: the standard rules hold again.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;

/// Let the desk go back to the standard policy; editors only
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk policy reset\n\n\
Next: `claimdesk gate 1` holds an article against it.")]
pub(crate) struct Reset {}

impl Reset {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {} = self;
        let mut desk = context.desk_to_write()?;
        output.one(&desk.set_policy(&context.act(), None)?)?;
        Ok(Exit::Done)
    }
}
