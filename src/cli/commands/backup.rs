//! `claimdesk backup`: a copy of the desk that can be relied on.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::desk::BackupTo;

/// Make a backup of the desk and check it, while others work on
///
/// It is the desk at one moment. Its file, its references and its history are checked before it gets its name, so that an earlier
/// backup is only ever replaced by one that holds; and only by one of the same desk that lacks nothing of it.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk backup /media/stick/claimdesk.db\n  claimdesk backup backups/ --keep 14\n\n\
In a folder, each backup has the time in its name (UTC), such as claimdesk-20260131T093000Z.db.\n\n\
Next: `claimdesk restore FILE` puts a backup in the place of the desk."
)]
pub(crate) struct Backup {
    /// The file to write, or a folder: one that is there, or a name that ends in /
    #[arg(value_name = "FILE|FOLDER")]
    to: PathBuf,
    /// Keep so many backups of this desk in the folder, and take out older ones
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    keep: Option<u32>,
}

impl Backup {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let to = if is_folder(&self.to) {
            BackupTo::Folder {
                folder: self.to,
                keep: self.keep,
            }
        } else if self.keep.is_some() {
            return Err(CliError::Usage(format!(
                "--keep counts backups in a folder, and {} is none; name a folder, or end its name in /",
                self.to.display()
            )));
        } else {
            BackupTo::File(self.to)
        };
        let desk = context.desk()?;
        let made = output.waiting("copying and checking the desk", || {
            desk.back_up(&to, context.now())
        })?;
        output.one(&made)?;
        for spared in &made.spared {
            output.note(format!(
                "{spared} was not taken out: it holds history that the desk lacks, which may have been cut off"
            ));
        }
        Ok(Exit::Done)
    }
}

fn is_folder(path: &Path) -> bool {
    let name = path.as_os_str().to_string_lossy();
    path.is_dir() || name.ends_with(std::path::is_separator)
}
