//! What of the latest revisions has been looked at.
//!
//! A sentence is decided when a claim on it, or that it repeats, has a verdict
//! or is dismissed, and none of them is open. A figure, date, name or quotation
//! is covered when it stands in a claim, or in a sentence that repeats one.
//! Furniture of the page never counts.

use rusqlite::{Row, named_params};

use super::rows::{json, parsed, span};
use super::stats::narrowed;
use super::{Reader, Result};
use crate::model::article::Revision;
use crate::model::coverage::{CoverageKind, CoverageTotal, Share, Uncovered};
use crate::model::ids::{ArticleId, ClaimId};

/// The latest revision of each article; then the claims on each of their
/// sentences. The sentences under an anchor are found by the numbers of the
/// first and the last one, since sentences stand in order.
const SENTENCES: &str = "
    WITH latest AS (SELECT id, max(number) FROM revisions WHERE {revisions} GROUP BY article_id),
    placed AS (
        SELECT a.claim_id, a.revision_id, a.end_byte,
               (SELECT s.number FROM sentences s
                WHERE s.revision_id = a.revision_id AND s.end_byte > a.start_byte
                ORDER BY s.end_byte LIMIT 1) AS first,
               (SELECT s.number FROM sentences s
                WHERE s.revision_id = a.revision_id AND s.end_byte >= a.end_byte
                ORDER BY s.end_byte LIMIT 1) AS last
        FROM latest CROSS JOIN anchors a ON a.revision_id = latest.id
        WHERE a.start_byte IS NOT NULL),
    said AS (
        SELECT s.revision_id, s.number, p.claim_id
        FROM placed p CROSS JOIN sentences s ON s.revision_id = p.revision_id
            AND s.number BETWEEN p.first AND coalesce(p.last, 9223372036854775807)
        WHERE s.start_byte < p.end_byte
        UNION
        SELECT r.revision_id, r.sentence, r.claim_id FROM latest CROSS JOIN repeats r ON r.revision_id = latest.id),
    settled AS (
        SELECT revision_id, number, count(*) FILTER (WHERE open) AS open,
               json_group_array(claim_id ORDER BY claim_id) FILTER (WHERE open) AS open_claims
        FROM (SELECT said.revision_id, said.number, said.claim_id,
                     c.state IN ('extracted', 'to-check') AS open
              FROM said CROSS JOIN claims c ON c.id = said.claim_id)
        GROUP BY revision_id, number)";

/// The sentences `s` that are to be decided, each with its claims `d`.
const TO_DECIDE: &str = "
    FROM latest CROSS JOIN sentences s ON s.revision_id = latest.id
    LEFT JOIN settled d ON d.revision_id = s.revision_id AND d.number = s.number
    WHERE s.kind NOT IN ('heading', 'boilerplate') AND s.score >= :threshold";

/// The latest revision of each article; then the facets that are covered.
const FACTS: &str = "
    WITH latest AS (SELECT id, max(number) FROM revisions WHERE {revisions} GROUP BY article_id),
    covered AS (
        SELECT f.revision_id, f.number
        FROM latest CROSS JOIN anchors a ON a.revision_id = latest.id
        JOIN facets f ON f.revision_id = a.revision_id
            AND f.start_byte >= a.start_byte AND f.start_byte < a.end_byte AND f.end_byte <= a.end_byte
        UNION
        SELECT f.revision_id, f.number
        FROM latest CROSS JOIN repeats p ON p.revision_id = latest.id
        JOIN sentences s ON s.revision_id = p.revision_id AND s.number = p.sentence
        JOIN facets f ON f.revision_id = s.revision_id
            AND f.start_byte >= s.start_byte AND f.start_byte < s.end_byte)";

/// The facets `f` that are to be looked at, each with whether it is covered.
const TO_LOOK_AT: &str = "
    FROM latest CROSS JOIN facets f ON f.revision_id = latest.id
    JOIN sentences s ON s.revision_id = f.revision_id AND s.number = f.sentence
    LEFT JOIN covered c ON c.revision_id = f.revision_id AND c.number = f.number
    WHERE f.kind <> 'attribution' AND s.kind <> 'boilerplate'";

impl Reader<'_> {
    /// How much of the latest revision of an article, or of every article, has
    /// been looked at, all kinds named.
    pub fn coverage_totals(
        &self,
        article: Option<ArticleId>,
        threshold: f64,
    ) -> Result<Vec<CoverageTotal>> {
        let id = article.map(|id| id.0);
        let sql = format!(
            "{SENTENCES} SELECT 'sentence' AS kind, count(*) AS found,
                                count(*) FILTER (WHERE d.open = 0) AS covered {TO_DECIDE}"
        );
        let mut query = self.connection.prepare_cached(&narrowed(article, &sql))?;
        let values = named_params! { ":article": id, ":threshold": threshold };
        let mut totals = vec![query.query_one(values, total)?];
        let sql = format!(
            "{FACTS} SELECT f.kind, count(*) AS found, count(c.number) AS covered {TO_LOOK_AT} GROUP BY f.kind"
        );
        let mut query = self.connection.prepare_cached(&narrowed(article, &sql))?;
        for row in query.query_map(named_params! { ":article": id }, total)? {
            totals.push(row?);
        }
        let of_kind = |kind: &CoverageKind| {
            let found = totals.iter().find(|total| total.kind == *kind);
            found.copied().unwrap_or(CoverageTotal {
                kind: *kind,
                share: Share::new(0, 0),
            })
        };
        Ok(CoverageKind::ALL.iter().map(of_kind).collect())
    }

    /// What of an article's latest revision has not been looked at, in the
    /// order of its text.
    pub fn uncovered(&self, latest: &Revision, threshold: f64) -> Result<Vec<Uncovered>> {
        let article = Some(latest.article);
        let uncovered = |row: &Row<'_>| Ok((span(row)?, uncovered(row)?));
        let sql = format!(
            "{SENTENCES} SELECT 'sentence' AS kind, s.number AS sentence,
                    s.start_byte, s.end_byte, s.start_char, s.end_char,
                    coalesce(d.open_claims, '[]') AS open_claims {TO_DECIDE} AND d.open IS NOT 0"
        );
        let mut query = self.connection.prepare_cached(&narrowed(article, &sql))?;
        let values = named_params! { ":article": latest.article.0, ":threshold": threshold };
        let mut found = query
            .query_map(values, uncovered)?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        let sql = format!(
            "{FACTS} SELECT f.kind, f.sentence, f.start_byte, f.end_byte, f.start_char, f.end_char,
                    '[]' AS open_claims {TO_LOOK_AT} AND c.number IS NULL"
        );
        let mut query = self.connection.prepare_cached(&narrowed(article, &sql))?;
        for row in query.query_map(named_params! { ":article": latest.article.0 }, uncovered)? {
            found.push(row?);
        }
        // A sentence stands before what it names.
        found.sort_by_key(|(_, one)| (one.sentence, one.kind != CoverageKind::Sentence, one.start));
        let found = found.into_iter().map(|(span, one)| Uncovered {
            text: span
                .and_then(|span| span.slice(&latest.text))
                .unwrap_or_default()
                .to_owned(),
            ..one
        });
        Ok(found.collect())
    }
}

fn total(row: &Row<'_>) -> rusqlite::Result<CoverageTotal> {
    Ok(CoverageTotal {
        kind: parsed(row, "kind")?,
        share: Share::new(row.get("covered")?, row.get("found")?),
    })
}

/// Still without its words.
fn uncovered(row: &Row<'_>) -> rusqlite::Result<Uncovered> {
    let open_claims: Vec<i64> = json(row, "open_claims")?;
    Ok(Uncovered {
        kind: parsed(row, "kind")?,
        sentence: row.get("sentence")?,
        start: row.get("start_char")?,
        end: row.get("end_char")?,
        text: String::new(),
        open_claims: open_claims.into_iter().map(ClaimId).collect(),
    })
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use proptest::prelude::*;

    use super::*;
    use crate::store::{Store, StoreError};

    const ARTICLE: ArticleId = ArticleId(1);

    /// From where to where something stands.
    type Place = (usize, usize);

    fn overlap(one: Place, other: Place) -> bool {
        one.0 < other.1 && other.0 < one.1
    }

    /// Sentences with gaps between them, and claims anywhere, dismissed or not.
    fn desk(sentences: &[Place], claims: &[(Place, bool)]) -> String {
        let mut sql = format!(
            "INSERT INTO blobs VALUES (1, '{}', 0, 'none', x'');
             INSERT INTO articles (id, uuid, title, created_at) VALUES (1, 'a', 't', '2026-01-31T09:30:00Z');
             INSERT INTO revisions (id, uuid, article_id, number, media_type, encoding, blob_id, text, created_at)
             VALUES (1, 'r', 1, 1, 'text/plain', 'utf-8', 1, '', '2026-01-31T09:30:00Z');",
            "a".repeat(64)
        );
        for (number, (start, end)) in (1..).zip(sentences) {
            let place = format!("{start}, {end}, {start}, {end}");
            write!(
                sql,
                "INSERT INTO sentences VALUES (1, {number}, 'body', 0.5, {place});"
            )
            .unwrap();
        }
        for (id, ((start, end), dismissed)) in (1..).zip(claims) {
            let (state, because) = if *dismissed {
                ("dismissed", "'known'")
            } else {
                ("extracted", "NULL")
            };
            write!(
                sql,
                "INSERT INTO claims (id, uuid, article_id, statement, state, origin, dismissed_because, created_at)
                 VALUES ({id}, '{id}', 1, 's', '{state}', 'extracted', {because}, '');
                 INSERT INTO anchors (claim_id, revision_id, start_byte, end_byte, start_char, end_char,
                                      quote, words, prefix, suffix, outcome)
                 VALUES ({id}, 1, {start}, {end}, {start}, {end}, 'q', 'q', '', '', 'first');"
            )
            .unwrap();
        }
        sql
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn a_sentence_has_the_claims_that_share_words_with_it(
            steps in prop::collection::vec((0usize..3, 1usize..6), 0..8),
            claims in prop::collection::vec(((0usize..36, 1usize..14), any::<bool>()), 0..6),
        ) {
            let mut at = 0;
            let sentences: Vec<Place> = steps
                .iter()
                .map(|(gap, length)| {
                    let start = at + gap;
                    at = start + length;
                    (start, at)
                })
                .collect();
            let claims: Vec<(Place, bool)> = claims
                .into_iter()
                .map(|((start, length), dismissed)| ((start, start + length), dismissed))
                .collect();
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("desk.db");
            let store = Store::create(&path, |_| Ok::<_, StoreError>(())).unwrap();
            store.connection.execute_batch(&desk(&sentences, &claims)).unwrap();

            let mut expected = Vec::new();
            for (number, sentence) in (1_u32..).zip(&sentences) {
                let on_it = (1_i64..).zip(&claims).filter(|(_, (place, _))| overlap(*place, *sentence));
                let on_it: Vec<(i64, bool)> = on_it.map(|(id, (_, dismissed))| (id, *dismissed)).collect();
                let open: Vec<ClaimId> = on_it
                    .iter()
                    .filter(|(_, dismissed)| !dismissed)
                    .map(|(id, _)| ClaimId(*id))
                    .collect();
                if on_it.is_empty() || !open.is_empty() {
                    expected.push((number, open));
                }
            }
            let (found, total) = store
                .read(|reader| {
                    let latest = reader.revision(ARTICLE, None)?.unwrap();
                    let totals = reader.coverage_totals(Some(ARTICLE), 0.5)?;
                    Ok::<_, StoreError>((reader.uncovered(&latest, 0.5)?, totals[0].share))
                })
                .unwrap();
            let found: Vec<_> = found.into_iter().map(|one| (one.sentence, one.open_claims)).collect();
            prop_assert_eq!((total.all as usize, total.covered as usize), (sentences.len(), sentences.len() - expected.len()));
            prop_assert_eq!(found, expected);
        }
    }
}
