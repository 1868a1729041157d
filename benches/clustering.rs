//! How fast near-identical claims are grouped on desks of 10,000, 100,000 and
//! 1,000,000 claims, beside grouping by the exact text in SQL, how the time
//! grows, and how much memory it takes.
//!
//! ```text
//! cargo bench --bench clustering
//! ```
//!
//! Of ten claims, one is copied from an earlier one in other letters, and one
//! has a word more than an earlier one. Half of all have a figure. The time is
//! that of the whole program, from its start to its end.
#![expect(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench asks the file behind the program's back, tells what it measures, and may fail"
)]

#[path = "filled/claims.rs"]
mod claims;
mod filled;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use claimdesk::chance::Random;
use claimdesk::desk::{Access, ClusterOptions, Desk, DeskError};
use claims::{fill_with_claims, sentence};
use filled::read;
use peak_alloc::PeakAlloc;
use rusqlite::Connection;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Each is timed so often, and the fastest told.
const RUNS: usize = 3;

/// How many of the latest claims may be copied.
const LATEST: usize = 5_000;

/// What claims say, one after the other.
fn said() -> impl FnMut(i64, &mut Random) -> String {
    let mut latest: Vec<String> = Vec::new();
    move |number, random| {
        let earlier = latest.get(random.below(latest.len())).cloned();
        match (number % 10, earlier) {
            (3, Some(earlier)) => earlier.to_uppercase(),
            (6, Some(earlier)) => earlier.replacen(' ', " reportedly ", 1),
            _ => {
                let mut text = sentence(random);
                if number % 2 == 0 {
                    text.truncate(text.rfind(" in ").unwrap());
                }
                if latest.len() == LATEST {
                    latest.clear();
                }
                latest.push(text.clone());
                text
            }
        }
    }
}

fn fastest(mut run: impl FnMut()) -> Duration {
    let time = |_| {
        let started = Instant::now();
        run();
        started.elapsed()
    };
    (0..RUNS).map(time).min().unwrap()
}

/// The whole program.
fn cluster(path: &Path) {
    let status = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .args([
            "match",
            "--clusters",
            "--quiet",
            "--format",
            "jsonl",
            "--desk",
        ])
        .arg(path)
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
}

/// How many claims are in groups, and the most memory that grouping took, without
/// that of SQLite.
fn peak(path: &Path) -> (usize, f32) {
    let desk = Desk::open(path, Access::Read).unwrap();
    let options = ClusterOptions {
        at_least: 0.8,
        rated: false,
        article: None,
    };
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage_as_mb();
    let count = desk.clusters(options, |_| Ok::<_, DeskError>(())).unwrap();
    (count.claims, MEMORY.peak_usage_as_mb() - before)
}

fn main() {
    let mut before: Option<f64> = None;
    for claims in [10_000, 100_000, 1_000_000] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.db");
        fill_with_claims(&path, claims, said());
        let took = fastest(|| cluster(&path)).as_secs_f64();
        let bare = Connection::open(&path).unwrap();
        let baseline = fastest(|| {
            let twice =
                "SELECT statement, count(*) FROM claims GROUP BY statement HAVING count(*) > 1";
            read(&bare, twice);
        });
        let (grouped, memory) = peak(&path);
        println!(
            "{claims} claims: {took:.2} s, baseline (same text, in SQL) {:.2} s; {grouped} in groups; {memory:.0} MB",
            baseline.as_secs_f64()
        );
        if let Some(before) = before {
            println!(
                "  from a tenth of it as n to the power of {:.2}",
                (took / before).log10()
            );
        }
        before = Some(took);
    }
}
