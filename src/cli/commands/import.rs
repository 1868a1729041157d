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
use crate::interchange::documents::{Content, Documents, Notes, RatedOn, annotations, reviews};
use crate::interchange::format::ImportFormat;
use crate::interchange::records::{Numbered, read_csv, read_jsonl};

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
claimdesk import desk.jsonl.zst --dry-run"
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
        if format == ImportFormat::Archive {
            self.only_what_archives_have()?;
            return archive::merge(context, (&self.file, input), self.dry_run, output);
        }
        let tally = Arc::clone(&input.tally);
        let progress = Progress::of_bytes(input.size, output);
        let name = files::named(&self.file);
        let Documents { records, notes } = self.records(&desk, format, input.content)?;
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
        let imported = imported.map_err(|error| CliError::Desk(named(&name, error)))?;
        let is_document = matches!(
            format,
            ImportFormat::ClaimReview | ImportFormat::WebAnnotation
        );
        if is_document && imported.is_of_nothing() {
            let nothing = DeskError::UnreadableRecords(format!("there is no {format} in it"));
            return Err(CliError::Desk(named(&name, nothing)));
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

    /// Refuses what has a meaning for claims alone.
    fn only_what_archives_have(&self) -> Result<(), CliError> {
        if self.scale.is_some() || self.ratings.is_some() || self.skip_invalid {
            return Err(CliError::Usage(
                "--scale, --ratings and --skip-invalid are for claims; an archive is taken whole or not at all".to_owned(),
            ));
        }
        Ok(())
    }

    /// The records of the file, which are read as they are wanted.
    fn records(
        &self,
        desk: &Desk,
        format: ImportFormat,
        content: Content,
    ) -> Result<Documents, CliError> {
        let failed = |error| files::input_error(&self.file, error);
        let records: Records = match format {
            ImportFormat::ClaimReview => {
                let on = self.rated_on(desk)?;
                return reviews(content, &self.file, on).map_err(failed);
            }
            ImportFormat::WebAnnotation => {
                let on = self.rated_on(desk)?;
                return annotations(content, &self.file, &on).map_err(failed);
            }
            _ if self.scale.is_some() || self.ratings.is_some() => {
                return Err(CliError::Usage(format!(
                    "--scale and --ratings are for claimreview and web-annotation; {format} says itself how its claims are rated"
                )));
            }
            ImportFormat::Jsonl => Box::new(read_jsonl(content)),
            ImportFormat::Csv => {
                let name = files::named(&self.file);
                Box::new(read_csv(content).map_err(|error| unreadable(&name, &error))?)
            }
            ImportFormat::Averitec => Box::new(read_averitec(content)),
            ImportFormat::Archive => {
                return Err(CliError::Usage(
                    "an archive is merged as a whole, and not read as claims".to_owned(),
                ));
            }
        };
        Ok(Documents {
            records,
            notes: Notes::default(),
        })
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

type Records = Box<dyn Iterator<Item = io::Result<Numbered>> + Send>;

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
