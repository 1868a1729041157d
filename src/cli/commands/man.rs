//! `claimdesk man`: the manual, made from the same words as the help.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

/// Print the manual page, or put a page for every command into a folder
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk man | man -l -\n  claimdesk man ~/.local/share/man/man1"
)]
pub(crate) struct Man {
    /// The folder for the pages
    dir: Option<PathBuf>,
}

impl Man {
    pub(crate) fn run(self, _: &Context, output: &mut Output) -> Done {
        match self.dir {
            None => {
                let mut page = Vec::new();
                clap_mangen::Man::new(crate::cli::command())
                    .render(&mut page)
                    .map_err(CliError::Print)?;
                output.bytes(&page)?;
            }
            Some(dir) => {
                write_pages(&dir).map_err(|error| CliError::Write {
                    path: dir.clone(),
                    error,
                })?;
                output.note(format!("manual pages are in {}", dir.display()));
            }
        }
        Ok(Exit::Done)
    }
}

fn write_pages(dir: &Path) -> std::io::Result<()> {
    fs::create_dir_all(dir)?;
    clap_mangen::generate_to(crate::cli::command(), dir)
}
