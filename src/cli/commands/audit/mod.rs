//! `claimdesk audit`: whether the desk's history holds, and proof of it for others.

mod check;
mod export;
mod head;
mod verify;

use clap::Subcommand;

use super::{Context, Done, Output};

/// Whether the desk's history holds, and proof of it for others
#[derive(Debug, Subcommand)]
pub(crate) enum Audit {
    Head(head::Head),
    Verify(verify::Verify),
    Export(export::Export),
    Check(check::Check),
}

impl Audit {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::Head(verb) => verb.run(context, output),
            Self::Verify(verb) => verb.run(context, output),
            Self::Export(verb) => verb.run(context, output),
            Self::Check(verb) => verb.run(context, output),
        }
    }
}
