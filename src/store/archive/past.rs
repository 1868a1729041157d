//! The histories that an archive carries: that of the desk which wrote it, and
//! those that had come to it before. Each is a chain, or, where a desk was copied
//! and both copies went on, a tree of which every line leads back to the first.

use rusqlite::{OptionalExtension, Row, named_params};

use crate::identity::NO_HASH;
use crate::model::event::{StoredEvent, SubjectKind};
use crate::store::events::{hash, stored};
use crate::store::{Reader, Result, StoreError, Writer};

/// A line of the history of a desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PastEvent {
    /// The uuid of the first event of the desk that wrote it.
    pub(crate) desk: String,
    /// The line; its id is its number on that desk.
    pub(crate) event: StoredEvent,
}

/// Every line that the desk has, its own and those of others. Its own come with
/// the uuid of its first one.
const PAST: &str = "
    SELECT :own AS desk, id, uuid, at, actor, action, subject_kind, subject_id, subject_uuid, before, after,
           previous_hash, hash FROM events
    UNION ALL
    SELECT desk, number, uuid, at, actor, action, subject_kind, subject_id, subject_uuid, before, after,
           previous_hash, hash FROM merged_events
    ORDER BY desk, id, hash";

pub(super) const INCOMING: &str = "
    CREATE TEMP TABLE incoming_events (
        uuid TEXT PRIMARY KEY, desk TEXT NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL,
        action TEXT NOT NULL, subject_kind TEXT NOT NULL, subject_id INTEGER NOT NULL, subject_uuid TEXT, before TEXT,
        after TEXT, previous_hash TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, known INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX temp.incoming_events_by_subject ON incoming_events (subject_uuid, known);";

fn past(row: &Row<'_>) -> rusqlite::Result<PastEvent> {
    Ok(PastEvent {
        desk: row.get("desk")?,
        event: stored(row)?,
    })
}

/// How many lines of other desks' histories a merge brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PastTaken {
    /// Those that were not known.
    pub(crate) lines: u64,
    /// Those among them that tell of more than of merging.
    pub(crate) news: u64,
}

impl Reader<'_> {
    /// What a desk is known by among others: the uuid of its first event.
    pub(crate) fn desk_uuid(&self) -> Result<String> {
        let sql = "SELECT uuid FROM events ORDER BY id LIMIT 1";
        let uuid = self.connection.query_one(sql, [], |row| row.get(0));
        Ok(uuid.optional()?.unwrap_or_default())
    }

    /// Hands over every line of history that the desk has, each behind the one
    /// that it follows.
    pub(crate) fn each_past<E: From<StoreError>>(
        &self,
        mut each: impl FnMut(PastEvent) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let own = self.desk_uuid()?;
        let mut query = self.connection.prepare(PAST).map_err(StoreError::from)?;
        let mut rows = query
            .query(named_params! { ":own": own })
            .map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            each(past(row).map_err(StoreError::from)?)?;
        }
        Ok(())
    }

    /// The hash that a line bears which the desk has, its own or of another.
    pub(crate) fn hash_of_event(&self, uuid: &str) -> Result<Option<String>> {
        let mut query = self.connection.prepare_cached(
            "SELECT hash FROM events WHERE uuid = :uuid
             UNION ALL SELECT hash FROM merged_events WHERE uuid = :uuid LIMIT 1",
        )?;
        let hash = query.query_one(named_params! { ":uuid": uuid }, |row| row.get(0));
        Ok(hash.optional()?)
    }
}

impl Writer<'_> {
    /// Puts a line of history aside that came in; else says why it does not hold.
    pub(crate) fn stage_past(&self, past: &PastEvent) -> Result<std::result::Result<(), String>> {
        let event = &past.event;
        if hash(event) != event.hash {
            return Ok(Err("its content does not match its hash".to_owned()));
        }
        if event.subject_kind.parse::<SubjectKind>().is_err() {
            return Ok(Err(format!("“{}” is no subject", event.subject_kind)));
        }
        if !self.follows(past)? {
            return Ok(Err("the line that it follows is missing".to_owned()));
        }
        let known = match self.hash_of_event(&event.uuid)? {
            Some(hash) if hash != event.hash => {
                return Ok(Err("this desk has another line of that UUID".to_owned()));
            }
            known => known.is_some(),
        };
        let added = self
            .connection
            .prepare_cached(
                "INSERT INTO temp.incoming_events VALUES (:uuid, :desk, :number, :at, :actor, :action, :kind, :subject,
                     :subject_uuid, :before, :after, :previous, :hash, :known) ON CONFLICT DO NOTHING",
            )?
            .execute(named_params! {
                ":uuid": event.uuid,
                ":desk": past.desk,
                ":number": event.id,
                ":at": event.at,
                ":actor": event.actor,
                ":action": event.action,
                ":kind": event.subject_kind,
                ":subject": event.subject_id,
                ":subject_uuid": event.subject_uuid,
                ":before": event.before,
                ":after": event.after,
                ":previous": event.previous_hash,
                ":hash": event.hash,
                ":known": known,
            })?;
        if added == 0 {
            return Ok(Err("it stands there twice".to_owned()));
        }
        Ok(Ok(()))
    }

    /// Whether the line that a line follows came in before it, or it is a first one.
    fn follows(&self, past: &PastEvent) -> Result<bool> {
        let event = &past.event;
        if event.id == 1 {
            return Ok(event.previous_hash == NO_HASH && event.uuid == past.desk);
        }
        let mut query = self.connection.prepare_cached(
            "SELECT 1 FROM temp.incoming_events WHERE hash = :previous AND number = :number - 1 AND desk = :desk",
        )?;
        Ok(query.exists(named_params! {
            ":previous": event.previous_hash,
            ":number": event.id,
            ":desk": past.desk,
        })?)
    }

    /// Whether a line of that hash came in.
    pub(crate) fn has_staged_hash(&self, hash: &str) -> Result<bool> {
        let mut query = self
            .connection
            .prepare_cached("SELECT 1 FROM temp.incoming_events WHERE hash = :hash")?;
        Ok(query.exists(named_params! { ":hash": hash })?)
    }

    /// Keeps the lines of history that came in and are not known.
    pub(crate) fn take_past(&self) -> Result<PastTaken> {
        let taken = self.connection.query_one(
            "SELECT count(*) AS lines, count(*) FILTER (WHERE action <> 'merge') AS news
             FROM temp.incoming_events WHERE NOT known",
            [],
            |row| {
                Ok(PastTaken {
                    lines: row.get("lines")?,
                    news: row.get("news")?,
                })
            },
        )?;
        self.connection.execute(
            "INSERT INTO merged_events (uuid, desk, number, at, actor, action, subject_kind, subject_id, subject_uuid,
                                        before, after, previous_hash, hash)
             SELECT uuid, desk, number, at, actor, action, subject_kind, subject_id, subject_uuid,
                    before, after, previous_hash, hash
             FROM temp.incoming_events WHERE NOT known",
            [],
        )?;
        Ok(taken)
    }

    /// The last lines of the histories that came in: the hashes that no other line
    /// follows, with their desks.
    pub(crate) fn staged_heads(&self) -> Result<Vec<(String, String)>> {
        let mut query = self.connection.prepare(
            "SELECT e.desk, e.hash FROM temp.incoming_events e
             WHERE NOT EXISTS (SELECT 1 FROM temp.incoming_events n WHERE n.previous_hash = e.hash AND n.desk = e.desk)
             ORDER BY e.desk, e.hash",
        )?;
        let heads = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(heads.collect::<rusqlite::Result<_>>()?)
    }
}
