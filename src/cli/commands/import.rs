//! `claimdesk import`: claims from other programs' files.

use std::io::{self, BufRead};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::{Context, Done, Output, archive};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::input::{self, Input};
use crate::cli::output::Progress;
use crate::cli::words::one_of;
use crate::desk::{Desk, DeskError, ImportOptions};
use crate::ingest::IngestError;
use crate::interchange::ahead::ahead;
use crate::interchange::averitec::read_averitec;
use crate::interchange::claimreview::Mapping;
use crate::interchange::documents::{Documents, RatedOn, annotations, reviews};
use crate::interchange::format::ImportFormat;
use crate::interchange::records::{read_csv, read_jsonl};

/// Import claims with their verdicts and sources from a file
///
/// Claim records as JSON Lines or CSV, AVeriTeC JSON, ClaimReview (documents, feeds, pages, the answer of Google's Fact Check
/// Tools) and Web Annotations (also rows of Hypothesis); and the archive of a whole desk, which is merged into this one. All of it is imported or nothing. A claim that the desk has already, by its identity, is brought up to what
/// the file says; what the file is silent about stays, and verdicts are only ever added. The same file imported again
/// changes nothing. Verdicts come in the names of those who gave them, so that only editors import.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk import checks.jsonl --dry-run\n  claimdesk import checks.csv.gz\n  \
curl -s https://example.org/checks.jsonl | claimdesk import -\n  \
claimdesk import review.html --scale standard --ratings our-words.csv\n  \
claimdesk import desk.jsonl.zst --dry-run\n\n\
Next: `claimdesk match --article 1` asks of an article whether any of it was checked before."
)]
pub(crate) struct Import {
    /// The file, also packed as .gz or .zst, or - for standard input
    file: PathBuf,
    /// What it is [default: as its content tells]
    #[arg(long, value_name = "FORMAT", value_parser = one_of::<ImportFormat>(ImportFormat::WORDS))]
    as_format: Option<ImportFormat>,
    /// Of ClaimReview and annotations: the scale to find their ratings on [default: the desk's]
    #[arg(long)]
    scale: Option<String>,
    /// Of ClaimReview and annotations: a CSV file with the columns label and rating, for what others call their ratings
    #[arg(long, value_name = "FILE")]
    ratings: Option<PathBuf>,
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
        self.fits(format)?;
        let name = files::named(&self.file);
        let failed = |error| files::input_error(&self.file, error);
        let (tally, size) = (Arc::clone(&input.tally), input.size);
        let Documents { records, notes } = match format {
            ImportFormat::Archive => {
                return archive::merge(context, (&self.file, input), self.dry_run, output);
            }
            ImportFormat::Jsonl => read_jsonl(input.content).into(),
            ImportFormat::Csv => read_csv(input.content)
                .map_err(|error| unreadable(&name, &error))?
                .into(),
            ImportFormat::Averitec => read_averitec(input.content).into(),
            ImportFormat::ClaimReview => {
                reviews(input.content, &self.file, self.rated_on(&desk)?).map_err(failed)?
            }
            ImportFormat::WebAnnotation => {
                annotations(input.content, &self.file, &self.rated_on(&desk)?).map_err(failed)?
            }
        };
        let progress = Progress::of_bytes(size, output);
        let read = Arc::clone(&tally);
        let records = ahead(records).inspect(|_| progress.at(read.bytes()));
        let options = ImportOptions {
            format: format.as_str(),
            file_name: files::name_of(&self.file),
            skip_invalid: self.skip_invalid,
            rehearsed: self.dry_run,
        };
        let mut wrong = Vec::new();
        let imported = desk.import_claims(
            &context.act(),
            &options,
            records,
            || tally.digest(),
            |record| wrong.push(record),
        );
        drop(progress);
        let imported = imported.map_err(|error| CliError::in_file(&name, error))?;
        let is_document = matches!(
            format,
            ImportFormat::ClaimReview | ImportFormat::WebAnnotation
        );
        if is_document && imported.is_of_nothing() {
            let nothing = DeskError::UnreadableRecords(format!("there is no {format} in it"));
            return Err(CliError::in_file(&name, nothing));
        }
        for note in notes.all() {
            output.note(format!("{name}: {note}"));
        }
        for record in &wrong {
            let then = if record.left_out {
                "left out"
            } else {
                "the claim has no place in its article"
            };
            output.note(format!(
                "{name}, {}: {}; {then}",
                record.place, record.reason
            ));
        }
        output.one(&imported)?;
        if self.dry_run {
            output.note("this was a rehearsal, and nothing was stored");
        }
        Ok(Exit::Done)
    }

    /// Refuses what has no meaning for a format.
    fn fits(&self, format: ImportFormat) -> Result<(), CliError> {
        let rated = self.scale.is_some() || self.ratings.is_some();
        let why = match format {
            ImportFormat::Archive if rated || self.skip_invalid => {
                "--scale, --ratings and --skip-invalid are for claims; an archive is taken whole or not at all"
                    .to_owned()
            }
            ImportFormat::Jsonl | ImportFormat::Csv | ImportFormat::Averitec if rated => format!(
                "--scale and --ratings are for claimreview and web-annotation; {format} says itself how its claims are rated"
            ),
            _ => return Ok(()),
        };
        Err(CliError::Usage(why))
    }

    /// How the ratings of documents are found.
    fn rated_on(&self, desk: &Desk) -> Result<RatedOn, CliError> {
        let scale = desk.scale_named(self.scale.as_deref())?;
        let mapping = match &self.ratings {
            Some(file) => {
                let table = files::read_text(file)?;
                let mapping = Mapping::from_csv(&table, &scale);
                mapping.map_err(|error| {
                    CliError::Invalid(format!("{}: {error}", files::named(file)))
                })?
            }
            None => Mapping::default(),
        };
        Ok(RatedOn { scale, mapping })
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

/// That a file of claims can't be read, as far as it was looked at.
fn unreadable(name: &str, error: &io::Error) -> CliError {
    CliError::in_file(name, DeskError::UnreadableRecords(error.to_string()))
}
