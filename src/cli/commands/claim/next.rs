//! `claimdesk claim next`: the next claim to work on.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::desk::NextClaim;
use crate::model::claim::ClaimRef;

/// Take the most check-worthy claim that waits for you, or that nobody has
///
/// What one person gets nobody else does. Claims that somebody accepted come first. When nothing waits, the exit code
/// is 1.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk claim next --as ana\n\n\
Next: `claimdesk verdict add` rates it; `claimdesk claim unassign` gives it back.")]
pub(crate) struct Next {}

impl Next {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {} = self;
        let mut desk = context.desk_to_write()?;
        match desk.next_claim(&context.act())? {
            NextClaim::Taken(claim) => {
                output.one(&desk.claim(&ClaimRef::Number(claim.id))?)?;
                output.note(format!(
                    "next: claimdesk verdict add {} RATING --because \"…\"",
                    claim.id
                ));
                Ok(Exit::Done)
            }
            NextClaim::Nothing { in_hand: 0 } => {
                output.none("nothing waits")?;
                Ok(Exit::No)
            }
            NextClaim::Nothing { in_hand } => {
                output.none(format!(
                    "nothing more waits; you have {in_hand} in hand: `claimdesk claim list --mine`"
                ))?;
                Ok(Exit::No)
            }
        }
    }
}
