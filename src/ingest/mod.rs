//! Bytes of files to text with structure. One reader per type behind
//! [`Reader`]; the type is found from the content first, the name second.
//!
//! Files are opened here and nowhere above, with a limit on their size that
//! is checked before anything is read. The text that comes out is never
//! altered afterwards. Nothing that a file says makes a reader go to the
//! network or to other files, and every reader keeps to the limits in
//! [`limits`].

mod detect;
mod docx;
mod encoding;
mod error;
mod file;
mod html;
mod jsonl;
mod kept;
mod language;
pub mod limits;
mod lines;
mod markdown;
mod pdf;
mod plain;
mod raised;
mod urls;
mod writer;

use std::str::FromStr;

pub use detect::{detect, is_json_object};
pub use encoding::utf_8_text;
pub use error::IngestError;
pub use file::{open_file, read_file, read_named, read_stream};
pub use html::page_text;
pub use kept::{KeptFile, read_kept};
pub use language::language_of;
pub use limits::MAX_BYTES;
pub use lines::{Line, Lines, decode_line, is_by_line};
pub use pdf::PDF_THREAD;

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

/// One of the articles of a file, with the bytes that it was read from.
#[derive(Debug)]
pub struct ReadArticle<'b> {
    /// The bytes as they came.
    pub original: &'b [u8],
    /// What was read from them.
    pub document: Document,
}

/// Reads one type of file.
pub trait Reader: Sync {
    /// The media type of an article's original.
    fn media_type(&self) -> &'static str;

    /// Turns the bytes of an article into a document.
    fn read(&self, bytes: &[u8]) -> Result<Document, IngestError>;

    /// Every article of a file, in order.
    fn read_all<'b>(&self, bytes: &'b [u8]) -> Result<Vec<ReadArticle<'b>>, IngestError> {
        let document = self.read(bytes)?;
        Ok(vec![ReadArticle {
            original: bytes,
            document,
        }])
    }

    /// Whether a file of this type is a list of articles.
    fn holds_many(&self) -> bool {
        false
    }
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
    /// A web page.
    Html,
    /// A Word file.
    Docx,
    /// A PDF file.
    Pdf,
    /// Many articles, one JSON object to a line.
    Jsonl,
}

impl FromStr for DocumentType {
    type Err = crate::model::UnknownWord;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        match given {
            "text" | "txt" => Ok(Self::Text),
            "markdown" | "md" => Ok(Self::Markdown),
            "html" | "htm" => Ok(Self::Html),
            "jsonl" | "ndjson" => Ok(Self::Jsonl),
            "docx" | "word" => Ok(Self::Docx),
            "pdf" => Ok(Self::Pdf),
            _ => Err(crate::model::UnknownWord {
                what: "type of article",
                given: given.to_owned(),
                valid: <Self as strum::VariantNames>::VARIANTS,
            }),
        }
    }
}

/// Reads the articles of a file. Its type is found out where none is given, and
/// so is its encoding; one that is given is the name of an encoding of the web.
pub fn read<'b>(
    name: &str,
    bytes: &'b [u8],
    document_type: Option<DocumentType>,
    encoding: Option<&str>,
) -> Result<(&'static dyn Reader, Vec<ReadArticle<'b>>), IngestError> {
    let Some(label) = encoding else {
        let found = document_type.map_or_else(|| detect(name, bytes), Ok)?;
        let reader = reader_for(found);
        return Ok((reader, reader.read_all(bytes)?));
    };
    let decoded = encoding::decode_as(bytes, label)?;
    let found = document_type.map_or_else(|| detect(name, decoded.text.as_bytes()), Ok)?;
    let reader = match found {
        DocumentType::Text | DocumentType::Markdown | DocumentType::Html => reader_for(found),
        what @ (DocumentType::Docx | DocumentType::Pdf | DocumentType::Jsonl) => {
            return Err(IngestError::OwnEncoding { what });
        }
    };
    let mut document = reader.read(decoded.text.as_bytes())?;
    document.encoding = decoded.encoding;
    let article = ReadArticle {
        original: bytes,
        document,
    };
    Ok((reader, vec![article]))
}

/// The reader for a type of file.
pub fn reader_for(document_type: DocumentType) -> &'static dyn Reader {
    match document_type {
        DocumentType::Text => &plain::PlainText,
        DocumentType::Markdown => &markdown::Markdown,
        DocumentType::Html => &html::Html,
        DocumentType::Jsonl => &jsonl::JsonLines,
        DocumentType::Docx => &docx::Docx,
        DocumentType::Pdf => &pdf::Pdf,
    }
}
