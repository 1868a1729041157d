//! The learned score: a logistic regression over what a person can see in a
//! sentence and over its n-grams, calibrated to a probability. A model is
//! learned from judged sentences ([`train()`]), measured ([`measures()`],
//! [`cross_validate`]), kept as a file, and says why it scores as it does.

mod baseline;
mod crossval;
mod examples;
mod file;
mod header;
mod judge;
mod measures;
mod reasons;
mod train;
mod vector;
mod weights;

pub use crossval::{CrossValidated, FOLDS, cross_validate};
pub use examples::{ExamplesError, ExamplesFormat, Labelled, read_examples};
pub use header::{Figures, Header, TrainedOn};
pub use measures::{Judged, Measures, best_threshold, gains, measures};
pub use train::{Lessons, refine, train};

pub use crate::chance::Measure;
pub use crate::learning::{Calibration, ModelError};

pub(in crate::extract) use reasons::MOST_REASONS;
pub(in crate::extract) use vector::Taken;

/// What an unsigned byte of a bucket stands for is counted from here.
const MIDDLE: u8 = 128;

/// The largest step of a byte from the middle.
const STEPS: f32 = 127.0;

/// Weights that make a score of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    header: Header,
    /// The weight of each thing that a person can see.
    seen: Vec<f32>,
    /// The largest weight of an n-gram, whatever its sign.
    largest: f32,
    /// The weight of each bucket of n-grams: the square of its steps from the
    /// middle, so that small weights are kept as precisely as large ones.
    buckets: Vec<u8>,
    /// What each byte of a bucket stands for.
    meaning: Box<[f32; 256]>,
}

impl Model {
    fn new(mut header: Header, (seen, base): (Vec<f32>, f32), buckets: &[f32]) -> Self {
        header.base = base;
        let largest = buckets
            .iter()
            .fold(0.0f32, |most, weight| most.max(weight.abs()));
        let bytes = buckets.iter().map(|weight| {
            let steps = (weight.abs() / largest.max(f32::MIN_POSITIVE)).sqrt() * STEPS;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "at most 127"
            )]
            let steps = steps.round() as u8;
            if *weight < 0.0 {
                MIDDLE - steps
            } else {
                MIDDLE + steps
            }
        });
        Self::of_parts(header, seen, largest, bytes.collect())
    }

    fn of_parts(header: Header, seen: Vec<f32>, largest: f32, buckets: Vec<u8>) -> Self {
        let mut meaning = Box::new([0.0f32; 256]);
        for (byte, meaning) in (0u8..=255).zip(meaning.iter_mut()) {
            let steps = (f32::from(byte) - f32::from(MIDDLE)) / STEPS;
            *meaning = steps.abs() * steps * largest;
        }
        Self {
            header,
            seen,
            largest,
            buckets,
            meaning,
        }
    }

    /// What it says of itself.
    pub fn header(&self) -> &Header {
        &self.header
    }

    fn seen(&self, place: usize) -> f32 {
        self.seen.get(place).copied().unwrap_or_default()
    }

    fn bucket(&self, bucket: usize) -> f32 {
        self.buckets
            .get(bucket)
            .map_or(0.0, |byte| self.meaning[usize::from(*byte)])
    }

    /// The probability of a sum of weights.
    pub(super) fn probability(&self, logit: f64) -> f64 {
        self.header.calibration.probability(logit)
    }
}
