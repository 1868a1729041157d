//! `claimdesk claim dismiss`: a claim that nobody will check.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::claim::ClaimRef;

/// Dismiss a claim, with the reason
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk claim dismiss 7 --because \"an opinion\"")]
pub(crate) struct Dismiss {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
    /// Why nobody will check it; - reads standard input
    #[arg(long, value_name = "REASON")]
    because: String,
}

impl Dismiss {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let because = files::text_or_standard_input(self.because)?;
        output.one(&context.desk_to_write()?.dismiss_claim(
            &context.act(),
            &self.claim,
            &because,
        )?)?;
        Ok(Exit::Done)
    }
}
