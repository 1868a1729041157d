//! What bibliographies say of sources, and what becomes of an entry that is
//! taken over from one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::words::closed_set;

closed_set! {
    /// What became of an entry of a file of references.
    ImportOutcome, "outcome of an import" {
        /// It is a new source.
        Added = "added",
        /// The desk had the source already, and left it as it was.
        Existed = "existed",
        /// It describes no source.
        Skipped = "skipped",
    }
}

/// What a bibliography says of a source that has no place of its own among its
/// details: the journal, volume, pages, editors. The names are those of the
/// variables of CSL 1.0.2, appendix IV, the values as CSL-JSON has them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Bibliography(pub Map<String, Value>);

impl Bibliography {
    /// Nothing at all is no bibliography.
    pub fn filled(self) -> Option<Self> {
        (!self.0.is_empty()).then_some(self)
    }

    /// What is said here, and what only the other says.
    #[must_use]
    pub(super) fn or(self, other: Self) -> Self {
        let mut all = other.0;
        all.extend(self.0);
        Self(all)
    }
}

impl std::fmt::Display for Bibliography {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Value::Object(self.0.clone()).fmt(f)
    }
}
