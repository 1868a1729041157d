//! Flags on claims and on words of articles.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, ToSql, named_params};
use uuid::Uuid;

use super::rows::{parsed, parsed_option, quote_params, span, time};
use super::sight::seen;
use super::{Reader, Result, Writer};
use crate::model::flag::{
    Certainty, Flag, FlagFilter, FlagState, NewFlag, RaisedBy, RuleFound, Severity,
};
use crate::model::ids::{ArticleId, ClaimId, FlagId, ReviewerId, RevisionId};
use crate::model::text::Quote;

/// That a flag tells nothing that is hidden from who looks: what a claim rests
/// on is as hidden as its verdicts.
pub(super) const SEEN: &str = "(f.about IS NULL OR {visible})";

/// A flag on a claim without words of its own shows the claim's.
const FLAGS: &str = "
    SELECT f.id, f.uuid, f.code, f.name, f.category, f.severity, f.article_id, f.claim_id,
           coalesce(f.start_byte, a.start_byte) AS start_byte, coalesce(f.end_byte, a.end_byte) AS end_byte,
           coalesce(f.start_char, a.start_char) AS start_char, coalesce(f.end_char, a.end_char) AS end_char,
           coalesce(f.quote, a.quote) AS quote, r.number AS revision,
           CASE WHEN f.quote IS NULL THEN coalesce(l.outcome, 'first') ELSE f.outcome END AS outcome, f.message, f.evidence, f.suggestion, f.state,
           f.certainty, f.about, f.quote IS NOT NULL AS own_words, p.handle AS raised_by, f.created_at, q.handle AS resolved_by, f.resolved_at, f.resolution
    FROM flags f
    LEFT JOIN claims c ON c.id = f.claim_id
    LEFT JOIN latest_places a ON f.quote IS NULL AND a.claim_id = f.claim_id
    LEFT JOIN anchors l ON f.quote IS NULL AND l.id = (SELECT max(id) FROM anchors WHERE claim_id = f.claim_id)
    LEFT JOIN revisions r ON r.id = coalesce(f.revision_id, a.revision_id)
    LEFT JOIN reviewers p ON p.id = f.raised_by
    LEFT JOIN reviewers q ON q.id = f.resolved_by";

fn flag(row: &Row<'_>) -> rusqlite::Result<Flag> {
    let evidence: Option<String> = row.get("evidence")?;
    Ok(Flag {
        id: FlagId(row.get("id")?),
        uuid: parsed(row, "uuid")?,
        code: row.get("code")?,
        name: row.get("name")?,
        category: row.get("category")?,
        severity: parsed(row, "severity")?,
        article: row.get::<_, Option<i64>>("article_id")?.map(ArticleId),
        claim: row.get::<_, Option<i64>>("claim_id")?.map(ClaimId),
        start: row.get("start_char")?,
        end: row.get("end_char")?,
        text: row.get("quote")?,
        revision: row.get("revision")?,
        outcome: parsed(row, "outcome")?,
        message: row.get("message")?,
        certainty: parsed_option(row, "certainty")?,
        evidence: evidence.and_then(|text| serde_json::from_str(&text).ok()),
        suggestion: row.get("suggestion")?,
        state: parsed(row, "state")?,
        raised_by: row.get("raised_by")?,
        created_at: parsed(row, "created_at")?,
        resolved_by: row.get("resolved_by")?,
        resolved_at: parsed_option(row, "resolved_at")?,
        resolution: row.get("resolution")?,
        span: span(row)?,
        own_words: row.get("own_words")?,
        about: row.get("about")?,
    })
}

impl Reader<'_> {
    /// The flags that a filter lets through, in the order they were raised;
    /// without those that tell what is hidden from who looks.
    pub fn flags(&self, filter: &FlagFilter) -> Result<Vec<Flag>> {
        let article = filter.article.map(|id| id.0);
        let claim = filter.claim.map(|id| id.0);
        let state = filter.state.map(FlagState::as_str);
        let severity = filter.severity.map(Severity::as_str);
        let viewer = self.sight.viewer();
        let narrowing: [(&str, &str, Option<&dyn ToSql>); 5] = [
            (
                "f.article_id = :article",
                ":article",
                article.as_ref().map(|v| v as _),
            ),
            (
                "f.claim_id = :claim",
                ":claim",
                claim.as_ref().map(|v| v as _),
            ),
            ("f.state = :state", ":state", state.as_ref().map(|v| v as _)),
            (
                "f.severity = :severity",
                ":severity",
                severity.as_ref().map(|v| v as _),
            ),
            (
                "f.code = :rule",
                ":rule",
                filter.rule.as_ref().map(|v| v as _),
            ),
        ];
        let mut conditions = vec![SEEN];
        let mut values: Vec<(&str, &dyn ToSql)> = vec![(":viewer", &viewer)];
        for (condition, name, value) in narrowing {
            if let Some(value) = value {
                conditions.push(condition);
                values.push((name, value));
            }
        }
        let filter = conditions.join(" AND ");
        let sql = seen(&format!("{FLAGS} WHERE {filter} ORDER BY f.id"));
        let mut query = self.connection.prepare_cached(&sql)?;
        Ok(query
            .query_map(&*values, flag)?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// One flag, unless it tells what is hidden from who looks.
    pub fn flag(&self, id: FlagId) -> Result<Option<Flag>> {
        let sql = seen(&format!("{FLAGS} WHERE f.id = :id AND {SEEN}"));
        let mut query = self.connection.prepare_cached(&sql)?;
        let viewer = self.sight.viewer();
        Ok(query
            .query_one(named_params! { ":id": id.0, ":viewer": viewer }, flag)
            .optional()?)
    }
}

/// Where a flag is put: the article, the claim, and words of a revision.
#[derive(Debug, Default)]
pub(crate) struct FlagPlace<'a> {
    /// The article.
    pub(crate) article: Option<ArticleId>,
    /// The claim.
    pub(crate) claim: Option<ClaimId>,
    /// Words of its own, in a revision.
    pub(crate) words: Option<(RevisionId, &'a Quote)>,
}

impl Writer<'_> {
    /// Adds a flag.
    pub(crate) fn insert_flag(
        &self,
        place: &FlagPlace<'_>,
        raised_by: &RaisedBy,
        new: &NewFlag,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<FlagId> {
        let (uuid, at) = (uuid.to_string(), time(at));
        let (article, claim) = (place.article.map(|id| id.0), place.claim.map(|id| id.0));
        let revision = place.words.map(|(id, _)| id.0);
        let severity = new.severity.as_str();
        let (person, rule) = match raised_by {
            RaisedBy::Reviewer(person) => (Some(person.0), None),
            RaisedBy::Rule(rule) => (None, Some(rule)),
        };
        let code = rule.map(|rule| rule.code);
        let name = rule.map(|rule| rule.name);
        let about = rule.and_then(|rule| rule.about.as_ref());
        let certainty = rule.map(|rule| rule.certainty.as_str());
        let evidence = rule.and_then(|rule| rule.evidence.as_ref().map(ToString::to_string));
        let mut values: Vec<(&str, &dyn ToSql)> = vec![
            (":uuid", &uuid),
            (":article", &article),
            (":claim", &claim),
            (":revision", &revision),
            (":category", &new.category),
            (":severity", &severity),
            (":message", &new.message),
            (":suggestion", &new.suggestion),
            (":raised_by", &person),
            (":code", &code),
            (":name", &name),
            (":about", &about),
            (":certainty", &certainty),
            (":evidence", &evidence),
            (":at", &at),
        ];
        if let Some((_, quote)) = place.words {
            values.extend(quote_params(quote));
        }
        // Parameters without a value are null.
        let mut insert = self.connection.prepare(
            "INSERT INTO flags (uuid, article_id, claim_id, revision_id, start_byte, end_byte, start_char, end_char,
                                quote, prefix, suffix, code, name, category, severity, message, evidence, suggestion,
                                certainty, about, raised_by, created_at)
             VALUES (:uuid, :article, :claim, :revision, :start_byte, :end_byte, :start_char, :end_char,
                     :quote, :prefix, :suffix, :code, :name, :category, :severity, :message, :evidence, :suggestion,
                     :certainty, :about, :raised_by, :at)
             RETURNING id",
        )?;
        Ok(FlagId(insert.query_one(&*values, |row| row.get(0))?))
    }

    /// Says anew what a rule found, on the same words or claim, and opens the
    /// flag again where the rule had settled it itself.
    pub(crate) fn update_flag(&self, id: FlagId, rule: &RuleFound, new: &NewFlag) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE flags SET severity = :severity, message = :message, evidence = :evidence,
                        suggestion = :suggestion, certainty = :certainty, state = 'open', resolved_at = NULL,
                        resolution = NULL
                 WHERE id = :id AND resolved_by IS NULL",
            )?
            .execute(named_params! {
                ":id": id.0,
                ":severity": new.severity.as_str(),
                ":message": new.message,
                ":evidence": rule.evidence.as_ref().map(ToString::to_string),
                ":suggestion": new.suggestion,
                ":certainty": Certainty::as_str(rule.certainty),
            })?;
        Ok(())
    }

    /// Settles a flag; by nobody, where the rule that raised it finds it no
    /// longer.
    pub fn resolve_flag(
        &self,
        id: FlagId,
        by: Option<ReviewerId>,
        because: &str,
        at: DateTime<Utc>,
    ) -> Result<()> {
        self.connection.execute(
            "UPDATE flags SET state = 'resolved', resolved_by = :by, resolved_at = :at, resolution = :because
             WHERE id = :id",
            named_params! { ":id": id.0, ":by": by.map(|by| by.0), ":because": because, ":at": time(at) },
        )?;
        Ok(())
    }
}
