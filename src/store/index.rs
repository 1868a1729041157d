//! The full-text indexes: what changed is noted by triggers in `unindexed`,
//! and written into both in one go before a change is committed, in the order
//! in which they take it fastest.

use rusqlite::named_params;

use super::{Result, Writer};

/// The columns of the index of words, by which a search can be narrowed.
pub(in crate::store) const COLUMNS: &str = "statement, quote, rationale, correction, evidence, comment, title, byline, text, address, message";

/// The kinds of documents, in the order of the last two bits of their ids.
pub(super) const KINDS: [&str; 4] = ["claim", "article", "source", "flag"];

impl Writer<'_> {
    /// Brings the indexes up to what the desk holds.
    pub(super) fn index_changes(&self) -> Result<()> {
        let changed: bool = self
            .connection
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM unindexed)")?
            .query_one([], |row| row.get(0))?;
        if !changed {
            return Ok(());
        }
        for index in ["words", "letters"] {
            self.connection
                .prepare_cached(&format!(
                    "DELETE FROM {index} WHERE rowid IN (SELECT id FROM unindexed)"
                ))?
                .execute([])?;
        }
        let changed = "FROM search_documents WHERE kind = :kind
                           AND number IN (SELECT id >> 2 FROM unindexed WHERE id & 3 = :code)";
        for (code, kind) in (0_u8..).zip(KINDS) {
            let of_kind = named_params! { ":kind": kind, ":code": code };
            self.connection
                .prepare_cached(&format!(
                    "INSERT INTO words (rowid, {COLUMNS}) SELECT id, {COLUMNS} {changed}"
                ))?
                .execute(of_kind)?;
            self.connection
                .prepare_cached(&format!(
                    "INSERT INTO letters (rowid, text) SELECT id, letters {changed}"
                ))?
                .execute(of_kind)?;
        }
        self.connection
            .prepare_cached("DELETE FROM unindexed")?
            .execute([])?;
        Ok(())
    }
}
