//! `claimdesk reviewer`: the people on the desk.

mod add;
mod edit;
mod list;

use clap::Subcommand;

use super::{Context, Done, Output};

/// People on the desk
#[derive(Debug, Subcommand)]
pub(crate) enum Reviewer {
    Add(add::Add),
    Edit(edit::Edit),
    List(list::List),
}

impl Reviewer {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::Add(verb) => verb.run(context, output),
            Self::Edit(verb) => verb.run(context, output),
            Self::List(verb) => verb.run(context, output),
        }
    }
}
