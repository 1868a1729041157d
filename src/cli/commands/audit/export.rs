//! `claimdesk audit export`: the history of one claim for somebody outside.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::interchange::bundle::{Files, pack};
use crate::model::claim::ClaimRef;

/// Hand over the whole history of one claim, so that anybody can check it
///
/// The bundle holds what happened to the claim as a text and line by line, the article and the snapshots of sources byte for byte, and
/// the chain of the desk's whole history, in which all other lines are only hashes. It can be checked with `claimdesk audit check`, or
/// with sha256sum and a short Python program that is part of it. It tells of all verdicts, and is for editors to make. Lines about
/// sources that are not public stay hidden, and it says which, unless --include-internal asks for them.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk audit export 22 -o claim-22.zip\n  claimdesk audit export 22 -o claim-22/ --include-internal\n\n\
Next: `claimdesk audit check claim-22.zip` checks it, as whoever gets it can."
)]
pub(crate) struct Export {
    /// The claim, by its number or by words that only it holds
    claim: ClaimRef,
    /// The file to write, where its name ends in .zip; else a new folder
    #[arg(long, short, value_name = "FILE|FOLDER")]
    output: PathBuf,
    /// Also what tells of sources that are not public, and their snapshots
    #[arg(long)]
    include_internal: bool,
}

impl Export {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let desk = context.desk()?;
        let path = &self.output;
        let is_archive = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
        if is_archive {
            files::check_writable(path)?;
        }
        let bundle = output.waiting("gathering the history", || {
            desk.audit_bundle(&self.claim, self.include_internal, context.now())
        })?;
        if is_archive {
            files::write_whole(path, &pack(&bundle)?)?;
        } else {
            write_folder(path, &bundle).map_err(|error| CliError::Write {
                path: path.clone(),
                error,
            })?;
        }
        output.note(format!(
            "{} files are in {}; claimdesk audit check {} checks them",
            bundle.len(),
            path.display(),
            path.display()
        ));
        Ok(Exit::Done)
    }
}

/// Writes the files into a folder that is new or empty.
fn write_folder(folder: &Path, bundle: &Files) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    if fs::read_dir(folder)?.next().is_some() {
        let why = "there is something in it; name a new folder, or a file that ends in .zip";
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, why));
    }
    for (name, bytes) in bundle {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, bytes)?;
    }
    Ok(())
}
