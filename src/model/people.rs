//! Reviewers and claimants.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::ids::ReviewerId;
use super::words::closed_set;

closed_set! {
    /// What a reviewer may do on the desk.
    Role, "role" {
        /// Checks claims.
        Checker = "checker",
        /// Checks claims and signs off other people's verdicts.
        Editor = "editor",
    }
}

/// A reviewer's short name: 1 to 32 lower-case letters, digits, `-`, `_` or
/// `.`, starting with a letter or digit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Handle(String);

/// A text that can't be a handle.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” can't be a handle; use 1 to 32 lower-case letters, digits, “-”, “_” or “.”, such as ana.ruiz"
)]
pub struct NotAHandle(pub String);

impl Handle {
    /// The handle as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Handle {
    type Err = NotAHandle;
    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let fits = (1..=32).contains(&given.len())
            && given.starts_with(word)
            && given.chars().all(|c| word(c) || "-_.".contains(c));
        if fits {
            Ok(Self(given.to_owned()))
        } else {
            Err(NotAHandle(given.to_owned()))
        }
    }
}

impl<'de> serde::Deserialize<'de> for Handle {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let given = String::deserialize(from)?;
        given.parse().map_err(serde::de::Error::custom)
    }
}

impl std::fmt::Display for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

/// A person on the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reviewer {
    /// Row on this desk.
    pub id: ReviewerId,
    /// Identity across desks.
    pub uuid: Uuid,
    /// Short name, unique on the desk.
    pub handle: Handle,
    /// Full name.
    pub name: String,
    /// What the person may do.
    pub role: Role,
    /// When the person was added.
    pub created_at: DateTime<Utc>,
}

/// What is to change about a person; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct ReviewerEdit {
    /// Full name.
    pub name: Option<String>,
    /// What the person may do.
    pub role: Option<Role>,
}

/// A person to be added.
#[derive(Debug, Clone)]
pub struct NewReviewer {
    /// Short name, unique on the desk.
    pub handle: Handle,
    /// Full name.
    pub name: String,
    /// What the person may do.
    pub role: Role,
}
