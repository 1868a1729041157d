//! `claimdesk source merge`: two sources that are one thing.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::ids::SourceId;

/// Make one source of two that are the same thing; editors only
///
/// What cites the second cites the first from then on. The first keeps what is known about it, and gets
/// what only the second knew; it is recognised by what both were recognised by. The second goes.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk source merge 3 7\n\n\
Next: `claimdesk source show 3` shows what it is now.")]
pub(crate) struct Merge {
    /// The source that stays
    into: SourceId,
    /// The source that goes
    from: SourceId,
}

impl Merge {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        output.one(&desk.merge_sources(&context.act(), self.into, self.from)?)?;
        Ok(Exit::Done)
    }
}
