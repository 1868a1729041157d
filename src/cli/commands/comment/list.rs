//! `claimdesk comment list`: what was remarked on a claim.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::claim::ClaimRef;

/// List the remarks on a claim, oldest first
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk comment list 12\n\n\
Next: `claimdesk comment add` answers one.")]
pub(crate) struct List {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
}

impl List {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        output.list(&context.desk()?.comments(&self.claim)?)?;
        Ok(Exit::Done)
    }
}
