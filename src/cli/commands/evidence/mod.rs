//! `claimdesk evidence`: sources tied to claims.

mod add;
mod remove;
mod verify;

use clap::Subcommand;

use super::{Context, Done, Output};

/// Sources tied to claims
#[derive(Debug, Subcommand)]
pub(crate) enum Evidence {
    Add(add::Add),
    Remove(remove::Remove),
    Verify(verify::Verify),
}

impl Evidence {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::Add(verb) => verb.run(context, output),
            Self::Remove(verb) => verb.run(context, output),
            Self::Verify(verb) => verb.run(context, output),
        }
    }
}
