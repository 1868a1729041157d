//! Archives that somebody tampered with: each is refused and changes nothing, or what
//! it says is possible, and the desk stays sound.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::world::World;

#[path = "../fuzz/desks.rs"]
mod desks;

/// An archive with something of nearly everything.
static ARCHIVE: LazyLock<Vec<String>> = LazyLock::new(|| {
    let world = World::with_verdict();
    let facts = "[[event]]\nid = \"mill-fire\"\ndate = \"1999-04\"\nstatement = \"The mill burned down\"\n\
        words = [\"mill\", \"fire\"]\n[[event.source]]\nurl = \"https://example.org/mill\"\ntitle = \"The mill\"\n";
    world.write("facts.toml", facts);
    world.write("plaque.txt", "The plaque: opened on 3 May 1932.\n");
    world.write(
        "later.txt",
        world.read("bridge.txt").replace("12 percent", "13 percent"),
    );
    world.write("more.jsonl", "{\"claim\": \"The mill closed.\", \"rating\": \"false\", \"reviewer\": \"Cleo Park\", \"topics\": [\"mills\"]}\n");
    let commands: &[&[&str]] = &[
        &[
            "reviewer", "add", "ben", "--name", "Ben Ode", "--role", "editor",
        ],
        &["comment", "add", "1", "Who counted?"],
        &[
            "reply",
            "add",
            "1",
            "--of",
            "The mayor",
            "--asked",
            "2026-01-03",
        ],
        &["claim", "assign", "2", "ben"],
        &["claim", "link", "2", "1"],
        &[
            "claim",
            "edit",
            "1",
            "--claimant",
            "The mayor",
            "--add-topic",
            "bridges",
        ],
        &[
            "evidence",
            "add",
            "1",
            "1",
            "--stance",
            "context",
            "--quote",
            "3 May 1932",
        ],
        &["source", "snapshot", "1", "--file", "plaque.txt"],
        &[
            "flag",
            "add",
            "--claim",
            "1",
            "--category",
            "sourcing",
            "--severity",
            "low",
            "--message",
            "Who says so?",
        ],
        &["lint", "1"],
        &["ruling", "sign-off", "1", "--as", "ben"],
        &["article", "revise", "1", "later.txt"],
        &["import", "more.jsonl"],
        &["reference", "import", "facts.toml"],
        &["config", "set", "report-title", "The desk"],
    ];
    for command in commands {
        let done = world.run(command);
        // Rules that find something end with another code.
        assert!(
            matches!(done.code, Some(0 | 1)),
            "{command:?}: {}",
            done.stderr
        );
    }
    let archive = world.run(&["export", "--format", "archive"]).done();
    archive.lines().map(str::to_owned).collect()
});

/// What somebody does to an archive.
#[derive(Debug, Clone)]
enum Tampering {
    /// Another value somewhere in a line.
    Change(Index, Vec<Index>, Value),
    /// A value of another line of the same kind in the place of one.
    Swap(Index, Index, Index),
    /// A line taken out.
    Remove(Index),
    /// A line twice.
    Repeat(Index),
}

fn value() -> impl Strategy<Value = Value> {
    let texts = select(vec![
        "",
        "x",
        "ana",
        "ben",
        "claim",
        "source:7",
        "2026-01-01T00:00:00Z",
        "2026-01-01",
        "published",
        "[]",
        "{}",
        "[[1,2,3]]",
        "01977420-e3d0-7990-a3db-163e5fe69c4a",
        "standard/false",
        "standard",
    ]);
    prop_oneof![
        4 => texts.prop_map(Value::from),
        2 => select(vec![-1, 0, 1, 2, 3, 40, i64::MAX]).prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        2 => Just(Value::Null),
        1 => Just(json!([])),
        1 => Just(json!({})),
        1 => Just(json!(0.5)),
        1 => any::<String>().prop_map(Value::from),
    ]
}

fn tampering() -> impl Strategy<Value = Tampering> {
    prop_oneof![
        6 => (any::<Index>(), vec(any::<Index>(), 4), value()).prop_map(|(line, path, value)| Tampering::Change(line, path, value)),
        4 => (any::<Index>(), any::<Index>(), any::<Index>()).prop_map(|(line, other, field)| Tampering::Swap(line, other, field)),
        1 => any::<Index>().prop_map(Tampering::Remove),
        1 => any::<Index>().prop_map(Tampering::Repeat),
    ]
}

/// Puts a value somewhere into another, on a path of choices.
fn put(into: &mut Value, path: &[Index], value: Value) {
    let inner = match into {
        Value::Object(fields) if !fields.is_empty() => {
            let at = path.first().map_or(0, |index| index.index(fields.len()));
            fields.values_mut().nth(at)
        }
        Value::Array(items) if !items.is_empty() => {
            let at = path.first().map_or(0, |index| index.index(items.len()));
            items.get_mut(at)
        }
        _ => None,
    };
    match inner {
        Some(inner) if !path.is_empty() => put(inner, &path[1..], value),
        _ => *into = value,
    }
}

fn tampered(what: &[Tampering]) -> String {
    let mut lines = ARCHIVE.clone();
    let (first, end) = (lines.remove(0), lines.pop().unwrap());
    drop(end);
    // The history is hashed, so that tampering with it is refused at once.
    let past = lines
        .iter()
        .filter(|line| line.starts_with("{\"kind\":\"event\""))
        .count();
    for one in what {
        let things = lines.len() - past;
        let at = |index: &Index| past + index.index(things);
        match one {
            Tampering::Change(line, path, value) => {
                let line = at(line);
                let mut fields: Value = serde_json::from_str(&lines[line]).unwrap();
                put(&mut fields, path, value.clone());
                lines[line] = fields.to_string();
            }
            Tampering::Swap(line, other, field) => {
                let (line, other) = (at(line), at(other));
                let mut fields: Value = serde_json::from_str(&lines[line]).unwrap();
                let others: Value = serde_json::from_str(&lines[other]).unwrap();
                if let (Some(own), Some(theirs)) = (fields.as_object_mut(), others.as_object()) {
                    let names: Vec<String> = own
                        .keys()
                        .filter(|name| theirs.contains_key(*name))
                        .cloned()
                        .collect();
                    if let Some(name) = names.get(field.index(names.len().max(1))) {
                        own.insert(name.clone(), theirs[name].clone());
                    }
                }
                lines[line] = fields.to_string();
            }
            Tampering::Remove(line) => {
                lines.remove(at(line));
            }
            Tampering::Repeat(line) => {
                let line = lines[at(line)].clone();
                lines.push(line);
            }
        }
    }
    lines.insert(0, first);
    lines.push(format!(
        "{{\"kind\":\"end\",\"lines\":{}}}\n",
        lines.len() + 1
    ));
    lines.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_archive_that_was_tampered_with_is_refused_or_leaves_a_sound_desk(what in vec(tampering(), 1..3)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.db");
        drop(desks::new_desk(&path));
        desks::give(&path, tampered(&what).as_bytes());
    }
}

#[test]
fn the_archive_that_is_tampered_with_is_taken_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("desk.db");
    drop(desks::new_desk(&path));
    assert!(desks::give(&path, tampered(&[]).as_bytes()));
}

/// Such a value would stand on the desk from then on, and no command could have put it there.
#[test]
fn a_setting_with_a_value_that_it_can_t_have_is_refused() {
    for (setting, value) in [("report-title", ""), ("evidence-required", "published")] {
        let mut lines = ARCHIVE.clone();
        let is_it = |line: &&mut String| line.contains(&format!("\"key\":\"{setting}\""));
        let line = lines.iter_mut().find(is_it).unwrap();
        let mut fields: Value = serde_json::from_str(line).unwrap();
        fields["value"] = value.into();
        *line = fields.to_string();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.db");
        drop(desks::new_desk(&path));
        let taken = desks::give(&path, lines.join("\n").as_bytes());
        assert!(!taken, "{setting} was taken as {value}");
    }
}

/// The desk would find it by none of its names.
#[test]
fn a_source_that_is_not_recognised_by_its_identity_is_refused() {
    let mut lines = ARCHIVE.clone();
    let is_source = |line: &&mut String| line.contains("\"kind\":\"source\"");
    let line = lines.iter_mut().find(is_source).unwrap();
    let mut fields: Value = serde_json::from_str(line).unwrap();
    fields["identity"] = "".into();
    *line = fields.to_string();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("desk.db");
    drop(desks::new_desk(&path));
    assert!(!desks::give(&path, lines.join("\n").as_bytes()));
}
