//! `claimdesk scale show`: one scale and when to give which rating.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;

/// Show a scale and what its ratings mean
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk scale show standard\n\n\
Next: `claimdesk verdict add` gives one of them to a claim.")]
pub(crate) struct Show {
    /// The scale's short name
    scale: String,
}

impl Show {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        output.one(&context.desk()?.scale(&self.scale)?)?;
        Ok(Exit::Done)
    }
}
