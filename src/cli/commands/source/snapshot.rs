//! `claimdesk source snapshot`: what a source was when it was consulted.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::words::day_or_time;
use crate::desk::SourceFile;
use crate::ingest::MAX_BYTES;
use crate::model::ids::SourceId;

/// Keep what a source is like, as a file that was saved of it
///
/// The bytes are kept packed, once for each content, with their SHA-256. Whatever is quoted of the source is looked up in
/// the text of the file.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk source snapshot 3 --file saved.pdf --taken 2026-01-31"
)]
pub(crate) struct Snapshot {
    /// The source's number
    source: SourceId,
    /// The saved page, document or picture; - for standard input
    #[arg(long, value_name = "FILE")]
    file: PathBuf,
    /// When the source was like this: a day, or a time such as 2026-01-31T09:30:00Z [default: now]
    #[arg(long, value_name = "TIME", value_parser = day_or_time)]
    taken: Option<DateTime<Utc>>,
}

impl Snapshot {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let bytes = files::read(&self.file, MAX_BYTES)?;
        let file = SourceFile {
            bytes: &bytes,
            name: files::name_of(&self.file),
            taken_at: self.taken,
        };
        let mut desk = context.desk_to_write()?;
        let kept = desk.keep_snapshot(&context.act(), self.source, &file)?;
        output.one(&kept)?;
        if kept.existed {
            output.note("the source has a snapshot with these bytes already");
        }
        output.note(format!(
            "next: claimdesk evidence add CLAIM {} --stance supports --quote \"…\"",
            self.source
        ));
        Ok(Exit::Done)
    }
}
