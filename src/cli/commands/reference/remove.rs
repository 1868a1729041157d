//! `claimdesk reference remove`: a fact of the desk's own is no longer held.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;

/// Take away a reference fact of the desk's own; a shipped one of that name holds again
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk reference remove bridge-opened-1932\n\n\
Next: `claimdesk lint --all` looks over the articles without it."
)]
pub(crate) struct Remove {
    /// The fact's name
    id: String,
}

impl Remove {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        let fact = desk.remove_reference_fact(&context.act(), &self.id)?;
        output.one(&fact)?;
        output.note(format!("{} is no longer held", fact.id));
        Ok(Exit::Done)
    }
}
