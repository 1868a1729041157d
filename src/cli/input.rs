//! Files that are read piece by piece, packed with gzip or Zstandard or not, as
//! their first bytes tell.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, stdin};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use flate2::read::MultiGzDecoder;
use sha2::{Digest, Sha256};

use super::error::CliError;
use super::files;
use crate::identity::hex;
use crate::ingest::IngestError;

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
        let digest = self.digest.lock().unwrap_or_else(PoisonError::into_inner);
        digest.clone().unwrap_or_default()
    }
}

/// A file of which every byte is counted and hashed, what nobody reads too.
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
        Ok(count)
    }
}

impl Drop for Tallied {
    fn drop(&mut self) {
        // What can't be read is told where it is wanted; here is only a hash lost.
        let _ = io::copy(&mut self.by_ref(), &mut io::sink());
        let digest = hex(&std::mem::take(&mut self.hasher).finalize());
        *self
            .tally
            .digest
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Some(digest);
    }
}

/// Opens a file or, for `-`, standard input.
pub(crate) fn open(path: &Path) -> Result<Input, CliError> {
    let unreadable = |error: io::Error| {
        let path = path.to_owned();
        let why = match error.kind() {
            io::ErrorKind::NotFound => IngestError::Missing(path.clone()),
            io::ErrorKind::IsADirectory => IngestError::IsDirectory(path.clone()),
            _ => IngestError::Unreadable {
                path: path.clone(),
                source: error,
            },
        };
        files::input_error(&path, why)
    };
    let (file, size): (Box<dyn Read + Send>, _) = if files::is_standard_input(path) {
        (Box::new(stdin()), None)
    } else {
        let about = fs::metadata(path).map_err(unreadable)?;
        if about.is_dir() {
            return Err(unreadable(io::ErrorKind::IsADirectory.into()));
        }
        let size = about.is_file().then_some(about.len());
        (Box::new(File::open(path).map_err(unreadable)?), size)
    };
    let tally = Arc::new(Tally::default());
    let raw = BufReader::with_capacity(
        BUFFER,
        Tallied {
            file,
            hasher: Sha256::new(),
            tally: Arc::clone(&tally),
        },
    );
    let content = unpacked(raw).map_err(unreadable)?;
    Ok(Input {
        content,
        tally,
        size,
    })
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
