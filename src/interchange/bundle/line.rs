//! Lines of the chain as a bundle has them.

use serde::{Deserialize, Serialize};

use crate::identity::{content_hash, link_problem};
use crate::model::event::StoredEvent;

/// One line of the history: in full, or with the hash of what it says alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Line {
    /// With what it says.
    Told(StoredEvent),
    /// Without.
    Hidden {
        /// Line number.
        id: i64,
        /// Hash of the line before.
        previous_hash: String,
        /// The hash of what it says.
        content: String,
        /// Hash of this line.
        hash: String,
    },
}

impl Line {
    /// The line of an event, without what it says.
    pub fn hidden(event: &StoredEvent) -> Self {
        Self::Hidden {
            id: event.id,
            previous_hash: event.previous_hash.clone(),
            content: content_hash(event),
            hash: event.hash.clone(),
        }
    }

    /// What it says, where it is told.
    pub fn told(&self) -> Option<&StoredEvent> {
        match self {
            Self::Told(event) => Some(event),
            Self::Hidden { .. } => None,
        }
    }

    /// Its hash.
    pub fn hash(&self) -> &str {
        match self {
            Self::Told(event) => &event.hash,
            Self::Hidden { hash, .. } => hash,
        }
    }

    /// What is wrong with it where a line `expected` with `head` before it should
    /// stand, when something is.
    pub(super) fn problem(&self, expected: i64, head: &str) -> Option<String> {
        let (told, content) = match self {
            Self::Told(event) => (
                (event.id, &event.previous_hash, &event.hash),
                &content_hash(event),
            ),
            Self::Hidden {
                id,
                previous_hash,
                content,
                hash,
            } => ((*id, previous_hash, hash), content),
        };
        link_problem((told.0, told.1, told.2), (expected, head), content)
    }
}
