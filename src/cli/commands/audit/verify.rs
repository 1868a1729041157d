//! `claimdesk audit verify`: the chain of events is checked line by line.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::event::KeptHash;

/// Check the whole history; exit code 1 names the first line that doesn't hold
///
/// With a hash that was kept elsewhere, also that a line still has it, so that nothing up to that line was changed since. Without
/// one, a history that was hashed anew from some line on looks like any other.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk audit verify && echo untouched\n  claimdesk audit verify --expect 0efcafb422f2a469\n\n\
Next: `claimdesk audit head` prints the hash to keep where nobody here can change it."
)]
pub(crate) struct Verify {
    /// The hash of a line, as `audit head` or a report gave it: 64 digits, or at least the first 16
    #[arg(long, value_name = "HASH")]
    expect: Option<KeptHash>,
}

impl Verify {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let desk = context.desk()?;
        let result = output.waiting("checking the history", || match &self.expect {
            Some(kept) => desk.audit_expecting(kept),
            None => desk.audit(),
        })?;
        output.one(&result)?;
        Ok(if result.ok { Exit::Done } else { Exit::No })
    }
}
