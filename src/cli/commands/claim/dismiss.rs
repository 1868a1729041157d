//! `claimdesk claim dismiss`: claims that nobody will check.

use clap::Args;

use super::several::Several;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::claim::ClaimState;

/// Dismiss claims, with the reason
///
/// Those named, or those that the filter lets through: they are shown, and on a terminal you are asked. Elsewhere
/// --yes goes ahead.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk claim dismiss 7 --because \"an opinion\"\n  \
claimdesk claim dismiss --article 1 --state extracted --below 0.5 --because \"not worth a check\" --yes\n\n\
Next: `claimdesk claim reopen` takes one up again."
)]
pub(crate) struct Dismiss {
    #[command(flatten)]
    claims: Several,
    /// Why nobody will check them; - reads standard input
    #[arg(long, value_name = "REASON")]
    because: String,
}

impl Dismiss {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let because = files::text_or_standard_input(self.because)?;
        let mut desk = context.desk_to_write()?;
        let states = [ClaimState::Extracted, ClaimState::ToCheck];
        let claims = self
            .claims
            .choose(context, output, (&desk, &states), "dismiss")?;
        if claims.is_empty() {
            return Ok(Exit::No);
        }
        output.one_or_list(&desk.dismiss_claims(&context.act(), &claims, &because)?)?;
        Ok(Exit::Done)
    }
}
