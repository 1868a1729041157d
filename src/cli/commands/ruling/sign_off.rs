//! `claimdesk ruling sign-off`: an editor agrees with a verdict.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::desk;
use crate::model::claim::ClaimRef;
use crate::model::ids::VerdictId;

/// Sign a verdict off; the claim is then decided
///
/// Only an editor who did not give the verdict may do it, where the desk wants four eyes. Where the reviewers
/// disagree, --rating says which of them is right; what others hold stays as dissent. A rating that no reviewer gave
/// takes a reason. Where the desk wants several sign-offs, the claim is decided once enough of them agree.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  claimdesk ruling sign-off 12 --as eva\n  \
claimdesk ruling sign-off 12 --rating misleading --as eva\n\n\
Next: `claimdesk gate 1` says what is missing; `claimdesk ruling publish` once it is out.")]
pub(crate) struct SignOff {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
    /// The rating to rule [default: that of the verdict]
    #[arg(long)]
    rating: Option<String>,
    /// The verdict that it rests on [default: the one with that rating]
    #[arg(long, value_name = "N")]
    verdict: Option<VerdictId>,
    /// Why; - reads standard input
    #[arg(long, value_name = "REASON")]
    because: Option<String>,
}

impl SignOff {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let asked = desk::SignOff {
            verdict: self.verdict,
            rating: self.rating,
            because: self
                .because
                .map(files::text_or_standard_input)
                .transpose()?,
        };
        let mut desk = context.desk_to_write()?;
        let ruling = desk.sign_off(&context.act(), &self.claim, &asked)?;
        output.one(&ruling)?;
        output.note(match &ruling.ruled_label {
            Some(ruled) => format!(
                "claim {} is decided: {ruled}; next: claimdesk ruling publish {}",
                ruling.claim, ruling.claim
            ),
            None => format!(
                "claim {} waits for more sign-offs; `claimdesk ruling list {}` lists them",
                ruling.claim, ruling.claim
            ),
        });
        Ok(Exit::Done)
    }
}
