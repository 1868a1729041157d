//! Earlier checks of the same claim: a text is compared with the claims of a
//! desk that share rare words with it, and each gets the probability that it
//! says the same.
//!
//! The comparison is lexical and offline: words by stem and rarity, runs of
//! characters, names, figures, negation. What each counts was learned
//! ([`train()`]) from posts and the checks that answer them. Nothing here knows a
//! database: who asks looks up what the words of a [`Question`] are found in.

pub mod clusters;
pub mod collection;
mod features;
mod file;
mod function_words;
mod header;
mod measures;
mod post;
mod profile;
mod ranker;
mod rarity;
mod reasons;
mod terms;
mod train;

use std::sync::OnceLock;

pub use header::{Header, TrainedOn};
pub use measures::{Answered, Measures, measures};
pub use ranker::{MOST_POSTINGS, Question, Ranked, SearchWord, Session};
pub use reasons::{Comparison, Reasons};
pub use train::{Lesson, cross_validate, train};

use features::Features;
use rarity::Learned;

use crate::learning::ModelError;

/// What claims are compared by.
#[derive(Debug, Clone, PartialEq)]
pub struct Matcher {
    header: Header,
    weights: Vec<f32>,
    learned: Learned,
}

/// The matcher that claimdesk ships.
pub fn shipped() -> Result<&'static Matcher, &'static ModelError> {
    static SHIPPED: OnceLock<Result<Matcher, ModelError>> = OnceLock::new();
    SHIPPED
        .get_or_init(|| Matcher::from_bytes(include_bytes!("../../data/model/matching.model")))
        .as_ref()
}

impl Matcher {
    /// One that knows how rare words are, and not yet what counts.
    pub fn unlearned<'t>(claims: impl Iterator<Item = (&'t str, &'t str)>) -> Self {
        Self {
            header: Header::default(),
            weights: vec![0.0; features::FEATURES],
            learned: train::rarities(claims),
        }
    }

    /// What it says of itself.
    pub fn header(&self) -> &Header {
        &self.header
    }

    fn score(&self, row: &Features) -> f64 {
        train::score(&self.weights, row)
    }

    fn probability(&self, score: f64) -> f64 {
        self.header.calibration.probability(score)
    }
}
