//! What the model is measured against: logistic regression on words, pairs of
//! words and runs of two to five characters, weighted by how rare they are
//! (tf-idf), and nothing else.

use std::collections::HashMap;

use super::examples::Labelled;
use crate::learning::{Example, fit};

/// What an example weighs against the penalty: the value that serves this
/// baseline best on debates.
const COST: f64 = 4.0;

const LENGTHS: std::ops::RangeInclusive<usize> = 2..=5;

/// A sentence as counted n-grams: of words, and of characters.
type Counts = [HashMap<String, f32>; 2];

/// For each sentence, what the baseline makes of it when it learns from all
/// folds but the sentence's own.
pub(super) fn out_of_fold(examples: &[Labelled], folds: &[usize], seed: u64) -> Vec<f64> {
    let counted: Vec<Counts> = examples.iter().map(|one| counts(&one.text)).collect();
    let mut logits = vec![0.0; examples.len()];
    let last = folds.iter().max().map_or(0, |last| last + 1);
    for fold in 0..last {
        let vectors = vectors(&counted, examples, |at| folds[at] != fold);
        let dimensions = vectors.1;
        let (learned, held): (Vec<_>, Vec<_>) = vectors
            .0
            .iter()
            .enumerate()
            .partition(|(at, _)| folds[*at] != fold);
        let learned: Vec<&Example> = learned.into_iter().map(|(_, one)| one).collect();
        let weights = fit(vec![0.0; dimensions], &learned, seed);
        for (at, one) in held {
            logits[at] = one.dot(&weights);
        }
    }
    logits
}

fn counts(text: &str) -> Counts {
    let text = text.to_lowercase();
    let mut counts = Counts::default();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| word.chars().count() > 1)
        .collect();
    let pairs = words.windows(2).map(|pair| pair.join(" "));
    for gram in words.iter().map(|word| (*word).to_owned()).chain(pairs) {
        *counts[0].entry(gram).or_default() += 1.0;
    }
    for word in text.split_whitespace() {
        let padded: Vec<char> = format!(" {word} ").chars().collect();
        for length in LENGTHS {
            for gram in padded.windows(length) {
                *counts[1].entry(gram.iter().collect()).or_default() += 1.0;
            }
        }
    }
    counts
}

/// The sentences as vectors of tf-idf, with how rare an n-gram is counted in
/// those that are learned from; and how many dimensions there are.
fn vectors(
    counted: &[Counts],
    examples: &[Labelled],
    is_learned: impl Fn(usize) -> bool,
) -> (Vec<Example>, usize) {
    let mut known: [HashMap<&str, (u32, f32)>; 2] = Default::default();
    let (mut next, mut learned) = (0u32, 0.0f32);
    for (_, counts) in counted.iter().enumerate().filter(|(at, _)| is_learned(*at)) {
        learned += 1.0;
        for (kind, counts) in counts.iter().enumerate() {
            for gram in counts.keys() {
                let known = known[kind].entry(gram).or_insert((0, 0.0));
                known.1 += 1.0;
            }
        }
    }
    // Numbered in an order that does not change from run to run.
    for grams in &mut known {
        let mut names: Vec<&str> = grams.keys().copied().collect();
        names.sort_unstable();
        for name in names {
            if let Some(known) = grams.get_mut(name) {
                *known = (next, ((1.0 + learned) / (1.0 + known.1)).ln() + 1.0);
                next += 1;
            }
        }
    }
    let vectors = counted.iter().zip(examples).map(|(counts, example)| {
        let mut features = vec![(next, 1.0)];
        for (kind, counts) in counts.iter().enumerate() {
            let from = features.len();
            features.extend(counts.iter().filter_map(|(gram, count)| {
                let (at, rarity) = known[kind].get(gram.as_str())?;
                Some((*at, (1.0 + count.ln()) * rarity))
            }));
            features[from..].sort_unstable_by_key(|(at, _)| *at);
            let norm: f32 = features[from..]
                .iter()
                .map(|(_, value)| value * value)
                .sum();
            let norm = norm.sqrt().max(f32::MIN_POSITIVE);
            features[from..]
                .iter_mut()
                .for_each(|(_, value)| *value /= norm);
        }
        Example {
            features,
            positive: example.check_worthy,
            cost: COST,
        }
    });
    (vectors.collect(), next as usize + 1)
}
