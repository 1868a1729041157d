//! How fast earlier checks of the same claim are found on desks of 10,375, 100,000 and
//! 1,000,000 claims, beside the bare question to the same index.
//!
//! ```text
//! cargo bench --bench matching
//! ```
//!
//! A lookup is the whole program from its start to its end; the bare question
//! opens the file, asks for any of the words, and reads the best five.
#![expect(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench asks the file behind the program's back, tells what it measures, and may fail"
)]

mod beside;
#[path = "filled/claims.rs"]
mod claims;
mod filled;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use beside::Group;
use claimdesk::chance::Random;
use claims::{fill_with_claims, sentence};
use criterion::{Criterion, criterion_group, criterion_main};
use filled::read;
use rusqlite::Connection;

/// Questions that are asked in one run of the program.
const BATCH: usize = 1_000;

/// Claims of a desk, a few of them with other words, as questions.
fn questions(bare: &Connection, count: usize) -> Vec<String> {
    let mut random = Random::new(3);
    let all: i64 = bare
        .query_one("SELECT max(id) FROM claims", [], |row| row.get(0))
        .unwrap();
    (0..count)
        .map(|_| {
            let id = 1 + random.below(usize::try_from(all).unwrap());
            let said: String = bare
                .query_one("SELECT statement FROM claims WHERE id = ?1", [id], |row| {
                    row.get(0)
                })
                .unwrap();
            let other = sentence(&mut random);
            let half = said.len() * 2 / 3;
            let half = said[..half].rfind(' ').unwrap_or(half);
            format!("{} {other}", &said[..half])
        })
        .collect()
}

fn lookup(path: &Path, question: &str) -> usize {
    let output = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .args(["match", "--desk"])
        .arg(path)
        .args(["--at-least", "0", "--format", "jsonl", "--", question])
        .output()
        .unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().lines().count()
}

fn ask(path: &Path, question: &str) -> usize {
    let words: Vec<String> = question
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| format!("\"{word}\""))
        .collect();
    let bare = Connection::open(path).unwrap();
    read(
        &bare,
        &format!(
            "SELECT rowid FROM words WHERE words MATCH '{}' ORDER BY rank LIMIT 5",
            words.join(" OR ")
        ),
    )
}

/// How many questions are answered in a second, all in one run.
fn batch(path: &Path, folder: &Path, questions: &[String]) -> f64 {
    let lines: Vec<String> = questions
        .iter()
        .enumerate()
        .map(|(id, text)| serde_json::json!({ "id": id, "text": text }).to_string())
        .collect();
    let queries = folder.join("queries.jsonl");
    std::fs::write(&queries, lines.join("\n")).unwrap();
    let started = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .args(["match", "--desk"])
        .arg(path)
        .args(["--format", "jsonl", "--queries"])
        .arg(&queries)
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    f64::from(u32::try_from(questions.len()).unwrap()) / started.elapsed().as_secs_f64()
}

fn matching(criterion: &mut Criterion) {
    for (name, claims) in [
        ("10,375 claims", 10_375),
        ("100,000 claims", 100_000),
        ("1,000,000 claims", 1_000_000),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.db");
        fill_with_claims(&path, claims, |_, random| sentence(random));
        let questions = questions(&Connection::open(&path).unwrap(), BATCH);
        let mut group = Group::new(criterion, name);
        group
            .sample_size(20)
            .measurement_time(Duration::from_secs(4));
        let mut turn = questions.iter().cycle();
        let mut next = || turn.next().unwrap();
        assert!(lookup(&path, next()) > 0);
        group.bench_function("lookup", |bencher| {
            bencher.measure(|| lookup(&path, next()));
        });
        group.bench_function("baseline: any of the words", |bencher| {
            bencher.measure(|| ask(&path, next()));
        });
        group.finish();
        let a_second = batch(&path, folder.path(), &questions);
        println!("{name}: {a_second:.0} questions a second in one run");
    }
}

criterion_group!(benches, matching);
criterion_main!(benches);
