//! `claimdesk claim reopen`: claims that are to be checked after all.

use clap::Args;

use super::several::Several;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::claim::ClaimState;

/// Take up again claims that were dismissed, or are decided
///
/// A claim that is decided goes back into review; only an editor may do that, with the reason. What is published is
/// corrected instead, with `ruling correct`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk claim reopen 12 --because \"the ministry published new figures\" --as eva\n\n\
Next: `claimdesk verdict add` rates it anew."
)]
pub(crate) struct Reopen {
    #[command(flatten)]
    claims: Several,
    /// Why; - reads standard input
    #[arg(long, value_name = "REASON")]
    because: Option<String>,
}

impl Reopen {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let because = self
            .because
            .map(files::text_or_standard_input)
            .transpose()?;
        let mut desk = context.desk_to_write()?;
        let states = [ClaimState::Dismissed];
        let claims = self
            .claims
            .choose(context, output, (&desk, &states), "reopen")?;
        if claims.is_empty() {
            return Ok(Exit::No);
        }
        output.one_or_list(&desk.reopen_claims(&context.act(), &claims, because.as_deref())?)?;
        Ok(Exit::Done)
    }
}
