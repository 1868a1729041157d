//! How far reviewers agree: coefficients of agreement over the ratings that
//! several reviewers gave the same claims, each with its interval.
//!
//! Of a rating only its place on the scale counts. A rating may be missing
//! anywhere. What the literature calls raters, observers or coders are
//! reviewers here, and its units, subjects or items are claims.
//!
//! - Cohen, "A coefficient of agreement for nominal scales", Educational and
//!   Psychological Measurement 20, 1960.
//! - Fleiss, "Measuring nominal scale agreement among many raters",
//!   Psychological Bulletin 76, 1971.
//! - Krippendorff, "Content Analysis: An Introduction to Its Methodology", and
//!   "Computing Krippendorff's Alpha-Reliability", 2011.
//! - Zapf, Castell, Morawietz and Karch, "Measuring inter-rater reliability for
//!   nominal data – which coefficients and confidence intervals are
//!   appropriate?", BMC Medical Research Methodology 16:93, 2016: intervals by
//!   a bootstrap over the units.

mod alpha;
mod bootstrap;
mod kappa;
#[cfg(test)]
mod literature;
mod pairs;
mod patterns;
#[cfg(test)]
mod properties;
mod tally;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

pub use pairs::{Pair, pairs};

use self::alpha::Distance;
use self::patterns::Patterns;
use self::tally::Tally;
use crate::chance::{Measure, interval};
use crate::model::agreement::Undefined;

/// The places on the scale that the reviewers gave one claim, in the order of
/// the reviewers; `None` where one gave nothing.
pub type Row = Vec<Option<u32>>;

/// A coefficient with its interval, or why it has no value.
pub type Coefficient = Result<Measure, Undefined>;

/// Resamples of which the intervals are taken.
const RESAMPLES: usize = 2000;

/// What the resamples follow from.
const SEED: u64 = 1;

/// The coefficients in the order of their fields.
const COEFFICIENTS: usize = 6;

/// A value for each of the coefficients.
type Values = [Result<f64, Undefined>; COEFFICIENTS];

/// How far reviewers agree on all claims together.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Coefficients {
    /// Of all pairs of ratings of the same claim, how many per cent are equal.
    #[serde(serialize_with = "or_null")]
    #[schemars(with = "Option<f64>")]
    pub percent_agreement: Coefficient,
    /// Agreement of exactly two reviewers beyond chance, where each has their
    /// own habits.
    #[serde(serialize_with = "or_null")]
    #[schemars(with = "Option<f64>")]
    pub cohen_kappa: Coefficient,
    /// Agreement beyond chance on the claims that every reviewer has rated.
    #[serde(serialize_with = "or_null")]
    #[schemars(with = "Option<f64>")]
    pub fleiss_kappa: Coefficient,
    /// How many claims every reviewer has rated.
    pub fleiss_claims: usize,
    /// Agreement beyond chance on all claims rated at least twice.
    pub krippendorff_alpha: Alpha,
}

/// Krippendorff's alpha by what ratings that differ mean.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Alpha {
    /// Two ratings are the same or they are not.
    #[serde(serialize_with = "or_null")]
    #[schemars(with = "Option<f64>")]
    pub nominal: Coefficient,
    /// Ratings are as far apart as there are ratings given between them.
    #[serde(serialize_with = "or_null")]
    #[schemars(with = "Option<f64>")]
    pub ordinal: Coefficient,
    /// Ratings are as far apart as their places on the scale.
    #[serde(serialize_with = "or_null")]
    #[schemars(with = "Option<f64>")]
    pub interval: Coefficient,
}

impl Coefficients {
    /// The coefficients without a value, with the reason. Those of alpha share
    /// theirs: each needs two ratings of a claim and some that differ.
    pub fn undefined(&self) -> Vec<(&'static str, Undefined)> {
        [
            ("percent_agreement", self.percent_agreement),
            ("cohen_kappa", self.cohen_kappa),
            ("fleiss_kappa", self.fleiss_kappa),
            ("krippendorff_alpha", self.krippendorff_alpha.nominal),
        ]
        .into_iter()
        .filter_map(|(name, coefficient)| Some((name, coefficient.err()?)))
        .collect()
    }
}

/// The coefficients of the ratings of claims. Their 95 % intervals are
/// percentiles of a bootstrap over the claims rated at least twice; a resample
/// in which a coefficient is undefined counts for nothing there.
pub fn coefficients(rows: &[Row]) -> Coefficients {
    let patterns = Patterns::of(rows);
    let once = values(&patterns, &patterns.counts);
    let mut samples: [Vec<f64>; COEFFICIENTS] = Default::default();
    bootstrap::resample(&patterns.counts, RESAMPLES, SEED, |counts| {
        for (samples, value) in samples.iter_mut().zip(values(&patterns, counts)) {
            samples.extend(value.ok());
        }
    });
    let [percent, cohen, fleiss, nominal, ordinal, metric] = std::array::from_fn(|at| {
        let samples = std::mem::take(&mut samples[at]);
        once[at].map(|value| interval(value, samples))
    });
    Coefficients {
        percent_agreement: percent,
        cohen_kappa: cohen,
        fleiss_kappa: fleiss,
        fleiss_claims: patterns.rated_by_all(),
        krippendorff_alpha: Alpha {
            nominal,
            ordinal,
            interval: metric,
        },
    }
}

/// The coefficients of patterns of which each counts so many times.
fn values(patterns: &Patterns, counts: &[u64]) -> Values {
    if patterns.reviewers < 2 {
        return [Err(Undefined::TooFewReviewers); COEFFICIENTS];
    }
    let tally = Tally::of(patterns, counts);
    let alpha = |distance| alpha::alpha(&tally.coincidences, &patterns.places, distance);
    [
        tally.percent_agreement(),
        kappa::cohen_of(patterns, counts),
        kappa::fleiss(patterns, counts),
        alpha(Distance::Nominal),
        alpha(Distance::Ordinal),
        alpha(Distance::Interval),
    ]
}

/// A count as a number to reckon with.
#[expect(
    clippy::cast_precision_loss,
    reason = "no desk holds 2⁵³ ratings, below which nothing is lost"
)]
fn number(count: u64) -> f64 {
    count as f64
}

fn or_null<S: Serializer>(coefficient: &Coefficient, serializer: S) -> Result<S::Ok, S::Error> {
    coefficient.as_ref().ok().serialize(serializer)
}
