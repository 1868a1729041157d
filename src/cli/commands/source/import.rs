//! `claimdesk source import`: sources from a reference manager.

use std::path::PathBuf;

use clap::Args;

use crate::citation::{ReferenceFormat, format_of, read};
use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::words::one_of;
use crate::desk::Imported;
use crate::model::bibliography::ImportOutcome;

/// Add the sources of a BibTeX, RIS or CSL-JSON file
///
/// Each entry becomes a source, recognised by its DOI, else its ISBN, its address, or its title with author
/// and date. What the desk has already stays as it is. All of it is added or, if the file can't be read to its end, nothing.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk source import library.bib --dry-run\n  claimdesk source import - --as-format ris < export.ris\n\n\
Next: `claimdesk source list --unused` lists those that nothing cites yet."
)]
pub(crate) struct Import {
    /// The file, or - for standard input
    file: PathBuf,
    /// What it is [default: as its content tells, else its name]
    #[arg(long, value_name = "FORMAT", value_parser = one_of::<ReferenceFormat>(ReferenceFormat::WORDS))]
    as_format: Option<ReferenceFormat>,
    /// Only tell what would become of each entry
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let text = files::read_whole_text(&self.file)?;
        let wrong = |error| CliError::References {
            input: files::named(&self.file),
            error,
        };
        let name = files::name_of(&self.file);
        let format = match self.as_format {
            Some(format) => format,
            None => format_of(&text, name.as_deref()).map_err(wrong)?,
        };
        let references = read(format, &text).map_err(wrong)?;
        let mut desk = context.desk_to_write()?;
        let imported = desk.import_sources(&context.act(), &references, self.dry_run)?;
        output.list(&imported)?;
        output.note(summary(&imported, self.dry_run));
        Ok(Exit::Done)
    }
}

fn summary(imported: &[Imported], rehearsed: bool) -> String {
    let count = |outcome| {
        imported
            .iter()
            .filter(|entry| entry.outcome == outcome)
            .count()
    };
    let told = format!(
        "{} added, {} on the desk already, {} skipped",
        count(ImportOutcome::Added),
        count(ImportOutcome::Existed),
        count(ImportOutcome::Skipped)
    );
    if rehearsed {
        format!("{told}; this was a rehearsal, and nothing was stored")
    } else {
        told
    }
}
