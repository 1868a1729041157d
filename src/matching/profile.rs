//! What of a text is compared.

use super::rarity::{Learned, RUNS};
use super::terms::{Stem, Stems, Token, tokens};

/// Words further apart than this are no pair.
const PAIRED: usize = 3;

/// Lengths of the runs of characters within a word.
const RUN_LENGTHS: std::ops::RangeInclusive<usize> = 3..=5;

/// Stems that turn a sentence round.
const NEGATIONS: [&str; 18] = [
    "not", "no", "never", "none", "nobody", "noth", "neither", "nor", "cannot", "dont", "doesnt",
    "didnt", "isnt", "wasnt", "arent", "wont", "cant", "without",
];

/// A word of a profile.
#[derive(Debug, Clone, Copy)]
pub(super) struct Term {
    pub(super) stem: Stem,
    /// How rare it is.
    pub(super) rarity: f32,
    /// How often it stands in the text.
    pub(super) count: u8,
    /// Whether it is written with a capital inside a sentence.
    pub(super) name: bool,
    /// Whether it is a figure.
    pub(super) figure: bool,
}

/// A text as it is compared with others.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile {
    /// Its distinct words, in the order of their stems.
    pub(super) terms: Vec<Term>,
    /// Pairs of words that stand near one another, the smaller stem first.
    pub(super) near: Vec<(Stem, Stem)>,
    /// Pairs of words that follow one another.
    pub(super) adjacent: Vec<(Stem, Stem)>,
    /// Runs of characters by bucket, weighted, of length one altogether.
    pub(super) runs: Vec<(u16, f32)>,
    /// How many words it has.
    pub(super) length: usize,
    /// Whether it denies something.
    pub(super) negated: bool,
}

/// The words of a text, before anything else is made of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    pub(super) stems: Vec<Stem>,
    marks: Vec<Mark>,
    negated: bool,
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    name: bool,
    figure: bool,
    sentence: u16,
}

impl Words {
    /// Reads a text; `also` is told of every word with its stem.
    pub(super) fn of(
        text: &str,
        stems: &mut Stems,
        mut also: impl FnMut(&Token<'_>, Stem, &Stems),
    ) -> Self {
        let mut words = Self::default();
        let mut sentence_before = None;
        tokens(text, |token| {
            let stem = stems.of(token);
            also(token, stem, stems);
            let begins = sentence_before != Some(token.sentence);
            sentence_before = Some(token.sentence);
            words.negated |= NEGATIONS.contains(&token.word);
            words.stems.push(stem);
            words.marks.push(Mark {
                name: token.capital && !begins,
                figure: token.figure,
                sentence: token.sentence,
            });
        });
        words
    }

    /// Whether it denies something.
    pub(super) fn negated(&self) -> bool {
        self.negated
    }

    /// The words of each sentence that has some, as ranges.
    pub(super) fn sentences(&self) -> impl Iterator<Item = std::ops::Range<usize>> {
        let mut start = 0;
        self.marks
            .chunk_by(|one, other| one.sentence == other.sentence)
            .map(move |sentence| {
                let range = start..start + sentence.len();
                start = range.end;
                range
            })
    }

    /// The distinct words of a range, in the order of their stems.
    pub(super) fn terms(
        &self,
        range: std::ops::Range<usize>,
        rarity: impl Fn(Stem) -> f32,
    ) -> Vec<Term> {
        let mut order: Vec<usize> = range.collect();
        order.sort_unstable_by_key(|at| self.stems[*at]);
        order
            .chunk_by(|one, other| self.stems[*one] == self.stems[*other])
            .map(|same| Term {
                stem: self.stems[same[0]],
                rarity: rarity(self.stems[same[0]]),
                count: u8::try_from(same.len()).unwrap_or(u8::MAX),
                name: same.iter().any(|at| self.marks[*at].name),
                figure: self.marks[same[0]].figure,
            })
            .collect()
    }
}

impl Profile {
    /// The words of a text, and nothing else yet.
    pub(super) fn of(words: &Words, rarity: impl Fn(Stem) -> f32) -> Self {
        Self {
            terms: words.terms(0..words.stems.len(), rarity),
            length: words.stems.len(),
            negated: words.negated,
            ..Self::default()
        }
    }

    /// Adds what takes longer to work out: pairs of words, runs of characters.
    pub(super) fn complete(&mut self, text: &str, words: &Words, learned: &Learned) {
        let stems = &words.stems;
        for (at, one) in stems.iter().enumerate() {
            let others = stems[at + 1..].iter().take(PAIRED);
            let pairs = others.map(|other| (*one.min(other), *one.max(other)));
            self.near.extend(pairs);
        }
        self.near.sort_unstable();
        self.near.dedup();
        self.adjacent
            .extend(stems.windows(2).map(|pair| (pair[0], pair[1])));
        self.adjacent.sort_unstable();
        self.adjacent.dedup();
        self.runs = runs(text, learned);
    }

    /// The word with a stem, if it has it.
    pub(super) fn term(&self, stem: Stem) -> Option<&Term> {
        let place = self.terms.binary_search_by_key(&stem, |term| term.stem);
        place.ok().map(|place| &self.terms[place])
    }
}

/// The buckets of the runs of characters in a text, each as often as it is there.
pub(super) fn buckets(text: &str, mut found: impl FnMut(u16)) {
    let mut word: Vec<char> = Vec::with_capacity(24);
    tokens(text, |token| {
        word.clear();
        word.push(' ');
        word.extend(token.word.chars());
        word.push(' ');
        for length in RUN_LENGTHS {
            for run in word.windows(length) {
                found(bucket(run));
            }
        }
    });
}

fn bucket(run: &[char]) -> u16 {
    let hash = run.iter().fold(0x811c_9dc5u32, |hash, c| {
        let hash = (hash ^ u32::from(*c)).wrapping_mul(0x0100_0193);
        hash ^ (hash >> 15)
    });
    // As many buckets as there are numbers of 16 bits.
    u16::try_from(hash as usize % RUNS).unwrap_or_default()
}

fn runs(text: &str, learned: &Learned) -> Vec<(u16, f32)> {
    let mut all: Vec<u16> = Vec::with_capacity(text.len() * 3);
    buckets(text, |bucket| all.push(bucket));
    all.sort_unstable();
    let mut runs: Vec<(u16, f32)> = all
        .chunk_by(|one, other| one == other)
        .map(|same| {
            #[expect(clippy::cast_precision_loss, reason = "a text is short")]
            let often = 1.0 + (same.len() as f32).ln();
            (same[0], often * learned.of_run(same[0]))
        })
        .collect();
    let length = runs.iter().map(|(_, weight)| weight * weight).sum::<f32>();
    let length = length.sqrt().max(f32::MIN_POSITIVE);
    for (_, weight) in &mut runs {
        *weight /= length;
    }
    runs
}
