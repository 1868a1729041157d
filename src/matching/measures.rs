//! How good a ranking is, with what chance could make of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::chance::{Measure, Random, interval};

/// Answers below this place do not count: the official measure of the
/// `CheckThat!` labs is mean average precision at 5.
const DEPTH: usize = 5;

/// Bootstrap samples of the questions.
const SAMPLES: usize = 1_000;

/// A question's ranking: which of the claims given are right, best first, and
/// how many are right altogether.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answered {
    /// Whether each claim of the ranking is right.
    pub right: Vec<bool>,
    /// How many claims answer the question.
    pub answers: usize,
}

/// Measures of a ranking, each with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Measures {
    /// Questions that were asked.
    pub questions: usize,
    /// Mean average precision of the first five.
    pub map_at_5: Measure,
    /// How often the first is right.
    pub precision_at_1: Measure,
    /// Mean of one over the place of the first right one, among five.
    pub reciprocal_rank: Measure,
}

impl Answered {
    fn average_precision(&self) -> f64 {
        let (mut right, mut sum) = (0.0, 0.0);
        for (place, is_right) in (1u32..).zip(self.right.iter().take(DEPTH)) {
            if *is_right {
                right += 1.0;
                sum += right / f64::from(place);
            }
        }
        let most = u32::try_from(self.answers.clamp(1, DEPTH)).unwrap_or(1);
        sum / f64::from(most)
    }

    fn first_is_right(&self) -> f64 {
        f64::from(u8::from(self.right.first() == Some(&true)))
    }

    fn reciprocal_rank(&self) -> f64 {
        let mut places = (1u32..).zip(self.right.iter().take(DEPTH));
        let first = places.find(|(_, is_right)| **is_right);
        first.map_or(0.0, |(place, _)| 1.0 / f64::from(place))
    }
}

/// The measures of rankings.
pub fn measures(answered: &[Answered], seed: u64) -> Measures {
    let measure = |of: fn(&Answered) -> f64| {
        let each: Vec<f64> = answered.iter().map(of).collect();
        let mut random = Random::new(seed);
        let samples = (0..SAMPLES).map(|_| {
            let drawn = each.iter().map(|_| each[random.below(each.len())]);
            mean(drawn)
        });
        interval(mean(each.iter().copied()), samples.collect())
    };
    Measures {
        questions: answered.len(),
        map_at_5: measure(Answered::average_precision),
        precision_at_1: measure(Answered::first_is_right),
        reciprocal_rank: measure(Answered::reciprocal_rank),
    }
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(right: &[bool], answers: usize) -> Answered {
        Answered {
            right: right.to_vec(),
            answers,
        }
    }

    #[test]
    fn measures_are_those_worked_out_by_hand() {
        let all = [
            answered(&[true, false], 1),
            answered(&[false, true, true], 2),
            answered(&[false; 5], 1),
            answered(&[false, false, false, false, false, true], 1),
        ];
        let measures = measures(&all, 1);
        let second = f64::midpoint(1.0 / 2.0, 2.0 / 3.0);
        assert!((measures.map_at_5.value - (1.0 + second) / 4.0).abs() < 1e-9);
        assert!((measures.precision_at_1.value - 0.25).abs() < 1e-9);
        assert!((measures.reciprocal_rank.value - 1.5 / 4.0).abs() < 1e-9);
        assert!(measures.map_at_5.low <= measures.map_at_5.value);
        assert!(measures.map_at_5.value <= measures.map_at_5.high);
    }
}
