//! Any sequence of acts, allowed and refused, leaves a sound desk with one
//! line of history per change; and no byte of that history can be altered
//! unnoticed.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::{DateTime, TimeDelta};
use claimdesk::desk::Access;
use claimdesk::model::claim::{ClaimEdit, ClaimRef};
use claimdesk::model::ids::{ArticleId, ClaimId};
use claimdesk::model::people::{NewReviewer, Role};
use claimdesk::{Act, Desk};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rusqlite::types::Value;
use tempfile::TempDir;

use crate::acts::{NEWS, Operation, article, operation, to_begin_with};
use crate::sql::{self, Connection};

/// Who acts: mostly nobody named, at times somebody who may not be on the desk.
fn actor() -> impl Strategy<Value = Option<&'static str>> {
    option::weighted(0.3, select(vec!["ana", "ben", "cy"]))
}

/// A desk with an article that flags and evidence hang on, made once and
/// copied for each case.
static TEMPLATE: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("desk.db");
    let first = NewReviewer {
        handle: "ana".parse().unwrap(),
        name: "Ana Ruiz".to_owned(),
        role: Role::Editor,
    };
    let act = act_at(0, None);
    let mut desk = Desk::init(&path, &first, act.at).unwrap();
    desk.add_articles(&act, &article(NEWS)).unwrap();
    for act_to_follow in to_begin_with() {
        act_to_follow.run(&mut desk, &act).unwrap();
    }
    (folder, path)
});

fn act_at(step: usize, actor: Option<&str>) -> Act {
    let start = DateTime::from_timestamp(1_750_000_000, 0).unwrap();
    Act {
        actor: actor.map(|handle| handle.parse().unwrap()),
        at: start + TimeDelta::seconds(i64::try_from(step).unwrap()),
    }
}

/// Runs the operations on a copy of the template and holds each to its
/// promise.
fn desk_after(path: &Path, operations: &[(Option<&str>, Operation)]) {
    std::fs::copy(&TEMPLATE.1, path).unwrap();
    let mut desk = Desk::open(path, Access::Write).unwrap();
    let onlooker = sql::open(path);
    let mut content = sql::content(&onlooker);
    for (step, (actor, operation)) in (1..).zip(operations) {
        let lines = desk.audit().unwrap().events;
        let done = operation.run(&mut desk, &act_at(step, *actor));
        let written = desk.audit().unwrap().events - lines;
        let now = sql::content(&onlooker);
        match (done, written) {
            (Ok(()), 1) => {
                let last = desk.log(None, Some(1)).unwrap().remove(0);
                assert_eq!(last.action, operation.action().as_str());
                assert_eq!(last.actor, actor.unwrap_or("ana"));
            }
            (Ok(()), 0) if operation.may_find_nothing_to_do() => assert_eq!(now, content),
            (Err(_), 0) => assert_eq!(now, content),
            (done, written) => panic!("{operation:?}: {done:?} with {written} event(s)"),
        }
        content = now;
    }
}

const COLUMNS: [&str; 12] = [
    "id",
    "uuid",
    "at",
    "actor",
    "action",
    "subject_kind",
    "subject_id",
    "subject_uuid",
    "before",
    "after",
    "previous_hash",
    "hash",
];

/// One byte of the history turned into another.
#[derive(Debug, Clone)]
struct Flip {
    line: Index,
    column: &'static str,
    byte: Index,
    mask: u8,
}

fn flip() -> impl Strategy<Value = Flip> {
    let place = (any::<Index>(), select(COLUMNS.to_vec()), any::<Index>());
    (place, 1..=u8::MAX).prop_map(|((line, column, byte), mask)| Flip {
        line,
        column,
        byte,
        mask,
    })
}

impl Flip {
    /// The value with one byte flipped; a missing one becomes an empty text.
    fn of(&self, value: &Value) -> Value {
        match value {
            Value::Null => Value::Blob(Vec::new()),
            Value::Integer(number) => {
                let mut bytes = number.to_be_bytes();
                bytes[self.byte.index(8)] ^= self.mask;
                Value::Integer(i64::from_be_bytes(bytes))
            }
            Value::Text(text) => {
                let mut bytes = text.clone().into_bytes();
                let place = self.byte.index(bytes.len());
                bytes[place] ^= self.mask;
                Value::Blob(bytes)
            }
            other => panic!("an event holds {other:?}"),
        }
    }
}

/// Puts a value into the row of an event. Bytes become text as they are, so
/// that it needn't be UTF-8.
fn put(connection: &Connection, (column, value): (&str, &Value), row: i64) -> rusqlite::Result<()> {
    let value_as = if matches!(value, Value::Blob(_)) {
        "CAST(?1 AS TEXT)"
    } else {
        "?1"
    };
    let update = format!("UPDATE events SET {column} = {value_as} WHERE id = ?2");
    connection.execute(&update, (value, row)).map(drop)
}

/// Flips the byte, lets the desk check its history, and flips it back. None
/// when the new line number is taken by another line, so that nothing changed.
fn first_bad_after(flip: &Flip, falsifier: &Connection, desk: &Desk) -> Option<(i64, Option<i64>)> {
    let lines = sql::number(falsifier, "SELECT count(*) FROM events");
    let line = 1 + i64::try_from(flip.line.index(lines.try_into().unwrap())).unwrap();
    let column = flip.column;
    let read = format!("SELECT {column} FROM events WHERE id = {line}");
    let genuine: Value = falsifier.query_one(&read, [], |row| row.get(0)).unwrap();
    let false_one = flip.of(&genuine);
    let row = match &false_one {
        Value::Integer(number) if column == "id" => *number,
        _ => line,
    };
    put(falsifier, (column, &false_one), line).ok()?;
    let found = desk.audit().unwrap().first_bad.map(|bad| bad.id);
    put(falsifier, (column, &genuine), row).unwrap();
    Some((line, found))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_acts_leaves_a_sound_desk_whose_history_can_t_be_altered(
        operations in vec((actor(), operation()), 1..24),
        flips in vec(flip(), 16),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.db");
        desk_after(&path, &operations);
        sql::assert_sound(&path);

        let desk = Desk::open(&path, Access::Read).unwrap();
        let falsifier = sql::open(&path);
        sql::drop_guards(&falsifier);
        for flip in flips {
            if let Some((line, found)) = first_bad_after(&flip, &falsifier, &desk) {
                prop_assert!(found.is_some_and(|found| found <= line), "{flip:?} in line {line}: {found:?}");
            }
        }
        prop_assert!(desk.audit().unwrap().ok);
    }
}

/// Runs one operation on a copy of the template.
fn desk_after_one(operation: Operation) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("desk.db");
    desk_after(&path, &[(None, operation)]);
    (folder, path)
}

#[test]
fn an_edit_that_comes_to_nothing_leaves_no_trace() {
    let edit = ClaimEdit {
        add_topics: vec!["never seen before".to_owned()],
        remove_topics: vec!["never seen before".to_owned()],
        ..ClaimEdit::default()
    };
    let claim = ClaimRef::Number(ClaimId(1));
    let (_folder, path) = desk_after_one(Operation::EditClaim(claim, edit));
    let desk = sql::open(&path);
    assert_eq!(sql::texts(&desk, "SELECT name FROM topics"), ["trade"]);
}

#[test]
fn an_article_is_removed_with_all_that_hangs_on_it() {
    let (_folder, path) = desk_after_one(Operation::RemoveArticle(ArticleId(1)));
    let desk = sql::open(&path);
    for table in [
        "articles",
        "revisions",
        "blobs",
        "blocks",
        "claims",
        "anchors",
        "claim_topics",
        "evidence",
        "flags",
    ] {
        let rows = sql::number(&desk, &format!("SELECT count(*) FROM {table}"));
        assert_eq!(rows, 0, "{table}");
    }
    sql::assert_sound(&path);
}
