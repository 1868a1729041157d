//! `claimdesk config`: what the desk has agreed on about how it works, and what a
//! person prefers on all desks.

mod get;
mod key;
mod list;
mod path;
mod set;
mod unset;

use clap::Subcommand;

use super::{Context, Done, Output};

/// Settings of the desk, and your own defaults
///
/// What a desk has agreed on, such as blind review or how many sign off, stands in the desk, and holds for everybody. Your own
/// defaults, such as your handle or your editor, stand in a file of yours, whose place `config path` tells, and hold on every desk. An option overrules the environment, that your own defaults, and these the
/// desk's and the program's; only EDITOR, VISUAL and PAGER, which are for all programs, come behind what you set here.
#[derive(Debug, Subcommand)]
pub(crate) enum Config {
    List(list::List),
    Get(get::Get),
    Set(set::Set),
    Unset(unset::Unset),
    Path(path::Path),
}

impl Config {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::List(verb) => verb.run(context, output),
            Self::Get(verb) => verb.run(context, output),
            Self::Set(verb) => verb.run(context, output),
            Self::Unset(verb) => verb.run(context, output),
            Self::Path(verb) => verb.run(context, output),
        }
    }
}
