//! `claimdesk article`: texts under check.

mod add;
mod export_text;
mod list;
mod remove;
mod show;

use clap::Subcommand;

use super::{Context, Done, Output};

/// Texts under check
#[derive(Debug, Subcommand)]
pub(crate) enum Article {
    Add(add::Add),
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
            Self::List(verb) => verb.run(context, output),
            Self::Show(verb) => verb.run(context, output),
            Self::ExportText(verb) => verb.run(context, output),
            Self::Remove(verb) => verb.run(context, output),
        }
    }
}
