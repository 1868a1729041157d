//! Ids: a short integer on this desk, a `UUIDv7` across desks.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::{NoContext, Timestamp, Uuid};

/// A text that was to name a thing by its number and is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a number; things on the desk are named by the number that lists show")]
pub struct NotANumber(pub String);

macro_rules! id {
    ($(#[$meta:meta] $name:ident;)+) => {$(
        #[$meta]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = NotANumber;
            fn from_str(given: &str) -> Result<Self, Self::Err> {
                given.parse().map(Self).map_err(|_| NotANumber(given.to_owned()))
            }
        }
    )+};
}

id! {
    /// An article's number on this desk.
    ArticleId;
    /// A revision's row; people see its number within the article.
    RevisionId;
    /// A claim's number on this desk.
    ClaimId;
    /// A reviewer's row; people see the handle.
    ReviewerId;
    /// A scale's row; people see the slug.
    ScaleId;
    /// A rating's row; people see the slug.
    RatingId;
    /// A verdict's number on this desk.
    VerdictId;
    /// A source's number on this desk.
    SourceId;
    /// A snapshot's number on this desk.
    SnapshotId;
    /// A piece of evidence's number on this desk.
    EvidenceId;
    /// A flag's number on this desk.
    FlagId;
    /// A note's number on this desk.
    NoteId;
    /// A ruling's number on this desk.
    RulingId;
    /// A comment's number on this desk.
    CommentId;
    /// A reply's number on this desk.
    ReplyId;
}

/// A new `UUIDv7` that carries the time of the act it belongs to.
pub fn uuid_at(at: DateTime<Utc>) -> Uuid {
    let seconds = u64::try_from(at.timestamp()).unwrap_or_default();
    Uuid::new_v7(Timestamp::from_unix(
        NoContext,
        seconds,
        at.timestamp_subsec_nanos(),
    ))
}

/// A new `UUIDv7` if it is greater than `latest`, else the next greater one than
/// that (RFC 9562, section 6.2, method 2): the order of such identities is that in
/// which they were given, even when the clock was set back in between.
pub fn uuid_after(new: Uuid, latest: Option<Uuid>) -> Uuid {
    match latest {
        Some(latest) if latest >= new => Uuid::from_u128(latest.as_u128().wrapping_add(1)),
        _ => new,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_identity_is_greater_though_the_clock_was_set_back() {
        let noon = DateTime::UNIX_EPOCH + chrono::TimeDelta::hours(12);
        let mut latest = None;
        for at in [noon, noon, noon - chrono::TimeDelta::hours(1), noon] {
            let next = uuid_after(uuid_at(at), latest);
            assert!(Some(next) > latest, "{at}");
            assert!(Some(next.to_string()) > latest.map(|uuid: Uuid| uuid.to_string()));
            latest = Some(next);
        }
    }
}
