//! Which words of a text are still there in a later state of it, in order:
//! the base of `article diff` and of finding claims again.
//!
//! Runs of words that both texts have once pin the texts together (the idea of
//! patience diff, Bram Cohen, 2010), long runs before short ones; what lies
//! between two pins is treated the same way, and what remains is small and
//! aligned by its longest common subsequence. The same two texts always give
//! the same alignment, in time that a budget bounds.

use std::collections::HashMap;
use std::ops::Range;

use super::tokens::{Tokens, numbered};

/// Lengths of the runs of words that pin, in the order in which they are
/// tried.
const RUNS: [usize; 4] = [12, 5, 2, 1];

/// A stretch with no pins is aligned word by word up to this many pairs.
const MOST_PAIRS: usize = 1 << 20;

/// How often each word may be looked at on average before the rest is left
/// unaligned; ordinary drafts need fewer than ten looks.
const LOOKS: usize = 200;

/// The words of an old text with their places in a new one.
#[derive(Debug)]
pub struct Alignment {
    /// For each old token, the new token that it became.
    pub to_new: Vec<Option<usize>>,
    /// For each new token, the old token that it was.
    pub to_old: Vec<Option<usize>>,
}

impl Alignment {
    /// Aligns two texts.
    pub fn new(old: &Tokens<'_>, new: &Tokens<'_>) -> Self {
        let (old, new) = numbered(old, new);
        let mut work = Work {
            alignment: Self {
                to_new: vec![None; old.len()],
                to_old: vec![None; new.len()],
            },
            budget: LOOKS.saturating_mul(old.len() + new.len() + 1),
            old: &old,
            new: &new,
        };
        let mut open = vec![(0..old.len(), 0..new.len())];
        while let Some((old, new)) = open.pop() {
            work.align(old, new, &mut open);
        }
        work.alignment
    }
}

struct Work<'a> {
    alignment: Alignment,
    budget: usize,
    old: &'a [u32],
    new: &'a [u32],
}

type Stretches = Vec<(Range<usize>, Range<usize>)>;

impl Work<'_> {
    fn pair(&mut self, old: usize, new: usize) {
        self.alignment.to_new[old] = Some(new);
        self.alignment.to_old[new] = Some(old);
    }

    /// Aligns two stretches, or leaves what lies between their pins open.
    fn align(&mut self, old: Range<usize>, new: Range<usize>, open: &mut Stretches) {
        let (old, new) = self.trimmed(old, new);
        let looks = old.len() + new.len();
        if old.is_empty() || new.is_empty() || looks > self.budget {
            return;
        }
        self.budget -= looks;
        for run in RUNS {
            let pins = pins(&self.old[old.clone()], &self.new[new.clone()], run);
            if pins.is_empty() {
                continue;
            }
            let (mut from_old, mut from_new) = (old.start, new.start);
            for (at_old, at_new) in pins {
                let (at_old, at_new) = (old.start + at_old, new.start + at_new);
                if at_old < from_old || at_new < from_new {
                    continue;
                }
                open.push((from_old..at_old, from_new..at_new));
                for step in 0..run {
                    self.pair(at_old + step, at_new + step);
                }
                (from_old, from_new) = (at_old + run, at_new + run);
            }
            open.push((from_old..old.end, from_new..new.end));
            return;
        }
        if old.len().saturating_mul(new.len()) <= MOST_PAIRS {
            self.word_by_word(old, new);
        }
    }

    /// The stretches without what they begin and end with in common, which is
    /// paired.
    fn trimmed(
        &mut self,
        mut old: Range<usize>,
        mut new: Range<usize>,
    ) -> (Range<usize>, Range<usize>) {
        while !old.is_empty() && !new.is_empty() && self.old[old.start] == self.new[new.start] {
            self.pair(old.start, new.start);
            old.start += 1;
            new.start += 1;
        }
        while !old.is_empty() && !new.is_empty() && self.old[old.end - 1] == self.new[new.end - 1] {
            self.pair(old.end - 1, new.end - 1);
            old.end -= 1;
            new.end -= 1;
        }
        (old, new)
    }

    /// The longest common subsequence of two short stretches.
    fn word_by_word(&mut self, old: Range<usize>, new: Range<usize>) {
        let width = new.len() + 1;
        // The length of the longest common subsequence from each pair on.
        let mut longest = vec![0_u32; (old.len() + 1) * width];
        for a in (0..old.len()).rev() {
            for b in (0..new.len()).rev() {
                longest[a * width + b] = if self.old[old.start + a] == self.new[new.start + b] {
                    longest[(a + 1) * width + b + 1] + 1
                } else {
                    longest[(a + 1) * width + b].max(longest[a * width + b + 1])
                };
            }
        }
        let (mut a, mut b) = (0, 0);
        while a < old.len() && b < new.len() {
            if self.old[old.start + a] == self.new[new.start + b] {
                self.pair(old.start + a, new.start + b);
                a += 1;
                b += 1;
            } else if longest[(a + 1) * width + b] >= longest[a * width + b + 1] {
                a += 1;
            } else {
                b += 1;
            }
        }
    }
}

/// Where runs of this many words stand that both stretches have once: the
/// longest series of them that is in order in both.
fn pins(old: &[u32], new: &[u32], run: usize) -> Vec<(usize, usize)> {
    let once_in_old = once(old, run);
    let once_in_new = once(new, run);
    let mut pairs: Vec<(usize, usize)> = once_in_old
        .iter()
        .filter_map(|(words, at)| Some(((*at)?, (*once_in_new.get(words)?)?)))
        .collect();
    pairs.sort_unstable();
    in_order(&pairs)
}

/// The runs of a stretch; those that stand there once with their place.
fn once(words: &[u32], run: usize) -> HashMap<&[u32], Option<usize>> {
    let mut places: HashMap<&[u32], Option<usize>> = HashMap::new();
    for (at, words) in words.windows(run).enumerate() {
        places
            .entry(words)
            .and_modify(|place| *place = None)
            .or_insert(Some(at));
    }
    places
}

/// The longest part of pairs sorted by their first that rises in the second
/// as well.
fn in_order(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length, the pair that a series of it can end with earliest.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (index, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < pair.1);
        before[index] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(index);
        } else {
            ends[length] = index;
        }
    }
    let mut series = Vec::with_capacity(ends.len());
    let mut at = ends.last().copied();
    while let Some(index) = at {
        series.push(pairs[index]);
        at = before[index];
    }
    series.reverse();
    series
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kept(old: &str, new: &str) -> String {
        let (old, new) = (Tokens::new(old), Tokens::new(new));
        let alignment = Alignment::new(&old, &new);
        let kept = alignment.to_new.iter().enumerate();
        let kept = kept.filter(|(_, to)| to.is_some());
        kept.map(|(at, _)| old.word(at))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn words_that_stay_in_order_are_kept() {
        assert_eq!(
            kept(
                "It cost four million in all.",
                "In the end it cost five million in all, he said."
            ),
            "cost million in all ."
        );
        assert_eq!(kept("a b c d e", "c d e a b x"), "c d e");
        assert_eq!(kept("one two", "three four"), "");
    }

    #[test]
    fn what_repeats_is_paired_within_its_surroundings() {
        let (old, new) = (
            Tokens::new("Ana said so. Ben came. He said so. Cleo left."),
            Tokens::new("Ben came. He said so. Cleo left."),
        );
        let alignment = Alignment::new(&old, &new);
        let second = old.within(crate::model::text::Span::new(26, 28));
        assert_eq!(old.word(second.start), "said");
        assert_eq!(alignment.to_new[second.start], Some(4));
    }

    proptest! {
        #[test]
        fn pairs_are_the_same_words_in_the_same_order(old in "([a-d] ){0,40}", new in "([a-d] ){0,40}") {
            let (old, new) = (Tokens::new(&old), Tokens::new(&new));
            let alignment = Alignment::new(&old, &new);
            let mut last = None;
            for (at, to) in alignment.to_new.iter().enumerate() {
                if let Some(to) = to {
                    prop_assert_eq!(old.word(at), new.word(*to));
                    prop_assert_eq!(alignment.to_old[*to], Some(at));
                    prop_assert!(last < Some(*to));
                    last = Some(*to);
                }
            }
        }

        #[test]
        fn the_same_text_is_all_kept(text in "([a-z]{1,4}[ .,]){0,60}") {
            let tokens = Tokens::new(&text);
            let alignment = Alignment::new(&tokens, &tokens);
            prop_assert!(alignment.to_new.iter().enumerate().all(|(at, to)| *to == Some(at)));
        }
    }
}
