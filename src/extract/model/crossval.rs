//! Cross-validation: what a model would make of sentences that it has not
//! learned from, and what the baseline would.

use std::collections::BTreeMap;

use super::baseline;
use super::examples::{ExamplesError, Labelled, enough};
use super::measures::Judged;
use super::train::{Counted, Lessons, counted, learn};
use crate::learning::Calibration;

/// Folds when nothing else is said.
pub const FOLDS: usize = 4;

/// What cross-validation makes of each sentence, in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct CrossValidated {
    /// Scores of the model.
    pub model: Vec<Judged>,
    /// Scores of the baseline, learned on the same folds.
    pub baseline: Vec<Judged>,
}

/// Learns once for each fold from all others, keeping the sentences of a group
/// together. Scores are calibrated over all folds, model and baseline alike.
pub fn cross_validate(
    examples: Vec<Labelled>,
    fold_count: usize,
    seed: u64,
) -> Result<CrossValidated, ExamplesError> {
    let lessons = Lessons {
        given: examples,
        decided: Vec::new(),
    };
    let all: Vec<&Labelled> = lessons.all().collect();
    enough(&all, fold_count)?;
    let folds = folds(&all, fold_count)?;
    let labels: Vec<bool> = all.iter().map(|one| one.check_worthy).collect();
    let judged = |logits: &[f64]| -> Vec<Judged> {
        let calibration = Calibration::fit(logits, &labels);
        let scores = logits.iter().map(|logit| calibration.probability(*logit));
        scores.zip(labels.iter().copied()).collect()
    };
    Ok(CrossValidated {
        model: judged(&out_of_fold(&counted(&lessons), &folds, seed)),
        baseline: judged(&baseline::out_of_fold(&lessons.given, &folds, seed)),
    })
}

/// The fold of each sentence. Groups are dealt out largest first, each to the
/// fold that has least; a sentence without a group is one of its own. There
/// must be a group for each fold: a model can't learn from nothing.
pub(super) fn folds(examples: &[&Labelled], count: usize) -> Result<Vec<usize>, ExamplesError> {
    let mut groups: BTreeMap<(&str, usize), usize> = BTreeMap::new();
    let key = |place: usize, one: &Labelled| if one.group.is_empty() { place + 1 } else { 0 };
    for (place, one) in examples.iter().enumerate() {
        *groups.entry((&one.group, key(place, one))).or_default() += 1;
    }
    if groups.len() < count {
        return Err(ExamplesError::TooFewGroups {
            groups: groups.len(),
            folds: count,
        });
    }
    let mut by_size: Vec<_> = groups.iter().map(|(group, size)| (*size, *group)).collect();
    by_size.sort_by(|one, other| other.cmp(one));
    let mut sizes = vec![0usize; count.max(1)];
    let mut fold_of = BTreeMap::new();
    for (size, group) in by_size {
        let least = (0..sizes.len()).min_by_key(|fold| sizes[*fold]);
        let least = least.unwrap_or_default();
        sizes[least] += size;
        fold_of.insert(group, least);
    }
    let places = examples.iter().enumerate();
    let folds = places.map(|(place, one)| {
        let fold = fold_of.get(&(one.group.as_str(), key(place, one)));
        fold.copied().unwrap_or_default()
    });
    Ok(folds.collect())
}

/// The logit of each sentence by a model that learned from the other folds.
pub(super) fn out_of_fold(counted: &[Counted], folds: &[usize], seed: u64) -> Vec<f64> {
    let mut logits = vec![0.0; counted.len()];
    let last = folds.iter().max().map_or(0, |last| last + 1);
    for fold in 0..last {
        let others = counted.iter().zip(folds).filter(|(_, of)| **of != fold);
        let others: Vec<&Counted> = others.map(|(one, _)| one).collect();
        let learned = learn(&others, seed);
        for (at, one) in counted
            .iter()
            .enumerate()
            .filter(|(at, _)| folds[*at] == fold)
        {
            logits[at] = learned.logit(one);
        }
    }
    logits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_in_one_fold_and_folds_are_of_like_size() {
        let examples: Vec<Labelled> = (0..100)
            .map(|at| Labelled {
                text: String::new(),
                check_worthy: at % 2 == 0,
                group: if at < 80 {
                    format!("debate {}", at % 9)
                } else {
                    String::new()
                },
            })
            .collect();
        let all: Vec<&Labelled> = examples.iter().collect();
        assert!(matches!(
            super::folds(&all[..2], 4),
            Err(ExamplesError::TooFewGroups {
                groups: 2,
                folds: 4
            })
        ));
        let folds = folds(&all, 4).unwrap();
        for (one, fold) in all
            .iter()
            .zip(&folds)
            .filter(|(one, _)| !one.group.is_empty())
        {
            let same = all
                .iter()
                .zip(&folds)
                .filter(|(other, _)| other.group == one.group);
            assert!(same.into_iter().all(|(_, other)| other == fold));
        }
        for fold in 0..4 {
            let size = folds.iter().filter(|of| **of == fold).count();
            assert!((20..30).contains(&size), "{size}");
        }
    }
}
