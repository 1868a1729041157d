//! `claimdesk policy show`: the rules that are in force.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::output::PolicyFile;
use crate::gate::PolicyOrigin;

/// Show the desk's policy as it is written
///
/// What it prints can be changed and given back with `policy set`; with --format json, it gives the rules by name.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk policy show >house.toml\n\nThe rules, each of which can be left out:\n  \
open-flags = \"high\"           # no flag of this severity or a worse one is open\n  \
decided = \"all\"               # every claim has a ruling; \"accepted\": but for those only offered\n  \
fresh = true                  # nothing is stale\n  \
coverage = 0.9                # share of the sentences from the threshold on that were looked at\n  \
fact-coverage = 0.8           # share of the figures, dates, names, quotations in a claim\n  \
primary-source = true         # a rating on the scale rests on a primary source\n  \
independent-publishers = 2    # and on sources of so many publishers\n  \
snapshots = true              # sources on the web have a snapshot\n  \
four-eyes = true              # nobody rules alone on their own verdict; \"auto\": from two people on\n  \
reply = true                  # who made a claim that does not hold was asked\n  \
sign-offs-required = 3        # so many editors signed off\n  \
sign-offs-agreeing = 2        # so many of them with one rating\n\n\
Next: `claimdesk policy set house.toml` gives the desk one of its own."
)]
pub(crate) struct Show {}

impl Show {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {} = self;
        let policy = context.desk()?.policy()?;
        output.one(&PolicyFile(&policy))?;
        if policy.from == PolicyOrigin::Standard {
            output.note("the standard policy; `claimdesk policy set FILE` gives the desk its own");
        }
        Ok(Exit::Done)
    }
}
