//! The desk's history: one line per change, each hashed together with the
//! hash of the line before.
//!
//! How lines are hashed stands in `identity::chain`.
//!
//! What the chain can't show: whoever may write to the file may also hash every
//! line anew from some line on, or cut off the last lines and set SQLite's own
//! count of them back. Only a head that was noted elsewhere tells those.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, ToSql, named_params};
use serde_json::Value;

use super::merged::interleaved;
use super::rows::time;
use super::sight::seen;
use super::{Reader, Result, StoreError, Writer};
use crate::identity::{NO_HASH, content_hash, line_hash, link_problem};
use crate::model::event::{
    AuditHead, AuditResult, BadEvent, Event, ExpectedHash, KeptHash, NewEvent, StoredEvent, Subject,
};
use crate::model::ids::uuid_at;

/// That an event `e` on a claim `c` tells of a verdict that is hidden.
const HIDDEN: &str = "(e.action GLOB 'verdict.*' OR e.action GLOB 'ruling.*' OR e.action = 'undo')
    AND e.subject_kind = 'claim' AND e.actor IS NOT (SELECT handle FROM reviewers WHERE id = :viewer) AND NOT {visible}";

const COLUMNS: &str =
    "id, uuid, at, actor, action, subject_kind, subject_id, subject_uuid, before, after,
                       previous_hash, hash";

pub(super) fn stored(row: &Row<'_>) -> rusqlite::Result<StoredEvent> {
    Ok(StoredEvent {
        id: row.get("id")?,
        uuid: row.get("uuid")?,
        at: row.get("at")?,
        actor: row.get("actor")?,
        action: row.get("action")?,
        subject_kind: row.get("subject_kind")?,
        subject_id: row.get("subject_id")?,
        subject_uuid: row.get("subject_uuid")?,
        before: row.get("before")?,
        after: row.get("after")?,
        previous_hash: row.get("previous_hash")?,
        hash: row.get("hash")?,
    })
}

/// The event as programs see it, without what is hidden from who looks. A value that is no JSON is shown as text:
/// looking at the log must not fail where only `audit verify` may judge.
pub(super) fn shown(event: StoredEvent, hidden: bool) -> Event {
    let value = |text: Option<String>| {
        text.filter(|_| !hidden).map_or(Value::Null, |text| {
            serde_json::from_str(&text).unwrap_or(Value::String(text))
        })
    };
    Event {
        id: event.id,
        desk: None,
        uuid: event.uuid,
        at: event.at,
        actor: event.actor,
        action: event.action,
        subject: event.subject_kind,
        subject_id: event.subject_id,
        subject_uuid: event.subject_uuid,
        before: value(event.before),
        after: value(event.after),
        hidden,
        previous_hash: event.previous_hash,
        hash: event.hash,
    }
}

/// The hash that the event should bear.
pub(super) fn hash(event: &StoredEvent) -> String {
    line_hash(&event.previous_hash, event.id, &content_hash(event))
}

/// What is wrong with `event` where a line `expected` with `head` before it
/// should stand, when something is.
fn problem(event: &StoredEvent, expected: i64, head: &str) -> Option<String> {
    let told = (event.id, event.previous_hash.as_str(), event.hash.as_str());
    link_problem(told, (expected, head), &content_hash(event))
}

/// The result that says that the line after the last that holds is bad.
fn bad(result: AuditResult, problem: String) -> AuditResult {
    let id = result.events + 1;
    AuditResult {
        ok: false,
        first_bad: Some(BadEvent {
            id,
            desk: None,
            problem,
        }),
        ..result
    }
}

impl Reader<'_> {
    /// Events on a subject, or all, those of other desks among them; oldest first;
    /// with a limit the latest.
    pub fn events(&self, subject: Option<Subject>, limit: Option<u32>) -> Result<Vec<Event>> {
        let most = limit.map_or(-1, i64::from);
        let own = match subject {
            None => self.events_where("true", &[(":limit", &most)])?,
            Some(subject) => self.own_events(subject, most)?,
        };
        let mut all = interleaved(own, self.merged_on(subject, most)?);
        if let Some(most) = limit.and_then(|most| usize::try_from(most).ok()) {
            all.drain(..all.len().saturating_sub(most));
        }
        Ok(all)
    }

    /// This desk's own events on a subject, oldest first; at most the latest so many,
    /// where that is no negative number.
    pub(super) fn own_events(&self, subject: Subject, most: i64) -> Result<Vec<Event>> {
        let kind = subject.kind.as_str();
        self.events_where(
            "subject_kind = :kind AND subject_id = :id",
            &[(":kind", &kind), (":id", &subject.id), (":limit", &most)],
        )
    }

    /// The latest events for which a condition holds, at most `:limit`, oldest
    /// first.
    pub(super) fn events_where(
        &self,
        narrow: &str,
        values: &[(&str, &dyn ToSql)],
    ) -> Result<Vec<Event>> {
        let hidden = seen(HIDDEN);
        let sql = format!(
            "SELECT e.*, {hidden} AS hidden
             FROM (SELECT {COLUMNS} FROM events WHERE {narrow} ORDER BY id DESC LIMIT :limit) e
             LEFT JOIN claims c ON e.subject_kind = 'claim' AND c.id = e.subject_id
             ORDER BY e.id"
        );
        let viewer = self.sight.viewer();
        let values = [values, &[(":viewer", &viewer)]].concat();
        let mut query = self.connection.prepare_cached(&sql)?;
        let rows = query.query_map(&*values, |row| Ok(shown(stored(row)?, row.get("hidden")?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Events on the claims of an article, oldest first.
    pub fn claim_events(&self, article: crate::model::ids::ArticleId) -> Result<Vec<Event>> {
        let values: [(&str, &dyn ToSql); 2] = [(":article", &article.0), (":limit", &-1)];
        let own = self.events_where(
            "subject_kind = 'claim' AND subject_id IN (SELECT id FROM claims WHERE article_id = :article)",
            &values,
        )?;
        let others = self.merged_where(
            "e.subject_uuid IN (SELECT uuid FROM claims WHERE article_id = :article)",
            &values,
        )?;
        Ok(interleaved(own, others))
    }

    /// Events on a claim and on its flags, oldest first.
    pub fn story_of(&self, claim: crate::model::ids::ClaimId) -> Result<Vec<Event>> {
        let values: [(&str, &dyn ToSql); 2] = [(":claim", &claim.0), (":limit", &-1)];
        let own = self.events_where(
            "(subject_kind = 'claim' AND subject_id = :claim
              OR subject_kind = 'flag' AND subject_id IN (SELECT f.id FROM flags f WHERE f.claim_id = :claim))",
            &values,
        )?;
        let others = self.merged_where(
            "e.subject_uuid IN (SELECT uuid FROM claims WHERE id = :claim
                                UNION SELECT uuid FROM flags WHERE claim_id = :claim)",
            &values,
        )?;
        Ok(interleaved(own, others))
    }

    /// The hash of the first event, by which a desk is known.
    pub fn audit_root(&self) -> Result<String> {
        let mut query = self
            .connection
            .prepare_cached("SELECT hash FROM events ORDER BY id LIMIT 1")?;
        let hash = query.query_one([], |row| row.get(0)).optional()?;
        Ok(hash.unwrap_or_else(|| NO_HASH.to_owned()))
    }

    /// The hash of the last event.
    pub fn audit_head(&self) -> Result<String> {
        Ok(self
            .last_event()?
            .map_or_else(|| NO_HASH.to_owned(), |(_, hash)| hash))
    }

    /// The number of the last event.
    pub fn last_line(&self) -> Result<i64> {
        Ok(self.last_event()?.map_or(0, |(line, _)| line))
    }

    /// The last event, by its number, time and hash.
    pub fn audit_line(&self) -> Result<AuditHead> {
        let mut query = self
            .connection
            .prepare_cached("SELECT id, at, hash FROM events ORDER BY id DESC LIMIT 1")?;
        let found = query.query_one([], |row| {
            Ok(AuditHead {
                line: row.get("id")?,
                at: row.get("at")?,
                hash: row.get("hash")?,
            })
        });
        Ok(found.optional()?.unwrap_or_else(|| AuditHead {
            line: 0,
            at: None,
            hash: NO_HASH.to_owned(),
        }))
    }

    /// Checks the whole chain, one event at a time, up to the first bad one.
    pub fn audit(&self) -> Result<AuditResult> {
        self.chain(|_| ())
    }

    /// The same, and looks for the line that has a hash which somebody kept.
    pub fn audit_expecting(&self, kept: &KeptHash) -> Result<AuditResult> {
        let mut line = None;
        let result = self.chain(|event| {
            if kept.is_of(&event.hash) {
                line.get_or_insert(event.id);
            }
        })?;
        Ok(AuditResult {
            ok: result.ok && line.is_some(),
            expected: Some(ExpectedHash {
                hash: kept.as_str().to_owned(),
                line,
            }),
            ..result
        })
    }

    /// Walks along the chain up to the first event that doesn't hold.
    pub fn chain(&self, mut each: impl FnMut(&StoredEvent)) -> Result<AuditResult> {
        let mut query = self
            .connection
            .prepare(&format!("SELECT {COLUMNS} FROM events ORDER BY id"))?;
        let mut rows = query.query([])?;
        let mut result = AuditResult {
            ok: true,
            events: 0,
            merged_events: 0,
            head: NO_HASH.to_owned(),
            first_bad: None,
            expected: None,
        };
        while let Some(row) = rows.next()? {
            let line = result.events + 1;
            let problem = match stored(row) {
                Ok(event) => match problem(&event, line, &result.head) {
                    None => {
                        each(&event);
                        result.head = event.hash;
                        result.events = line;
                        continue;
                    }
                    Some(problem) => problem,
                },
                // A value of another type, or text that is not UTF-8.
                Err(_) => "it holds a value that can't be read".to_owned(),
            };
            return Ok(bad(result, problem));
        }
        let written = self.events_ever_written()?;
        if written > result.events {
            let problem = format!("it is missing: {written} lines were written");
            return Ok(bad(result, problem));
        }
        let (merged_events, first_bad) = self.audit_merged()?;
        Ok(AuditResult {
            ok: first_bad.is_none(),
            merged_events,
            first_bad,
            ..result
        })
    }

    /// How many events `SQLite` has counted, those gone since included.
    fn events_ever_written(&self) -> Result<i64> {
        let mut query = self.connection.prepare(
            "SELECT coalesce(max(CAST(seq AS INTEGER)), 0) FROM sqlite_sequence WHERE name = 'events'",
        )?;
        Ok(query.query_one([], |row| row.get(0))?)
    }

    fn last_event(&self) -> Result<Option<(i64, String)>> {
        let mut query = self
            .connection
            .prepare_cached("SELECT id, hash FROM events ORDER BY id DESC LIMIT 1")?;
        Ok(query
            .query_one([], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?)
    }
}

impl Writer<'_> {
    /// Adds the next line to the history.
    pub fn append_event(&self, new: &NewEvent, actor: &str, at: DateTime<Utc>) -> Result<()> {
        let json = |value: &Option<Value>| {
            value
                .as_ref()
                .map(serde_json::to_string)
                .transpose()
                .map_err(|error| StoreError::BadValue(error.to_string()))
        };
        let (last, previous_hash) = self
            .last_event()?
            .unwrap_or_else(|| (0, NO_HASH.to_owned()));
        let mut event = StoredEvent {
            id: last + 1,
            uuid: uuid_at(at).to_string(),
            at: time(at),
            actor: actor.to_owned(),
            action: new.action.to_string(),
            subject_kind: new.kind.to_string(),
            subject_id: new.id,
            subject_uuid: new.uuid.map(|uuid| uuid.to_string()),
            before: json(&new.before)?,
            after: json(&new.after)?,
            previous_hash,
            hash: String::new(),
        };
        event.hash = hash(&event);
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO events (id, uuid, at, actor, action, subject_kind, subject_id, subject_uuid, before, after,
                                 previous_hash, hash)
             VALUES (:id, :uuid, :at, :actor, :action, :kind, :subject, :subject_uuid, :before, :after,
                     :previous, :hash)",
        )?;
        insert.execute(named_params! {
            ":id": event.id,
            ":uuid": event.uuid,
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
        })?;
        Ok(())
    }
}
