//! What somebody may see of others' verdicts: on a blind desk, nothing on a
//! claim until their own verdict is in, or the ruling is public.
//!
//! The condition is part of the queries, so that nothing that is hidden can be
//! filtered by, counted or exported either.

use super::{Reader, Writer};
use crate::model::ids::ReviewerId;

/// Who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Somebody who may see everything.
    All,
    /// Somebody who sees others' verdicts only beside their own; nobody known
    /// to the desk, when there is no reviewer.
    Blind(Option<ReviewerId>),
}

impl Sight {
    /// The value of `:viewer` in [`VISIBLE`]: null for who sees everything.
    pub(super) fn viewer(self) -> Option<i64> {
        match self {
            Self::All => None,
            Self::Blind(viewer) => Some(viewer.map_or(-1, |id| id.0)),
        }
    }
}

/// That the verdicts and rulings on a claim `c` may be seen by `:viewer`. A
/// verdict that was taken back is not in.
pub(super) const VISIBLE: &str = "(:viewer IS NULL OR c.state = 'published' OR EXISTS (
        SELECT 1 FROM kept_verdicts mine WHERE mine.claim_id = c.id AND mine.reviewer_id = :viewer))";

/// That others have given verdicts on a claim `c` that `:viewer` may not see.
const HIDDEN: &str = "(NOT {visible} AND EXISTS (
        SELECT 1 FROM verdicts theirs WHERE theirs.claim_id = c.id AND theirs.reviewer_id <> :viewer))";

/// A query with the conditions that stand in it as `{visible}` and `{hidden}`.
pub(super) fn seen(sql: &str) -> String {
    sql.replace("{hidden}", HIDDEN)
        .replace("{visible}", VISIBLE)
}

impl Reader<'_> {
    /// Who looks.
    pub fn sight(&self) -> Sight {
        self.sight
    }

    /// The same view of the desk, as somebody else sees it.
    #[must_use]
    pub fn seen_with(&self, sight: Sight) -> Reader<'_> {
        Reader {
            connection: self.connection,
            sight,
        }
    }
}

impl Writer<'_> {
    /// The same change under way, as somebody else sees the desk.
    #[must_use]
    pub fn seen_with(&self, sight: Sight) -> Writer<'_> {
        Writer {
            reader: self.reader.seen_with(sight),
        }
    }
}
