//! Links between claims that say the same, and what the earlier check found.

use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::Serialize;

use super::claim::Claim;
use super::ids::{ArticleId, ClaimId};
use super::scale::Tone;

/// That somebody found a claim to say what an earlier one says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Link {
    /// The claim.
    pub claim: ClaimId,
    /// The one that was checked before.
    pub earlier: ClaimId,
    /// Handle of who found it.
    pub reviewer: String,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// A claim at the other end of a link, with what was found of it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Linked {
    /// Its number on this desk.
    pub claim: ClaimId,
    /// What it says.
    pub statement: String,
    /// The article it is from.
    pub article: Option<ArticleId>,
    /// Its rating, where it has one that may be seen.
    pub rating: Option<String>,
    /// The rating for people.
    pub rating_label: Option<String>,
    /// What sort of rating it is.
    pub rating_tone: Option<Tone>,
    /// The day of its ruling, in UTC.
    pub date: Option<NaiveDate>,
    /// Handle of who linked them.
    pub linked_by: String,
    /// When they were linked.
    pub linked_at: DateTime<Utc>,
}

impl Linked {
    /// A claim at the other end of a link.
    pub fn by(link: Link, other: Claim) -> Self {
        Self {
            claim: other.id,
            statement: other.statement,
            article: other.article,
            rating: other.rating,
            rating_label: other.rating_label,
            rating_tone: other.rating_tone,
            date: other.decided_at.map(|at| at.date_naive()),
            linked_by: link.reviewer,
            linked_at: link.created_at,
        }
    }
}
