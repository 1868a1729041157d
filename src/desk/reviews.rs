//! The desk's checks as ClaimReview, for search engines and other desks.

use std::collections::HashMap;

use super::exports::meant;
use super::people::names;
use super::transact::BrokenOff;
use super::{Desk, DeskError, Result};
use crate::interchange::claimreview::{CheckPage, PublicCorrection, WriteError, Written, write};
use crate::model::claim::ClaimFilter;
use crate::model::ids::ClaimId;
use crate::model::record::ClaimRecord;
use crate::model::ruling::{Ruling, Standing, corrections};
use crate::model::scale::Scale;
use crate::store::{Reader, Scope, Setting};

/// Which checks are written, and as whose.
#[derive(Debug, Clone, Default)]
pub struct ReviewOptions {
    /// The page that checks stand on whose own page the desk does not know.
    pub page: Option<String>,
    /// Who publishes them; by default who the desk says.
    pub publisher: Option<String>,
    /// The publisher's address.
    pub publisher_url: Option<String>,
    /// Whether a claim without a ruling is written by its latest verdict.
    pub latest_verdict: bool,
    /// Whether sources that are not public are named.
    pub also_internal: bool,
}

/// What records are written with.
struct Press {
    scales: HashMap<String, Scale>,
    default: Scale,
    names: HashMap<String, String>,
    options: ReviewOptions,
}

impl Desk {
    /// Hands over the checks of the claims that a filter lets through, in the order
    /// of their numbers, and says how many claims have none.
    pub fn claim_reviews<E: From<DeskError>>(
        &self,
        filter: &ClaimFilter,
        options: &ReviewOptions,
        mut each: impl FnMut(
            ClaimId,
            std::result::Result<Written, WriteError>,
        ) -> std::result::Result<(), E>,
    ) -> std::result::Result<u64, E> {
        self.hand_over(|reader| {
            let filter = meant(reader, filter)?;
            let press = Press::of(reader, options)?;
            let mut unchecked = 0;
            reader.records(&filter, !options.also_internal, |claim, record| {
                let rulings = reader.rulings(Scope::Claim(claim))?;
                let checked = options.latest_verdict || Standing::of(&rulings).ruled.is_some();
                let rated = record.rating.is_some() || record.rating_label.is_some();
                if !(checked && rated) {
                    unchecked += 1;
                    return Ok(());
                }
                each(claim, press.written(record, &rulings)).map_err(BrokenOff::Taker)
            })?;
            Ok(unchecked)
        })
        .map_err(BrokenOff::into_error)
    }
}

impl Press {
    fn of(reader: &Reader<'_>, asked: &ReviewOptions) -> Result<Self> {
        let scales = reader.scales()?;
        let or_set = |asked: &Option<String>, setting| match asked {
            Some(asked) => Ok::<_, DeskError>(Some(asked.clone())),
            None => Ok(reader.setting(setting)?),
        };
        Ok(Self {
            default: super::scales::find_scale(reader, None)?,
            scales: scales
                .into_iter()
                .map(|scale| (scale.slug.clone(), scale))
                .collect(),
            names: names(reader)?,
            options: ReviewOptions {
                publisher: or_set(&asked.publisher, Setting::Publisher)?,
                publisher_url: or_set(&asked.publisher_url, Setting::PublisherUrl)?,
                ..asked.clone()
            },
        })
    }

    fn written(
        &self,
        record: ClaimRecord,
        rulings: &[Ruling],
    ) -> std::result::Result<Written, WriteError> {
        let scale = record.scale.as_ref().and_then(|slug| self.scales.get(slug));
        // Readers know a person by name.
        let reviewer = record.reviewer.as_ref();
        let name = reviewer.and_then(|handle| self.names.get(handle)).cloned();
        let record = ClaimRecord {
            reviewer: name.or_else(|| record.reviewer.clone()),
            ..record
        };
        let corrections = told(rulings);
        let options = &self.options;
        let page = CheckPage {
            url: options.page.as_deref(),
            publisher: options.publisher.as_deref(),
            publisher_url: options.publisher_url.as_deref(),
            corrections: &corrections,
        };
        write(&record, scale.unwrap_or(&self.default), &page)
    }
}

/// The corrections that readers were told of.
fn told(rulings: &[Ruling]) -> Vec<PublicCorrection> {
    let corrections = corrections(rulings).into_iter();
    corrections
        .map(|one| PublicCorrection {
            text: format!("From “{}” to “{}”: {}", one.from, one.to, one.because),
            published: one.at.date_naive().to_string().parse().ok(),
        })
        .collect()
}
