//! Where a reviewer was in an article, so that the next review begins there.
//!
//! It is kept in the user's folder for state and not on the desk: to look at a claim
//! is no act, and must leave no line in the history, nor make a desk that others work
//! on change each time somebody presses a key. An article and a reviewer are named by
//! their UUIDs, which no other desk has, and the claim as well, so that a desk that was
//! moved, restored or merged is still known. Where nothing can be kept or read,
//! nothing is lost but the place: the review begins at what is left to do.

use std::fs;
use std::path::PathBuf;

use uuid::Uuid;

use crate::cli::context::Context;
use crate::cli::files;
use crate::desk::Walkthrough;
use crate::model::ids::ClaimId;

/// The place of one reviewer in one article.
pub(super) struct Bookmark {
    file: Option<PathBuf>,
    kept: Option<ClaimId>,
}

impl Bookmark {
    /// The place in the article that is gone through.
    pub(super) fn of(walk: &Walkthrough, context: &Context) -> Self {
        let name = format!("{}-{}", walk.article.uuid, walk.reviewer.uuid);
        let file = context.state_folder();
        let file = file.map(|folder| folder.join("review").join(name));
        let kept = file.as_ref().and_then(|file| fs::read_to_string(file).ok());
        let uuid = kept.and_then(|kept| kept.trim().parse::<Uuid>().ok());
        let mut claims = walk.claims.iter();
        let claim = claims.find(|claim| Some(claim.uuid) == uuid);
        Self {
            file,
            kept: claim.map(|claim| claim.id),
        }
    }

    /// The claim where the reviewer was.
    pub(super) fn claim(&self) -> Option<ClaimId> {
        self.kept
    }

    /// Keeps where the reviewer is, unless that is known.
    pub(super) fn keep(&mut self, walk: &Walkthrough, claim: Option<ClaimId>) {
        let there = walk.claims.iter().find(|one| Some(one.id) == claim);
        let (Some(file), Some(there)) = (&self.file, there) else {
            return;
        };
        if self.kept == claim {
            return;
        }
        self.kept = claim;
        // A place that can't be kept is found again by hand.
        let place = format!("{}\n", there.uuid);
        let _ = files::write_whole_in_folder(file, place.as_bytes());
    }
}
