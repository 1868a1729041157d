//! Reviewers and claimants.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::rows::{parsed, time};
use super::{Reader, Result, Writer};
use crate::model::ids::ReviewerId;
use crate::model::people::{NewReviewer, Reviewer, Role};

fn reviewer(row: &Row<'_>) -> rusqlite::Result<Reviewer> {
    Ok(Reviewer {
        id: ReviewerId(row.get("id")?),
        uuid: parsed(row, "uuid")?,
        handle: parsed(row, "handle")?,
        name: row.get("name")?,
        role: parsed(row, "role")?,
        created_at: parsed(row, "created_at")?,
    })
}

impl Reader<'_> {
    /// Every reviewer, by handle.
    pub fn reviewers(&self) -> Result<Vec<Reviewer>> {
        let mut query = self.connection.prepare_cached(
            "SELECT id, uuid, handle, name, role, created_at FROM reviewers ORDER BY handle",
        )?;
        Ok(query
            .query_map([], reviewer)?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// The reviewer with that handle.
    pub fn reviewer(&self, handle: &str) -> Result<Option<Reviewer>> {
        let mut query = self.connection.prepare_cached(
            "SELECT id, uuid, handle, name, role, created_at FROM reviewers WHERE handle = :handle",
        )?;
        Ok(query
            .query_one(named_params! { ":handle": handle }, reviewer)
            .optional()?)
    }
}

impl Reader<'_> {
    /// The names of everybody who made claims.
    pub fn claimant_names(&self) -> Result<Vec<String>> {
        self.names("SELECT name FROM claimants ORDER BY name")
    }

    /// Every topic.
    pub fn topic_names(&self) -> Result<Vec<String>> {
        self.names("SELECT name FROM topics ORDER BY name")
    }

    /// Every category that a flag has.
    pub fn flag_categories(&self) -> Result<Vec<String>> {
        self.names("SELECT DISTINCT category FROM flags ORDER BY category")
    }

    fn names(&self, sql: &str) -> Result<Vec<String>> {
        let mut query = self.connection.prepare_cached(sql)?;
        let names = query.query_map([], |row| row.get(0))?;
        Ok(names.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Adds a reviewer whose handle is free.
    pub fn insert_reviewer(
        &self,
        new: &NewReviewer,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<Reviewer> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO reviewers (uuid, handle, name, role, created_at)
             VALUES (:uuid, :handle, :name, :role, :at)
             RETURNING id, uuid, handle, name, role, created_at",
        )?;
        Ok(insert.query_one(
            named_params! {
                ":uuid": uuid.to_string(),
                ":handle": new.handle.as_str(),
                ":name": new.name,
                ":role": new.role.as_str(),
                ":at": time(at),
            },
            reviewer,
        )?)
    }

    /// Gives a reviewer a name and a role.
    pub fn update_reviewer(&self, id: ReviewerId, name: &str, role: Role) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE reviewers SET name = :name, role = :role WHERE id = :id")?
            .execute(named_params! { ":id": id.0, ":name": name, ":role": role.as_str() })?;
        Ok(())
    }

    /// The row of a claimant, made when there is none of that name.
    pub fn claimant(&self, name: &str, uuid: Uuid, at: DateTime<Utc>) -> Result<i64> {
        let mut upsert = self.connection.prepare_cached(
            "INSERT INTO claimants (uuid, name, created_at) VALUES (:uuid, :name, :at)
             ON CONFLICT (name) DO UPDATE SET name = excluded.name
             RETURNING id",
        )?;
        Ok(upsert.query_one(
            named_params! { ":uuid": uuid.to_string(), ":name": name, ":at": time(at) },
            |row| row.get(0),
        )?)
    }
}
