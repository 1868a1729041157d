//! `claimdesk claim unlink`: the link to an earlier check taken away.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::claim::ClaimRef;

/// Take away the link of a claim to an earlier one
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk claim unlink 812 12\n\n\
Next: `claimdesk match --claim 812` finds others that may say the same.")]
pub(crate) struct Unlink {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
    /// The claim that was checked before
    #[arg(value_name = "EARLIER")]
    earlier: ClaimRef,
}

impl Unlink {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        let unlinked = desk.unlink_claims(&context.act(), &self.claim, &self.earlier)?;
        output.list(&unlinked)?;
        Ok(Exit::Done)
    }
}
