//! Evidence: sources tied to claims.

use chrono::{DateTime, Utc};
use rusqlite::{Row, named_params};
use uuid::Uuid;

use super::rows::{parsed, time};
use super::sight::VISIBLE;
use super::{Reader, Result, Scope, Writer};
use crate::model::ids::{ClaimId, EvidenceId, ReviewerId, SourceId, VerdictId};
use crate::model::source::{Evidence, NewEvidence};

const EVIDENCE: &str = "
    SELECT e.id, e.uuid, e.claim_id, e.source_id, e.verdict_id, e.stance, e.quote, e.locator, e.created_at,
           p.handle, s.url, s.publisher, coalesce(s.title, s.url, s.identity) AS source_name
    FROM evidence e
    JOIN claims c ON c.id = e.claim_id
    JOIN sources s ON s.id = e.source_id
    JOIN reviewers p ON p.id = e.reviewer_id";

fn evidence(row: &Row<'_>) -> rusqlite::Result<Evidence> {
    Ok(Evidence {
        id: EvidenceId(row.get("id")?),
        uuid: parsed(row, "uuid")?,
        claim: ClaimId(row.get("claim_id")?),
        source: SourceId(row.get("source_id")?),
        source_name: row.get("source_name")?,
        source_url: row.get("url")?,
        source_publisher: row.get("publisher")?,
        stance: parsed(row, "stance")?,
        quote: row.get("quote")?,
        locator: row.get("locator")?,
        reviewer: row.get("handle")?,
        created_at: parsed(row, "created_at")?,
    })
}

impl Reader<'_> {
    /// Evidence of a scope, oldest first, each with the verdict it was given
    /// with; without that of verdicts that are hidden from who looks.
    pub fn evidence(&self, scope: Scope) -> Result<Vec<(Option<VerdictId>, Evidence)>> {
        let narrow = match scope {
            Scope::Claim(_) => "e.claim_id = :id",
            Scope::Article(_) => "e.claim_id IN (SELECT id FROM claims WHERE article_id = :id)",
        };
        let sql = format!(
            "{EVIDENCE} WHERE {narrow} AND (e.verdict_id IS NULL OR {VISIBLE}) ORDER BY e.claim_id, e.id"
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let viewer = self.sight.viewer();
        let pieces = query.query_map(
            named_params! { ":id": scope.id(), ":viewer": viewer },
            |row| {
                let verdict: Option<i64> = row.get("verdict_id")?;
                Ok((verdict.map(VerdictId), evidence(row)?))
            },
        )?;
        Ok(pieces.collect::<rusqlite::Result<_>>()?)
    }

    /// Every use of a source that may be seen, oldest first.
    pub fn uses_of(&self, source: SourceId) -> Result<Vec<Evidence>> {
        let mut query = self
            .connection
            .prepare_cached(&format!("{EVIDENCE} WHERE e.source_id = :id AND (e.verdict_id IS NULL OR {VISIBLE}) ORDER BY e.id"))?;
        Ok(query
            .query_map(
                named_params! { ":id": source.0, ":viewer": self.sight.viewer() },
                evidence,
            )?
            .collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Ties a source to a claim, with a verdict or outside any.
    pub fn insert_evidence(
        &self,
        (claim, verdict): (ClaimId, Option<VerdictId>),
        source: SourceId,
        reviewer: ReviewerId,
        new: &NewEvidence,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<Evidence> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO evidence (uuid, claim_id, source_id, verdict_id, reviewer_id, stance, quote, locator, created_at)
             VALUES (:uuid, :claim, :source, :verdict, :reviewer, :stance, :quote, :locator, :at)
             RETURNING id",
        )?;
        let id: i64 = insert.query_one(
            named_params! {
                ":uuid": uuid.to_string(),
                ":claim": claim.0,
                ":source": source.0,
                ":verdict": verdict.map(|id| id.0),
                ":reviewer": reviewer.0,
                ":stance": new.stance.as_str(),
                ":quote": new.quote,
                ":locator": new.locator,
                ":at": time(at),
            },
            |row| row.get(0),
        )?;
        let mut query = self
            .connection
            .prepare_cached(&format!("{EVIDENCE} WHERE e.id = :id"))?;
        Ok(query.query_one(named_params! { ":id": id }, evidence)?)
    }
}
