//! `claimdesk claim reopen`: a claim that is to be checked after all.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::claim::ClaimRef;

/// Take up again a claim that was dismissed, or is decided
///
/// One that is decided goes back into review; only an editor may do that, with the reason. What is published is
/// corrected instead, with `ruling correct`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk claim reopen 12 --because \"the ministry published new figures\" --as eva"
)]
pub(crate) struct Reopen {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
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
        output.one(&desk.reopen_claim(&context.act(), &self.claim, because.as_deref())?)?;
        Ok(Exit::Done)
    }
}
