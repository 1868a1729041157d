//! Reviewers.

use super::names::not_blank;
use super::transact::{Act, Done, event, state};
use super::{Desk, DeskError, Result};
use crate::model::event::{Action, SubjectKind};
use crate::model::people::{Handle, NewReviewer, Reviewer};
use crate::store::Setting;

impl Desk {
    /// Adds a reviewer whose handle is free.
    pub fn add_reviewer(&mut self, act: &Act, new: &NewReviewer) -> Result<Reviewer> {
        not_blank("the reviewer's name", &new.name)?;
        self.transact(act, |change| {
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
