//! Formats: the same values for eyes and for programs, with field names that
//! stay.

use claimdesk::cli::exit::Exit;
use serde_json::Value;

use crate::world::World;

/// A desk with one of everything.
fn full() -> World {
    let world = World::with_verdict();
    world
        .run(&[
            "flag",
            "add",
            "--article",
            "1",
            "--quote",
            "3 May 1931",
            "--category",
            "calendar",
            "--severity",
            "high",
            "--message",
            "It was a Sunday.",
        ])
        .done();
    world
}

const LISTS: &[&[&str]] = &[
    &["article", "list"],
    &["claim", "list"],
    &["verdict", "history", "1"],
    &["source", "list"],
    &["flag", "list"],
    &["reviewer", "list"],
    &["scale", "list"],
    &["log"],
];

const SINGLES: &[&[&str]] = &[
    &["article", "show", "1"],
    &["claim", "show", "1"],
    &["source", "show", "1"],
    &["scale", "show", "standard"],
    &["audit", "verify"],
    &["stats"],
    &["verdict", "agreement"],
];

fn fields(value: &Value) -> Vec<String> {
    value
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, _)| name.clone())
        .collect()
}

#[test]
fn lists_are_one_array_or_one_object_a_line_or_rows() {
    let world = full();
    for list in LISTS {
        let things = world.json(list);
        let things = things
            .as_array()
            .unwrap_or_else(|| panic!("{list:?} is a list"));
        assert!(!things.is_empty(), "{list:?}");
        let lines = world
            .run(&[list, &["--format", "jsonl"][..]].concat())
            .done();
        let read: Vec<Value> = lines
            .lines()
            .map(|line| serde_json::from_str(line).expect("an object a line"))
            .collect();
        assert_eq!(&read, things, "{list:?}");
        let table = world.run(&[list, &["--format", "csv"][..]].concat()).done();
        let mut rows = csv::Reader::from_reader(table.as_bytes());
        assert_eq!(
            rows.headers().map(csv::StringRecord::len).ok(),
            Some(fields(&things[0]).len()),
            "{list:?}"
        );
        assert_eq!(
            rows.records().filter_map(Result::ok).count(),
            things.len(),
            "{list:?}"
        );
        assert!(!world.run(list).done().is_empty());
    }
}

#[test]
fn single_things_are_one_object() {
    let world = full();
    for single in SINGLES {
        assert!(world.json(single).is_object(), "{single:?}");
        assert!(
            !world
                .run(&[single, &["--format", "csv"][..]].concat())
                .done()
                .is_empty()
        );
        assert!(!world.run(single).done().is_empty());
    }
}

#[test]
fn the_promised_fields_are_there() {
    let world = full();
    let claim_fields = [
        "id",
        "uuid",
        "article",
        "revision",
        "quote",
        "start",
        "end",
        "prefix",
        "suffix",
        "statement",
        "claimant",
        "state",
        "score",
        "reasons",
        "rating",
        "stale",
        "topics",
        "created_at",
    ];
    let promises: &[(&[&str], &[&str])] = &[
        (&["claim", "list"], &claim_fields),
        (
            &["flag", "list"],
            &[
                "id",
                "code",
                "name",
                "category",
                "severity",
                "article",
                "start",
                "end",
                "text",
                "message",
                "evidence",
                "suggestion",
                "state",
            ],
        ),
        (
            &["verdict", "history", "1"],
            &[
                "id",
                "uuid",
                "claim",
                "reviewer",
                "scale",
                "rating",
                "rationale",
                "correction",
                "confidence",
                "created_at",
                "superseded_by",
                "evidence",
            ],
        ),
    ];
    for (list, promised) in promises {
        let there = fields(&world.json(list)[0]);
        for field in *promised {
            assert!(
                there.iter().any(|name| name == field),
                "{list:?} lacks {field}"
            );
        }
    }
    let shown = fields(&world.json(&["claim", "show", "1"]));
    assert!(
        claim_fields
            .iter()
            .all(|field| shown.iter().any(|name| name == field)),
        "{shown:?}"
    );
}

#[test]
fn errors_are_objects_too() {
    let world = full();
    let complaint = world
        .run(&["claim", "show", "99", "--format", "json"])
        .fails_with_json(Exit::UnknownNumber);
    assert_eq!(complaint["code"], "unknown-number");
    assert!(
        complaint["error"]
            .as_str()
            .is_some_and(|error| error.contains("no claim 99"))
    );
    assert!(
        complaint["hint"]
            .as_str()
            .is_some_and(|hint| hint.contains("claimdesk claim list"))
    );
}

#[test]
fn an_empty_list_is_a_list() {
    let world = World::with_desk();
    assert_eq!(world.json(&["claim", "list"]), Value::Array(Vec::new()));
    assert_eq!(
        world.run(&["claim", "list", "--format", "jsonl"]).done(),
        ""
    );
    assert_eq!(world.run(&["claim", "list"]).stderr, "nothing to list\n");
}
