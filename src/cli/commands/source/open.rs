//! `claimdesk source open`: the bytes of a snapshot.

use std::path::PathBuf;

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::ids::{SnapshotId, SourceId};

/// Write out what a source was like, byte for byte
///
/// The latest snapshot, unless --snapshot names another; `claimdesk source show` lists them.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk source open 3 --output seen.pdf\n  claimdesk source open 3 --snapshot 7 > seen.html\n\n\
Next: `claimdesk evidence add` quotes from it."
)]
pub(crate) struct Open {
    /// The source's number
    source: SourceId,
    /// The snapshot's number [default: the latest]
    #[arg(long, value_name = "N", num_args = 0..=1)]
    snapshot: Vec<SnapshotId>,
    /// The file to write; standard output without one
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Open {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let desk = context.desk()?;
        let (snapshot, bytes) = desk.snapshot(self.source, self.snapshot.first().copied())?;
        match self.output {
            Some(path) => {
                files::write_whole(&path, &bytes)?;
                output.note(format!(
                    "snapshot {} ({}, {} bytes) is in {}",
                    snapshot.id,
                    snapshot.media_type,
                    snapshot.size,
                    path.display()
                ));
            }
            None if output.is_terminal() => {
                return Err(CliError::Usage(format!(
                    "snapshot {} is {}, {} bytes; name a file for it with --output",
                    snapshot.id, snapshot.media_type, snapshot.size
                )));
            }
            None => output.bytes(&bytes)?,
        }
        Ok(Exit::Done)
    }
}
