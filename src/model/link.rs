//! Links between claims that say the same.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::Serialize;

use super::glance::Glance;
use super::ids::ClaimId;

/// That somebody found a claim to say what an earlier one says.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Linked {
    /// The claim.
    #[serde(flatten)]
    pub of: Glance,
    /// Handle of who linked them.
    pub linked_by: String,
    /// When they were linked.
    pub linked_at: DateTime<Utc>,
}
