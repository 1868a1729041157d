//! A bundle as one archive.

use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::{BundleError, Files};

/// Most files that a bundle is read with.
pub const MOST_FILES: usize = 10_000;

/// Most bytes that a bundle is read with, unpacked.
pub const MOST_BYTES: u64 = 2 * 1024 * 1024 * 1024;

/// The archive with these files. Its bytes depend on nothing else: every file has
/// the first date that an archive knows.
pub fn pack(files: &Files) -> Result<Vec<u8>, BundleError> {
    let packed = || {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(name.as_str(), options)?;
            zip.write_all(bytes)?;
        }
        Ok::<_, ZipError>(zip.finish()?.into_inner())
    };
    packed().map_err(|error| BundleError::NotMade(error.to_string()))
}

/// The files in an archive. What sizes the archive declares is never trusted: bytes
/// are counted as they come out.
pub fn unpack(bytes: &[u8]) -> Result<Files, BundleError> {
    let broken = |error: &dyn std::fmt::Display| {
        BundleError::NotABundle(format!("its archive can't be read: {error}"))
    };
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    if zip.len() > MOST_FILES {
        return Err(BundleError::OverLimit {
            what: "files",
            most: MOST_FILES as u64,
        });
    }
    let mut files = Files::new();
    let mut left = MOST_BYTES;
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).map_err(|error| broken(&error))?;
        if entry.is_dir() {
            continue;
        }
        let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
        let mut content = Vec::new();
        entry
            .by_ref()
            .take(left + 1)
            .read_to_end(&mut content)
            .map_err(|error| broken(&error))?;
        left = left
            .checked_sub(content.len() as u64)
            .ok_or(BundleError::OverLimit {
                what: "bytes",
                most: MOST_BYTES,
            })?;
        files.insert(name, content);
    }
    Ok(files)
}
