//! Claims as records, for other programs.

use super::articles::find_article;
use super::crosswalks::crosswalks_to;
use super::scales::{find_scale, rating_called};
use super::transact::BrokenOff;
use super::{Desk, DeskError, Result};
use crate::interchange::averitec;
use crate::model::claim::ClaimFilter;
use crate::model::crosswalk::Crosswalk;
use crate::model::record::ClaimRecord;
use crate::store::Reader;

/// How the ratings of every scale are said on one.
#[derive(Debug, Clone)]
pub struct SaidOn {
    scale: String,
    maps: Vec<Crosswalk>,
}

impl SaidOn {
    /// Says the rating of a claim on this scale; whether it has one there.
    pub fn say(&self, record: &mut ClaimRecord) -> bool {
        let (Some(scale), Some(rating)) = (&record.scale, &record.rating) else {
            return false;
        };
        if *scale == self.scale {
            return true;
        }
        let map = self.maps.iter().find(|map| map.from == *scale);
        let ratings = map.into_iter().flat_map(|map| &map.ratings);
        let mut found = ratings.filter(|one| one.from.slug == *rating);
        let Some(there) = found.next().and_then(|one| one.to.as_ref()) else {
            return false;
        };
        record.scale = Some(self.scale.clone());
        record.rating = Some(there.slug.clone());
        true
    }
}

/// A filter with the slug of the rating that it names, of an article that there is.
pub(super) fn meant(reader: &Reader<'_>, filter: &ClaimFilter) -> Result<ClaimFilter> {
    if let Some(article) = filter.article {
        find_article(reader, article)?;
    }
    let rating = filter.rating.as_deref();
    let rating = rating.map(|given| rating_called(reader, given));
    Ok(ClaimFilter {
        rating: rating.transpose()?,
        ..filter.clone()
    })
}

impl Desk {
    /// How the ratings of every scale are said on this one.
    pub fn said_on(&self, scale: &str) -> Result<SaidOn> {
        self.look(|reader| {
            let to = find_scale(reader, Some(scale))?;
            Ok(SaidOn {
                maps: crosswalks_to(reader, &to)?,
                scale: to.slug,
            })
        })
    }

    /// Hands over the claims that a filter lets through, in the order of their
    /// numbers, as far as who looks may see them; sources that are not public only
    /// if they are asked for.
    pub fn export_claims<E: From<DeskError>>(
        &self,
        filter: &ClaimFilter,
        also_internal: bool,
        mut each: impl FnMut(ClaimRecord) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        self.hand_over(|reader| {
            let filter = meant(reader, filter)?;
            reader.records(&filter, !also_internal, |_, mut record| {
                averitec::keep_cited(&mut record);
                each(record).map_err(BrokenOff::Taker)
            })
        })
        .map_err(BrokenOff::into_error)
    }
}
