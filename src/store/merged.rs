//! The histories of other desks, as archives brought them: shown among the desk's
//! own lines, and checked like them.

use rusqlite::{ToSql, named_params};

use super::events::{hash, shown, stored};
use super::sight::seen;
use super::{Reader, Result};
use crate::model::event::{BadEvent, Event, Subject, SubjectKind};
use crate::model::ids::ClaimId;

/// That a line `e` of another desk on a claim `c` tells of a verdict that is hidden;
/// so does one on a claim that is not here.
const HIDDEN: &str = "(:viewer IS NOT NULL AND e.subject_kind = 'claim'
    AND (e.action GLOB 'verdict.*' OR e.action GLOB 'ruling.*' OR e.action = 'undo')
    AND e.actor IS NOT (SELECT handle FROM reviewers WHERE id = :viewer) AND NOT coalesce({visible}, 0))";

/// The number that the thing of a line `e` has on this desk, under whatever identity
/// it goes by now; else the one that it had there.
const NUMBER_HERE: &str = "coalesce(
    (WITH now (uuid) AS (SELECT coalesce((SELECT r.became FROM removals r
                                          WHERE r.kind = e.subject_kind AND r.uuid = e.subject_uuid), e.subject_uuid))
     SELECT CASE e.subject_kind
         WHEN 'article' THEN (SELECT x.id FROM articles x WHERE x.uuid = now.uuid)
         WHEN 'claim' THEN (SELECT x.id FROM claims x WHERE x.uuid = now.uuid)
         WHEN 'reviewer' THEN (SELECT x.id FROM reviewers x WHERE x.uuid = now.uuid)
         WHEN 'scale' THEN (SELECT x.id FROM scales x WHERE x.uuid = now.uuid)
         WHEN 'source' THEN (SELECT x.id FROM sources x WHERE x.uuid = now.uuid)
         WHEN 'flag' THEN (SELECT x.id FROM flags x WHERE x.uuid = now.uuid) END FROM now),
    e.subject_id)";

/// That a line `e` follows one that is here.
const FOLLOWS: &str = "(e.number = 1
    OR EXISTS (SELECT 1 FROM merged_events p WHERE p.hash = e.previous_hash AND p.number = e.number - 1)
    OR EXISTS (SELECT 1 FROM events p WHERE p.hash = e.previous_hash AND p.id = e.number - 1))";

/// A line, or of what it tells the last that holds.
type Checked = (i64, Option<BadEvent>);

/// Two rows of lines as one, by time; each stays in its order.
pub(super) fn interleaved(own: Vec<Event>, others: Vec<Event>) -> Vec<Event> {
    if others.is_empty() {
        return own;
    }
    let mut all = Vec::with_capacity(own.len() + others.len());
    let (mut own, mut others) = (own.into_iter().peekable(), others.into_iter().peekable());
    loop {
        let next = match (own.peek(), others.peek()) {
            (Some(one), Some(other)) if one.at <= other.at => own.next(),
            (_, Some(_)) => others.next(),
            (_, None) => own.next(),
        };
        match next {
            Some(event) => all.push(event),
            None => return all,
        }
    }
}

impl Reader<'_> {
    /// Lines of other desks on a subject, or all; oldest first; with a limit the
    /// latest.
    pub(super) fn merged_on(&self, subject: Option<Subject>, limit: i64) -> Result<Vec<Event>> {
        let limit: (&str, &dyn ToSql) = (":limit", &limit);
        let Some(subject) = subject else {
            return self.merged_where("true", &[limit]);
        };
        let table = match subject.kind {
            SubjectKind::Desk => return self.merged_where("e.subject_kind = 'desk'", &[limit]),
            SubjectKind::Article => "articles",
            SubjectKind::Claim => "claims",
            SubjectKind::Reviewer => "reviewers",
            SubjectKind::Scale => "scales",
            SubjectKind::Source => "sources",
            SubjectKind::Flag => "flags",
        };
        let narrow = format!(
            "e.subject_uuid IN (SELECT uuid FROM {table} WHERE id = :id
                                UNION SELECT r.uuid FROM {table} x JOIN removals r ON r.became = x.uuid AND r.kind = :kind
                                      WHERE x.id = :id)"
        );
        let kind = subject.kind.as_str();
        self.merged_where(&narrow, &[(":id", &subject.id), (":kind", &kind), limit])
    }

    /// The latest lines `e` of other desks for which a condition holds, at most
    /// `:limit`, oldest first.
    pub(super) fn merged_where(
        &self,
        narrow: &str,
        values: &[(&str, &dyn ToSql)],
    ) -> Result<Vec<Event>> {
        let hidden = seen(HIDDEN);
        let sql = format!(
            "SELECT e.uuid, e.desk, e.number AS id, e.at, e.actor, e.action, e.subject_kind, {NUMBER_HERE} AS subject_id,
                    e.subject_uuid, e.before, e.after, e.previous_hash, e.hash, {hidden} AS hidden
             FROM (SELECT * FROM merged_events e WHERE {narrow} ORDER BY at DESC, desk DESC, number DESC LIMIT :limit) e
             LEFT JOIN claims c ON e.subject_kind = 'claim' AND c.uuid = e.subject_uuid
             ORDER BY e.at, e.desk, e.number"
        );
        let viewer = self.sight.viewer();
        let values = [values, &[(":viewer", &viewer)]].concat();
        let mut query = self.connection.prepare_cached(&sql)?;
        let rows = query.query_map(&*values, |row| {
            let event = shown(stored(row)?, row.get("hidden")?);
            Ok(Event {
                desk: Some(row.get("desk")?),
                ..event
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many lines of other desks tell of a claim.
    pub fn merged_on_claim(&self, claim: ClaimId) -> Result<usize> {
        let subject = Subject {
            kind: SubjectKind::Claim,
            id: claim.0,
        };
        Ok(self.merged_on(Some(subject), -1)?.len())
    }

    /// Whether anything was done to a thing on other desks after a time.
    pub(super) fn merged_after(&self, subject: Subject, at: &str) -> Result<Vec<(String, String)>> {
        let events = self.merged_on(Some(subject), -1)?;
        let later = events.into_iter().filter(|event| event.at.as_str() > at);
        Ok(later.map(|event| (event.action, event.actor)).collect())
    }

    /// Checks every line of other desks by itself and by the one that it follows, up
    /// to the first bad one; and that no line is missing which a merge has told of as
    /// the last of a history.
    pub(super) fn audit_merged(&self) -> Result<Checked> {
        let sql = format!(
            "SELECT e.uuid, e.desk, e.number AS id, e.at, e.actor, e.action, e.subject_kind, e.subject_id, e.subject_uuid,
                    e.before, e.after, e.previous_hash, e.hash, {FOLLOWS} AS follows
             FROM merged_events e ORDER BY e.desk, e.number, e.hash"
        );
        let mut query = self.connection.prepare(&sql)?;
        let mut rows = query.query([])?;
        let mut lines = 0;
        while let Some(row) = rows.next()? {
            let desk: String = row.get("desk")?;
            let event = stored(row)?;
            let problem = if hash(&event) != event.hash {
                "its content does not match its hash"
            } else if !row.get::<_, bool>("follows")? {
                "the line that it follows is missing"
            } else {
                lines += 1;
                continue;
            };
            let bad = BadEvent {
                id: event.id,
                desk: Some(desk),
                problem: problem.to_owned(),
            };
            return Ok((lines, Some(bad)));
        }
        Ok((lines, self.missing_head()?))
    }

    /// A last line of a history that a merge told of and that is not here.
    fn missing_head(&self) -> Result<Option<BadEvent>> {
        let mut query = self.connection.prepare(
            "SELECT e.id, h.value ->> '$.desk' AS desk FROM events e, json_each(e.after, '$.heads') h
             WHERE e.action = :action
                 AND NOT EXISTS (SELECT 1 FROM merged_events m WHERE m.hash = h.value ->> '$.hash')
                 AND NOT EXISTS (SELECT 1 FROM events o WHERE o.hash = h.value ->> '$.hash') LIMIT 1",
        )?;
        let action = crate::model::event::Action::Merge.as_str();
        let mut rows = query.query(named_params! { ":action": action })?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        Ok(Some(BadEvent {
            id: row.get("id")?,
            desk: None,
            problem: format!(
                "it tells of lines of the desk {} that are missing",
                row.get::<_, Option<String>>("desk")?.unwrap_or_default()
            ),
        }))
    }
}
