//! Claims of a desk that are near-identical, as groups.
//!
//! Two texts are near-identical when one says what the other says, in the same
//! words: case, accents, punctuation, quotation marks, links and articles do
//! not count, one of them may have a few words more, and one clause may stand
//! elsewhere. Figures, numerals, and how often a text denies something must be
//! the same, and no word may stand in place of another (`compare.rs`).
//!
//! It takes about as long as there are claims:
//!
//! 1. Texts that come down to the same words (`wording.rs`) are one wording,
//!    found by their hash; ten thousand copies are compared no more than one.
//! 2. Wordings with other figures or denials can't be in one group, and are
//!    never held against one another.
//! 3. Of the others, only those are compared that share one of their rarest
//!    words or pairs of words (`candidates.rs`), which loses none (Bayardo, Ma
//!    and Srikant, "Scaling Up All Pairs Similarity Search", WWW 2007). A limit
//!    on how many keeps a desk full of one pattern from growing with its square.
//!
//! A group is built round a leader, the wording that most claims have, and each
//! of its members is alike to that leader. Linking whatever is alike to any
//! member would chain: each step small, the ends another claim. Leaders are
//! chosen by what is said and how often, never by number, so that the groups
//! are the same in whatever order claims came onto the desk.

mod candidates;
mod compare;
#[cfg(test)]
mod tests;
mod wording;

use std::cmp::Reverse;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use candidates::{Leaders, Rarities, features};
use compare::likeness;
use wording::{Word, WordingReader};

/// How alike the members of a group are at least, where nobody asks otherwise:
/// of ten words, two or three may be added, or a clause may have moved.
pub const USUAL_LIKENESS: f64 = 0.8;

/// What is less alike is not near-identical, and takes long to look for.
pub const LEAST_LIKENESS: f64 = 0.5;

/// A group of claims.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Its members, lowest number first; two at least.
    pub members: Vec<Member>,
}

/// A claim in a group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Member {
    /// The claim's number.
    pub claim: i64,
    /// How alike it is to the leader of its group, to 1 for the same words:
    /// twice what both have of all that both have, of words and of pairs of
    /// neighbouring words (Dice's coefficient).
    pub likeness: f64,
}

/// Claims that are being grouped.
///
/// What is kept of each is its number, and of each wording the words as numbers:
/// about 230 bytes for a claim of twenty words.
pub struct Grouping {
    reader: WordingReader,
    /// The words of all wordings, one behind the other.
    words: Vec<Word>,
    wordings: Vec<Wording>,
    known: HashMap<u64, u32>,
    /// The claims, each with its wording.
    claims: Vec<(i64, u32)>,
}

/// Texts that come down to the same words.
struct Wording {
    start: usize,
    end: usize,
    /// What must be the same in a whole group.
    exact: u64,
    /// How many claims have it.
    claims: u32,
}

impl Wording {
    fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// The leader of a wording's group, and how alike the wording is to it.
#[derive(Clone, Copy)]
struct Joined {
    leader: u32,
    likeness: f64,
}

impl Default for Grouping {
    fn default() -> Self {
        Self::new()
    }
}

impl Grouping {
    /// Without claims yet.
    pub fn new() -> Self {
        Self {
            reader: WordingReader::new(),
            words: Vec::new(),
            wordings: Vec::new(),
            known: HashMap::new(),
            claims: Vec::new(),
        }
    }

    /// Takes in a claim. A text without words is like no other.
    pub fn take(&mut self, claim: i64, text: &str) {
        let read = self.reader.read(text);
        if read.words.is_empty() {
            return;
        }
        let next = u32::try_from(self.wordings.len()).unwrap_or(u32::MAX);
        let mut place = read.hash();
        let wording = loop {
            match self.known.entry(place) {
                Entry::Vacant(entry) => {
                    entry.insert(next);
                    let start = self.words.len();
                    self.words.extend_from_slice(read.words);
                    self.wordings.push(Wording {
                        start,
                        end: self.words.len(),
                        exact: read.exact,
                        claims: 0,
                    });
                    break next;
                }
                Entry::Occupied(entry) => {
                    let known = &self.wordings[*entry.get() as usize];
                    if known.exact == read.exact && self.words[known.range()] == *read.words {
                        break *entry.get();
                    }
                    place = place.wrapping_add(1);
                }
            }
        };
        self.wordings[wording as usize].claims += 1;
        self.claims.push((claim, wording));
    }

    /// The groups whose members are alike to their leader by `at_least`, largest
    /// first, else that with the lowest number first.
    pub fn groups(mut self, at_least: f64) -> Vec<Group> {
        self.known = HashMap::new();
        let joined = self.joined(at_least.max(LEAST_LIKENESS));
        let mut claims = std::mem::take(&mut self.claims);
        let leader = |wording: u32| joined[wording as usize].leader;
        claims.sort_unstable_by_key(|(claim, wording)| (leader(*wording), *claim));
        let mut groups: Vec<Group> = claims
            .chunk_by(|one, other| leader(one.1) == leader(other.1))
            .filter(|members| members.len() > 1)
            .map(|members| Group {
                members: members
                    .iter()
                    .map(|(claim, wording)| Member {
                        claim: *claim,
                        likeness: joined[*wording as usize].likeness,
                    })
                    .collect(),
            })
            .collect();
        groups.sort_unstable_by_key(|group| {
            let lowest = group.members.first().map(|member| member.claim);
            (Reverse(group.members.len()), lowest)
        });
        groups
    }

    /// For each wording the leader of its group, which may be itself.
    fn joined(&self, at_least: f64) -> Vec<Joined> {
        let mut joined: Vec<Joined> = (0u32..)
            .zip(&self.wordings)
            .map(|(leader, _)| Joined {
                leader,
                likeness: 1.0,
            })
            .collect();
        let mut order: Vec<u32> = joined.iter().map(|own| own.leader).collect();
        order.sort_unstable_by(|one, other| self.rank(*one).cmp(&self.rank(*other)));
        let exact = |wording: u32| self.wordings[wording as usize].exact;
        for comparable in order.chunk_by(|one, other| exact(*one) == exact(*other)) {
            if comparable.len() > 1 {
                self.join(comparable, at_least, &mut joined);
            }
        }
        joined
    }

    /// What wordings are ordered by: those that can be in one group stand
    /// together, and of these the commonest lead, then the shortest.
    fn rank(&self, wording: u32) -> (u64, Reverse<u32>, usize, &[Word]) {
        let wording = &self.wordings[wording as usize];
        let words = &self.words[wording.range()];
        (wording.exact, Reverse(wording.claims), words.len(), words)
    }

    /// Lets each of some wordings join the likest leader before it, or lead.
    fn join(&self, comparable: &[u32], at_least: f64, joined: &mut [Joined]) {
        let words = |wording: u32| &self.words[self.wordings[wording as usize].range()];
        let mut found = Vec::new();
        let mut rarities = Rarities::new(comparable.iter().map(|one| words(*one).len()).sum());
        for one in comparable {
            features(words(*one), &mut found);
            rarities.count(&found);
        }
        let mut leaders = Leaders::new(comparable.len());
        let mut candidates = Vec::new();
        for one in comparable {
            features(words(*one), &mut found);
            rarities.keep_telling(&mut found, at_least);
            leaders.sharing(&found, &mut candidates);
            let mut best: Option<Joined> = None;
            for leader in &candidates {
                let alike = likeness(words(*leader), words(*one), at_least);
                let better = alike.filter(|alike| best.is_none_or(|best| *alike > best.likeness));
                if let Some(likeness) = better {
                    best = Some(Joined {
                        leader: *leader,
                        likeness,
                    });
                }
            }
            match best {
                Some(best) => joined[*one as usize] = best,
                None => leaders.add(*one, &found),
            }
        }
    }
}
