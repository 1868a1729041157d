//! Whether bytes that were kept are those that came.

use crate::store::blobs::Kept;
use crate::store::{Reader, Result};

impl Reader<'_> {
    /// Originals of articles, snapshots of sources and what else is kept as it came
    /// that no longer has its SHA-256.
    pub fn damaged_bytes(&self) -> Result<Vec<String>> {
        let mut query = self.connection.prepare(
            "SELECT b.sha256, b.size, b.compression, b.bytes, coalesce(
                 (SELECT 'revision ' || r.number || ' of article ' || r.article_id FROM revisions r
                  WHERE r.blob_id = b.id ORDER BY r.id LIMIT 1),
                 (SELECT 'snapshot ' || n.id || ' of source ' || n.source_id FROM snapshots n
                  WHERE n.blob_id = b.id ORDER BY n.id LIMIT 1),
                 (SELECT 'the text of snapshot ' || n.id || ' of source ' || n.source_id FROM snapshots n
                  WHERE n.text_blob_id = b.id ORDER BY n.id LIMIT 1),
                 (SELECT 'what the setting ' || g.key || ' keeps' FROM settings g WHERE g.value = b.sha256),
                 'bytes that nothing refers to') AS whose
             FROM blobs b ORDER BY b.id",
        )?;
        let mut rows = query.query([])?;
        let mut damaged = Vec::new();
        while let Some(row) = rows.next()? {
            let is_as_it_came = Kept::of_row(row).is_ok_and(|kept| kept.unpacked().is_ok());
            if !is_as_it_came {
                let whose: String = row.get("whose")?;
                damaged.push(format!("{whose} has not the SHA-256 that it came with"));
            }
        }
        Ok(damaged)
    }
}
