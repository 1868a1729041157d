//! The lists of the lexicon as one table, so that a sentence is looked up in
//! time that grows with its own length, not with that of the lists.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lexicon;

/// Words in the longest phrase of any list.
pub(super) const LONGEST_PHRASE: usize = 4;

/// Every phrase with the lists that hold it, as bits of [`List::bit`].
static TABLE: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for list in List::ALL {
        for phrase in list.phrases() {
            *table.entry(*phrase).or_default() |= list.bit();
        }
    }
    table
});

/// The lists that hold a phrase, as bits of [`List::bit`].
pub(super) fn lists_with(phrase: &str) -> u32 {
    TABLE.get(phrase).copied().unwrap_or_default()
}

/// One list of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Units,
    NumberWords,
    Times,
    Attribution,
    Comparison,
    Cause,
    Deeds,
    Opinion,
    Prediction,
    Vague,
    Announcement,
    FirstPerson,
    SecondPerson,
    FiniteVerbs,
}

impl List {
    const ALL: [Self; 14] = [
        Self::Units,
        Self::NumberWords,
        Self::Times,
        Self::Attribution,
        Self::Comparison,
        Self::Cause,
        Self::Deeds,
        Self::Opinion,
        Self::Prediction,
        Self::Vague,
        Self::Announcement,
        Self::FirstPerson,
        Self::SecondPerson,
        Self::FiniteVerbs,
    ];

    /// The list's place in a set of lists.
    pub(super) fn bit(self) -> u32 {
        1 << self as u32
    }

    fn phrases(self) -> &'static [&'static str] {
        match self {
            Self::Units => lexicon::UNITS,
            Self::NumberWords => lexicon::NUMBER_WORDS,
            Self::Times => lexicon::TIMES,
            Self::Attribution => lexicon::ATTRIBUTION,
            Self::Comparison => lexicon::COMPARISON,
            Self::Cause => lexicon::CAUSE,
            Self::Deeds => lexicon::DEEDS,
            Self::Opinion => lexicon::OPINION,
            Self::Prediction => lexicon::PREDICTION,
            Self::Vague => lexicon::VAGUE,
            Self::Announcement => lexicon::ANNOUNCEMENT,
            Self::FirstPerson => lexicon::FIRST_PERSON,
            Self::SecondPerson => lexicon::SECOND_PERSON,
            Self::FiniteVerbs => lexicon::FINITE_VERBS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_can_be_found() {
        for phrase in List::ALL.iter().flat_map(|list| list.phrases()) {
            assert!(phrase.split(' ').count() <= LONGEST_PHRASE, "{phrase}");
            assert_eq!(*phrase, phrase.to_lowercase());
        }
    }
}
