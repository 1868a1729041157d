//! All the SQL there is: one file per table family, and the opening,
//! migrating and locking of a desk's file.
//!
//! Reading goes through [`Store::read`], writing through [`Store::write`]:
//! both hand out one consistent transaction, the writing one begun
//! `IMMEDIATE`, so that two programs never interleave. A [`Writer`] can do all
//! that a [`Reader`] can. What the desk means by a change is decided above;
//! here are only rows.

mod agreement;
mod anchors;
pub(crate) mod archive;
mod articles;
mod assignments;
mod blobs;
mod candidates;
mod checks;
mod claims;
mod clusters;
mod commonness;
mod copies;
mod coverage;
mod create;
mod crosswalks;
mod doctor;
mod draft;
mod error;
mod events;
mod evidence;
mod flags;
mod gate;
mod glances;
mod guards;
mod index;
mod links;
mod matching;
mod merged;
mod migrate;
mod narrow;
mod notes;
mod open;
mod people;
mod plain;
#[cfg(test)]
mod plans;
mod records;
mod reference;
mod remarks;
mod rows;
mod rulings;
mod scales;
mod search;
mod sentences;
mod settings;
mod sight;
mod snapshots;
mod sources;
mod sourcing;
mod stats;
mod tallies;
mod undo;
mod verdicts;
mod waiting;

use std::ops::Deref;
use std::path::{Path, PathBuf};

use rusqlite::TransactionBehavior;

pub use articles::RevisionInfo;
pub use candidates::Numbered;
pub use copies::BackupTo;
pub use error::StoreError;
pub(crate) use flags::FlagPlace;
pub(crate) use matching::WordSought;
pub use migrate::Upgraded;
pub(crate) use plain::{PlainFile, is_plain};
pub(crate) use records::{ImportRow, RecordRow};
pub(crate) use rulings::NewRuling;
pub use search::Found;
pub(crate) use search::HIDDEN_FIELDS;
pub use settings::Setting;
pub use sight::Sight;
pub use sources::FoundSource;
pub(crate) use verdicts::{VerdictIdentity, VerdictRow};

#[expect(
    clippy::disallowed_types,
    reason = "the one place that names the connection"
)]
type Connection = rusqlite::Connection;

pub(crate) type Result<T> = std::result::Result<T, StoreError>;

/// What a program means to do with a desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Only look: works on a desk that may not be written to.
    Read,
    /// Change it.
    Write,
    /// Bring it in order: it may lack triggers, or have others.
    Mend,
}

/// How much of the file is kept in memory by a change that touches much of it, in KiB.
const MUCH_CACHE_KIB: i64 = 64 * 1024;

/// What rows belong to: one claim, or a whole article.
#[derive(Debug, Clone, Copy)]
pub enum Scope {
    /// One claim's.
    Claim(crate::model::ids::ClaimId),
    /// Those of every claim of an article.
    Article(crate::model::ids::ArticleId),
}

impl Scope {
    fn id(self) -> i64 {
        match self {
            Self::Claim(id) => id.0,
            Self::Article(id) => id.0,
        }
    }
}

/// An open desk file.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
    upgraded: Option<Upgraded>,
}

/// One consistent view of the desk.
#[derive(Debug)]
pub struct Reader<'s> {
    connection: &'s Connection,
    sight: Sight,
}

/// How a change that succeeded ends, with what it gives back.
#[derive(Debug)]
pub enum End<T> {
    /// What was written is kept.
    Kept(T),
    /// Nothing needed changing: what was written on the way is undone.
    Undone(T),
}

/// One change of the desk, under way.
#[derive(Debug)]
pub struct Writer<'s> {
    reader: Reader<'s>,
}

impl<'s> Deref for Writer<'s> {
    type Target = Reader<'s>;
    fn deref(&self) -> &Reader<'s> {
        &self.reader
    }
}

/// Which SQLite is built in.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}

impl Store {
    /// The version of the schema that this program gives to desks.
    pub const VERSION: u32 = migrate::latest(migrate::MIGRATIONS);

    /// The desk's file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What was done to it when it was opened, where it was an older one.
    pub fn upgraded(&self) -> Option<&Upgraded> {
        self.upgraded.as_ref()
    }

    /// Runs `look` on one consistent view of the desk.
    pub fn read<T, E: From<StoreError>>(
        &self,
        look: impl FnOnce(&Reader<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let view = self
            .connection
            .unchecked_transaction()
            .map_err(StoreError::Sqlite)?;
        look(&Reader {
            connection: &view,
            sight: Sight::All,
        })
    }

    /// A number that is another one once another program has changed the file.
    pub fn changes_of_others(&self) -> Result<i64> {
        let version = self
            .connection
            .pragma_query_value(None, "data_version", |row| row.get(0));
        version.map_err(StoreError::Sqlite)
    }

    /// Keeps more of the file in memory, for a change that touches much of it: what
    /// is written time and again goes to the disk once.
    pub fn expect_much(&self) -> Result<()> {
        // What a statement that fails would take back is kept there as well.
        let pragmas = self
            .connection
            .pragma_update(None, "cache_size", -MUCH_CACHE_KIB)
            .and_then(|()| self.connection.pragma_update(None, "temp_store", "memory"));
        pragmas.map_err(StoreError::Sqlite)
    }

    /// Runs `change` in one transaction that is kept whole when it succeeds
    /// and says so, and undone whole otherwise.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        change: impl FnOnce(&Writer<'_>) -> std::result::Result<End<T>, E>,
    ) -> std::result::Result<T, E> {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::Sqlite)?;
        let writer = Writer {
            reader: Reader {
                connection: &transaction,
                sight: Sight::All,
            },
        };
        match change(&writer)? {
            End::Kept(value) => {
                writer.index_changes()?;
                transaction.commit().map_err(StoreError::Sqlite)?;
                Ok(value)
            }
            End::Undone(value) => Ok(value),
        }
    }
}
