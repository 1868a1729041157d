//! Values as CSV: a header of field names, then a row for each value, with
//! the fields in the order in which JSON has them.
//!
//! Lists and objects within a value are written as JSON text. A text that a
//! spreadsheet would take for a formula gets an apostrophe before it.

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

use crate::cli::error::CliError;
use crate::text::cells::no_formula;

/// The values as CSV. Without values there are no fields to name, so that an
/// empty list is an empty text.
pub(crate) fn rows<T: Serialize>(values: &[T]) -> Result<String, CliError> {
    let Some(first) = values.first() else {
        return Ok(String::new());
    };
    let mut text = head(first)?;
    for value in values {
        text += &row(value)?;
    }
    Ok(text)
}

/// The row that names the fields of a value.
pub(super) fn head<T: Serialize>(value: &T) -> Result<String, CliError> {
    record(fields(value)?.into_iter().map(|(name, _)| name))
}

/// The row of a value.
pub(super) fn row<T: Serialize>(value: &T) -> Result<String, CliError> {
    record(fields(value)?.iter().map(|(_, value)| cell(value)))
}

fn fields<T: Serialize>(value: &T) -> Result<Vec<(String, Value)>, CliError> {
    let json = serde_json::to_string(value).map_err(|error| failed(&error))?;
    let Fields(fields) = serde_json::from_str(&json).map_err(|error| failed(&error))?;
    Ok(fields)
}

fn record(cells: impl Iterator<Item = String>) -> Result<String, CliError> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells).map_err(|error| failed(&error))?;
    let bytes = writer.into_inner().map_err(|error| failed(&error))?;
    String::from_utf8(bytes).map_err(|error| failed(&error))
}

fn failed(error: &dyn std::fmt::Display) -> CliError {
    CliError::Show(error.to_string())
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => no_formula(text),
        other => other.to_string(),
    }
}

/// The fields of an object in the order in which they were written.
struct Fields(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Fields(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Row {
        words: &'static str,
        amount: f64,
        list: Vec<u8>,
        none: Option<u8>,
    }

    #[test]
    fn fields_keep_their_order_and_lists_are_json() {
        let row = Row {
            words: "a, b",
            amount: -1.5,
            list: vec![1, 2],
            none: None,
        };
        assert_eq!(
            rows(&[row]).unwrap(),
            "words,amount,list,none\n\"a, b\",-1.5,\"[1,2]\",\n"
        );
    }
}
