//! `claimdesk claim accept`: claims that are to be checked.

use clap::Args;

use super::several::Several;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::claim::ClaimState;

/// Say that claims are to be checked
///
/// Those named, or those that the filter lets through: they are shown, and on a terminal you are asked. Elsewhere
/// --yes goes ahead.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk claim accept 3 5 12\n  claimdesk claim accept --article 1 --min-score 0.6 --yes\n\n\
Next: `claimdesk claim next` takes one of them; `claimdesk claim assign` gives them to somebody."
)]
pub(crate) struct Accept {
    #[command(flatten)]
    claims: Several,
}

impl Accept {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        let states = [ClaimState::Extracted];
        let claims = self
            .claims
            .choose(context, output, (&desk, &states), "accept")?;
        if claims.is_empty() {
            return Ok(Exit::No);
        }
        output.one_or_list(&desk.accept_claims(&context.act(), &claims)?)?;
        output.note("next: claimdesk claim next, or claimdesk claim assign CLAIM HANDLE");
        Ok(Exit::Done)
    }
}
