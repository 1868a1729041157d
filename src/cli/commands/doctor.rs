//! `claimdesk doctor`: whether the desk is sound, and mending what can be.

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::exit::Exit;

/// Check the whole desk, and mend what follows from the rest of it
///
/// Ends with exit code 1 where something is wrong.
///
/// Looked at are the file, tables and guards, references, the places of words in the texts, the SHA-256 of all that was kept, settings,
/// what claims keep of verdicts and rulings, the full-text indexes and the history.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk doctor\n  claimdesk doctor --fix\n  claimdesk doctor --rebuild-index\n\n\
On a large desk this takes minutes: a second index is made, and compared with the one that the desk has. What can't be read \
any more, `claimdesk restore` brings back from a backup; `claimdesk export` gets out of a desk with faults what can be read.\n\n\
Next: `claimdesk backup FILE` while the desk is sound; `claimdesk restore FILE` where it can't be mended."
)]
pub(crate) struct Doctor {
    /// Mend what can be worked out from the rest of the desk: indexes, guards, what claims keep; take in what the log holds
    #[arg(long)]
    fix: bool,
    /// Write the full-text indexes anew, and check then
    #[arg(long)]
    rebuild_index: bool,
}

impl Doctor {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = if self.fix {
            context.desk_to_mend()?
        } else if self.rebuild_index {
            context.desk_to_write()?
        } else {
            context.desk()?
        };
        if self.rebuild_index {
            output.waiting("writing the full-text indexes", || desk.rebuild_indexes())?;
        }
        let health = if self.fix {
            output.waiting("checking and mending the desk", || desk.mend())?
        } else {
            output.waiting("checking the desk", || desk.health())?
        };
        output.one(&health)?;
        Ok(if health.ok { Exit::Done } else { Exit::No })
    }
}
