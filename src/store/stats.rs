//! Counts over a desk or one article.

use rusqlite::{Row, named_params};

use super::rows::{count, parsed};
use super::{Reader, Result};
use crate::model::claim::ClaimState;
use crate::model::coverage::Covered;
use crate::model::flag::Severity;
use crate::model::ids::ArticleId;
use crate::model::stats::{Count, RatingCount, Stats};

fn named(row: &Row<'_>) -> rusqlite::Result<Count> {
    Ok(Count {
        name: row.get(0)?,
        count: count(row, 1)?,
    })
}

/// Every word of a closed set with its count, also those that nothing has.
fn all_named(words: &[&str], counts: &[Count]) -> Vec<Count> {
    let count_of = |word: &str| {
        counts
            .iter()
            .find(|count| count.name == word)
            .map_or(0, |count| count.count)
    };
    words
        .iter()
        .map(|word| Count {
            name: (*word).to_owned(),
            count: count_of(word),
        })
        .collect()
}

impl Reader<'_> {
    /// Counts over one article, or over the whole desk. Sentences that score at
    /// least the threshold are to be decided.
    pub fn stats(&self, article: Option<ArticleId>, threshold: f64) -> Result<Stats> {
        let states = self.counts(
            article,
            "SELECT state, count(*) FROM claims WHERE {claims} GROUP BY state",
        )?;
        let flags = self.counts(
            article,
            "SELECT severity, count(*) FROM flags WHERE state = 'open' AND {flags} GROUP BY severity",
        )?;
        Ok(Stats {
            articles: self.number(article, "SELECT count(*) FROM articles WHERE {articles}")?,
            claims: states
                .iter()
                .filter(|state| state.name != "dismissed")
                .map(|state| state.count)
                .sum(),
            judged: self.number(
                article,
                "SELECT count(*) FROM claims WHERE state <> 'dismissed' AND {claims}
                     AND EXISTS (SELECT 1 FROM verdicts v WHERE v.claim_id = claims.id)",
            )?,
            stale: self.number(
                article,
                "SELECT count(*) FROM claims
                 JOIN verdicts v ON v.id = (SELECT max(id) FROM verdicts WHERE claim_id = claims.id)
                 LEFT JOIN anchors l ON l.id = (SELECT max(id) FROM anchors WHERE claim_id = claims.id)
                 WHERE claims.state <> 'dismissed' AND l.words IS NOT v.words AND {claims}",
            )?,
            verdicts: self.number(article, "SELECT count(*) FROM verdicts WHERE {of_claims}")?,
            sources: self.number(article, "SELECT count(*) FROM sources WHERE {sources}")?,
            evidence: self.number(article, "SELECT count(*) FROM evidence WHERE {of_claims}")?,
            coverage: Covered::of(&self.coverage_totals(article, threshold)?),
            states: all_named(ClaimState::WORDS, &states),
            ratings: self.rating_counts(article)?,
            open_flags: all_named(Severity::WORDS, &flags),
            reviewers: self.counts(
                article,
                "SELECT p.handle, count(v.id) FROM reviewers p
                 LEFT JOIN verdicts v ON v.reviewer_id = p.id AND {of_claims}
                 GROUP BY p.id ORDER BY p.handle",
            )?,
        })
    }

    /// How many claims have which current rating, scale by scale, from best
    /// to worst and then those off the scale.
    pub fn rating_counts(&self, article: Option<ArticleId>) -> Result<Vec<RatingCount>> {
        let sql = narrowed(
            article,
            "SELECT s.slug AS scale, g.slug AS rating, g.label, g.tone, count(*) AS n
             FROM claims
             JOIN verdicts v ON v.id = (SELECT max(id) FROM verdicts WHERE claim_id = claims.id)
             LEFT JOIN rulings u ON u.id = (SELECT max(id) FROM rulings WHERE claim_id = claims.id)
                                AND u.outcome <> 'returned'
             JOIN ratings g ON g.id = coalesce(u.rating_id, v.rating_id)
             JOIN scales s ON s.id = g.scale_id
             WHERE claims.state <> 'dismissed' AND {claims}
             GROUP BY g.id
             ORDER BY s.slug, g.position IS NULL, g.position DESC, g.id",
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let counts = query.query_map(
            named_params! { ":article": article.map(|id| id.0) },
            |row| {
                Ok(RatingCount {
                    scale: row.get("scale")?,
                    rating: row.get("rating")?,
                    label: row.get("label")?,
                    tone: parsed(row, "tone")?,
                    count: count(row, "n")?,
                })
            },
        )?;
        Ok(counts.collect::<rusqlite::Result<_>>()?)
    }

    fn number(&self, article: Option<ArticleId>, sql: &str) -> Result<u32> {
        let mut query = self.connection.prepare_cached(&narrowed(article, sql))?;
        Ok(query.query_one(
            named_params! { ":article": article.map(|id| id.0) },
            |row| row.get(0),
        )?)
    }

    fn counts(&self, article: Option<ArticleId>, sql: &str) -> Result<Vec<Count>> {
        let mut query = self.connection.prepare_cached(&narrowed(article, sql))?;
        let counts =
            query.query_map(named_params! { ":article": article.map(|id| id.0) }, named)?;
        Ok(counts.collect::<rusqlite::Result<_>>()?)
    }
}

/// The query with its `{…}` places narrowed to an article through its index,
/// or, when `:article` is null, not at all.
pub(super) fn narrowed(article: Option<ArticleId>, sql: &str) -> String {
    let places = [
        ("{articles}", "id = :article"),
        ("{claims}", "claims.article_id = :article"),
        ("{flags}", "article_id = :article"),
        ("{revisions}", "article_id = :article"),
        (
            "{of_claims}",
            "claim_id IN (SELECT id FROM claims WHERE article_id = :article)",
        ),
        (
            "{sources}",
            "id IN (SELECT source_id FROM evidence
                    WHERE claim_id IN (SELECT id FROM claims WHERE article_id = :article))",
        ),
    ];
    places
        .iter()
        .fold(sql.to_owned(), |sql, (place, condition)| {
            sql.replace(
                place,
                if article.is_some() {
                    condition
                } else {
                    ":article IS NULL"
                },
            )
        })
}
