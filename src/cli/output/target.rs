//! Files that are written piece by piece and appear whole or not at all, packed
//! where the ending of their name is `.gz` or `.zst`.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write, stdout};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::cli::error::CliError;
use crate::cli::files;

/// So much is written into a file at once.
const BUFFER: usize = 256 * 1024;

/// How hard `.zst` files are packed, of 1 to 22: the library's own default.
const ZSTD_LEVEL: i32 = 3;

/// A file that appears whole once it is [kept](Self::keep), or standard output.
pub(crate) struct Target {
    packed: Packed,
    place: Option<Place>,
}

/// Where a file is written, and what it is to be called.
struct Place {
    beside: PathBuf,
    path: PathBuf,
}

enum Packed {
    Not(Box<dyn Write>),
    Gzip(Box<GzEncoder<Box<dyn Write>>>),
    Zstd(Box<zstd::Encoder<'static, Box<dyn Write>>>),
}

impl Target {
    /// Begins to write a file; standard output without one.
    pub(crate) fn new(path: Option<&Path>) -> Result<Self, CliError> {
        let Some(path) = path.filter(|path| !files::is_standard_input(path)) else {
            return Ok(Self {
                packed: Packed::Not(Box::new(BufWriter::with_capacity(BUFFER, stdout()))),
                place: None,
            });
        };
        let failed = |error| Self::failed(Some(path), error);
        files::check_writable(path)?;
        let (file, place) = match fs::metadata(path) {
            // A device or a pipe is written to as it is.
            Ok(about) if !about.is_file() => (
                File::options().write(true).open(path).map_err(failed)?,
                None,
            ),
            found => {
                // Through a link to the file it stands for, so that the link stays one.
                let path = match found {
                    Ok(_) => fs::canonicalize(path).map_err(failed)?,
                    Err(_) => path.to_owned(),
                };
                let beside = files::name_beside(&path).map_err(failed)?;
                let file = File::create_new(&beside).map_err(failed)?;
                (file, Some(Place { beside, path }))
            }
        };
        let file: Box<dyn Write> = Box::new(BufWriter::with_capacity(BUFFER, file));
        let ending = path.extension().map(OsStr::to_ascii_lowercase);
        let packed = match ending.as_deref().and_then(|ending| ending.to_str()) {
            Some("gz") => Packed::Gzip(Box::new(GzEncoder::new(file, Compression::default()))),
            Some("zst") => Packed::Zstd(Box::new(
                zstd::Encoder::new(file, ZSTD_LEVEL).map_err(failed)?,
            )),
            _ => Packed::Not(file),
        };
        Ok(Self { packed, place })
    }

    /// What went wrong with it, as it is told.
    pub(crate) fn failed(path: Option<&Path>, error: io::Error) -> CliError {
        match path.filter(|path| !files::is_standard_input(path)) {
            Some(path) => CliError::Write {
                path: path.to_owned(),
                error,
            },
            None => CliError::Print(error),
        }
    }

    /// Ends the file and gives it its name.
    pub(crate) fn keep(mut self) -> io::Result<()> {
        let packed = std::mem::replace(&mut self.packed, Packed::Not(Box::new(io::sink())));
        let mut file = match packed {
            Packed::Not(file) => file,
            Packed::Gzip(encoder) => encoder.finish()?,
            Packed::Zstd(encoder) => encoder.finish()?,
        };
        file.flush()?;
        drop(file);
        if let Some(Place { beside, path }) = self.place.take() {
            File::open(&beside)?.sync_all()?;
            let renamed = fs::rename(&beside, &path);
            if renamed.is_err() {
                let _ = fs::remove_file(&beside);
            }
            renamed?;
        }
        Ok(())
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.packed {
            Packed::Not(file) => file.write(bytes),
            Packed::Gzip(file) => file.write(bytes),
            Packed::Zstd(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.packed {
            Packed::Not(file) => file.flush(),
            Packed::Gzip(file) => file.flush(),
            Packed::Zstd(file) => file.flush(),
        }
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        // A file that was not kept leaves nothing behind.
        if let Some(place) = &self.place {
            let _ = fs::remove_file(&place.beside);
        }
    }
}
