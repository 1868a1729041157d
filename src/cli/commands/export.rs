//! `claimdesk export`: claims for other programs.

use std::io;
use std::path::PathBuf;

use clap::Args;

use super::claim::FilterArgs;
use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output::Target;
use crate::interchange::averitec::{AVERITEC, AveritecWriter, is_labelled};
use crate::interchange::format::ExportFormat;
use crate::interchange::records::{CsvWriter, JsonlWriter, RecordWriter};

/// Export claims with their verdicts and sources for other programs
///
/// Of each claim the file says what the desk rules, else what the latest verdict says. Sources that are not public stay out,
/// unless --include-internal asks for them. The same desk always gives the same bytes.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk export --format jsonl -o claims.jsonl.zst\n  \
claimdesk export --format csv --article 1 --state decided"
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
        let failed = |error| Target::failed(path, error);
        let mut target = Target::new(path)?;
        let (mut count, mut left_out) = (0_u64, 0_u64);
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
        }
        target.keep().map_err(failed)?;
        if let Some(path) = path {
            output.note(format!("{count} claims are in {}", path.display()));
        }
        if left_out > 0 {
            output.note(format!(
                "{left_out} claims were left out: they have no verdict, or one that is nothing on the scale {AVERITEC} (see claimdesk scale map)"
            ));
        }
        Ok(Exit::Done)
    }
}

fn writer<'t>(
    format: ExportFormat,
    target: &'t mut Target,
) -> io::Result<Box<dyn RecordWriter + 't>> {
    Ok(match format {
        ExportFormat::Jsonl => Box::new(JsonlWriter(target)),
        ExportFormat::Csv => Box::new(CsvWriter::new(target)?),
        ExportFormat::Averitec => Box::new(AveritecWriter::new(target)),
    })
}
