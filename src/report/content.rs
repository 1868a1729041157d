//! What a report says: one value that every format shows.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::event::Event;
use crate::model::flag::Flag;
use crate::model::scale::Scale;
use crate::model::source::{Evidence, Source};
use crate::model::stats::RatingCount;
use crate::model::text::Block;
use crate::model::verdict::Verdict;

/// Everything a report of one article says.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleReport {
    /// The article.
    pub article: Article,
    /// Its text at the latest revision.
    pub text: String,
    /// The blocks of that text.
    #[serde(skip)]
    pub blocks: Vec<Block>,
    /// Claims in the order of the text, without dismissed ones.
    pub claims: Vec<ClaimReport>,
    /// Flags on the article that are on no claim, in the order of the text.
    pub flags: Vec<Flag>,
    /// Every source that the claims cite, in the order of first use.
    pub sources: Vec<Source>,
    /// Scales that the verdicts use.
    pub scales: Vec<Scale>,
    /// Claims by current rating, from best to worst.
    pub ratings: Vec<RatingCount>,
    /// When the report was made.
    pub generated_at: DateTime<Utc>,
    /// Hash of the desk's last event, to hold the report against its history.
    pub audit_head: String,
}

/// One claim with all that was found about it.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimReport {
    /// The claim.
    #[serde(flatten)]
    pub claim: Claim,
    /// Its verdicts, oldest first, each with its evidence.
    pub verdicts: Vec<Verdict>,
    /// Evidence tied to the claim outside any verdict.
    pub evidence: Vec<Evidence>,
    /// Flags on the claim.
    pub flags: Vec<Flag>,
    /// Its history, oldest first.
    pub history: Vec<Event>,
}

impl ClaimReport {
    /// The latest verdict: what the claim's colour shows.
    pub fn current(&self) -> Option<&Verdict> {
        self.verdicts.last()
    }
}
