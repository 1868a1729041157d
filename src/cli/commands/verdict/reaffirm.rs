//! `claimdesk verdict reaffirm`: a verdict holds although the words changed.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::claim::ClaimRef;

/// Say that your verdicts hold for the words as they stand now
///
/// Each is given again with its rating, reason and correction, and is no longer stale. `claim list --stale` lists the
/// claims that wait for it.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk verdict reaffirm 7 --because \"only the spelling of the name changed\"\n  \
        claimdesk verdict reaffirm 3 5 12 --because \"other quotation marks\"\n\n\
Next: `claimdesk claim list --stale` lists what is left."
)]
pub(crate) struct Reaffirm {
    /// The claims' numbers, or words that only each holds
    #[arg(required = true, value_name = "CLAIM")]
    claims: Vec<ClaimRef>,
    /// Why it holds; - reads standard input
    #[arg(long, value_name = "REASON")]
    because: String,
}

impl Reaffirm {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let because = files::text_or_standard_input(self.because)?;
        let mut desk = context.desk_to_write()?;
        let verdicts = desk.reaffirm_verdicts(&context.act(), &self.claims, &because)?;
        match verdicts.as_slice() {
            [one] => output.one(one)?,
            several => output.list(several)?,
        }
        Ok(Exit::Done)
    }
}
