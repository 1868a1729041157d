//! The desk's content as documents that people read: one view of an article
//! with all that was found, written as HTML, Markdown, JSON or for
//! Word.
//!
//! The same content always gives the same bytes. Nothing here reads a clock;
//! the time of the report is part of its content.

pub mod content;
mod corrections;
mod docx;
mod html;
pub mod index;
pub mod look;
mod marks;
mod outside;
mod places;
mod prose;
mod rationale;
pub mod selection;
mod story;
mod table;
mod view;
mod wording;

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use story::told;

use crate::model::words::closed_set;
use content::ArticleReport;
use prose::Form;

closed_set! {
    /// The kinds of document that an article's report can be.
    ReportFormat, "report format" {
        /// One page that needs no network and no script.
        Html = "html",
        /// For editors, wikis and pull requests.
        Markdown = "markdown",
        /// Lines of plain text, for mail.
        Text = "text",
        /// Only what must change before publication, as plain text for mail.
        Corrections = "corrections",
        /// A row for each claim, for spreadsheets.
        Csv = "csv",
        /// For programs.
        Json = "json",
        /// For editors, who work on the article in Word.
        Docx = "docx",
    }
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

impl ReportFormat {
    /// How the name of a file in this format ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::Corrections => "corrections.txt",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Docx => "docx",
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
    /// The content can't be written as CSV.
    #[error("the content can't be written as CSV: {0}")]
    Csv(#[from] csv::Error),
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
        ReportFormat::Markdown => prose::document(Form::Markdown, report),
        ReportFormat::Text => prose::document(Form::Plain, report),
        ReportFormat::Corrections => corrections::document(report),
        ReportFormat::Csv => table::document(report)?,
        ReportFormat::Json => serde_json::to_string_pretty(report)? + "\n",
    };
    Ok(Document::Text(text))
}
