//! `claimdesk reference`: facts that articles are compared with.

mod add;
mod check;
mod import;
mod list;
mod remove;
mod show;

use clap::Subcommand;

use super::{Context, Done, Output};

/// Dated facts that the rules compare articles with
#[derive(Debug, Subcommand)]
pub(crate) enum Reference {
    Add(Box<add::Add>),
    List(list::List),
    Show(show::Show),
    Import(import::Import),
    Check(check::Check),
    Remove(remove::Remove),
}

impl Reference {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::Add(verb) => verb.run(context, output),
            Self::List(verb) => verb.run(context, output),
            Self::Show(verb) => verb.run(context, output),
            Self::Import(verb) => verb.run(context, output),
            Self::Check(verb) => verb.run(context, output),
            Self::Remove(verb) => verb.run(context, output),
        }
    }
}
