//! The archive of a whole desk, written by `claimdesk export` and merged by
//! `claimdesk import`.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use super::export::Written;
use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::input::Input;
use crate::cli::output::{Progress, there_are};
use crate::desk::Desk;
use crate::interchange::ahead::ahead;
use crate::interchange::archive::read_archive;

/// Writes the whole desk.
pub(crate) fn write(
    desk: &Desk,
    target: impl Write,
    output: &mut Output,
) -> Result<Written, CliError> {
    let exported = desk.export_archive(target)?.map_err(CliError::Print)?;
    if exported.not_public > 0 {
        output.note(format!(
            "{} not public, and in the archive all the same; keep it as you keep the desk",
            there_are(exported.not_public, "source")
        ));
    }
    Ok(Written {
        count: exported.lines,
        noun: "line",
    })
}

/// Merges an archive into the desk.
pub(crate) fn merge(
    context: &Context,
    (file, input): (&Path, Input),
    rehearsed: bool,
    output: &mut Output,
) -> Done {
    let mut desk = context.desk_to_write()?;
    let name = files::named(file);
    let tally = Arc::clone(&input.tally);
    let progress = Progress::of_bytes(input.size, output);
    let (header, lines) =
        read_archive(input.content).map_err(|error| CliError::in_file(&name, error.into()))?;
    let read = Arc::clone(&tally);
    let lines = ahead(lines).inspect(|_| progress.at(read.bytes()));
    let merged = desk.merge_archive(&context.act(), &header, lines, || tally.digest(), rehearsed);
    drop(progress);
    let merged = merged.map_err(|error| CliError::in_file(&name, error))?;
    output.one(&merged)?;
    if rehearsed {
        output.note("this was a rehearsal, and nothing was stored");
    }
    Ok(Exit::Done)
}
