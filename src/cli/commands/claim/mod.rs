//! `claimdesk claim`: the checkable statements of articles.

mod accept;
mod add;
mod anchor;
mod assign;
mod dismiss;
mod edit;
mod filter;
mod history;
mod link;
mod list;
mod next;
mod reopen;
mod several;
mod show;
mod split;
mod unassign;
mod unlink;

pub(crate) use filter::FilterArgs;

use clap::Subcommand;

use super::{Context, Done, Output};

/// Checkable statements, each anchored to its words
#[derive(Debug, Subcommand)]
pub(crate) enum Claim {
    List(Box<list::List>),
    Show(show::Show),
    Add(add::Add),
    Edit(edit::Edit),
    Split(split::Split),
    Anchor(anchor::Anchor),
    Accept(Box<accept::Accept>),
    Dismiss(Box<dismiss::Dismiss>),
    Reopen(Box<reopen::Reopen>),
    Assign(Box<assign::Assign>),
    Unassign(unassign::Unassign),
    Next(next::Next),
    Link(link::Link),
    Unlink(unlink::Unlink),
    History(history::History),
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
            Self::Accept(verb) => verb.run(context, output),
            Self::Dismiss(verb) => verb.run(context, output),
            Self::Reopen(verb) => verb.run(context, output),
            Self::Assign(verb) => verb.run(context, output),
            Self::Unassign(verb) => verb.run(context, output),
            Self::Next(verb) => verb.run(context, output),
            Self::Link(verb) => verb.run(context, output),
            Self::Unlink(verb) => verb.run(context, output),
            Self::History(verb) => verb.run(context, output),
        }
    }
}
