//! `claimdesk reply`: the right of reply of those who made a claim.

mod add;
mod answer;
mod list;

use clap::Subcommand;

use super::{Context, Done, Output};

/// Who was asked about a claim, and what they answered
#[derive(Debug, Subcommand)]
pub(crate) enum Reply {
    Add(add::Add),
    Answer(answer::Answer),
    List(list::List),
}

impl Reply {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::Add(verb) => verb.run(context, output),
            Self::Answer(verb) => verb.run(context, output),
            Self::List(verb) => verb.run(context, output),
        }
    }
}
