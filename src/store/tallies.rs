//! Counts by reviewer and by article, and how long decisions take.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, named_params};

use super::rows::count;
use super::stats::narrowed;
use super::{Reader, Result};
use crate::model::ids::ArticleId;
use crate::model::stats::{ArticleCount, ReviewerCount};

impl Reader<'_> {
    /// What each reviewer has done and has to do, by handle.
    pub(super) fn reviewer_counts(
        &self,
        article: Option<ArticleId>,
        today: NaiveDate,
    ) -> Result<Vec<ReviewerCount>> {
        let sql = narrowed(
            article,
            "SELECT p.handle, coalesce(v.n, 0) AS verdicts, coalesce(s.n, 0) AS assigned,
                    coalesce(s.overdue, 0) AS overdue, coalesce(u.n, 0) AS rulings
             FROM reviewers p
             LEFT JOIN (SELECT reviewer_id, count(*) AS n FROM verdicts WHERE {of_claims} GROUP BY reviewer_id) v
                 ON v.reviewer_id = p.id
             LEFT JOIN (SELECT reviewer_id, count(*) AS n, count(*) FILTER (WHERE due < :today) AS overdue
                        FROM assignments WHERE ended_at IS NULL AND {of_claims} GROUP BY reviewer_id) s
                 ON s.reviewer_id = p.id
             LEFT JOIN (SELECT editor_id, count(*) AS n FROM rulings
                        WHERE outcome <> 'undone' AND {of_claims} GROUP BY editor_id) u
                 ON u.editor_id = p.id
             ORDER BY p.handle",
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let values =
            named_params! { ":article": article.map(|id| id.0), ":today": today.to_string() };
        let counts = query.query_map(values, |row| {
            Ok(ReviewerCount {
                name: row.get("handle")?,
                count: count(row, "verdicts")?,
                assigned: count(row, "assigned")?,
                overdue: count(row, "overdue")?,
                rulings: count(row, "rulings")?,
            })
        })?;
        Ok(counts.collect::<rusqlite::Result<_>>()?)
    }

    /// What each article has come to, oldest first.
    pub(super) fn article_counts(&self, article: Option<ArticleId>) -> Result<Vec<ArticleCount>> {
        let sql = narrowed(
            article,
            "SELECT t.id, t.title, coalesce(c.claims, 0) AS claims, coalesce(c.open, 0) AS open,
                    coalesce(c.in_review, 0) AS in_review, coalesce(c.decided, 0) AS decided,
                    coalesce(c.published, 0) AS published, coalesce(s.n, 0) AS stale, coalesce(f.n, 0) AS high_flags
             FROM articles t
             LEFT JOIN (SELECT article_id, sum(n) FILTER (WHERE state <> 'dismissed') AS claims,
                               sum(n) FILTER (WHERE state IN ('extracted', 'to-check')) AS open,
                               sum(n) FILTER (WHERE state = 'in-review') AS in_review,
                               sum(n) FILTER (WHERE state = 'decided') AS decided,
                               sum(n) FILTER (WHERE state = 'published') AS published
                        FROM (SELECT article_id, state, count(*) AS n FROM claims WHERE {claims}
                              GROUP BY article_id, state)
                        GROUP BY article_id) c ON c.article_id = t.id
             LEFT JOIN (SELECT article_id, count(*) AS n FROM claims WHERE stale_because <> '[]' AND {claims}
                        GROUP BY article_id) s ON s.article_id = t.id
             LEFT JOIN (SELECT article_id, count(*) AS n FROM flags
                        WHERE state = 'open' AND severity = 'high' AND {flags}
                        GROUP BY article_id) f ON f.article_id = t.id
             WHERE {these} ORDER BY t.id",
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let counts = query.query_map(
            named_params! { ":article": article.map(|id| id.0) },
            |row| {
                Ok(ArticleCount {
                    article: ArticleId(row.get("id")?),
                    title: row.get("title")?,
                    claims: count(row, "claims")?,
                    open: count(row, "open")?,
                    in_review: count(row, "in_review")?,
                    decided: count(row, "decided")?,
                    published: count(row, "published")?,
                    stale: count(row, "stale")?,
                    high_flags: count(row, "high_flags")?,
                })
            },
        )?;
        Ok(counts.collect::<rusqlite::Result<_>>()?)
    }

    /// The median of the days from arrival to ruling: the lower of the two in
    /// the middle when their number is even.
    pub(super) fn days_to_decision(&self, article: Option<ArticleId>) -> Result<Option<f64>> {
        let decided = self.number(
            article,
            "SELECT count(*) FROM claims WHERE decided_at IS NOT NULL AND {claims}",
        )?;
        let sql = narrowed(
            article,
            "SELECT julianday(decided_at) - julianday(created_at) FROM claims
             WHERE decided_at IS NOT NULL AND {claims}
             ORDER BY julianday(decided_at) - julianday(created_at) LIMIT 1 OFFSET :middle",
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let middle = decided.saturating_sub(1) / 2;
        Ok(query
            .query_one(
                named_params! { ":article": article.map(|id| id.0), ":middle": middle },
                |row| row.get(0),
            )
            .optional()?)
    }
}
