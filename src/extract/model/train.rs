//! Learning a model from judged sentences.

use super::Model;
use super::crossval::{FOLDS, folds, out_of_fold};
use super::examples::{ExamplesError, Labelled, enough};
use super::header::{Figures, Header, TrainedOn};
use super::measures::{Judged, best_threshold, measures};
use super::vector::{SEEN, Taken, weight_of_one};
use crate::extract::SentenceContext;
use crate::extract::ngrams::{BUCKETS, Kind};
use crate::learning::{Calibration, Example, fit, short};
use crate::text::facets::Facets;
use crate::text::reading::Reading;

/// What an example weighs against the penalty; chosen by cross-validation on
/// debates.
const COST: f64 = 1.0;

/// How large a thing that a person can see is made against an n-gram. The
/// larger, the less the penalty holds it back: it means the same in any text.
const SEEN_SCALE: f32 = 0.3;

/// An n-gram that is in fewer sentences than this teaches nothing.
const RARE: u32 = 2;

/// A model is learned from so many sentences of each class at least.
const LEAST: usize = 20;

/// What a decision of the desk weighs against a sentence of a file.
const DESK_COST: f64 = 4.0;

/// How large n-grams are made when a model goes on learning from few
/// sentences, which can't say how rare they are.
const REFINED_SCALE: f32 = 4.0;

/// Judged sentences to learn from.
#[derive(Debug, Default)]
pub struct Lessons {
    /// Sentences of a file.
    pub given: Vec<Labelled>,
    /// A desk's own decisions; each weighs more than a sentence of a file.
    pub decided: Vec<Labelled>,
}

impl Lessons {
    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Labelled> {
        self.given.iter().chain(&self.decided)
    }
}

/// A sentence as counted features, before it is known how much each counts.
pub(super) struct Counted {
    seen: Vec<(u32, f32)>,
    ngrams: Vec<(u32, f32)>,
    positive: bool,
    cost: f64,
}

/// Learns a model from nothing but judged sentences. The same sentences, seed
/// and description give the same model.
pub fn train(lessons: &Lessons, about: TrainedOn, seed: u64) -> Result<Model, ExamplesError> {
    let all: Vec<&Labelled> = lessons.all().collect();
    enough(&all, LEAST)?;
    let counted = counted(lessons);
    let logits = out_of_fold(&counted, &folds(&all, FOLDS)?, seed);
    let labels: Vec<bool> = all.iter().map(|one| one.check_worthy).collect();
    let calibration = Calibration::fit(&logits, &labels);
    let judged: Vec<Judged> = logits
        .iter()
        .map(|logit| calibration.probability(*logit))
        .zip(labels)
        .collect();
    let threshold = (best_threshold(&judged) * 100.0).round() / 100.0;
    let figures = Figures {
        folds: FOLDS,
        measures: measures(&judged, threshold, seed),
    };
    let learned = learn(&counted.iter().collect::<Vec<_>>(), seed);
    let header = Header::new(
        about.counting(lessons),
        seed,
        calibration,
        threshold,
        Some(figures),
    );
    Ok(Model::new(header, learned.seen(), &learned.buckets()))
}

/// Goes on from a model with the decisions of a desk: its weights move only as
/// far as the decisions ask for. Calibration and threshold stay.
pub fn refine(model: &Model, decided: Vec<Labelled>, seed: u64) -> Result<Model, ExamplesError> {
    let lessons = Lessons {
        given: Vec::new(),
        decided,
    };
    let all: Vec<&Labelled> = lessons.all().collect();
    enough(&all, LEAST)?;
    let counted = counted(&lessons);
    let scale = vec![REFINED_SCALE; BUCKETS];
    let examples: Vec<Example> = counted.iter().map(|one| example(one, &scale)).collect();
    let start = Learned::from_model(model, &scale);
    let all_examples: Vec<&Example> = examples.iter().collect();
    let learned = Learned {
        weights: fit(start.weights, &all_examples, seed),
        scale,
    };
    let header = model.header().refined(&all, seed);
    Ok(Model::new(header, learned.seen(), &learned.buckets()))
}

/// Weights as they were learned, and how each n-gram was scaled.
pub(super) struct Learned {
    weights: Vec<f32>,
    scale: Vec<f32>,
}

impl Learned {
    fn from_model(model: &Model, scale: &[f32]) -> Self {
        let buckets = (0..BUCKETS).map(|bucket| model.bucket(bucket) / scale[bucket]);
        let seen = (0..SEEN).map(|place| model.seen(place) / SEEN_SCALE);
        Self {
            weights: buckets.chain(seen).chain([model.header().base]).collect(),
            scale: scale.to_vec(),
        }
    }

    /// The logit of a sentence.
    pub(super) fn logit(&self, one: &Counted) -> f64 {
        example(one, &self.scale).dot(&self.weights)
    }

    /// The weights of what a person can see, and of every sentence.
    fn seen(&self) -> (Vec<f32>, f32) {
        let seen = &self.weights[BUCKETS..BUCKETS + SEEN];
        let seen = seen.iter().map(|weight| weight * SEEN_SCALE).collect();
        (seen, self.weights[BUCKETS + SEEN])
    }

    fn buckets(&self) -> Vec<f32> {
        let weights = self.weights[..BUCKETS].iter().zip(&self.scale);
        weights.map(|(weight, scale)| weight * scale).collect()
    }
}

pub(super) fn counted(lessons: &Lessons) -> Vec<Counted> {
    let given = lessons.given.iter().map(|one| (one, COST));
    let decided = lessons.decided.iter().map(|one| (one, COST * DESK_COST));
    given
        .chain(decided)
        .map(|(one, cost)| count(one, cost))
        .collect()
}

fn count(one: &Labelled, cost: f64) -> Counted {
    let reading = Reading::new(&one.text);
    let facets = Facets::of(&reading, None);
    let taken = Taken::apart(&SentenceContext::alone(&one.text), &reading, &facets);
    let mut seen = Vec::new();
    taken.seen(|place, value| seen.push((at(BUCKETS + place), value * SEEN_SCALE)));
    seen.push((at(BUCKETS + SEEN), 1.0));
    let mut found: Vec<(Kind, u32)> = Vec::new();
    let mut counts = [0u32; Kind::COUNT];
    taken.ngrams(|kind, bucket, _| {
        counts[kind as usize] += 1;
        found.push((kind, at(bucket)));
    });
    let mut ngrams: Vec<(u32, f32)> = found
        .into_iter()
        .map(|(kind, bucket)| (bucket, weight_of_one(kind, counts[kind as usize])))
        .collect();
    ngrams.sort_unstable_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
    ngrams.dedup_by(|later, first| {
        let same = later.0 == first.0;
        if same {
            first.1 += later.1;
        }
        same
    });
    Counted {
        seen,
        ngrams,
        positive: one.check_worthy,
        cost,
    }
}

fn at(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

fn example(one: &Counted, scale: &[f32]) -> Example {
    let ngrams = one.ngrams.iter().filter_map(|(bucket, value)| {
        let scale = scale[*bucket as usize];
        (scale != 0.0).then_some((*bucket, value * scale))
    });
    Example {
        features: ngrams.chain(one.seen.iter().copied()).collect(),
        positive: one.positive,
        cost: one.cost,
    }
}

pub(super) fn learn(counted: &[&Counted], seed: u64) -> Learned {
    let scale = scale(counted);
    let examples: Vec<Example> = counted.iter().map(|one| example(one, &scale)).collect();
    let all: Vec<&Example> = examples.iter().collect();
    Learned {
        weights: fit(vec![0.0; BUCKETS + SEEN + 1], &all, seed),
        scale,
    }
}

/// How much each n-gram counts: more when it is rare (inverse document
/// frequency), and more when it is surely commoner in one class than in the
/// other (the log odds ratio over its standard error; Monroe, Colaresi and
/// Quinn, "Fightin' Words", Political Analysis 16, 2008).
fn scale(counted: &[&Counted]) -> Vec<f32> {
    let mut with = vec![[0u32; 2]; BUCKETS];
    let mut all = [0u32; 2];
    for one in counted {
        let class = usize::from(one.positive);
        all[class] += 1;
        for (bucket, _) in &one.ngrams {
            with[*bucket as usize][class] += 1;
        }
    }
    let total = f64::from(all[0] + all[1]);
    let scale = with.iter().map(|[others, worthy]| {
        if others + worthy < RARE {
            return 0.0;
        }
        let rarity = ((1.0 + total) / (1.0 + f64::from(others + worthy))).ln() + 1.0;
        let [others, worthy] = [others, worthy].map(|count| f64::from(*count) + 1.0);
        let odds = worthy / (f64::from(all[1]) + 1.0) / (others / (f64::from(all[0]) + 1.0));
        let certainty = odds.ln().abs() / (1.0 / worthy + 1.0 / others).sqrt();
        short(rarity * 1.3 * (certainty / (certainty + 2.0)).sqrt())
    });
    scale.collect()
}
