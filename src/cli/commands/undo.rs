//! `claimdesk undo`: taking back what one did last.

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::exit::Exit;

/// Take back what you did last
///
/// The history grows by a line that says so, and loses none. What others have built on stays, and what is public
/// can only be corrected.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk undo --as ana\n\n\
Next: `claimdesk log --limit 5` shows what was done last.")]
pub(crate) struct Undo {}

impl Undo {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {} = self;
        output.list(&context.desk_to_write()?.undo(&context.act())?)?;
        Ok(Exit::Done)
    }
}
