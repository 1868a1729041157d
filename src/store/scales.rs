//! Rating scales and their ratings.

use chrono::{DateTime, Utc};
use rusqlite::{Row, ToSql, named_params};
use uuid::Uuid;

use super::rows::{parsed, time};
use super::{Reader, Result, Setting, Writer};
use crate::model::ids::{RatingId, ScaleId};
use crate::model::scale::{NewRating, NewScale, Rating, Scale};

fn rating(row: &Row<'_>) -> rusqlite::Result<Rating> {
    Ok(Rating {
        id: RatingId(row.get("rating_id")?),
        scale: row.get("scale")?,
        slug: row.get("slug")?,
        label: row.get("label")?,
        description: row.get("description")?,
        position: row.get("position")?,
        tone: parsed(row, "tone")?,
        version: row.get("version")?,
    })
}

impl Reader<'_> {
    /// Every scale by slug, each with its ratings from worst to best and then
    /// those off the scale.
    pub fn scales(&self) -> Result<Vec<Scale>> {
        self.scales_where("true", &[])
    }

    /// The scale of that slug, with its ratings in that order.
    pub fn scale(&self, slug: &str) -> Result<Option<Scale>> {
        let mut scales = self.scales_where("s.slug = :slug", &[(":slug", &slug)])?;
        Ok(scales.pop())
    }

    fn scales_where(&self, narrow: &str, values: &[(&str, &dyn ToSql)]) -> Result<Vec<Scale>> {
        let default = self.setting(Setting::DefaultScale)?;
        let mut query = self.connection.prepare_cached(&format!(
            "SELECT s.id AS scale_id, s.uuid, s.slug AS scale, s.name, s.description AS about,
                    r.id AS rating_id, r.slug, r.label, r.description, r.position, r.tone, r.version
             FROM scales s JOIN ratings r ON r.scale_id = s.id
             WHERE {narrow} ORDER BY s.slug, r.position IS NULL, r.position, r.id"
        ))?;
        let mut rows = query.query(values)?;
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

    /// The ratings of a scale that verdicts or rulings use.
    pub fn used_ratings(&self, scale: ScaleId) -> Result<Vec<RatingId>> {
        let mut query = self.connection.prepare_cached(
            "SELECT r.id FROM ratings r
             WHERE r.scale_id = :scale
                AND (EXISTS (SELECT 1 FROM verdicts v WHERE v.rating_id = r.id)
                     OR EXISTS (SELECT 1 FROM rulings u WHERE u.rating_id = r.id)
                     OR EXISTS (SELECT 1 FROM rulings u WHERE u.ruled_rating_id = r.id))
             ORDER BY r.id",
        )?;
        let ids = query.query_map(named_params! { ":scale": scale.0 }, |row| row.get(0))?;
        Ok(ids
            .map(|id| id.map(RatingId))
            .collect::<rusqlite::Result<_>>()?)
    }

    /// How many verdicts on a scale stand and rest on nothing that has changed.
    pub fn sound_verdicts(&self, scale: ScaleId) -> Result<u32> {
        let mut query = self.connection.prepare_cached(
            "SELECT count(*) FROM ratings r JOIN standing_verdicts v ON v.rating_id = r.id
             WHERE r.scale_id = :scale
                AND (SELECT d.doubts FROM verdict_doubts d WHERE d.verdict_id = v.id) = '[]'",
        )?;
        Ok(query.query_one(named_params! { ":scale": scale.0 }, |row| row.get(0))?)
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
        for (rating, position) in new.placed() {
            self.insert_rating(ScaleId(id), rating, position)?;
        }
        Ok(ScaleId(id))
    }

    pub(super) fn insert_rating(
        &self,
        scale: ScaleId,
        rating: &NewRating,
        position: Option<u32>,
    ) -> Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO ratings (scale_id, slug, label, description, position, tone)
             VALUES (:scale, :slug, :label, :description, :position, :tone)",
        )?;
        insert.execute(named_params! {
            ":scale": scale.0,
            ":slug": rating.slug,
            ":label": rating.label,
            ":description": rating.description,
            ":position": position,
            ":tone": rating.tone.as_str(),
        })?;
        Ok(())
    }

    /// Makes a scale what is written of it: ratings that are not are taken away,
    /// which must be unused; one that means something else gets a new version.
    pub fn update_scale(&self, before: &Scale, new: &NewScale) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE scales SET name = :name, description = :description WHERE id = :id",
            )?
            .execute(named_params! {
                ":id": before.id.0,
                ":name": new.name,
                ":description": new.description,
            })?;
        for rating in new.taken_from(before) {
            self.connection
                .prepare_cached("DELETE FROM ratings WHERE id = :id")?
                .execute(named_params! { ":id": rating.id.0 })?;
        }
        // Out of the way, so that two ratings can change places.
        self.connection
            .prepare_cached("UPDATE ratings SET position = NULL WHERE scale_id = :scale")?
            .execute(named_params! { ":scale": before.id.0 })?;
        for (rating, position) in new.placed() {
            let old = before.ratings.iter().find(|old| old.slug == rating.slug);
            match old {
                Some(old) => self.update_rating(old, rating, position)?,
                None => self.insert_rating(before.id, rating, position)?,
            }
        }
        Ok(())
    }

    fn update_rating(&self, old: &Rating, new: &NewRating, position: Option<u32>) -> Result<()> {
        let mut place = self
            .connection
            .prepare_cached("UPDATE ratings SET position = :position WHERE id = :id")?;
        place.execute(named_params! { ":id": old.id.0, ":position": position })?;
        if old.is_as_written(new, position) {
            return Ok(());
        }
        let mut change = self.connection.prepare_cached(
            "UPDATE ratings SET label = :label, description = :description, tone = :tone, version = version + 1
             WHERE id = :id",
        )?;
        change.execute(named_params! {
            ":id": old.id.0,
            ":label": new.label,
            ":description": new.description,
            ":tone": new.tone.as_str(),
        })?;
        Ok(())
    }
}
