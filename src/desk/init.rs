//! Making a desk and opening one.

use std::path::Path;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::scales::{check_scale, parse_scale};
use super::{Access, Desk, DeskError, Result};
use crate::model::event::{Action, NewEvent, SubjectKind};
use crate::model::ids::uuid_at;
use crate::model::people::NewReviewer;
use crate::store::{Setting, Store};

/// The scales that every new desk has; the first is its default.
const SHIPPED_SCALES: &[&str] = &[
    include_str!("../../data/scales/standard.toml"),
    include_str!("../../data/scales/pre-publication.toml"),
    include_str!("../../data/scales/averitec.toml"),
];

impl Desk {
    /// Makes a new desk at `path` with its first reviewer, who acts when
    /// nobody else is named, and the shipped scales.
    pub fn init(path: &Path, first: &NewReviewer, at: DateTime<Utc>) -> Result<Self> {
        super::names::not_blank("the reviewer's name", &first.name)?;
        let store = Store::create(path, |writer| {
            let reviewer = writer.insert_reviewer(first, uuid_at(at), at)?;
            writer.set(Setting::DefaultReviewer, reviewer.handle.as_str(), at)?;
            let mut slugs = Vec::new();
            for text in SHIPPED_SCALES {
                let scale = parse_scale(text)?;
                check_scale(&scale)?;
                writer.insert_scale(&scale, uuid_at(at), at)?;
                slugs.push(scale.slug);
            }
            if let Some(default) = slugs.first() {
                writer.set(Setting::DefaultScale, default, at)?;
            }
            let event = NewEvent {
                action: Action::DeskInit,
                kind: SubjectKind::Desk,
                id: 1,
                uuid: Some(uuid_at(at)),
                before: None,
                after: Some(json!({ "reviewer": reviewer, "scales": slugs })),
            };
            writer.append_event(&event, reviewer.handle.as_str(), at)?;
            Ok::<_, DeskError>(())
        });
        Ok(Self {
            store: store.map_err(|error| error.at(path))?,
            viewer: None,
        })
    }

    /// Opens the desk at `path`.
    pub fn open(path: &Path, access: Access) -> Result<Self> {
        Ok(Self {
            store: Store::open(path, access)?,
            viewer: None,
        })
    }

    /// The desk's file.
    pub fn path(&self) -> &Path {
        self.store.path()
    }
}
