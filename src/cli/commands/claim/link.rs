//! `claimdesk claim link`: a claim and an earlier check of what it says.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::claim::ClaimRef;

/// Link a claim to earlier ones that say the same
///
/// `match` and `article add` tell which may. A link changes neither claim; `verdict add --from` takes the earlier
/// check over as well.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk match --claim 812\n  claimdesk claim link 812 12\n\n\
Next: `claimdesk verdict add 812 --from 12` takes the earlier check over as well."
)]
pub(crate) struct Link {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
    /// The claims that were checked before
    #[arg(required = true, value_name = "EARLIER")]
    earlier: Vec<ClaimRef>,
}

impl Link {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        let linked = desk.link_claims(&context.act(), &self.claim, &self.earlier)?;
        output.list(&linked)?;
        Ok(Exit::Done)
    }
}
