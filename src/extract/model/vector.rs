//! A sentence as numbers: its traits and lists, and how often it has which
//! n-gram.

use strum::EnumCount;

use crate::extract::SentenceContext;
use crate::extract::features::{Trait, Traits, traits};
use crate::extract::lexicon::lexicon;
use crate::extract::ngrams::{self, Kind, ngrams};
use crate::text::facets::Facets;
use crate::text::reading::Reading;
use crate::text::words::{Word, words};

/// Lists come first among what a person can see, traits behind them.
const FIRST_TRAIT: usize = 64;

/// How many things there are that a person can see.
pub(super) const SEEN: usize = FIRST_TRAIT + Trait::COUNT;

/// A sentence taken apart for its score.
pub(in crate::extract) struct Taken<'r, 't> {
    pub(in crate::extract) reading: &'r Reading<'t>,
    pub(in crate::extract) words: Vec<Word>,
    pub(in crate::extract) traits: Traits,
}

impl<'r, 't> Taken<'r, 't> {
    pub(in crate::extract) fn apart(
        sentence: &SentenceContext<'_>,
        reading: &'r Reading<'t>,
        facets: &Facets,
    ) -> Self {
        let words = words(reading);
        let traits = traits(sentence, reading, &words, facets);
        Self {
            reading,
            words,
            traits,
        }
    }

    /// Calls `found` with each thing that a person can see, by its place below
    /// [`SEEN`], and how much of it there is.
    pub(super) fn seen(&self, mut found: impl FnMut(usize, f32)) {
        let lists = self.traits.all_lists.iter();
        lists.for_each(|list| found(list, 1.0));
        for (one, value) in &self.traits.told {
            found(FIRST_TRAIT + *one as usize, *value);
        }
    }

    /// Calls `found` with every n-gram.
    pub(super) fn ngrams(&self, found: impl FnMut(Kind, usize, ngrams::From)) {
        ngrams(self.reading, &self.words, &self.traits.lists, found);
    }
}

/// Whether a place below [`SEEN`] is that of a list, and not of a trait.
pub(super) fn is_list(place: usize) -> bool {
    place < FIRST_TRAIT
}

/// What is said of a sentence that has the thing at a place below [`SEEN`].
pub(super) fn reason_of(place: usize) -> &'static str {
    use strum::IntoEnumIterator;
    match place.checked_sub(FIRST_TRAIT) {
        None => lexicon().reason(place),
        Some(number) => Trait::iter().nth(number).map_or("", Trait::reason),
    }
}

/// How much one of the n-grams of a kind counts when there are so many: a long
/// sentence has no more to say by them than a short one. Pairs of lists, which
/// are few and certain, are held back to the weight of the other kinds.
pub(super) fn weight_of_one(kind: Kind, count: u32) -> f32 {
    let share = match kind {
        Kind::Words | Kind::Bytes => 0.25,
        Kind::Lists => 0.11,
    };
    if count == 0 {
        0.0
    } else {
        #[expect(clippy::cast_precision_loss, reason = "a sentence has few n-grams")]
        let count = count as f32;
        share / count.sqrt()
    }
}
