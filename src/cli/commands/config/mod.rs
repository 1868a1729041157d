//! `claimdesk config`: what the desk has agreed on about how it works.

mod get;
mod list;
mod set;
mod unset;

use clap::Subcommand;

use super::{Context, Done, Output};

/// Settings of the desk, such as blind review and sign-offs
#[derive(Debug, Subcommand)]
pub(crate) enum Config {
    List(list::List),
    Get(get::Get),
    Set(set::Set),
    Unset(unset::Unset),
}

impl Config {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::List(verb) => verb.run(context, output),
            Self::Get(verb) => verb.run(context, output),
            Self::Set(verb) => verb.run(context, output),
            Self::Unset(verb) => verb.run(context, output),
        }
    }
}
