//! Files that a command reads and writes: `-` for standard input, and results
//! that appear whole or not at all.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::error::CliError;
use crate::ingest::{self, IngestError};

/// Longest rationale or scale file that is read, in bytes.
const MAX_TEXT: u64 = 1024 * 1024;

/// The name that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// Whether `path` stands for standard input.
pub(crate) fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == STANDARD_INPUT
}

/// The name of a file without its folders; none for standard input.
pub(crate) fn name_of(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    (!is_standard_input(path)).then_some(name)
}

/// The bytes of a file or, for `-`, of standard input.
pub(crate) fn read(path: &Path, limit: u64) -> Result<Vec<u8>, CliError> {
    let bytes = if is_standard_input(path) {
        ingest::read_stream(&mut io::stdin().lock(), limit)
    } else {
        ingest::read_file(path, limit)
    };
    bytes.map_err(|error| input_error(path, error))
}

/// The bytes of what must hold some: a file or, for `-`, standard input.
pub(crate) fn read_filled(path: &Path, limit: u64) -> Result<Vec<u8>, CliError> {
    let bytes = read(path, limit)?;
    if bytes.is_empty() {
        return Err(input_error(path, IngestError::Empty));
    }
    Ok(bytes)
}

/// The text of a short file or, for `-`, of standard input.
pub(crate) fn read_text(path: &Path) -> Result<String, CliError> {
    text_of(path, MAX_TEXT)
}

/// The text of a file of any length or, for `-`, of standard input. It says
/// something.
pub(crate) fn read_whole_text(path: &Path) -> Result<String, CliError> {
    filled(path, text_of(path, ingest::MAX_BYTES)?)
}

/// The text of a short file that says something.
pub(crate) fn read_filled_text(path: &Path) -> Result<String, CliError> {
    filled(path, read_text(path)?)
}

fn filled(path: &Path, text: String) -> Result<String, CliError> {
    if text.trim().is_empty() {
        return Err(input_error(path, IngestError::Empty));
    }
    Ok(text)
}

/// What is no text is told apart from what is text in another encoding.
fn text_of(path: &Path, limit: u64) -> Result<String, CliError> {
    let bytes = read(path, limit)?;
    let text = ingest::utf_8_text(&bytes).map_err(|error| input_error(path, error))?;
    Ok(text.into_owned())
}

/// What a TOML file describes, such as "scale".
pub(crate) fn read_toml<T: DeserializeOwned>(path: &Path, what: &str) -> Result<T, CliError> {
    toml::from_str(&read_filled_text(path)?).map_err(|error| {
        let told = error.to_string();
        CliError::Invalid(format!(
            "{} describes no {what}: {}",
            named(path),
            told.trim_end()
        ))
    })
}

/// The text itself or, for `-`, what standard input says.
pub(crate) fn text_or_standard_input(given: String) -> Result<String, CliError> {
    if given == STANDARD_INPUT {
        Ok(read_text(Path::new(STANDARD_INPUT))?.trim_end().to_owned())
    } else {
        Ok(given)
    }
}

/// The error of an input, with the name it was given by.
pub(crate) fn input_error(path: &Path, error: IngestError) -> CliError {
    match error {
        // These name the file themselves.
        IngestError::Missing(_)
        | IngestError::IsDirectory(_)
        | IngestError::Unreadable { .. }
        | IngestError::TooLarge { .. } => CliError::Desk(error.into()),
        _ => CliError::Input {
            input: named(path),
            error,
        },
    }
}

/// How people are told of an input.
pub(crate) fn named(path: &Path) -> String {
    if is_standard_input(path) {
        "standard input".to_owned()
    } else {
        path.display().to_string()
    }
}

/// Writes a file whole: into a new file beside it, which then takes its name.
/// A device or pipe is written to as it is.
pub(crate) fn write_whole(path: &Path, content: &[u8]) -> Result<(), CliError> {
    let failed = |error| CliError::Write {
        path: path.to_owned(),
        error,
    };
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(failed(io::ErrorKind::IsADirectory.into())),
        Ok(found) if !found.is_file() => fs::write(path, content).map_err(failed),
        // Through a link to the file it stands for, so that the link stays one.
        Ok(_) => fs::canonicalize(path)
            .and_then(|path| replace(&path, content))
            .map_err(failed),
        Err(_) => replace(path, content).map_err(failed),
    }
}

/// The same in a folder that is made where it is missing.
pub(crate) fn write_whole_in_folder(path: &Path, content: &[u8]) -> Result<(), CliError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| CliError::Write {
            path: path.to_owned(),
            error,
        })?;
    }
    write_whole(path, content)
}

/// Refuses a place that nothing can be written to, before work goes into what
/// is to be written. That it can be written to is not said.
pub(crate) fn check_writable(path: &Path) -> Result<(), CliError> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let found = match folder {
        _ if path.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Some(folder) => fs::metadata(folder).map(drop),
        None => Ok(()),
    };
    found.map_err(|error| CliError::Write {
        path: path.to_owned(),
        error,
    })
}

fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let beside = name_beside(path)?;
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&beside)
        .and_then(|mut file| {
            file.write_all(content)?;
            file.sync_all()
        });
    let renamed = written.and_then(|()| fs::rename(&beside, path));
    if renamed.is_err() {
        // The first error is the one to tell; there may be nothing to remove.
        let _ = fs::remove_file(&beside);
    }
    renamed
}

/// The name of a file that is to take the place of another, in the same folder.
pub(crate) fn name_beside(path: &Path) -> io::Result<PathBuf> {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().ok_or(io::ErrorKind::InvalidInput)?);
    name.push(format!(".{}.tmp", std::process::id()));
    Ok(path.with_file_name(name))
}
