//! `claimdesk evidence remove`: what was added by mistake is taken back.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::ids::EvidenceId;

/// Take back evidence that was added outside any verdict, with the reason
///
/// The history keeps it. What a verdict was given with stays with the verdict: give that anew.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk evidence remove 9 --because \"the quote is from another report\"\n\n\
Next: `claimdesk evidence add` ties the right source to it."
)]
pub(crate) struct Remove {
    /// The evidence's number
    evidence: EvidenceId,
    /// Why it is taken back; - reads standard input
    #[arg(long, value_name = "REASON")]
    because: String,
}

impl Remove {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let because = files::text_or_standard_input(self.because)?;
        let mut desk = context.desk_to_write()?;
        let evidence = desk.remove_evidence(&context.act(), self.evidence, &because)?;
        output.one(&evidence)?;
        output.note(format!("evidence {} is taken back", evidence.id));
        Ok(Exit::Done)
    }
}
