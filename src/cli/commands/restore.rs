//! `claimdesk restore`: the desk as a backup has it.

use std::path::PathBuf;

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::desk::Desk;

/// Put a backup in the place of the desk, and keep that beside
///
/// The backup is checked first and stays as it is. The desk that it replaces, damaged or not, is kept under a name that says so.
/// The command waits for who is writing, and gives up after a while.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk restore /media/stick/claimdesk.db\n  \
claimdesk restore backups/claimdesk-20260131T093000Z.db --desk claimdesk.db\n\n\
Next: `claimdesk doctor` looks over the whole desk."
)]
pub(crate) struct Restore {
    /// The backup
    #[arg(value_name = "FILE")]
    from: PathBuf,
}

impl Restore {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let restored = output.waiting("checking and restoring the backup", || {
            Desk::restore(&context.desk_to_restore(), &self.from, context.now())
        })?;
        output.one(&restored)?;
        if let Some(replaced) = &restored.replaced
            && replaced.same_desk == Some(false)
        {
            output.note(format!(
                "the desk that was replaced is another one, not an earlier or later state of this; it is in {}",
                replaced.file
            ));
        }
        Ok(Exit::Done)
    }
}
