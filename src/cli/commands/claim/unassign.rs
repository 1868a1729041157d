//! `claimdesk claim unassign`: claims taken from reviewers.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::claim::ClaimRef;
use crate::model::people::Handle;

/// Take claims from who has them, so that others can get them
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk claim unassign 12 --from ana\n\n\
Next: `claimdesk claim assign` gives it to somebody else.")]
pub(crate) struct Unassign {
    /// The claims' numbers, or words that only each holds
    #[arg(required = true, value_name = "CLAIM")]
    claims: Vec<ClaimRef>,
    /// Only from this person [default: from everybody who has them]
    #[arg(long, value_name = "HANDLE")]
    from: Option<Handle>,
}

impl Unassign {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        output.one_or_list(&desk.unassign_claims(
            &context.act(),
            &self.claims,
            self.from.as_ref(),
        )?)?;
        Ok(Exit::Done)
    }
}
