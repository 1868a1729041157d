//! `claimdesk verdict history`: every verdict a claim ever had.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::claim::ClaimRef;

/// List every verdict on a claim, oldest first
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk verdict history 12 --format json\n\n\
Next: `claimdesk ruling sign-off` signs one off."
)]
pub(crate) struct History {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
}

impl History {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let desk = context.desk()?;
        output.list(&desk.verdict_history(&self.claim)?)?;
        output.note_blindness(&desk)?;
        Ok(Exit::Done)
    }
}
