//! Reading bytes with a limit.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::IngestError;

/// The bytes of a file of at most `limit` bytes. A larger one is refused by
/// its size, before it is read.
pub fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, IngestError> {
    let mut file = open_file(path)?;
    if file.metadata().is_ok_and(|details| details.len() > limit) {
        return Err(IngestError::TooLarge {
            path: path.to_owned(),
            limit_bytes: limit,
        });
    }
    // A pipe or a file that grows is held to the limit as well.
    read_named(&mut file, path, limit)
}

/// A file to be read as it comes, such as one of many articles.
pub fn open_file(path: &Path) -> Result<File, IngestError> {
    let unreadable = |source: std::io::Error| match source.kind() {
        ErrorKind::NotFound => IngestError::Missing(path.to_owned()),
        _ => IngestError::Unreadable {
            path: path.to_owned(),
            source,
        },
    };
    if std::fs::metadata(path).map_err(unreadable)?.is_dir() {
        return Err(IngestError::IsDirectory(path.to_owned()));
    }
    File::open(path).map_err(unreadable)
}

/// The bytes of a stream of at most `limit` bytes, such as standard input.
pub fn read_stream(stream: &mut dyn Read, limit: u64) -> Result<Vec<u8>, IngestError> {
    read_named(stream, Path::new("standard input"), limit)
}

/// The bytes of a stream of at most `limit` bytes; errors name it by `path`.
pub fn read_named(stream: &mut dyn Read, path: &Path, limit: u64) -> Result<Vec<u8>, IngestError> {
    let path = || PathBuf::from(path);
    let mut bytes = Vec::new();
    stream
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|source| IngestError::Unreadable {
            path: path(),
            source,
        })?;
    if bytes.len() as u64 > limit {
        return Err(IngestError::TooLarge {
            path: path(),
            limit_bytes: limit,
        });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::MAX_BYTES;

    #[test]
    fn what_is_over_the_limit_is_refused() {
        let mut endless = std::io::repeat(b'a');
        assert!(matches!(
            read_stream(&mut endless, 1000),
            Err(IngestError::TooLarge {
                limit_bytes: 1000,
                ..
            })
        ));
        assert_eq!(read_stream(&mut &b"abc"[..], 3).unwrap(), b"abc");
    }

    #[test]
    fn a_huge_file_is_refused_by_its_size() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("huge.txt");
        File::create(&path).unwrap().set_len(1 << 30).unwrap();
        assert!(matches!(
            read_file(&path, MAX_BYTES),
            Err(IngestError::TooLarge { .. })
        ));
    }

    #[test]
    fn what_is_no_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("draft.txt");
        assert!(
            matches!(read_file(&missing, 10), Err(IngestError::Missing(path)) if path == missing)
        );
        assert!(matches!(
            read_file(folder.path(), 10),
            Err(IngestError::IsDirectory(_))
        ));
        std::fs::write(&missing, "A draft").unwrap();
        assert_eq!(read_file(&missing, 10).unwrap(), b"A draft");
    }
}
