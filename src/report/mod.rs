//! The desk's content as documents that people read: one view of an article
//! with all that was found, written as HTML, Markdown or JSON.
//!
//! The same content always gives the same bytes. Nothing here reads a clock;
//! the time of the report is part of its content.

pub mod content;
mod corrections;
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

use content::ArticleReport;
use prose::Form;

/// The kinds of document that an article's report can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum ReportFormat {
    /// One page that needs no network and no script.
    Html,
    /// For editors, wikis and pull requests.
    Markdown,
    /// Lines of plain text, for mail.
    Text,
    /// Only what must change before publication, as plain text for mail.
    Corrections,
    /// A row for each claim, for spreadsheets.
    Csv,
    /// For programs.
    Json,
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
}

/// The report as a document that ends with a line end.
pub fn render(format: ReportFormat, report: &ArticleReport) -> Result<String, ReportError> {
    match format {
        ReportFormat::Html => html::page(report),
        ReportFormat::Markdown => Ok(prose::document(Form::Markdown, report)),
        ReportFormat::Corrections => Ok(corrections::document(report)),
        ReportFormat::Csv => table::document(report),
        ReportFormat::Text => Ok(prose::document(Form::Plain, report)),
        ReportFormat::Json => {
            let mut json = serde_json::to_string_pretty(report)?;
            json.push('\n');
            Ok(json)
        }
    }
}
