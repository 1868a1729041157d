//! The full-text indexes: what changed is noted by triggers in `unindexed`,
//! and written into both in one go before a change is committed, in the order
//! in which they take it fastest.

use rusqlite::named_params;

use super::{Result, Writer};

/// The columns of the index of words, by which a search can be narrowed.
pub(in crate::store) const COLUMNS: &str = "statement, quote, rationale, correction, evidence, comment, title, byline, text, address, message";

/// The kinds of documents, in the order of the last two bits of their ids, with the
/// tables whose rows are one each.
pub(super) const KINDS: [(&str, &str); 4] = [
    ("claim", "claims"),
    ("article", "articles"),
    ("source", "sources"),
    ("flag", "flags"),
];

/// A kind of which documents have changed, by the last two bits of their ids.
struct Changed {
    code: u8,
    kind: &'static str,
    table: &'static str,
    /// Whether their rows in the index of letters are others as well.
    letters: bool,
}

impl Writer<'_> {
    /// Brings the indexes up to what the desk holds.
    pub(super) fn index_changes(&self) -> Result<()> {
        let changed = self.changed_kinds()?;
        if changed.is_empty() {
            return Ok(());
        }
        for changed in &changed {
            self.write_rows("words", (COLUMNS, COLUMNS), changed)?;
            if changed.letters {
                self.write_rows("letters", ("text", "letters"), changed)?;
            }
        }
        self.connection
            .prepare_cached("DELETE FROM unindexed")?
            .execute([])?;
        Ok(())
    }

    fn changed_kinds(&self) -> Result<Vec<Changed>> {
        let mut query = self.connection.prepare_cached(
            "SELECT id & 3 AS code, max(letters) AS letters FROM unindexed GROUP BY code",
        )?;
        let changed = query.query_map([], |row| {
            let code: u8 = row.get("code")?;
            let (kind, table) = KINDS[usize::from(code)];
            Ok(Changed {
                code,
                kind,
                table,
                letters: row.get("letters")?,
            })
        })?;
        Ok(changed.collect::<rusqlite::Result<_>>()?)
    }

    /// Writes the rows of the documents of a kind that have changed into an index, and
    /// takes out those that are gone. An index writes what a statement changed before
    /// the next one: a row is replaced by one statement, and not taken out by another.
    fn write_rows(
        &self,
        index: &str,
        (columns, values): (&str, &str),
        changed: &Changed,
    ) -> Result<()> {
        let waiting = match index {
            "letters" => "id & 3 = :code AND letters = 1",
            _ => "id & 3 = :code",
        };
        self.connection
            .prepare_cached(&format!(
                "DELETE FROM {index} WHERE rowid IN (
                     SELECT id FROM unindexed WHERE {waiting} AND id >> 2 NOT IN (SELECT id FROM {}))",
                changed.table
            ))?
            .execute(named_params! { ":code": changed.code })?;
        self.connection
            .prepare_cached(&format!(
                "INSERT OR REPLACE INTO {index} (rowid, {columns})
                 SELECT id, {values} FROM search_documents
                 WHERE kind = :kind AND number IN (SELECT id >> 2 FROM unindexed WHERE {waiting})"
            ))?
            .execute(named_params! { ":kind": changed.kind, ":code": changed.code })?;
        Ok(())
    }
}
