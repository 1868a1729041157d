//! Desks that are filled behind the program's back, and baselines that read
//! them bare.

use std::path::Path;

use chrono::{DateTime, Utc};
use claimdesk::Desk;
use claimdesk::desk::Access;
use claimdesk::model::people::{NewReviewer, Role};
use rusqlite::Connection;

/// When the desks were begun.
pub(crate) fn begun() -> DateTime<Utc> {
    DateTime::from_timestamp(1_780_000_000, 0).unwrap()
}

/// A new desk that a batch of SQL fills; `count` tells of `all` that it did.
pub(crate) fn fill(path: &Path, batch: &str, (count, all): (&str, i64)) -> Connection {
    let first = NewReviewer {
        handle: "eva".parse().unwrap(),
        name: "Eva Lind".to_owned(),
        role: Role::Editor,
    };
    drop(Desk::init(path, &first, begun()).unwrap());
    let bare = Connection::open(path).unwrap();
    bare.execute_batch(batch).unwrap();
    // What was changed behind the program's back waits for its indexes.
    Desk::open(path, Access::Write)
        .unwrap()
        .rebuild_indexes()
        .unwrap();
    let counted: i64 = bare.query_one(count, [], |row| row.get(0)).unwrap();
    assert_eq!(counted, all);
    bare
}

/// Reads every row of a query.
pub(crate) fn read(bare: &Connection, query: &str) -> usize {
    let mut query = bare.prepare_cached(query).unwrap();
    let mut rows = query.query([]).unwrap();
    let mut count = 0;
    while rows.next().unwrap().is_some() {
        count += 1;
    }
    count
}
