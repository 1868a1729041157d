//! `claimdesk model use`: what the desk scores sentences by.

use std::path::PathBuf;

use clap::{ArgGroup, Args};

use super::given::{OWN, model, shipped};
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::output::ModelShown;

/// Let the desk score sentences by a model of its own, or by the shipped one
///
/// The desk keeps a copy, so the file is not needed any more. Claims that are on the desk keep their
/// scores; articles that are added or revised from now on are scored by the new model.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("which").required(true).args(["file", "shipped"]))]
#[command(
    after_help = "Examples:\n  claimdesk model use house.model\n  claimdesk model use --shipped\n\n\
Next: `claimdesk model show` tells what is in use."
)]
pub(crate) struct Use {
    /// The model, as `model train` wrote it
    file: Option<PathBuf>,
    /// Go back to the model that claimdesk ships
    #[arg(long)]
    shipped: bool,
}

impl Use {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let shown = if let Some(file) = self.file {
            let (_, bytes) = model(&file)?;
            let used = context.desk_to_write()?.use_model(&context.act(), &bytes)?;
            ModelShown::of(&used, OWN.to_owned())
        } else {
            context.desk_to_write()?.use_shipped_model(&context.act())?;
            let (model, which) = shipped()?;
            ModelShown::of(&model, which)
        };
        output.one(&shown)?;
        output.note("claims on the desk keep their scores; new ones are scored by this model");
        Ok(Exit::Done)
    }
}
