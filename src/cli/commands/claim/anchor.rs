//! `claimdesk claim anchor`: where a claim stands now, said by a person.

use clap::Args;

use crate::cli::commands::place::Standing;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::claim::ClaimRef;
use crate::model::revision::Outcome;

/// Settle where a claim stands in the latest revision
///
/// `claim show` lists the places where an ambiguous claim may stand.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk claim anchor 12 --at 2\n  claimdesk claim anchor 12 --at 340-388\n  \
        claimdesk claim anchor 12 --quote \"cost five million\"\n  claimdesk claim anchor 12 --cut\n\n\
Next: `claimdesk verdict reaffirm` says that a verdict holds for the new words."
)]
pub(crate) struct Anchor {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
    #[command(flatten)]
    at: Standing,
}

impl Anchor {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        let claim = desk.anchor_claim(&context.act(), &self.claim, &self.at.into())?;
        output.one(&claim)?;
        if claim.outcome == Some(Outcome::Cut) && claim.state.is_open() {
            let id = claim.id;
            output.note(format!(
                "claim {id} still waits for a verdict; next: claimdesk claim dismiss {id} --because REASON"
            ));
        }
        Ok(Exit::Done)
    }
}
