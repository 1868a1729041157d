//! How rare a word is, and a run of characters: what tells claims apart is
//! rare. A desk's own counts are joined with those that the matcher learned
//! from, so that a desk of three claims knows as well that "the" says little.

use std::collections::HashMap;

use super::terms::Stem;

/// What is as rare as this, or rarer, tells as much as anything can.
const RAREST: f32 = 1e-4;

/// The share of claims that a word is in of which nothing is known.
const UNKNOWN: f32 = 3e-4;

/// So many claims of a desk weigh as much as all that was learned from.
const LEARNED_COUNTS_AS: f32 = 2_000.0;

/// Steps of a level; a level is a byte.
const LEVELS: f32 = 255.0;

/// Buckets that runs of characters are hashed to.
pub(super) const RUNS: usize = 1 << 16;

/// How rare what occurs in a share of all claims is: the negative logarithm.
fn rarity(share: f32) -> f32 {
    -share.clamp(RAREST, 1.0).ln()
}

/// The largest rarity.
fn most() -> f32 {
    rarity(RAREST)
}

/// What a matcher has learned of rarity.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Learned {
    /// Stems that are in more than one claim, in order, and how rare each is.
    pub(super) stems: Vec<(u32, u8)>,
    /// How rare the runs of each bucket are.
    pub(super) runs: Vec<u8>,
}

/// A rarity as it is kept.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 0 and 255"
)]
fn level(share: f32) -> u8 {
    (rarity(share) / most() * LEVELS).round() as u8
}

fn of_level(level: u8) -> f32 {
    f32::from(level) / LEVELS * most()
}

impl Learned {
    /// What counts of claims tell: how many of `all` each stem is in, and the
    /// runs of each bucket.
    pub(super) fn from_counts(all: u32, stems: &HashMap<Stem, u32>, runs: &[u32]) -> Self {
        let share = |count: u32| ratio(count, all);
        let mut stems: Vec<(u32, u8)> = stems
            .iter()
            .filter(|(_, count)| **count > 1)
            .map(|(stem, count)| (stem.0, level(share(*count))))
            .collect();
        stems.sort_unstable();
        Self {
            stems,
            runs: runs.iter().map(|count| level(share(*count))).collect(),
        }
    }

    /// The rarity of a stem, if it was met.
    fn met(&self, stem: Stem) -> Option<f32> {
        let place = self.stems.binary_search_by_key(&stem.0, |(stem, _)| *stem);
        place.ok().map(|place| of_level(self.stems[place].1))
    }

    /// The rarity of a stem, whatever a desk says.
    pub(super) fn of(&self, stem: Stem) -> f32 {
        self.met(stem).unwrap_or_else(|| rarity(UNKNOWN))
    }

    /// The rarity of a run of characters.
    pub(super) fn of_run(&self, bucket: u16) -> f32 {
        self.runs
            .get(usize::from(bucket))
            .map_or(1.0, |level| of_level(*level))
    }

    /// The rarity of a stem on a desk of `all` claims, of which `count` have it.
    pub(super) fn on_desk(&self, stem: Stem, count: u32, all: u32) -> f32 {
        let learned = self.met(stem).map_or(RAREST, |rarity| (-rarity).exp());
        let count = count_of(count) + learned * LEARNED_COUNTS_AS;
        rarity(count / (count_of(all) + LEARNED_COUNTS_AS))
    }
}

#[expect(clippy::cast_precision_loss, reason = "a share need not be exact")]
fn count_of(count: u32) -> f32 {
    count as f32
}

fn ratio(part: u32, whole: u32) -> f32 {
    count_of(part) / count_of(whole.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learned() -> Learned {
        let stems = HashMap::from([(Stem(7), 5_000), (Stem(9), 2), (Stem(3), 1)]);
        Learned::from_counts(10_000, &stems, &[10_000, 1])
    }

    #[test]
    fn what_is_common_tells_little() {
        let learned = learned();
        assert!((learned.of(Stem(7)) - 2.0f32.ln()).abs() < 0.05);
        assert!(learned.of(Stem(9)) > 8.0);
        assert!((learned.of(Stem(3)) - rarity(UNKNOWN)).abs() < 1e-6);
        assert!(learned.of_run(0) < 0.05 && learned.of_run(1) > 9.0);
    }

    #[test]
    fn a_desk_says_more_the_larger_it_is() {
        let learned = learned();
        let small = learned.on_desk(Stem(7), 0, 3);
        let large = learned.on_desk(Stem(7), 0, 1_000_000);
        assert!((small - learned.of(Stem(7))).abs() < 0.1, "{small}");
        assert!(large > 6.0, "{large}");
        assert!(learned.on_desk(Stem(1), 900_000, 1_000_000) < 0.2);
    }
}
