//! `claimdesk claim list`: claims, narrowed by what they are.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::model::claim::{ClaimFilter, ClaimState};
use crate::model::ids::ArticleId;

/// List claims; those dismissed only when asked for
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk claim list --article 1 --min-score 0.6 --limit 10")]
pub(crate) struct List {
    /// Only this article's
    #[arg(long, value_name = "N")]
    article: Option<ArticleId>,
    /// Only in this state
    #[arg(long, value_parser = one_of::<ClaimState>(ClaimState::WORDS))]
    state: Option<ClaimState>,
    /// Also those dismissed
    #[arg(long)]
    all: bool,
    /// Only with this rating
    #[arg(long)]
    rating: Option<String>,
    /// Only with this topic
    #[arg(long)]
    topic: Option<String>,
    /// Only those whose words changed after their verdict
    #[arg(long)]
    stale: bool,
    /// Only with at least this check-worthiness, from 0 to 1
    #[arg(long, value_name = "SCORE", value_parser = score)]
    min_score: Option<f64>,
    /// At most this many
    #[arg(long, value_name = "N")]
    limit: Option<u32>,
}

impl List {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {
            article,
            state,
            all,
            rating,
            topic,
            stale,
            min_score,
            limit,
        } = self;
        let filter = ClaimFilter {
            article,
            state,
            all,
            rating,
            topic,
            stale,
            min_score,
            limit,
        };
        output.list(&context.desk()?.claims(&filter)?)?;
        Ok(Exit::Done)
    }
}

fn score(given: &str) -> Result<f64, String> {
    given
        .parse()
        .ok()
        .filter(|score| (0.0..=1.0).contains(score))
        .ok_or_else(|| "a score is a number from 0 to 1".to_owned())
}
