//! `claimdesk source`: things that can be cited.

mod add;
mod check;
mod cite;
mod describe;
mod edit;
mod import;
mod limits;
mod list;
mod merge;
mod open;
mod remove;
mod show;
mod snapshot;
mod verify;

use clap::Subcommand;

use self::describe::SourceDescriptionArgs;
pub(crate) use self::describe::{SourceDetailArgs, note_other_details, source_ref};

use super::{Context, Done, Output};

/// Things that can be cited
#[derive(Debug, Subcommand)]
pub(crate) enum Source {
    Add(add::Add),
    Check(check::Check),
    Cite(cite::Cite),
    Edit(edit::Edit),
    Import(import::Import),
    List(list::List),
    Merge(merge::Merge),
    Open(open::Open),
    Remove(remove::Remove),
    Show(show::Show),
    Snapshot(snapshot::Snapshot),
    Verify(verify::Verify),
}

impl Source {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::Add(verb) => verb.run(context, output),
            Self::Check(verb) => verb.run(context, output),
            Self::Cite(verb) => verb.run(context, output),
            Self::Edit(verb) => verb.run(context, output),
            Self::Import(verb) => verb.run(context, output),
            Self::List(verb) => verb.run(context, output),
            Self::Merge(verb) => verb.run(context, output),
            Self::Open(verb) => verb.run(context, output),
            Self::Remove(verb) => verb.run(context, output),
            Self::Show(verb) => verb.run(context, output),
            Self::Snapshot(verb) => verb.run(context, output),
            Self::Verify(verb) => verb.run(context, output),
        }
    }
}
