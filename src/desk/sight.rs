//! Who looks at the desk, and what that lets them see.

use super::settings::is_blind;
use super::transact::reviewer_named;
use super::{Desk, Result};
use crate::model::people::{Handle, Reviewer, Role};
use crate::store::{Reader, Setting, Sight};

impl Desk {
    /// The desk as somebody sees it; as its default reviewer, when nobody is
    /// named.
    #[must_use]
    pub fn seen_by(self, viewer: Option<Handle>) -> Self {
        Self { viewer, ..self }
    }

    /// Whether who looks may have others' verdicts hidden from them.
    pub fn is_blind(&self) -> Result<bool> {
        self.look(|reader| Ok(reader.sight() != Sight::All))
    }
}

/// What a reviewer may see: an editor everything, a checker on a blind desk
/// others' verdicts only beside their own.
pub(super) fn sight_of(reader: &Reader<'_>, reviewer: Option<&Reviewer>) -> Result<Sight> {
    let sees_all = reviewer.is_some_and(|reviewer| reviewer.role == Role::Editor);
    if sees_all || !is_blind(reader)? {
        return Ok(Sight::All);
    }
    Ok(Sight::Blind(reviewer.map(|reviewer| reviewer.id)))
}

/// What the person of that handle may see, or the desk's default reviewer.
pub(super) fn sight_of_viewer(reader: &Reader<'_>, viewer: Option<&Handle>) -> Result<Sight> {
    // Who looks matters on a blind desk only, and need not be known elsewhere.
    if !is_blind(reader)? {
        return Ok(Sight::All);
    }
    let handle = match viewer {
        Some(handle) => Some(handle.to_string()),
        None => reader.setting(Setting::DefaultReviewer)?,
    };
    let reviewer = handle
        .map(|handle| reviewer_named(reader, &handle))
        .transpose()?;
    sight_of(reader, reviewer.as_ref())
}
