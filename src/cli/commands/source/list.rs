//! `claimdesk source list`: what the desk can cite.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::model::people::Handle;
use crate::model::source::{SourceFilter, SourceKind};

/// List the sources on the desk
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk source list --format csv > sources.csv\n  claimdesk source list --publisher reuters --kind secondary\n  claimdesk source list --unused\n\n\
Next: `claimdesk source show 3` shows where one is cited."
)]
pub(crate) struct List {
    /// Only those whose publisher's name holds these words
    #[arg(long, value_name = "WORDS")]
    publisher: Option<String>,
    /// Only those that stand this near to what they tell of
    #[arg(long, value_parser = one_of::<SourceKind>(SourceKind::WORDS))]
    kind: Option<SourceKind>,
    /// Only those that this person cites
    #[arg(long, value_name = "HANDLE")]
    used_by: Option<Handle>,
    /// Only those that nothing cites
    #[arg(long, conflicts_with = "used_by")]
    unused: bool,
    /// Only those that were gone from the web when they were checked last
    #[arg(long)]
    dead: bool,
}

impl List {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let filter = SourceFilter {
            article: None,
            publisher: self.publisher,
            kind: self.kind,
            used_by: self.used_by,
            unused: self.unused,
            dead: self.dead,
        };
        let desk = context.desk()?;
        output.list(&desk.sources(&filter)?)?;
        output.note_blindness(&desk)?;
        Ok(Exit::Done)
    }
}
