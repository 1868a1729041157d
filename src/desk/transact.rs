//! The one door through which a desk is changed, and the one through which it
//! is read.

use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;

use super::sight::{sight_of, sight_of_viewer};
use super::{Desk, DeskError, Result};
use crate::model::event::{Action, NewEvent, SubjectKind};
use crate::model::ids::uuid_at;
use crate::model::people::{Handle, Reviewer};
use crate::store::{End, Reader, Setting, StoreError, Writer};

/// Who acts, and when.
#[derive(Debug, Clone)]
pub struct Act {
    /// Handle of the reviewer; the desk's default when there is none.
    pub actor: Option<Handle>,
    /// The time of the act.
    pub at: DateTime<Utc>,
}

/// A change under way: where to write, who acts and when.
pub(super) struct Change<'w> {
    pub(super) writer: &'w Writer<'w>,
    pub(super) actor: Reviewer,
    pub(super) at: DateTime<Utc>,
}

impl Change<'_> {
    /// The same change, seen with other eyes.
    pub(super) fn through<'w>(&self, writer: &'w Writer<'w>) -> Change<'w> {
        Change {
            writer,
            actor: self.actor.clone(),
            at: self.at,
        }
    }

    /// A new identity that carries the time of the act.
    pub(super) fn uuid(&self) -> Uuid {
        uuid_at(self.at)
    }
}

/// What a change gives back, and the events that tell of it; none when
/// nothing turned out to need changing.
pub(super) struct Done<T> {
    pub(super) value: T,
    pub(super) events: Vec<NewEvent>,
}

impl<T> Done<T> {
    pub(super) fn with(value: T, event: NewEvent) -> Self {
        Self {
            value,
            events: vec![event],
        }
    }

    /// Nothing turned out to need changing.
    pub(super) fn unchanged(value: T) -> Self {
        Self {
            value,
            events: Vec::new(),
        }
    }

    /// With its event where something changed.
    pub(super) fn when(changed: bool, value: T, event: NewEvent) -> Self {
        if changed {
            Self::with(value, event)
        } else {
            Self::unchanged(value)
        }
    }
}

/// The event that says that `action` was done to a thing.
pub(super) fn event(action: Action, kind: SubjectKind, id: i64, uuid: Uuid) -> NewEvent {
    NewEvent {
        action,
        kind,
        id,
        uuid: Some(uuid),
        before: None,
        after: None,
    }
}

impl NewEvent {
    /// The event with the state before the change.
    pub(super) fn before(mut self, value: Value) -> Self {
        self.before = Some(value);
        self
    }

    /// The event with the state after the change.
    pub(super) fn after(mut self, value: Value) -> Self {
        self.after = Some(value);
        self
    }
}

/// A value as an event keeps it.
pub(super) fn state<T: serde::Serialize>(value: &T) -> Result<Value> {
    serde_json::to_value(value).map_err(|error| DeskError::Invalid(error.to_string()))
}

impl Desk {
    /// Makes one change and writes its events, all or nothing. A change
    /// without an event leaves no trace.
    pub(super) fn transact<T>(
        &mut self,
        act: &Act,
        change: impl FnOnce(&Change<'_>) -> Result<Done<T>>,
    ) -> Result<T> {
        let path = self.store.path().to_owned();
        let done = self.store.write(|writer| {
            let actor = acting(writer, act.actor.as_ref())?;
            let sight = sight_of(writer, Some(&actor))?;
            let change_under_way = Change {
                writer: &writer.seen_with(sight),
                actor,
                at: act.at,
            };
            let done = change(&change_under_way)?;
            if done.events.is_empty() {
                return Ok(End::Undone(done.value));
            }
            for event in &done.events {
                writer.append_event(event, change_under_way.actor.handle.as_str(), act.at)?;
            }
            Ok::<_, DeskError>(End::Kept(done.value))
        });
        done.map_err(|error| error.at(&path))
    }

    /// Looks at one consistent view of the desk.
    pub(super) fn look<T>(&self, look: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        self.hand_over(|reader| Ok(look(reader)?))
            .map_err(BrokenOff::into_error)
    }

    /// The same, where somebody is handed things meanwhile who may break it off.
    pub(super) fn hand_over<T, E>(
        &self,
        look: impl FnOnce(&Reader<'_>) -> std::result::Result<T, BrokenOff<E>>,
    ) -> std::result::Result<T, BrokenOff<E>> {
        let looked = self.store.read(|reader| {
            let sight = sight_of_viewer(reader, self.viewer.as_ref())?;
            look(&reader.seen_with(sight))
        });
        looked.map_err(|error| match error {
            BrokenOff::Desk(error) => BrokenOff::Desk(error.at(self.store.path())),
            taker @ BrokenOff::Taker(_) => taker,
        })
    }
}

/// Why handing over what is on a desk broke off.
pub(super) enum BrokenOff<E> {
    /// The desk can't be read, or refuses.
    Desk(DeskError),
    /// Who is handed it takes no more.
    Taker(E),
}

impl<E: From<DeskError>> BrokenOff<E> {
    /// The error of whoever it was.
    pub(super) fn into_error(self) -> E {
        match self {
            Self::Desk(error) => error.into(),
            Self::Taker(error) => error,
        }
    }
}

impl<E> From<DeskError> for BrokenOff<E> {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

impl<E> From<StoreError> for BrokenOff<E> {
    fn from(error: StoreError) -> Self {
        Self::Desk(error.into())
    }
}

/// The reviewer who acts: the one named, else the desk's default.
pub(super) fn acting(reader: &Reader<'_>, named: Option<&Handle>) -> Result<Reviewer> {
    let handle = match named {
        Some(handle) => handle.to_string(),
        None => reader
            .setting(Setting::DefaultReviewer)?
            .ok_or(DeskError::NoActor)?,
    };
    reviewer_named(reader, &handle)
}

/// The reviewer of that handle.
pub(super) fn reviewer_named(reader: &Reader<'_>, handle: &str) -> Result<Reviewer> {
    if let Some(reviewer) = reader.reviewer(handle)? {
        return Ok(reviewer);
    }
    let handles = reader
        .reviewers()?
        .into_iter()
        .map(|reviewer| reviewer.handle.to_string());
    Err(super::names::unknown(
        "reviewer",
        handle,
        "on this desk",
        handles.collect(),
    ))
}
