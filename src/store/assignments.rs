//! Who has which claim: assignments, and the queue that hands claims out.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{OptionalExtension, named_params};
use uuid::Uuid;

use super::rows::time;
use super::{Reader, Result, Writer};
use crate::model::ids::{ClaimId, ReviewerId};

/// What stands first in the queue of a reviewer: claims under review that came
/// to them, as when their verdict was returned; then claims that a person wants
/// checked; then those that were only offered. Within each the most check-worthy
/// comes first. Of the claims that nobody has, one is looked at; of
/// one's own, those that wait.
const NEXT: &str = "
    SELECT id FROM (
        SELECT * FROM (
            SELECT c.id, CASE c.state WHEN 'in-review' THEN 2 WHEN 'to-check' THEN 1 ELSE 0 END AS wanted, coalesce(c.score, 1.0) AS score
            FROM assignments s JOIN claims c ON c.id = s.claim_id
            WHERE s.reviewer_id = :reviewer AND s.ended_at IS NULL AND s.taken_at IS NULL
                AND c.state IN ('extracted', 'to-check', 'in-review')
            ORDER BY wanted DESC, score DESC, c.id LIMIT 1)
        UNION ALL
        SELECT * FROM (
            SELECT c.id, 1 AS wanted, coalesce(c.score, 1.0) AS score FROM claims c
            WHERE c.held = 0 AND c.state = 'to-check'
            ORDER BY coalesce(c.score, 1.0) DESC, c.id LIMIT 1)
        UNION ALL
        SELECT * FROM (
            SELECT c.id, 0 AS wanted, coalesce(c.score, 1.0) AS score FROM claims c
            WHERE c.held = 0 AND c.state = 'extracted'
            ORDER BY coalesce(c.score, 1.0) DESC, c.id LIMIT 1))
    ORDER BY wanted DESC, score DESC, id LIMIT 1";

impl Reader<'_> {
    /// The claim that stands first in a reviewer's queue.
    pub fn next_claim(&self, reviewer: ReviewerId) -> Result<Option<ClaimId>> {
        let mut query = self.connection.prepare_cached(NEXT)?;
        let id = query
            .query_one(named_params! { ":reviewer": reviewer.0 }, |row| row.get(0))
            .optional()?;
        Ok(id.map(ClaimId))
    }

    /// How many claims a reviewer has taken and not judged yet.
    pub fn claims_in_hand(&self, reviewer: ReviewerId) -> Result<u32> {
        let mut query = self.connection.prepare_cached(
            "SELECT count(*) FROM assignments
             WHERE reviewer_id = :reviewer AND ended_at IS NULL AND taken_at IS NOT NULL",
        )?;
        Ok(query.query_one(named_params! { ":reviewer": reviewer.0 }, |row| row.get(0))?)
    }
}

impl Writer<'_> {
    /// Gives a claim to a reviewer, or changes when it is due for who has it
    /// already. Whether anything changed.
    pub fn assign(
        &self,
        (claim, reviewer): (ClaimId, ReviewerId),
        by: ReviewerId,
        due: Option<NaiveDate>,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<bool> {
        let due = due.map(|day| day.to_string());
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO assignments (uuid, claim_id, reviewer_id, assigned_by, due, created_at)
             VALUES (:uuid, :claim, :reviewer, :by, :due, :at)
             ON CONFLICT (reviewer_id, claim_id) WHERE ended_at IS NULL
                 DO UPDATE SET due = excluded.due WHERE excluded.due IS NOT NULL AND due IS NOT excluded.due",
        )?;
        let changed = insert.execute(named_params! {
            ":uuid": uuid.to_string(),
            ":claim": claim.0,
            ":reviewer": reviewer.0,
            ":by": by.0,
            ":due": due,
            ":at": time(at),
        })?;
        Ok(changed > 0)
    }

    /// Notes that a reviewer has taken a claim up.
    pub fn take(&self, claim: ClaimId, reviewer: ReviewerId, at: DateTime<Utc>) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE assignments SET taken_at = :at
                 WHERE claim_id = :claim AND reviewer_id = :reviewer AND ended_at IS NULL",
            )?
            .execute(
                named_params! { ":claim": claim.0, ":reviewer": reviewer.0, ":at": time(at) },
            )?;
        Ok(())
    }

    /// Ends the assignment of a reviewer to a claim, or of everybody. How many
    /// ended.
    pub fn end_assignments(
        &self,
        claim: ClaimId,
        reviewer: Option<ReviewerId>,
        at: DateTime<Utc>,
    ) -> Result<usize> {
        let ended = self
            .connection
            .prepare_cached(
                "UPDATE assignments SET ended_at = :at
                 WHERE claim_id = :claim AND ended_at IS NULL AND (:reviewer IS NULL OR reviewer_id = :reviewer)",
            )?
            .execute(named_params! {
                ":claim": claim.0,
                ":reviewer": reviewer.map(|id| id.0),
                ":at": time(at),
            })?;
        Ok(ended)
    }
}
