//! `claimdesk audit head`: the line to be kept elsewhere.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;

/// Print the last line of the history, to keep its hash elsewhere
///
/// Whoever has the hash can prove later, with `claimdesk audit verify --expect HASH`, that nothing up to this line was changed. Keep it
/// where nobody who may write to the desk can change it: with somebody else, in a mail, on paper.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk audit head\n  claimdesk audit head --format json | mail -s 'head of our desk' archive@example.org\n\n\
Next: `claimdesk audit verify --expect HASH` proves later that nothing before it was changed."
)]
pub(crate) struct Head {}

impl Head {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {} = self;
        output.one(&context.desk()?.audit_head()?)?;
        Ok(Exit::Done)
    }
}
