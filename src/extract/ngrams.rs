//! A sentence as n-grams: one or two words, their stems, runs of two to five
//! bytes within a word, and lists of the lexicon that come together. Each is
//! hashed to a bucket, so that a model needs no dictionary (the hashing trick:
//! Weinberger and others, ICML 2009).

use super::lexicon::Lists;
use crate::text::reading::Reading;
use crate::text::words::Word;

/// Bits of a bucket's number.
const BUCKET_BITS: u32 = 18;

/// How many buckets there are.
pub(super) const BUCKETS: usize = 1 << BUCKET_BITS;

/// Lengths of the runs of bytes.
const SHORTEST: usize = 2;
const LONGEST: usize = 5;

/// The prime of the 32-bit hash of Fowler, Noll and Vo.
const PRIME: u32 = 0x0100_0193;

/// Endings that a stem is without, longest first.
const ENDINGS: [&[u8]; 5] = [b"ing", b"ed", b"es", b"ly", b"s"];

/// A word of so few bytes more than its ending keeps it.
const SHORTEST_STEM: usize = 3;

/// What kind of n-gram it is. Each kind is hashed with a beginning of its own
/// and weighs as much as each other kind, however many there are of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word or two, or their stems.
    Words = 0,
    /// A run of bytes within a word.
    Bytes = 1,
    /// Two lists of the lexicon.
    Lists = 2,
}

impl Kind {
    /// How many kinds there are.
    pub(super) const COUNT: usize = 3;
    /// Every kind.
    pub(super) const ALL: [Self; Self::COUNT] = [Self::Words, Self::Bytes, Self::Lists];
}

/// Where an n-gram is from, to tell it as a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    /// A word, by its place; of two words, the second.
    Word(usize),
    /// Two lists.
    Pair(usize, usize),
}

/// Calls `found` with the kind, the bucket and the origin of every n-gram.
pub(super) fn ngrams(
    reading: &Reading<'_>,
    words: &[Word],
    lists: &[Lists],
    mut found: impl FnMut(Kind, usize, From),
) {
    let (mut word_before, mut stem_before) = (None, None);
    let mut spelling: Vec<u8> = Vec::with_capacity(32);
    let hashes = hashes(reading, words, &mut spelling);
    let again = said_before(&hashes);
    for (place, (word, (whole, stem))) in words.iter().zip(hashes).enumerate() {
        let mut words_found = |hash: u32| found(Kind::Words, bucket(hash), From::Word(place));
        // A word that comes again says no more than it did.
        let is_new = !again[place];
        if is_new {
            words_found(whole);
            words_found(stem);
        }
        if let (Some(word_before), Some(stem_before)) = (word_before, stem_before) {
            words_found(both(word_before, whole));
            words_found(both(stem_before, stem));
        }
        (word_before, stem_before) = (Some(whole), Some(stem));
        if !is_new {
            continue;
        }
        spelling.clear();
        spelling.push(b' ');
        word.append_bytes(reading, &mut spelling);
        spelling.push(b' ');
        for from in 0..spelling.len() - 1 {
            let mut run = hash(Kind::Bytes, &[]);
            for (byte, length) in spelling[from..].iter().take(LONGEST).zip(1..) {
                run = step(run, *byte);
                if length >= SHORTEST {
                    found(Kind::Bytes, bucket(run), From::Word(place));
                }
            }
        }
    }
    pairs(lists, found);
}

/// The hash of each word, and that of its stem. Numbers are known by their kind.
fn hashes(reading: &Reading<'_>, words: &[Word], spelling: &mut Vec<u8>) -> Vec<(u32, u32)> {
    let hashes = words.iter().map(|word| {
        spelling.clear();
        word.append_bytes(reading, spelling);
        if word.is_number(reading) {
            let number = hash(Kind::Words, &[if is_year(spelling) { 1 } else { 2 }]);
            (number, number)
        } else {
            let stem = hash(Kind::Words, stem_of(spelling));
            (hash(Kind::Words, spelling), step(stem, 3))
        }
    });
    hashes.collect()
}

/// For each word, whether it was said before.
fn said_before(hashes: &[(u32, u32)]) -> Vec<bool> {
    let mut order: Vec<(u32, usize)> = hashes
        .iter()
        .enumerate()
        .map(|(place, (whole, _))| (*whole, place))
        .collect();
    order.sort_unstable();
    let mut again = vec![false; hashes.len()];
    for pair in order.windows(2) {
        again[pair[1].1] = pair[0].0 == pair[1].0;
    }
    again
}

/// Lists that follow one another, and lists that are in the same sentence.
fn pairs(lists: &[Lists], mut found: impl FnMut(Kind, usize, From)) {
    let mut pair = |one: usize, other: usize, mark: u8| {
        let name = [small(one), small(other), mark];
        found(
            Kind::Lists,
            bucket(hash(Kind::Lists, &name)),
            From::Pair(one, other),
        );
    };
    let mut all = Lists::default();
    let mut before = None;
    for lists in lists {
        all.add(*lists);
        if let Some(first) = lists.first() {
            if let Some(before) = before {
                pair(before, first, 0);
            }
            before = Some(first);
        }
    }
    for one in all.iter() {
        for other in all.iter().skip_while(|other| *other <= one) {
            pair(one, other, 1);
        }
    }
}

fn small(list: usize) -> u8 {
    u8::try_from(list).unwrap_or(u8::MAX)
}

fn hash(kind: Kind, bytes: &[u8]) -> u32 {
    let beginning = match kind {
        Kind::Words => 0x811c_9dc5,
        Kind::Bytes => 0x3c6e_f372,
        Kind::Lists => 0x510e_527f,
    };
    bytes.iter().fold(beginning, |hash, byte| step(hash, *byte))
}

fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(PRIME)
}

fn both(one: u32, other: u32) -> u32 {
    step(one, 0).rotate_left(5) ^ other
}

/// Spreads a hash over the buckets (the finalizer of `MurmurHash3`).
fn bucket(hash: u32) -> usize {
    let mut mixed = hash ^ (hash >> 16);
    mixed = mixed.wrapping_mul(0x85eb_ca6b);
    mixed ^= mixed >> 13;
    mixed = mixed.wrapping_mul(0xc2b2_ae35);
    mixed ^= mixed >> 16;
    (mixed >> (32 - BUCKET_BITS)) as usize
}

fn stem_of(word: &[u8]) -> &[u8] {
    let ending = ENDINGS
        .iter()
        .find(|ending| word.len() >= ending.len() + SHORTEST_STEM && word.ends_with(ending));
    ending.map_or(word, |ending| &word[..word.len() - ending.len()])
}

/// Whether digits are likelier a year than a count.
fn is_year(digits: &[u8]) -> bool {
    digits.len() == 4 && (digits.starts_with(b"19") || digits.starts_with(b"20"))
}
