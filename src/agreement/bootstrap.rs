//! Resamples of claims that are known by how many there are of each pattern.
//!
//! To draw as many claims as there are, with replacement, is to draw how often
//! each pattern comes up from a multinomial distribution. That is done pattern
//! by pattern, each from a binomial distribution over the draws that are left.

use super::number;
use crate::chance::Random;

/// Calls `sample` with how often each pattern is drawn, once for each resample.
pub(super) fn resample(
    counts: &[u64],
    resamples: usize,
    seed: u64,
    mut sample: impl FnMut(&[u64]),
) {
    let all: u64 = counts.iter().sum();
    if all == 0 {
        return;
    }
    let mut chance = Draws::new(all, seed);
    let mut drawn = vec![0; counts.len()];
    for _ in 0..resamples {
        let (mut to_draw, mut from) = (all, all);
        for (drawn, count) in drawn.iter_mut().zip(counts) {
            *drawn = chance.binomial(to_draw, *count, from);
            to_draw -= *drawn;
            from -= count;
        }
        sample(&drawn);
    }
}

/// Chance with the tables it needs.
struct Draws {
    random: Random,
    /// The logarithm of each factorial.
    factorials: Vec<f64>,
}

impl Draws {
    /// For up to `most` draws.
    fn new(most: u64, seed: u64) -> Self {
        let mut sum = 0.0;
        let logarithms = (1..=most).map(|factor| {
            sum += number(factor).ln();
            sum
        });
        Self {
            factorials: std::iter::once(0.0).chain(logarithms).collect(),
            random: Random::new(seed),
        }
    }

    /// How many of `draws` from `all` hit one of `wanted`: the distribution
    /// function is inverted from its mode outwards (Kemp, "A modal method for
    /// generating binomial variables", Communications in Statistics 15, 1986),
    /// which takes as many steps as the result is away from the mode.
    fn binomial(&mut self, draws: u64, wanted: u64, all: u64) -> u64 {
        if wanted == 0 || draws == 0 {
            return 0;
        }
        if wanted >= all {
            return draws;
        }
        let odds = number(wanted) / number(all - wanted);
        let mode = ((draws + 1) * wanted / all).min(draws);
        let mut left = self.random.share();
        let (mut up, mut down) = (mode, mode);
        let mut chance_up = self.chance(draws, mode, number(wanted) / number(all));
        let mut chance_down = chance_up;
        left -= chance_up;
        while left >= 0.0 && (up < draws || down > 0) {
            if up < draws {
                chance_up *= odds * number(draws - up) / number(up + 1);
                up += 1;
                left -= chance_up;
                if left < 0.0 {
                    return up;
                }
            }
            if down > 0 {
                chance_down *= number(down) / (odds * number(draws - down + 1));
                down -= 1;
                left -= chance_down;
                if left < 0.0 {
                    return down;
                }
            }
        }
        mode
    }

    /// The chance of exactly so many hits.
    fn chance(&self, draws: u64, hits: u64, share: f64) -> f64 {
        let factorial = |of: u64| {
            let at = usize::try_from(of).unwrap_or(usize::MAX);
            self.factorials.get(at).copied().unwrap_or_default()
        };
        let ways = factorial(draws) - factorial(hits) - factorial(draws - hits);
        (ways + number(hits) * share.ln() + number(draws - hits) * (-share).ln_1p()).exp()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How often each number of hits comes up in many draws, against its chance.
    #[test]
    fn hits_are_as_likely_as_they_should_be() {
        const TIMES: u32 = 200_000;
        for (draws, wanted, all) in [(6u64, 1u64, 3u64), (9, 4, 5), (3, 1, 50)] {
            let mut chance = Draws::new(draws, 7);
            let mut hits = vec![0u32; usize::try_from(draws).unwrap() + 1];
            for _ in 0..TIMES {
                hits[usize::try_from(chance.binomial(draws, wanted, all)).unwrap()] += 1;
            }
            let share = number(wanted) / number(all);
            let mut ways = 1.0;
            for (hit, times) in (0u64..).zip(&hits) {
                let expected = ways
                    * share.powi(i32::try_from(hit).unwrap())
                    * (1.0 - share).powi(i32::try_from(draws - hit).unwrap());
                let found = f64::from(*times) / f64::from(TIMES);
                let error = (expected * (1.0 - expected) / f64::from(TIMES)).sqrt();
                assert!(
                    (found - expected).abs() < 5.0 * error,
                    "{draws} {hit}: {found} {expected}"
                );
                ways *= number(draws - hit) / number(hit + 1);
            }
        }
    }

    #[test]
    fn many_draws_have_the_mean_and_the_spread_of_their_distribution() {
        const TIMES: u32 = 2000;
        let counts = [70_000, 5, 29_995];
        let mut sums = [0.0; 3];
        let mut squares = [0.0; 3];
        resample(&counts, TIMES as usize, 3, |drawn| {
            assert_eq!(drawn.iter().sum::<u64>(), 100_000);
            for (at, drawn) in drawn.iter().enumerate() {
                let away = number(*drawn) - number(counts[at]);
                sums[at] += away;
                squares[at] += away * away;
            }
        });
        for (at, count) in counts.into_iter().enumerate() {
            let share = number(count) / 100_000.0;
            let variance = 100_000.0 * share * (1.0 - share);
            let times = f64::from(TIMES);
            assert!((sums[at] / times).abs() < 5.0 * (variance / times).sqrt());
            assert!((squares[at] / times / variance - 1.0).abs() < 0.16);
        }
    }

    #[test]
    fn the_same_seed_draws_the_same() {
        let drawn = |seed| {
            let mut all = Vec::new();
            resample(&[3, 1, 4], 20, seed, |drawn| all.push(drawn.to_vec()));
            all
        };
        assert_eq!(drawn(1), drawn(1));
        assert_ne!(drawn(1), drawn(2));
        assert!(drawn(1).iter().all(|drawn| drawn.iter().sum::<u64>() == 8));
    }
}
