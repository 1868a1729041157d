//! `claimdesk verdict`: reviewers' ratings of claims.

mod add;
mod agreement;
mod form;
mod history;
mod reaffirm;

use clap::Subcommand;

use super::{Context, Done, Output};

/// Reviewers' ratings of claims
#[derive(Debug, Subcommand)]
pub(crate) enum Verdict {
    Add(Box<add::Add>),
    Reaffirm(reaffirm::Reaffirm),
    History(history::History),
    Agreement(agreement::Agreement),
}

impl Verdict {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::Add(verb) => verb.run(context, output),
            Self::Reaffirm(verb) => verb.run(context, output),
            Self::History(verb) => verb.run(context, output),
            Self::Agreement(verb) => verb.run(context, output),
        }
    }
}
