//! What the grouping of near-identical claims asks: what every claim says, in
//! one pass over the table, and how those that were grouped are shown.

use std::collections::HashMap;

use rusqlite::named_params;
use uuid::Uuid;

use super::rows::{parsed, parsed_option};
use super::sight::seen;
use super::{Reader, Result};
use crate::model::ids::{ArticleId, ClaimId};
use crate::model::scale::Tone;

/// A claim while all are gone through.
pub(crate) struct ClaimSaid {
    pub(crate) id: ClaimId,
    pub(crate) article: Option<ArticleId>,
    /// The slug of its rating, where it has one that may be seen.
    pub(crate) rating: Option<String>,
    pub(crate) statement: String,
}

/// A claim as a member of a group is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ClaimShown {
    pub(crate) uuid: Uuid,
    pub(crate) article: Option<ArticleId>,
    pub(crate) statement: String,
    pub(crate) rating: Option<String>,
    pub(crate) rating_label: Option<String>,
    pub(crate) rating_tone: Option<Tone>,
}

impl Reader<'_> {
    /// Goes through all claims by their numbers, one at a time in memory; those
    /// that were dismissed are left out, and on request those without a rating.
    pub(crate) fn every_claim(&self, rated: bool, mut told: impl FnMut(ClaimSaid)) -> Result<()> {
        let mut query = self.connection.prepare_cached(&seen(
            "SELECT c.id, c.article_id, g.slug, c.statement FROM claims c
             LEFT JOIN ratings g ON g.id = c.rating_id AND {visible}
             WHERE c.state <> 'dismissed' AND (NOT :rated OR g.id IS NOT NULL)
             ORDER BY c.id",
        ))?;
        let values = named_params! { ":viewer": self.sight.viewer(), ":rated": rated };
        let mut rows = query.query(values)?;
        while let Some(row) = rows.next()? {
            told(ClaimSaid {
                id: ClaimId(row.get(0)?),
                article: row.get::<_, Option<i64>>(1)?.map(ArticleId),
                rating: row.get(2)?,
                statement: row.get(3)?,
            });
        }
        Ok(())
    }

    /// How some claims are shown, all in one query.
    pub(crate) fn claims_shown(&self, claims: &[ClaimId]) -> Result<HashMap<ClaimId, ClaimShown>> {
        let mut query = self.connection.prepare_cached(&seen(
            "SELECT c.id, c.uuid, c.article_id, c.statement,
                    g.slug AS rating, g.label AS rating_label, g.tone AS rating_tone
             FROM json_each(:claims) wanted CROSS JOIN claims c ON c.id = wanted.value
             LEFT JOIN ratings g ON g.id = c.rating_id AND {visible}",
        ))?;
        let claims = serde_json::to_string(claims).unwrap_or_default();
        let values = named_params! { ":claims": claims, ":viewer": self.sight.viewer() };
        let rows = query.query_map(values, |row| {
            let shown = ClaimShown {
                uuid: parsed(row, "uuid")?,
                article: row.get::<_, Option<i64>>("article_id")?.map(ArticleId),
                statement: row.get("statement")?,
                rating: row.get("rating")?,
                rating_label: row.get("rating_label")?,
                rating_tone: parsed_option(row, "rating_tone")?,
            };
            Ok((ClaimId(row.get("id")?), shown))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
