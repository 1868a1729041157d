//! `claimdesk match`: earlier checks of the same claim, and claims that are the same.

mod clusters;

use std::path::{Path, PathBuf};

use clap::{ArgGroup, Args};
use serde::Deserialize;

use super::model::given;
use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::input;
use crate::desk::{Desk, MatchOptions, MatchQuestion, Matched, Own};
use crate::filter::claims_in;
use crate::ingest::limits::MAX_BYTES;
use crate::interchange::read_lines;
use crate::model::claim::ClaimRef;
use crate::model::ids::ArticleId;

/// Find earlier checks of the same claim
///
/// What is asked for is compared with every claim on the desk that shares rare words with it. Each that may
/// say the same comes with the probability that it does, learned from posts and the checks that answer them;
/// with what both have; and with what tells them apart: other figures, other dates, a “not”. Posts of social
/// media are read without links and signatures, their hashtags as words.
///
/// With --clusters, the near-identical claims of the whole desk are shown as groups, largest first: the same
/// words, but for case, punctuation, quotation marks, a few words more, or a clause that stands elsewhere.
/// Claims with other figures, with a “not”, or with one word in place of another are never grouped.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("what").required(true).multiple(true)
    .args(["text", "claim", "article", "queries", "clusters"]))]
#[command(
    after_help = "Examples:\n  claimdesk match \"El Salvador moved its recognition from Taiwan to China\"\n  \
claimdesk match --claim 12\n  claimdesk match --article 3\n  claimdesk match draft.docx --rated\n  \
claimdesk match --queries posts.jsonl --top 5 --format jsonl\n  \
claimdesk extract speech.txt --format jsonl | claimdesk match --queries - --rated\n  \
claimdesk match --clusters --at-least 0.9\n  claimdesk match --clusters --article 3 --format csv\n\n\
A file of queries has an object a line: {\"id\": …, \"text\": …}. One without an id is named by its line; what else \
it has is left alone.\n\n\
Next: `claimdesk claim link` ties a claim to what was found; `claimdesk verdict add 812 --from 12` takes the check over."
)]
pub(crate) struct Match {
    /// The words, or a file: an article of which every claim is looked up
    #[arg(conflicts_with_all = ["claim", "article", "queries", "clusters"])]
    text: Option<String>,
    /// A claim of this desk: its number, or words of it
    #[arg(long, value_name = "CLAIM", conflicts_with_all = ["article", "queries", "clusters"])]
    claim: Option<ClaimRef>,
    /// Every claim of an article of this desk; with --clusters, groups with a claim of that article
    #[arg(long, value_name = "N", conflicts_with = "queries")]
    article: Option<ArticleId>,
    /// Queries as JSON Lines, also packed as .gz or .zst, or - for standard input
    #[arg(long, value_name = "FILE", conflicts_with = "clusters")]
    queries: Option<PathBuf>,
    /// Groups of near-identical claims on the whole desk
    #[arg(long, conflicts_with_all = ["top", "model"])]
    clusters: bool,
    /// For each at most so many
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
    top: u16,
    /// Those that say the same with this probability at least [default: 0.1; with --queries, 0]; with
    /// --clusters, those that share so much with the wording that most of their group have, from 0.5 to 1
    /// [default: 0.8]
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

/// A query as it is written; posts and claims of `extract` have more in them.
#[derive(Deserialize)]
struct Query {
    id: Option<serde_json::Value>,
    text: String,
}

fn probability(given: &str) -> Result<f64, &'static str> {
    let probability = given.parse().ok();
    probability
        .filter(|probability| (0.0..=1.0).contains(probability))
        .ok_or("a probability is a number from 0 to 1")
}

impl Match {
    fn options(&self, likely: f64) -> MatchOptions {
        MatchOptions {
            top: usize::from(self.top),
            at_least: self.at_least.unwrap_or(likely),
            rated: self.rated,
        }
    }

    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        if self.clusters {
            return self.show_clusters(&context.desk()?, output);
        }
        let matcher = given::matcher(self.model.as_deref())?;
        let mut desk = context.desk()?;
        if let Some(path) = &self.queries {
            let as_they_come = output.is_by_line();
            let mut kept = Vec::new();
            desk.matches(&matcher, queries(path)?, self.options(0.0), |found| {
                if as_they_come {
                    return output.list(&found);
                }
                kept.extend(found);
                Ok(())
            })?;
            if !as_they_come {
                output.matched(&kept, true)?;
            }
            return Ok(Exit::Done);
        }
        let questions = match (&self.claim, self.article, &self.text) {
            (Some(claim), _, _) => vec![desk.question_of(claim)?],
            (None, Some(article), _) => desk.questions_of_article(article)?,
            (None, None, Some(text)) => questions(text, &desk, output)?,
            (None, None, None) => Vec::new(),
        };
        let options = self.options(LIKELY);
        let asked = questions.len();
        let mut all = Vec::new();
        desk.matches(&matcher, questions.into_iter().map(Ok), options, |found| {
            all.extend(found);
            Ok::<_, CliError>(())
        })?;
        if all.is_empty() {
            let least = options.at_least;
            output.nothing::<Matched>(format!(
                "no claim on this desk says the same with a probability of {least} or more"
            ))?;
        } else {
            output.matched(&all, asked > 1)?;
        }
        if asked > 1 {
            let answered = all.chunk_by(|one, other| one.query == other.query).count();
            output.note(format!(
                "{answered} of {asked} claims may have been checked before"
            ));
        }
        Ok(Exit::Done)
    }
}

/// The queries of a file, read as they are wanted.
fn queries(path: &Path) -> Result<impl Iterator<Item = Result<MatchQuestion, CliError>>, CliError> {
    let name = files::named(path);
    let query = move |read: std::io::Result<(u64, Result<Query, String>)>| {
        let (line, query) = read.map_err(|error| CliError::Invalid(format!("{name}: {error}")))?;
        let query =
            query.map_err(|why| CliError::Invalid(format!("{name}, line {line}: {why}")))?;
        let id = query.id.map(|id| match id {
            serde_json::Value::String(id) => id,
            other => other.to_string(),
        });
        Ok(MatchQuestion {
            id: id.unwrap_or_else(|| line.to_string()),
            text: query.text,
            own: Own::Nothing,
        })
    };
    Ok(read_lines(input::open(path)?.content).map(query))
}

/// What is asked by words, or by each claim of the file that is named so. An
/// article that is on the desk is not compared with its own claims.
fn questions(text: &str, desk: &Desk, output: &mut Output) -> Result<Vec<MatchQuestion>, CliError> {
    let question = |text: &str, own: Own| MatchQuestion {
        id: text.to_owned(),
        text: text.to_owned(),
        own,
    };
    let path = Path::new(text);
    let is_file =
        path.is_file() || (path.extension().is_some() && !text.contains(char::is_whitespace));
    if !is_file {
        if text.trim().is_empty() {
            return Err(CliError::Usage("there is nothing to look for".to_owned()));
        }
        return Ok(vec![question(text, Own::Nothing)]);
    }
    let bytes = files::read(path, MAX_BYTES)?;
    let articles = claims_in((text, &bytes), &*desk.model()?)
        .map_err(|error| files::input_error(path, error))?;
    let mut questions = Vec::new();
    for article in articles {
        let own = match desk.article_of_bytes(article.original)? {
            Some(id) => {
                output.note(format!(
                    "{text} is article {id}, whose own claims are left out"
                ));
                Own::Article(id)
            }
            None => Own::Nothing,
        };
        questions.extend(article.claims.iter().map(|claim| question(claim, own)));
    }
    Ok(questions)
}
