//! Counts over a desk or one article.

use schemars::JsonSchema;
use serde::Serialize;

use super::coverage::Covered;
use super::ids::ArticleId;
use super::scale::Tone;

/// How many of something there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Count {
    /// Of what: a state, a severity, a handle.
    pub name: String,
    /// How many.
    pub count: u32,
}

/// How many claims have a rating.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Stats {
    /// Articles on the desk.
    pub articles: u32,
    /// Claims that are not dismissed.
    pub claims: u32,
    /// Claims of those with a verdict.
    pub judged: u32,
    /// Claims of those whose rating rests on what has changed since.
    pub stale: u32,
    /// Verdicts ever given.
    pub verdicts: u32,
    /// Sources.
    pub sources: u32,
    /// Pieces of evidence.
    pub evidence: u32,
    /// What of the latest revisions has been looked at, where it was asked for.
    pub coverage: Option<Covered>,
    /// Claims by state, all states named.
    pub states: Vec<Count>,
    /// Claims by their current rating, from best to worst.
    pub ratings: Vec<RatingCount>,
    /// Open flags by severity, all severities named.
    pub open_flags: Vec<Count>,
    /// What each reviewer has done and has to do.
    pub reviewers: Vec<ReviewerCount>,
    /// What each article has come to.
    pub by_article: Vec<ArticleCount>,
    /// Median days from a claim's arrival on the desk to its ruling, over the
    /// claims that have one.
    pub days_to_decision: Option<f64>,
}

/// What a reviewer has done and has to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReviewerCount {
    /// Handle.
    pub name: String,
    /// Verdicts ever given.
    pub count: u32,
    /// Claims that they have and have not judged.
    pub assigned: u32,
    /// Claims of those that were due before today.
    pub overdue: u32,
    /// Sign-offs, returns, publications and corrections.
    pub rulings: u32,
}

/// What an article has come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ArticleCount {
    /// Its number on this desk.
    pub article: ArticleId,
    /// Its title.
    pub title: String,
    /// Claims that are not dismissed.
    pub claims: u32,
    /// Claims of those without a verdict.
    pub open: u32,
    /// Claims of those with a verdict and no ruling.
    pub in_review: u32,
    /// Claims of those with a ruling that is not public.
    pub decided: u32,
    /// Claims of those with a public ruling.
    pub published: u32,
    /// Claims whose rating rests on what has changed since.
    pub stale: u32,
    /// Open flags of high severity.
    pub high_flags: u32,
}

impl ArticleCount {
    /// What of it keeps the article from being published whatever the house
    /// rules: claims without a ruling, stale ones, open flags of high severity.
    pub fn blocking(&self) -> u32 {
        self.open + self.in_review + self.stale + self.high_flags
    }
}
