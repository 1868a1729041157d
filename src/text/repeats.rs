//! Sentences of a text that say the same: nearly the same words, and exactly
//! the same figures and denials.

use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hasher};

use super::reading::Reading;
use super::words::words;

/// Two sentences that share so much of their words say the same
/// (the Jaccard index of their words).
const ALIKE: f64 = 0.8;

/// A sentence of fewer words than this says too little to repeat anything.
const FEWEST: usize = 4;

/// Words that so many sentences begin their rarest with are furniture of the
/// text; further ones are not compared by them.
const MOST_COMPARED: usize = 64;

/// Words that make no difference.
const EMPTY: &[&str] = &[
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "it", "its", "of", "on", "or",
    "so", "that", "the", "then", "this", "to", "with",
];

/// Words that deny: with and without them, sentences say the opposite.
pub(crate) const DENIALS: &[&str] = &[
    "not", "no", "never", "don't", "didn't", "doesn't", "wasn't", "weren't", "isn't", "aren't",
    "haven't", "hasn't", "hadn't", "won't", "can't", "cannot", "couldn't", "wouldn't", "nobody",
    "nothing", "none", "neither", "nor", "without", "false", "untrue", "lie",
];

/// A table by the hashes of words, which are not hashed again.
type ByHash<T> = HashMap<u64, T, BuildHasherDefault<Hashed>>;

/// Takes a number that is a hash already for its hash.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// What a sentence says, for comparison: the hashes of its words, rarest in
/// the text first, and those that must be the same.
struct Said {
    words: Vec<u64>,
    firm: Vec<u64>,
}

/// For each sentence, the first earlier one that says the same. Takes time
/// that grows with the number of sentences and how many of them are alike
/// (prefix filtering: Chaudhuri, Ganti and Kaushik, ICDE 2006).
pub fn repeats(sentences: &[&str]) -> Vec<Option<usize>> {
    let mut said: Vec<Said> = sentences.iter().map(|sentence| read(sentence)).collect();
    let mut frequency: ByHash<u32> = ByHash::default();
    for word in said.iter().flat_map(|one| &one.words) {
        *frequency.entry(*word).or_default() += 1;
    }
    for one in &mut said {
        one.words
            .sort_unstable_by_key(|word| (frequency[word], *word));
    }
    let mut index: ByHash<Vec<usize>> = ByHash::default();
    let mut first_of = vec![None; said.len()];
    for (at, one) in said.iter().enumerate() {
        if one.words.len() < FEWEST {
            continue;
        }
        let prefix = &one.words[..prefix(one.words.len())];
        let mut met: Vec<usize> = prefix
            .iter()
            .filter_map(|word| index.get(word))
            .flatten()
            .copied()
            .collect();
        met.sort_unstable();
        met.dedup();
        first_of[at] = met.into_iter().find(|earlier| same(&said[*earlier], one));
        if first_of[at].is_none() {
            for word in prefix {
                let sharing = index.entry(*word).or_default();
                if sharing.len() < MOST_COMPARED {
                    sharing.push(at);
                }
            }
        }
    }
    first_of
}

/// Two sentences that are alike share one of so many of their rarest words.
fn prefix(length: usize) -> usize {
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a sentence has few words"
    )]
    let needed = (ALIKE * length as f64).ceil() as usize;
    length - needed + 1
}

fn read(sentence: &str) -> Said {
    let reading = Reading::new(sentence);
    let words = words(&reading);
    let mut said = Said {
        words: Vec::with_capacity(words.len()),
        firm: Vec::new(),
    };
    for (place, word) in words.iter().enumerate() {
        let spelling = word.spelling(&reading, place == 0);
        if EMPTY.contains(&&*spelling) {
            continue;
        }
        let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(&spelling);
        said.words.push(hash);
        let denies = DENIALS.contains(&&*spelling);
        if word.is_number(&reading) || word.is_mark(&reading) || denies {
            said.firm.push(hash);
        }
    }
    for words in [&mut said.words, &mut said.firm] {
        words.sort_unstable();
        words.dedup();
    }
    said
}

fn same(one: &Said, other: &Said) -> bool {
    if one.firm != other.firm {
        return false;
    }
    let words: BTreeSet<u64> = one.words.iter().copied().collect();
    let shared = other
        .words
        .iter()
        .filter(|word| words.contains(word))
        .count();
    let all = one.words.len() + other.words.len() - shared;
    #[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
    let alike = shared as f64 >= ALIKE * all as f64;
    alike
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_identical_sentences_are_linked_to_the_first() {
        let sentences = [
            "The bridge over the Lind was opened on 3 May 2019 by Ana Vega.",
            "It rained.",
            "The bridge over the Lind was opened on 3 May 2019 by mayor Ana Vega!",
            "The bridge over the Lind was opened on 3 May 2018 by Ana Vega.",
            "The bridge over the Lind was never opened on 3 May 2019 by Ana Vega.",
            "A bridge over the Lind was opened on 3 May 2019 by Ana Vega.",
            "It rained.",
        ];
        assert_eq!(
            repeats(&sentences),
            [None, None, None, None, None, Some(0), None],
            "marks such as “!” and figures make a difference"
        );
    }
}
