//! `claimdesk comment`: remarks on claims.

mod add;
mod list;

use clap::Subcommand;

use super::{Context, Done, Output};

/// Remarks on claims
#[derive(Debug, Subcommand)]
pub(crate) enum Comment {
    Add(add::Add),
    List(list::List),
}

impl Comment {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::Add(verb) => verb.run(context, output),
            Self::List(verb) => verb.run(context, output),
        }
    }
}
