//! What became of sources when their addresses were asked again.

use rusqlite::{OptionalExtension, Row, named_params};

use super::rows::{parsed, time};
use super::{Reader, Result, Writer};
use crate::model::check::SourceCheck;
use crate::model::ids::{ReviewerId, SourceId, uuid_at};

fn check(row: &Row<'_>) -> rusqlite::Result<SourceCheck> {
    Ok(SourceCheck {
        source: SourceId(row.get("source_id")?),
        outcome: parsed(row, "outcome")?,
        status: row.get("status")?,
        url: row.get("url")?,
        likeness: row.get("likeness")?,
        problem: row.get("problem")?,
        checked_at: parsed(row, "checked_at")?,
    })
}

impl Reader<'_> {
    /// The latest check of a source.
    pub fn latest_check(&self, source: SourceId) -> Result<Option<SourceCheck>> {
        let mut query = self.connection.prepare_cached(
            "SELECT source_id, outcome, status, url, likeness, problem, checked_at FROM source_checks
             WHERE source_id = :source ORDER BY checked_at DESC, uuid DESC LIMIT 1",
        )?;
        Ok(query
            .query_one(named_params! { ":source": source.0 }, check)
            .optional()?)
    }
}

impl Writer<'_> {
    /// Records a check.
    pub fn insert_check(&self, reviewer: ReviewerId, check: &SourceCheck) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO source_checks (uuid, source_id, outcome, status, url, likeness, problem, checked_by, checked_at)
                 VALUES (:uuid, :source, :outcome, :status, :url, :likeness, :problem, :reviewer, :at)",
            )?
            .execute(named_params! {
                ":uuid": uuid_at(check.checked_at).to_string(),
                ":source": check.source.0,
                ":outcome": check.outcome.as_str(),
                ":status": check.status,
                ":url": check.url,
                ":likeness": check.likeness,
                ":problem": check.problem,
                ":reviewer": reviewer.0,
                ":at": time(check.checked_at),
            })?;
        Ok(())
    }
}
