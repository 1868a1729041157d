//! `claimdesk validate`: whether documents keep to their format's rules.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::input;
use crate::cli::output::{InFile, counted};
use crate::cli::words::one_of;
use crate::ingest::MAX_BYTES;
use crate::interchange::linked::Level;
use crate::interchange::{Finding, Kind, Validated, validate};

/// Check ClaimReview and Web Annotation documents of any producer
///
/// ClaimReview is held against Google's rules for fact checks and schema.org, annotations against the W3C's Web Annotation
/// Data Model. A file is JSON, JSON Lines, or a web page whose scripts are looked at, packed with gzip or Zstandard or not. What it is
/// follows from its content. Exit code 1 says that there are errors; warnings alone end with 0. No desk is needed.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk validate review.json\n  claimdesk validate page.html --kind claimreview\n  \
claimdesk validate annotations/*.json --format jsonl\n\n\
Next: `claimdesk import FILE` brings what is sound onto the desk."
)]
pub(crate) struct Validate {
    /// The files, or - for standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What the files are to be [default: by their content]
    #[arg(long, value_name = "KIND", value_parser = one_of::<Kind>(Kind::WORDS))]
    kind: Option<Kind>,
    /// Leave out warnings
    #[arg(long)]
    errors_only: bool,
}

impl Validate {
    pub(crate) fn run(self, _: &Context, output: &mut Output) -> Done {
        let mut found: Vec<InFile<Finding>> = Vec::new();
        let mut whole = Validated::default();
        let mut failed = None;
        for file in &self.files {
            match in_file(file, self.kind) {
                Ok(validated) => {
                    whole.reviews += validated.reviews;
                    whole.annotations += validated.annotations;
                    let named = files::named(file);
                    found.extend(validated.findings.into_iter().map(|finding| InFile {
                        file: named.clone(),
                        finding,
                    }));
                }
                Err(error) => {
                    output.error(&error);
                    failed = failed.or(Some(error.exit()));
                }
            }
        }
        let of = |level| {
            let levels = found.iter().map(|one| one.finding.problem.level);
            levels.filter(|one| *one == level).count()
        };
        let (errors, warnings) = (of(Level::Error), of(Level::Warning));
        if self.errors_only {
            found.retain(|one| one.finding.problem.level == Level::Error);
        }
        if failed.is_none() || !found.is_empty() {
            output.validated(&found, self.files.len() > 1)?;
            output.note(format!(
                "looked at {}: {}, {}",
                looked_at(&whole),
                counted(errors, "error"),
                counted(warnings, "warning")
            ));
        }
        Ok(match failed {
            Some(failed) => failed,
            None if errors > 0 => Exit::No,
            None => Exit::Done,
        })
    }
}

/// What was looked at, in words.
fn looked_at(whole: &Validated) -> String {
    let reviews = (whole.reviews > 0).then(|| counted(whole.reviews, "review"));
    let annotations = (whole.annotations > 0).then(|| counted(whole.annotations, "annotation"));
    let both: Vec<String> = reviews.into_iter().chain(annotations).collect();
    if both.is_empty() {
        "nothing".to_owned()
    } else {
        both.join(" and ")
    }
}

fn in_file(file: &Path, kind: Option<Kind>) -> Result<Validated, CliError> {
    let bytes = input::read(file, MAX_BYTES)?;
    validate(&bytes, kind).map_err(|error| files::input_error(file, error))
}
