//! Snapshots of sources, and where quotes stand in them.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::blobs::Kept;
use super::rows::{json, parsed, time};
use super::{Reader, Result, StoreError, Writer};
use crate::model::ids::{EvidenceId, ReviewerId, SnapshotId, SourceId};
use crate::model::snapshot::{NewSnapshot, QuoteFinding, Snapshot, SnapshotText};
use crate::model::text::{Page, Span};

const SNAPSHOTS: &str = "
    SELECT n.id, n.uuid, n.source_id, b.sha256, b.size, n.media_type, n.characters, n.file_name, n.url, n.status,
           coalesce(n.headers, 'null') AS headers, n.taken_at, p.handle
    FROM snapshots n JOIN blobs b ON b.id = n.blob_id JOIN reviewers p ON p.id = n.taken_by";

fn snapshot(row: &Row<'_>) -> rusqlite::Result<Snapshot> {
    Ok(Snapshot {
        id: SnapshotId(row.get("id")?),
        uuid: parsed(row, "uuid")?,
        source: SourceId(row.get("source_id")?),
        sha256: row.get("sha256")?,
        size: row.get("size")?,
        media_type: row.get("media_type")?,
        characters: row.get("characters")?,
        file_name: row.get("file_name")?,
        url: row.get("url")?,
        status: row.get("status")?,
        headers: json(row, "headers")?,
        taken_at: parsed(row, "taken_at")?,
        reviewer: row.get("handle")?,
    })
}

impl Reader<'_> {
    /// The evidence from a source whose quote stood in any of its snapshots.
    pub fn ever_found(&self, source: SourceId) -> Result<BTreeSet<EvidenceId>> {
        let mut query = self.connection.prepare_cached(
            "SELECT DISTINCT f.evidence_id FROM evidence e JOIN findings f ON f.evidence_id = e.id
             WHERE e.source_id = :source AND f.finding = 'found'",
        )?;
        let ids = query.query_map(named_params! { ":source": source.0 }, |row| {
            Ok(EvidenceId(row.get(0)?))
        })?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// The snapshots of a source, oldest first.
    pub fn snapshots(&self, source: SourceId) -> Result<Vec<Snapshot>> {
        let mut query = self.connection.prepare_cached(&format!(
            "{SNAPSHOTS} WHERE n.source_id = :source ORDER BY n.taken_at, n.uuid"
        ))?;
        Ok(query
            .query_map(named_params! { ":source": source.0 }, snapshot)?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// The bytes of a snapshot; damaged ones are an error.
    pub fn snapshot_bytes(&self, id: SnapshotId) -> Result<Option<Vec<u8>>> {
        let kept = self.kept(
            "SELECT b.sha256, b.size, b.compression, b.bytes
             FROM snapshots n JOIN blobs b ON b.id = n.blob_id WHERE n.id = :id",
            id.0,
        )?;
        kept.map(Kept::unpacked).transpose()
    }

    /// The text of the latest snapshot of a source in which there is any.
    pub fn latest_text(&self, source: SourceId) -> Result<Option<SnapshotText>> {
        let mut query = self.connection.prepare_cached(
            "SELECT id, coalesce(pages, '[]') AS pages FROM snapshots
             WHERE source_id = :source AND text_blob_id IS NOT NULL ORDER BY taken_at DESC, uuid DESC LIMIT 1",
        )?;
        let found = query.query_one(named_params! { ":source": source.0 }, |row| {
            let pages: Vec<(u32, usize, usize)> = json(row, "pages")?;
            Ok((SnapshotId(row.get("id")?), pages))
        });
        let Some((snapshot, pages)) = found.optional()? else {
            return Ok(None);
        };
        let kept = self.kept(
            "SELECT b.sha256, b.size, b.compression, b.bytes
             FROM snapshots n JOIN blobs b ON b.id = n.text_blob_id WHERE n.id = :id",
            snapshot.0,
        )?;
        let bytes = kept.map(Kept::unpacked).transpose()?.unwrap_or_default();
        let text = String::from_utf8(bytes)
            .map_err(|_| StoreError::BadValue(format!("the text of snapshot {snapshot}")))?;
        let pages = pages.into_iter().map(|(number, start, end)| Page {
            number,
            span: Span::new(start, end),
        });
        Ok(Some(SnapshotText {
            snapshot,
            text,
            pages: pages.collect(),
        }))
    }

    /// The numbers of all snapshots, oldest first.
    pub fn snapshot_ids(&self) -> Result<Vec<SnapshotId>> {
        let mut query = self
            .connection
            .prepare_cached("SELECT id FROM snapshots ORDER BY id")?;
        let ids = query.query_map([], |row| row.get(0).map(SnapshotId))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    fn kept(&self, sql: &str, id: i64) -> Result<Option<Kept>> {
        let mut query = self.connection.prepare_cached(sql)?;
        let kept = query.query_one(named_params! { ":id": id }, Kept::of_row);
        Ok(kept.optional()?)
    }
}

impl Writer<'_> {
    /// Keeps a snapshot.
    pub fn insert_snapshot(
        &self,
        source: SourceId,
        reviewer: ReviewerId,
        new: &NewSnapshot<'_>,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<Snapshot> {
        let pages: Vec<(u32, usize, usize)> = new
            .pages
            .iter()
            .map(|page| (page.number, page.span.start, page.span.end))
            .collect();
        let bad = |error: serde_json::Error| StoreError::BadValue(error.to_string());
        let pages = serde_json::to_string(&pages).map_err(bad)?;
        let headers = new.headers.as_ref().map(serde_json::to_string);
        let text = new.text.as_deref();
        let text_blob = text.map(|text| self.keep_bytes(text.as_bytes()));
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO snapshots (uuid, source_id, blob_id, text_blob_id, characters, pages, content_sha256, links, media_type,
                                    file_name, url, status, headers, taken_at, taken_by, created_at)
             VALUES (:uuid, :source, :blob, :text, :characters, :pages, :content, :links, :media_type,
                     :file_name, :url, :status, :headers, :taken_at, :reviewer, :at)
             RETURNING id",
        )?;
        let id: i64 = insert.query_one(
            named_params! {
                ":uuid": uuid.to_string(),
                ":source": source.0,
                ":blob": self.keep_bytes(new.bytes)?,
                ":text": text_blob.transpose()?,
                ":characters": text.map(|text| text.chars().count()),
                ":pages": (!new.pages.is_empty()).then_some(pages),
                ":content": new.content_sha256,
                ":links": serde_json::to_string(&new.links).map_err(bad)?,
                ":media_type": new.media_type,
                ":file_name": new.file_name,
                ":url": new.url,
                ":status": new.status,
                ":headers": headers.transpose().map_err(bad)?,
                ":taken_at": time(new.taken_at),
                ":reviewer": reviewer.0,
                ":at": time(at),
            },
            |row| row.get(0),
        )?;
        let mut query = self
            .connection
            .prepare_cached(&format!("{SNAPSHOTS} WHERE n.id = :id"))?;
        Ok(query.query_one(named_params! { ":id": id }, snapshot)?)
    }

    /// Says whether a quote stands in a snapshot, in the place of what was said
    /// of the two before.
    pub fn note_finding(&self, evidence: EvidenceId, finding: &QuoteFinding) -> Result<()> {
        let figures = serde_json::to_string(&finding.figures)
            .map_err(|error| StoreError::BadValue(error.to_string()))?;
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO findings (evidence_id, snapshot_id, finding, start_char, end_char, page, words,
                                                  likeness, figures)
                 VALUES (:evidence, :snapshot, :finding, :start, :end, :page, :words, :likeness, :figures)",
            )?
            .execute(named_params! {
                ":evidence": evidence.0,
                ":snapshot": finding.snapshot.0,
                ":finding": finding.finding.as_str(),
                ":start": finding.start,
                ":end": finding.end,
                ":page": finding.page,
                ":words": finding.words,
                ":likeness": finding.likeness,
                ":figures": figures,
            })?;
        Ok(())
    }
}
