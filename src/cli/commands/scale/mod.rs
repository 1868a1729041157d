//! `claimdesk scale`: sets of ratings.

mod add;
mod list;
mod map;
mod show;
mod update;

use clap::Subcommand;

use super::{Context, Done, Output};

/// Sets of ratings
#[derive(Debug, Subcommand)]
pub(crate) enum Scale {
    List(list::List),
    Show(show::Show),
    Add(add::Add),
    Update(update::Update),
    Map(map::Map),
}

impl Scale {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::List(verb) => verb.run(context, output),
            Self::Show(verb) => verb.run(context, output),
            Self::Add(verb) => verb.run(context, output),
            Self::Update(verb) => verb.run(context, output),
            Self::Map(verb) => verb.run(context, output),
        }
    }
}
