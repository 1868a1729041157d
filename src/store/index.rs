//! The full-text indexes: what changed is noted by triggers in `unindexed`,
//! and written into both in one go before a change is committed, in the order
//! in which they take it fastest.

use rusqlite::named_params;

use super::{Result, Writer};

/// The columns of the index of words, by which a search can be narrowed.
const COLUMNS: &str = "statement, quote, rationale, correction, evidence, comment, title, byline, text, address, message";

/// One of the two indexes.
pub(super) struct Index {
    pub(super) name: &'static str,
    /// Its columns.
    pub(super) columns: &'static str,
    /// Those of `search_documents` that are written into them.
    pub(super) values: &'static str,
    /// Which of the documents in `unindexed` have another row in it.
    waiting: &'static str,
}

/// A text as the indexes are asked for it: within quotes nothing is syntax.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// What is searched for words.
pub(super) const WORDS: Index = Index {
    name: "words",
    columns: COLUMNS,
    values: COLUMNS,
    waiting: "true",
};

/// What is searched for pieces of words.
pub(super) const LETTERS: Index = Index {
    name: "letters",
    columns: "text",
    values: "letters",
    waiting: "letters = 1",
};

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
            self.write_rows(&WORDS, changed)?;
            if changed.letters {
                self.write_rows(&LETTERS, changed)?;
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
    fn write_rows(&self, index: &Index, changed: &Changed) -> Result<()> {
        let Index {
            name,
            columns,
            values,
            waiting,
        } = index;
        self.connection
            .prepare_cached(&format!(
                "DELETE FROM {name} WHERE rowid IN (
                     SELECT id FROM unindexed
                     WHERE id & 3 = :code AND {waiting} AND id >> 2 NOT IN (SELECT id FROM {}))",
                changed.table
            ))?
            .execute(named_params! { ":code": changed.code })?;
        self.connection
            .prepare_cached(&format!(
                "INSERT OR REPLACE INTO {name} (rowid, {columns})
                 SELECT id, {values} FROM search_documents
                 WHERE kind = :kind AND number IN (
                     SELECT id >> 2 FROM unindexed WHERE id & 3 = :code AND {waiting})"
            ))?
            .execute(named_params! { ":kind": changed.kind, ":code": changed.code })?;
        Ok(())
    }
}
