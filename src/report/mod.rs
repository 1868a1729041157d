//! The desk's content as documents that people read: one view of an article
//! with all that was found, written as HTML, Markdown, JSON or for
//! Word.
//!
//! The same content always gives the same bytes. Nothing here reads a clock;
//! the time of the report is part of its content.

pub mod content;
mod docx;
mod html;
mod markdown;
mod marks;
mod outside;
mod rationale;
mod story;
mod view;
mod wording;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use story::told;

use content::ArticleReport;

/// The kinds of document that an article's report can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum ReportFormat {
    /// One page that needs no network and no script.
    Html,
    /// For editors, wikis and pull requests.
    Markdown,
    /// For programs.
    Json,
    /// For editors, who work on the article in Word.
    Docx,
}

/// A report as it is written to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Document {
    /// Text that ends with a line end.
    Text(String),
    /// A file of a format that is no text.
    Bytes(Vec<u8>),
}

impl Document {
    /// What goes into the file.
    pub fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}

/// Why a report can't be made. Each is a mistake in the program, since a
/// report needs nothing but its content.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The page's template failed.
    #[error("the page can't be laid out: {0}")]
    Template(#[from] askama::Error),
    /// The content can't be written as JSON.
    #[error("the content can't be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// The parts of the Word file can't be put together.
    #[error("the Word file can't be packed: {0}")]
    Docx(#[from] zip::result::ZipError),
}

/// The report as a document.
pub fn render(format: ReportFormat, report: &ArticleReport) -> Result<Document, ReportError> {
    let text = match format {
        ReportFormat::Docx => return Ok(Document::Bytes(docx::file(report)?)),
        ReportFormat::Html => html::page(report)?,
        ReportFormat::Markdown => markdown::document(report),
        ReportFormat::Json => serde_json::to_string_pretty(report)? + "\n",
    };
    Ok(Document::Text(text))
}
