//! Whether a desk's file is sound, and what can be mended of it without knowing
//! more than the desk itself says.

mod bytes;
mod derived;
mod index;
mod places;
mod schema;

use super::{End, Reader, Result, Store, StoreError, Writer};

/// How many faults of the file are listed.
const MOST_FAULTS: usize = 20;

/// A few times: one round of mending what is derived can call for another,
/// where one claim's check rests on that of another.
const MOST_ROUNDS: usize = 8;

impl Reader<'_> {
    /// What `SQLite` finds wrong with the file.
    pub fn file_faults(&self) -> Result<Vec<String>> {
        let mut query = self
            .connection
            .prepare(&format!("PRAGMA integrity_check({MOST_FAULTS})"))?;
        let faults = query.query_map([], |row| row.get::<_, String>(0))?;
        let mut faults = faults.collect::<rusqlite::Result<Vec<_>>>()?;
        faults.retain(|fault| fault != "ok");
        Ok(faults)
    }

    /// What refers to something that is not there.
    pub fn broken_references(&self) -> Result<Vec<String>> {
        let mut query = self.connection.prepare(
            "SELECT printf('%s %s has no %s', \"table\", coalesce(rowid, 'row'), parent) FROM pragma_foreign_key_check",
        )?;
        let broken = query.query_map([], |row| row.get(0))?;
        Ok(broken.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Mends what follows from the rest of the desk. Says what was mended.
    fn mend(&self) -> Result<Vec<String>> {
        let mut mended = self.mend_schema()?;
        if !self.file_faults()?.is_empty() {
            // Where rows contradict each other, no index can be made of them;
            // the next check tells.
            match self.connection.execute_batch("REINDEX") {
                Ok(()) => mended.push("SQLite's own indexes were written anew".to_owned()),
                Err(rusqlite::Error::SqliteFailure(error, _))
                    if error.code == rusqlite::ErrorCode::ConstraintViolation => {}
                Err(error) => return Err(error.into()),
            }
        }
        for _ in 0..MOST_ROUNDS {
            let wrong = self.derived_faults()?;
            if wrong.is_empty() {
                break;
            }
            self.derive_anew()?;
            mended.extend(wrong.iter().map(|wrong| format!("{wrong}: written anew")));
        }
        let mut differing = Vec::new();
        for index in ["words", "letters"] {
            differing.extend(self.index_faults(index)?);
        }
        if !differing.is_empty() {
            self.rebuild_indexes()?;
            mended.push("the full-text indexes were written anew".to_owned());
        }
        Ok(mended)
    }
}

impl Store {
    /// Mends what follows from the rest of the desk, and takes in what its log
    /// holds. Says what was mended.
    pub(crate) fn mend(&mut self) -> Result<Vec<String>> {
        let path = self.path.clone();
        let at = |error: StoreError| error.at(&path);
        let mut mended = Vec::new();
        let mode: String = self
            .connection
            .pragma_query_value(None, "journal_mode", |row| row.get(0))
            .map_err(|error| at(error.into()))?;
        if mode != "wal" {
            self.connection
                .pragma_update(None, "journal_mode", "wal")
                .map_err(|error| at(error.into()))?;
            mended.push(
                "a log is written again, so that nobody who reads waits for who writes".to_owned(),
            );
        }
        mended.extend(
            self.write(|writer| writer.mend().map(End::Kept))
                .map_err(at)?,
        );
        // Where somebody reads, what they need stays in the log until later.
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
            .map_err(|error| at(error.into()))?;
        Ok(mended)
    }
}
