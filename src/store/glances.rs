//! Claims at a glance.

use std::collections::HashMap;

use rusqlite::named_params;

use super::rows::{parsed, parsed_option};
use super::sight::seen;
use super::{Reader, Result};
use crate::model::glance::Glance;
use crate::model::ids::{ArticleId, ClaimId};

impl Reader<'_> {
    /// Some claims at a glance, all in one query.
    pub(crate) fn glances(&self, claims: &[ClaimId]) -> Result<HashMap<ClaimId, Glance>> {
        let mut query = self.connection.prepare_cached(&seen(
            "SELECT c.id, c.uuid, c.article_id, c.statement,
                    g.slug AS rating, g.label AS rating_label, g.tone AS rating_tone,
                    coalesce(substr(c.decided_at, 1, 10), b.published) AS date
             FROM json_each(:claims) wanted CROSS JOIN claims c ON c.id = wanted.value
             LEFT JOIN ratings g ON g.id = c.rating_id AND {visible}
             LEFT JOIN publications b ON b.claim_id = c.id",
        ))?;
        let claims = serde_json::to_string(claims).unwrap_or_default();
        let values = named_params! { ":claims": claims, ":viewer": self.sight.viewer() };
        let rows = query.query_map(values, |row| {
            let claim = ClaimId(row.get("id")?);
            let glance = Glance {
                claim,
                id: parsed(row, "uuid")?,
                statement: row.get("statement")?,
                rating: row.get("rating")?,
                rating_label: row.get("rating_label")?,
                rating_tone: parsed_option(row, "rating_tone")?,
                article: row.get::<_, Option<i64>>("article_id")?.map(ArticleId),
                date: row.get("date")?,
            };
            Ok((claim, glance))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
