//! CONTRIBUTING holds: the canonical form of events is the one that desks are
//! written with, and its list of tables is the schema's.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::fmt::Write;
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::sql;
use crate::world::World;

const CONTRIBUTING: &str = include_str!("../../CONTRIBUTING.md");

/// The one fenced block that begins with these words.
fn block(beginning: &str) -> &'static str {
    let mut blocks = CONTRIBUTING
        .split("\n```")
        .filter_map(|block| block.split_once('\n').map(|(_, content)| content))
        .filter(|content| content.starts_with(beginning));
    let found = blocks.next().unwrap();
    assert!(blocks.next().is_none(), "two blocks begin with {beginning}");
    found
}

fn sha256(text: &str) -> String {
    let mut hash = String::new();
    for byte in Sha256::digest(text) {
        write!(hash, "{byte:02x}").unwrap();
    }
    hash
}

#[cfg(unix)]
#[test]
fn the_worked_example_has_the_hash_that_is_shown() {
    let output = Command::new("sh")
        .args(["-euc", block("content=$(printf")])
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    assert!(
        CONTRIBUTING.contains(&format!("\n```text\n{printed}```\n")),
        "{printed}"
    );
}

#[test]
fn the_query_writes_the_canonical_form_of_every_event() {
    let world = World::with_verdict();
    world
        .run(&["claim", "dismiss", "2", "--because", "an “opinion”"])
        .done();
    let desk = sql::open(&world.desk());
    let mut query = desk.prepare(block("SELECT")).unwrap();
    let mut rows = query.query([]).unwrap();
    let mut events = 0;
    while let Some(row) = rows.next().unwrap() {
        let form: String = row.get(0).unwrap();
        let (previous, id): (String, i64) = (row.get(1).unwrap(), row.get(2).unwrap());
        let (content, id) = (sha256(&form), id.to_string());
        let line = format!(
            "17:claimdesk-event-1,64:{previous},{}:{id},64:{content},",
            id.len()
        );
        assert_eq!(sha256(&line), row.get::<_, String>(3).unwrap());
        events += 1;
    }
    assert_eq!(events, world.events());
    assert!(events > 3);
}

#[test]
fn the_list_of_tables_is_the_schema() {
    let world = World::with_desk();
    let desk = sql::open(&world.desk());
    let tables = sql::tables(&desk);
    let rows = CONTRIBUTING
        .lines()
        .skip_while(|line| *line != "| table | a row is | used yet |")
        .skip(2)
        .take_while(|line| line.starts_with("| `"));
    let mut told: Vec<&str> = rows.filter_map(|row| row.split('`').nth(1)).collect();
    told.sort_unstable();
    assert_eq!(told, tables);
}
