//! Sources, kept once per identity.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, ToSql, named_params};
use serde_json::Value;
use uuid::Uuid;

use super::rows::{count, json, json_option, parsed, parsed_option, time};
use super::sight::seen;
use super::{Reader, Result, Writer};
use crate::model::ids::SourceId;
use crate::model::source::{
    Confidentiality, NewSource, Source, SourceDetails, SourceFilter, SourceIdentity, SourceKind,
    SourceType,
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
    SELECT s.id, s.uuid, s.identity, s.url, s.doi, s.isbn, s.title, s.author, s.publisher, s.published, s.language,
           s.accessed, s.archived_url, s.kind, s.type, s.contact, s.confidentiality, s.notes, s.bibliography,
           s.created_at,
           (SELECT json_group_array(i.identity ORDER BY i.identity) FROM source_identities i
            WHERE i.source_id = s.id AND i.identity <> s.identity) AS also,
           (SELECT count(*) FROM evidence e JOIN claims c ON c.id = e.claim_id
            WHERE e.source_id = s.id AND (e.verdict_id IS NULL OR {visible})) AS uses
    FROM sources s
    WHERE (:viewer IS NULL OR uses > 0 OR NOT EXISTS (SELECT 1 FROM evidence e WHERE e.source_id = s.id))";

/// That a reviewer cites a source, where who looks may see it.
const USED_BY: &str = "
    AND s.id IN (SELECT e.source_id FROM evidence e JOIN claims c ON c.id = e.claim_id
                 WHERE e.reviewer_id = (SELECT id FROM reviewers WHERE handle = :used_by)
                     AND (e.verdict_id IS NULL OR {visible}))";

/// That a source was gone when it was checked last.
const DEAD: &str = "
    AND (SELECT k.outcome FROM source_checks k WHERE k.source_id = s.id ORDER BY k.checked_at DESC, k.uuid DESC LIMIT 1) = 'gone'";

fn source(row: &Row<'_>) -> rusqlite::Result<Source> {
    Ok(Source {
        id: SourceId(row.get("id")?),
        uuid: parsed(row, "uuid")?,
        identity: row.get("identity")?,
        also: json(row, "also")?,
        url: row.get("url")?,
        doi: row.get("doi")?,
        isbn: row.get("isbn")?,
        details: SourceDetails {
            title: row.get("title")?,
            author: row.get("author")?,
            publisher: row.get("publisher")?,
            language: row.get("language")?,
            published: parsed_option(row, "published")?,
            accessed: parsed_option(row, "accessed")?,
            archived_url: row.get("archived_url")?,
            kind: parsed_option(row, "kind")?,
            source_type: parsed_option(row, "type")?,
            contact: row.get("contact")?,
            confidentiality: parsed_option(row, "confidentiality")?,
            notes: row.get("notes")?,
            bibliography: json_option(row, "bibliography")?,
        },
        uses: count(row, "uses")?,
        created_at: parsed(row, "created_at")?,
    })
}

/// That claims of an article cite.
const OF_ARTICLE: &str = "
    AND s.id IN (SELECT e.source_id FROM evidence e JOIN claims c ON c.id = e.claim_id
                 WHERE c.article_id = :article)";

impl Reader<'_> {
    /// The sources that a filter lets through, oldest first; without those that
    /// only verdicts cite which are hidden from who looks.
    pub fn sources(&self, filter: &SourceFilter) -> Result<Vec<Source>> {
        let viewer = self.sight.viewer();
        let used_by = filter.used_by.as_ref().map(ToString::to_string);
        let kind = filter.kind.map(SourceKind::as_str);
        let article = filter.article.map(|id| id.0);
        let mut sql = seen(SOURCES);
        let mut values: Vec<(&str, &dyn ToSql)> = vec![(":viewer", &viewer)];
        if let Some(article) = &article {
            sql += OF_ARTICLE;
            values.push((":article", article));
        }
        if let Some(publisher) = &filter.publisher {
            sql += " AND instr(lower(s.publisher), lower(:publisher)) > 0";
            values.push((":publisher", publisher));
        }
        if let Some(kind) = &kind {
            sql += " AND s.kind = :kind";
            values.push((":kind", kind));
        }
        if let Some(used_by) = &used_by {
            sql += &seen(USED_BY);
            values.push((":used_by", used_by));
        }
        if filter.unused {
            sql += " AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.source_id = s.id)";
        }
        if filter.dead {
            sql += DEAD;
        }
        let mut query = self
            .connection
            .prepare_cached(&format!("{sql} ORDER BY s.id"))?;
        Ok(query
            .query_map(&*values, source)?
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

    /// The source that is recognised by this.
    pub fn source_by_identity(&self, identity: &SourceIdentity) -> Result<Option<SourceId>> {
        let mut query = self
            .connection
            .prepare_cached("SELECT source_id FROM source_identities WHERE identity = :key")?;
        let id = query
            .query_one(named_params! { ":key": identity.key() }, |row| row.get(0))
            .optional()?;
        Ok(id.map(SourceId))
    }
}

/// The columns of what is known about a source, with their values.
/// The columns with what people know a source by.
const ADDRESSES: [&str; 3] = ["url", "doi", "isbn"];

/// What people know a source by, and its column.
fn shown(identity: &SourceIdentity) -> Option<(&'static str, &str)> {
    match identity {
        SourceIdentity::Url { given, .. } => Some(("url", given)),
        SourceIdentity::Doi(doi) => Some(("doi", doi)),
        SourceIdentity::Isbn(isbn) => Some(("isbn", isbn)),
        SourceIdentity::File(_) | SourceIdentity::Title { .. } => None,
    }
}

fn detail_params(details: &SourceDetails) -> [(&'static str, Box<dyn ToSql>); 13] {
    [
        (":title", Box::new(details.title.clone())),
        (":author", Box::new(details.author.clone())),
        (":publisher", Box::new(details.publisher.clone())),
        (":language", Box::new(details.language.clone())),
        (
            ":published",
            Box::new(details.published.as_ref().map(ToString::to_string)),
        ),
        (":accessed", Box::new(details.accessed.map(time))),
        (":archived_url", Box::new(details.archived_url.clone())),
        (":kind", Box::new(details.kind.map(SourceKind::as_str))),
        (
            ":type",
            Box::new(details.source_type.map(SourceType::as_str)),
        ),
        (":contact", Box::new(details.contact.clone())),
        (
            ":confidentiality",
            Box::new(
                details
                    .confidentiality
                    .unwrap_or(Confidentiality::Public)
                    .as_str(),
            ),
        ),
        (":notes", Box::new(details.notes.clone())),
        (
            ":bibliography",
            Box::new(details.bibliography.as_ref().map(ToString::to_string)),
        ),
    ]
}

impl Writer<'_> {
    /// Finds the source by anything it is recognised by, or adds it.
    pub fn find_or_insert_source(
        &self,
        new: &NewSource,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<FoundSource> {
        for identity in new.identities() {
            if let Some(id) = self.source_by_identity(identity)? {
                return Ok(FoundSource { id, existed: true });
            }
        }
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO sources (uuid, identity, url, doi, isbn, title, author, publisher, language, published, accessed,
                                  archived_url, kind, type, contact, confidentiality, notes, bibliography, created_at)
             VALUES (:uuid, :identity, :url, :doi, :isbn, :title, :author, :publisher, :language, :published, :accessed,
                     :archived_url, :kind, :type, :contact, :confidentiality, :notes, :bibliography, :at)",
        )?;
        let (uuid, key, at) = (uuid.to_string(), new.identity.key(), time(at));
        let details = detail_params(&new.details);
        let mut values: Vec<(&str, &dyn ToSql)> =
            vec![(":uuid", &uuid), (":identity", &key), (":at", &at)];
        values.extend(details.iter().map(|(name, value)| (*name, &**value)));
        let shown: [Option<&str>; 3] = ADDRESSES.map(|column| {
            let mut told = new.identities().filter_map(shown);
            told.find(|(of, _)| *of == column).map(|(_, shown)| shown)
        });
        for (name, value) in [":url", ":doi", ":isbn"].into_iter().zip(&shown) {
            values.push((name, value));
        }
        let id = SourceId(insert.insert(&*values)?);
        for identity in new.identities() {
            self.name_source(id, identity)?;
        }
        Ok(FoundSource { id, existed: false })
    }

    /// Lets a source be recognised by one more thing, that no other is.
    pub fn recognise(&self, id: SourceId, identity: &SourceIdentity) -> Result<()> {
        self.name_source(id, identity)?;
        let Some((column, shown)) = shown(identity) else {
            return Ok(());
        };
        self.connection
            .prepare_cached(&format!(
                "UPDATE sources SET {column} = coalesce({column}, :shown) WHERE id = :id"
            ))?
            .execute(named_params! { ":shown": shown, ":id": id.0 })?;
        Ok(())
    }

    fn name_source(&self, id: SourceId, identity: &SourceIdentity) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO source_identities (identity, source_id) VALUES (:key, :id)",
            )?
            .execute(named_params! { ":key": identity.key(), ":id": id.0 })?;
        Ok(())
    }

    /// Lets a source be recognised only by what it was recognised by earlier, as
    /// its JSON then said.
    pub fn recognise_only(&self, id: SourceId, before: &Value) -> Result<()> {
        self.connection
            .prepare_cached(
                "DELETE FROM source_identities WHERE source_id = :id AND identity <> :before ->> '$.identity'
                     AND identity NOT IN (SELECT value FROM json_each(:before, '$.also'))",
            )?
            .execute(named_params! { ":id": id.0, ":before": before.to_string() })?;
        self.connection
            .prepare_cached(
                "UPDATE sources SET url = :before ->> '$.url', doi = :before ->> '$.doi', isbn = :before ->> '$.isbn'
                 WHERE id = :id",
            )?
            .execute(named_params! { ":id": id.0, ":before": before.to_string() })?;
        Ok(())
    }

    /// Writes what is known about a source in the place of what was.
    pub fn describe_source(&self, id: SourceId, details: &SourceDetails) -> Result<()> {
        let details = detail_params(details);
        let mut values: Vec<(&str, &dyn ToSql)> = vec![(":id", &id.0)];
        values.extend(details.iter().map(|(name, value)| (*name, &**value)));
        self.connection
            .prepare_cached(
                "UPDATE sources SET title = :title, author = :author, publisher = :publisher,
                        language = :language, published = :published, accessed = :accessed,
                        archived_url = :archived_url, kind = :kind, type = :type, contact = :contact,
                        confidentiality = :confidentiality, notes = :notes, bibliography = :bibliography
                 WHERE id = :id",
            )?
            .execute(&*values)?;
        Ok(())
    }

    /// Gives everything that hangs on a source to another: its evidence, its
    /// snapshots, what it is recognised by. The source itself goes.
    pub fn merge_sources(&self, from: SourceId, into: SourceId) -> Result<()> {
        for table in [
            "evidence",
            "snapshots",
            "source_identities",
            "reference_sources",
        ] {
            self.connection
                .prepare_cached(&format!(
                    "UPDATE OR IGNORE {table} SET source_id = :into WHERE source_id = :from"
                ))?
                .execute(named_params! { ":into": into.0, ":from": from.0 })?;
        }
        self.connection
            .prepare_cached("DELETE FROM reference_sources WHERE source_id = :from")?
            .execute(named_params! { ":from": from.0 })?;
        self.connection
            .prepare_cached(
                "UPDATE sources AS s SET url = coalesce(s.url, f.url), doi = coalesce(s.doi, f.doi), isbn = coalesce(s.isbn, f.isbn)
                 FROM sources f WHERE f.id = :from AND s.id = :into",
            )?
            .execute(named_params! { ":into": into.0, ":from": from.0 })?;
        let uuid = |id: SourceId| {
            self.connection.query_one(
                "SELECT uuid FROM sources WHERE id = :id",
                named_params! { ":id": id.0 },
                |row| row.get::<_, String>(0),
            )
        };
        let (gone, kept) = (uuid(from)?, uuid(into)?);
        self.delete_source(from)?;
        self.note_removal("source", &gone, Some(&kept))
    }
}
