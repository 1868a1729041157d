//! `claimdesk reply answer`: who was asked has answered.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::edtf::EdtfDate;
use crate::model::ids::ReplyId;

/// Record the answer of somebody who was asked before
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk reply answer 3 --on 2025-04-16 --says \"The figure is that of 2019.\"\n\n\
Next: `claimdesk verdict add` rates the claim, with what was answered in mind."
)]
pub(crate) struct Answer {
    /// The reply's number
    reply: ReplyId,
    /// When the answer came: 2018, 2018-08 or 2018-08-20
    #[arg(long, value_name = "DATE")]
    on: EdtfDate,
    /// What it says; - reads standard input
    #[arg(long, value_name = "TEXT")]
    says: Option<String>,
}

impl Answer {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let says = self.says.map(files::text_or_standard_input).transpose()?;
        output.one(&context.desk_to_write()?.answer_reply(
            &context.act(),
            self.reply,
            &self.on,
            says.as_deref(),
        )?)?;
        Ok(Exit::Done)
    }
}
