//! `claimdesk export`: claims for other programs.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::Args;

use super::claim::FilterArgs;
use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::output::Target;
use crate::desk::{Desk, PlainWriter, is_plain};
use crate::interchange::averitec::{AVERITEC, AveritecWriter, is_labelled};
use crate::interchange::format::ExportFormat;
use crate::interchange::records::{CsvWriter, JsonlWriter, RecordWriter};
use crate::interchange::xlsx::XlsxWriter;

/// How many bytes of a database tell whose it is.
const HEADER: u64 = 100;

/// Export claims with their verdicts and sources for other programs
///
/// Of each claim the file says what the desk rules, else what the latest verdict says. Sources that are not public stay out,
/// unless --include-internal asks for them. The same desk always gives the same bytes.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk export --format jsonl -o claims.jsonl.zst\n  \
claimdesk export --format csv --article 1 --state decided\n  claimdesk export --format xlsx -o claims.xlsx"
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
        let failed = |error| Target::failed(path, error);
        let mut target = Target::new(path)?;
        let (mut count, mut left_out) = (0_u64, 0_u64);
        let shortened;
        let labels = match format {
            ExportFormat::Averitec => Some(desk.said_on(AVERITEC)?),
            _ => None,
        };
        {
            let mut writer = writer(format, &mut target).map_err(failed)?;
            desk.export_claims(&filter, self.include_internal, |mut record| {
                if let Some(labels) = &labels
                    && !(labels.say(&mut record) && is_labelled(&record))
                {
                    left_out += 1;
                    return Ok(());
                }
                count += 1;
                writer.write(&record).map_err(failed)
            })?;
            writer.finish().map_err(failed)?;
            shortened = writer.shortened();
        }
        target.keep().map_err(failed)?;
        if let Some(path) = path.filter(|path| !files::is_standard_input(path)) {
            output.note(format!("{count} claims are in {}", path.display()));
        }
        if shortened > 0 {
            output.note(format!(
                "{shortened} texts are longer than a cell may be, and were cut"
            ));
        }
        if left_out > 0 {
            output.note(format!(
                "{left_out} claims were left out: they have no verdict, or one that is nothing on the scale {AVERITEC} (see claimdesk scale map)"
            ));
        }
        Ok(Exit::Done)
    }
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

fn writer<'t>(
    format: ExportFormat,
    target: &'t mut Target,
) -> io::Result<Box<dyn RecordWriter + 't>> {
    Ok(match format {
        ExportFormat::Jsonl => Box::new(JsonlWriter(target)),
        ExportFormat::Csv => Box::new(CsvWriter::new(target)?),
        ExportFormat::Averitec => Box::new(AveritecWriter::new(target)),
        ExportFormat::Xlsx => Box::new(XlsxWriter::new(target)?),
        ExportFormat::Sqlite => Box::new(PlainWriter::new(target)?),
    })
}
