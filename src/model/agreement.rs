//! Several reviewers' ratings of the same claims, and why they may say nothing
//! of agreement.

use schemars::JsonSchema;
use serde::Serialize;

use super::ids::ClaimId;
use super::scale::Tone;
use super::words::closed_set;

closed_set! {
    /// Why a coefficient of agreement has no value.
    Undefined, "reason" {
        /// Nobody has rated, or only one reviewer.
        TooFewReviewers = "too-few-reviewers",
        /// It is for exactly two reviewers, and more have rated.
        NotTwoReviewers = "not-two-reviewers",
        /// No two reviewers have rated the same claim.
        NoClaimRatedTwice = "no-claim-rated-twice",
        /// No claim has a rating by every reviewer.
        NoClaimRatedByAll = "no-claim-rated-by-all",
        /// Each rating is the same, so that chance alone would agree as well:
        /// nothing by nothing.
        NoVariation = "no-variation",
    }
}

/// What one reviewer rated a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GivenRating {
    /// Handle of the reviewer.
    pub reviewer: String,
    /// Slug of the scale.
    #[serde(skip)]
    pub scale: String,
    /// Slug of the rating.
    pub rating: String,
    /// Name of the rating for people.
    #[serde(rename = "rating_label")]
    pub label: String,
    /// How the rating reads at a glance.
    #[serde(skip)]
    pub tone: Tone,
    /// Place on the scale, 1 is worst; `None` for a rating off the scale.
    pub position: Option<u32>,
}

/// A claim with one rating for each reviewer who has rated it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RatedClaim {
    /// The claim.
    pub claim: ClaimId,
    /// The words a person knows it by.
    pub words: String,
    /// The ratings, by reviewer.
    pub ratings: Vec<GivenRating>,
}
