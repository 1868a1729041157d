//! `claimdesk verdict reaffirm`: a verdict holds although the words changed.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::claim::ClaimRef;

/// Say that your verdict holds for the words as they stand now
///
/// It is given again with its rating, reason and correction, and is no longer stale.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk verdict reaffirm 7 --because \"only the spelling of the name changed\""
)]
pub(crate) struct Reaffirm {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
    /// Why it holds; - reads standard input
    #[arg(long, value_name = "REASON")]
    because: String,
}

impl Reaffirm {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let because = files::text_or_standard_input(self.because)?;
        output.one(&context.desk_to_write()?.reaffirm_verdict(
            &context.act(),
            &self.claim,
            &because,
        )?)?;
        Ok(Exit::Done)
    }
}
