//! Flags on claims and on words of articles.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, ToSql, named_params};
use uuid::Uuid;

use super::rows::{parsed, parsed_option, quote_params, span, time};
use super::{Reader, Result, Writer};
use crate::model::flag::{Flag, FlagFilter, FlagState, NewFlag, RaisedBy, Severity};
use crate::model::ids::{ArticleId, ClaimId, FlagId, ReviewerId, RevisionId};
use crate::model::text::Quote;

/// A flag on a claim without words of its own shows the claim's.
const FLAGS: &str = "
    SELECT f.id, f.uuid, f.code, f.name, f.category, f.severity, f.article_id, f.claim_id,
           coalesce(f.start_byte, a.start_byte) AS start_byte, coalesce(f.end_byte, a.end_byte) AS end_byte,
           coalesce(f.start_char, a.start_char) AS start_char, coalesce(f.end_char, a.end_char) AS end_char,
           coalesce(f.quote, a.quote) AS quote, r.number AS revision,
           CASE WHEN f.quote IS NULL THEN coalesce(l.outcome, 'first') ELSE f.outcome END AS outcome, f.message, f.evidence, f.suggestion, f.state,
           p.handle AS raised_by, f.created_at, q.handle AS resolved_by, f.resolved_at, f.resolution
    FROM flags f
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
        evidence: evidence.and_then(|text| serde_json::from_str(&text).ok()),
        suggestion: row.get("suggestion")?,
        state: parsed(row, "state")?,
        raised_by: row.get("raised_by")?,
        created_at: parsed(row, "created_at")?,
        resolved_by: row.get("resolved_by")?,
        resolved_at: parsed_option(row, "resolved_at")?,
        resolution: row.get("resolution")?,
        span: span(row)?,
    })
}

impl Reader<'_> {
    /// The flags that a filter lets through, in the order they were raised.
    pub fn flags(&self, filter: &FlagFilter) -> Result<Vec<Flag>> {
        let article = filter.article.map(|id| id.0);
        let claim = filter.claim.map(|id| id.0);
        let state = filter.state.map(FlagState::as_str);
        let severity = filter.severity.map(Severity::as_str);
        let narrowing: [(&str, &str, Option<&dyn ToSql>); 4] = [
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
        ];
        let mut conditions = Vec::new();
        let mut values: Vec<(&str, &dyn ToSql)> = Vec::new();
        for (condition, name, value) in narrowing {
            if let Some(value) = value {
                conditions.push(condition);
                values.push((name, value));
            }
        }
        let filter = if conditions.is_empty() {
            "true".to_owned()
        } else {
            conditions.join(" AND ")
        };
        let mut query = self
            .connection
            .prepare_cached(&format!("{FLAGS} WHERE {filter} ORDER BY f.id"))?;
        Ok(query
            .query_map(&*values, flag)?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// One flag.
    pub fn flag(&self, id: FlagId) -> Result<Option<Flag>> {
        let mut query = self
            .connection
            .prepare_cached(&format!("{FLAGS} WHERE f.id = :id"))?;
        Ok(query
            .query_one(named_params! { ":id": id.0 }, flag)
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
        raised_by: RaisedBy,
        new: &NewFlag,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<FlagId> {
        let (uuid, at) = (uuid.to_string(), time(at));
        let (article, claim) = (place.article.map(|id| id.0), place.claim.map(|id| id.0));
        let revision = place.words.map(|(id, _)| id.0);
        let severity = new.severity.as_str();
        let (person, code, name) = match raised_by {
            RaisedBy::Reviewer(person) => (Some(person.0), None, None),
            RaisedBy::Rule { code, name } => (None, Some(code), Some(name)),
        };
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
            (":at", &at),
        ];
        if let Some((_, quote)) = place.words {
            values.extend(quote_params(quote));
        }
        // Parameters without a value are null.
        let mut insert = self.connection.prepare(
            "INSERT INTO flags (uuid, article_id, claim_id, revision_id, start_byte, end_byte, start_char, end_char,
                                quote, prefix, suffix, code, name, category, severity, message, suggestion, raised_by,
                                created_at)
             VALUES (:uuid, :article, :claim, :revision, :start_byte, :end_byte, :start_char, :end_char,
                     :quote, :prefix, :suffix, :code, :name, :category, :severity, :message, :suggestion, :raised_by, :at)
             RETURNING id",
        )?;
        Ok(FlagId(insert.query_one(&*values, |row| row.get(0))?))
    }

    /// Settles a flag.
    pub fn resolve_flag(
        &self,
        id: FlagId,
        by: ReviewerId,
        because: &str,
        at: DateTime<Utc>,
    ) -> Result<()> {
        self.connection.execute(
            "UPDATE flags SET state = 'resolved', resolved_by = :by, resolved_at = :at, resolution = :because
             WHERE id = :id",
            named_params! { ":id": id.0, ":by": by.0, ":because": because, ":at": time(at) },
        )?;
        Ok(())
    }
}
