//! What roles are for. The desk believes who it is told acts; what it holds to
//! is that a checker's name stands under no editor's act.

use super::{DeskError, Result};
use crate::model::people::{Reviewer, Role};

/// Refuses a checker what only editors do; `what` ends the sentence “only an
/// editor may …”.
pub(super) fn editor_only(actor: &Reviewer, what: &'static str) -> Result<()> {
    match actor.role {
        Role::Editor => Ok(()),
        Role::Checker => Err(DeskError::NotAllowed {
            who: actor.handle.to_string(),
            what,
        }),
    }
}
