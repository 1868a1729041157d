//! `claimdesk policy`: the house rules for publication.

mod reset;
mod set;
mod show;

use std::path::Path;

use clap::Subcommand;

use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::files;
use crate::gate::Policy as Rules;

/// House rules for publication, which `gate` holds articles against
#[derive(Debug, Subcommand)]
pub(crate) enum Policy {
    Show(show::Show),
    Set(set::Set),
    Reset(reset::Reset),
}

impl Policy {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::Show(verb) => verb.run(context, output),
            Self::Set(verb) => verb.run(context, output),
            Self::Reset(verb) => verb.run(context, output),
        }
    }
}

/// The policy in a file or, for `-`, in standard input.
pub(super) fn policy_in(file: &Path) -> Result<Rules, CliError> {
    files::read_text(file)?.parse().map_err(|error| {
        let file = files::named(file);
        CliError::Invalid(format!("{file} can't be a policy: {error}"))
    })
}
