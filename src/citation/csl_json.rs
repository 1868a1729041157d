//! CSL-JSON, the form in which citation processors take items: an array of
//! them, or one.

use serde_json::Value;

use super::item::Item;
use super::{CitationError, Found};

/// An item as an indented object.
pub(super) fn write(item: &Item) -> String {
    // A map of texts always has a text form.
    serde_json::to_string_pretty(item).unwrap_or_default()
}

/// Objects as one array.
pub(super) fn array(objects: &[&str]) -> String {
    if objects.is_empty() {
        return "[]\n".to_owned();
    }
    let indented: Vec<String> = objects
        .iter()
        .map(|object| format!("  {}", object.replace('\n', "\n  ")))
        .collect();
    format!("[\n{}\n]\n", indented.join(",\n"))
}

/// The items of a file, each with its number and its id.
pub(super) fn read(text: &str) -> Result<Vec<Found>, CitationError> {
    let value: Value = serde_json::from_str(text).map_err(|error| CitationError::Malformed {
        line: error.line().max(1),
        problem: error.to_string(),
    })?;
    let items = match value {
        Value::Array(items) => items,
        // Some programs wrap the array: `{"items": […]}`.
        Value::Object(mut fields) => match fields.remove("items") {
            Some(Value::Array(items)) => items,
            _ => vec![Value::Object(fields)],
        },
        _ => {
            return Err(CitationError::Malformed {
                line: 1,
                problem: "CSL-JSON is an array of objects".to_owned(),
            });
        }
    };
    let read = items.iter().enumerate().map(|(index, value)| {
        let place = match value.get("id") {
            Some(Value::String(id)) => format!("item {} ({id})", index + 1),
            Some(Value::Number(id)) => format!("item {} ({id})", index + 1),
            _ => format!("item {}", index + 1),
        };
        let item = match value {
            Value::Object(fields) => Item::checked(fields),
            _ => Err("it is no object".to_owned()),
        };
        Found { place, item }
    });
    Ok(read.collect())
}
