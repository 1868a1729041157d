//! `claimdesk report`: an article with all that was found, as a document.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::ids::ArticleId;
use crate::report::{Document, ReportFormat, render};

/// Make a report of an article: its claims in place, verdicts, evidence and flags
///
/// Sources that are not public keep their weight and lose their name, quote and place, and contacts are left out,
/// unless --include-internal asks for the editor's copy.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk report 1 -o report.html")]
pub(crate) struct Report {
    /// The article's number
    article: ArticleId,
    /// How to write it [default: by the name of the file, else markdown]
    // Takes the place of the option of that name for every command, so it has to be a text as well.
    #[arg(long, value_parser = ["html", "markdown", "json", "docx"])]
    format: Option<String>,
    /// The editor's copy, with the sources that are not public
    #[arg(long)]
    include_internal: bool,
    /// The file to write; standard output without one
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Report {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let format = self.format()?;
        let report = context.desk()?.report(self.article, context.now())?;
        let report = if self.include_internal {
            report
        } else {
            report.for_outside()
        };
        let document = render(format, &report)?;
        match self.output {
            None => print(&document, output)?,
            Some(path) => {
                files::write_whole(&path, document.as_bytes())?;
                output.note(format!("the report is in {}", path.display()));
            }
        }
        Ok(Exit::Done)
    }

    fn format(&self) -> Result<ReportFormat, CliError> {
        let word = match &self.format {
            Some(word) => word,
            None => by_name(self.output.as_deref())?,
        };
        // A format for every command, given before `report`, can be none of a report's.
        word.parse().map_err(|_| {
            CliError::Usage(format!(
                "a report can't be written as {word}; use html, markdown, json or docx"
            ))
        })
    }
}

/// Prints a document; one that is no text goes into a pipe only.
fn print(document: &Document, output: &mut Output) -> Result<(), CliError> {
    match document {
        Document::Text(text) => output.document(text),
        Document::Bytes(_) if output.is_terminal() => Err(CliError::Usage(
            "a Word file can't be shown on a terminal; name a file for it, as in -o report.docx"
                .to_owned(),
        )),
        Document::Bytes(bytes) => output.bytes(bytes),
    }
}

/// The format that the ending of a file's name asks for; Markdown where it has
/// none.
fn by_name(file: Option<&Path>) -> Result<&'static str, CliError> {
    let ending = file
        .and_then(Path::extension)
        .and_then(|ending| ending.to_str())
        .map(str::to_lowercase);
    match ending.as_deref() {
        Some("html" | "htm") => Ok("html"),
        Some("json") => Ok("json"),
        Some("docx") => Ok("docx"),
        None | Some("md" | "markdown" | "txt") => Ok("markdown"),
        Some(other) => Err(CliError::Usage(format!(
            "a report is no .{other} file; end its name in .html, .md, .json or .docx, or say --format"
        ))),
    }
}
