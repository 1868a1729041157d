//! Rating scales and their ratings.

use chrono::{DateTime, Utc};
use rusqlite::{Row, named_params};
use uuid::Uuid;

use super::rows::{parsed, time};
use super::{Reader, Result, Setting, Writer};
use crate::model::ids::{RatingId, ScaleId};
use crate::model::scale::{NewScale, Rating, Scale};

fn rating(row: &Row<'_>) -> rusqlite::Result<Rating> {
    Ok(Rating {
        id: RatingId(row.get("rating_id")?),
        scale: row.get("scale")?,
        slug: row.get("slug")?,
        label: row.get("label")?,
        description: row.get("description")?,
        position: row.get("position")?,
        tone: parsed(row, "tone")?,
    })
}

impl Reader<'_> {
    /// Every scale by slug, each with its ratings from worst to best and then
    /// those off the scale.
    pub fn scales(&self) -> Result<Vec<Scale>> {
        let default = self.setting(Setting::DefaultScale)?;
        let mut query = self.connection.prepare_cached(
            "SELECT s.id AS scale_id, s.uuid, s.slug AS scale, s.name, s.description AS about,
                    r.id AS rating_id, r.slug, r.label, r.description, r.position, r.tone
             FROM scales s JOIN ratings r ON r.scale_id = s.id
             ORDER BY s.slug, r.position IS NULL, r.position, r.id",
        )?;
        let mut rows = query.query([])?;
        let mut scales: Vec<Scale> = Vec::new();
        while let Some(row) = rows.next()? {
            let slug: String = row.get("scale")?;
            if scales.last().is_none_or(|scale| scale.slug != slug) {
                scales.push(Scale {
                    id: ScaleId(row.get("scale_id")?),
                    uuid: parsed(row, "uuid")?,
                    default: default.as_deref() == Some(&slug),
                    slug,
                    name: row.get("name")?,
                    description: row.get("about")?,
                    ratings: Vec::new(),
                });
            }
            if let Some(scale) = scales.last_mut() {
                scale.ratings.push(rating(row)?);
            }
        }
        Ok(scales)
    }
}

impl Writer<'_> {
    /// Adds a scale whose slug is free.
    pub fn insert_scale(&self, new: &NewScale, uuid: Uuid, at: DateTime<Utc>) -> Result<ScaleId> {
        let id: i64 = self.connection.query_one(
            "INSERT INTO scales (uuid, slug, name, description, created_at)
             VALUES (:uuid, :slug, :name, :description, :at) RETURNING id",
            named_params! {
                ":uuid": uuid.to_string(),
                ":slug": new.slug,
                ":name": new.name,
                ":description": new.description,
                ":at": time(at),
            },
            |row| row.get(0),
        )?;
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO ratings (scale_id, slug, label, description, position, tone)
             VALUES (:scale, :slug, :label, :description, :position, :tone)",
        )?;
        let mut places = 1_u32..;
        for rating in &new.ratings {
            let position = if rating.off_scale {
                None
            } else {
                places.next()
            };
            insert.execute(named_params! {
                ":scale": id,
                ":slug": rating.slug,
                ":label": rating.label,
                ":description": rating.description,
                ":position": position,
                ":tone": rating.tone.as_str(),
            })?;
        }
        Ok(ScaleId(id))
    }
}
