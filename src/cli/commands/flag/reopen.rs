//! `claimdesk flag reopen`: a problem is not settled after all.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::ids::FlagId;

/// Open a settled flag again, with the reason
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk flag reopen 2 --because \"the correction has a slip of its own\"\n\n\
Next: `claimdesk flag resolve` settles it again."
)]
pub(crate) struct Reopen {
    /// The flag's number
    flag: FlagId,
    /// Why it is not settled; - reads standard input
    #[arg(long, value_name = "REASON")]
    because: String,
}

impl Reopen {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let because = files::text_or_standard_input(self.because)?;
        let mut desk = context.desk_to_write()?;
        output.one(&desk.reopen_flag(&context.act(), self.flag, &because)?)?;
        Ok(Exit::Done)
    }
}
