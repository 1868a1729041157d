//! Published schemas: what is printed as JSON is what they say, and a change of
//! them is noticed.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::collections::BTreeMap;

use boon::{Compiler, Schemas};
use claimdesk::cli::exit::Exit;
use serde_json::Value;

use crate::world::{FLAG, World};

/// What each schema describes, printed on a desk with something of everything.
const PRINTED: [(&str, &[&str]); 24] = [
    ("article", &["article", "list"]),
    ("article-detail", &["article", "show", "1"]),
    ("audit", &["audit", "verify"]),
    ("claim", &["claim", "list"]),
    ("claim-detail", &["claim", "show", "1"]),
    ("coverage", &["coverage", "1"]),
    ("event", &["log"]),
    ("extract", &["extract", "bridge.txt"]),
    ("fact", &["reference", "list"]),
    ("flag-in-place", &["flag", "list"]),
    ("gate", &["gate", "1"]),
    ("health", &["doctor"]),
    ("match", &["match", "The bridge opened in 1931."]),
    ("model", &["model", "show"]),
    ("policy", &["policy", "show"]),
    ("report", &["report", "1"]),
    ("reviewer", &["reviewer", "list"]),
    ("rule", &["lint", "--list"]),
    ("scale", &["scale", "list"]),
    ("search", &["search", "bridge"]),
    ("setting", &["config", "list"]),
    ("source-detail", &["source", "show", "1"]),
    ("story", &["claim", "history", "1"]),
    ("verdict", &["verdict", "history", "1"]),
];

fn schema(world: &World, name: &str) -> Value {
    serde_json::from_str(&world.run(&["schema", name]).done()).unwrap()
}

/// Why a value is not what a schema says, if it is not.
fn problem(schema: &Value, value: &Value) -> Option<String> {
    let mut compiler = Compiler::new();
    compiler
        .add_resource("schema.json", schema.clone())
        .unwrap();
    let mut schemas = Schemas::new();
    let index = compiler.compile("schema.json", &mut schemas).unwrap();
    let problem = schemas.validate(value, index).err()?;
    Some(problem.to_string())
}

#[test]
fn what_is_printed_is_what_its_schema_says() {
    let world = World::with_verdict();
    world.run(&FLAG).done();
    for (name, command) in PRINTED {
        let schema = schema(&world, name);
        // A gate that is shut says so with its exit code as well.
        let printed = world.run(&[command, &["--format", "json"]].concat());
        let printed = serde_json::from_str(&printed.stdout).unwrap();
        let things = match printed {
            Value::Array(things) => things,
            other => vec![other],
        };
        assert!(!things.is_empty(), "{command:?} prints nothing");
        for thing in things {
            assert_eq!(problem(&schema, &thing), None, "{name}: {thing}");
            let odd = Value::Array(vec![thing]);
            assert!(problem(&schema, &odd).is_some(), "{name} says nothing");
        }
    }
}

#[test]
fn an_error_and_an_exported_claim_have_schemas_too() {
    let world = World::with_verdict();
    let refused = world.run(&["claim", "show", "99", "--format", "json"]);
    let told = refused.fails_with_json(Exit::UnknownNumber);
    assert_eq!(problem(&schema(&world, "error"), &told), None);
    let exported = world.run(&["export", "--format", "jsonl"]).done();
    for line in exported.lines() {
        let record = serde_json::from_str(line).unwrap();
        assert_eq!(problem(&schema(&world, "record"), &record), None, "{line}");
    }
}

/// What a field of a schema holds, in a word.
fn kind(field: &Value) -> String {
    if let Some(name) = field["$ref"].as_str() {
        return name.trim_start_matches("#/$defs/").to_owned();
    }
    if let Some(any) = field["anyOf"].as_array() {
        return any.iter().map(kind).collect::<Vec<_>>().join(" or ");
    }
    let of = field
        .get("items")
        .map(|items| format!(" of {}", kind(items)));
    let words = field.get("enum").map(|words| format!(" {words}"));
    let what = field
        .get("type")
        .map(|name| name.to_string().replace('"', ""));
    [what, of, words].into_iter().flatten().collect()
}

/// The fields of an object, a line each.
fn fields(object: &Value) -> String {
    let Some(fields) = object["properties"].as_object() else {
        return format!("  {}\n", kind(object));
    };
    let line = |(name, field): (&String, &Value)| format!("  {name}: {}\n", kind(field));
    fields.iter().map(line).collect()
}

/// Fields may be added; look at the difference before accepting it.
#[test]
fn no_schema_changes_unnoticed() {
    let world = World::with_desk();
    let names = world.json(&["schema"]);
    let mut all = String::new();
    let mut parts = BTreeMap::new();
    for name in names.as_array().unwrap() {
        let name = name["name"].as_str().unwrap();
        let schema = schema(&world, name);
        all.extend([name, "\n", &fields(&schema)]);
        for (name, part) in schema["$defs"].as_object().into_iter().flatten() {
            parts.insert(name.clone(), fields(part));
        }
    }
    for (name, fields) in parts {
        all.extend([&*name, "\n", &fields]);
    }
    insta::assert_snapshot!(all);
}

#[test]
fn a_schema_that_there_is_not_is_refused() {
    let world = World::new();
    let said = world.run(&["schema", "claims"]).fails_with(Exit::Usage);
    assert!(said.contains("claimdesk schema"), "{said}");
}
