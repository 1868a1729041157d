//! `claimdesk audit check`: whether the history of a claim that was handed over
//! holds.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::ingest::IngestError;
use crate::interchange::bundle::{BundleError, Files, MOST_BYTES, MOST_FILES, check, unpack};
use crate::model::event::KeptHash;

/// Check the history of a claim that was handed over; exit code 1 says what does not hold
///
/// No desk is needed. Every file is held against the manifest, the chain is computed, files are held against what its lines tell of them,
/// and the text against the chain. With a hash that was kept elsewhere, also whether a line has it.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk audit check claim-22.zip\n  claimdesk audit check claim-22/ --expect 0efcafb422f2a469"
)]
pub(crate) struct Check {
    /// The bundle, as a file or as a folder
    #[arg(value_name = "BUNDLE")]
    bundle: PathBuf,
    /// The hash of a line that was kept elsewhere: 64 digits, or at least the first 16
    #[arg(long, value_name = "HASH")]
    expect: Option<KeptHash>,
}

impl Check {
    pub(crate) fn run(self, _: &Context, output: &mut Output) -> Done {
        let path = &self.bundle;
        let bundle = if path.is_dir() {
            of_folder(path)
        } else {
            unpack(&files::read(path, MOST_BYTES)?).map_err(CliError::from)
        };
        let named = |error| match error {
            CliError::Bundle { error, .. } => CliError::Bundle {
                bundle: Some(path.clone()),
                error,
            },
            other => other,
        };
        let checked = bundle
            .and_then(|files| Ok(check(&files, self.expect.as_ref())?))
            .map_err(named)?;
        output.one(&checked)?;
        if !checked.text_compared {
            output.note("another version of claimdesk wrote history.txt; read events.jsonl where it matters");
        }
        Ok(if checked.ok { Exit::Done } else { Exit::No })
    }
}

/// The files in a folder and the folders in it.
fn of_folder(folder: &Path) -> Result<Files, CliError> {
    let mut found = Files::new();
    let mut left = MOST_BYTES;
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        let unreadable = |source| {
            let path = folder.clone();
            files::input_error(&folder, IngestError::Unreadable { path, source })
        };
        for entry in fs::read_dir(&folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let name = format!("{prefix}{name}");
            if path.is_dir() {
                folders.push((path, format!("{name}/")));
                continue;
            }
            if found.len() >= MOST_FILES {
                return Err(BundleError::OverLimit {
                    what: "files",
                    most: MOST_FILES as u64,
                }
                .into());
            }
            let bytes = files::read(&path, left)?;
            left -= bytes.len() as u64;
            found.insert(name, bytes);
        }
    }
    Ok(found)
}
