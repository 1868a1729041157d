//! `claimdesk doctor`: whether the desk's file is sound.

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::exit::Exit;

/// Check the file, the full-text indexes and the history; exit code 1 where something is wrong
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk doctor\n  claimdesk doctor --rebuild-index\n\n\
On a large desk this takes minutes: a second index is made, and compared with the one that the desk has."
)]
pub(crate) struct Doctor {
    /// Write the full-text indexes anew, and check then
    #[arg(long)]
    rebuild_index: bool,
}

impl Doctor {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let desk = if self.rebuild_index {
            let mut desk = context.desk_to_write()?;
            desk.rebuild_indexes()?;
            desk
        } else {
            context.desk()?
        };
        let health = desk.health()?;
        output.one(&health)?;
        Ok(if health.ok { Exit::Done } else { Exit::No })
    }
}
