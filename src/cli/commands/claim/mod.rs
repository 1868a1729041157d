//! `claimdesk claim`: the checkable statements of articles.

mod add;
mod anchor;
mod dismiss;
mod edit;
mod list;
mod show;
mod split;

use clap::Subcommand;

use super::{Context, Done, Output};

/// Checkable statements, each anchored to its words
#[derive(Debug, Subcommand)]
pub(crate) enum Claim {
    List(list::List),
    Show(show::Show),
    Add(add::Add),
    Edit(edit::Edit),
    Split(split::Split),
    Anchor(anchor::Anchor),
    Dismiss(dismiss::Dismiss),
}

impl Claim {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::List(verb) => verb.run(context, output),
            Self::Show(verb) => verb.run(context, output),
            Self::Add(verb) => verb.run(context, output),
            Self::Edit(verb) => verb.run(context, output),
            Self::Split(verb) => verb.run(context, output),
            Self::Anchor(verb) => verb.run(context, output),
            Self::Dismiss(verb) => verb.run(context, output),
        }
    }
}
