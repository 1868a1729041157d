//! What all pairs of ratings of the same claim come to.

use super::number;
use super::patterns::{Pattern, Patterns};
use crate::model::agreement::Undefined;

/// Pairs of ratings, each two of the same claim by different reviewers.
pub(super) struct Tally {
    equal: u64,
    all: u64,
    /// The same, weighted so that each rating counts once.
    pub(super) coincidences: Coincidences,
}

/// Krippendorff's coincidence matrix: how much each two ratings fell together
/// on a claim. A claim with m ratings has m(m−1) ordered pairs and counts for m.
pub(super) struct Coincidences {
    /// How often each rating was given.
    pub(super) given: Vec<u64>,
    /// The matrix above its diagonal, row by row, and nothing elsewhere.
    above: Vec<f64>,
}

impl Tally {
    /// The pairs of patterns of which each counts so many times.
    pub(super) fn of(patterns: &Patterns, counts: &[u64]) -> Self {
        let ratings = patterns.places.len();
        let mut tally = Self {
            equal: 0,
            all: 0,
            coincidences: Coincidences {
                given: vec![0; ratings],
                above: vec![0.0; ratings * ratings],
            },
        };
        for (pattern, count) in patterns.with(counts).filter(|(_, count)| *count > 0) {
            tally.equal += count * pattern.equal_pairs();
            tally.all += count * pattern.pairs();
            tally.coincidences.add(pattern, count);
        }
        tally
    }

    /// How many per cent of the pairs are equal.
    pub(super) fn percent_agreement(&self) -> Result<f64, Undefined> {
        if self.all == 0 {
            return Err(Undefined::NoClaimRatedTwice);
        }
        Ok(100.0 * number(self.equal) / number(self.all))
    }
}

impl Coincidences {
    fn add(&mut self, pattern: &Pattern, count: u64) {
        let ratings = self.given.len();
        let weight = number(count) / number(pattern.raters() - 1);
        for (index, (one, times)) in pattern.tied.iter().enumerate() {
            self.given[*one] += count * times;
            for (other, other_times) in &pattern.tied[index + 1..] {
                self.above[one * ratings + other] += weight * number(times * other_times);
            }
        }
    }

    /// Each two ratings that differ, with how much they fell together.
    pub(super) fn differing(&self) -> impl Iterator<Item = (usize, usize, f64)> {
        let ratings = self.given.len();
        let rows =
            (0..ratings).flat_map(move |one| (one + 1..ratings).map(move |other| (one, other)));
        rows.map(move |(one, other)| (one, other, self.above[one * ratings + other]))
    }
}
