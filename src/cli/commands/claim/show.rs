//! `claimdesk claim show`: one claim with all that was found about it.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::claim::ClaimRef;

/// Show a claim with all that was found about it
///
/// Its words, what in them can be looked up, why it got its score, verdicts, evidence, flags, replies and comments.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk claim show 12\n  claimdesk claim show \"recognition from Taiwan\"\n\n\
Next: `claimdesk match --claim 12` finds earlier checks; `claimdesk verdict add` rates it."
)]
pub(crate) struct Show {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
}

impl Show {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        output.one(&context.desk()?.claim(&self.claim)?)?;
        Ok(Exit::Done)
    }
}
