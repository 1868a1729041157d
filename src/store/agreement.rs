//! What several reviewers rated the same claims.

use rusqlite::{Row, named_params};

use super::rows::parsed;
use super::sight::seen;
use super::stats::narrowed;
use super::{Reader, Result};
use crate::model::agreement::{GivenRating, RatedClaim};
use crate::model::ids::{ArticleId, ClaimId};

/// The verdicts that speak for their reviewers, one for each claim and
/// reviewer. Dismissed claims are left out.
const RATINGS: &str = "
    SELECT c.id AS claim, coalesce(a.quote, c.statement) AS words,
           p.handle, s.slug AS scale, g.slug AS rating, g.label, g.tone, g.position
    FROM claims c
    JOIN {speaking} v ON v.claim_id = c.id
    JOIN reviewers p ON p.id = v.reviewer_id
    JOIN ratings g ON g.id = v.rating_id
    JOIN scales s ON s.id = g.scale_id
    LEFT JOIN latest_places a ON a.claim_id = c.id
    WHERE c.state <> 'dismissed' AND {rated} AND {visible}
    ORDER BY c.id, p.handle";

/// The verdicts that reviewers hold now.
const STANDING: &str = "standing_verdicts";

/// Those that they gave first, and did not take back.
const FIRST: &str = "(
    SELECT * FROM kept_verdicts v WHERE NOT EXISTS (
        SELECT 1 FROM kept_verdicts n WHERE n.claim_id = v.claim_id AND n.reviewer_id = v.reviewer_id AND n.uuid < v.uuid))";

impl Reader<'_> {
    /// The claims of an article, or of the desk, that somebody has rated, each
    /// with the rating of every reviewer's standing verdict, or of the first
    /// one; without what is hidden from who looks.
    pub fn rated_claims(&self, article: Option<ArticleId>, first: bool) -> Result<Vec<RatedClaim>> {
        let speaking = if first { FIRST } else { STANDING };
        let sql = seen(RATINGS).replace("{speaking}", speaking);
        let mut query = self.connection.prepare_cached(&narrowed(article, &sql))?;
        let mut rows = query.query(named_params! {
            ":article": article.map(|id| id.0),
            ":viewer": self.sight.viewer(),
        })?;
        let mut rated: Vec<RatedClaim> = Vec::new();
        while let Some(row) = rows.next()? {
            let claim = ClaimId(row.get("claim")?);
            if rated.last().is_none_or(|last| last.claim != claim) {
                rated.push(RatedClaim {
                    claim,
                    words: row.get("words")?,
                    ratings: Vec::new(),
                });
            }
            if let Some(last) = rated.last_mut() {
                last.ratings.push(given(row)?);
            }
        }
        Ok(rated)
    }
}

fn given(row: &Row<'_>) -> rusqlite::Result<GivenRating> {
    Ok(GivenRating {
        reviewer: row.get("handle")?,
        scale: row.get("scale")?,
        rating: row.get("rating")?,
        label: row.get("label")?,
        tone: parsed(row, "tone")?,
        position: row.get("position")?,
    })
}
