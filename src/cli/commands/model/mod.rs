//! `claimdesk model`: what sentences are scored by.

mod choose;
mod evaluate;
pub(super) mod given;
mod matching;
mod show;
mod train;

use clap::Subcommand;

use super::{Context, Done, Output};

/// The model that scores sentences: teach one, measure it, use it
#[derive(Debug, Subcommand)]
pub(crate) enum Model {
    Show(show::Show),
    Train(train::Train),
    Evaluate(evaluate::Evaluate),
    Use(choose::Use),
}

impl Model {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::Show(verb) => verb.run(context, output),
            Self::Train(verb) => verb.run(context, output),
            Self::Evaluate(verb) => verb.run(context, output),
            Self::Use(verb) => verb.run(context, output),
        }
    }
}
