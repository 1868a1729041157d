//! `claimdesk claim split`: a claim that says several things.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::claim::ClaimRef;

/// Make several claims of one that says several things
///
/// Without --quote the parts are those that `claim show` lists. The claim itself is dismissed and says what it
/// became.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk claim split 12\n  claimdesk claim split 12 --quote \"opened in 1913\" --quote \"carried 12,000 passengers a day\"\n\n\
Next: `claimdesk claim accept` says which of the parts are to be checked."
)]
pub(crate) struct Split {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
    /// Words of a part; give it once for each part
    #[arg(long = "quote", value_name = "WORDS")]
    quotes: Vec<String>,
}

impl Split {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        let split = desk.split_claim(&context.act(), &self.claim, &self.quotes)?;
        output.list(&split.parts)?;
        output.note(format!(
            "claim {} is dismissed: split into {} claims",
            split.claim.id,
            split.parts.len()
        ));
        Ok(Exit::Done)
    }
}
