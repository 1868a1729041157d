//! Counts over a desk or one article.

use serde::Serialize;

use super::coverage::Covered;
use super::scale::Tone;

/// How many of something there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Of what: a state, a severity, a handle.
    pub name: String,
    /// How many.
    pub count: u32,
}

/// How many claims have a rating.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RatingCount {
    /// Slug of the scale.
    pub scale: String,
    /// Slug of the rating.
    pub rating: String,
    /// Name of the rating for people.
    pub label: String,
    /// How the rating reads at a glance.
    pub tone: Tone,
    /// How many claims.
    pub count: u32,
}

/// What `stats` gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stats {
    /// Articles on the desk.
    pub articles: u32,
    /// Claims that are not dismissed.
    pub claims: u32,
    /// Claims of those with a verdict.
    pub judged: u32,
    /// Claims of those whose words changed after the verdict.
    pub stale: u32,
    /// Verdicts ever given.
    pub verdicts: u32,
    /// Sources.
    pub sources: u32,
    /// Pieces of evidence.
    pub evidence: u32,
    /// What of the latest revisions has been looked at.
    pub coverage: Covered,
    /// Claims by state, all states named.
    pub states: Vec<Count>,
    /// Claims by their current rating, from best to worst.
    pub ratings: Vec<RatingCount>,
    /// Open flags by severity, all severities named.
    pub open_flags: Vec<Count>,
    /// Verdicts by reviewer.
    pub reviewers: Vec<Count>,
}
