//! `claimdesk import`: claims from other programs' files.

use std::io::{self, BufRead};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::input::{self, Input};
use crate::cli::output::Progress;
use crate::cli::words::one_of;
use crate::desk::{DeskError, ImportOptions};
use crate::ingest::IngestError;
use crate::interchange::ahead::ahead;
use crate::interchange::averitec::read_averitec;
use crate::interchange::format::ImportFormat;
use crate::interchange::records::{Numbered, read_csv, read_jsonl};

/// Import claims with their verdicts and sources from a file
///
/// Claim records as JSON Lines or CSV, and AVeriTeC JSON. All of it is imported or nothing. A claim that the desk has already, by its identity, is brought up to what
/// the file says; what the file is silent about stays, and verdicts are only ever added. The same file imported again
/// changes nothing. Verdicts come in the names of those who gave them, so that only editors import.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk import checks.jsonl --dry-run\n  claimdesk import checks.csv.gz\n  \
curl -s https://example.org/checks.jsonl | claimdesk import -"
)]
pub(crate) struct Import {
    /// The file, also packed as .gz or .zst, or - for standard input
    file: PathBuf,
    /// What it is [default: as its content tells]
    #[arg(long, value_name = "FORMAT", value_parser = one_of::<ImportFormat>(ImportFormat::WORDS))]
    as_format: Option<ImportFormat>,
    /// Leave out records that can't be taken, and tell of each
    #[arg(long)]
    skip_invalid: bool,
    /// Only tell what would come of it
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        let mut input = input::open(&self.file)?;
        let format = self.format(&mut input)?;
        let tally = Arc::clone(&input.tally);
        let progress = Progress::of_bytes(input.size, output);
        let name = files::named(&self.file);
        let records = records(format, input.content).map_err(|error| unreadable(&name, &error))?;
        let read = Arc::clone(&tally);
        let records = ahead(records).inspect(|_| progress.at(read.bytes()));
        let options = ImportOptions {
            format: format.as_str(),
            file_name: files::name_of(&self.file),
            skip_invalid: self.skip_invalid,
            rehearsed: self.dry_run,
        };
        let mut skipped = Vec::new();
        let imported = desk.import_claims(
            &context.act(),
            &options,
            records,
            || tally.digest(),
            |record| skipped.push(record),
        );
        drop(progress);
        let imported = imported.map_err(|error| CliError::Desk(named(&name, error)))?;
        for record in &skipped {
            output.note(format!(
                "{name}, {}: {}; left out",
                record.place, record.reason
            ));
        }
        output.one(&imported)?;
        if self.dry_run {
            output.note("this was a rehearsal, and nothing was stored");
        }
        Ok(Exit::Done)
    }

    /// The format that was named, else the one that the content tells.
    fn format(&self, input: &mut Input) -> Result<ImportFormat, CliError> {
        if let Some(format) = self.as_format {
            return Ok(format);
        }
        let name = files::named(&self.file);
        let start = input.content.fill_buf();
        let start = start.map_err(|error| unreadable(&name, &error))?;
        if start.trim_ascii().is_empty() {
            return Err(files::input_error(&self.file, IngestError::Empty));
        }
        ImportFormat::of(start).ok_or_else(|| {
            CliError::Usage(format!(
                "what {} holds is no format of claims that is known; if it is one of {}, say so with --as-format",
                name,
                ImportFormat::WORDS.join(", ")
            ))
        })
    }
}

type Records = Box<dyn Iterator<Item = io::Result<Numbered>> + Send>;

fn records(format: ImportFormat, content: Box<dyn BufRead + Send>) -> io::Result<Records> {
    Ok(match format {
        ImportFormat::Jsonl => Box::new(read_jsonl(content)),
        ImportFormat::Csv => Box::new(read_csv(content)?),
        ImportFormat::Averitec => Box::new(read_averitec(content)),
    })
}

/// An error in a file, with the file's name.
fn named(name: &str, error: DeskError) -> DeskError {
    match error {
        DeskError::BadRecord { place, why } => DeskError::BadRecord {
            place: format!("{name}, {place}"),
            why,
        },
        DeskError::UnreadableRecords(why) => DeskError::UnreadableRecords(format!("{name}: {why}")),
        other => other,
    }
}

/// That a file of claims can't be read, as far as it was looked at.
fn unreadable(name: &str, error: &io::Error) -> CliError {
    let error = DeskError::UnreadableRecords(error.to_string());
    CliError::Desk(named(name, error))
}
