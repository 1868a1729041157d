//! From a logit to a probability (Platt, "Probabilistic outputs for support
//! vector machines", 1999, with the targets that he gives for small samples).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Newton steps at most.
const MOST_STEPS: usize = 50;

/// A step is not made shorter than this share of it.
const SHORTEST: f64 = 1e-10;

/// A straight line through logits.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Calibration {
    /// What a logit is multiplied by.
    pub slope: f64,
    /// What is added then.
    pub intercept: f64,
}

/// The logistic function.
pub(crate) fn logistic(logit: f64) -> f64 {
    1.0 / (1.0 + (-logit).exp())
}

impl Calibration {
    /// The line that makes the labels likeliest.
    pub(crate) fn fit(logits: &[f64], labels: &[bool]) -> Self {
        let count = |wanted: bool| {
            let all = labels.iter().filter(|label| **label == wanted);
            all.fold(0.0, |sum, _| sum + 1.0)
        };
        let (positives, negatives): (f64, f64) = (count(true), count(false));
        let target = |label: bool| {
            if label {
                (positives + 1.0) / (positives + 2.0)
            } else {
                1.0 / (negatives + 2.0)
            }
        };
        // The negative log likelihood of a line.
        let loss = |slope: f64, intercept: f64| -> f64 {
            let each = logits.iter().zip(labels).map(|(logit, label)| {
                let line = slope * logit + intercept;
                line.max(0.0) + (-line.abs()).exp().ln_1p() - target(*label) * line
            });
            each.sum()
        };
        // From far off, Newton's steps lead nowhere: then a flat line is begun with.
        let flat = ((positives + 1.0) / (negatives + 1.0)).ln();
        let (mut slope, mut intercept) = if loss(1.0, 0.0) <= loss(0.0, flat) {
            (1.0, 0.0)
        } else {
            (0.0, flat)
        };
        for _ in 0..MOST_STEPS {
            let (mut g, mut h) = ([0.0; 2], [1e-9, 0.0, 1e-9]);
            for (logit, label) in logits.iter().zip(labels) {
                let probability = logistic(slope * logit + intercept);
                let error = probability - target(*label);
                let curve = probability * (1.0 - probability);
                g[0] += error * logit;
                g[1] += error;
                h[0] += curve * logit * logit;
                h[1] += curve * logit;
                h[2] += curve;
            }
            let determinant = h[0] * h[2] - h[1] * h[1];
            let steps = [
                (h[2] * g[0] - h[1] * g[1]) / determinant,
                (h[0] * g[1] - h[1] * g[0]) / determinant,
            ];
            // A step that goes too far is halved until it gains something (Lin, Lin and
            // Weng, "A note on Platt's probabilistic outputs", 2007).
            let before = loss(slope, intercept);
            let mut share = 1.0;
            while share > SHORTEST
                && loss(slope - share * steps[0], intercept - share * steps[1]) > before
            {
                share /= 2.0;
            }
            slope -= share * steps[0];
            intercept -= share * steps[1];
            if steps.iter().all(|step| step.abs() < 1e-9) {
                break;
            }
        }
        Self { slope, intercept }
    }

    /// The probability of a logit.
    pub(crate) fn probability(self, logit: f64) -> f64 {
        logistic(self.slope * logit + self.intercept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logits_far_off_are_brought_to_probabilities() {
        let logits: Vec<f64> = (0..1000).map(|at| f64::from(at) / 20.0 - 80.0).collect();
        let labels: Vec<bool> = (0..1000).map(|at| at > 900 && at % 7 > 0).collect();
        let line = Calibration::fit(&logits, &labels);
        assert!(line.probability(-30.0) > 0.6, "{line:?}");
        assert!(line.probability(-70.0) < 0.05, "{line:?}");
    }

    #[test]
    fn shares_become_probabilities() {
        // Of those at 1 nine in ten are right, of those at -1 one in ten.
        let mut logits = Vec::new();
        let mut labels = Vec::new();
        for at in 0..1000 {
            logits.push(if at % 2 == 0 { 1.0 } else { -1.0 });
            labels.push(if at % 20 < 2 {
                at % 2 == 1
            } else {
                at % 2 == 0
            });
        }
        let line = Calibration::fit(&logits, &labels);
        assert!((line.probability(1.0) - 0.9).abs() < 0.01, "{line:?}");
        assert!((line.probability(-1.0) - 0.1).abs() < 0.01, "{line:?}");
    }
}
