//! `claimdesk reference show`: one fact with its sources.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;

/// Show a reference fact with its sources
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk reference show el-salvador-recognises-china-2018\n\n\
Next: `claimdesk reference add` gives the desk facts of its own."
)]
pub(crate) struct Show {
    /// The fact's name
    id: String,
}

impl Show {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        output.one(&context.desk()?.reference_fact(&self.id)?)?;
        Ok(Exit::Done)
    }
}
