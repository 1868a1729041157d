//! Claims as a plain `SQLite` file.

use claimdesk::cli::exit::Exit;
use serde_json::json;

use crate::sql::{self, Connection};
use crate::world::{World, bytes};

fn desk() -> World {
    let world = World::with_verdict();
    let source = json!({"url": "https://archive.example/plaque", "title": "The plaque", "stance": "refutes"});
    let records = [
        json!({"claim": "The dam broke.", "claimant": "The mayor", "claim_date": "2024-05", "scale": "standard",
               "rating": "false", "rationale": "It stands.", "reviewer": "lea", "topics": ["rivers", "dams"],
               "appearances": ["https://video.example"], "sources": [source.clone()]}),
        json!({"claim": "The dam leaks.", "rating_label": "Half so", "publisher": "Facts", "sources": [source]}),
    ];
    world.write(
        "claims.jsonl",
        records.map(|one| one.to_string()).join("\n"),
    );
    world.run(&["import", "claims.jsonl"]).done();
    world
}

fn exported(world: &World) -> Connection {
    world
        .run(&["export", "--format", "sqlite", "-o", "claims.db"])
        .done();
    sql::open(&world.path("claims.db"))
}

fn one(connection: &Connection, sql: &str) -> String {
    sql::texts(connection, sql).join(" / ")
}

#[test]
fn the_views_say_everything_in_one_row() {
    let world = desk();
    let file = exported(&world);
    assert_eq!(
        one(
            &file,
            "SELECT concat_ws('; ', statement, claimant, claim_date, topics, scale, rating, rationale, reviewer, evidence_count)
             FROM claims WHERE claimant IS NOT NULL"
        ),
        "The dam broke.; The mayor; 2024-05; dams, rivers; standard; false; It stands.; lea; 1"
    );
    let all = world.run(&["export", "--format", "jsonl"]).done();
    assert_eq!(
        one(&file, "SELECT CAST(count(*) AS TEXT) FROM claims"),
        all.lines().count().to_string()
    );
    assert_eq!(
        one(
            &file,
            "SELECT rating FROM verdicts WHERE rating_label IS NULL ORDER BY id"
        ),
        "false / false"
    );
    assert_eq!(
        one(
            &file,
            "SELECT rating_label FROM verdicts WHERE rating IS NULL"
        ),
        "Half so"
    );
    assert_eq!(
        one(
            &file,
            "SELECT title || ' ' || claim_count FROM sources WHERE url LIKE '%archive%'"
        ),
        "The plaque 2"
    );
    assert_eq!(
        one(
            &file,
            "SELECT statement || ' ' || stance || ' ' || title FROM evidence WHERE url LIKE '%archive%' ORDER BY id"
        ),
        "The dam broke. refutes The plaque / The dam leaks. refutes The plaque"
    );
}

#[test]
fn every_view_is_explained_and_every_column_has_a_type() {
    let world = desk();
    let file = exported(&world);
    let views = sql::texts(
        &file,
        "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name",
    );
    assert_eq!(views, ["claims", "evidence", "sources", "verdicts"]);
    for view in views {
        let told = format!("SELECT meaning FROM about WHERE view = '{view}' AND columns = ''");
        assert_eq!(sql::texts(&file, &told).len(), 1, "{view}");
        let untyped = format!(
            "SELECT name FROM pragma_table_info('{view}') WHERE type NOT IN ('TEXT', 'INTEGER', 'INT')"
        );
        assert_eq!(sql::texts(&file, &untyped), Vec::<String>::new(), "{view}");
    }
    let others = "SELECT name FROM sqlite_schema WHERE type = 'trigger'";
    assert_eq!(sql::texts(&file, others), Vec::<String>::new());
    assert_eq!(one(&file, "SELECT * FROM pragma_integrity_check"), "ok");
    assert_eq!(
        sql::texts(&file, "SELECT \"table\" FROM pragma_foreign_key_check"),
        Vec::<String>::new()
    );
}

#[test]
fn the_same_desk_gives_the_same_bytes_also_in_the_place_of_the_last() {
    let world = desk();
    exported(&world);
    let first = bytes(&world.path("claims.db"));
    exported(&world);
    assert_eq!(bytes(&world.path("claims.db")), first);
    world
        .run(&["export", "--format", "sqlite", "-o", "claims.db.zst"])
        .done();
    assert_eq!(
        zstd::decode_all(&*bytes(&world.path("claims.db.zst"))).unwrap(),
        first
    );
}

#[test]
fn nothing_but_such_a_file_is_replaced() {
    let world = desk();
    sql::open(&world.path("other.db"))
        .execute_batch("CREATE TABLE mine (a)")
        .unwrap();
    let desk = world.desk();
    for (file, why) in [
        (desk.to_str().unwrap(), "the desk itself"),
        ("other.db", "no export of claims"),
        ("claims.jsonl", "no export of claims"),
    ] {
        let path = world.path(file);
        let before = bytes(&path);
        let said = world.refuses(
            &["export", "--format", "sqlite", "-o", file],
            Exit::WriteFailed,
        );
        assert!(said.contains(why), "{said}");
        assert_eq!(bytes(&path), before, "{file}");
    }
    world.refuses(&["export", "--format", "sqlite"], Exit::Usage);
    world.refuses(&["--desk", "claims.db", "claim", "list"], Exit::NoDesk);
}

#[test]
fn sources_that_are_not_public_are_not_in_it() {
    let world = desk();
    world
        .run(&["source", "edit", "1", "--confidentiality", "internal"])
        .done();
    exported(&world);
    let inside = String::from_utf8_lossy(&bytes(&world.path("claims.db"))).into_owned();
    assert!(!inside.contains("example.org/plaque"));
}
