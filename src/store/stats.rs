//! Counts over a desk or one article.

use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::rows::{count, parsed};
use super::sight::seen;
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
    /// Counts over one article, or over the whole desk, on a day; with a
    /// threshold also how much has been looked at, where sentences that score at
    /// least that much are to be decided.
    pub fn stats(
        &self,
        article: Option<ArticleId>,
        threshold: Option<f64>,
        today: NaiveDate,
    ) -> Result<Stats> {
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
            judged: states
                .iter()
                .filter(|state| ["in-review", "decided", "published"].contains(&&*state.name))
                .map(|state| state.count)
                .sum(),
            stale: self.number(
                article,
                "SELECT count(*) FROM claims WHERE stale_because <> '[]' AND {claims}",
            )?,
            verdicts: self.number(article, "SELECT count(*) FROM verdicts WHERE {of_claims}")?,
            sources: self.number(article, "SELECT count(*) FROM sources WHERE {sources}")?,
            evidence: self.number(article, "SELECT count(*) FROM evidence WHERE {of_claims}")?,
            coverage: match threshold {
                Some(threshold) => Some(Covered::of(&self.coverage_totals(article, threshold)?)),
                None => None,
            },
            ratings: self.rating_counts(article)?,
            open_flags: all_named(Severity::WORDS, &flags),
            reviewers: self.reviewer_counts(article, today)?,
            by_article: self.article_counts(article)?,
            days_to_decision: self.days_to_decision(article)?,
            states: all_named(ClaimState::WORDS, &states),
        })
    }

    /// How many claims have which current rating, scale by scale, from best
    /// to worst and then those off the scale.
    pub fn rating_counts(&self, article: Option<ArticleId>) -> Result<Vec<RatingCount>> {
        let sql = narrowed(
            article,
            "SELECT s.slug AS scale, g.slug AS rating, g.label, g.tone, r.n
             FROM (SELECT c.rating_id, count(*) AS n FROM claims c
                   WHERE c.rating_id IS NOT NULL AND {rated} AND {visible} GROUP BY c.rating_id) r
             JOIN ratings g ON g.id = r.rating_id
             JOIN scales s ON s.id = g.scale_id
             ORDER BY s.slug, g.position IS NULL, g.position DESC, g.id",
        );
        let mut query = self.connection.prepare_cached(&seen(&sql))?;
        let counts = query.query_map(
            named_params! { ":article": article.map(|id| id.0), ":viewer": self.sight.viewer() },
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

    pub(super) fn number(&self, article: Option<ArticleId>, sql: &str) -> Result<u32> {
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
        ("{these}", "t.id = :article"),
        ("{rated}", "c.article_id = :article"),
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
