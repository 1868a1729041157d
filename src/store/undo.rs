//! What taking an act back needs: which act it is, what came after it, and the
//! rows to take away. The history itself only grows.

use rusqlite::named_params;

use super::{Reader, Result, Writer};
use crate::model::event::{Event, Subject};
use crate::model::ids::{ClaimId, EvidenceId, FlagId, SnapshotId, SourceId};

/// The lines of the history that acts of taking back name.
const UNDONE: &str = "(SELECT CAST(u.before ->> '$.line' AS INTEGER) FROM events u WHERE u.actor = :actor AND u.action = 'undo')";

impl Reader<'_> {
    /// The lines of what somebody did last and has not taken back: one act can
    /// have written several. Latest first.
    pub fn last_act(&self, actor: &str) -> Result<Vec<Event>> {
        let narrow = format!(
            "actor = :actor AND action NOT IN ('undo', 'lint') AND id NOT IN {UNDONE}
             AND at = (SELECT e.at FROM events e WHERE e.actor = :actor AND e.action NOT IN ('undo', 'lint')
                           AND e.id NOT IN {UNDONE} ORDER BY e.id DESC LIMIT 1)"
        );
        let mut events = self.events_where(&narrow, &[(":actor", &actor), (":limit", &-1)])?;
        events.reverse();
        Ok(events)
    }

    /// What was done to a thing after a line, and by whom, without what was
    /// taken back.
    pub fn acts_after(
        &self,
        (line, at): (i64, &str),
        subject: Subject,
    ) -> Result<Vec<(String, String)>> {
        let mut query = self.connection.prepare_cached(
            "SELECT e.action, e.actor FROM events e
             WHERE e.subject_kind = :kind AND e.subject_id = :id AND e.id > :line AND e.action NOT IN ('undo', 'lint')
                 AND NOT EXISTS (SELECT 1 FROM events u WHERE u.subject_kind = :kind AND u.subject_id = :id
                                     AND u.action = 'undo' AND CAST(u.before ->> '$.line' AS INTEGER) = e.id)
             ORDER BY e.id",
        )?;
        let acts = query.query_map(
            named_params! { ":kind": subject.kind.as_str(), ":id": subject.id, ":line": line },
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let mut acts = acts.collect::<rusqlite::Result<Vec<_>>>()?;
        acts.extend(self.merged_after(subject, at)?);
        Ok(acts)
    }
}

impl Writer<'_> {
    /// Takes a claim away, with its anchors and topics.
    pub fn delete_claim(&self, id: ClaimId) -> Result<()> {
        self.delete("DELETE FROM claims WHERE id = :id", id.0)
    }

    /// Takes a piece of evidence away.
    pub fn delete_evidence(&self, id: EvidenceId) -> Result<()> {
        self.delete("DELETE FROM evidence WHERE id = :id", id.0)
    }

    /// Takes a source away that nothing cites, with its snapshots.
    pub fn delete_source(&self, id: SourceId) -> Result<()> {
        self.delete("DELETE FROM sources WHERE id = :id", id.0)?;
        self.drop_unused_bytes()
    }

    /// Takes a snapshot away.
    pub fn delete_snapshot(&self, id: SnapshotId) -> Result<()> {
        self.delete("DELETE FROM snapshots WHERE id = :id", id.0)?;
        self.drop_unused_bytes()
    }

    /// Takes a flag away.
    pub fn delete_flag(&self, id: FlagId) -> Result<()> {
        self.delete("DELETE FROM flags WHERE id = :id", id.0)
    }

    /// Opens a flag again.
    pub fn reopen_flag(&self, id: FlagId) -> Result<()> {
        self.delete(
            "UPDATE flags SET state = 'open', resolved_by = NULL, resolved_at = NULL, resolution = NULL WHERE id = :id",
            id.0,
        )
    }

    fn delete(&self, sql: &str, id: i64) -> Result<()> {
        self.connection
            .prepare_cached(sql)?
            .execute(named_params! { ":id": id })?;
        Ok(())
    }
}
