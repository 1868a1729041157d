//! The kappas: agreement beyond what reviewers with these habits would come to
//! by chance.

use super::number;
use super::patterns::Patterns;
use crate::model::agreement::Undefined;

/// Which rating was given how often by each of two reviewers, on the claims
/// that both rated.
pub(super) struct Crossed {
    one: Vec<u64>,
    other: Vec<u64>,
    equal: u64,
    pub(super) claims: u64,
}

impl Crossed {
    pub(super) fn new(ratings: usize) -> Self {
        Self {
            one: vec![0; ratings],
            other: vec![0; ratings],
            equal: 0,
            claims: 0,
        }
    }

    /// Adds claims that the reviewers rated so.
    pub(super) fn add(&mut self, one: usize, other: usize, claims: u64) {
        self.one[one] += claims;
        self.other[other] += claims;
        self.equal += if one == other { claims } else { 0 };
        self.claims += claims;
    }

    /// How many per cent of the claims both rated alike.
    pub(super) fn percent_agreement(&self) -> Result<f64, Undefined> {
        if self.claims == 0 {
            return Err(Undefined::NoClaimRatedTwice);
        }
        Ok(100.0 * number(self.equal) / number(self.claims))
    }

    /// Cohen's kappa (1960).
    pub(super) fn kappa(&self) -> Result<f64, Undefined> {
        if self.claims == 0 {
            return Err(Undefined::NoClaimRatedTwice);
        }
        if self.one.contains(&self.claims) && self.one == self.other {
            return Err(Undefined::NoVariation);
        }
        let claims = number(self.claims);
        let both = self.one.iter().zip(&self.other);
        let by_chance: f64 = both.map(|(one, other)| number(*one) * number(*other)).sum();
        Ok(beyond(
            number(self.equal) / claims,
            by_chance / (claims * claims),
        ))
    }
}

/// Cohen's kappa of patterns of which each counts so many times.
pub(super) fn cohen_of(patterns: &Patterns, counts: &[u64]) -> Result<f64, Undefined> {
    if patterns.reviewers != 2 {
        return Err(Undefined::NotTwoReviewers);
    }
    let mut crossed = Crossed::new(patterns.places.len());
    for (pattern, count) in patterns.with(counts) {
        if let [one, other] = pattern.ratings.as_slice() {
            crossed.add(*one, *other, count);
        }
    }
    crossed.kappa()
}

/// Fleiss' kappa (1971) of those patterns that every reviewer has rated.
pub(super) fn fleiss(patterns: &Patterns, counts: &[u64]) -> Result<f64, Undefined> {
    let (mut equal, mut pairs) = (0, 0);
    let mut given = vec![0; patterns.places.len()];
    for (pattern, count) in patterns
        .with(counts)
        .filter(|(pattern, _)| patterns.is_whole(pattern))
    {
        equal += count * pattern.equal_pairs();
        pairs += count * pattern.pairs();
        for (rating, times) in &pattern.tied {
            given[*rating] += count * times;
        }
    }
    let all: u64 = given.iter().sum();
    if all == 0 {
        return Err(Undefined::NoClaimRatedByAll);
    }
    if given.contains(&all) {
        return Err(Undefined::NoVariation);
    }
    let by_chance: f64 = given
        .iter()
        .map(|times| number(*times) * number(*times))
        .sum();
    Ok(beyond(
        number(equal) / number(pairs),
        by_chance / (number(all) * number(all)),
    ))
}

/// The share of agreement beyond chance in what chance leaves.
fn beyond(observed: f64, by_chance: f64) -> f64 {
    (observed - by_chance) / (1.0 - by_chance)
}
