//! `claimdesk source`: things that can be cited.

mod add;
mod describe;
mod list;
mod show;

use clap::Subcommand;

pub(crate) use self::describe::{SourceDetailArgs, details_of, source_ref};

use super::{Context, Done, Output};

/// Things that can be cited
#[derive(Debug, Subcommand)]
pub(crate) enum Source {
    Add(add::Add),
    List(list::List),
    Show(show::Show),
}

impl Source {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::Add(verb) => verb.run(context, output),
            Self::List(verb) => verb.run(context, output),
            Self::Show(verb) => verb.run(context, output),
        }
    }
}
