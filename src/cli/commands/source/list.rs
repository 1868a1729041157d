//! `claimdesk source list`: what the desk can cite.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;

/// List the sources on the desk
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk source list --format csv > sources.csv")]
pub(crate) struct List {}

impl List {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {} = self;
        output.list(&context.desk()?.sources()?)?;
        Ok(Exit::Done)
    }
}
