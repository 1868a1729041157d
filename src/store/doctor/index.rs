//! Whether the full-text indexes hold what the desk says, and writing them anew.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use rusqlite::{Rows, named_params};

use crate::store::index::{Index, KINDS, LETTERS, WORDS};
use crate::store::{Connection, Reader, Result, Writer};

/// A term, a document that holds it, and where.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    term: String,
    document: i64,
    places: Vec<(Option<String>, Option<i64>)>,
}

/// Entries of an index, in the order of terms and documents.
struct Entries<'r> {
    rows: Rows<'r>,
    begun: Option<Entry>,
}

impl Entries<'_> {
    fn next(&mut self) -> Result<Option<Entry>> {
        while let Some(row) = self.rows.next()? {
            let (term, document) = (row.get("term")?, row.get("doc")?);
            let place = (row.get("col")?, row.get("offset")?);
            match &mut self.begun {
                Some(entry) if entry.term == term && entry.document == document => {
                    entry.places.push(place);
                }
                begun => {
                    let whole = begun.replace(Entry {
                        term,
                        document,
                        places: vec![place],
                    });
                    if whole.is_some() {
                        return Ok(whole);
                    }
                }
            }
        }
        Ok(self.begun.take())
    }
}

impl Reader<'_> {
    /// The documents whose rows in an index are not what the desk says, but for
    /// those that wait to be written. A fresh index is made beside it, and both
    /// are read side by side.
    pub fn index_faults(&self, index: &'static str) -> Result<Vec<String>> {
        let definition: String = self.connection.query_one(
            "SELECT sql FROM sqlite_schema WHERE name = :index",
            named_params! { ":index": index },
            |row| row.get(0),
        )?;
        let fresh = definition.replacen(index, "temp.fresh", 1);
        let Index {
            columns, values, ..
        } = if index == LETTERS.name {
            LETTERS
        } else {
            WORDS
        };
        self.connection.execute_batch(&format!(
            "DROP TABLE IF EXISTS temp.kept; DROP TABLE IF EXISTS temp.meant; DROP TABLE IF EXISTS temp.fresh; {fresh};
             INSERT INTO fresh (rowid, {columns}) SELECT id, {values} FROM search_documents;
             CREATE VIRTUAL TABLE temp.kept USING fts5vocab (main, {index}, instance);
             CREATE VIRTUAL TABLE temp.meant USING fts5vocab (temp, fresh, instance)"
        ))?;
        let mut wrong = differences(self.connection)?;
        let mut waiting = self.connection.prepare("SELECT id FROM unindexed")?;
        for id in waiting.query_map([], |row| row.get::<_, i64>(0))? {
            wrong.remove(&id?);
        }
        let named = |id: i64| {
            let kind = usize::try_from(id & 3)
                .ok()
                .and_then(|kind| KINDS.get(kind));
            format!("{} {}", kind.map_or("", |(kind, _)| kind), id >> 2)
        };
        Ok(wrong.into_iter().map(named).collect())
    }
}

/// The documents in which two indexes differ.
fn differences(connection: &Connection) -> Result<BTreeSet<i64>> {
    let sql = |name: &str| format!("SELECT term, doc, col, \"offset\" FROM {name}");
    let (mut kept, mut meant) = (
        connection.prepare(&sql("kept"))?,
        connection.prepare(&sql("meant"))?,
    );
    let mut kept = Entries {
        rows: kept.query([])?,
        begun: None,
    };
    let mut meant = Entries {
        rows: meant.query([])?,
        begun: None,
    };
    let mut wrong = BTreeSet::new();
    let (mut one, mut other) = (kept.next()?, meant.next()?);
    loop {
        let order = match (&one, &other) {
            (None, None) => return Ok(wrong),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(one), Some(other)) => {
                (&one.term, one.document).cmp(&(&other.term, other.document))
            }
        };
        if order == Ordering::Equal {
            if one != other {
                wrong.extend(one.map(|entry| entry.document));
            }
            (one, other) = (kept.next()?, meant.next()?);
        } else if order == Ordering::Less {
            wrong.extend(one.map(|entry| entry.document));
            one = kept.next()?;
        } else {
            wrong.extend(other.map(|entry| entry.document));
            other = meant.next()?;
        }
    }
}

impl Writer<'_> {
    /// Writes both indexes anew.
    pub fn rebuild_indexes(&self) -> Result<()> {
        for Index {
            name,
            columns,
            values,
            ..
        } in [WORDS, LETTERS]
        {
            self.connection.execute_batch(&format!(
                "INSERT INTO {name} ({name}) VALUES ('delete-all');
                 INSERT INTO {name} (rowid, {columns}) SELECT id, {values} FROM search_documents"
            ))?;
        }
        self.connection.execute_batch("DELETE FROM unindexed")?;
        Ok(())
    }
}
