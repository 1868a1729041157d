//! Bytes kept as they came: once for each content, packed where that helps.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, named_params};

use super::{Reader, Result, Setting, StoreError, Writer};
use crate::identity::sha256;
use crate::model::ids::{ArticleId, RevisionId};

/// How hard zstd tries: its default, fast enough not to be noticed.
const LEVEL: i32 = 3;

/// How bytes lie in the database, as `blobs.compression` names it.
const AS_THEY_ARE: &str = "none";
const ZSTD: &str = "zstd";

impl Reader<'_> {
    /// The first article a revision of which came as these bytes.
    pub fn article_of_bytes(&self, bytes: &[u8]) -> Result<Option<ArticleId>> {
        let sha256 = sha256(bytes);
        let sql = "SELECT r.article_id FROM revisions r JOIN blobs b ON b.id = r.blob_id
             WHERE b.sha256 = :sha256 ORDER BY r.article_id LIMIT 1";
        let mut query = self.connection.prepare_cached(sql)?;
        let found = query.query_row(named_params! { ":sha256": sha256 }, |row| row.get(0));
        Ok(found.optional()?.map(ArticleId))
    }

    /// The bytes that a revision came as.
    pub fn original(&self, revision: RevisionId) -> Result<Option<Vec<u8>>> {
        let mut query = self.connection.prepare_cached(
            "SELECT b.sha256, b.size, b.compression, b.bytes
             FROM revisions r JOIN blobs b ON b.id = r.blob_id WHERE r.id = :revision",
        )?;
        let kept = query.query_one(named_params! { ":revision": revision.0 }, Kept::of_row);
        kept.optional()?.map(Kept::unpacked).transpose()
    }

    /// The bytes of the model that the desk has of its own.
    pub fn own_model(&self) -> Result<Option<Vec<u8>>> {
        self.bytes_of(Setting::Model)
    }

    /// The bytes that a setting keeps the SHA-256 of.
    pub fn bytes_of(&self, setting: Setting) -> Result<Option<Vec<u8>>> {
        let Some(sha256) = self.setting(setting)? else {
            return Ok(None);
        };
        let mut query = self.connection.prepare_cached(
            "SELECT sha256, size, compression, bytes FROM blobs WHERE sha256 = :sha256",
        )?;
        let kept = query.query_one(named_params! { ":sha256": sha256 }, Kept::of_row);
        match kept.optional()? {
            Some(kept) => kept.unpacked().map(Some),
            None => Err(bad_bytes(&sha256)),
        }
    }
}

/// A row of bytes as it lies in the database.
pub(super) struct Kept {
    sha256: String,
    size: usize,
    compression: String,
    bytes: Vec<u8>,
}

impl Kept {
    pub(super) fn of_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            sha256: row.get("sha256")?,
            size: row.get("size")?,
            compression: row.get("compression")?,
            bytes: row.get("bytes")?,
        })
    }

    /// The bytes as they came.
    pub(super) fn unpacked(self) -> Result<Vec<u8>> {
        unpacked(self.bytes, &self.compression, self.size)
            .filter(|bytes| sha256(bytes) == self.sha256)
            .ok_or_else(|| bad_bytes(&self.sha256))
    }
}

fn bad_bytes(sha256: &str) -> StoreError {
    StoreError::BadValue(format!("the bytes with SHA-256 {sha256}"))
}

impl Writer<'_> {
    /// The row that keeps these bytes, made when there is none.
    pub(super) fn keep_bytes(&self, bytes: &[u8]) -> Result<i64> {
        let sha256 = sha256(bytes);
        let known = self.connection.query_one(
            "SELECT id FROM blobs WHERE sha256 = :sha256",
            named_params! { ":sha256": sha256 },
            |row| row.get(0),
        );
        if let Some(id) = known.optional()? {
            return Ok(id);
        }
        let packed = zstd::bulk::compress(bytes, LEVEL).ok();
        let packed = packed.filter(|packed| packed.len() < bytes.len());
        let (compression, kept) = match &packed {
            Some(packed) => (ZSTD, packed.as_slice()),
            None => (AS_THEY_ARE, bytes),
        };
        Ok(self.connection.query_one(
            "INSERT INTO blobs (sha256, size, compression, bytes)
             VALUES (:sha256, :size, :compression, :bytes) RETURNING id",
            named_params! {
                ":sha256": sha256,
                ":size": bytes.len(),
                ":compression": compression,
                ":bytes": kept,
            },
            |row| row.get(0),
        )?)
    }

    /// Keeps the bytes of a model and makes it the desk's own, in the place of
    /// an earlier one. Gives their SHA-256.
    pub fn set_own_model(&self, bytes: &[u8], at: DateTime<Utc>) -> Result<String> {
        let sha256 = sha256(bytes);
        self.keep_bytes(bytes)?;
        self.set(Setting::Model, &sha256, at)?;
        self.drop_unused_bytes()?;
        Ok(sha256)
    }

    /// Keeps the bytes of a picture for reports. Gives their SHA-256.
    pub fn keep_logo(&self, bytes: &[u8]) -> Result<String> {
        self.keep_bytes(bytes)?;
        Ok(sha256(bytes))
    }

    /// Leaves the desk without a model of its own.
    pub fn drop_own_model(&self, at: DateTime<Utc>) -> Result<()> {
        self.unset(Setting::Model, at)?;
        self.drop_unused_bytes()
    }

    /// Removes bytes that nothing refers to any more.
    pub(super) fn drop_unused_bytes(&self) -> Result<()> {
        self.connection.execute(
            "DELETE FROM blobs WHERE NOT EXISTS (SELECT 1 FROM revisions r WHERE r.blob_id = blobs.id)
                 AND NOT EXISTS (SELECT 1 FROM snapshots s WHERE s.blob_id = blobs.id)
                 AND NOT EXISTS (SELECT 1 FROM snapshots s WHERE s.text_blob_id = blobs.id)
                 AND NOT EXISTS (SELECT 1 FROM settings g WHERE g.key IN (:model, :logo) AND g.value = blobs.sha256)",
            named_params! {
                ":model": <&str>::from(Setting::Model),
                ":logo": <&str>::from(Setting::ReportLogo),
            },
        )?;
        Ok(())
    }
}

/// The bytes as they came, or `None` where what is kept can't be that.
fn unpacked(bytes: Vec<u8>, compression: &str, size: usize) -> Option<Vec<u8>> {
    match compression {
        AS_THEY_ARE => Some(bytes),
        ZSTD => zstd::bulk::decompress(&bytes, size).ok(),
        _ => None,
    }
}
