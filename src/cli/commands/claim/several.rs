//! Which claims a command acts on: those named, or those that a filter lets
//! through, after a look at them.

use clap::Args;

use super::filter::FilterArgs;
use crate::cli::commands::{Context, Output};
use crate::cli::error::CliError;
use crate::desk::Desk;
use crate::model::claim::{Claim, ClaimFilter, ClaimRef, ClaimState};

/// Claims by name, or by what they are.
#[derive(Debug, Args)]
pub(crate) struct Several {
    /// The claims' numbers, or words that only each holds
    #[arg(
        value_name = "CLAIM",
        required_unless_present = "filter",
        conflicts_with = "filter"
    )]
    claims: Vec<ClaimRef>,
    #[command(flatten)]
    filter: FilterArgs,
    /// Go ahead with what the filter finds, without asking
    #[arg(long, short)]
    yes: bool,
}

impl Several {
    /// The claims to act on; none where nothing is to be done. Of those that a
    /// filter finds only what the command can act on: claims in one of `states`,
    /// unless the filter names one.
    pub(crate) fn choose(
        self,
        context: &Context,
        output: &mut Output,
        (desk, states): (&Desk, &[ClaimState]),
        what: &str,
    ) -> Result<Vec<ClaimRef>, CliError> {
        if !self.claims.is_empty() {
            return Ok(self.claims);
        }
        let filter = ClaimFilter {
            all: true,
            ..self.filter.filter(context, desk)?
        };
        let narrowed = filter.state.is_some();
        let mut found: Vec<Claim> = desk.claims(&filter)?;
        found.retain(|claim| narrowed || states.contains(&claim.state));
        let count = found.len();
        if count == 0 {
            output.nothing::<Claim>("no claim is like that")?;
            return Ok(Vec::new());
        }
        if !self.yes {
            output.list(&found)?;
            if !output.ask(&format!("{what} these {count} claims?"), context.no_input)? {
                output.note(format!(
                    "nothing was changed; {what} these {count} claims with --yes"
                ));
                return Ok(Vec::new());
            }
        }
        Ok(found
            .iter()
            .map(|claim| ClaimRef::Number(claim.id))
            .collect())
    }
}
