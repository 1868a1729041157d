//! Values in the several ways that JSON-LD and its users write them.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::JsonPath;

/// Where names of schema.org begin.
const SCHEMA: [&str; 3] = ["https://schema.org/", "http://schema.org/", "schema:"];

/// The types of a node as they are written: `@type` or `type`, one or several.
pub(in crate::interchange) fn types(node: &Map<String, Value>) -> Vec<&str> {
    let written = node.get("@type").or_else(|| node.get("type"));
    written
        .map(items)
        .unwrap_or_default()
        .iter()
        .filter_map(Value::as_str)
        .collect()
}

/// The types of a node, without the address of schema.org.
pub(in crate::interchange) fn type_names(node: &Map<String, Value>) -> Vec<&str> {
    let short = |name| {
        let mut prefixes = SCHEMA.iter();
        prefixes.find_map(|prefix| str::strip_prefix(name, *prefix))
    };
    types(node)
        .into_iter()
        .map(|name| short(name).unwrap_or(name))
        .collect()
}

/// The items of an array, or the one value that stands alone.
pub(in crate::interchange) fn items(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        Value::Null => &[],
        one => std::slice::from_ref(one),
    }
}

/// A number, also one that is written as a text.
pub(in crate::interchange) fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        Value::Array(items) if items.len() == 1 => number(&items[0]),
        Value::Object(fields) => number(fields.get("@value")?),
        _ => None,
    }
    .filter(|number| number.is_finite())
}

/// A value that is an object.
pub(in crate::interchange) fn object(value: &Value) -> Option<&Map<String, Value>> {
    value.as_object()
}

/// The nodes of a document that have an `@id`, so that those which only name it
/// can be looked up.
#[derive(Debug, Default)]
pub(in crate::interchange) struct Graph<'v> {
    by_id: HashMap<&'v str, (JsonPath, &'v Value)>,
}

impl<'v> Graph<'v> {
    /// Looks through a whole document.
    pub(in crate::interchange) fn of(value: &'v Value) -> Self {
        let mut graph = Self::default();
        graph.add(value, &JsonPath::default());
        graph
    }

    fn add(&mut self, value: &'v Value, path: &JsonPath) {
        match value {
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.add(item, &path.index(at));
                }
            }
            Value::Object(fields) => {
                if let Some(Value::String(id)) = fields.get("@id")
                    && fields.len() > 1
                {
                    self.by_id
                        .entry(id)
                        .or_insert_with(|| (path.clone(), value));
                }
                for (name, field) in fields {
                    if field.is_array() || field.is_object() {
                        self.add(field, &path.key(name));
                    }
                }
            }
            _ => {}
        }
    }

    /// The node that a value means: itself, or the one whose `@id` is all that it
    /// says.
    pub(in crate::interchange) fn meant<'a>(
        &'a self,
        value: &'a Value,
        path: &JsonPath,
    ) -> (JsonPath, &'a Value) {
        let named = object(value)
            .filter(|fields| fields.len() == 1)
            .and_then(|fields| fields.get("@id")?.as_str())
            .and_then(|id| self.by_id.get(id));
        match named {
            Some((path, node)) => (path.clone(), *node),
            None => (path.clone(), value),
        }
    }
}
