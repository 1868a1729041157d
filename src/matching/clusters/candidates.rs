//! Which leaders a wording is compared with: those that share one of its rarest
//! words or pairs of words.
//!
//! Two texts whose words and pairs of words have a Jaccard coefficient of `j`
//! share at least `j` of those of each. So of `n` of them in any one order, the
//! first `n - j·n + 1` of both texts share one. The order that is taken has the
//! rarest first; what only one text has is shared with none, and left out.

use super::wording::{Word, mixed};

/// A wording is compared with so many leaders at most. Only where more share
/// what is rare does this matter: on desks full of one pattern.
const MOST_COMPARED: usize = 128;

/// So many entries are looked through for one wording at most.
const MOST_LOOKED_THROUGH: usize = 4_096;

/// Counters of how often something occurs, as a power of two.
const MOST_COUNTERS: usize = 1 << 26;
const FEWEST_COUNTERS: usize = 1 << 6;

/// Chains of entries, as a power of two.
const MOST_CHAINS: usize = 1 << 23;

/// The end of a chain.
const NONE: u32 = u32::MAX;

/// The words of a text and its pairs of neighbouring words, as numbers. What
/// occurs twice is two of them.
pub(super) fn features(words: &[Word], found: &mut Vec<u64>) {
    found.clear();
    found.extend(words.iter().map(|word| mixed(word.0)));
    let pair = |pair: &[Word]| mixed(mixed(pair[0].0).wrapping_add(pair[1].0));
    found.extend(words.windows(2).map(pair));
    found.sort_unstable();
    let (mut first, mut again) = (None, 0);
    for feature in found {
        if first == Some(*feature) {
            again += 1;
            *feature = mixed(feature.wrapping_add(again));
        } else {
            first = Some(*feature);
            again = 0;
        }
    }
}

/// How often features occur in some wordings; too often, where two share a
/// counter, and never too seldom.
pub(super) struct Rarities {
    counters: Vec<u8>,
}

impl Rarities {
    /// Counters for wordings that have so many words altogether.
    pub(super) fn new(words: usize) -> Self {
        let counters = (2 * words).next_power_of_two();
        Self {
            counters: vec![0; counters.clamp(FEWEST_COUNTERS, MOST_COUNTERS)],
        }
    }

    /// Counts the features of a wording.
    pub(super) fn count(&mut self, features: &[u64]) {
        for feature in features {
            let place = place(*feature, self.counters.len());
            self.counters[place] = self.counters[place].saturating_add(1);
        }
    }

    fn of(&self, feature: u64) -> u8 {
        self.counters[place(feature, self.counters.len())]
    }

    /// Leaves of the features of a wording those, rarest first, of which it
    /// shares one with whatever is alike to it.
    pub(super) fn keep_telling(&self, features: &mut Vec<u64>, at_least: f64) {
        features.sort_unstable_by_key(|feature| (self.of(*feature), *feature));
        features.truncate(telling(features.len(), at_least));
        features.retain(|feature| self.of(*feature) > 1);
    }
}

/// How many of a text's features tell what it may be alike to, so that Dice's
/// coefficient is `at_least`.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a text has few words, and a share of them is from 0 to all"
)]
fn telling(features: usize, at_least: f64) -> usize {
    let jaccard = at_least / (2.0 - at_least);
    // One more rather than one less, where the product is not exact.
    let shared = (features as f64 * jaccard - 1e-6).ceil().max(1.0) as usize;
    (features + 1).saturating_sub(shared)
}

/// A place among as many as are a power of two.
fn place(feature: u64, places: usize) -> usize {
    usize::try_from(feature).unwrap_or_default() & (places - 1)
}

/// Leaders by their telling features.
pub(super) struct Leaders {
    /// Where the chain of each remainder of a feature begins.
    chains: Vec<u32>,
    entries: Vec<Entry>,
    /// The leaders that were added, in order.
    added: Vec<u32>,
    /// For each leader the last question that it answered.
    asked: Vec<u32>,
    question: u32,
}

struct Entry {
    /// What tells features of one chain apart.
    check: u32,
    leader: u32,
    next: u32,
}

impl Leaders {
    /// None yet of so many wordings.
    pub(super) fn new(wordings: usize) -> Self {
        let chains = (8 * wordings).next_power_of_two();
        Self {
            chains: vec![NONE; chains.min(MOST_CHAINS)],
            entries: Vec::new(),
            added: Vec::new(),
            asked: Vec::new(),
            question: 0,
        }
    }

    /// Adds a leader with its telling features.
    pub(super) fn add(&mut self, wording: u32, features: &[u64]) {
        let leader = number(self.added.len());
        self.added.push(wording);
        self.asked.push(0);
        for feature in features {
            let chain = place(*feature, self.chains.len());
            let entry = Entry {
                check: check(*feature),
                leader,
                next: self.chains[chain],
            };
            self.chains[chain] = number(self.entries.len());
            self.entries.push(entry);
        }
    }

    /// The leaders that share one of some features, those of the rarest first.
    pub(super) fn sharing(&mut self, features: &[u64], found: &mut Vec<u32>) {
        found.clear();
        self.question += 1;
        let mut looked_through = 0;
        for feature in features {
            let mut at = self.chains[place(*feature, self.chains.len())];
            while let Some(entry) = self.entries.get(at as usize) {
                looked_through += 1;
                if found.len() == MOST_COMPARED || looked_through == MOST_LOOKED_THROUGH {
                    return;
                }
                at = entry.next;
                let asked = &mut self.asked[entry.leader as usize];
                if entry.check == check(*feature) && *asked != self.question {
                    *asked = self.question;
                    found.push(self.added[entry.leader as usize]);
                }
            }
        }
    }
}

/// The upper half of a feature; the lower half chose its chain.
fn check(feature: u64) -> u32 {
    u32::try_from(feature >> 32).unwrap_or_default()
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(NONE)
}
