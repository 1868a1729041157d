//! Articles, their revisions and the bytes they came as.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, named_params};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::rows::{count, parsed, parsed_option, time};
use super::{Reader, Result, Writer};
use crate::model::article::{Article, ArticleDetails, NewRevision, Revision};
use crate::model::ids::{ArticleId, RevisionId};
use crate::model::text::{Block, Span};

/// What is known about a revision besides its text.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RevisionInfo {
    /// Number within the article, from 1.
    pub number: u32,
    /// Name of the file it was read from.
    pub file_name: Option<String>,
    /// Media type of the original.
    pub media_type: String,
    /// Encoding of the original.
    pub encoding: String,
    /// Size of the original in bytes.
    pub bytes: u64,
    /// Length of the text in Unicode code points.
    pub characters: u64,
    /// SHA-256 of the original bytes, in hexadecimal.
    pub original_sha256: String,
    /// When it came onto the desk.
    pub created_at: DateTime<Utc>,
}

const ARTICLES: &str = "
    SELECT a.id, a.uuid, a.title, a.author, a.publisher, a.url, a.published, a.language, a.created_at,
           (SELECT max(number) FROM revisions r WHERE r.article_id = a.id) AS revision,
           (SELECT count(*) FROM claims c WHERE c.article_id = a.id AND c.state <> 'dismissed') AS claims,
           (SELECT count(*) FROM claims c WHERE c.article_id = a.id
               AND c.state IN ('in-review', 'decided', 'published')) AS judged,
           (SELECT count(*) FROM flags f WHERE f.article_id = a.id AND f.state = 'open') AS open_flags
    FROM articles a";

fn article(row: &Row<'_>) -> rusqlite::Result<Article> {
    Ok(Article {
        id: ArticleId(row.get("id")?),
        uuid: parsed(row, "uuid")?,
        details: ArticleDetails {
            title: row.get("title")?,
            author: row.get("author")?,
            publisher: row.get("publisher")?,
            url: row.get("url")?,
            published: parsed_option(row, "published")?,
            language: row.get("language")?,
        },
        revision: count(row, "revision")?,
        claims: count(row, "claims")?,
        judged: count(row, "judged")?,
        open_flags: count(row, "open_flags")?,
        created_at: parsed(row, "created_at")?,
    })
}

impl Reader<'_> {
    /// Every article, oldest first.
    pub fn articles(&self) -> Result<Vec<Article>> {
        let mut query = self
            .connection
            .prepare_cached(&format!("{ARTICLES} ORDER BY a.id"))?;
        Ok(query
            .query_map([], article)?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// One article.
    pub fn article(&self, id: ArticleId) -> Result<Option<Article>> {
        let mut query = self
            .connection
            .prepare_cached(&format!("{ARTICLES} WHERE a.id = :id"))?;
        Ok(query
            .query_one(named_params! { ":id": id.0 }, article)
            .optional()?)
    }

    /// A revision of an article with its text: the one of this number, or the
    /// latest.
    pub fn revision(&self, id: ArticleId, number: Option<u32>) -> Result<Option<Revision>> {
        let mut query = self.connection.prepare_cached(
            "SELECT r.id, r.number, r.file_name, r.media_type, r.encoding, b.sha256, r.text, r.created_at
             FROM revisions r JOIN blobs b ON b.id = r.blob_id
             WHERE r.article_id = :id AND r.number =
                 coalesce(:number, (SELECT max(number) FROM revisions WHERE article_id = :id))",
        )?;
        let revision = query.query_one(named_params! { ":id": id.0, ":number": number }, |row| {
            Ok(Revision {
                id: RevisionId(row.get("id")?),
                article: id,
                number: count(row, "number")?,
                file_name: row.get("file_name")?,
                media_type: row.get("media_type")?,
                encoding: row.get("encoding")?,
                original_sha256: row.get("sha256")?,
                text: row.get("text")?,
                created_at: parsed(row, "created_at")?,
            })
        });
        Ok(revision.optional()?)
    }

    /// What is known about every revision of an article, oldest first.
    pub fn revisions(&self, id: ArticleId) -> Result<Vec<RevisionInfo>> {
        let mut query = self.connection.prepare_cached(
            "SELECT r.number, r.file_name, r.media_type, r.encoding, b.size,
                    length(r.text) AS characters, b.sha256, r.created_at
             FROM revisions r JOIN blobs b ON b.id = r.blob_id
             WHERE r.article_id = :id ORDER BY r.number",
        )?;
        let infos = query.query_map(named_params! { ":id": id.0 }, |row| {
            Ok(RevisionInfo {
                number: count(row, "number")?,
                file_name: row.get("file_name")?,
                media_type: row.get("media_type")?,
                encoding: row.get("encoding")?,
                bytes: row.get("size")?,
                characters: row.get("characters")?,
                original_sha256: row.get("sha256")?,
                created_at: parsed(row, "created_at")?,
            })
        })?;
        Ok(infos.collect::<rusqlite::Result<_>>()?)
    }

    /// The blocks of a revision's text, in order.
    pub fn blocks(&self, revision: RevisionId) -> Result<Vec<Block>> {
        let mut query = self.connection.prepare_cached(
            "SELECT kind, level, start_byte, end_byte FROM blocks WHERE revision_id = :revision ORDER BY number",
        )?;
        let blocks = query.query_map(named_params! { ":revision": revision.0 }, |row| {
            Ok(Block {
                span: Span::new(row.get("start_byte")?, row.get("end_byte")?),
                kind: parsed(row, "kind")?,
                level: row.get("level")?,
            })
        })?;
        Ok(blocks.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Adds an article without a revision.
    pub fn insert_article(
        &self,
        new: &ArticleDetails,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<ArticleId> {
        let id = self.connection.query_one(
            "INSERT INTO articles (uuid, title, author, publisher, url, published, language, created_at)
             VALUES (:uuid, :title, :author, :publisher, :url, :published, :language, :at) RETURNING id",
            named_params! {
                ":uuid": uuid.to_string(),
                ":title": new.title,
                ":author": new.author,
                ":publisher": new.publisher,
                ":url": new.url,
                ":published": new.published.as_ref().map(ToString::to_string),
                ":language": new.language,
                ":at": time(at),
            },
            |row| row.get(0),
        )?;
        Ok(ArticleId(id))
    }

    /// Says what is known about an article.
    pub fn describe_article(&self, id: ArticleId, details: &ArticleDetails) -> Result<()> {
        self.connection.execute(
            "UPDATE articles SET title = :title, author = :author, publisher = :publisher, url = :url,
                                 published = :published, language = :language
             WHERE id = :id",
            named_params! {
                ":id": id.0,
                ":title": details.title,
                ":author": details.author,
                ":publisher": details.publisher,
                ":url": details.url,
                ":published": details.published.as_ref().map(ToString::to_string),
                ":language": details.language,
            },
        )?;
        Ok(())
    }

    /// Adds a revision after the article's latest.
    pub fn insert_revision(
        &self,
        article: ArticleId,
        new: &NewRevision<'_>,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<RevisionId> {
        let blob = self.keep_bytes(new.original)?;
        let id = self.connection.query_one(
            "INSERT INTO revisions (uuid, article_id, number, file_name, media_type, encoding, blob_id, text, created_at)
             VALUES (:uuid, :article,
                     (SELECT coalesce(max(number), 0) + 1 FROM revisions WHERE article_id = :article),
                     :file_name, :media_type, :encoding, :blob, :text, :at)
             RETURNING id",
            named_params! {
                ":uuid": uuid.to_string(),
                ":article": article.0,
                ":file_name": new.file_name,
                ":media_type": new.media_type,
                ":encoding": new.encoding,
                ":blob": blob,
                ":text": new.text,
                ":at": time(at),
            },
            |row| row.get(0),
        )?;
        Ok(RevisionId(id))
    }

    /// Adds the blocks of a revision's text.
    pub fn insert_blocks(&self, revision: RevisionId, blocks: &[Block]) -> Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO blocks (revision_id, number, kind, level, start_byte, end_byte)
             VALUES (:revision, :number, :kind, :level, :start, :end)",
        )?;
        for (number, block) in (1_u32..).zip(blocks) {
            insert.execute(named_params! {
                ":revision": revision.0,
                ":number": number,
                ":kind": block.kind.as_str(),
                ":level": block.level,
                ":start": block.span.start,
                ":end": block.span.end,
            })?;
        }
        Ok(())
    }

    /// Takes an article off the desk with all that hangs on it, and the bytes
    /// that nothing else refers to.
    pub fn delete_article(&self, id: ArticleId) -> Result<()> {
        self.connection.execute(
            "DELETE FROM articles WHERE id = :id",
            named_params! { ":id": id.0 },
        )?;
        self.drop_unused_bytes()
    }
}
