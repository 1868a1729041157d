//! What a model says of itself, in the first line of its file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::examples::Labelled;
use super::measures::Measures;
use super::train::Lessons;
use crate::learning::Calibration;

/// What a model learned from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct TrainedOn {
    /// Name of the judged sentences.
    pub name: String,
    /// Who made them, and where they are described.
    pub origin: Option<String>,
    /// Their licence.
    pub licence: Option<String>,
    /// How many sentences there were.
    pub sentences: usize,
    /// How many of them were check-worthy.
    pub check_worthy: usize,
    /// How many were decisions of a desk.
    pub decisions: usize,
}

impl TrainedOn {
    pub(super) fn counting(mut self, lessons: &Lessons) -> Self {
        self.sentences = lessons.all().count();
        self.check_worthy = lessons.all().filter(|one| one.check_worthy).count();
        self.decisions = lessons.decided.len();
        self
    }
}

/// What cross-validation said of a model.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Figures {
    /// In how many folds.
    pub folds: usize,
    /// The measures, at the threshold.
    #[serde(flatten)]
    pub measures: Measures,
}

/// What a model says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Header {
    /// What its numbers mean: the features that the program takes a sentence
    /// apart into.
    pub features: String,
    /// What it learned from.
    pub trained_on: TrainedOn,
    /// The seed it was made with.
    pub seed: u64,
    /// A sentence is offered as a claim from this score on.
    pub threshold: f64,
    /// From the sum of the weights to a probability.
    pub calibration: Calibration,
    /// The weight of every sentence, whatever it does.
    pub base: f32,
    /// What cross-validation said of it, where it was done.
    pub figures: Option<Figures>,
}

impl Header {
    pub(super) fn new(
        trained_on: TrainedOn,
        seed: u64,
        calibration: Calibration,
        threshold: f64,
        figures: Option<Figures>,
    ) -> Self {
        Self {
            features: super::file::features(),
            trained_on,
            seed,
            threshold,
            calibration,
            base: 0.0,
            figures,
        }
    }

    /// The header of a model that has gone on learning from decisions.
    pub(super) fn refined(&self, decided: &[&Labelled], seed: u64) -> Self {
        let mut header = self.clone();
        header.seed = seed;
        header.figures = None;
        header.trained_on.sentences += decided.len();
        header.trained_on.check_worthy += decided.iter().filter(|one| one.check_worthy).count();
        header.trained_on.decisions += decided.len();
        header
    }
}
