//! `claimdesk reference check`: whether the facts fit together.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::lint::reference::Problem;

/// Say what is wrong with the reference facts, or with how they fit together
///
/// Facts without sources, dates that run backwards, words that would be found everywhere, two people in one office at one
/// time. Ends with exit code 1 when something is found.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk reference check && echo fine\n\n\
Next: `claimdesk lint --all` holds the articles against them.")]
pub(crate) struct Check {}

impl Check {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {} = self;
        let problems = context.desk()?.check_reference_facts()?;
        if problems.is_empty() {
            output.nothing::<Problem>("nothing is wrong with the reference facts")?;
            return Ok(Exit::Done);
        }
        output.list(&problems)?;
        Ok(Exit::No)
    }
}
