//! Claims as a plain `SQLite` file for other programs: tables that are easy to read,
//! and views over them that say everything in one row. No desk is made of it, and
//! none is read from it.
//!
//! The file is made in memory, so that it appears whole wherever its bytes go, and the
//! same claims give the same bytes.

use rusqlite::{MAIN_DB, ToSql, named_params};
use serde_json::{Map, Value};

use super::{Connection, Result, StoreError};
use crate::model::edtf::EdtfDate;
use crate::model::record::{ClaimRecord, RecordSource};
use crate::model::source::{SourceKind, Stance};
use crate::store::rows::time;

/// `application_id` of such a file, the letters "cdpl".
const PLAIN_ID: i32 = 0x6364_706c;

/// Tables, views and what both mean.
const SCHEMA: &str = include_str!("plain.sql");

/// Where the header of a file has its `application_id`
/// (<https://www.sqlite.org/fileformat2.html>, section 1.3).
const ID_AT: std::ops::Range<usize> = 68..72;

/// Whether a file that begins so is one that claims were written into before.
pub(crate) fn is_plain(start: &[u8]) -> bool {
    start.starts_with(b"SQLite format 3\0") && start.get(ID_AT) == Some(&PLAIN_ID.to_be_bytes()[..])
}

/// A plain file of claims that is being made.
#[derive(Debug)]
pub(crate) struct PlainFile {
    connection: Connection,
}

impl PlainFile {
    /// A file without claims.
    pub(crate) fn new() -> Result<Self> {
        let connection = Connection::open_in_memory()?;
        connection.pragma_update(None, "application_id", PLAIN_ID)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.execute_batch(SCHEMA)?;
        connection.execute_batch("BEGIN")?;
        Ok(Self { connection })
    }

    /// Adds a claim with its verdict and what it cites.
    pub(crate) fn add(&self, record: &ClaimRecord) -> Result<()> {
        let claim = self.add_claim(record)?;
        for topic in &record.topics {
            self.connection
                .prepare_cached(
                    "INSERT INTO claim_topic (claim_id, topic) VALUES (:claim, :topic)
                     ON CONFLICT DO NOTHING",
                )?
                .execute(named_params! { ":claim": claim, ":topic": topic })?;
        }
        if record.rating.is_some() || record.rating_label.is_some() {
            self.connection
                .prepare_cached(
                    "INSERT INTO verdict (claim_id, scale, rating, rating_label, rationale, correction, reviewer,
                                          reviewed_at)
                     VALUES (:claim, :scale, :rating, :label, :rationale, :correction, :reviewer, :at)",
                )?
                .execute(named_params! {
                    ":claim": claim,
                    ":scale": record.scale,
                    ":rating": record.rating,
                    ":label": record.rating_label,
                    ":rationale": record.rationale,
                    ":correction": record.correction,
                    ":reviewer": record.reviewer,
                    ":at": record.reviewed_at.map(time),
                })?;
        }
        for cited in &record.sources {
            let source = self.source(cited)?;
            self.connection
                .prepare_cached(
                    "INSERT INTO citation (claim_id, source_id, stance, quote, locator)
                     VALUES (:claim, :source, :stance, :quote, :locator)",
                )?
                .execute(named_params! {
                    ":claim": claim,
                    ":source": source,
                    ":stance": cited.stance.map(Stance::as_str),
                    ":quote": cited.quote,
                    ":locator": cited.locator,
                })?;
        }
        Ok(())
    }

    fn add_claim(&self, record: &ClaimRecord) -> Result<i64> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO claim (uuid, statement, quote, start_char, end_char, claimant, claim_date, article_url,
                                article_title, appearances, language, check_url, check_title, check_published,
                                publisher, publisher_url, extra)
             VALUES (:uuid, :statement, :quote, :start, :end, :claimant, :claim_date, :article_url, :article_title,
                     :appearances, :language, :check_url, :check_title, :check_published, :publisher,
                     :publisher_url, :extra)",
        )?;
        let id = insert.insert(named_params! {
            ":uuid": record.id.map(|id| id.to_string()),
            ":statement": record.claim,
            ":quote": record.quote,
            ":start": record.start,
            ":end": record.end,
            ":claimant": record.claimant,
            ":claim_date": record.claim_date.as_ref().map(EdtfDate::as_str),
            ":article_url": record.article_url,
            ":article_title": record.article_title,
            ":appearances": list(&record.appearances)?,
            ":language": record.language,
            ":check_url": record.check_url,
            ":check_title": record.check_title,
            ":check_published": record.check_published.as_ref().map(EdtfDate::as_str),
            ":publisher": record.publisher,
            ":publisher_url": record.publisher_url,
            ":extra": object(&record.extra)?,
        })?;
        Ok(id)
    }

    /// The row of a source, which is added where no row says the same.
    fn source(&self, source: &RecordSource) -> Result<i64> {
        let published = source.published.as_ref().map(EdtfDate::as_str);
        let accessed = source.accessed.map(time);
        let kind = source.kind.map(SourceKind::as_str);
        let values: [(&str, &dyn ToSql); 10] = [
            (":url", &source.url),
            (":doi", &source.doi),
            (":isbn", &source.isbn),
            (":title", &source.title),
            (":author", &source.author),
            (":publisher", &source.publisher),
            (":published", &published),
            (":accessed", &accessed),
            (":archived_url", &source.archived_url),
            (":kind", &kind),
        ];
        let mut known = self.connection.prepare_cached(
            "SELECT id FROM source
             WHERE url IS :url AND doi IS :doi AND isbn IS :isbn AND title IS :title AND author IS :author
                 AND publisher IS :publisher AND published IS :published AND accessed IS :accessed
                 AND archived_url IS :archived_url AND kind IS :kind",
        )?;
        let mut known = known.query_map(&values[..], |row| row.get(0))?;
        if let Some(id) = known.next() {
            return Ok(id?);
        }
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO source (url, doi, isbn, title, author, publisher, published, accessed, archived_url, kind)
             VALUES (:url, :doi, :isbn, :title, :author, :publisher, :published, :accessed, :archived_url, :kind)",
        )?;
        Ok(insert.insert(&values[..])?)
    }

    /// Hands over the bytes of the file.
    pub(crate) fn finish<T>(self, take: impl FnOnce(&[u8]) -> T) -> Result<T> {
        let mut connection = self.connection;
        connection.execute_batch("COMMIT; ANALYZE;")?;
        let bytes = connection.serialize(MAIN_DB)?;
        Ok(take(&bytes))
    }
}

fn list(texts: &[String]) -> Result<Option<String>> {
    json(texts, texts.is_empty())
}

fn object(extra: &Map<String, Value>) -> Result<Option<String>> {
    json(extra, extra.is_empty())
}

fn json(value: &(impl serde::Serialize + ?Sized), is_empty: bool) -> Result<Option<String>> {
    if is_empty {
        return Ok(None);
    }
    let text = serde_json::to_string(value);
    let text = text.map_err(|error| StoreError::BadValue(error.to_string()))?;
    Ok(Some(text))
}
