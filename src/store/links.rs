//! Claims linked to earlier ones that say the same and were checked before.

use chrono::{DateTime, Utc};
use rusqlite::{Row, named_params};

use super::rows::{parsed, time};
use super::{Reader, Result, Writer};
use crate::model::ids::{ClaimId, ReviewerId};
use crate::model::link::Link;

const LINKS: &str = "
    SELECT l.claim_id, l.earlier_id, p.handle, l.created_at
    FROM claim_links l JOIN reviewers p ON p.id = l.reviewer_id";

fn link(row: &Row<'_>) -> rusqlite::Result<Link> {
    Ok(Link {
        claim: ClaimId(row.get("claim_id")?),
        earlier: ClaimId(row.get("earlier_id")?),
        reviewer: row.get("handle")?,
        created_at: parsed(row, "created_at")?,
    })
}

impl Reader<'_> {
    /// The links of a claim, to earlier ones and from later ones, in the order of
    /// their numbers.
    pub(crate) fn links(&self, claim: ClaimId) -> Result<Vec<Link>> {
        let sql = format!(
            "{LINKS} WHERE l.claim_id = :claim OR l.earlier_id = :claim ORDER BY l.claim_id, l.earlier_id"
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let rows = query.query_map(named_params! { ":claim": claim.0 }, link)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Links a claim to an earlier one.
    pub(crate) fn link(
        &self,
        claim: ClaimId,
        earlier: ClaimId,
        reviewer: ReviewerId,
        at: DateTime<Utc>,
    ) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO claim_links (claim_id, earlier_id, reviewer_id, created_at)
                 VALUES (:claim, :earlier, :reviewer, :at)",
            )?
            .execute(named_params! {
                ":claim": claim.0,
                ":earlier": earlier.0,
                ":reviewer": reviewer.0,
                ":at": time(at),
            })?;
        Ok(())
    }

    /// Takes the link of a claim to an earlier one away.
    pub(crate) fn unlink(&self, claim: ClaimId, earlier: ClaimId) -> Result<()> {
        self.connection
            .prepare_cached(
                "DELETE FROM claim_links WHERE claim_id = :claim AND earlier_id = :earlier",
            )?
            .execute(named_params! { ":claim": claim.0, ":earlier": earlier.0 })?;
        Ok(())
    }
}
