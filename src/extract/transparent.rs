//! A score that anyone can add up: each feature has a fixed weight, the sum
//! is bent to 0…1 by the logistic function. The weights were set by hand on
//! news prose; a positive one speaks for checking.

use super::features::{Feature, features};
use super::{Scored, Scorer, SentenceContext};
use crate::model::text::Reason;

/// The sum of a sentence that does nothing in particular.
const BASE: f64 = -1.3;

/// The scorer the desk uses: fixed weights and a reason for each.
#[derive(Debug, Clone, Copy, Default)]
pub struct Transparent;

/// A feature's weight and its name in plain words.
fn weight(feature: Feature) -> (f64, &'static str) {
    match feature {
        Feature::Quantity => (1.6, "a figure with a unit"),
        Feature::Figure => (0.9, "a figure"),
        Feature::Date => (2.0, "names a date"),
        Feature::Time => (0.5, "names a time"),
        Feature::Names => (0.9, "names people, places or organisations"),
        Feature::Name => (0.4, "names a person, place or organisation"),
        Feature::Quotation => (0.4, "quotes someone’s words"),
        Feature::Attribution => (0.5, "attributes a statement"),
        Feature::Comparison => (0.6, "compares"),
        Feature::Cause => (0.7, "claims a cause"),
        Feature::Deed => (0.9, "tells of a deed"),
        Feature::Past => (0.3, "tells of something past"),
        Feature::Opinion => (-0.5, "gives an opinion"),
        Feature::Prediction => (-1.0, "predicts or allows for something"),
        Feature::Vague => (-0.4, "leaves open who or how many"),
        Feature::FirstPerson => (-0.7, "speaks in the first person"),
        Feature::SecondPerson => (-1.0, "speaks to the reader"),
        Feature::Question => (-2.5, "asks a question"),
        Feature::Announcement => (-3.0, "tells the reader what follows"),
        Feature::Short => (-1.0, "is very short"),
        Feature::BrokenOff => (-2.5, "breaks off before it ends"),
    }
}

impl Scorer for Transparent {
    fn score(&self, sentence: &SentenceContext<'_>) -> Scored {
        let mut reasons: Vec<Reason> = features(sentence)
            .into_iter()
            .map(|feature| {
                let (weight, reason) = weight(feature);
                Reason {
                    reason: reason.to_owned(),
                    weight,
                }
            })
            .collect();
        reasons.sort_by(|one, other| other.weight.abs().total_cmp(&one.weight.abs()));
        let sum: f64 = BASE + reasons.iter().map(|reason| reason.weight).sum::<f64>();
        if reasons.is_empty() {
            reasons.push(Reason {
                reason: "states nothing that can be looked up".to_owned(),
                weight: BASE,
            });
        }
        Scored {
            score: rounded(1.0 / (1.0 + (-sum).exp())),
            reasons,
        }
    }
}

/// Four decimals: more would promise a precision that is not there.
fn rounded(score: f64) -> f64 {
    (score * 10_000.0).round() / 10_000.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::BlockKind;

    #[test]
    fn the_reasons_add_up_to_the_score() {
        let text = "The flood of May 2013 led to the closure of three schools in Saxony.";
        let scored = Transparent.score(&SentenceContext {
            text,
            kind: BlockKind::Body,
            ends_block: true,
        });
        let sum: f64 = BASE
            + scored
                .reasons
                .iter()
                .map(|reason| reason.weight)
                .sum::<f64>();
        assert!((scored.score - 1.0 / (1.0 + (-sum).exp())).abs() < 0.0001);
        assert!(
            scored
                .reasons
                .iter()
                .any(|reason| reason.reason == "claims a cause")
        );
        assert!(
            scored
                .reasons
                .iter()
                .any(|reason| reason.reason == "names a date")
        );
    }
}
