//! `claimdesk source remove`: a source that nothing cites.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::ids::SourceId;

/// Take a source off the desk that nothing cites
///
/// The space of its snapshots is free for others then. The history keeps what it was.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk source remove 7\n\n\
Next: `claimdesk source list --unused` lists others that nothing cites.")]
pub(crate) struct Remove {
    /// The source's number
    source: SourceId,
}

impl Remove {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        let removed = desk.remove_source(&context.act(), self.source)?;
        output.one(&removed)?;
        output.note(format!("source {} is off the desk", removed.id));
        Ok(Exit::Done)
    }
}
