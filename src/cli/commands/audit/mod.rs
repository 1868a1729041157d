//! `claimdesk audit`: whether the desk's history holds.

mod verify;

use clap::Subcommand;

use super::{Context, Done, Output};

/// Whether the desk's history holds
#[derive(Debug, Subcommand)]
pub(crate) enum Audit {
    Verify(verify::Verify),
}

impl Audit {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::Verify(verb) => verb.run(context, output),
        }
    }
}
