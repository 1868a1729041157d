//! Snapshots: the bytes of a source as they were when it was consulted, and
//! whether what is quoted of it stands there.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::ids::{ClaimId, EvidenceId, SnapshotId, SourceId};
use super::revision::Piece;
use super::text::Page;
use super::words::closed_set;

/// A snapshot as `source show` lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Snapshot {
    /// Number on this desk.
    pub id: SnapshotId,
    /// Identity across desks.
    pub uuid: Uuid,
    /// What it is a snapshot of.
    pub source: SourceId,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// How many bytes it has.
    pub size: u64,
    /// Media type of the bytes.
    pub media_type: String,
    /// Code points of the text that can be read from it; none where none can.
    pub characters: Option<u64>,
    /// Name of the file it came as.
    pub file_name: Option<String>,
    /// The address that it was fetched from, after all redirects.
    pub url: Option<String>,
    /// What the server answered, as an HTTP status.
    pub status: Option<u16>,
    /// The headers of the server's answer, names in small letters.
    pub headers: Option<BTreeMap<String, String>>,
    /// When the source was as it shows it.
    pub taken_at: DateTime<Utc>,
    /// Handle of who kept it.
    pub reviewer: String,
}

/// A snapshot to be kept.
#[derive(Debug, Clone)]
pub struct NewSnapshot<'b> {
    /// The bytes as they came.
    pub bytes: &'b [u8],
    /// Media type of the bytes.
    pub media_type: String,
    /// All the text that can be read from them.
    pub text: Option<String>,
    /// The pages of that text.
    pub pages: Vec<Page>,
    /// SHA-256 of what the source says, by which snapshots are compared.
    pub content_sha256: String,
    /// The web addresses that it gives there, as sources are recognised by them.
    pub links: Vec<String>,
    /// Name of the file it came as.
    pub file_name: Option<String>,
    /// The address that it was fetched from, after all redirects.
    pub url: Option<String>,
    /// What the server answered.
    pub status: Option<u16>,
    /// The headers of the server's answer.
    pub headers: Option<BTreeMap<String, String>>,
    /// When the source was as it shows it.
    pub taken_at: DateTime<Utc>,
}

/// The text of a snapshot, with its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnapshotText {
    /// The snapshot.
    pub snapshot: SnapshotId,
    /// All that was read from it.
    pub text: String,
    /// Its pages; none where it has none.
    pub pages: Vec<Page>,
}

closed_set! {
    /// Whether a quote stands in a snapshot.
    Finding, "finding" {
        /// Its words do, whatever their typography.
        Found = "found",
        /// Words like them do.
        Approximate = "approximate",
        /// Neither do.
        NotFound = "not-found",
    }
}

/// Where a quote stands in a snapshot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct QuoteFinding {
    /// The snapshot.
    pub snapshot: SnapshotId,
    /// Whether it stands there.
    pub finding: Finding,
    /// Where it begins, in code points of the snapshot's text.
    pub start: Option<usize>,
    /// Where it ends, in code points of the snapshot's text.
    pub end: Option<usize>,
    /// The page on which it begins.
    pub page: Option<u32>,
    /// The words that stand there.
    pub words: Option<String>,
    /// How like the quote these are, up to 1.
    pub likeness: Option<f64>,
    /// Figures of the quote that do not stand there.
    pub figures: Vec<String>,
    /// The quote with what was edited of it, where only words like it stand
    /// there.
    #[serde(default, skip_deserializing)]
    pub diff: Vec<Piece>,
}

closed_set! {
    /// What has become of a passage since it was quoted.
    PassageState, "state of a passage" {
        /// It stands there, with every figure that the claim shares with it.
        Unchanged = "unchanged",
        /// Words like it do, or some of those figures do not.
        Drifted = "drifted",
        /// It does not stand there.
        Missing = "missing",
        /// It stands in no snapshot of its source, and never did.
        NeverFound = "never-found",
        /// Its source has no snapshot with a text.
        NoSnapshot = "no-snapshot",
    }
}

/// A quoted passage, held against the latest snapshot of its source.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PassageChecked {
    /// The piece of evidence.
    pub evidence: EvidenceId,
    /// The claim it bears on.
    pub claim: ClaimId,
    /// The source it is taken from.
    pub source: SourceId,
    /// The source's name for people.
    pub source_name: String,
    /// The passage as it is quoted.
    pub quote: String,
    /// What has become of it.
    pub state: PassageState,
    /// Where it stands now, or what stands there.
    pub found: Option<QuoteFinding>,
    /// Figures that the claim shares with the quote and that the passage no
    /// longer has.
    pub lost_figures: Vec<String>,
}
