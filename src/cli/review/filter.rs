//! Which claims of the article one goes through.

use crate::desk::Walkthrough;
use crate::model::claim::{Claim, ClaimState};
use crate::model::ids::ClaimId;

/// Some of the claims of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Filter {
    /// All that are not dismissed.
    #[default]
    All,
    /// Those that the reviewer still has something to do about.
    Left,
    /// Those that the reviewer has.
    Mine,
    /// Those that nobody has decided on.
    Offered,
    /// Those that wait for a verdict.
    ToCheck,
    /// Those that have a verdict.
    Judged,
    /// Those on whose words a flag is open.
    Flagged,
    /// Those whose rating rests on what has changed since.
    Stale,
    /// Those that nobody will check.
    Dismissed,
}

impl Filter {
    pub(super) const ALL: [Self; 9] = [
        Self::All,
        Self::Left,
        Self::Mine,
        Self::Offered,
        Self::ToCheck,
        Self::Judged,
        Self::Flagged,
        Self::Stale,
        Self::Dismissed,
    ];

    /// What it lets through, for people.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::All => "all claims but dismissed ones",
            Self::Left => "what is left to do",
            Self::Mine => "mine",
            Self::Offered => "offered, and nobody has decided",
            Self::ToCheck => "to check",
            Self::Judged => "judged",
            Self::Flagged => "flagged",
            Self::Stale => "stale",
            Self::Dismissed => "dismissed",
        }
    }

    /// One that lets a claim through, whatever became of it.
    pub(super) fn of(id: ClaimId, walk: &Walkthrough) -> Self {
        let claim = walk.claims.iter().find(|claim| claim.id == id);
        match claim.map(|claim| claim.state) {
            Some(ClaimState::Dismissed) => Self::Dismissed,
            _ => Self::All,
        }
    }

    /// Whether it lets a claim through.
    pub(super) fn lets_through(self, claim: &Claim, walk: &Walkthrough) -> bool {
        let me = walk.reviewer.handle.as_str();
        match self {
            Self::All => claim.state != ClaimState::Dismissed,
            Self::Left => walk.is_left(claim),
            Self::Mine => claim.assigned.iter().any(|one| one.reviewer == me),
            Self::Offered => claim.state == ClaimState::Extracted,
            Self::ToCheck => claim.state == ClaimState::ToCheck,
            Self::Judged => !claim.state.is_open() && claim.state != ClaimState::Dismissed,
            Self::Flagged => walk.flags_on(claim).next().is_some(),
            Self::Stale => claim.stale,
            Self::Dismissed => claim.state == ClaimState::Dismissed,
        }
    }
}
