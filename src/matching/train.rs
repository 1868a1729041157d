//! Learning what each feature counts, from questions whose answers are known.

use std::collections::{BTreeSet, HashMap};

use super::features::{FEATURES, Features};
use super::measures::{Answered, measures};
use super::profile::{Words, buckets};
use super::rarity::{Learned, RUNS};
use super::terms::Stems;
use super::{Matcher, TrainedOn};
use crate::learning::{Calibration, Example, fit};

/// What a pair of candidates weighs against the penalty; chosen by
/// cross-validation on the training questions of 2020 and 2022.
const COST: f64 = 0.5;

/// Shares that questions are dealt out to.
const FOLDS: usize = 5;

/// So many of the first in a ranking are calibrated.
const CALIBRATED: usize = 5;

/// A question with its candidates, and which of them answer it.
#[derive(Debug, Clone)]
pub struct Lesson {
    /// The candidates, those that overlap most first.
    pub(super) rows: Vec<(i64, Features)>,
    /// What the candidates would be if no claim answered the question.
    pub(super) unanswered: Vec<(i64, Features)>,
    /// The claims that say the same.
    pub answers: BTreeSet<i64>,
}

/// What a candidate is ranked by.
pub(super) fn score(weights: &[f32], row: &Features) -> f64 {
    let products = row.iter().zip(weights);
    products
        .map(|(value, weight)| f64::from(*value) * f64::from(*weight))
        .sum()
}

/// Candidates with their scores, best first.
fn ranked(weights: &[f32], rows: &[(i64, Features)]) -> Vec<(f64, i64)> {
    let mut ranked: Vec<(f64, i64)> = rows
        .iter()
        .map(|(claim, row)| (score(weights, row), *claim))
        .collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    ranked
}

/// Counts how rare the words of claims are.
pub(super) fn rarities<'t>(claims: impl Iterator<Item = (&'t str, &'t str)>) -> Learned {
    let mut stems = Stems::new();
    let (mut all, mut with_stem) = (0u32, HashMap::new());
    let mut with_run = vec![0u32; RUNS];
    for (statement, title) in claims {
        all += 1;
        let mut words = BTreeSet::new();
        let mut runs = BTreeSet::new();
        for text in [statement, title] {
            words.extend(Words::of(text, &mut stems, |_, _, _| ()).stems);
            buckets(text, |bucket| _ = runs.insert(bucket));
        }
        for stem in words {
            *with_stem.entry(stem).or_default() += 1;
        }
        for run in runs {
            with_run[usize::from(run)] += 1;
        }
    }
    Learned::from_counts(all, &with_stem, &with_run)
}

/// Learns from questions. `lessons` are of the same questions in several ways,
/// such as with the titles of checks and without; each in the same order.
pub fn train(begun: Matcher, lessons: &[Vec<Lesson>], about: TrainedOn, seed: u64) -> Matcher {
    let (weights_of_fold, all) = (by_fold(lessons, seed), lessons.concat());
    let mut calibrated = (Vec::new(), Vec::new());
    for lesson in &all {
        let weights = &weights_of_fold[fold(lesson)];
        for rows in [&lesson.rows, &lesson.unanswered] {
            for (score, claim) in ranked(weights, rows).into_iter().take(CALIBRATED) {
                calibrated.0.push(score);
                calibrated.1.push(lesson.answers.contains(&claim));
            }
        }
    }
    let mut matcher = begun;
    matcher.weights = weights(&all.iter().collect::<Vec<_>>(), seed);
    matcher.header.seed = seed;
    matcher.header.calibration = Calibration::fit(&calibrated.0, &calibrated.1);
    matcher.header.trained_on = TrainedOn {
        questions: lessons.first().map_or(0, Vec::len),
        ..about
    };
    let first = lessons.first().map(Vec::as_slice).unwrap_or_default();
    let answered = answered(first, |lesson| &weights_of_fold[fold(lesson)]);
    matcher.header.figures = Some(measures(&answered, seed));
    matcher
}

/// What a matcher makes of each question that has not learned from it.
pub fn cross_validate(lessons: &[Vec<Lesson>], seed: u64) -> Vec<Vec<Answered>> {
    let weights_of_fold = by_fold(lessons, seed);
    lessons
        .iter()
        .map(|lessons| answered(lessons, |lesson| &weights_of_fold[fold(lesson)]))
        .collect()
}

fn answered<'w>(lessons: &[Lesson], weights: impl Fn(&Lesson) -> &'w Vec<f32>) -> Vec<Answered> {
    lessons
        .iter()
        .map(|lesson| Answered {
            right: ranked(weights(lesson), &lesson.rows)
                .iter()
                .map(|(_, claim)| lesson.answers.contains(claim))
                .collect(),
            answers: lesson.answers.len(),
        })
        .collect()
}

/// For each share of the questions the weights that the others teach.
fn by_fold(lessons: &[Vec<Lesson>], seed: u64) -> Vec<Vec<f32>> {
    (0..FOLDS)
        .map(|share| {
            let others = lessons.iter().flatten();
            let others: Vec<&Lesson> = others.filter(|one| fold(one) != share).collect();
            weights(&others, seed)
        })
        .collect()
}

/// Questions that the same claim answers are in the same share.
fn fold(lesson: &Lesson) -> usize {
    let answer = lesson.answers.first().copied().unwrap_or_default();
    let mixed = answer.unsigned_abs().wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33;
    usize::try_from(mixed).unwrap_or_default() % FOLDS
}

/// The weights that put right candidates before wrong ones: logistic
/// regression on the differences of the two (pairwise ranking; Burges and
/// others, "Learning to Rank using Gradient Descent", ICML 2005).
fn weights(lessons: &[&Lesson], seed: u64) -> Vec<f32> {
    let mut pairs = Vec::new();
    for lesson in lessons {
        let is_right = |claim: &i64| lesson.answers.contains(claim);
        let right = lesson.rows.iter().filter(|(claim, _)| is_right(claim));
        for (_, right) in right {
            let wrong = lesson.rows.iter().filter(|(claim, _)| !is_right(claim));
            for (_, wrong) in wrong {
                // Either order, so that nothing is learned of the order itself.
                let positive = pairs.len() % 2 == 0;
                pairs.push(difference(right, wrong, positive));
            }
        }
    }
    let pairs: Vec<&Example> = pairs.iter().collect();
    fit(vec![0.0; FEATURES], &pairs, seed)
}

fn difference(right: &Features, wrong: &Features, positive: bool) -> Example {
    let sign = if positive { 1.0 } else { -1.0 };
    let features = (0u32..).zip(right.iter().zip(wrong));
    Example {
        features: features
            .map(|(at, (right, wrong))| (at, sign * (right - wrong)))
            .filter(|(_, value)| *value != 0.0)
            .collect(),
        positive,
        cost: COST,
    }
}
