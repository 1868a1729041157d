//! What of an article has been looked at, and what has not.

use super::articles::{find_article, find_revision};
use super::{Desk, Result};
use crate::model::article::Revision;
use crate::model::coverage::{Coverage, CoverageKind};
use crate::model::ids::ArticleId;
use crate::store::Reader;

/// What of a latest revision has been looked at.
pub(super) fn coverage_of(
    reader: &Reader<'_>,
    latest: &Revision,
    threshold: f64,
) -> Result<Coverage> {
    Ok(Coverage {
        article: latest.article,
        revision: latest.number,
        threshold,
        totals: reader.coverage_totals(Some(latest.article), threshold)?,
        uncovered: reader.uncovered(latest, threshold)?,
    })
}

impl Desk {
    /// What of an article's latest revision has been looked at; of these kinds
    /// only, unless none is named.
    pub fn coverage(&self, article: ArticleId, kinds: &[CoverageKind]) -> Result<Coverage> {
        let threshold = self.model()?.header().threshold;
        let mut coverage = self.look(|reader| {
            find_article(reader, article)?;
            let latest = find_revision(reader, article)?;
            coverage_of(reader, &latest, threshold)
        })?;
        if !kinds.is_empty() {
            coverage.totals.retain(|total| kinds.contains(&total.kind));
            coverage.uncovered.retain(|one| kinds.contains(&one.kind));
        }
        Ok(coverage)
    }
}
