//! Logistic regression with an L2 penalty, solved by dual coordinate descent
//! (Yu, Huang and Lin: "Dual coordinate descent methods for logistic regression
//! and maximum entropy models", Machine Learning 85, 2011, algorithm 5).

use crate::chance::Random;

/// Passes over the examples at most; fewer are needed.
const MOST_PASSES: usize = 200;

/// A pass that moves no variable by more than this share of its range is the last.
const TOLERANCE: f64 = 0.001;

/// Newton steps for one variable at most.
const MOST_STEPS: usize = 20;

/// Where a variable's gradient is below this, it rests.
const FLAT: f64 = 1e-4;

/// An example: which of the features it has, how much of each, and its label.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Example {
    /// Features that are not zero.
    pub(crate) features: Vec<(u32, f32)>,
    /// Whether it is of the class that is learned.
    pub(crate) positive: bool,
    /// What it weighs against the penalty.
    pub(crate) cost: f64,
}

impl Example {
    fn sign(&self) -> f64 {
        if self.positive { 1.0 } else { -1.0 }
    }

    fn square(&self) -> f64 {
        let squares = self
            .features
            .iter()
            .map(|(_, value)| f64::from(*value).powi(2));
        squares.sum()
    }

    /// What the weights make of it.
    pub(crate) fn dot(&self, weights: &[f32]) -> f64 {
        let products = self
            .features
            .iter()
            .map(|(feature, value)| f64::from(weights[*feature as usize]) * f64::from(*value));
        products.sum()
    }

    fn add_to(&self, weights: &mut [f32], scale: f64) {
        for (feature, value) in &self.features {
            weights[*feature as usize] += short(scale * f64::from(*value));
        }
    }
}

/// A weight is kept in 32 bits.
#[expect(clippy::cast_possible_truncation, reason = "that is the point")]
pub(crate) fn short(value: f64) -> f32 {
    value as f32
}

/// Moves weights to where they make the examples likeliest, at a penalty for
/// each move. The order of the passes follows from `seed`.
pub(crate) fn fit(mut weights: Vec<f32>, examples: &[&Example], seed: u64) -> Vec<f32> {
    let squares: Vec<f64> = examples.iter().map(|one| one.square()).collect();
    let mut duals: Vec<Dual> = examples.iter().map(|one| Dual::start(one.cost)).collect();
    for (one, dual) in examples.iter().zip(&duals) {
        one.add_to(&mut weights, one.sign() * dual.value);
    }
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random::new(seed);
    for _ in 0..MOST_PASSES {
        random.shuffle(&mut order);
        let mut furthest = 0.0f64;
        for &at in &order {
            let one = examples[at];
            let slope = one.sign() * one.dot(&weights);
            let before = duals[at].value;
            duals[at] = duals[at].best(squares[at], slope, one.cost);
            let moved = duals[at].value - before;
            one.add_to(&mut weights, one.sign() * moved);
            furthest = furthest.max(moved.abs() / one.cost);
        }
        if furthest < TOLERANCE {
            break;
        }
    }
    weights
}

/// The dual variable of an example, between 0 and its cost, and what it lacks
/// of the cost: near the ends, one of the two is the more precise.
#[derive(Debug, Clone, Copy)]
struct Dual {
    value: f64,
    rest: f64,
}

impl Dual {
    fn start(cost: f64) -> Self {
        let value = (1e-3 * cost).min(1e-8);
        Self {
            value,
            rest: cost - value,
        }
    }

    /// The best value while all others rest, by Newton's method on the
    /// smaller of the two. `square` is the example's own square, `slope` what
    /// the others make of it.
    fn best(self, square: f64, slope: f64, cost: f64) -> Self {
        let beyond_half = slope + square * (cost / 2.0 - self.value) < 0.0;
        let (old, slope) = if beyond_half {
            (self.rest, -slope)
        } else {
            (self.value, slope)
        };
        let least = 1e-12 * cost;
        let mut new = old;
        for _ in 0..MOST_STEPS {
            let gradient = square * (new - old) + slope + (new / (cost - new)).ln();
            if gradient.abs() < FLAT {
                break;
            }
            let curvature = square + cost / (cost - new) / new;
            let next = new - gradient / curvature;
            // A step out of the range goes most of the way to its end instead.
            new = if next <= 0.0 {
                new * 0.1
            } else if next >= cost {
                cost - (cost - new) * 0.1
            } else {
                next
            };
            new = new.clamp(least, cost - least);
        }
        if beyond_half {
            Self {
                value: cost - new,
                rest: new,
            }
        } else {
            Self {
                value: new,
                rest: cost - new,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(features: &[(u32, f32)], positive: bool) -> Example {
        Example {
            features: features.to_vec(),
            positive,
            cost: 2.0,
        }
    }

    #[test]
    fn the_gradient_is_flat_at_the_solution() {
        let examples = [
            example(&[(0, 1.0), (2, 1.0)], true),
            example(&[(0, 1.0), (1, 0.5), (2, 1.0)], true),
            example(&[(1, 1.0), (2, 1.0)], false),
            example(&[(0, 0.3), (1, 0.8), (2, 1.0)], false),
            example(&[(1, 0.2), (2, 1.0)], true),
        ];
        let all: Vec<&Example> = examples.iter().collect();
        let weights = fit(vec![0.0; 3], &all, 1);
        for feature in 0..3u32 {
            let pull: f64 = examples
                .iter()
                .map(|one| {
                    let value = one.features.iter().find(|(at, _)| *at == feature);
                    let value = value.map_or(0.0, |(_, value)| f64::from(*value));
                    let margin = one.sign() * one.dot(&weights);
                    one.cost * one.sign() * value / (1.0 + margin.exp())
                })
                .sum();
            let weight = f64::from(weights[feature as usize]);
            assert!((weight - pull).abs() < 0.02, "{feature}: {weight} {pull}");
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_weights() {
        let examples: Vec<Example> = (0..40u32)
            .map(|at| example(&[(at % 7, 1.0), (7 + at % 3, 0.5)], at % 4 == 0))
            .collect();
        let all: Vec<&Example> = examples.iter().collect();
        assert_eq!(fit(vec![0.0; 10], &all, 5), fit(vec![0.0; 10], &all, 5));
    }
}
