//! How fast a desk of 1,000,000 claims is searched, each search beside the bare
//! question to the same index, and what the indexes add to a bulk import.
//!
//! ```text
//! cargo bench --bench searching
//! ```
//!
//! A search is the whole program from its start to its end; the bare question
//! opens the file, asks, and reads its rows.
#![expect(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench fills the file behind the program's back, tells what it measures, and may fail"
)]

mod beside;
#[path = "filled/claims.rs"]
mod claims;
mod filled;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use beside::Group;
use claimdesk::chance::Random;
use claimdesk::desk::{Access, NewArticle};
use claimdesk::extract::Offer;
use claimdesk::model::article::GivenDetails;
use claimdesk::{Act, Desk};
use claims::{fill_with_claims, sentence};
use criterion::{Criterion, criterion_group, criterion_main};
use filled::{begun, fill, read};
use rusqlite::Connection;

const CLAIMS: i64 = 1_000_000;

/// Each search with the bare question.
const SEARCHES: [(&str, &str, &str); 6] = [
    ("a word in every other claim", "ba", "\"ba\""),
    ("a word in some claims", "mobira", "\"mobira\""),
    ("two words", "ba mobira", "\"ba\" AND \"mobira\""),
    ("a phrase", "\"ba be\"", "\"ba be\""),
    ("the beginning of a word", "mobi*", "\"mobi\" *"),
    (
        "one of two, and not another",
        "mobira OR pugalo -ba",
        "(\"mobira\" OR \"pugalo\") NOT \"ba\"",
    ),
];

/// What the program asks the index, with the same weights.
const BARE: &str = "
    SELECT rowid, -bm25(words, 10.0, 6.0, 3.0, 4.0, 2.0, 2.0, 6.0, 4.0, 1.0, 1.0, 3.0) AS score
    FROM words WHERE words MATCH :question ORDER BY score DESC LIMIT 20";

fn ask(path: &Path, question: &str) -> usize {
    let bare = Connection::open(path).unwrap();
    read(&bare, &BARE.replace(":question", &format!("'{question}'")))
}

fn search(path: &Path, query: &str) -> usize {
    let output = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .args(["search", "--desk"])
        .arg(path)
        .args(["--format", "jsonl", "--", query])
        .output()
        .unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().lines().count()
}

fn searching(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("desk.db");
    let started = Instant::now();
    fill_with_claims(&path, CLAIMS, |_, random| sentence(random));
    println!("filled in {:.0?}", started.elapsed());
    let mut group = Group::new(criterion, "1,000,000 claims");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(4));
    for (name, query, question) in SEARCHES {
        assert_eq!(search(&path, query), ask(&path, question), "{name}");
        group.bench_function(name, |bencher| {
            bencher.measure(|| search(&path, query));
        });
        group.bench_function(format!("baseline: {name}"), |bencher| {
            bencher.measure(|| ask(&path, question));
        });
    }
    for query in [
        "*obir*",
        "mobira state:extracted since:2018",
        "in:rationale mobira",
    ] {
        group.bench_function(query, |bencher| {
            bencher.measure(|| search(&path, query));
        });
    }
    group.finish();
}

/// Articles as JSON Lines.
fn articles(count: usize) -> String {
    let mut random = Random::new(11);
    let article = |random: &mut Random| {
        let text: Vec<String> = (0..30)
            .map(|_| {
                format!(
                    "Mr Smith said that {} {}",
                    2 + random.below(90),
                    sentence(random)
                )
            })
            .collect();
        serde_json::json!({ "title": sentence(random), "text": text.join(" ") }).to_string()
    };
    let lines: Vec<String> = (0..count).map(|_| article(&mut random)).collect();
    lines.join("\n")
}

/// How long it takes to add articles to a new desk, with indexes or without.
fn import(articles: &str, indexed: bool) -> Duration {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("desk.db");
    let bare = fill(&path, "", ("SELECT count(*) FROM claims", 0));
    if !indexed {
        let triggers = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema
                        WHERE type = 'trigger' AND name LIKE 'unindexed%'";
        let drop: String = bare.query_one(triggers, [], |row| row.get(0)).unwrap();
        bare.execute_batch(&drop).unwrap();
    }
    drop(bare);
    // Without its triggers, the desk would be refused to who means to write.
    let mut desk = Desk::open(&path, Access::Mend).unwrap();
    let new = NewArticle {
        bytes: articles.as_bytes(),
        file_name: Some("articles.jsonl"),
        document_type: None,
        encoding: None,
        given: GivenDetails::default(),
        offer: Offer {
            all: true,
            ..Offer::default()
        },
    };
    let act = Act {
        actor: None,
        at: begun(),
    };
    let started = Instant::now();
    desk.add_articles(&act, &new).unwrap();
    started.elapsed()
}

fn importing(_: &mut Criterion) {
    let articles = articles(300);
    for _ in 0..3 {
        let (without, with) = (import(&articles, false), import(&articles, true));
        let more = with.as_secs_f64() / without.as_secs_f64() - 1.0;
        println!(
            "9,000 claims imported: {without:.2?} without indexes, {with:.2?} with them, {:.0} % more",
            100.0 * more
        );
    }
}

criterion_group!(benches, importing, searching);
criterion_main!(benches);
