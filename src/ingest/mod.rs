//! Bytes of files to text with structure. One reader per type behind
//! [`Reader`]; the type is found from the content first, the name second.
//!
//! Files are opened here and nowhere above, with a limit on their size that
//! is checked before anything is read. The text that comes out is never
//! altered afterwards.

mod error;
mod file;
mod plain;

use std::str::FromStr;

pub use error::IngestError;
pub use file::{MAX_BYTES, read_file, read_stream};

use crate::model::text::Block;

/// An article as it was read.
#[derive(Debug, Clone)]
pub struct Document {
    /// The derived text.
    pub text: String,
    /// Encoding of the original, such as `utf-8`.
    pub encoding: String,
    /// Title, where the file says or shows one.
    pub title: Option<String>,
    /// The blocks of the text, in order.
    pub blocks: Vec<Block>,
}

/// Reads one type of file.
pub trait Reader: Sync {
    /// The media type it reads.
    fn media_type(&self) -> &'static str;

    /// Turns the bytes of a file into a document.
    fn read(&self, bytes: &[u8]) -> Result<Document, IngestError>;
}

/// A type of file that can be read.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, strum::Display, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "lowercase")]
pub enum DocumentType {
    /// Plain text.
    Text,
}

impl FromStr for DocumentType {
    type Err = crate::model::UnknownWord;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        match given {
            "text" | "txt" => Ok(Self::Text),
            _ => Err(crate::model::UnknownWord {
                what: "type of article",
                given: given.to_owned(),
                valid: <Self as strum::VariantNames>::VARIANTS,
            }),
        }
    }
}

/// The reader for a type of file.
pub fn reader_for(document_type: DocumentType) -> &'static dyn Reader {
    match document_type {
        DocumentType::Text => &plain::PlainText,
    }
}

/// First bytes of files that are no text, whatever their name says.
const OTHER_TYPES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a Word file or another zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"SQLite format 3\0", "an SQLite database"),
];

/// Finds out what type of file the bytes are.
pub fn detect(_name: &str, bytes: &[u8]) -> Result<DocumentType, IngestError> {
    match OTHER_TYPES
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
    {
        Some((_, what)) => Err(IngestError::OtherType { what }),
        None => Ok(DocumentType::Text),
    }
}
