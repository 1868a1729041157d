//! `claimdesk report`: an article with all that was found, as a document.

mod all;
pub(crate) mod look;
mod select;

use std::path::{Path, PathBuf};

use clap::Args;

use self::all::Everything;
use self::look::LookArgs;
use self::select::Select;
use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::desk::{Desk, ReviewOptions};
use crate::interchange::claimreview::{document, for_script};
use crate::model::claim::ClaimFilter;
use crate::model::ids::ArticleId;
use crate::report::content::ArticleReport;
use crate::report::{Document, ReportFormat, render};

/// Make a report of an article: claims, verdicts, evidence, flags
///
/// Sources that are not public keep their weight and lose their name, quote and place, and contacts are left out,
/// unless --include-internal asks for the editor's copy.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  claimdesk report 1 -o report.html\n  \
claimdesk report 1 --format corrections\n  claimdesk report 1 --only false,misleading -o false.csv\n  \
claimdesk report --all -o reports\n\n\
Next: `claimdesk gate 1` says whether the article may be published.")]
pub(crate) struct Report {
    /// The article's number
    #[arg(required_unless_present = "all")]
    article: Option<ArticleId>,
    /// Every article, into a folder with an index.html
    #[arg(long, conflicts_with = "article", requires = "output")]
    all: bool,
    /// How to write it [default: by the name of the file, else markdown]
    // Takes the place of the option of that name for every command, so it has to be a text as well.
    #[arg(long, value_parser = ReportFormat::WORDS.to_vec())]
    format: Option<String>,
    /// The editor's copy, with the sources that are not public
    #[arg(long)]
    include_internal: bool,
    /// The file to write, or with --all the folder; standard output without one
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// With --all: write into a folder that holds other things
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    select: Select,
    /// Carry the article's rulings as ClaimReview for search engines: the address that the page will have
    #[arg(long, value_name = "URL", conflicts_with = "all")]
    page_url: Option<String>,
    #[command(flatten)]
    look: LookArgs,
}

impl Report {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let format = format(match &self.format {
            Some(word) => word,
            None if self.all => "html",
            None => by_name(self.output.as_deref())?,
        })?;
        if self.force && !self.all {
            return Err(CliError::Usage(
                "--force goes with --all: a single report replaces the file anyway".to_owned(),
            ));
        }
        if self.page_url.is_some() && format != ReportFormat::Html {
            return Err(CliError::Usage(format!(
                "--page-url is for a page, and a report as {format} is none"
            )));
        }
        let mut look = self.look.look()?;
        let desk = context.desk()?;
        if let (Some(page), Some(article)) = (self.page_url, self.article) {
            look.structured_data = structured_data(&desk, article, page, output)?;
        }
        let selection = desk.selection(self.select.into())?;
        let internal = self.include_internal;
        let made = |report: ArticleReport| {
            let mut report = report.narrowed(&selection);
            report.look = report.look.with(look.clone());
            if internal {
                report
            } else {
                report.for_outside()
            }
        };
        match (self.article, self.output) {
            (Some(article), file) => {
                let report = made(desk.report(article, context.now())?);
                if let Some(selected) = &report.selection {
                    output.note(selected.said());
                }
                written(output, &render(format, &report)?, file.as_deref())
            }
            (None, Some(folder)) => Everything {
                folder,
                format,
                force: self.force,
                look: desk.report_look()?.with(look.clone()),
            }
            .write(context, output, &desk, made),
            // The command line is not read without one of the two.
            (None, None) => Err(CliError::Usage(
                "name an article, or --all and a folder".to_owned(),
            )),
        }
    }
}

/// What search engines read of the rulings of an article; none where it has none.
fn structured_data(
    desk: &Desk,
    article: ArticleId,
    page: String,
    output: &mut Output,
) -> Result<Option<String>, CliError> {
    let filter = ClaimFilter {
        article: Some(article),
        ..ClaimFilter::default()
    };
    let options = ReviewOptions {
        page: Some(page),
        ..ReviewOptions::default()
    };
    let mut reviews = Vec::new();
    desk.claim_reviews(&filter, &options, |claim, written| {
        let written = written.map_err(|error| CliError::NoReview { claim, error })?;
        for warning in &written.warnings {
            output.note_review(Some(claim), warning);
        }
        reviews.push(written.review);
        Ok::<_, CliError>(())
    })?;
    if reviews.is_empty() {
        output.note("no claim of the article has a ruling; the page carries no ClaimReview");
        return Ok(None);
    }
    let (document, warnings) = document(reviews);
    for one in &warnings {
        output.note_review(None, one);
    }
    Ok(Some(for_script(&document)))
}

/// Writes a document into a file, or prints it.
fn written(output: &mut Output, document: &Document, file: Option<&Path>) -> Done {
    match file {
        None => print(document, output)?,
        Some(path) => {
            files::write_whole(path, document.as_bytes())?;
            output.note(format!("the report is in {}", path.display()));
        }
    }
    Ok(Exit::Done)
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

/// The format of this name. One for every command, given before `report`, can be
/// none of a report's.
fn format(word: &str) -> Result<ReportFormat, CliError> {
    word.parse().map_err(|_| {
        CliError::Usage(format!(
            "a report can't be written as {word}; use one of {}",
            ReportFormat::WORDS.join(", ")
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
        Some("docx") => Ok("docx"),
        Some("txt" | "text") => Ok("text"),
        None | Some("md" | "markdown") => Ok("markdown"),
        Some(other) => Err(CliError::Usage(format!(
            "a report is no .{other} file; end its name in .html, .md, .txt, .csv, .json or .docx, or say --format"
        ))),
    }
}
