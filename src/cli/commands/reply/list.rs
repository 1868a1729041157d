//! `claimdesk reply list`: who was asked about a claim.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::claim::ClaimRef;

/// List who was asked about a claim, and what they answered
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk reply list 12\n\n\
Next: `claimdesk reply answer` records an answer that came in.")]
pub(crate) struct List {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
}

impl List {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        output.list(&context.desk()?.replies(&self.claim)?)?;
        Ok(Exit::Done)
    }
}
