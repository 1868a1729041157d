//! `claimdesk match`: earlier checks of the same claim.

use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, stdin};
use std::path::{Path, PathBuf};

use clap::{ArgGroup, Args};
use serde::Deserialize;

use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::desk::{MatchOptions, MatchQuestion, Matched, shipped_matcher};
use crate::extract::Model;
use crate::filter::claims_in;
use crate::ingest::IngestError;
use crate::ingest::limits::MAX_BYTES;
use crate::matching::Matcher;
use crate::model::claim::ClaimRef;

/// Find earlier checks of the same claim
///
/// What is asked for is compared with every claim on the desk that shares rare words with it. Each that may
/// say the same comes with the probability that it does, learned from posts and the checks that answer them;
/// with what both have; and with what tells them apart: other figures, other dates, a “not”. Posts of social
/// media are read without links and signatures, their hashtags as words.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("what").required(true).args(["text", "claim", "queries"]))]
#[command(
    after_help = "Examples:\n  claimdesk match \"El Salvador moved its recognition from Taiwan to China\"\n  \
claimdesk match --claim 12\n  claimdesk match draft.docx --rated\n  \
claimdesk match --queries posts.jsonl --top 5 --format jsonl\n\n\
A file of queries has an object a line: {\"id\": …, \"text\": …}."
)]
pub(crate) struct Match {
    /// The words, or a file: an article of which every claim is looked up
    text: Option<String>,
    /// A claim of this desk: its number, or words of it
    #[arg(long, value_name = "CLAIM")]
    claim: Option<ClaimRef>,
    /// Queries as JSON Lines, or - for standard input
    #[arg(long, value_name = "FILE")]
    queries: Option<PathBuf>,
    /// For each at most so many
    #[arg(long, value_name = "N", default_value_t = 5)]
    top: u16,
    /// Those that say the same with this probability at least [default: 0.1; with --queries, 0]
    #[arg(long, value_name = "P", value_parser = probability)]
    at_least: Option<f64>,
    /// Only claims that have a rating
    #[arg(long)]
    rated: bool,
    /// Compare by this model [default: the one that claimdesk ships]
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
}

/// What is less likely is left out, where people look.
const LIKELY: f64 = 0.1;

/// A query as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Query {
    id: serde_json::Value,
    text: String,
}

fn probability(given: &str) -> Result<f64, &'static str> {
    let probability = given.parse().ok();
    probability
        .filter(|probability| (0.0..=1.0).contains(probability))
        .ok_or("a probability is a number from 0 to 1")
}

impl Match {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let own = self.model.as_deref().map(matcher_in).transpose()?;
        let matcher = match &own {
            Some(matcher) => matcher,
            None => shipped_matcher()?,
        };
        let likely = if self.queries.is_some() { 0.0 } else { LIKELY };
        let options = MatchOptions {
            top: usize::from(self.top),
            at_least: self.at_least.unwrap_or(likely),
            rated: self.rated,
        };
        let desk = context.desk()?;
        if let Some(path) = &self.queries {
            let as_they_come = output.is_by_line();
            let mut all = Vec::new();
            desk.matches(matcher, queries(path)?, options, |found| {
                if as_they_come {
                    return output.list(&found);
                }
                all.extend(found);
                Ok(())
            })?;
            if !as_they_come {
                output.list(&all)?;
            }
            return Ok(Exit::Done);
        }
        let questions = match (&self.claim, &self.text) {
            (Some(claim), _) => vec![desk.question_of(claim)?],
            (None, Some(text)) => questions(text, &*desk.model()?)?,
            (None, None) => Vec::new(),
        };
        let asked = questions.len();
        let mut all = Vec::new();
        desk.matches(matcher, questions.into_iter().map(Ok), options, |found| {
            all.extend(found);
            Ok::<_, CliError>(())
        })?;
        if all.is_empty() {
            output.nothing::<Matched>(format!(
                "no claim on this desk says the same with a probability of {} or more",
                options.at_least
            ))?;
        } else {
            output.list(&all)?;
        }
        if asked > 1 {
            let mut answered: Vec<&str> = all.iter().map(|one| one.query.as_str()).collect();
            answered.dedup();
            let answered = answered.len();
            output.note(format!(
                "{answered} of {asked} claims may have been checked before"
            ));
        }
        Ok(Exit::Done)
    }
}

/// The matcher in a file.
fn matcher_in(path: &Path) -> Result<Matcher, CliError> {
    let bytes = files::read(path, MAX_BYTES)?;
    Matcher::from_bytes(&bytes).map_err(|error| CliError::Model {
        file: path.to_owned(),
        error,
    })
}

/// The queries of a file, read as they are wanted.
fn queries(path: &Path) -> Result<impl Iterator<Item = Result<MatchQuestion, CliError>>, CliError> {
    let name = files::named(path);
    let unread = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => files::input_error(path, IngestError::Missing(path.to_owned())),
        _ => CliError::Invalid(format!("{} can't be read: {error}", files::named(path))),
    };
    let lines: Box<dyn BufRead> = if files::is_standard_input(path) {
        Box::new(BufReader::new(stdin()))
    } else {
        Box::new(BufReader::new(File::open(path).map_err(unread)?))
    };
    let query = move |(line, text): (usize, std::io::Result<String>)| {
        let wrong = |why: String| CliError::Invalid(format!("{name}, line {line}: {why}"));
        let text = match text {
            Ok(text) if text.trim().is_empty() => return None,
            Ok(text) => text,
            Err(error) => return Some(Err(wrong(error.to_string()))),
        };
        let read: Result<Query, _> = serde_json::from_str(&text);
        Some(read.map_err(|error| wrong(error.to_string())).map(|query| {
            let id = match query.id {
                serde_json::Value::String(id) => id,
                other => other.to_string(),
            };
            MatchQuestion {
                id,
                text: query.text,
                own: None,
            }
        }))
    };
    Ok((1..).zip(lines.lines()).filter_map(query))
}

/// What is asked by words, or by each claim of the file that is named so.
fn questions(text: &str, model: &Model) -> Result<Vec<MatchQuestion>, CliError> {
    let path = Path::new(text);
    let question = |id: &str, text: &str| MatchQuestion {
        id: id.to_owned(),
        text: text.to_owned(),
        own: None,
    };
    if !text.contains(char::is_whitespace) && path.extension().is_some() || path.is_file() {
        let bytes = files::read(path, MAX_BYTES)?;
        let claims =
            claims_in((text, &bytes), model).map_err(|error| files::input_error(path, error))?;
        return Ok(claims.iter().map(|claim| question(claim, claim)).collect());
    }
    Ok(vec![question(text, text)])
}
