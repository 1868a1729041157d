//! `claimdesk ruling list`: what editors did about a claim.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::claim::ClaimRef;

/// List what editors did about a claim, oldest first
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk ruling list 12\n\n\
Next: `claimdesk ruling sign-off` decides a claim; `claimdesk ruling correct` corrects what is public.")]
pub(crate) struct List {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
}

impl List {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let desk = context.desk()?;
        output.list(&desk.rulings(&self.claim)?)?;
        output.note_blindness(&desk)?;
        Ok(Exit::Done)
    }
}
