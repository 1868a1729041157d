//! `claimdesk extract`: the claims of articles, without a desk.

mod sink;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use strum::VariantNames;

use super::model::given;
use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::files;
use crate::cli::words::one_of;
use crate::desk::shipped_model;
use crate::extract::{Model, Offer};
use crate::filter::{Filter, Input, Reading};
use crate::ingest::{DocumentType, is_by_line};
use crate::model::edtf::EdtfDate;
use sink::ToOutput;

/// Find the claims of articles, without a desk
///
/// Each sentence worth a check comes with its place, its score, why it got that, and what in it can be looked
/// up, in the order of the articles. Lists of articles are read and written as they come, on all cores.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk extract draft.docx\n  \
claimdesk extract articles.jsonl --format jsonl >claims.jsonl\n  \
claimdesk extract debate.txt --lines --all --format csv\n\n\
Next: `claimdesk init` and `claimdesk article add draft.docx` put one onto a desk, to check it.")]
pub(crate) struct Extract {
    /// The files, or - for standard input: articles, or lists of them as JSON Lines
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Every sentence, headings and furniture of pages included
    #[arg(long, conflicts_with_all = ["min_score", "top"])]
    all: bool,
    /// Take each line as one sentence, as in a transcript; positions count in the line
    #[arg(long, conflicts_with_all = ["top", "document_type"])]
    lines: bool,
    /// Those that score at least this, from 0 to 1 [default: what the model holds best]
    #[arg(long, value_name = "S", value_parser = score)]
    min_score: Option<f64>,
    /// Of each article at most so many, the best
    #[arg(long, value_name = "N")]
    top: Option<usize>,
    /// When the articles were published, which “last May” is counted from [default: what each says]
    #[arg(long, value_name = "DATE")]
    published: Option<EdtfDate>,
    /// What every file is [default: by its content, then its name]
    #[arg(long = "type", value_name = "TYPE", value_parser = one_of::<DocumentType>(DocumentType::VARIANTS))]
    document_type: Option<DocumentType>,
    /// How every text is encoded, such as windows-1252 [default: found out; with --lines, UTF-8]
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// Score by this model [default: the one that claimdesk ships]
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
    /// Report a line that can't be read, leave it out and go on
    #[arg(long)]
    skip_invalid: bool,
}

impl Extract {
    pub(crate) fn run(self, _: &Context, output: &mut Output) -> Done {
        self.check()?;
        let names = self.files.iter().map(|file| files::named(file)).collect();
        let inputs = self.files.iter().map(|file| input(file)).collect();
        let filter = Filter {
            model: self.scoring()?,
            offer: Offer {
                min_score: self.min_score,
                top: self.top,
                all: self.all,
            },
            published: self.published,
            reading: Reading {
                lines: self.lines,
                document_type: self.document_type,
                encoding: self.encoding,
            },
        };
        let printing = output.printing();
        let mut sink = ToOutput::new(output, names, self.skip_invalid);
        let render = move |sentence, printed: &mut _| printing.add(sentence, printed);
        filter.run(inputs, threads(), render, &mut sink)?;
        sink.end()
    }

    /// Refuses what the files can't be read by.
    fn check(&self) -> Result<(), CliError> {
        let streams = self.files.iter();
        let streams = streams.filter(|file| files::is_standard_input(file));
        if streams.count() > 1 {
            return Err(CliError::Usage(
                "standard input can be read only once".to_owned(),
            ));
        }
        let Some(encoding) = self.encoding.as_ref().filter(|_| self.lines) else {
            return Ok(());
        };
        let by_line = is_by_line(encoding).map_err(|error| CliError::Input {
            input: "--encoding".to_owned(),
            error,
        })?;
        if by_line {
            return Ok(());
        }
        Err(CliError::Usage(format!(
            "text in {encoding} can't be read line by line; save it as UTF-8"
        )))
    }

    /// The model in the file that was named, else the shipped one: no desk is
    /// looked for.
    fn scoring(&self) -> Result<Arc<Model>, CliError> {
        let model = match &self.model {
            Some(path) => given::model(path)?.0,
            None => shipped_model()?.clone(),
        };
        Ok(Arc::new(model))
    }
}

fn input(path: &Path) -> Input {
    if files::is_standard_input(path) {
        Input::Stream(Box::new(io::stdin()))
    } else {
        Input::File(path.to_owned())
    }
}

fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

fn score(given: &str) -> Result<f64, String> {
    let score: Option<f64> = given.parse().ok();
    score
        .filter(|score| (0.0..=1.0).contains(score))
        .ok_or_else(|| "a score is a number from 0 to 1".to_owned())
}
