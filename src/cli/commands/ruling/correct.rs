//! `claimdesk ruling correct`: a public correction.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::desk;
use crate::model::claim::ClaimRef;
use crate::model::ids::VerdictId;

/// Correct a public ruling in public, with the reason
///
/// A reviewer gives the new verdict first; the correction signs it off. Reports list it with its date and reason, and
/// the history keeps the ruling that it corrects.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk ruling correct 12 --because \"An earlier version gave the wrong year.\" --as eva\n\n\
Next: `claimdesk report 1` shows the correction with its date."
)]
pub(crate) struct Correct {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
    /// The rating from now on [default: that of the verdict]
    #[arg(long)]
    rating: Option<String>,
    /// The verdict that it rests on [default: the one with that rating]
    #[arg(long, value_name = "N")]
    verdict: Option<VerdictId>,
    /// What was wrong, for the public; - reads standard input
    #[arg(long, value_name = "REASON")]
    because: String,
}

impl Correct {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let asked = desk::SignOff {
            verdict: self.verdict,
            rating: self.rating,
            because: Some(files::text_or_standard_input(self.because)?),
        };
        let mut desk = context.desk_to_write()?;
        output.one(&desk.correct_ruling(&context.act(), &self.claim, &asked)?)?;
        Ok(Exit::Done)
    }
}
