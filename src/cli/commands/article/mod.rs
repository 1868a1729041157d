//! `claimdesk article`: texts under check.

mod add;
mod details;
mod diff;
mod edit;
mod export_text;
mod list;
mod remove;
mod revise;
mod show;

use clap::Subcommand;

use super::{Context, Done, Output};

/// Texts under check
#[derive(Debug, Subcommand)]
pub(crate) enum Article {
    Add(add::Add),
    Edit(edit::Edit),
    Revise(revise::Revise),
    Diff(diff::Diff),
    List(list::List),
    Show(show::Show),
    ExportText(export_text::ExportText),
    Remove(remove::Remove),
}

impl Article {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::Add(verb) => verb.run(context, output),
            Self::Edit(verb) => verb.run(context, output),
            Self::Revise(verb) => verb.run(context, output),
            Self::Diff(verb) => verb.run(context, output),
            Self::List(verb) => verb.run(context, output),
            Self::Show(verb) => verb.run(context, output),
            Self::ExportText(verb) => verb.run(context, output),
            Self::Remove(verb) => verb.run(context, output),
        }
    }
}
