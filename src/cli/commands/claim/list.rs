//! `claimdesk claim list`: claims, narrowed by what they are.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::words::{one_of, score};
use crate::model::claim::{ClaimFilter, ClaimState};
use crate::model::edtf::EdtfDate;
use crate::model::facet::FacetKind;
use crate::model::ids::ArticleId;

/// List claims; those dismissed only when asked for
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk claim list --article 1 --min-score 0.6 --limit 10\n  \
claimdesk claim list --has quantity --mentions Bukele --since 2019 --until 2022"
)]
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
    /// Only with something of this kind in its words; given several times, with something of each
    #[arg(long, value_name = "KIND", value_parser = one_of::<FacetKind>(FacetKind::WORDS))]
    has: Vec<FacetKind>,
    /// Only with a name in its words that holds these, in any case
    #[arg(long, value_name = "WORDS")]
    mentions: Option<String>,
    /// Only with a date in its words that ends then or later: 2025, 2025-04 or 2025-04-15
    #[arg(long, value_name = "DATE")]
    since: Option<EdtfDate>,
    /// Only with a date in its words that begins then or earlier
    #[arg(long, value_name = "DATE")]
    until: Option<EdtfDate>,
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
            has,
            mentions,
            since,
            until,
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
            has,
            mentions,
            since,
            until,
            limit,
        };
        output.list(&context.desk()?.claims(&filter)?)?;
        Ok(Exit::Done)
    }
}
