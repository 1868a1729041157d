//! Claims as records, for other programs.

use super::articles::find_article;
use super::scales::rating_called;
use super::{Desk, DeskError};
use crate::model::claim::ClaimFilter;
use crate::model::record::ClaimRecord;

impl Desk {
    /// Hands over the claims that a filter lets through, in the order of their
    /// numbers, as far as who looks may see them; sources that are not public only
    /// if they are asked for.
    pub fn export_claims<E: From<DeskError>>(
        &self,
        filter: &ClaimFilter,
        also_internal: bool,
        mut each: impl FnMut(ClaimRecord) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut ended = Ok(());
        self.look(|reader| {
            if let Some(article) = filter.article {
                find_article(reader, article)?;
            }
            let rating = filter.rating.as_deref();
            let rating = rating.map(|given| rating_called(reader, given));
            let filter = ClaimFilter {
                rating: rating.transpose()?,
                ..filter.clone()
            };
            reader.records(&filter, !also_internal, |record| {
                ended = each(record);
                Ok::<_, DeskError>(ended.is_ok())
            })
        })?;
        ended
    }
}
