//! How fast claim records come onto a desk and leave it, beside a bare loader
//! that writes the same rows, and beside a bare writer of the same bytes.
//!
//! ```text
//! cargo bench --bench exchanging
//! ```
//!
//! Ours is the whole program from its start to its end. The bare loader parses the
//! records with serde, writes their rows into the same tables without their
//! triggers, in one transaction with the same pragmas, and fills both full-text
//! indexes at its end.
#![expect(
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::too_many_lines,
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench fills the file behind the program's back, tells what it measures, and may fail"
)]

#[path = "filled/claims.rs"]
mod claims;
mod filled;

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use claimdesk::chance::Random;
use claimdesk::model::record::{ClaimRecord, RecordSource};
use claims::{fill_with_claims, sentence};
use filled::{fill, read};
use rusqlite::{Connection, params};

const IMPORTED: usize = 100_000;
const EXPORTED: i64 = 1_000_000;
const RUNS: usize = 3;

/// A checked claim with two sources, about 1.2 kB.
fn record(random: &mut Random, number: usize) -> ClaimRecord {
    let source = |random: &mut Random, of: usize| RecordSource {
        url: Some(format!(
            "https://archive-{}.example/papers/{number}-{of}",
            number % 97
        )),
        title: Some(sentence(random)),
        author: Some("City archive".to_owned()),
        published: Some("2019-03".parse().unwrap()),
        stance: Some("refutes".parse().unwrap()),
        quote: Some(sentence(random)),
        locator: Some(format!("p. {of}")),
        ..RecordSource::default()
    };
    ClaimRecord {
        id: Some(uuid::Uuid::from_u128(
            0x018f_2c1e_7a3b_7c4d_8e5f_0000_0000_0000 + number as u128,
        )),
        claim: sentence(random),
        claimant: Some(format!("Speaker {}", number % 500)),
        claim_date: Some("2018-08".parse().unwrap()),
        article_url: Some(format!("https://news.example/{number}")),
        article_title: Some(sentence(random)),
        topics: vec![format!("topic-{}", number % 40)],
        rating: Some(["false", "true", "misleading"][number % 3].to_owned()),
        rationale: Some(format!("{} {}", sentence(random), sentence(random))),
        reviewer: Some(format!("reviewer-{}", number % 12)),
        reviewed_at: Some("2024-05-06T10:00:00Z".parse().unwrap()),
        check_url: Some(format!("https://facts.example/{number}")),
        check_title: Some(sentence(random)),
        publisher: Some("Facts Example".to_owned()),
        sources: vec![source(random, 1), source(random, 2)],
        ..ClaimRecord::default()
    }
}

fn write_records(path: &Path) -> u64 {
    let mut random = Random::new(19);
    let mut file = BufWriter::new(File::create(path).unwrap());
    for number in 0..IMPORTED {
        serde_json::to_writer(&mut file, &record(&mut random, number)).unwrap();
        file.write_all(b"\n").unwrap();
    }
    file.flush().unwrap();
    fs::metadata(path).unwrap().len()
}

/// Runs the program; the time that it took, and the most memory that it held, in
/// kB, where the system tells.
fn run(arguments: &[&str], desk: &Path, into: Option<&Path>) -> (Duration, u64) {
    let started = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_claimdesk"));
    command.args(arguments).arg("--desk").arg(desk);
    match into {
        Some(path) => command.stdout(File::create(path).unwrap()),
        None => command.stdout(Stdio::null()),
    };
    let mut child = command.spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let told = fs::read_to_string(&status).unwrap_or_default();
        let held = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let held = held.and_then(|held| held.trim().strip_suffix(" kB")?.parse().ok());
        peak = peak.max(held.unwrap_or(0));
        std::thread::sleep(Duration::from_millis(2));
    }
    assert!(child.wait().unwrap().success());
    (started.elapsed(), peak)
}

fn new_desk(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("desk.db");
    for ending in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(folder.join(format!("desk.db{ending}")));
    }
    drop(fill(&path, "", ("SELECT 0", 0)));
    path
}

/// A desk without triggers.
fn bare_desk(folder: &Path) -> Connection {
    let bare = Connection::open(new_desk(folder)).unwrap();
    let triggers: Vec<String> = bare
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for trigger in triggers {
        bare.execute_batch(&format!("DROP TRIGGER {trigger}"))
            .unwrap();
    }
    bare.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON",
    )
    .unwrap();
    bare
}

fn numbered(
    known: &mut HashMap<String, i64>,
    insert: &mut rusqlite::Statement<'_>,
    name: &str,
) -> i64 {
    if let Some(id) = known.get(name) {
        return *id;
    }
    let id = insert
        .insert(params![claimdesk::identity::sha256(name.as_bytes()), name])
        .unwrap();
    known.insert(name.to_owned(), id);
    id
}

fn load_bare(file: &Path, folder: &Path) -> Duration {
    const AT: &str = "2026-01-01T00:00:00.000000Z";
    let mut bare = bare_desk(folder);
    let started = Instant::now();
    let transaction = bare.transaction().unwrap();
    {
        let prepare = |sql: &str| transaction.prepare(sql).unwrap();
        let mut claim = prepare(
            "INSERT INTO claims (uuid, statement, restated, claimant_id, claim_date, state, origin, rating_id, created_at) VALUES (?1, ?2, 1, ?3, ?4, 'published', 'imported', ?5, ?6)",
        );
        let mut claimant =
            prepare("INSERT INTO claimants (uuid, name, created_at) VALUES (?1, ?2, '2026')");
        let mut reviewer = prepare(
            "INSERT INTO reviewers (uuid, handle, name, role, created_at) VALUES (?1, ?2, ?2, 'checker', '2026')",
        );
        let mut topic = prepare("INSERT INTO topics (name) VALUES (?1)");
        let mut of_topic = prepare("INSERT INTO claim_topics VALUES (?1, ?2)");
        let mut place = prepare(
            "INSERT INTO appearances (claim_id, number, url, title) VALUES (?1, 1, ?2, ?3)",
        );
        let mut page = prepare(
            "INSERT INTO publications (claim_id, url, title, publisher) VALUES (?1, ?2, ?3, ?4)",
        );
        let mut verdict = prepare(
            "INSERT INTO verdicts (uuid, claim_id, reviewer_id, rating_id, rationale, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        );
        let mut source = prepare(
            "INSERT INTO sources (uuid, identity, url, title, author, published, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        );
        let mut identity = prepare("INSERT INTO source_identities VALUES (?1, ?2)");
        let mut evidence = prepare(
            "INSERT INTO evidence (uuid, claim_id, source_id, verdict_id, reviewer_id, stance, quote, locator, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        );
        let mut imported = prepare("INSERT INTO imported_claims VALUES (?1, 1, ?2, 'added')");
        transaction
            .execute("INSERT INTO imports (uuid, format, sha256, reviewer_id, created_at) VALUES ('x', 'jsonl', printf('%064d', 0), 1, '2026')", [])
            .unwrap();
        let ratings: HashMap<String, i64> =
            prepare("SELECT slug, id FROM ratings WHERE scale_id = 1")
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
        let (mut claimants, mut reviewers, mut topics) =
            (HashMap::new(), HashMap::new(), HashMap::new());
        let new_uuid =
            |at: usize, kind: u128| uuid::Uuid::from_u128((kind << 64) + at as u128).to_string();
        for (at, line) in BufReader::new(File::open(file).unwrap())
            .lines()
            .enumerate()
        {
            let record: ClaimRecord = serde_json::from_str(&line.unwrap()).unwrap();
            let by = numbered(
                &mut claimants,
                &mut claimant,
                record.claimant.as_deref().unwrap(),
            );
            let who = numbered(
                &mut reviewers,
                &mut reviewer,
                record.reviewer.as_deref().unwrap(),
            );
            let rating = ratings[record.rating.as_deref().unwrap()];
            let date = record.claim_date.as_ref().map(ToString::to_string);
            let id = claim
                .insert(params![
                    record.id.unwrap().to_string(),
                    record.claim,
                    by,
                    date,
                    rating,
                    AT
                ])
                .unwrap();
            for name in &record.topics {
                let known = topics.get(name).copied();
                let topic = known.unwrap_or_else(|| topic.insert(params![name]).unwrap());
                topics.insert(name.clone(), topic);
                of_topic.execute(params![id, topic]).unwrap();
            }
            place
                .execute(params![id, record.article_url, record.article_title])
                .unwrap();
            page.execute(params![
                id,
                record.check_url,
                record.check_title,
                record.publisher
            ])
            .unwrap();
            let judged = verdict
                .insert(params![
                    new_uuid(at, 2),
                    id,
                    who,
                    rating,
                    record.rationale,
                    record.reviewed_at.map(|at| at.to_rfc3339())
                ])
                .unwrap();
            for (of, cited) in record.sources.iter().enumerate() {
                let key = format!("url:{}", cited.url.as_deref().unwrap());
                let published = cited.published.as_ref().map(ToString::to_string);
                let cited_id = source
                    .insert(params![
                        new_uuid(at * 2 + of, 3),
                        key,
                        cited.url,
                        cited.title,
                        cited.author,
                        published,
                        AT
                    ])
                    .unwrap();
                identity.execute(params![key, cited_id]).unwrap();
                evidence
                    .execute(params![
                        new_uuid(at * 2 + of, 4),
                        id,
                        cited_id,
                        judged,
                        who,
                        cited.stance.unwrap().as_str(),
                        cited.quote,
                        cited.locator,
                        AT
                    ])
                    .unwrap();
            }
            imported.execute(params![id, at as i64 + 1]).unwrap();
        }
    }
    transaction
        .execute_batch(
            "INSERT INTO words (rowid, statement, quote, rationale, correction, evidence, comment, title, byline, text, address, message)
             SELECT id, statement, quote, rationale, correction, evidence, comment, title, byline, text, address, message FROM search_documents;
             INSERT INTO letters (rowid, text) SELECT id, letters FROM search_documents;",
        )
        .unwrap();
    transaction.commit().unwrap();
    started.elapsed()
}

fn shortest(mut measure: impl FnMut() -> Duration) -> Duration {
    (0..RUNS).map(|_| measure()).min().unwrap()
}

fn importing(folder: &Path) {
    let file = folder.join("claims.jsonl");
    let size = write_records(&file);
    println!("importing {IMPORTED} claims, {} MB", size / 1_000_000);
    let bare = shortest(|| load_bare(&file, folder));
    let mut peak = 0;
    let ours = shortest(|| {
        let desk = new_desk(folder);
        let (time, held) = run(&["import", file.to_str().unwrap()], &desk, None);
        peak = peak.max(held);
        time
    });
    told("import", ours, bare);
    println!("  at most {} MB held", peak / 1000);
    let desk = folder.join("desk.db");
    let again = shortest(|| run(&["import", file.to_str().unwrap()], &desk, None).0);
    println!("  the same file again, nothing new: {again:.2?}");
    exporting("export of these claims", folder, &desk);
}

fn exporting(name: &str, folder: &Path, desk: &Path) {
    let out = folder.join("out.jsonl");
    let mut peak = 0;
    let ours = shortest(|| {
        let (time, held) = run(&["export", "--format", "jsonl"], desk, Some(&out));
        peak = peak.max(held);
        time
    });
    let text = fs::read(&out).unwrap();
    let written = text.split(|byte| *byte == b'\n').count() - 1;
    let claims = read(&Connection::open(desk).unwrap(), "SELECT id FROM claims");
    assert_eq!(written, claims);
    let bare = shortest(|| {
        let started = Instant::now();
        let mut file = BufWriter::new(File::create(folder.join("copy.jsonl")).unwrap());
        for line in text
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
        {
            let record: ClaimRecord = serde_json::from_slice(line).unwrap();
            serde_json::to_writer(&mut file, &record).unwrap();
            file.write_all(b"\n").unwrap();
        }
        file.flush().unwrap();
        started.elapsed()
    });
    told(name, ours, bare);
    let speed = text.len() as f64 / 1e6 / ours.as_secs_f64();
    println!(
        "  {} MB, {speed:.0} MB/s, at most {} MB held",
        text.len() / 1_000_000,
        peak / 1000
    );
}

fn told(name: &str, ours: Duration, bare: Duration) {
    let ratio = ours.as_secs_f64() / bare.as_secs_f64();
    println!("  {name}: {ours:.2?}, baseline {bare:.2?}, ratio {ratio:.2}");
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    importing(folder.path());
    if std::env::args().any(|argument| argument == "--large") {
        let desk = folder.path().join("large.db");
        fill_with_claims(&desk, EXPORTED, |_, random| sentence(random));
        exporting("export of 1,000,000 claims", folder.path(), &desk);
    }
}
