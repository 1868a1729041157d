//! Where a check was published, and where its claim was made, for claims that
//! come from files.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::Serialize;

use super::edtf::EdtfDate;
use super::words::closed_set;

closed_set! {
    /// What an import did to a claim.
    RecordOutcome, "outcome of a record" {
        /// It came onto the desk.
        Added = "added",
        /// Something about it changed.
        Updated = "updated",
    }
}

/// The page that the check of a claim was published on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Publication {
    /// Its address.
    pub url: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// When it was published.
    pub published: Option<EdtfDate>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Address of who published it.
    pub publisher_url: Option<String>,
    /// What the page itself calls the rating.
    pub rating_label: Option<String>,
}

/// A place where a claim was made, as a file says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Appearance {
    /// Its address.
    pub url: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The words that were quoted from it.
    pub quote: Option<String>,
    /// Where they begin in it, in Unicode code points.
    pub start: Option<usize>,
    /// Where they end in it, exclusive.
    pub end: Option<usize>,
}

/// The file that a claim came from, or that changed something about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ImportOf {
    /// Number of the import on this desk.
    pub import: i64,
    /// Name of the file; none for standard input.
    pub file_name: Option<String>,
    /// Its format.
    pub format: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Which of its records it was, from 1.
    pub record: u64,
    /// What it did.
    pub outcome: RecordOutcome,
    /// Handle of who imported it.
    pub reviewer: String,
    /// When.
    pub at: DateTime<Utc>,
}
