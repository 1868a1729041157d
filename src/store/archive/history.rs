//! Who has changed a thing since two desks knew the same of it, as their histories
//! tell: the lines that only one of them has.

use rusqlite::named_params;

use crate::model::event::SubjectKind;
use crate::store::{Result, Writer};

/// Which thing lines are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Of {
    /// What kind of thing.
    pub(crate) kind: SubjectKind,
    /// Its number here; none where it is not here.
    pub(crate) id: Option<i64>,
    /// Every identity that it has gone by.
    pub(crate) uuids: Vec<String>,
}

impl Of {
    /// The desk itself, which goes by no identity in its events.
    pub(crate) fn desk() -> Self {
        Self {
            kind: SubjectKind::Desk,
            id: Some(1),
            uuids: Vec::new(),
        }
    }
}

/// What was done, as a pattern of SQL's GLOB.
pub(crate) type Acts = &'static [&'static str];

/// When a thing was changed last by lines that only one desk has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Touched {
    /// By lines of this desk that the other does not have.
    pub(crate) here: Option<String>,
    /// By lines of the other desk that this one does not have.
    pub(crate) there: Option<String>,
}

impl Touched {
    /// Both together.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            here: self.here.max(other.here),
            there: self.there.max(other.there),
        }
    }
}

impl Writer<'_> {
    /// When a thing was changed last on either side without the other's knowledge,
    /// by acts of this kind.
    pub(crate) fn touched(&self, of: &Of, acts: Acts) -> Result<Touched> {
        let uuids = serde_json::Value::from(of.uuids.clone()).to_string();
        let acts = serde_json::Value::from(acts.to_vec()).to_string();
        // The desk itself goes by no identity in its events.
        let is_desk = of.kind == SubjectKind::Desk;
        let there = if is_desk {
            "SELECT max(e.at) FROM temp.incoming_events e
             WHERE e.subject_kind = :kind AND NOT e.known
                 AND EXISTS (SELECT 1 FROM json_each(:acts) a WHERE e.action GLOB a.value) AND :uuids IS NOT NULL"
        } else {
            "SELECT max(e.at) FROM json_each(:uuids) u CROSS JOIN temp.incoming_events e
                 ON e.subject_uuid = u.value AND e.known = 0
             WHERE e.subject_kind = :kind
                 AND EXISTS (SELECT 1 FROM json_each(:acts) a WHERE e.action GLOB a.value)"
        };
        let merged = if is_desk {
            "SELECT e.at, e.uuid, e.action FROM merged_events e WHERE e.subject_kind = :kind AND :uuids IS NOT NULL"
        } else {
            "SELECT e.at, e.uuid, e.action FROM json_each(:uuids) u
             CROSS JOIN merged_events e ON e.subject_uuid = u.value WHERE e.subject_kind = :kind"
        };
        let here = format!(
            "SELECT max(e.at) FROM (
                 SELECT e.at, e.uuid, e.action FROM events e WHERE e.subject_kind = :kind AND e.subject_id = :id
                 UNION ALL {merged}) e
             WHERE EXISTS (SELECT 1 FROM json_each(:acts) a WHERE e.action GLOB a.value)
                 AND NOT EXISTS (SELECT 1 FROM temp.incoming_events i WHERE i.uuid = e.uuid)"
        );
        let kind = of.kind.as_str();
        let there = self.connection.prepare_cached(there)?.query_one(
            named_params! { ":kind": kind, ":uuids": uuids, ":acts": acts },
            |row| row.get(0),
        )?;
        let here = self.connection.prepare_cached(&here)?.query_one(
            named_params! { ":kind": kind, ":id": of.id, ":uuids": uuids, ":acts": acts },
            |row| row.get(0),
        )?;
        Ok(Touched { here, there })
    }
}
