//! `claimdesk flag anchor`: where a flag stands now, said by a person.

use clap::Args;

use crate::cli::commands::place::Standing;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::ids::FlagId;

/// Settle where a flag on an article's words stands in the latest revision
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk flag anchor 3 --quote \"Monday, April 14\"\n  claimdesk flag anchor 3 --cut\n\n\
Next: `claimdesk flag resolve` settles it where the problem is gone."
)]
pub(crate) struct Anchor {
    /// The flag's number
    flag: FlagId,
    #[command(flatten)]
    at: Standing,
}

impl Anchor {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        output.one(&desk.anchor_flag(&context.act(), self.flag, &self.at.into())?)?;
        Ok(Exit::Done)
    }
}
