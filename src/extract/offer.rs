//! Which sentences of an article are offered as claims, and which of them only
//! say again what another one says.

use std::collections::HashMap;

use super::{Candidate, Extractor, never};
use crate::model::text::Block;
use crate::text::repeats::repeats;

/// How many sentences are offered: the trade-off between what is missed and
/// what is read in vain.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Offer {
    /// Those that score at least this, instead of the model's own threshold.
    pub min_score: Option<f64>,
    /// At most so many, the best.
    pub top: Option<usize>,
    /// Every sentence that is part of the article's own text.
    pub all: bool,
}

/// A sentence that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Its place among the sentences, from 0.
    pub sentence: usize,
    /// The places of later sentences that say the same.
    pub repeats: Vec<usize>,
}

/// The sentences of an article, and those of them that are offered.
#[derive(Debug, Clone, PartialEq)]
pub struct Extracted {
    /// Every sentence in order, headings and furniture included.
    pub sentences: Vec<Candidate>,
    /// Those offered as claims, in order.
    pub offered: Vec<Offered>,
}

impl Extracted {
    /// The sentences that are offered.
    pub fn candidates(&self) -> impl Iterator<Item = &Candidate> {
        let offered = self.offered.iter();
        offered.filter_map(|one| self.sentences.get(one.sentence))
    }
}

impl Extractor<'_> {
    /// The sentences of a text, and those that are offered. The blocks are
    /// those of the text, in order.
    pub fn extract(&self, text: &str, blocks: &[Block], offer: &Offer) -> Extracted {
        let sentences = self.article(text, blocks);
        let offered = offer.choose(text, &sentences, self.model.header().threshold);
        Extracted { sentences, offered }
    }
}

impl Offer {
    /// The score from which on sentences are offered.
    pub fn threshold(&self, of_model: f64) -> f64 {
        match self.min_score {
            _ if self.all => 0.0,
            Some(score) => score,
            None if self.top.is_some() => 0.0,
            None => of_model,
        }
    }

    /// The sentences that are offered, in the order of the text. One that
    /// repeats an earlier one is not offered by itself, but named there.
    fn choose(&self, text: &str, candidates: &[Candidate], of_model: f64) -> Vec<Offered> {
        let threshold = self.threshold(of_model);
        let fit: Vec<usize> = candidates
            .iter()
            .enumerate()
            .filter(|(_, one)| never(one.kind).is_none() && one.score >= threshold)
            .map(|(at, _)| at)
            .collect();
        let words: Vec<&str> = fit
            .iter()
            .map(|at| candidates[*at].span.slice(text).unwrap_or_default())
            .collect();
        let mut offered: Vec<Offered> = Vec::new();
        let mut place_of: HashMap<usize, usize> = HashMap::new();
        for (nth, first) in repeats(&words).into_iter().enumerate() {
            if let Some(place) = first.and_then(|first| place_of.get(&first)) {
                offered[*place].repeats.push(fit[nth]);
                continue;
            }
            place_of.insert(nth, offered.len());
            offered.push(Offered {
                sentence: fit[nth],
                repeats: Vec::new(),
            });
        }
        if let Some(top) = self.top.filter(|top| *top < offered.len()) {
            offered.sort_by(|one, other| {
                let score = |offered: &Offered| candidates[offered.sentence].score;
                score(other).total_cmp(&score(one))
            });
            offered.truncate(top);
            offered.sort_by_key(|one| one.sentence);
        }
        offered
    }
}
