//! The lists of words in `data/lexicon.txt`, as one table, so that a sentence
//! is looked up in time that grows with its own length, not with the lists.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use crate::text::reading::Reading;
use crate::text::words::Word;

/// Words in the longest phrase of any list.
const LONGEST_PHRASE: usize = 4;

/// The bit of a word that begins a phrase of several.
const BEGINS_PHRASE: u64 = 1 << 63;

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::parse(include_str!("../../data/lexicon.txt")));

/// Lists of words, each with what is said of a sentence that has one of them.
#[derive(Debug)]
pub(super) struct Lexicon {
    names: Vec<&'static str>,
    reasons: Vec<&'static str>,
    /// Only looked up in: what a text holds can't make it slow.
    table: HashMap<&'static str, u64, BuildHasherDefault<Fnv>>,
}

/// The 64-bit hash of Fowler, Noll and Vo (FNV-1a): words are short.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A set of lists, by their places in the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Lists(u64);

impl Lists {
    /// Whether a list is in it.
    pub(super) fn has(self, list: usize) -> bool {
        self.0 & (1 << list) != 0
    }

    /// The places of its lists, in order.
    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        (0..63).filter(move |list| self.has(*list))
    }

    /// The first of them.
    pub(super) fn first(self) -> Option<usize> {
        (self.0 != 0).then(|| self.0.trailing_zeros() as usize)
    }

    /// Whether a list is in both.
    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

/// The lexicon that the program ships.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    fn parse(text: &'static str) -> Self {
        let mut lexicon = Self {
            names: Vec::new(),
            reasons: Vec::new(),
            table: HashMap::with_capacity_and_hasher(4096, BuildHasherDefault::default()),
        };
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, reason)) = line
                .strip_prefix('[')
                .and_then(|line| line.split_once("] "))
            {
                lexicon.names.push(name);
                lexicon.reasons.push(reason);
                continue;
            }
            let Some(list) = lexicon.names.len().checked_sub(1) else {
                continue;
            };
            for phrase in line
                .split(',')
                .map(str::trim)
                .filter(|word| !word.is_empty())
            {
                *lexicon.table.entry(phrase).or_default() |= 1 << list;
                if let Some((first, _)) = phrase.split_once(' ') {
                    *lexicon.table.entry(first).or_default() |= BEGINS_PHRASE;
                }
            }
        }
        lexicon
    }

    /// How many lists there are.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// What is said of a sentence that has a word of this list.
    pub(super) fn reason(&self, list: usize) -> &'static str {
        self.reasons.get(list).copied().unwrap_or_default()
    }

    /// The lists of these names. Looks through all names: ask once.
    pub(super) fn named(&self, names: &[&str]) -> Lists {
        let known = self.names.iter().enumerate();
        let places = known.filter(|(_, known)| names.contains(known));
        Lists(places.fold(0, |lists, (place, _)| lists | 1 << place))
    }

    /// For each word, the lists that hold it or a phrase that begins with it.
    pub(super) fn lists(&self, reading: &Reading<'_>, words: &[Word]) -> Vec<Lists> {
        let mut phrase = String::new();
        (0..words.len())
            .map(|at| self.lists_at(reading, words, at, &mut phrase))
            .collect()
    }

    fn lists_at(
        &self,
        reading: &Reading<'_>,
        words: &[Word],
        at: usize,
        phrase: &mut String,
    ) -> Lists {
        let first = words[at].spelling(reading, at == 0);
        let found = self.lookup(&first);
        let mut lists = found & !BEGINS_PHRASE;
        if found & BEGINS_PHRASE != 0 {
            phrase.clear();
            phrase.push_str(&first);
            for word in words[at + 1..].iter().take(LONGEST_PHRASE - 1) {
                phrase.push(' ');
                phrase.push_str(&word.spelling(reading, false));
                lists |= self.lookup(phrase) & !BEGINS_PHRASE;
            }
        }
        Lists(lists)
    }

    fn lookup(&self, phrase: &str) -> u64 {
        self.table.get(phrase).copied().unwrap_or_default()
    }

    /// The lists but those that tell who speaks: somebody who is quoted speaks
    /// of himself, the article does not.
    pub(super) fn impersonal(lists: Lists) -> Lists {
        static PERSONAL: LazyLock<Lists> =
            LazyLock::new(|| lexicon().named(&["i", "we", "you", "belief", "interjection"]));
        lists.without(*PERSONAL)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::repeats::DENIALS;
    use crate::text::words::words;

    #[test]
    fn every_phrase_can_be_found() {
        let lexicon = lexicon();
        assert!(lexicon.len() > 30 && lexicon.len() < 63);
        for phrase in lexicon.table.keys() {
            assert!(phrase.split(' ').count() <= LONGEST_PHRASE, "{phrase}");
            assert_eq!(*phrase, phrase.to_lowercase());
            assert!(!phrase.contains('’'), "{phrase}");
        }
    }

    #[test]
    fn denials_make_a_difference_where_sentences_are_compared_too() {
        let lexicon = lexicon();
        let denial = lexicon.named(&["denial"]);
        let words = lexicon.table.keys().filter(|word| !word.contains(' '));
        let denying = words.filter(|word| Lists(lexicon.lookup(word)).meets(denial));
        let denying: std::collections::BTreeSet<&str> = denying.copied().collect();
        assert_eq!(denying, DENIALS.iter().copied().collect());
    }

    #[test]
    fn words_and_phrases_are_found_where_they_begin() {
        let lexicon = lexicon();
        let found = |text: &str, at: usize, name: &str| {
            let reading = Reading::new(text);
            let lists = lexicon.lists(&reading, &words(&reading))[at];
            lexicon
                .named(&[name])
                .first()
                .is_some_and(|list| lists.has(list))
        };
        assert!(found("It led to losses.", 1, "cause"));
        assert!(!found("It led the field.", 1, "cause"));
        assert!(found("We don’t know.", 1, "denial"));
        assert!(found("It may rain.", 1, "prediction"));
        assert!(!found("It rained in May.", 3, "prediction"));
        assert!(!found("Said the US envoy.", 2, "we"));
    }
}
