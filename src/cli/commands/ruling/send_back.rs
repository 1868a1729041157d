//! `claimdesk ruling return`: an editor sends a verdict back.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::claim::ClaimRef;
use crate::model::ids::VerdictId;

/// Send a verdict back to its reviewer, with the reason
///
/// The claim is in review again and waits in the reviewer's queue. A new verdict, or `verdict reaffirm`, answers it.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk ruling return 12 --because \"cite the gazette, not the press report\" --as eva\n\n\
Next: its reviewer gives a new verdict with `claimdesk verdict add`."
)]
pub(crate) struct SendBack {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
    /// The verdict [default: the one that was ruled on, else the latest]
    #[arg(long, value_name = "N")]
    verdict: Option<VerdictId>,
    /// Why; - reads standard input
    #[arg(long, value_name = "REASON")]
    because: String,
}

impl SendBack {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let because = files::text_or_standard_input(self.because)?;
        let mut desk = context.desk_to_write()?;
        output.one(&desk.return_verdict(&context.act(), &self.claim, self.verdict, &because)?)?;
        Ok(Exit::Done)
    }
}
