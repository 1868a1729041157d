//! `claimdesk scale update`: a scale is changed from a file.

use std::path::PathBuf;

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::scale::NewScale;

/// Change a scale to what a TOML file says; editors only
///
/// The file is written like that of `scale add`, whole, and names the scale by its slug. Ratings can be added, put in
/// another order, named and described anew; one can be left out while no verdict uses it. Verdicts on a rating whose label,
/// description, tone or place changed are stale until they are given anew or reaffirmed.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk scale update house.toml\n\n\
Next: `claimdesk scale show house` shows it as it is now.")]
pub(crate) struct Update {
    /// The file, or - for standard input
    file: PathBuf,
}

impl Update {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let new: NewScale = files::read_toml(&self.file, "scale")?;
        let updated = context
            .desk_to_write()?
            .update_scale(&context.act(), &new)?;
        output.one(&updated.scale)?;
        match updated.stale {
            0 => {}
            1 => output
                .note("1 verdict is stale now; `claimdesk claim list --stale` lists its claim"),
            stale => output.note(format!(
                "{stale} verdicts are stale now; `claimdesk claim list --stale` lists their claims"
            )),
        }
        Ok(Exit::Done)
    }
}
