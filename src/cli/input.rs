//! Files that are read piece by piece, packed with gzip or Zstandard or not, as
//! their first bytes tell.

use std::io::{self, BufRead, BufReader, Read, stdin};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use flate2::read::MultiGzDecoder;
use sha2::{Digest, Sha256};

use super::error::CliError;
use super::files;
use crate::identity::hex;
use crate::ingest::{self, IngestError};

/// So much is read from a file at once.
const BUFFER: usize = 256 * 1024;

/// The first bytes of a file packed with gzip (RFC 1952, section 2.3.1).
const GZIP: &[u8] = b"\x1f\x8b";

/// The first bytes of a file packed with Zstandard (RFC 8878, section 3.1.1).
const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd";

/// A file, or standard input, that is read as it is wanted.
pub(crate) struct Input {
    /// What it says, unpacked.
    pub(crate) content: Box<dyn BufRead + Send>,
    /// What was read of it.
    pub(crate) tally: Arc<Tally>,
    /// How many bytes it has, where that is known.
    pub(crate) size: Option<u64>,
}

/// What was read of a file: how many bytes, and their SHA-256.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    bytes: AtomicU64,
    digest: Mutex<Option<String>>,
}

impl Tally {
    /// How many bytes have been read.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    /// The SHA-256 of the whole file in hexadecimal, once it was read to its end.
    pub(crate) fn digest(&self) -> String {
        self.known().clone().unwrap_or_default()
    }

    fn known(&self) -> MutexGuard<'_, Option<String>> {
        self.digest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A file of which every byte that is read is counted and hashed.
struct Tallied {
    file: Box<dyn Read + Send>,
    hasher: Sha256,
    tally: Arc<Tally>,
}

impl Read for Tallied {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.hasher.update(&buffer[..count]);
        self.tally.bytes.fetch_add(count as u64, Ordering::Relaxed);
        if count == 0 && !buffer.is_empty() {
            let digest = hex(&self.hasher.clone().finalize());
            *self.tally.known() = Some(digest);
        }
        Ok(count)
    }
}

/// Opens a file or, for `-`, standard input.
pub(crate) fn open(path: &Path) -> Result<Input, CliError> {
    let failed = |error| files::input_error(path, error);
    let (file, size): (Box<dyn Read + Send>, _) = if files::is_standard_input(path) {
        (Box::new(stdin()), None)
    } else {
        let file = ingest::open_file(path).map_err(failed)?;
        let about = file.metadata().ok().filter(std::fs::Metadata::is_file);
        (Box::new(file), about.map(|about| about.len()))
    };
    let tally = Arc::new(Tally::default());
    let tallied = Tallied {
        file,
        hasher: Sha256::new(),
        tally: Arc::clone(&tally),
    };
    let raw = BufReader::with_capacity(BUFFER, tallied);
    let content = unpacked(raw).map_err(|source| {
        failed(IngestError::Unreadable {
            path: path.to_owned(),
            source,
        })
    })?;
    Ok(Input {
        content,
        tally,
        size,
    })
}

/// The bytes of what must hold some: a file or, for `-`, standard input, unpacked.
pub(crate) fn read(path: &Path, limit: u64) -> Result<Vec<u8>, CliError> {
    let mut content = open(path)?.content;
    let bytes = ingest::read_named(&mut content, path, limit);
    let bytes = bytes.map_err(|error| match error {
        // What breaks off, or is none of what it begins as.
        IngestError::Unreadable { source, .. } if is_broken(&source) => IngestError::Malformed {
            what: "packed file",
            detail: source.to_string(),
        },
        other => other,
    });
    match bytes {
        Ok(bytes) if bytes.is_empty() => Err(files::input_error(path, IngestError::Empty)),
        Ok(bytes) => Ok(bytes),
        Err(error) => Err(files::input_error(path, error)),
    }
}

fn is_broken(error: &io::Error) -> bool {
    let kinds = [
        io::ErrorKind::InvalidData,
        io::ErrorKind::InvalidInput,
        io::ErrorKind::UnexpectedEof,
        io::ErrorKind::Other,
    ];
    kinds.contains(&error.kind())
}

fn unpacked<R: BufRead + Send + 'static>(mut raw: R) -> io::Result<Box<dyn BufRead + Send>> {
    let start = raw.fill_buf()?;
    if start.starts_with(GZIP) {
        let unpacked = MultiGzDecoder::new(raw);
        return Ok(Box::new(BufReader::with_capacity(BUFFER, unpacked)));
    }
    if start.starts_with(ZSTD) {
        let unpacked = zstd::Decoder::with_buffer(raw)?;
        return Ok(Box::new(BufReader::with_capacity(BUFFER, unpacked)));
    }
    Ok(Box::new(raw))
}
