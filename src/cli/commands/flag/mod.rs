//! `claimdesk flag`: problems noted on claims and articles.

mod add;
mod anchor;
mod list;
mod reopen;
mod resolve;

use clap::Subcommand;

use super::{Context, Done, Output};

/// Problems noted on claims and articles
#[derive(Debug, Subcommand)]
pub(crate) enum Flag {
    Add(add::Add),
    List(list::List),
    Anchor(anchor::Anchor),
    Resolve(resolve::Resolve),
    Reopen(reopen::Reopen),
}

impl Flag {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::Add(verb) => verb.run(context, output),
            Self::List(verb) => verb.run(context, output),
            Self::Anchor(verb) => verb.run(context, output),
            Self::Resolve(verb) => verb.run(context, output),
            Self::Reopen(verb) => verb.run(context, output),
        }
    }
}
