//! `claimdesk claim history`: the whole story of a claim.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::claim::ClaimRef;

/// Tell the whole story of a claim, in order
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk claim history 12\n\n\
Next: `claimdesk audit export 12` hands it to somebody outside, who can check it.")]
pub(crate) struct History {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
}

impl History {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        output.list(&context.desk()?.claim_history(&self.claim)?)?;
        Ok(Exit::Done)
    }
}
