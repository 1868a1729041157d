//! Bytes of files to text with structure. One reader per type behind
//! [`Reader`]; the type is found from the content first, the name second.
//!
//! Files are opened here and nowhere above, with a limit on their size that
//! is checked before anything is read. The text that comes out is never
//! altered afterwards. Nothing that a file says makes a reader go to the
//! network or to other files, and every reader keeps to the limits in
//! [`limits`].

mod docx;
mod encoding;
mod error;
mod file;
mod language;
pub mod limits;
mod markdown;
mod plain;
mod urls;
mod writer;

use std::str::FromStr;

pub use error::IngestError;
pub use file::{read_file, read_stream};
pub use language::language_of;
pub use limits::MAX_BYTES;

use crate::model::article::ArticleDetails;
use crate::model::note::NewNote;
use crate::model::text::{Block, Page};

/// An article as it was read.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The derived text.
    pub text: String,
    /// Encoding of the original, such as `utf-8`; a file that is no text has
    /// the encoding of the text within.
    pub encoding: String,
    /// What the file says about itself; an empty title where it has none.
    pub details: ArticleDetails,
    /// The blocks of the text, in order.
    pub blocks: Vec<Block>,
    /// The pages of the original, in order, where it has any.
    pub pages: Vec<Page>,
    /// The writer's notes, in the order of the words they hang on.
    pub notes: Vec<NewNote>,
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
    /// Markdown.
    Markdown,
    /// A Word file.
    Docx,
}

impl FromStr for DocumentType {
    type Err = crate::model::UnknownWord;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        match given {
            "text" | "txt" => Ok(Self::Text),
            "markdown" | "md" => Ok(Self::Markdown),
            "docx" | "word" => Ok(Self::Docx),
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
        DocumentType::Markdown => &markdown::Markdown,
        DocumentType::Docx => &docx::Docx,
    }
}

/// First bytes of files that are no text, whatever their name says.
const OTHER_TYPES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"SQLite format 3\0", "an SQLite database"),
];

/// First bytes of an archive, as a Word file is one.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// Finds out what type of file the bytes are: by what they are where that
/// shows, else by the ending of the name.
pub fn detect(name: &str, bytes: &[u8]) -> Result<DocumentType, IngestError> {
    let other = OTHER_TYPES
        .iter()
        .find(|(start, _)| bytes.starts_with(start));
    if let Some((_, what)) = other {
        return Err(IngestError::OtherType { what });
    }
    if bytes.starts_with(ARCHIVE) {
        docx::is_word(name, bytes)?;
        return Ok(DocumentType::Docx);
    }
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    Ok(match ending.as_deref() {
        Some("md" | "markdown" | "mdown") => DocumentType::Markdown,
        _ => DocumentType::Text,
    })
}
