//! What is gone from a desk: taken off it, or known by another identity now.

use rusqlite::{OptionalExtension, named_params};

use super::Kind;
use super::holds::is_uuid;
use crate::store::{Reader, Result, StoreError, Writer};

/// Something that is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Removal {
    /// What kind of thing it was.
    pub(crate) kind: String,
    /// Its identity; of a link the two claims and the time.
    pub(crate) uuid: String,
    /// The identity that it goes by now.
    pub(crate) became: Option<String>,
}

/// No chain of identities is as long.
const LONGEST_CHAIN: usize = 64;

pub(super) const INCOMING: &str = "
    CREATE TEMP TABLE incoming_removals (kind TEXT NOT NULL, uuid TEXT NOT NULL, became TEXT, PRIMARY KEY (kind, uuid))
        WITHOUT ROWID;
    CREATE TEMP TABLE left_out (kind TEXT NOT NULL, uuid TEXT NOT NULL, PRIMARY KEY (kind, uuid)) WITHOUT ROWID;";

impl Reader<'_> {
    /// Hands over everything that is gone.
    pub(crate) fn each_removal<E: From<StoreError>>(
        &self,
        mut each: impl FnMut(Removal) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let sql = "SELECT kind, uuid, became FROM removals ORDER BY kind, uuid";
        let mut query = self.connection.prepare(sql).map_err(StoreError::from)?;
        let mut rows = query.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let removal = Removal {
                kind: row.get("kind").map_err(StoreError::from)?,
                uuid: row.get("uuid").map_err(StoreError::from)?,
                became: row.get("became").map_err(StoreError::from)?,
            };
            each(removal)?;
        }
        Ok(())
    }
}

impl Writer<'_> {
    /// Puts aside that something is gone elsewhere; whether it was not said before.
    pub(crate) fn stage_removal(&self, removal: &Removal) -> Result<bool> {
        let sql = "INSERT INTO temp.incoming_removals VALUES (:kind, :uuid, :became) ON CONFLICT DO NOTHING";
        let added = self
            .connection
            .prepare_cached(sql)?
            .execute(named_params! {
                ":kind": removal.kind,
                ":uuid": removal.uuid,
                ":became": removal.became,
            })?;
        Ok(added > 0)
    }

    /// What of a kind came in as gone, and goes by no other identity.
    pub(crate) fn staged_removals(&self, kind: &Kind) -> Result<Vec<String>> {
        let mut query = self.connection.prepare_cached(
            "SELECT uuid FROM temp.incoming_removals WHERE kind = :kind AND became IS NULL ORDER BY uuid",
        )?;
        let gone = query.query_map(named_params! { ":kind": kind.word }, |row| row.get(0))?;
        Ok(gone.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether something was taken off this desk, and goes by no other identity.
    pub(crate) fn is_removed(&self, kind: &str, uuid: &str) -> Result<bool> {
        let mut query = self.connection.prepare_cached(
            "SELECT 1 FROM removals WHERE kind = :kind AND uuid = :uuid AND became IS NULL",
        )?;
        Ok(query.exists(named_params! { ":kind": kind, ":uuid": uuid })?)
    }

    /// Whether something was taken off the desk that the archive is of.
    pub(crate) fn is_removed_there(&self, kind: &str, uuid: &str) -> Result<bool> {
        let mut query = self.connection.prepare_cached(
            "SELECT 1 FROM temp.incoming_removals WHERE kind = :kind AND uuid = :uuid AND became IS NULL",
        )?;
        Ok(query.exists(named_params! { ":kind": kind, ":uuid": uuid })?)
    }

    /// The identity that something goes by, as both desks together know. Where each
    /// has made the other's of it, the lesser stands.
    pub(crate) fn standing_uuid(&self, kind: &str, uuid: &str) -> Result<String> {
        let mut query = self.connection.prepare_cached(
            "SELECT became FROM removals WHERE kind = :kind AND uuid = :uuid AND became IS NOT NULL
             UNION SELECT became FROM temp.incoming_removals WHERE kind = :kind AND uuid = :uuid AND became IS NOT NULL
             ORDER BY became LIMIT 1",
        )?;
        let mut seen = vec![uuid.to_owned()];
        while seen.len() < LONGEST_CHAIN {
            let last = seen.last().cloned().unwrap_or_default();
            let next = query.query_one(named_params! { ":kind": kind, ":uuid": last }, |row| {
                row.get::<_, String>(0)
            });
            let Some(next) = next.optional()? else {
                return Ok(last);
            };
            if let Some(at) = seen.iter().position(|known| *known == next) {
                let lesser = seen[at..].iter().min().cloned();
                return Ok(lesser.unwrap_or(next));
            }
            seen.push(next);
        }
        Ok(seen.pop().unwrap_or_default())
    }

    /// Every identity that something has gone by here or there, its own included.
    pub(crate) fn former_uuids(&self, kind: &str, uuid: &str) -> Result<Vec<String>> {
        let mut query = self.connection.prepare_cached(
            "SELECT uuid FROM removals WHERE kind = :kind AND became = :uuid
             UNION SELECT uuid FROM temp.incoming_removals WHERE kind = :kind AND became = :uuid",
        )?;
        let former = query.query_map(named_params! { ":kind": kind, ":uuid": uuid }, |row| {
            row.get(0)
        })?;
        let mut all = former.collect::<rusqlite::Result<Vec<String>>>()?;
        all.push(uuid.to_owned());
        Ok(all)
    }

    /// Says that something is gone from this desk too.
    pub(crate) fn note_removal(&self, kind: &str, uuid: &str, became: Option<&str>) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO removals (kind, uuid, became) VALUES (:kind, :uuid, :became)
                 ON CONFLICT (kind, uuid) DO UPDATE SET became = excluded.became WHERE excluded.became IS NOT NULL",
            )?
            .execute(named_params! { ":kind": kind, ":uuid": uuid, ":became": became })?;
        if became.is_some() {
            self.connection
                .prepare_cached(
                    "UPDATE removals SET became = :became WHERE kind = :kind AND became = :uuid AND uuid <> :became",
                )?
                .execute(named_params! { ":kind": kind, ":uuid": uuid, ":became": became })?;
        }
        Ok(())
    }

    /// Says that something is here.
    pub(crate) fn forget_removal(&self, kind: &str, uuid: &str) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM removals WHERE kind = :kind AND uuid = :uuid")?
            .execute(named_params! { ":kind": kind, ":uuid": uuid })?;
        Ok(())
    }

    /// Notes that a thing that came in is not taken, since what it goes with is gone.
    pub(crate) fn leave_out(&self, kind: &str, uuid: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO temp.left_out VALUES (:kind, :uuid) ON CONFLICT DO NOTHING",
            )?
            .execute(named_params! { ":kind": kind, ":uuid": uuid })?;
        Ok(())
    }

    /// Whether a thing that came in was not taken.
    pub(crate) fn is_left_out(&self, kind: &str, uuid: &str) -> Result<bool> {
        let mut query = self
            .connection
            .prepare_cached("SELECT 1 FROM temp.left_out WHERE kind = :kind AND uuid = :uuid")?;
        Ok(query.exists(named_params! { ":kind": kind, ":uuid": uuid })?)
    }
}

/// The kinds of things that can be gone.
const KINDS: &[&str] = &[
    "reviewer", "claimant", "scale", "article", "claim", "source", "link", "snapshot", "evidence",
    "comment", "reply", "flag", "fact",
];

impl Removal {
    /// Whether such a thing can be gone, under such a name.
    pub(crate) fn is_possible(&self) -> bool {
        let is_named = match self.kind.as_str() {
            "link" => {
                let mut parts = self.uuid.split(' ');
                let claims = [parts.next(), parts.next()];
                claims.iter().all(|claim| claim.is_some_and(is_uuid)) && parts.next().is_some()
            }
            _ => is_uuid(&self.uuid),
        };
        let became = self.became.as_deref();
        KINDS.contains(&self.kind.as_str())
            && is_named
            && became.is_none_or(|became| is_uuid(became) && became != self.uuid)
    }
}
