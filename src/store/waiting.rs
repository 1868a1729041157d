//! How long and how often a program asks again for a desk that another is writing to.
//!
//! `SQLite`'s own wait grows to a tenth of a second between two tries, so that among many
//! writers who has waited longest asks least often, and waits for seconds where the others
//! wait for milliseconds. Here everybody soon asks equally often, at times that don't fall
//! into step. They don't ask as often as they could either: whoever comes next after
//! another has written must read anew what it had of the desk in memory.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

/// How long a command waits for another that is writing, on the whole.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long the pause between two tries is on average while [`SOON`] tries go by, and
/// then, once it is plain that the other takes its time.
const PAUSES: [Duration; 2] = [Duration::from_millis(1), Duration::from_millis(20)];
const SOON: u32 = 3;

/// Waits before the next try, from 0; whether it is worth another one.
pub(super) fn wait(tries: i32) -> bool {
    let tries = tries.unsigned_abs();
    if waited(tries) >= PATIENCE {
        return false;
    }
    let mean = PAUSES[usize::from(tries >= SOON)];
    std::thread::sleep(mean.mul_f64(0.5 + fraction(tries)));
    true
}

/// How long that many tries take on average.
fn waited(tries: u32) -> Duration {
    PAUSES[0] * tries.min(SOON) + PAUSES[1] * tries.saturating_sub(SOON)
}

/// A number from 0 to 1 that no other program has.
fn fraction(tries: u32) -> f64 {
    let hash = RandomState::new().hash_one(tries);
    f64::from(u32::try_from(hash >> 32).unwrap_or_default()) / f64::from(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_waits_for_twenty_seconds_and_then_no_longer() {
        let tries = (0..10_000)
            .find(|&tries| waited(tries) >= PATIENCE)
            .unwrap();
        assert!(tries > 1_000, "{tries}");
        assert!(!wait(i32::try_from(tries).unwrap()));
    }

    #[test]
    fn pauses_differ() {
        let fractions: Vec<f64> = (0..100).map(fraction).collect();
        assert!(fractions.iter().all(|one| (0.0..=1.0).contains(one)));
        assert!(fractions.iter().any(|&one| one < 0.3));
        assert!(fractions.iter().any(|&one| one > 0.7));
    }
}
