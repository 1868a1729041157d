//! `claimdesk article list`: what is on the desk.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;

/// List the articles on the desk
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk article list --format json\n\n\
Next: `claimdesk claim list --article 1` lists the claims of one.")]
pub(crate) struct List {}

impl List {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {} = self;
        output.list(&context.desk()?.articles()?)?;
        Ok(Exit::Done)
    }
}
