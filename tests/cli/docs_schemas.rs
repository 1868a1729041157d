//! The page of JSON schemas, made from what `claimdesk schema` prints.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

use crate::docs_pages::anchor;
use crate::docs_reference::cell;
use crate::world::World;

/// The parts that schemas are made of, by name and what they are.
type Parts = BTreeMap<String, Vec<(Value, String)>>;

/// Says of every schema which fields there are.
pub(crate) fn told() -> String {
    let world = World::new();
    let names = world.json(&["schema"]);
    let schemas: Vec<(String, String, Value)> = names
        .as_array()
        .unwrap()
        .iter()
        .map(|named| {
            let name = named["name"].as_str().unwrap();
            let printed_by = named["printed_by"].as_str().unwrap();
            let schema = serde_json::from_str(&world.run(&["schema", name]).done()).unwrap();
            (name.to_owned(), printed_by.to_owned(), schema)
        })
        .collect();
    let parts = parts(&schemas);
    let mut told = String::from(
        "What commands print with `--format json`. `claimdesk schema NAME` prints a schema itself, as JSON Schema (2020-12). Where a command \
         prints a list, the schema is that of one thing in it. Which fields are a promise is told under [output for programs](output.md).\n\n\
         | schema | printed by |\n| --- | --- |\n",
    );
    for (name, printed_by, _) in &schemas {
        writeln!(
            told,
            "| [`{name}`](#{}) | {} |",
            anchor(name),
            cell(printed_by)
        )
        .unwrap();
    }
    for (name, _, schema) in &schemas {
        write!(told, "\n## {name}\n\n").unwrap();
        object(&mut told, schema, schema, &parts);
    }
    told += "\n## Parts\n\nWhat the fields above are made of.\n";
    for kinds in parts.values() {
        for (part, heading) in kinds {
            write!(told, "\n### {heading}\n\n").unwrap();
            object(&mut told, part, part, &parts);
        }
    }
    told
}

/// Each part once; two that differ and have the same name are told apart by
/// the schema that they stand in.
fn parts(schemas: &[(String, String, Value)]) -> Parts {
    let mut parts = Parts::new();
    for (schema_name, _, schema) in schemas {
        for (name, part) in schema["$defs"].as_object().into_iter().flatten() {
            let known = parts.entry(name.clone()).or_default();
            if !known.iter().any(|(other, _)| other == part) {
                let heading = match known.len() {
                    0 => format!("Part {name}"),
                    _ => format!("Part {name} of {schema_name}"),
                };
                known.push((part.clone(), heading));
            }
        }
    }
    parts
}

/// What an object or another value is.
fn object(told: &mut String, value: &Value, schema: &Value, parts: &Parts) {
    if let Some(about) = value["description"].as_str() {
        writeln!(told, "{}\n", cell(about)).unwrap();
    }
    let Some(fields) = value["properties"].as_object() else {
        writeln!(told, "It is {}.", kind(value, schema, parts)).unwrap();
        return;
    };
    told.push_str("| field | what it holds | what it is |\n| --- | --- | --- |\n");
    for (name, field) in fields {
        let about = field["description"].as_str().map_or_else(String::new, cell);
        let kind = kind(field, schema, parts);
        writeln!(told, "| `{name}` | {kind} | {about} |").unwrap();
    }
}

/// What a field holds, in words, with a link to the part that it is.
fn kind(field: &Value, schema: &Value, parts: &Parts) -> String {
    if let Some(reference) = field["$ref"].as_str() {
        let name = reference.trim_start_matches("#/$defs/");
        let known = &parts[name];
        let meant = &schema["$defs"][name];
        let heading = known
            .iter()
            .find(|(part, _)| part == meant)
            .map_or(&known[0].1, |(_, heading)| heading);
        return format!("[{name}](#{})", anchor(heading));
    }
    for any in ["anyOf", "oneOf"] {
        if let Some(choices) = field[any].as_array() {
            let choices: Vec<String> = choices
                .iter()
                .map(|choice| kind(choice, schema, parts))
                .collect();
            return choices.join(" or ");
        }
    }
    if let Some(words) = field["enum"].as_array() {
        let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
        return words.join(", ").replace('"', "");
    }
    if let Some(word) = field.get("const") {
        return format!("`{}`", word.to_string().replace('"', ""));
    }
    let types = match &field["type"] {
        Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
        Value::String(one) => vec![one.as_str()],
        _ => vec!["any value"],
    };
    let types: Vec<String> = types
        .into_iter()
        .map(|name| match name {
            "array" => format!("a list of {}", kind(&field["items"], schema, parts)),
            "object" => "an object".to_owned(),
            "integer" => "a whole number".to_owned(),
            "boolean" => "true or false".to_owned(),
            "string" if field["format"] == "date-time" => "a time".to_owned(),
            "string" if field["format"] == "date" => "a day".to_owned(),
            "string" => "a text".to_owned(),
            "number" => "a number".to_owned(),
            other => other.to_owned(),
        })
        .collect();
    types.join(" or ")
}
