//! `claimdesk audit verify`: the chain of events is checked line by line.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;

/// Check the whole history; exit code 1 names the first line that doesn't hold
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk audit verify && echo untouched")]
pub(crate) struct Verify {}

impl Verify {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {} = self;
        let result = context.desk()?.audit()?;
        output.one(&result)?;
        Ok(if result.ok { Exit::Done } else { Exit::No })
    }
}
