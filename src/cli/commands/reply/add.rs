//! `claimdesk reply add`: somebody was asked about a claim.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::claim::ClaimRef;
use crate::model::edtf::EdtfDate;
use crate::model::work::NewReply;

/// Record that somebody was asked about a claim, and the answer if there is one
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk reply add 12 --asked 2025-04-14 --via mail\n  \
claimdesk reply add 12 --of \"The ministry\" --asked 2025-04-14 --answered 2025-04-16 \\\n    \
--says \"The figure is that of 2019.\"\n\n\
Next: `claimdesk reply answer` records what comes back."
)]
pub(crate) struct Add {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
    /// When they were asked: 2018, 2018-08 or 2018-08-20
    #[arg(long, value_name = "DATE")]
    asked: EdtfDate,
    /// Who was asked [default: the claim's claimant]
    #[arg(long, value_name = "NAME")]
    of: Option<String>,
    /// How: by mail, by phone
    #[arg(long, value_name = "CHANNEL")]
    via: Option<String>,
    /// When an answer came
    #[arg(long, value_name = "DATE")]
    answered: Option<EdtfDate>,
    /// What the answer says; - reads standard input
    #[arg(long, value_name = "TEXT", requires = "answered")]
    says: Option<String>,
}

impl Add {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let new = NewReply {
            asked_of: self.of,
            asked: self.asked,
            channel: self.via,
            answered: self.answered,
            answer: self.says.map(files::text_or_standard_input).transpose()?,
        };
        let reply = context
            .desk_to_write()?
            .add_reply(&context.act(), &self.claim, &new)?;
        output.one(&reply)?;
        if reply.answered.is_none() {
            output.note(format!(
                "when an answer comes: claimdesk reply answer {} --on DATE --says \"…\"",
                reply.id
            ));
        }
        Ok(Exit::Done)
    }
}
