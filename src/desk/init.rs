//! Making a desk and opening one.

use std::path::Path;

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde_json::json;

use super::crosswalks::declare;
use super::scales::check_scale;
use super::{Access, Desk, DeskError, Result, Upgraded};
use crate::model::crosswalk::NewCrosswalk;
use crate::model::event::{Action, NewEvent, SubjectKind};
use crate::model::ids::uuid_at;
use crate::model::people::NewReviewer;
use crate::model::scale::NewScale;
use crate::store::{Setting, Store};

/// The scales that every new desk has; the first is its default.
const SHIPPED_SCALES: &[&str] = &[
    include_str!("../../data/scales/standard.toml"),
    include_str!("../../data/scales/pre-publication.toml"),
    include_str!("../../data/scales/averitec.toml"),
];

/// How the ratings of each of them are said on each other.
const SHIPPED_CROSSWALKS: &[&str] = &[
    include_str!("../../data/crosswalks/standard-to-pre-publication.toml"),
    include_str!("../../data/crosswalks/standard-to-averitec.toml"),
    include_str!("../../data/crosswalks/pre-publication-to-standard.toml"),
    include_str!("../../data/crosswalks/pre-publication-to-averitec.toml"),
    include_str!("../../data/crosswalks/averitec-to-standard.toml"),
    include_str!("../../data/crosswalks/averitec-to-pre-publication.toml"),
];

/// What a file that is shipped describes.
fn parsed<T: DeserializeOwned>(text: &str) -> Result<T> {
    toml::from_str(text)
        .map_err(|error| DeskError::Invalid(error.to_string().trim_end().to_owned()))
}

impl Desk {
    /// Makes a new desk at `path` with its first reviewer, who acts when
    /// nobody else is named, and the shipped scales with the maps between them.
    pub fn init(path: &Path, first: &NewReviewer, at: DateTime<Utc>) -> Result<Self> {
        super::names::not_blank("the reviewer's name", &first.name)?;
        let store = Store::create(path, |writer| {
            let reviewer = writer.insert_reviewer(first, uuid_at(at), at)?;
            writer.set(Setting::DefaultReviewer, reviewer.handle.as_str(), at)?;
            let mut slugs = Vec::new();
            for text in SHIPPED_SCALES {
                let scale: NewScale = parsed(text)?;
                check_scale(&scale)?;
                writer.insert_scale(&scale, uuid_at(at), at)?;
                slugs.push(scale.slug);
            }
            if let Some(default) = slugs.first() {
                writer.set(Setting::DefaultScale, default, at)?;
            }
            let mut maps = Vec::new();
            for text in SHIPPED_CROSSWALKS {
                let map: NewCrosswalk = parsed(text)?;
                declare(writer, &map)?;
                maps.push(json!({ "from": map.from, "to": map.to }));
            }
            let event = NewEvent {
                action: Action::DeskInit,
                kind: SubjectKind::Desk,
                id: 1,
                uuid: Some(uuid_at(at)),
                before: None,
                after: Some(json!({ "reviewer": reviewer, "scales": slugs, "crosswalks": maps })),
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

    /// The version of the schema that this program gives to desks.
    pub const VERSION: u32 = Store::VERSION;

    /// The desk's file.
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// What was done to it when it was opened, where an older program had made it.
    pub fn upgraded(&self) -> Option<&Upgraded> {
        self.store.upgraded()
    }
}
