//! `claimdesk source show`: one source and where it is cited.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::ids::SourceId;

/// Show a source and the evidence taken from it
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk source show 3\n\n\
Next: `claimdesk evidence add` ties it to another claim; `claimdesk source cite 3` writes it for a bibliography.")]
pub(crate) struct Show {
    /// The source's number
    source: SourceId,
}

impl Show {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let desk = context.desk()?;
        output.one(&desk.source(self.source)?)?;
        output.note_blindness(&desk)?;
        Ok(Exit::Done)
    }
}
