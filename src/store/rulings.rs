//! Rulings: what editors did about claims, each row added and none changed.

use chrono::{DateTime, Utc};
use rusqlite::{Row, named_params};
use uuid::Uuid;

use super::rows::{parsed, parsed_option, time};
use super::sight::VISIBLE;
use super::{Reader, Result, Scope, Writer};
use crate::model::ids::{ClaimId, RatingId, ReviewerId, RulingId, VerdictId, uuid_after};
use crate::model::ruling::{Ruled, Ruling, RulingOutcome};

const RULINGS: &str = "
    SELECT u.id, u.uuid, u.claim_id, u.verdict_id, u.outcome, u.four_eyes, u.undoes_id, u.because, u.created_at,
           u.editor_id, u.rating_id, u.ruled_verdict_id, u.ruled_rating_id, p.handle, p.name,
           g.slug AS rating, g.label AS rating_label, g.tone AS rating_tone,
           r.slug AS ruled, r.label AS ruled_label
    FROM rulings u
    JOIN claims c ON c.id = u.claim_id
    JOIN reviewers p ON p.id = u.editor_id
    JOIN ratings g ON g.id = u.rating_id
    LEFT JOIN ratings r ON r.id = u.ruled_rating_id";

fn ruling(row: &Row<'_>) -> rusqlite::Result<Ruling> {
    let verdict: Option<i64> = row.get("ruled_verdict_id")?;
    let rating: Option<i64> = row.get("ruled_rating_id")?;
    Ok(Ruling {
        id: RulingId(row.get("id")?),
        uuid: parsed(row, "uuid")?,
        claim: ClaimId(row.get("claim_id")?),
        verdict: VerdictId(row.get("verdict_id")?),
        outcome: parsed(row, "outcome")?,
        rating: row.get("rating")?,
        rating_label: row.get("rating_label")?,
        rating_tone: parsed(row, "rating_tone")?,
        ruled: row.get("ruled")?,
        ruled_label: row.get("ruled_label")?,
        editor: row.get("handle")?,
        editor_name: row.get("name")?,
        four_eyes: row.get("four_eyes")?,
        undoes: row.get::<_, Option<i64>>("undoes_id")?.map(RulingId),
        because: row.get("because")?,
        created_at: parsed(row, "created_at")?,
        editor_id: ReviewerId(row.get("editor_id")?),
        rating_id: RatingId(row.get("rating_id")?),
        rules: verdict.zip(rating).map(|(verdict, rating)| Ruled {
            verdict: VerdictId(verdict),
            rating: RatingId(rating),
        }),
    })
}

/// A ruling to be added.
#[derive(Debug, Clone)]
pub(crate) struct NewRuling<'a> {
    /// The claim.
    pub(crate) claim: ClaimId,
    /// The verdict that the act is about.
    pub(crate) verdict: VerdictId,
    /// The editor's rating.
    pub(crate) rating: RatingId,
    /// What was done.
    pub(crate) outcome: RulingOutcome,
    /// Whether it had to be another person than who gave the verdict.
    pub(crate) four_eyes: bool,
    /// The act that this one takes back.
    pub(crate) undoes: Option<RulingId>,
    /// What the desk rules from then on.
    pub(crate) rules: Option<Ruled>,
    /// Why.
    pub(crate) because: Option<&'a str>,
}

impl Reader<'_> {
    /// The rulings of a scope, oldest first; without those that are hidden from
    /// who looks.
    pub fn rulings(&self, scope: Scope) -> Result<Vec<Ruling>> {
        let narrow = match scope {
            Scope::Claim(_) => "u.claim_id = :id",
            Scope::Article(_) => "u.claim_id IN (SELECT id FROM claims WHERE article_id = :id)",
        };
        let sql = format!("{RULINGS} WHERE {narrow} AND {VISIBLE} ORDER BY u.claim_id, u.uuid");
        let mut query = self.connection.prepare_cached(&sql)?;
        let rulings = query.query_map(
            named_params! { ":id": scope.id(), ":viewer": self.sight.viewer() },
            ruling,
        )?;
        Ok(rulings.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Adds a ruling.
    pub(crate) fn insert_ruling(
        &self,
        editor: ReviewerId,
        new: &NewRuling<'_>,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<RulingId> {
        let mut latest = self
            .connection
            .prepare_cached("SELECT max(uuid) AS latest FROM rulings WHERE claim_id = :claim")?;
        let latest = latest.query_one(named_params! { ":claim": new.claim.0 }, |row| {
            parsed_option(row, "latest")
        })?;
        let uuid = uuid_after(uuid, latest);
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO rulings (uuid, claim_id, verdict_id, rating_id, editor_id, outcome, four_eyes, undoes_id,
                                  ruled_verdict_id, ruled_rating_id, because, created_at)
             VALUES (:uuid, :claim, :verdict, :rating, :editor, :outcome, :four_eyes, :undoes,
                     :ruled_verdict, :ruled_rating, :because, :at)
             RETURNING id",
        )?;
        let id = insert.query_one(
            named_params! {
                ":uuid": uuid.to_string(),
                ":claim": new.claim.0,
                ":verdict": new.verdict.0,
                ":rating": new.rating.0,
                ":editor": editor.0,
                ":outcome": new.outcome.as_str(),
                ":four_eyes": new.four_eyes,
                ":undoes": new.undoes.map(|id| id.0),
                ":ruled_verdict": new.rules.map(|ruled| ruled.verdict.0),
                ":ruled_rating": new.rules.map(|ruled| ruled.rating.0),
                ":because": new.because,
                ":at": time(at),
            },
            |row| row.get(0),
        )?;
        Ok(RulingId(id))
    }
}
