//! A measure with the interval that resampling gives it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The interval holds this share of the resamples.
const CONFIDENCE: f64 = 0.95;

/// A measure with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Measure {
    /// The measure.
    pub value: f64,
    /// Lower end of its 95 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// A measure between the percentiles of its bootstrap samples (Efron, 1979);
/// without samples, its interval is nothing but itself.
pub fn interval(value: f64, mut samples: Vec<f64>) -> Measure {
    samples.sort_by(f64::total_cmp);
    let tail = (1.0 - CONFIDENCE) / 2.0;
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place among some thousands"
    )]
    let at = |share: f64| {
        let place = (share * samples.len() as f64) as usize;
        samples
            .get(place.min(samples.len().saturating_sub(1)))
            .copied()
            .unwrap_or(value)
    };
    Measure {
        value,
        low: at(tail),
        high: at(1.0 - tail),
    }
}
