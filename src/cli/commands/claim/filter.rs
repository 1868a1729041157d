//! What narrows claims down on the command line, for every command that takes
//! several.

use clap::Args;

use crate::cli::commands::Context;
use crate::cli::error::CliError;
use crate::cli::words::{one_of, score};
use crate::desk::Desk;
use crate::model::claim::{AssignedTo, ClaimFilter, ClaimState};
use crate::model::edtf::EdtfDate;
use crate::model::facet::FacetKind;
use crate::model::ids::ArticleId;
use crate::model::people::Handle;

/// Conditions that all must hold.
#[derive(Debug, Default, PartialEq, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
#[group(id = "filter", multiple = true)]
pub(crate) struct FilterArgs {
    /// Only this article's
    #[arg(long, value_name = "N")]
    article: Option<ArticleId>,
    /// Only in this state
    #[arg(long, value_parser = one_of::<ClaimState>(ClaimState::WORDS))]
    state: Option<ClaimState>,
    /// Only with this rating
    #[arg(long)]
    rating: Option<String>,
    /// Only with this topic
    #[arg(long)]
    topic: Option<String>,
    /// Only those whose rating rests on what has changed since
    #[arg(long)]
    stale: bool,
    /// Only with at least this check-worthiness, from 0 to 1
    #[arg(long, value_name = "SCORE", value_parser = score)]
    min_score: Option<f64>,
    /// Only with a lower check-worthiness than this
    #[arg(long, value_name = "SCORE", value_parser = score)]
    below: Option<f64>,
    /// Only those that this person has
    #[arg(long, value_name = "HANDLE", conflicts_with_all = ["mine", "unassigned"])]
    assigned: Option<Handle>,
    /// Only those that you have
    #[arg(long, conflicts_with = "unassigned")]
    mine: bool,
    /// Only those that nobody has
    #[arg(long)]
    unassigned: bool,
    /// Only those that somebody has and that were due before today
    #[arg(long)]
    overdue: bool,
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
}

impl FilterArgs {
    /// Whether anything is to be left out.
    pub(crate) fn is_given(&self) -> bool {
        *self != Self::default()
    }

    /// The filter; whose claims “mine” are and which day today is, the context
    /// knows.
    pub(crate) fn filter(self, context: &Context, desk: &Desk) -> Result<ClaimFilter, CliError> {
        let assigned = if self.mine {
            Some(AssignedTo::Reviewer(context.acting(desk)?))
        } else if self.unassigned {
            Some(AssignedTo::Nobody)
        } else {
            self.assigned.map(AssignedTo::Reviewer)
        };
        Ok(ClaimFilter {
            article: self.article,
            state: self.state,
            all: false,
            rating: self.rating,
            topic: self.topic,
            stale: self.stale,
            min_score: self.min_score,
            below_score: self.below,
            assigned,
            due_before: self.overdue.then(|| context.now().date_naive()),
            has: self.has,
            mentions: self.mentions,
            since: self.since,
            until: self.until,
            limit: None,
        })
    }
}
