//! How good a ranking and a decision are, with what chance could make of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::chance::{Measure, Random, interval};

/// Resamples of which the interval is taken.
const RESAMPLES: usize = 1000;

/// Bins of equally many examples for the calibration error.
const BINS: usize = 10;

/// What can be said of scores when the truth is known.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Measures {
    /// Share of those offered that are check-worthy.
    pub precision: Measure,
    /// Share of the check-worthy that are offered.
    pub recall: Measure,
    /// Harmonic mean of the two.
    pub f1: Measure,
    /// Mean of the precision at each check-worthy sentence in the ranking.
    pub average_precision: Measure,
    /// Chance that a check-worthy sentence scores above another.
    pub roc_auc: Measure,
    /// Mean distance of score and share of check-worthy, over ten bins.
    pub calibration_error: Measure,
}

/// A score and whether the sentence is check-worthy.
pub type Judged = (f64, bool);

/// One number for each of the measures, in the order of [`Measures`].
type Row = [f64; 6];

/// The measures of scores at a threshold. The intervals are percentiles of
/// a bootstrap (Efron, 1979) over the examples that follows from `seed`.
pub fn measures(judged: &[Judged], threshold: f64, seed: u64) -> Measures {
    let ranked = ranked(judged);
    let once = vec![1u32; ranked.len()];
    let value = row(&ranked, &once, threshold);
    let mut samples: Vec<Row> = Vec::with_capacity(RESAMPLES);
    resample(ranked.len(), seed, |counts| {
        samples.push(row(&ranked, counts, threshold));
    });
    let measure = |at: usize| interval(value[at], samples.iter().map(|row| row[at]).collect());
    Measures {
        precision: measure(0),
        recall: measure(1),
        f1: measure(2),
        average_precision: measure(3),
        roc_auc: measure(4),
        calibration_error: measure(5),
    }
}

/// How much better the first scores are than the second ones of the same
/// examples: the gain in average precision and in F1, each at its threshold,
/// over resamples of the examples.
pub fn gains(first: (&[Judged], f64), second: (&[Judged], f64), seed: u64) -> [Measure; 2] {
    let order = |judged: &[Judged]| {
        let mut order: Vec<usize> = (0..judged.len()).collect();
        order.sort_by(|one, other| judged[*other].0.total_cmp(&judged[*one].0));
        order
    };
    let (orders, ranked_) = (
        [order(first.0), order(second.0)],
        [ranked(first.0), ranked(second.0)],
    );
    let thresholds = [first.1, second.1];
    let gain = |counts: &[u32]| {
        let rows: Vec<Row> = (0..2)
            .map(|side| {
                let counts: Vec<u32> = orders[side].iter().map(|at| counts[*at]).collect();
                row(&ranked_[side], &counts, thresholds[side])
            })
            .collect();
        [rows[0][3] - rows[1][3], rows[0][2] - rows[1][2]]
    };
    let value = gain(&vec![1; first.0.len()]);
    let mut samples: Vec<[f64; 2]> = Vec::with_capacity(RESAMPLES);
    resample(first.0.len(), seed, |counts| samples.push(gain(counts)));
    [0, 1].map(|at| interval(value[at], samples.iter().map(|row| row[at]).collect()))
}

/// The threshold at which F1 is highest.
pub fn best_threshold(judged: &[Judged]) -> f64 {
    let ranked = ranked(judged);
    let positives = ranked.iter().filter(|(_, positive)| *positive).count();
    let (mut right, mut best) = (0, (0.0, 0.5));
    for (offered, (score, positive)) in (1..).zip(&ranked) {
        right += usize::from(*positive);
        let f1 = 2.0 * ratio(right, offered + positives);
        if f1 > best.0 {
            best = (f1, *score);
        }
    }
    best.1
}

/// Highest score first; among equal scores those not check-worthy, so that
/// ties flatter nobody.
fn ranked(judged: &[Judged]) -> Vec<Judged> {
    let mut ranked = judged.to_vec();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    ranked
}

/// Calls `sample` with how often each example is drawn, once for each resample.
fn resample(length: usize, seed: u64, mut sample: impl FnMut(&[u32])) {
    let mut random = Random::new(seed);
    let mut counts = vec![0u32; length];
    for _ in 0..RESAMPLES {
        counts.fill(0);
        for _ in 0..length {
            counts[random.below(length)] += 1;
        }
        sample(&counts);
    }
}

/// The measures of ranked scores of which each counts so many times.
fn row(ranked: &[Judged], counts: &[u32], threshold: f64) -> Row {
    let (mut seen, mut right, mut offered, mut right_offered) = (0u64, 0u64, 0u64, 0u64);
    let (mut precisions, mut above) = (0.0, 0u64);
    for ((score, positive), count) in ranked.iter().zip(counts) {
        let count = u64::from(*count);
        if *score >= threshold {
            offered += count;
            right_offered += if *positive { count } else { 0 };
        }
        if *positive {
            for _ in 0..count {
                seen += 1;
                right += 1;
                precisions += share(right, seen);
            }
        } else {
            seen += count;
            above += count * right;
        }
    }
    let negatives = seen - right;
    [
        share(right_offered, offered),
        share(right_offered, right),
        2.0 * share(right_offered, offered + right),
        if right == 0 {
            0.0
        } else {
            precisions / share(right, 1)
        },
        share(above, right * negatives),
        calibration_error(ranked, counts, seen),
    ]
}

/// Expected calibration error over bins of equal size (Naeini, Cooper and
/// Hauskrecht, AAAI 2015).
fn calibration_error(ranked: &[Judged], counts: &[u32], all: u64) -> f64 {
    let size = all.div_ceil(BINS as u64).max(1);
    let (mut error, mut scores, mut right, mut in_bin) = (0.0, 0.0, 0.0, 0u64);
    for ((score, positive), count) in ranked.iter().zip(counts) {
        let count_as = f64::from(*count);
        scores += score * count_as;
        right += if *positive { count_as } else { 0.0 };
        in_bin += u64::from(*count);
        if in_bin >= size {
            error += (scores - right).abs();
            (scores, right, in_bin) = (0.0, 0.0, 0);
        }
    }
    (error + (scores - right).abs()) / share(all, 1).max(1.0)
}

#[expect(clippy::cast_precision_loss, reason = "counts of examples are small")]
fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    share(part as u64, whole as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Six sentences whose measures are worked out by hand.
    const JUDGED: [Judged; 6] = [
        (0.9, true),
        (0.8, false),
        (0.7, true),
        (0.4, false),
        (0.3, true),
        (0.1, false),
    ];

    fn near(measure: Measure, value: f64) {
        assert!((measure.value - value).abs() < 1e-9, "{measure:?} {value}");
        assert!(measure.low <= measure.value + 1e-9 && measure.value <= measure.high + 1e-9);
    }

    #[test]
    fn measures_are_those_worked_out_by_hand() {
        let measures = measures(&JUDGED, 0.5, 1);
        near(measures.precision, 2.0 / 3.0);
        near(measures.recall, 2.0 / 3.0);
        near(measures.f1, 2.0 / 3.0);
        near(
            measures.average_precision,
            (1.0 + 2.0 / 3.0 + 3.0 / 5.0) / 3.0,
        );
        near(measures.roc_auc, 6.0 / 9.0);
        // Every bin holds one example.
        let error = (0.1 + 0.8 + 0.3 + 0.4 + 0.7 + 0.1) / 6.0;
        assert!((measures.calibration_error.value - error).abs() < 1e-9);
    }

    #[test]
    fn the_best_threshold_is_where_f1_is_highest() {
        assert!((best_threshold(&JUDGED) - 0.3).abs() < 1e-9);
    }

    #[test]
    fn a_ranking_gains_nothing_over_itself_and_much_over_its_reverse() {
        let reverse: Vec<Judged> = JUDGED
            .iter()
            .map(|(score, is)| (1.0 - score, *is))
            .collect();
        let same = gains((&JUDGED, 0.5), (&JUDGED, 0.5), 1);
        assert!(
            same.iter()
                .all(|gain| gain.value == 0.0 && gain.high == 0.0)
        );
        assert!(gains((&JUDGED, 0.5), (&reverse, 0.5), 1)[0].value > 0.1);
    }
}
