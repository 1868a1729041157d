//! Reviewers.

use std::collections::HashMap;

use super::names::not_blank;
use super::permissions::editor_only;
use super::transact::{Act, Done, event, reviewer_named, state};
use super::{Desk, DeskError, Result};
use crate::model::event::{Action, SubjectKind};
use crate::model::people::{Handle, NewReviewer, Reviewer, ReviewerEdit, Role};
use crate::store::{Reader, Setting};

/// Whether nobody else on the desk is an editor.
fn is_last_editor(reader: &Reader<'_>, reviewer: &Reviewer) -> Result<bool> {
    let reviewers = reader.reviewers()?;
    let mut editors = reviewers.iter().filter(|one| one.role == Role::Editor);
    Ok(editors.all(|editor| editor.id == reviewer.id))
}

/// How readers know people, by their handles.
pub(super) fn names(reader: &Reader<'_>) -> Result<HashMap<String, String>> {
    let reviewers = reader.reviewers()?.into_iter();
    Ok(reviewers
        .map(|one| (one.handle.to_string(), one.name))
        .collect())
}

impl Desk {
    /// Adds a reviewer whose handle is free. Editors only.
    pub fn add_reviewer(&mut self, act: &Act, new: &NewReviewer) -> Result<Reviewer> {
        not_blank("the reviewer's name", &new.name)?;
        self.transact(act, |change| {
            editor_only(&change.actor, "add a person to the desk")?;
            if change.writer.reviewer(new.handle.as_str())?.is_some() {
                return Err(DeskError::Exists {
                    what: "reviewer",
                    name: new.handle.to_string(),
                });
            }
            let reviewer = change
                .writer
                .insert_reviewer(new, change.uuid(), change.at)?;
            let event = event(
                Action::ReviewerAdd,
                SubjectKind::Reviewer,
                reviewer.id.0,
                reviewer.uuid,
            )
            .after(state(&reviewer)?);
            Ok(Done::with(reviewer, event))
        })
    }

    /// Changes a reviewer's name or role. Editors only, of whom one must be
    /// left.
    pub fn edit_reviewer(
        &mut self,
        act: &Act,
        handle: &Handle,
        edit: &ReviewerEdit,
    ) -> Result<Reviewer> {
        self.transact(act, |change| {
            editor_only(&change.actor, "change a person on the desk")?;
            let writer = change.writer;
            let before = reviewer_named(writer, handle.as_str())?;
            let name = match &edit.name {
                Some(name) => not_blank("the reviewer's name", name)?,
                None => &before.name,
            };
            let role = edit.role.unwrap_or(before.role);
            if role != Role::Editor && is_last_editor(writer, &before)? {
                return Err(DeskError::NotNow(format!(
                    "{handle} is the last editor on this desk and can't become a {role}; make somebody else an editor first"
                )));
            }
            writer.update_reviewer(before.id, name, role)?;
            let after = reviewer_named(writer, handle.as_str())?;
            let event = event(
                Action::ReviewerEdit,
                SubjectKind::Reviewer,
                after.id.0,
                after.uuid,
            )
            .before(state(&before)?)
            .after(state(&after)?);
            Ok(Done::when(after != before, after, event))
        })
    }

    /// Every reviewer, by handle.
    pub fn reviewers(&self) -> Result<Vec<Reviewer>> {
        self.look(|reader| Ok(reader.reviewers()?))
    }

    /// Who acts when nobody is named.
    pub fn default_reviewer(&self) -> Result<Option<Handle>> {
        let handle = self.look(|reader| Ok(reader.setting(Setting::DefaultReviewer)?))?;
        Ok(handle.and_then(|handle| handle.parse().ok()))
    }
}
