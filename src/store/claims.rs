//! Claims, their anchors and topics.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rusqlite::{Row, ToSql, named_params};
use uuid::Uuid;

use super::narrow::Narrowing;
use super::rows::{json, parsed, parsed_option, span, time};
use super::sentences::{facets, repeats};
use super::sight::seen;
use super::{Reader, Result, StoreError, Writer};
use crate::model::claim::{Claim, ClaimFilter, ClaimState, Doubt, NewClaim};
use crate::model::ids::{ArticleId, ClaimId, RevisionId, SourceId};
use crate::model::revision::{Outcome, Placement};
use crate::model::sentence::Repeat;

/// From so many claims on, some of them in order are found sooner by walking than by
/// sorting: sorting so many takes a few milliseconds.
const MANY: i64 = 2_000;

/// A claim with the latest anchor that has a place, how it fared in the latest
/// revision, and its rating, where that may be seen. What it names is what its
/// anchor's revision names within the anchor.
const CLAIMS: &str = "
    SELECT c.id, c.uuid, c.article_id, c.statement, c.state, c.origin, c.score, c.reasons,
           c.dismissed_because, c.created_at, m.name AS claimant,
           r.number AS revision, a.start_byte, a.end_byte, a.start_char, a.end_char,
           a.quote, a.prefix, a.suffix,
           g.slug AS rating, g.label AS rating_label, g.tone AS rating_tone,
           iif({visible}, c.stale_because, '[]') AS stale_because, c.decided_at,
           {hidden} AS hidden,
           (SELECT json_group_array(json_object('reviewer', p.handle, 'due', s.due, 'taken_at', s.taken_at) ORDER BY s.id)
            FROM assignments s JOIN reviewers p ON p.id = s.reviewer_id
            WHERE s.claim_id = c.id AND s.ended_at IS NULL) AS assigned,
           l.outcome, coalesce(l.candidates, '[]') AS candidates,
           (SELECT json_group_array(t.name ORDER BY t.name)
            FROM claim_topics ct JOIN topics t ON t.id = ct.topic_id WHERE ct.claim_id = c.id) AS topics,
           a.revision_id,
           (SELECT s.number FROM sentences s WHERE s.revision_id = a.revision_id AND s.end_byte > a.start_byte
            ORDER BY s.end_byte LIMIT 1) AS sentence,
           (SELECT json_group_array(json_array(f.kind, f.start_char, f.end_char, json(f.detail))
                                    ORDER BY f.start_byte, f.number)
            FROM facets f WHERE f.revision_id = a.revision_id
                AND f.start_byte >= a.start_byte AND f.start_byte < a.end_byte AND f.end_byte <= a.end_byte) AS facets,
           (SELECT json_group_array(json_array(s.number, s.start_byte, s.end_byte, s.start_char, s.end_char)
                                    ORDER BY s.number)
            FROM repeats p JOIN sentences s ON s.revision_id = p.revision_id AND s.number = p.sentence
            WHERE p.claim_id = c.id AND p.revision_id = a.revision_id) AS repeats
    FROM {claims}
    LEFT JOIN claimants m ON m.id = c.claimant_id
    LEFT JOIN anchors l ON l.id = (SELECT max(id) FROM anchors WHERE claim_id = c.id)
    LEFT JOIN latest_places a ON a.claim_id = c.id
    LEFT JOIN revisions r ON r.id = a.revision_id
    LEFT JOIN ratings g ON g.id = c.rating_id AND {visible}";

/// In the order of the articles, and within one in the order of its text.
const IN_ORDER: &str = " ORDER BY c.article_id, c.place, c.id";

fn claim(row: &Row<'_>, repeats: Vec<Repeat>) -> rusqlite::Result<Claim> {
    let doubts: Vec<Doubt> = json(row, "stale_because")?;
    Ok(Claim {
        id: ClaimId(row.get("id")?),
        uuid: parsed(row, "uuid")?,
        article: row.get::<_, Option<i64>>("article_id")?.map(ArticleId),
        revision: row.get("revision")?,
        quote: row.get("quote")?,
        start: row.get("start_char")?,
        end: row.get("end_char")?,
        prefix: row.get("prefix")?,
        suffix: row.get("suffix")?,
        statement: row.get("statement")?,
        claimant: row.get("claimant")?,
        state: parsed(row, "state")?,
        score: row.get("score")?,
        reasons: json(row, "reasons")?,
        rating: row.get("rating")?,
        rating_label: row.get("rating_label")?,
        rating_tone: parsed_option(row, "rating_tone")?,
        stale: !doubts.is_empty(),
        stale_because: doubts,
        hidden: row.get("hidden")?,
        decided_at: parsed_option(row, "decided_at")?,
        assigned: json(row, "assigned")?,
        outcome: parsed_option(row, "outcome")?,
        candidates: json(row, "candidates")?,
        topics: json(row, "topics")?,
        origin: parsed(row, "origin")?,
        dismissed_because: row.get("dismissed_because")?,
        created_at: parsed(row, "created_at")?,
        sentence: row.get("sentence")?,
        facets: facets(row)?,
        repeats,
        span: span(row)?,
    })
}

impl Reader<'_> {
    /// The claims that a filter lets through, in the order of the articles.
    pub fn claims(&self, filter: &ClaimFilter) -> Result<Vec<Claim>> {
        let mut narrowing = Narrowing::new(filter, self.sight)?;
        if let (Some(_), Some(rating)) = (filter.limit, &filter.rating)
            && self.have_many(rating)?
        {
            narrowing.walk_past_ratings();
        }
        let condition = narrowing.condition();
        // First which claims, then, in order, all about each of them. The first few
        // are met by walking in order; all of them, by looking where they are.
        let first = if filter.limit.is_some() { IN_ORDER } else { "" };
        let which = format!(
            "(SELECT c.id FROM claims c LEFT JOIN latest_places a ON a.claim_id = c.id
              WHERE {condition} {first} LIMIT :limit) page CROSS JOIN claims c ON c.id = page.id"
        );
        self.claims_of(&which, IN_ORDER, &narrowing.values())
    }

    /// Whether so many claims have a rating that sorting them takes long.
    fn have_many(&self, rating: &str) -> Result<bool> {
        let mut query = self.connection.prepare_cached(
            "SELECT count(*) FROM (SELECT 1 FROM claims
                 WHERE rating_id IN (SELECT id FROM ratings WHERE slug = :rating) LIMIT :many)",
        )?;
        let values = named_params! { ":rating": rating, ":many": MANY };
        Ok(query.query_row(values, |row| row.get::<_, i64>(0))? == MANY)
    }

    /// One claim.
    pub fn claim(&self, id: ClaimId) -> Result<Option<Claim>> {
        let viewer = self.sight.viewer();
        let values: [(&str, &dyn ToSql); 2] = [(":id", &id.0), (":viewer", &viewer)];
        Ok(self
            .claims_of("claims c", " WHERE c.id = :id", &values)?
            .pop())
    }

    /// The claims whose verdicts are in doubt and that cite a source.
    pub fn doubted_on(&self, source: SourceId) -> Result<BTreeSet<ClaimId>> {
        let mut query = self.connection.prepare_cached(&seen(
            "SELECT c.id FROM claims c
             WHERE c.stale_because <> '[]' AND {visible}
                 AND EXISTS (SELECT 1 FROM evidence e WHERE e.claim_id = c.id AND e.source_id = :source)",
        ))?;
        let values = named_params! { ":source": source.0, ":viewer": self.sight.viewer() };
        let ids = query.query_map(values, |row| Ok(ClaimId(row.get(0)?)))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// The claims whose quote, else statement, holds `words`; dismissed ones
    /// too. At most 50.
    pub fn claims_with_words(&self, words: &str) -> Result<Vec<Claim>> {
        let viewer = self.sight.viewer();
        let values: [(&str, &dyn ToSql); 2] = [(":words", &words), (":viewer", &viewer)];
        let narrowed =
            format!(" WHERE instr(coalesce(a.quote, c.statement), :words) > 0 {IN_ORDER} LIMIT 50");
        self.claims_of("claims c", &narrowed, &values)
    }

    /// The claims `c` of [`CLAIMS`] from a table, as the rest of the query narrows
    /// and orders them. The texts that hold words of repeats are read once for
    /// each article.
    fn claims_of(
        &self,
        claims: &str,
        rest: &str,
        values: &[(&str, &dyn ToSql)],
    ) -> Result<Vec<Claim>> {
        let sql = seen(&CLAIMS.replace("{claims}", claims));
        let mut query = self.connection.prepare_cached(&format!("{sql}{rest}"))?;
        let rows = query.query_map(values, |row| {
            let revision = row.get::<_, Option<i64>>("revision_id")?;
            let (repeats, spans) = repeats(row)?;
            Ok((claim(row, repeats)?, revision.map(RevisionId), spans))
        })?;
        let mut claims = Vec::new();
        let mut known: Option<(RevisionId, String)> = None;
        for row in rows {
            let (mut claim, revision, spans) = row?;
            if let Some(revision) = revision.filter(|_| !spans.is_empty()) {
                let text = match known.take() {
                    Some((id, text)) if id == revision => text,
                    _ => self.text(revision)?,
                };
                for (repeat, span) in claim.repeats.iter_mut().zip(spans) {
                    span.slice(&text)
                        .unwrap_or_default()
                        .clone_into(&mut repeat.text);
                }
                known = Some((revision, text));
            }
            claims.push(claim);
        }
        Ok(claims)
    }
}

impl Writer<'_> {
    /// Adds a claim that stands in a revision of an article, with its anchor
    /// and topics.
    pub fn insert_claim(
        &self,
        article: ArticleId,
        revision: RevisionId,
        new: &NewClaim,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<ClaimId> {
        let claimant = match &new.claimant {
            Some(name) => Some(self.claimant(name, crate::model::ids::uuid_at(at), at)?),
            None => None,
        };
        let reasons = serde_json::to_string(&new.reasons)
            .map_err(|error| StoreError::BadValue(error.to_string()))?;
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO claims (uuid, article_id, statement, restated, claimant_id, state, origin, score, reasons,
                                 created_at)
             VALUES (:uuid, :article, :statement, :restated, :claimant, :state, :origin, :score, :reasons, :at)",
        )?;
        let id = ClaimId(insert.insert(named_params! {
            ":uuid": uuid.to_string(),
            ":article": article.0,
            ":statement": new.statement,
            ":restated": new.statement != new.anchor.exact,
            ":claimant": claimant,
            ":state": new.state.as_str(),
            ":origin": new.origin.as_str(),
            ":score": new.score,
            ":reasons": reasons,
            ":at": time(at),
        })?);
        let placement = Placement {
            outcome: Outcome::First,
            quote: Some(new.anchor.clone()),
            likeness: None,
            candidates: Vec::new(),
        };
        self.place_claim(id, revision, &placement)?;
        self.add_topics(id, &new.topics)?;
        Ok(id)
    }

    /// Lets a claim that no person has restated say what its words say.
    pub fn follow_words(&self, id: ClaimId, words: &str) -> Result<()> {
        self.connection.execute(
            "UPDATE claims SET statement = :words WHERE id = :id AND NOT restated",
            named_params! { ":id": id.0, ":words": words },
        )?;
        Ok(())
    }

    /// Restates a claim, as a person says it.
    pub fn set_statement(&self, id: ClaimId, statement: &str) -> Result<()> {
        self.connection.execute(
            "UPDATE claims SET statement = :statement, restated = 1 WHERE id = :id",
            named_params! { ":id": id.0, ":statement": statement },
        )?;
        Ok(())
    }

    /// Lets a claim's statement follow its words again.
    pub fn unrestate(&self, id: ClaimId) -> Result<()> {
        self.connection.execute(
            "UPDATE claims SET restated = 0 WHERE id = :id",
            named_params! { ":id": id.0 },
        )?;
        Ok(())
    }

    /// Says who made a claim, or that nobody but the author did.
    pub fn set_claimant(&self, id: ClaimId, claimant: Option<i64>) -> Result<()> {
        self.connection.execute(
            "UPDATE claims SET claimant_id = :claimant WHERE id = :id",
            named_params! { ":id": id.0, ":claimant": claimant },
        )?;
        Ok(())
    }

    /// Moves a claim to another state; `because` goes with dismissal alone.
    pub fn set_state(&self, id: ClaimId, state: ClaimState, because: Option<&str>) -> Result<()> {
        let mut update = self.connection.prepare_cached(
            "UPDATE claims SET state = :state, dismissed_because = :because
             WHERE id = :id AND (state, dismissed_because) IS NOT (:state, :because)",
        )?;
        update.execute(
            named_params! { ":id": id.0, ":state": state.as_str(), ":because": because },
        )?;
        Ok(())
    }

    /// Gives a claim topics that it may have already.
    pub fn add_topics(&self, id: ClaimId, topics: &[String]) -> Result<()> {
        for topic in topics {
            self.connection
                .prepare_cached("INSERT INTO topics (name) VALUES (:name) ON CONFLICT DO NOTHING")?
                .execute(named_params! { ":name": topic })?;
            self.connection
                .prepare_cached(
                    "INSERT INTO claim_topics (claim_id, topic_id)
                     SELECT :claim, id FROM topics WHERE name = :name ON CONFLICT DO NOTHING",
                )?
                .execute(named_params! { ":claim": id.0, ":name": topic })?;
        }
        Ok(())
    }

    /// Takes topics away from a claim that may not have them.
    pub fn remove_topics(&self, id: ClaimId, topics: &[String]) -> Result<()> {
        let mut delete = self.connection.prepare_cached(
            "DELETE FROM claim_topics
             WHERE claim_id = :claim AND topic_id = (SELECT id FROM topics WHERE name = :name)",
        )?;
        for topic in topics {
            delete.execute(named_params! { ":claim": id.0, ":name": topic })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Store, StoreError};

    /// Claims in seven articles, of which the later ones came first; every other is rated.
    const FILL: &str = "
        INSERT INTO scales (id, uuid, slug, name, description, created_at) VALUES (1, 's', 'house', 'House', '', '');
        INSERT INTO ratings (id, scale_id, slug, label, description, position, tone)
            VALUES (1, 1, 'false', 'False', '', 1, 'bad');
        WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 7)
        INSERT INTO articles (id, uuid, title, created_at) SELECT i, printf('00000000-0000-7000-8001-%012d', i), 'Article', '' FROM n;
        WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < {claims})
        INSERT INTO claims (id, uuid, article_id, statement, state, origin, rating_id, created_at)
            SELECT i, printf('00000000-0000-7000-8000-%012d', i), 7 - i % 7, 's', 'in-review', 'added', iif(i % 2, 1, NULL),
                   '2026-01-01T00:00:00Z' FROM n;";

    #[test]
    fn the_first_few_with_a_rating_are_the_first_of_all_with_it() {
        for claims in [40, 2 * MANY + 40] {
            let store = Store::in_memory().unwrap();
            let fill = FILL.replace("{claims}", &claims.to_string());
            store.connection.execute_batch(&fill).unwrap();
            let listed = |limit| {
                let filter = ClaimFilter {
                    rating: Some("false".to_owned()),
                    limit,
                    ..ClaimFilter::default()
                };
                let claims = store.read(|reader| reader.claims(&filter));
                let ids = claims.unwrap().into_iter().map(|claim| claim.id);
                Ok::<Vec<_>, StoreError>(ids.collect())
            };
            let (all, few) = (listed(None).unwrap(), listed(Some(9)).unwrap());
            assert_eq!(all.len(), usize::try_from(claims).unwrap() / 2);
            assert_eq!(few, all[..9]);
        }
    }
}
