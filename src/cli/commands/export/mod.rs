//! `claimdesk export`: claims for other programs.

mod documents;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::Args;

use self::documents::PageArgs;
use super::claim::FilterArgs;
use super::{Context, Done, Output, archive};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::output::{Progress, Target, there_are};
use crate::desk::{Desk, PlainWriter, is_plain};
use crate::interchange::averitec::{AVERITEC, AveritecWriter, is_labelled};
use crate::interchange::format::ExportFormat;
use crate::interchange::records::{CsvWriter, JsonlWriter, RecordWriter};
use crate::interchange::xlsx::XlsxWriter;
use crate::model::claim::ClaimFilter;

/// How many bytes of a database tell whose it is.
const HEADER: u64 = 100;

/// Export claims with their verdicts and sources for other programs
///
/// Of each claim the file says what the desk rules, else what the latest verdict says. Sources that are not public stay out,
/// unless --include-internal asks for them. An archive holds the whole desk, what is confidential too, and only editors
/// write one. The same desk always gives the same bytes.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk export --format jsonl -o claims.jsonl.zst\n  \
claimdesk export --format csv --article 1 --state decided\n  claimdesk export --format xlsx -o claims.xlsx\n  claimdesk export --format archive -o desk.jsonl.zst\n\n\
Next: `claimdesk import FILE` brings it onto another desk; `claimdesk validate FILE` checks what others will read."
)]
pub(crate) struct Export {
    /// What to write
    // Takes the place of the option of that name for every command, so it has to be a text as well.
    #[arg(long, required = true, value_parser = ExportFormat::WORDS.to_vec())]
    format: Option<String>,
    /// The file to write, packed where its name ends in .gz or .zst; standard output without one
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Also the sources that are not public
    #[arg(long)]
    include_internal: bool,
    #[command(flatten)]
    filter: FilterArgs,
    #[command(flatten)]
    page: PageArgs,
}

impl Export {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let word = self.format.as_deref().unwrap_or_default();
        let format: ExportFormat = word.parse().map_err(|_| {
            CliError::Usage(format!(
                "claims can't be written as {word}; use one of {}",
                ExportFormat::WORDS.join(", ")
            ))
        })?;
        let desk = context.desk()?;
        let is_narrowed = self.include_internal || self.filter.is_given();
        let filter = self.filter.filter(context, &desk)?;
        let path = self.output.as_deref();
        match path {
            Some(path) => may_be_replaced(path, &desk, format)?,
            None if format.is_binary() => {
                return Err(CliError::Usage(format!(
                    "{format} is nothing to look at on a screen; name a file with -o, or - to pass it on"
                )));
            }
            None => {}
        }
        if self.page.is_given() && format != ExportFormat::ClaimReview {
            return Err(CliError::Usage(format!(
                "--page-url, --publisher, --publisher-url and --latest-verdict are for claimreview, not for {format}"
            )));
        }
        if format == ExportFormat::Archive && is_narrowed {
            return Err(CliError::Usage(
                "an archive holds the whole desk, so that nothing can be left out of it".to_owned(),
            ));
        }
        let mut target = Target::new(path)?;
        let waiting = path.map(|_| Progress::waiting("writing", output));
        let internal = self.include_internal;
        let (desk, filter, file) = (&desk, &filter, &mut target);
        let mut of_records = |writer: io::Result<Box<dyn RecordWriter + '_>>| {
            let mut writer = writer.map_err(CliError::Print)?;
            records(desk, filter, (format, internal), &mut *writer, output)
        };
        let written = match format {
            ExportFormat::Jsonl => of_records(Ok(Box::new(JsonlWriter(file)))),
            ExportFormat::Csv => of_records(CsvWriter::new(file).map(boxed)),
            ExportFormat::Averitec => of_records(Ok(Box::new(AveritecWriter::new(file)))),
            ExportFormat::Xlsx => of_records(XlsxWriter::new(file).map(boxed)),
            ExportFormat::Sqlite => of_records(PlainWriter::new(file).map(boxed)),
            ExportFormat::ClaimReview => {
                let options = self.page.options(internal);
                documents::reviews(desk, filter, &options, file, output)
            }
            ExportFormat::WebAnnotation => documents::annotations(desk, filter, internal, file),
            ExportFormat::Sarif => documents::findings(desk, filter, file),
            ExportFormat::Archive => archive::write(desk, file, output),
        };
        // What a file can't take is told with its name.
        let in_file = |error| match error {
            CliError::Print(error) => Target::failed(path, error),
            other => other,
        };
        let Written { count, noun } = written.map_err(in_file)?;
        drop(waiting);
        target.keep().map_err(|error| Target::failed(path, error))?;
        if let Some(path) = path.filter(|path| !files::is_standard_input(path)) {
            output.note(format!("{} in {}", there_are(count, noun), path.display()));
        }
        Ok(Exit::Done)
    }
}

/// What came of an export.
pub(crate) struct Written {
    pub(crate) count: u64,
    pub(crate) noun: &'static str,
}

fn boxed<'w>(writer: impl RecordWriter + 'w) -> Box<dyn RecordWriter + 'w> {
    Box::new(writer)
}

/// Writes claims one by one.
fn records(
    desk: &Desk,
    filter: &ClaimFilter,
    (format, also_internal): (ExportFormat, bool),
    writer: &mut dyn RecordWriter,
    output: &mut Output,
) -> Result<Written, CliError> {
    let (mut count, mut left_out) = (0, 0);
    let labels = match format {
        ExportFormat::Averitec => Some(desk.said_on(AVERITEC)?),
        _ => None,
    };
    desk.export_claims(filter, also_internal, |mut record| {
        if let Some(labels) = &labels
            && !(labels.say(&mut record) && is_labelled(&record))
        {
            left_out += 1;
            return Ok(());
        }
        count += 1;
        writer.write(&record).map_err(CliError::Print)
    })?;
    writer.finish().map_err(CliError::Print)?;
    let shortened = writer.shortened();
    if shortened > 0 {
        output.note(format!(
            "{} longer than a cell may be, and cut",
            there_are(shortened, "text")
        ));
    }
    if left_out > 0 {
        output.note(format!(
            "{} left out for lack of a verdict, or of one that is something on the scale {AVERITEC} (see claimdesk scale map)",
            there_are(left_out, "claim")
        ));
    }
    Ok(Written {
        count,
        noun: "claim",
    })
}

/// Refuses to put claims in the place of the desk that they come from, and a database
/// in the place of anything but such a one.
fn may_be_replaced(path: &Path, desk: &Desk, format: ExportFormat) -> Result<(), CliError> {
    let refused = |why: &str| {
        let error = io::Error::new(io::ErrorKind::AlreadyExists, why);
        Err(Target::failed(Some(path), error))
    };
    let Ok(there) = fs::canonicalize(path) else {
        return Ok(());
    };
    if fs::canonicalize(desk.path()).is_ok_and(|desk| desk == there) {
        return refused("it is the desk itself");
    }
    if format != ExportFormat::Sqlite || !there.is_file() {
        return Ok(());
    }
    let mut start = Vec::new();
    File::open(&there)
        .and_then(|file| file.take(HEADER).read_to_end(&mut start))
        .map_err(|error| Target::failed(Some(path), error))?;
    if start.is_empty() || is_plain(&start) {
        return Ok(());
    }
    refused("what stands there is no export of claims as sqlite; name a new file")
}
