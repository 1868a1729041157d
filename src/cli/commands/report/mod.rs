//! `claimdesk report`: an article with all that was found, as a document.

mod select;

use std::path::{Path, PathBuf};

use clap::Args;

use self::select::Select;
use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::ids::ArticleId;
use crate::report::{ReportFormat, render};

/// Make a report of an article: its claims in place, verdicts, evidence and flags
///
/// Sources that are not public keep their weight and lose their name, quote and place, and contacts are left out,
/// unless --include-internal asks for the editor's copy.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  claimdesk report 1 -o report.html\n  \
claimdesk report 1 --format corrections\n  claimdesk report 1 --only false,misleading -o false.csv")]
pub(crate) struct Report {
    /// The article's number
    article: ArticleId,
    /// How to write it [default: by the name of the file, else markdown]
    // Takes the place of the option of that name for every command, so it has to be a text as well.
    #[arg(long, value_parser = ["html", "markdown", "text", "corrections", "csv", "json"])]
    format: Option<String>,
    /// The editor's copy, with the sources that are not public
    #[arg(long)]
    include_internal: bool,
    /// The file to write; standard output without one
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    select: Select,
}

impl Report {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let format = format(self.format.as_deref(), self.output.as_deref())?;
        let desk = context.desk()?;
        let selection = desk.selection(self.select.into())?;
        let report = desk
            .report(self.article, context.now())?
            .narrowed(&selection);
        let report = if self.include_internal {
            report
        } else {
            report.for_outside()
        };
        if let Some(selected) = &report.selection {
            output.note(selected.said());
        }
        let document = render(format, &report)?;
        match self.output {
            None => output.document(&document)?,
            Some(path) => {
                files::write_whole(&path, document.as_bytes())?;
                output.note(format!("the report is in {}", path.display()));
            }
        }
        Ok(Exit::Done)
    }
}

/// The format that was asked for by name, or by the name of the file.
fn format(given: Option<&str>, file: Option<&Path>) -> Result<ReportFormat, CliError> {
    let word = match given {
        Some(word) => word,
        None => by_name(file)?,
    };
    // A format for every command, given before `report`, can be none of a report's.
    word.parse().map_err(|_| {
        CliError::Usage(format!(
            "a report can't be written as {word}; use html, markdown, text, corrections, csv or json"
        ))
    })
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
        Some("csv") => Ok("csv"),
        Some("txt" | "text") => Ok("text"),
        None | Some("md" | "markdown") => Ok("markdown"),
        Some(other) => Err(CliError::Usage(format!(
            "a report is no .{other} file; end its name in .html, .md, .txt, .csv or .json, or say --format"
        ))),
    }
}
