//! How long whole commands take on desks of 10,000, 100,000 and 1,000,000 claims, each
//! beside a baseline in the same run, and how the time grows with the desk.
//!
//! ```text
//! cargo bench --bench growing
//! ```
//!
//! A command is the whole program from its start to its end. A baseline opens the file
//! in the bench's own process and asks SQLite bare for what the command needs of it; that of a
//! change writes its rows and waits for the disk. `CLAIMDESK_CLAIMS=10000,100000` measures
//! other sizes.
#![expect(
    clippy::cast_precision_loss,
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench fills the file behind the program's back, tells what it measures, and may fail"
)]

mod filled;
#[path = "beside/table.rs"]
mod table;
#[path = "filled/worked.rs"]
mod worked;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use filled::read;
use rusqlite::Connection;
use table::{Row, median, print};
use worked::fill_with_work;

const SIZES: [i64; 3] = [10_000, 100_000, 1_000_000];
const RUNS: u32 = 15;

/// What a baseline does in the place of a command.
enum Bare {
    /// Asks a question, and reads its rows.
    Asks(&'static str),
    /// Changes a row in a transaction of its own; `:run` is another number each time.
    Writes(&'static str),
}

/// A command, and what is the same bare. `{run}` is another number each time.
struct Measured {
    command: &'static str,
    bare: Bare,
}

const MEASURED: &[Measured] = &[
    Measured {
        command: "claim show 5000",
        bare: Bare::Asks(
            "SELECT * FROM claims c JOIN anchors a ON a.claim_id = c.id JOIN verdicts v ON v.claim_id = c.id WHERE c.id = 5000",
        ),
    },
    Measured {
        command: "claim list --limit 50",
        bare: Bare::Asks("SELECT * FROM claims ORDER BY article_id, place, id LIMIT 50"),
    },
    Measured {
        command: "claim list --state to-check --limit 50",
        bare: Bare::Asks(
            "SELECT * FROM claims WHERE state = 'to-check' ORDER BY article_id, place, id LIMIT 50",
        ),
    },
    Measured {
        command: "claim list --article 100",
        bare: Bare::Asks("SELECT * FROM claims WHERE article_id = 100 ORDER BY place, id"),
    },
    Measured {
        command: "claim list --rating false --limit 50",
        bare: Bare::Asks(
            "SELECT * FROM claims WHERE rating_id = 1 ORDER BY article_id, place, id LIMIT 50",
        ),
    },
    Measured {
        command: "claim list --assigned checker2 --limit 50",
        bare: Bare::Asks(
            "SELECT c.* FROM assignments a JOIN claims c ON c.id = a.claim_id WHERE a.reviewer_id = 3 AND a.ended_at IS NULL ORDER BY c.article_id, c.place, c.id LIMIT 50",
        ),
    },
    Measured {
        command: "article show 100",
        bare: Bare::Asks(
            "SELECT * FROM articles a JOIN revisions r ON r.article_id = a.id WHERE a.id = 100",
        ),
    },
    Measured {
        command: "stats",
        bare: Bare::Asks("SELECT state, rating_id, count(*) FROM claims GROUP BY state, rating_id"),
    },
    Measured {
        command: "search \"rose by 5000\"",
        bare: Bare::Asks("SELECT rowid FROM words WHERE words MATCH '\"rose by 5000\"' LIMIT 20"),
    },
    Measured {
        command: "match \"Exports rose by 5000 percent, said a minister.\"",
        bare: Bare::Asks(
            "SELECT rowid FROM words WHERE words MATCH '\"5000\"' ORDER BY rank LIMIT 5",
        ),
    },
    Measured {
        command: "log --limit 20",
        bare: Bare::Asks("SELECT * FROM events ORDER BY id DESC LIMIT 20"),
    },
    Measured {
        command: "report 100 --format html",
        bare: Bare::Asks(
            "SELECT * FROM claims c JOIN anchors a ON a.claim_id = c.id JOIN verdicts v ON v.claim_id = c.id WHERE c.article_id = 100",
        ),
    },
    Measured {
        command: "claim next --as checker7",
        bare: Bare::Writes("UPDATE articles SET title = 'Run ' || :run WHERE id = 1"),
    },
    Measured {
        command: "verdict add {run} false --because \"Run {run}.\"",
        bare: Bare::Writes("UPDATE articles SET title = 'Run ' || :run WHERE id = 1"),
    },
    Measured {
        command: "comment add {run} \"Run {run}.\"",
        bare: Bare::Writes("UPDATE articles SET title = 'Run ' || :run WHERE id = 1"),
    },
];

/// Runs a command on a desk; its words are parted by spaces, or stand in quotation marks.
fn run(desk: &Path, command: &str) {
    let words = command
        .split('"')
        .enumerate()
        .flat_map(|(at, part)| match at % 2 {
            0 => part.split_whitespace().collect(),
            _ => vec![part],
        });
    let status = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .args(words)
        .args(["--quiet", "--desk"])
        .arg(desk)
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success(), "{command}");
}

fn bare(desk: &Path, bare: &Bare, number: u32) {
    let connection = Connection::open(desk).unwrap();
    match bare {
        Bare::Asks(question) => {
            read(&connection, question);
        }
        Bare::Writes(statement) => {
            connection
                .pragma_update(None, "synchronous", "full")
                .unwrap();
            connection.execute(statement, [number]).unwrap();
        }
    }
}

/// The middle of several runs.
fn middle(mut measure: impl FnMut(u32)) -> Duration {
    let time = |number| {
        let started = Instant::now();
        measure(number);
        started.elapsed()
    };
    let mut samples: Vec<_> = (0..=RUNS).map(time).collect();
    // The first run fills the caches.
    samples.remove(0);
    median(samples).unwrap()
}

/// What starting costs, with and without a desk, beside the `sqlite3` shell.
fn starting(desk: &Path) {
    let shell = |question: &str| {
        let mut shell = Command::new("sqlite3");
        shell.arg(desk).arg(question).stdout(Stdio::null());
        shell.status().is_ok_and(|status| status.success())
    };
    let beside = |question: &str| shell(question).then(|| middle(|_| assert!(shell(question))));
    let ours = |command: &str| {
        middle(|_| {
            let mut program = Command::new(env!("CARGO_BIN_EXE_claimdesk"));
            // As it is typed: with more beside it, `--version` is read by the whole grammar.
            program.args(command.split(' ')).env("CLAIMDESK_DESK", desk);
            assert!(program.stdout(Stdio::null()).status().unwrap().success());
        })
    };
    let rows = [
        ("--version", "SELECT 1"),
        ("claim show 5000", "SELECT * FROM claims WHERE id = 5000"),
    ]
    .map(|(command, question)| Row {
        name: command.to_owned(),
        ours: ours(command),
        baseline: beside(question),
    });
    print("starting, beside the sqlite3 shell", &rows);
}

/// Measures every command on a desk of so many claims.
fn on_a_desk_of(claims: i64) -> Vec<Duration> {
    let folder = tempfile::tempdir().unwrap();
    let desk = folder.path().join("desk.db");
    drop(fill_with_work(&desk, claims));
    starting(&desk);
    let rows: Vec<Row> = MEASURED
        .iter()
        .map(|measured| Row {
            name: measured.command.to_owned(),
            ours: middle(|number| {
                run(
                    &desk,
                    &measured.command.replace("{run}", &(number + 1).to_string()),
                );
            }),
            baseline: Some(middle(|number| bare(&desk, &measured.bare, number))),
        })
        .collect();
    print(&format!("a desk of {claims} claims"), &rows);
    rows.iter().map(|row| row.ours).collect()
}

fn main() {
    let given = std::env::var("CLAIMDESK_CLAIMS").ok();
    let sizes: Vec<i64> = match &given {
        Some(sizes) => sizes.split(',').map(|size| size.parse().unwrap()).collect(),
        None => SIZES.to_vec(),
    };
    let took: Vec<Vec<Duration>> = sizes.iter().map(|claims| on_a_desk_of(*claims)).collect();
    let [first, .., last] = &took[..] else {
        return;
    };
    println!(
        "time grows with n, the number of claims, from {} to {}:",
        sizes[0],
        sizes[sizes.len() - 1]
    );
    let larger = (sizes[sizes.len() - 1] as f64 / sizes[0] as f64).ln();
    for ((measured, first), last) in MEASURED.iter().zip(first).zip(last) {
        let exponent = (last.as_secs_f64() / first.as_secs_f64()).ln() / larger;
        println!("{:<56} n^{exponent:.2}", measured.command);
    }
}
