//! `claimdesk flag resolve`: a problem is settled.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::ids::FlagId;

/// Settle a flag, with the reason
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk flag resolve 2 --because \"the writer corrected the date\""
)]
pub(crate) struct Resolve {
    /// The flag's number
    flag: FlagId,
    /// Why it is settled; - reads standard input
    #[arg(long, value_name = "REASON")]
    because: String,
}

impl Resolve {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let because = files::text_or_standard_input(self.because)?;
        output.one(&context.desk_to_write()?.resolve_flag(
            &context.act(),
            self.flag,
            &because,
        )?)?;
        Ok(Exit::Done)
    }
}
