//! What a matcher says of itself, in the second line of its file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::measures::Measures;
use crate::learning::Calibration;

/// What a matcher learned from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct TrainedOn {
    /// Name of the questions and claims.
    pub name: String,
    /// Who made them, and where they are described.
    pub origin: Option<String>,
    /// Their licence.
    pub licence: Option<String>,
    /// How many questions there were.
    pub questions: usize,
    /// How many claims they were put to.
    pub claims: usize,
}

/// What a matcher says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Header {
    /// What its numbers mean.
    pub features: String,
    /// What it learned from.
    pub trained_on: TrainedOn,
    /// The seed it was made with.
    pub seed: u64,
    /// From what a candidate is ranked by to a probability.
    pub calibration: Calibration,
    /// What cross-validation said of it.
    pub figures: Option<Measures>,
}

impl Default for Header {
    fn default() -> Self {
        Self {
            features: super::file::features(),
            trained_on: TrainedOn::default(),
            seed: 0,
            calibration: Calibration {
                slope: 1.0,
                intercept: 0.0,
            },
            figures: None,
        }
    }
}
