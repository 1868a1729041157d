//! `claimdesk model show`: what a model says of itself.

use std::path::PathBuf;

use clap::Args;

use super::given::model_or_in_use;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::output::ModelShown;

/// Show what a model learned from, how good it is, and what weighs most
///
/// Without a file: the model in use, which is the desk's own, else the one that claimdesk ships.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk model show house.model\n\n\
Next: `claimdesk model evaluate` measures it on sentences that you have judged.")]
pub(crate) struct Show {
    /// The model [default: the one in use]
    file: Option<PathBuf>,
}

impl Show {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let (model, which) = model_or_in_use(self.file.as_deref(), context)?;
        output.one(&ModelShown::of(&model, which))?;
        Ok(Exit::Done)
    }
}
