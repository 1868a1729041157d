//! Why a sentence got its score: the parts of the sum, strongest first, in
//! plain words. All parts together with the base are the sum.

use super::vector::{Taken, reason_of, weight_of_one};
use super::{Model, share_of, vector::SEEN};
use crate::extract::ngrams::{From, Kind};
use crate::model::text::Reason;

/// So many reasons are given at most.
pub(in crate::extract) const MOST_REASONS: usize = 5;

/// A part smaller than this is no reason.
const LEAST: f32 = 0.05;

/// What a part of a sum is of.
#[derive(Clone, Copy)]
enum Of {
    /// A thing that a person can see, by its place.
    Seen(usize),
    /// A word, by its place.
    Word(usize),
    /// No thing that is strong enough to be told.
    Nothing,
}

impl Of {
    fn told(self, taken: &Taken<'_, '_>) -> String {
        match self {
            Self::Seen(place) => reason_of(place).to_owned(),
            Self::Word(place) => {
                let span = taken.words[place].span(taken.reading);
                let word = span.slice(taken.reading.text).unwrap_or_default();
                format!("the word “{word}”")
            }
            Self::Nothing => "states nothing in particular".to_owned(),
        }
    }
}

impl Model {
    /// The strongest parts of a sentence's sum; never empty.
    pub(in crate::extract) fn reasons(&self, taken: &Taken<'_, '_>, share: f32) -> Vec<Reason> {
        let (seen, words) = self.parts(taken, share);
        let seen = seen.iter().enumerate();
        let seen = seen.map(|(place, weight)| (*weight, Of::Seen(place)));
        let words = words.iter().enumerate();
        let words = words.map(|(place, weight)| (*weight, Of::Word(place)));
        let mut parts: Vec<(f32, Of)> = seen
            .chain(words)
            .filter(|(weight, _)| weight.abs() >= LEAST)
            .collect();
        parts.sort_by(|one, other| other.0.abs().total_cmp(&one.0.abs()));
        parts.truncate(MOST_REASONS);
        if parts.is_empty() {
            parts.push((self.header.base, Of::Nothing));
        }
        let reasons = parts.into_iter().map(|(weight, of)| Reason {
            reason: of.told(taken),
            weight: f64::from((weight * 100.0).round()) / 100.0,
        });
        reasons.collect()
    }

    /// What each thing that a person can see adds to the sum, and each word.
    fn parts(&self, taken: &Taken<'_, '_>, share: f32) -> (Vec<f32>, Vec<f32>) {
        let mut seen = vec![0.0f32; SEEN];
        let mut words = vec![0.0f32; taken.words.len()];
        taken.seen(|place, value| seen[place] += self.seen(place) * value * share_of(place, share));
        let mut counts = [0u32; Kind::COUNT];
        taken.ngrams(|kind, _, _| counts[kind as usize] += 1);
        let of_one = Kind::ALL.map(|kind| weight_of_one(kind, counts[kind as usize]));
        taken.ngrams(|kind, bucket, from| {
            let weight = self.bucket(bucket) * of_one[kind as usize] * share;
            match from {
                From::Word(place) => words[place] += weight,
                From::Pair(one, other) => {
                    seen[one] += weight / 2.0;
                    seen[other] += weight / 2.0;
                }
            }
        });
        (seen, words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::facets::Facets;
    use crate::extract::{SentenceContext, shipped};
    use crate::text::reading::Reading;

    #[test]
    fn the_parts_add_up_to_the_sum() {
        let text = "The flood of May 2013 led to the closure of three schools in Saxony.";
        let reading = Reading::new(text);
        let facets = Facets::of(&reading, None);
        let taken = Taken::apart(&SentenceContext::alone(text), &reading, &facets);
        let model = shipped().unwrap();
        let (seen, words) = model.parts(&taken, 0.5);
        let sum: f32 = model.header.base + seen.iter().chain(&words).sum::<f32>();
        assert!((f64::from(sum) - model.logit(&taken, 0.5)).abs() < 1e-3);
    }
}
