//! `claimdesk source snapshot`: what a source was when it was consulted.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::Args;

use super::limits::LimitArgs;
use super::note_doubts;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::words::day_or_time;
use crate::desk::SourceFile;
use crate::ingest::MAX_BYTES;
use crate::model::ids::SourceId;
use crate::model::source::Source;

/// Keep what a source is like: a file that was saved of it, or what its address gives now
///
/// --fetch asks the address, and is the only thing here that touches the network. The bytes are kept packed, once for each content, with their SHA-256. Whatever is quoted of the source is looked up in
/// the text of the file.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk source snapshot 3 --file saved.pdf --taken 2026-01-31\n  claimdesk source snapshot 3 --fetch\n\n\
Next: `claimdesk evidence verify` holds what is quoted against it."
)]
pub(crate) struct Snapshot {
    /// The source's number
    source: SourceId,
    /// The saved page, document or picture; - for standard input
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// Ask the source's address for it
    #[arg(long, conflicts_with_all = ["file", "taken"])]
    fetch: bool,
    #[command(flatten)]
    limits: LimitArgs,
    /// When the source was like this: a day, or a time such as 2026-01-31T09:30:00Z [default: now]
    #[arg(long, value_name = "TIME", value_parser = day_or_time)]
    taken: Option<DateTime<Utc>>,
}

impl Snapshot {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        let kept = if let Some(path) = &self.file {
            let bytes = files::read_filled(path, MAX_BYTES)?;
            let file = SourceFile {
                bytes: &bytes,
                name: files::name_of(path),
                taken_at: self.taken,
                origin: None,
            };
            desk.keep_snapshot(&context.act(), self.source, &file)?
        } else if !self.fetch {
            return Err(nothing_to_keep(&desk.source(self.source)?.source));
        } else {
            let mut fetcher = context.fetcher(self.limits.limits())?;
            desk.fetch_snapshot(&context.act(), self.source, &mut fetcher)?
        };
        output.one(&kept)?;
        if kept.existed {
            output.note("the source has a snapshot with these bytes already");
        }
        note_doubts(&kept.in_doubt, output);
        output.note(format!(
            "next: claimdesk evidence add CLAIM {} --stance supports --quote \"…\"",
            self.source
        ));
        Ok(Exit::Done)
    }
}

/// What to say when nothing was named that could be kept.
fn nothing_to_keep(source: &Source) -> CliError {
    let what = "name what you saved of it with --file FILE";
    CliError::Usage(match &source.url {
        Some(url) => format!("{what}, or ask {url} now with --fetch"),
        None => format!(
            "{what}; source {} has no address to --fetch it from",
            source.id
        ),
    })
}
