//! Verdicts.

use chrono::{DateTime, Utc};
use serde::Serialize;
use uuid::Uuid;

use super::ids::{ClaimId, VerdictId};
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
#[derive(Debug, Clone, PartialEq, Serialize)]
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
    /// Why it holds for words that changed after it was first given.
    pub reaffirmed: Option<String>,
    /// When it was given.
    pub created_at: DateTime<Utc>,
    /// Whether the claim's words are other ones by now, or gone.
    pub stale: bool,
    /// The verdict by the same reviewer that replaced it.
    pub superseded_by: Option<VerdictId>,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
}

/// A verdict to be given.
#[derive(Debug, Clone)]
pub struct NewVerdict {
    /// Slug of the scale; the desk's default when none is given.
    pub scale: Option<String>,
    /// Slug of the rating.
    pub rating: String,
    /// Why, in Markdown.
    pub rationale: String,
    /// The suggested wording.
    pub correction: Option<String>,
    /// How sure the reviewer is.
    pub confidence: Option<Confidence>,
    /// Sources to tie to the claim in the same act.
    pub evidence: Vec<NewEvidence>,
}
