//! Verdicts.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::claim::{ClaimRef, Doubt};
use super::ids::{ClaimId, RatingId, ReviewerId, VerdictId};
use super::scale::Tone;
use super::source::{Evidence, NewEvidence};
use super::words::closed_set;

closed_set! {
    /// How sure a reviewer is of a verdict.
    Confidence, "confidence" {
        /// It could well turn out otherwise.
        Low = "low",
        /// Likely to stand.
        Medium = "medium",
        /// Settled by the evidence.
        High = "high",
    }
}

/// One reviewer's rating of one claim, as `verdict history` gives it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Verdict {
    /// Number on this desk.
    pub id: VerdictId,
    /// Identity across desks.
    pub uuid: Uuid,
    /// The claim it is on.
    pub claim: ClaimId,
    /// Handle of who gave it.
    pub reviewer: String,
    /// Name of who gave it.
    pub reviewer_name: String,
    /// Slug of the scale.
    pub scale: String,
    /// Slug of the rating.
    pub rating: String,
    /// Name of the rating for people.
    pub rating_label: String,
    /// How the rating reads at a glance.
    pub rating_tone: Tone,
    /// Why, in Markdown.
    pub rationale: String,
    /// The suggested wording.
    pub correction: Option<String>,
    /// How sure the reviewer is.
    pub confidence: Option<Confidence>,
    /// Why no source is named.
    pub no_source: Option<String>,
    /// Why it holds for words that changed after it was first given.
    pub reaffirmed: Option<String>,
    /// The earlier claim whose check it takes over.
    pub reuses: Option<ClaimId>,
    /// When it was given.
    pub created_at: DateTime<Utc>,
    /// Whether what it rests on has changed since.
    pub stale: bool,
    /// What has changed since.
    pub stale_because: Vec<Doubt>,
    /// Whether its reviewer took it back.
    pub withdrawn: bool,
    /// The verdict by the same reviewer that it replaced.
    pub supersedes: Option<VerdictId>,
    /// The verdict by the same reviewer that replaced it.
    pub superseded_by: Option<VerdictId>,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
    /// Row of the rating.
    #[serde(skip)]
    pub rating_id: RatingId,
    /// Row of who gave it.
    #[serde(skip)]
    pub reviewer_id: ReviewerId,
}

impl Verdict {
    /// Whether it is what its reviewer holds: neither replaced nor taken back.
    pub fn stands(&self) -> bool {
        self.superseded_by.is_none() && !self.withdrawn
    }
}

/// A verdict to be given.
#[derive(Debug, Clone, Default)]
pub struct NewVerdict {
    /// The earlier claim whose check it takes over, as far as nothing else is said
    /// here.
    pub reuses: Option<ClaimRef>,
    /// Slug of the scale; the desk's default when none is given.
    pub scale: Option<String>,
    /// Slug of the rating; that of the earlier check when none is given.
    pub rating: Option<String>,
    /// Why, in Markdown; may be blank where an earlier check is taken over.
    pub rationale: String,
    /// The suggested wording.
    pub correction: Option<String>,
    /// How sure the reviewer is.
    pub confidence: Option<Confidence>,
    /// Why no source is named.
    pub no_source: Option<String>,
    /// Sources to tie to the claim in the same act.
    pub evidence: Vec<NewEvidence>,
}
