//! `claimdesk audit`: whether the desk's history holds.

mod head;
mod verify;

use clap::Subcommand;

use super::{Context, Done, Output};

/// Whether the desk's history holds
#[derive(Debug, Subcommand)]
pub(crate) enum Audit {
    Head(head::Head),
    Verify(verify::Verify),
}

impl Audit {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::Head(verb) => verb.run(context, output),
            Self::Verify(verb) => verb.run(context, output),
        }
    }
}
