//! How many verdicts a second sixteen writers get onto one desk while sixteen readers
//! look, beside as many bare writers with the same pragmas: such as write rows of the same
//! columns into tables of their own, and such as write the same rows into the desk's own
//! tables, with what these ask for: their keys, triggers and the index of words.
//!
//! ```text
//! cargo bench --bench contending
//! ```
//!
//! Each writer is a thread with a connection of its own that waits its turn as another
//! program would; both sides wait for the disk at every commit. The bare writer knows its
//! rows beforehand, and checks, hashes and indexes nothing.
#![expect(
    clippy::cast_precision_loss,
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench writes behind the program's back, tells what it measures, and may fail"
)]

mod filled;
#[path = "filled/worked.rs"]
mod worked;

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use claimdesk::desk::Access;
use claimdesk::model::claim::{ClaimFilter, ClaimRef};
use claimdesk::model::ids::ClaimId;
use claimdesk::model::verdict::NewVerdict;
use claimdesk::{Act, Desk};
use filled::{begun, read};
use rusqlite::{Connection, TransactionBehavior, params};
use worked::fill_with_work;

const WRITERS: usize = 16;
const READERS: usize = 16;
const CLAIMS: i64 = 10_000;
const TIME: Duration = Duration::from_secs(10);

/// What writers and readers do until the time is over: how often, and how long the
/// slowest write took.
fn contend(
    write: impl Fn(usize, usize) + Sync,
    look: impl Fn(usize) + Sync,
    readers: usize,
) -> (f64, f64, Duration) {
    let (over, written, looked) = (
        AtomicBool::new(false),
        AtomicUsize::new(0),
        AtomicUsize::new(0),
    );
    let slowest = thread::scope(|scope| {
        for reader in 0..readers {
            let (look, over, looked) = (&look, &over, &looked);
            scope.spawn(move || {
                while !over.load(Ordering::Relaxed) {
                    look(reader);
                    looked.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (write, over, written) = (&write, &over, &written);
                scope.spawn(move || {
                    let mut slowest = Duration::ZERO;
                    for turn in 0.. {
                        if over.load(Ordering::Relaxed) {
                            break;
                        }
                        let started = Instant::now();
                        write(writer, turn);
                        slowest = slowest.max(started.elapsed());
                        written.fetch_add(1, Ordering::Relaxed);
                    }
                    slowest
                })
            })
            .collect();
        thread::sleep(TIME);
        over.store(true, Ordering::Relaxed);
        let slowest = writers.into_iter().map(|writer| writer.join().unwrap());
        slowest.max().unwrap()
    });
    let a_second = |count: AtomicUsize| count.into_inner() as f64 / TIME.as_secs_f64();
    (a_second(written), a_second(looked), slowest)
}

/// Another claim for every writer and turn.
fn claim_of(writer: usize, turn: usize) -> ClaimId {
    let claims = usize::try_from(CLAIMS).unwrap();
    ClaimId(i64::try_from((writer * 601 + turn) % claims + 1).unwrap())
}

fn ours(path: &Path, readers: usize) -> (f64, f64, Duration) {
    let act = |turn| Act {
        actor: "checker7".parse().ok(),
        at: begun() + chrono::TimeDelta::milliseconds(i64::try_from(turn).unwrap()),
    };
    let verdict = NewVerdict {
        rating: Some("false".to_owned()),
        rationale: "The yearbook says otherwise.".to_owned(),
        ..NewVerdict::default()
    };
    thread_local! {
        static DESK: std::cell::RefCell<Option<Desk>> = const { std::cell::RefCell::new(None) };
    }
    let with_desk = |access, work: &mut dyn FnMut(&mut Desk)| {
        DESK.with_borrow_mut(|desk| {
            work(desk.get_or_insert_with(|| Desk::open(path, access).unwrap()));
        });
    };
    contend(
        |writer, turn| {
            with_desk(Access::Write, &mut |desk| {
                let claim = ClaimRef::Number(claim_of(writer, turn));
                desk.add_verdict(&act(turn), &claim, &verdict).unwrap();
            });
        },
        |reader| {
            let filter = ClaimFilter {
                limit: Some(50),
                ..ClaimFilter::default()
            };
            with_desk(Access::Read, &mut |desk| {
                desk.claim(&ClaimRef::Number(claim_of(reader, 0))).unwrap();
                desk.claims(&filter).unwrap();
            });
        },
        readers,
    )
}

/// A connection as the desk opens it.
fn bare_connection(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    connection.busy_timeout(Duration::from_secs(20)).unwrap();
    connection
        .pragma_update(None, "synchronous", "full")
        .unwrap();
    connection
}

/// Tables with the columns and keys of what a verdict writes, and no triggers.
const BARE_TABLES: &str = "
    CREATE TABLE bare_verdicts (id INTEGER PRIMARY KEY, uuid TEXT UNIQUE, claim_id INTEGER, reviewer_id INTEGER,
        rating_id INTEGER, words TEXT, rationale TEXT, created_at TEXT) STRICT;
    CREATE INDEX bare_verdicts_by_claim ON bare_verdicts (claim_id);
    CREATE TABLE bare_events (id INTEGER PRIMARY KEY, uuid TEXT UNIQUE, at TEXT, actor TEXT, action TEXT, subject TEXT,
        after TEXT, previous_hash TEXT, hash TEXT UNIQUE) STRICT;";

/// What a bare writer does for a verdict on claim `?2` whose identity is `?1`, into tables
/// of its own.
const INTO_BARE_TABLES: &[&str] = &[
    "INSERT INTO bare_verdicts (uuid, claim_id, reviewer_id, rating_id, words, rationale, created_at)
     VALUES (?1, ?2, 8, 1, 'exports rose', 'The yearbook says otherwise.', '2026-01-01T00:00:00Z')",
    "UPDATE claims SET state = 'in-review' WHERE id = ?2 AND ?1 IS NOT NULL",
    "INSERT INTO bare_events (uuid, at, actor, action, subject, after, previous_hash, hash)
     VALUES (?1, '2026-01-01T00:00:00Z', 'checker7', 'verdict.add', ?2,
             '{\"rating\":\"false\",\"rationale\":\"The yearbook says otherwise.\"}', printf('%064d', 1), ?1)",
];

/// The same into the desk's own tables.
const INTO_THE_DESK: &[&str] = &[
    "INSERT INTO verdicts (uuid, claim_id, reviewer_id, rating_id, revision_id, words, rationale, created_at)
     SELECT ?1, ?2, 8, 1, revision_id, words, 'The yearbook says otherwise.', '2026-01-01T00:00:00Z'
     FROM anchors WHERE claim_id = ?2",
    "UPDATE claims SET state = 'in-review' WHERE id = ?2 AND state <> 'in-review' AND ?1 IS NOT NULL",
    "INSERT INTO events (uuid, at, actor, action, subject_kind, subject_id, before, after, previous_hash, hash)
     VALUES (?1, '2026-01-01T00:00:00Z', 'checker7', 'verdict.add', 'claim', ?2,
             '{\"state\":\"in-review\"}',
             '{\"rating\":\"false\",\"rationale\":\"The yearbook says otherwise.\"}', printf('%064d', 1),
             substr(?1 || printf('%064d', 0), 1, 64))",
    "INSERT OR REPLACE INTO words (rowid, statement, quote, rationale, correction, evidence, comment, title, byline,
                                   text, address, message)
     SELECT id, statement, quote, rationale, correction, evidence, comment, title, byline, text, address, message
     FROM search_documents WHERE kind = 'claim' AND number = ?2 AND ?1 IS NOT NULL",
    "DELETE FROM unindexed WHERE id = ?2 * 4 AND ?1 IS NOT NULL",
];

fn baseline(path: &Path, readers: usize, statements: &[&str]) -> (f64, f64, Duration) {
    thread_local! {
        static BARE: std::cell::RefCell<Option<Connection>> = const { std::cell::RefCell::new(None) };
    }
    let with_connection = |work: &mut dyn FnMut(&mut Connection)| {
        BARE.with_borrow_mut(|bare| work(bare.get_or_insert_with(|| bare_connection(path))));
    };
    contend(
        |writer, turn| {
            with_connection(&mut |bare| {
                let identity = format!("00000000-0000-7000-b{writer:03}-{turn:012}");
                let claim = claim_of(writer, turn).0;
                let transaction = bare
                    .transaction_with_behavior(TransactionBehavior::Immediate)
                    .unwrap();
                for statement in statements {
                    let mut statement = transaction.prepare_cached(statement).unwrap();
                    statement.execute(params![identity, claim]).unwrap();
                }
                transaction.commit().unwrap();
            });
        },
        |reader| {
            with_connection(&mut |bare| {
                let claim = claim_of(reader, 0).0;
                read(
                    bare,
                    &format!(
                        "SELECT * FROM claims c JOIN verdicts v ON v.claim_id = c.id WHERE c.id = {claim}"
                    ),
                );
                read(
                    bare,
                    "SELECT * FROM claims ORDER BY article_id, place, id LIMIT 50",
                );
            });
        },
        readers,
    )
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    for readers in [0, READERS] {
        let desk = folder.path().join(format!("desk-{readers}.db"));
        drop(fill_with_work(&desk, CLAIMS));
        let copy = |name: &str| {
            let copy = folder.path().join(format!("{name}-{readers}.db"));
            std::fs::copy(&desk, &copy).unwrap();
            copy
        };
        let (bare, plain) = (copy("bare"), copy("plain"));
        bare_connection(&bare).execute_batch(BARE_TABLES).unwrap();
        let ours = ours(&desk, readers);
        println!("{WRITERS} writers, {readers} readers, {TIME:?}: a second");
        let tell = |name: &str, (written, looked, slowest): (f64, f64, Duration)| {
            println!(
                "  {name:<36} {written:>6.0} verdicts (ratio {:.2}), {looked:>7.0} looks; the slowest verdict took {slowest:.1?}",
                ours.0 / written
            );
        };
        tell("claimdesk", ours);
        tell(
            "baseline: tables of its own",
            baseline(&bare, readers, INTO_BARE_TABLES),
        );
        tell(
            "baseline: the desk's own tables",
            baseline(&plain, readers, INTO_THE_DESK),
        );
        let desk = Desk::open(&desk, Access::Read).unwrap();
        assert!(desk.audit().unwrap().ok);
    }
}
