//! Sources looked at again on the web.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::Serialize;

use super::ids::{ClaimId, SnapshotId, SourceId};
use super::words::closed_set;

closed_set! {
    /// What has become of a source on the web.
    CheckOutcome, "outcome of a check" {
        /// There is nothing to compare it with: it was kept as its first
        /// snapshot.
        First = "first",
        /// It says what it said.
        Unchanged = "unchanged",
        /// It says something else, which was kept as a snapshot.
        Changed = "changed",
        /// It says what it said, at another address for good.
        Moved = "moved",
        /// It is no longer there.
        Gone = "gone",
        /// It could not be asked; it may be there another time.
        Unreachable = "unreachable",
    }
}

/// What a check of a source found.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SourceCheck {
    /// The source.
    pub source: SourceId,
    /// What has become of it.
    pub outcome: CheckOutcome,
    /// What the server answered, as an HTTP status.
    pub status: Option<u16>,
    /// The address that answered, after all redirects.
    pub url: Option<String>,
    /// How like what it says is to its latest snapshot, from 0 to 1.
    pub likeness: Option<f64>,
    /// Why it could not be asked.
    pub problem: Option<String>,
    /// When it was asked.
    pub checked_at: DateTime<Utc>,
}

/// A source that was checked, with what was kept of it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SourceChecked {
    /// What was found.
    #[serde(flatten)]
    pub check: SourceCheck,
    /// The source's name for people.
    pub source_name: String,
    /// The snapshot that was kept.
    pub snapshot: Option<SnapshotId>,
    /// Claims whose verdicts are in doubt since then.
    pub in_doubt: Vec<ClaimId>,
}
