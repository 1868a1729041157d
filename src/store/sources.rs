//! Sources, kept once per identity.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::rows::{count, parsed, parsed_option, time};
use super::sight::seen;
use super::{Reader, Result, Writer};
use crate::model::ids::SourceId;
use crate::model::source::{
    NewSource, Source, SourceDetails, SourceIdentity, SourceKind, SourceType,
};

/// A source that was looked for by its identity.
#[derive(Debug)]
pub struct FoundSource {
    /// Its number on this desk.
    pub id: SourceId,
    /// Whether it was on the desk before.
    pub existed: bool,
}

const SOURCES: &str = "
    SELECT s.id, s.uuid, s.identity, s.url, s.doi, s.isbn, s.title, s.author, s.publisher, s.published,
           s.accessed, s.archived_url, s.kind, s.type, s.notes, s.created_at,
           (SELECT count(*) FROM evidence e JOIN claims c ON c.id = e.claim_id
            WHERE e.source_id = s.id AND (e.verdict_id IS NULL OR {visible})) AS uses
    FROM sources s
    WHERE (:viewer IS NULL OR uses > 0 OR NOT EXISTS (SELECT 1 FROM evidence e WHERE e.source_id = s.id))";

fn source(row: &Row<'_>) -> rusqlite::Result<Source> {
    Ok(Source {
        id: SourceId(row.get("id")?),
        uuid: parsed(row, "uuid")?,
        identity: row.get("identity")?,
        url: row.get("url")?,
        doi: row.get("doi")?,
        isbn: row.get("isbn")?,
        details: SourceDetails {
            title: row.get("title")?,
            author: row.get("author")?,
            publisher: row.get("publisher")?,
            published: parsed_option(row, "published")?,
            accessed: parsed_option(row, "accessed")?,
            archived_url: row.get("archived_url")?,
            kind: parsed_option(row, "kind")?,
            source_type: parsed_option(row, "type")?,
            notes: row.get("notes")?,
        },
        uses: count(row, "uses")?,
        created_at: parsed(row, "created_at")?,
    })
}

impl Reader<'_> {
    /// Every source, oldest first; without those that only verdicts cite which
    /// are hidden from who looks.
    pub fn sources(&self) -> Result<Vec<Source>> {
        let mut query = self
            .connection
            .prepare_cached(&format!("{} ORDER BY s.id", seen(SOURCES)))?;
        Ok(query
            .query_map(named_params! { ":viewer": self.sight.viewer() }, source)?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// One source, unless only verdicts cite it which are hidden from who looks.
    pub fn source(&self, id: SourceId) -> Result<Option<Source>> {
        let mut query = self
            .connection
            .prepare_cached(&format!("{} AND s.id = :id", seen(SOURCES)))?;
        Ok(query
            .query_one(
                named_params! { ":id": id.0, ":viewer": self.sight.viewer() },
                source,
            )
            .optional()?)
    }

    /// The sources with these identities' key.
    pub fn source_by_identity(&self, identity: &SourceIdentity) -> Result<Option<SourceId>> {
        let mut query = self
            .connection
            .prepare_cached("SELECT id FROM sources WHERE identity = :key")?;
        let id = query
            .query_one(named_params! { ":key": identity.key() }, |row| row.get(0))
            .optional()?;
        Ok(id.map(SourceId))
    }
}

impl Writer<'_> {
    /// Finds the source by its identity, or adds it.
    pub fn find_or_insert_source(
        &self,
        new: &NewSource,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<FoundSource> {
        if let Some(id) = self.source_by_identity(&new.identity)? {
            return Ok(FoundSource { id, existed: true });
        }
        let (url, doi, isbn) = match &new.identity {
            SourceIdentity::Url { given, .. } => (Some(given), None, None),
            SourceIdentity::Doi(doi) => (None, Some(doi), None),
            SourceIdentity::Isbn(isbn) => (None, None, Some(isbn)),
            SourceIdentity::Title(_) => (None, None, None),
        };
        let details = &new.details;
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO sources (uuid, identity, url, doi, isbn, title, author, publisher, published, accessed,
                                  archived_url, kind, type, notes, created_at)
             VALUES (:uuid, :identity, :url, :doi, :isbn, :title, :author, :publisher, :published, :accessed,
                     :archived_url, :kind, :type, :notes, :at)
             RETURNING id",
        )?;
        let id = insert.query_one(
            named_params! {
                ":uuid": uuid.to_string(),
                ":identity": new.identity.key(),
                ":url": url,
                ":doi": doi,
                ":isbn": isbn,
                ":title": details.title,
                ":author": details.author,
                ":publisher": details.publisher,
                ":published": details.published.as_ref().map(ToString::to_string),
                ":accessed": details.accessed.map(time),
                ":archived_url": details.archived_url,
                ":kind": details.kind.map(SourceKind::as_str),
                ":type": details.source_type.map(SourceType::as_str),
                ":notes": details.notes,
                ":at": time(at),
            },
            |row| row.get(0),
        )?;
        Ok(FoundSource {
            id: SourceId(id),
            existed: false,
        })
    }
}
