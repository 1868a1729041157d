//! `claimdesk ruling`: what editors make of verdicts.

mod correct;
mod list;
mod publish;
mod send_back;
mod sign_off;

use clap::Subcommand;

use super::{Context, Done, Output};

/// Editors' decisions: sign off, return, publish, correct
#[derive(Debug, Subcommand)]
pub(crate) enum Ruling {
    SignOff(sign_off::SignOff),
    #[command(name = "return")]
    SendBack(send_back::SendBack),
    Publish(publish::Publish),
    Correct(correct::Correct),
    List(list::List),
}

impl Ruling {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::SignOff(verb) => verb.run(context, output),
            Self::SendBack(verb) => verb.run(context, output),
            Self::Publish(verb) => verb.run(context, output),
            Self::Correct(verb) => verb.run(context, output),
            Self::List(verb) => verb.run(context, output),
        }
    }
}
