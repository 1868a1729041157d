//! How fast the report of an article with 500 claims is written, beside reading
//! the same rows bare.
//!
//! ```text
//! cargo bench --bench reporting
//! ```
//!
//! A report is the whole program from its start to its end; the baseline opens
//! the file and reads every row that stands in the report.
#![expect(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench asks the file behind the program's back, tells what it measures, and may fail"
)]

mod beside;
mod filled;

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use beside::Group;
use claimdesk::Desk;
use claimdesk::desk::{Access, Act, NewArticle, source_identity};
use claimdesk::extract::Offer;
use claimdesk::model::article::GivenDetails;
use claimdesk::model::claim::{ClaimFilter, ClaimRef};
use claimdesk::model::ids::ClaimId;
use claimdesk::model::source::{NewEvidence, NewSource, SourceRef, Stance};
use claimdesk::model::verdict::NewVerdict;
use criterion::{Criterion, criterion_group, criterion_main};
use filled::{begun, fill, read};
use rusqlite::Connection;

const CLAIMS: i64 = 500;

/// An article with a sentence for each claim.
fn article() -> String {
    let mut text = "Bridges of the valley\n".to_owned();
    for number in 0..CLAIMS {
        if number % 5 == 0 {
            text.push('\n');
        }
        let year = 1900 + number % 120;
        let length = 100 + number;
        write!(
            text,
            "In {year}, bridge {number} was opened and is {length} metres long. "
        )
        .unwrap();
    }
    text
}

/// A desk with that article; every claim is judged twice, on one of a hundred
/// sources.
fn desk(path: &Path) -> Connection {
    drop(fill(path, "", ("SELECT 0", 0)));
    let act = Act {
        actor: None,
        at: begun(),
    };
    let mut desk = Desk::open(path, Access::Write).unwrap();
    let text = article();
    let new = NewArticle {
        bytes: text.as_bytes(),
        file_name: Some("bridges.txt"),
        document_type: None,
        encoding: None,
        given: GivenDetails::default(),
        offer: Offer {
            all: true,
            ..Offer::default()
        },
    };
    desk.add_articles(&act, &new).unwrap();
    let claims = desk.claims(&ClaimFilter::default()).unwrap();
    println!("claims on the desk: {}", claims.len());
    for claim in &claims {
        for rating in ["false", "mostly-true"] {
            let verdict = verdict(claim.id, rating);
            desk.add_verdict(&act, &ClaimRef::Number(claim.id), &verdict)
                .unwrap();
        }
    }
    drop(desk);
    Connection::open(path).unwrap()
}

fn verdict(claim: ClaimId, rating: &str) -> NewVerdict {
    let address = format!("https://example.org/chronicle/{}", claim.0 % 100);
    let source = NewSource::bare(source_identity(&address).unwrap());
    NewVerdict {
        rating: Some(rating.to_owned()),
        rationale: format!(
            "The chronicle of bridge {claim} **says so**, on the page of that year."
        ),
        correction: Some(format!("Bridge {claim} was opened a year later.")),
        evidence: vec![NewEvidence {
            source: SourceRef::Described(Box::new(source)),
            stance: Stance::Supports,
            quote: Some("It was opened that year.".to_owned()),
            locator: Some("p. 4".to_owned()),
        }],
        ..NewVerdict::default()
    }
}

fn report(path: &Path, format: &str) -> usize {
    let output = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .args(["report", "1", "--quiet", "--format", format, "--desk"])
        .arg(path)
        .output()
        .unwrap();
    assert!(output.status.success());
    output.stdout.len()
}

/// Every row that the report tells of.
fn rows(path: &Path) -> usize {
    let bare = Connection::open(path).unwrap();
    [
        "claims",
        "anchors",
        "verdicts",
        "evidence",
        "sources",
        "events",
        "flags",
        "blocks",
        "sentences",
        "revisions",
        "facets",
    ]
    .iter()
    .map(|table| read(&bare, &format!("SELECT * FROM {table}")))
    .sum()
}

fn reporting(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("claimdesk.db");
    drop(desk(&path));
    println!("rows in the baseline: {}", rows(&path));
    let mut group = Group::new(criterion, "reporting");
    group.sample_size(20);
    group.bench_function("baseline: the rows read bare", |bench| {
        bench.measure(|| rows(&path));
    });
    for format in ["html", "markdown", "text", "corrections", "csv", "json"] {
        println!("{format}: {} bytes", report(&path, format));
        group.bench_function(format, |bench| {
            bench.measure(|| report(&path, format));
        });
    }
    group.finish();
}

criterion_group!(benches, reporting);
criterion_main!(benches);
