//! `claimdesk reference import`: facts from a file.

use std::path::PathBuf;

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::desk::DeskError;

/// Add the reference facts of a TOML file, with their sources
///
/// The file is written as those that the program ships in `data/reference`, with `[[event]]`, `[[office]]` and
/// `[[organisation]]`. Either all of its facts are added or none.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk reference import town.toml\n\n\
Next: `claimdesk lint --all` holds the articles against them.")]
pub(crate) struct Import {
    /// The file; - reads standard input
    file: PathBuf,
}

impl Import {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let file = files::read_filled_text(&self.file)?;
        let mut desk = context.desk_to_write()?;
        let imported = desk.import_reference_facts(&context.act(), &file);
        let named = files::named(&self.file);
        output.one(&imported.map_err(|error| match error {
            DeskError::Invalid(why) => CliError::Invalid(format!("{named}: {why}")),
            DeskError::Blank(what) => CliError::Invalid(format!("{named}: {what} is empty")),
            other => other.into(),
        })?)?;
        output.note("next: claimdesk lint --all");
        Ok(Exit::Done)
    }
}
