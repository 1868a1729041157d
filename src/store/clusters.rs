//! What the grouping of near-identical claims asks: what every claim says, in
//! one pass over the table.

use rusqlite::named_params;

use super::sight::seen;
use super::{Reader, Result};
use crate::model::ids::{ArticleId, ClaimId};

/// A claim while all are gone through.
pub(crate) struct ClaimSaid {
    pub(crate) id: ClaimId,
    pub(crate) article: Option<ArticleId>,
    /// The slug of its rating, where it has one that may be seen.
    pub(crate) rating: Option<String>,
    pub(crate) statement: String,
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
}
