//! `claimdesk flag resolve`: problems are settled.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::ids::FlagId;

/// Settle flags, with the reason
///
/// Of several flags, either all are settled or none.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk flag resolve 2 --because \"the writer corrected the date\"\n  claimdesk flag resolve 4 5 6 --because \"cut from the draft\"\n\n\
Next: `claimdesk gate 1` says what else stands in the way of publication."
)]
pub(crate) struct Resolve {
    /// The flags' numbers
    #[arg(value_name = "FLAG", required = true)]
    flags: Vec<FlagId>,
    /// Why it is settled; - reads standard input
    #[arg(long, value_name = "REASON")]
    because: String,
}

impl Resolve {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let because = files::text_or_standard_input(self.because)?;
        let mut desk = context.desk_to_write()?;
        output.one_or_list(&desk.resolve_flags(&context.act(), &self.flags, &because)?)?;
        Ok(Exit::Done)
    }
}
