//! The ratings of claims, with those that were rated alike put together.
//!
//! However many claims there are, they are rated in few different ways, and a
//! resample of the claims is only how often each way is drawn.

use std::collections::{BTreeMap, BTreeSet};

use super::Row;

/// Ways in which claims were rated by at least two reviewers.
pub(super) struct Patterns {
    /// Reviewers who rated anything.
    pub(super) reviewers: usize,
    /// The places on the scale that were given, in order. A rating is known by
    /// its number among them.
    pub(super) places: Vec<u32>,
    /// Each way once.
    pub(super) each: Vec<Pattern>,
    /// How many claims were rated in each way.
    pub(super) counts: Vec<u64>,
}

/// One way in which claims were rated.
pub(super) struct Pattern {
    /// The ratings: of two reviewers in their order, of more in the scale's,
    /// since only the kappa of two asks who gave which.
    pub(super) ratings: Vec<usize>,
    /// How many reviewers gave each of its ratings, by rating.
    pub(super) tied: Vec<(usize, u64)>,
}

impl Patterns {
    /// The patterns of claims.
    pub(super) fn of(rows: &[Row]) -> Self {
        let places = places(rows);
        let reviewers = (0..rows.iter().map(Vec::len).max().unwrap_or_default())
            .filter(|at| {
                rows.iter()
                    .any(|row| row.get(*at).is_some_and(Option::is_some))
            })
            .count();
        let mut alike: BTreeMap<Vec<usize>, u64> = BTreeMap::new();
        for row in rows {
            let mut ratings: Vec<usize> = row
                .iter()
                .flatten()
                .filter_map(|place| places.binary_search(place).ok())
                .collect();
            if reviewers > 2 {
                ratings.sort_unstable();
            }
            if ratings.len() > 1 {
                *alike.entry(ratings).or_default() += 1;
            }
        }
        let (each, counts) = alike
            .into_iter()
            .map(|(ratings, count)| (Pattern::of(ratings), count))
            .unzip();
        Self {
            reviewers,
            places,
            each,
            counts,
        }
    }

    /// The patterns, each with how often it counts.
    pub(super) fn with<'p>(
        &'p self,
        counts: &'p [u64],
    ) -> impl Iterator<Item = (&'p Pattern, u64)> {
        self.each.iter().zip(counts.iter().copied())
    }

    /// How many claims every reviewer has rated.
    pub(super) fn rated_by_all(&self) -> usize {
        let whole = self
            .with(&self.counts)
            .filter(|(pattern, _)| self.is_whole(pattern));
        let claims: u64 = whole.map(|(_, count)| count).sum();
        usize::try_from(claims).unwrap_or(usize::MAX)
    }

    /// Whether every reviewer has rated claims of that pattern.
    pub(super) fn is_whole(&self, pattern: &Pattern) -> bool {
        self.reviewers > 1 && pattern.ratings.len() == self.reviewers
    }
}

/// The places on the scale that were given, in order.
pub(super) fn places(rows: &[Row]) -> Vec<u32> {
    let given: BTreeSet<u32> = rows.iter().flatten().flatten().copied().collect();
    given.into_iter().collect()
}

impl Pattern {
    fn of(ratings: Vec<usize>) -> Self {
        let mut tied: BTreeMap<usize, u64> = BTreeMap::new();
        for rating in &ratings {
            *tied.entry(*rating).or_default() += 1;
        }
        Self {
            ratings,
            tied: tied.into_iter().collect(),
        }
    }

    /// How many reviewers rated.
    pub(super) fn raters(&self) -> u64 {
        self.tied.iter().map(|(_, count)| count).sum()
    }

    /// How many ordered pairs of its ratings are equal.
    pub(super) fn equal_pairs(&self) -> u64 {
        self.tied.iter().map(|(_, count)| count * (count - 1)).sum()
    }

    /// How many ordered pairs of ratings it has.
    pub(super) fn pairs(&self) -> u64 {
        let raters = self.raters();
        raters * (raters - 1)
    }
}
