//! Questions that a merge asks of what is here and of what came in.

use rusqlite::{OptionalExtension, named_params};

use super::Kind;
use crate::model::claim::ClaimState;
use crate::model::ids::ClaimId;
use crate::store::rows::parsed;
use crate::store::{Reader, Result, Writer};

impl Reader<'_> {
    /// The uuid of an article.
    pub(crate) fn uuid_of_article(&self, id: i64) -> Result<Option<String>> {
        self.uuid_by("SELECT uuid FROM articles WHERE id = :id", id)
    }

    /// The uuid of a scale.
    pub(crate) fn uuid_of_scale(&self, id: i64) -> Result<Option<String>> {
        self.uuid_by("SELECT uuid FROM scales WHERE id = :id", id)
    }

    fn uuid_by(&self, sql: &str, id: i64) -> Result<Option<String>> {
        let mut query = self.connection.prepare_cached(sql)?;
        let uuid = query.query_one(named_params! { ":id": id }, |row| row.get(0));
        Ok(uuid.optional()?)
    }

    /// The identities of things of a kind that name another thing.
    pub(crate) fn things_with(&self, kind: &Kind, field: &str, uuid: &str) -> Result<Vec<String>> {
        let column = kind.columns.iter().find(|column| column.field == field);
        let column = column.map_or(field, |column| column.name);
        let sql = format!(
            "SELECT t.uuid FROM {} t WHERE t.{column} = (SELECT id FROM {field}s WHERE uuid = :uuid) ORDER BY t.id",
            kind.table
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let uuids = query.query_map(named_params! { ":uuid": uuid }, |row| row.get(0))?;
        Ok(uuids.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether a claim has verdicts, or others took over its check.
    pub(crate) fn is_judged_here(&self, claim: &str) -> Result<bool> {
        let mut query = self.connection.prepare_cached(
            "SELECT 1 FROM claims c WHERE c.uuid = :uuid
                 AND (EXISTS (SELECT 1 FROM verdicts v WHERE v.claim_id = c.id)
                      OR EXISTS (SELECT 1 FROM verdicts v WHERE v.reused_claim_id = c.id))",
        )?;
        Ok(query.exists(named_params! { ":uuid": claim })?)
    }

    /// Whether evidence or a reference fact cites a source.
    pub(crate) fn is_cited_here(&self, source: &str) -> Result<bool> {
        let mut query = self.connection.prepare_cached(
            "SELECT 1 FROM sources s WHERE s.uuid = :uuid
                 AND (EXISTS (SELECT 1 FROM evidence e WHERE e.source_id = s.id)
                      OR EXISTS (SELECT 1 FROM reference_sources r WHERE r.source_id = s.id))",
        )?;
        Ok(query.exists(named_params! { ":uuid": source })?)
    }

    /// How many lines of history the desk has, its own and those of others.
    pub(crate) fn lines_of_history(&self) -> Result<u64> {
        let sql = "SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM merged_events)";
        Ok(self.connection.query_one(sql, [], |row| row.get(0))?)
    }
}

impl Writer<'_> {
    /// Whether verdicts on a claim came in, or such that took over its check.
    pub(crate) fn is_judged_there(&self, claim: &str) -> Result<bool> {
        let mut query = self.connection.prepare_cached(
            "SELECT 1 FROM temp.incoming WHERE kind = 'verdict' AND parent = :uuid
             UNION ALL
             SELECT 1 FROM temp.incoming WHERE kind = 'verdict' AND body ->> '$.reused_claim' = :uuid LIMIT 1",
        )?;
        Ok(query.exists(named_params! { ":uuid": claim })?)
    }

    /// Whether evidence or reference facts came in that cite a source, as far as they
    /// will be taken.
    pub(crate) fn is_cited_there(&self, source: &str) -> Result<bool> {
        let mut query = self.connection.prepare_cached(
            "SELECT 1 FROM temp.incoming i WHERE i.kind = 'evidence' AND i.body ->> '$.source' = :uuid
                 AND EXISTS (SELECT 1 FROM claims c WHERE c.uuid = i.parent)
                 AND NOT EXISTS (SELECT 1 FROM removals r WHERE r.kind = 'evidence' AND r.uuid = i.key)
             UNION ALL
             SELECT 1 FROM temp.incoming i, json_each(i.body, '$.sources') s
             WHERE i.kind = 'fact' AND s.value ->> '$.source' = :uuid
                 AND NOT EXISTS (SELECT 1 FROM removals r WHERE r.kind = 'fact' AND r.uuid = i.key) LIMIT 1",
        )?;
        Ok(query.exists(named_params! { ":uuid": source })?)
    }

    /// How many lines of history came in.
    pub(crate) fn staged_lines_of_history(&self) -> Result<u64> {
        let sql = "SELECT count(*) FROM temp.incoming_events";
        Ok(self.connection.query_one(sql, [], |row| row.get(0))?)
    }

    /// What came in as gone elsewhere, of any kind.
    pub(crate) fn every_staged_removal(&self) -> Result<Vec<super::Removal>> {
        let sql = "SELECT kind, uuid, became FROM temp.incoming_removals ORDER BY kind, uuid";
        let mut query = self.connection.prepare(sql)?;
        let removals = query.query_map([], |row| {
            Ok(super::Removal {
                kind: row.get("kind")?,
                uuid: row.get("uuid")?,
                became: row.get("became")?,
            })
        })?;
        Ok(removals.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether a removal is noted here as it is there.
    pub(crate) fn has_removal(&self, removal: &super::Removal) -> Result<bool> {
        let mut query = self.connection.prepare_cached(
            "SELECT 1 FROM removals WHERE kind = :kind AND uuid = :uuid AND (:became IS NULL OR became IS NOT NULL)",
        )?;
        Ok(query.exists(named_params! {
            ":kind": removal.kind,
            ":uuid": removal.uuid,
            ":became": removal.became,
        })?)
    }
}

impl Writer<'_> {
    /// Whether something of a kind has this number.
    pub(crate) fn has_number(&self, kind: &Kind, number: i64) -> Result<bool> {
        let sql = format!("SELECT 1 FROM {} WHERE id = :id", kind.table);
        let mut query = self.connection.prepare_cached(&sql)?;
        Ok(query.exists(named_params! { ":id": number })?)
    }

    /// The state of a claim.
    pub(crate) fn state_of(&self, claim: ClaimId) -> Result<Option<ClaimState>> {
        let mut query = self
            .connection
            .prepare_cached("SELECT state FROM claims WHERE id = :id")?;
        let state = query.query_one(named_params! { ":id": claim.0 }, |row| parsed(row, "state"));
        Ok(state.optional()?)
    }

    /// Gives a setting the value that it has on another desk, with the time at which
    /// it was set there.
    pub(crate) fn put_setting(&self, key: &str, value: Option<&str>, at: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO settings (key, value, updated_at) VALUES (:key, :value, :at)
                 ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at",
            )?
            .execute(named_params! { ":key": key, ":value": value, ":at": at })?;
        Ok(())
    }

    /// Takes the link of a claim to an earlier one away, by their identities.
    pub(crate) fn delete_link(&self, claim: &str, earlier: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "DELETE FROM claim_links WHERE claim_id = (SELECT id FROM claims WHERE uuid = :claim)
                     AND earlier_id = (SELECT id FROM claims WHERE uuid = :earlier)",
            )?
            .execute(named_params! { ":claim": claim, ":earlier": earlier })?;
        Ok(())
    }
}
