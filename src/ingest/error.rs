//! Why a file could not be read as an article.

use std::path::PathBuf;

use super::DocumentType;

/// Why a file could not be read. Nothing was stored.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IngestError {
    /// There is no such file.
    #[error("there is no file {}", .0.display())]
    Missing(PathBuf),
    /// The path names a folder.
    #[error("{} is a folder, not a file", .0.display())]
    IsDirectory(PathBuf),
    /// The file can't be read.
    #[error("{} can't be read: {source}", .path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is larger than the limit.
    #[error("{} is larger than {}, the most that is read", .path.display(), size(*.limit_bytes))]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The limit.
        limit_bytes: u64,
    },
    /// There is nothing in it.
    #[error("it holds no text")]
    Empty,
    /// It is another type of file.
    #[error("it is {what}, which can't be read yet")]
    OtherType {
        /// What it is.
        what: &'static str,
    },
    /// It is not what its type promises.
    #[error("it is no sound {what}: {detail}")]
    Malformed {
        /// The type of file.
        what: &'static str,
        /// What is wrong, and where.
        detail: String,
    },
    /// It asks for more than a reader gives.
    #[error("it has more than {most} {what}, the most that is read")]
    OverLimit {
        /// What there is too much of.
        what: &'static str,
        /// The limit.
        most: u64,
    },
    /// What is wrong in one line of a file of many articles.
    #[error("line {line}: {error}")]
    InLine {
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        error: Box<IngestError>,
    },
    /// There is no encoding of that name.
    #[error("there is no encoding “{given}”")]
    UnknownEncoding {
        /// The name.
        given: String,
    },
    /// It has no encoding that could be told.
    #[error("a {what} says itself how its text is encoded")]
    OwnEncoding {
        /// The type of file.
        what: DocumentType,
    },
    /// It holds a NUL byte, so it is no text.
    #[error("it is not text: byte {offset} is NUL")]
    NotText {
        /// Where the byte stands, from 0.
        offset: usize,
    },
    /// It is not UTF-8.
    #[error("it is not UTF-8: line {line}, column {column} (byte {offset}) can't be read")]
    InvalidUtf8 {
        /// Line of the first bad byte, from 1.
        line: usize,
        /// Column of the first bad byte in characters, from 1.
        column: usize,
        /// Where the byte stands, from 0.
        offset: usize,
    },
}

impl IngestError {
    /// What to do next.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::InLine { .. } => "mend or remove the line; no article of the file was added",
            Self::Missing(_) => "check the name and the folder",
            Self::IsDirectory(_) => "name one file",
            Self::Unreadable { .. } => "check the file's permissions",
            Self::TooLarge { .. } => "split it, or take out what is no text",
            Self::Malformed { .. } => "open it in the program it comes from and save it again",
            Self::OverLimit { .. } => "save the article alone as plain text and try again",
            Self::UnknownEncoding { .. } => {
                "the names are those of the web, such as windows-1252, macintosh, utf-16le"
            }
            Self::OwnEncoding { .. } => "leave out --encoding",
            Self::Empty => "check that the right file was named",
            Self::OtherType { .. } => {
                "save it as a Word file (.docx), or as plain text (UTF-8), and try again"
            }
            Self::NotText { .. } => "save it as plain text (UTF-8) and try again",
            Self::InvalidUtf8 { .. } => "save it as UTF-8 and try again",
        };
        Some(hint.to_owned())
    }
}

/// A limit as people say it.
fn size(bytes: u64) -> String {
    const MEBIBYTE: u64 = 1024 * 1024;
    if bytes >= MEBIBYTE {
        format!("{} MiB", bytes / MEBIBYTE)
    } else {
        format!("{bytes} bytes")
    }
}
