//! `claimdesk comment add`: a remark on a claim.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::claim::ClaimRef;

/// Make a remark on a claim
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk comment add 12 \"The ministry's table has another figure; I have asked.\"\n  \
claimdesk comment add 12 - <remark.txt\n\n\
Next: `claimdesk comment list 12` shows it among the others."
)]
pub(crate) struct Add {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
    /// The remark; - reads standard input
    text: String,
}

impl Add {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let text = files::text_or_standard_input(self.text)?;
        output.one(
            &context
                .desk_to_write()?
                .add_comment(&context.act(), &self.claim, &text)?,
        )?;
        Ok(Exit::Done)
    }
}
