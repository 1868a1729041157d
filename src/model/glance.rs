//! A claim at a glance: what a list of claims that are like another shows of
//! each.

use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::ids::{ArticleId, ClaimId};
use super::scale::Tone;

/// A claim, what was found of it, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Glance {
    /// The claim's number on this desk.
    pub claim: ClaimId,
    /// The claim's identity across desks.
    pub id: Uuid,
    /// What it says.
    pub statement: String,
    /// Its rating, where it has one that may be seen.
    pub rating: Option<String>,
    /// The rating for people.
    pub rating_label: Option<String>,
    /// What sort of rating it is.
    #[serde(skip)]
    pub rating_tone: Option<Tone>,
    /// The article it is from.
    pub article: Option<ArticleId>,
    /// The day of its ruling in UTC, else that on which its check was published.
    pub date: Option<String>,
}
