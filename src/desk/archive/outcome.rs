//! What came of taking an archive in.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::model::words::closed_set;

closed_set! {
    /// What stands where two desks say different things.
    Stands, "side" {
        /// What this desk says.
        Here = "here",
        /// What the archive says.
        There = "there",
    }
}

/// So many conflicts are listed; of more, how many more there are.
pub(super) const MOST_CONFLICTS: usize = 1000;

/// What came of merging an archive into a desk.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct ArchiveMerged {
    /// The desk that the archive is of: the UUID of the first line of its history.
    pub desk: String,
    /// What that desk is called, if it is.
    pub title: Option<String>,
    /// Whether anything was stored.
    pub stored: bool,
    /// Things that came onto the desk.
    pub added: u64,
    /// Things about which something changed.
    pub updated: u64,
    /// Things that were taken off the desk.
    pub removed: u64,
    /// Things about which nothing changed.
    pub unchanged: u64,
    /// The same by kind, without kinds of which nothing came.
    pub kinds: Vec<KindMerged>,
    /// Lines of other desks' histories that were not known.
    pub events: u64,
    /// What the two desks had made of a thing apart, and what stands now.
    pub conflicts: Vec<MergeConflict>,
    /// How many more conflicts there are than are listed.
    pub conflicts_left_out: u64,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

/// What came of the things of one kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct KindMerged {
    /// The kind, as archives call it.
    pub kind: String,
    /// Those that came onto the desk.
    pub added: u64,
    /// Those about which something changed.
    pub updated: u64,
    /// Those that were taken off the desk.
    pub removed: u64,
    /// Those about which nothing changed.
    pub unchanged: u64,
}

/// A thing that two desks had made different things of.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MergeConflict {
    /// What kind of thing, as archives call it.
    pub kind: String,
    /// What it is called on this desk, such as `claim 12`.
    pub name: String,
    /// Its identity on every desk, where it has one.
    pub uuid: Option<String>,
    /// The fields that differ.
    pub fields: Vec<String>,
    /// What this desk said.
    pub here: Value,
    /// What the archive says.
    pub there: Value,
    /// What stands.
    pub stands: Stands,
    /// Why that stands.
    pub because: String,
}

impl ArchiveMerged {
    pub(super) fn of(&mut self, kind: &str) -> &mut KindMerged {
        let known = self.kinds.iter().position(|known| known.kind == kind);
        let at = known.unwrap_or(self.kinds.len());
        if known.is_none() {
            self.kinds.push(KindMerged {
                kind: kind.to_owned(),
                ..KindMerged::default()
            });
        }
        &mut self.kinds[at]
    }

    pub(super) fn add(&mut self, conflict: MergeConflict) {
        if self.conflicts.len() < MOST_CONFLICTS {
            self.conflicts.push(conflict);
        } else {
            self.conflicts_left_out += 1;
        }
    }

    pub(super) fn sum_up(&mut self) {
        for kind in &self.kinds {
            self.added += kind.added;
            self.updated += kind.updated;
            self.removed += kind.removed;
            self.unchanged += kind.unchanged;
        }
    }
}
