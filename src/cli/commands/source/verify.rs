//! `claimdesk source verify`: whether snapshots are still what was kept.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;

/// Hash every snapshot again and say whether it is what was kept
///
/// The exit code is 1 when one is not.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk source verify\n\n\
Next: `claimdesk source check --all` asks whether the sources still say so.")]
pub(crate) struct Verify {}

impl Verify {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {} = self;
        let verified = context.desk()?.verify_snapshots()?;
        output.one(&verified)?;
        Ok(if verified.ok { Exit::Done } else { Exit::No })
    }
}
