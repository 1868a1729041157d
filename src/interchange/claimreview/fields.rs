//! The fields of a node, taken out one by one as they are understood. What is
//! left is what else the document says, and what can't be read stays in it.

use serde_json::{Map, Value};

use super::When;
use super::dates;
use crate::interchange::linked::{
    Graph, JsonPath, Level, Problems, decoded, items, number, object,
};

/// Who asks for what the reader could not read.
const SCHEMA: &str = "schema.org 30";

/// The fields of a node that are not taken yet.
pub(super) struct Fields<'g> {
    /// They.
    pub(super) left: Map<String, Value>,
    /// Where the node stands.
    pub(super) path: JsonPath,
    graph: &'g Graph<'g>,
}

impl<'g> Fields<'g> {
    /// The fields of a node.
    pub(super) fn of(node: &Map<String, Value>, path: JsonPath, graph: &'g Graph<'g>) -> Self {
        Self {
            left: node.clone(),
            path,
            graph,
        }
    }

    /// A text on one line.
    pub(super) fn line(&mut self, name: &str, problems: &mut Problems) -> Option<String> {
        self.take(name, "a text", problems, |value| {
            Some(
                text(value)?
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" "),
            )
        })
        .filter(|text| !text.is_empty())
    }

    /// A text with its lines.
    pub(super) fn text(&mut self, name: &str, problems: &mut Problems) -> Option<String> {
        self.take(name, "a text", problems, |value| {
            Some(text(value)?.trim().to_owned())
        })
        .filter(|text| !text.is_empty())
    }

    /// A number.
    pub(super) fn number(&mut self, name: &str, problems: &mut Problems) -> Option<f64> {
        self.take(name, "a number", problems, number)
    }

    /// A date.
    pub(super) fn date(&mut self, name: &str, problems: &mut Problems) -> Option<When> {
        self.take(name, "a date that means one day", problems, |value| {
            dates::when(&text(value)?)
        })
    }

    /// An address: a text, or the `@id` or `url` of a node.
    pub(super) fn address(&mut self, name: &str, problems: &mut Problems) -> Option<String> {
        self.take(name, "an address", problems, address)
            .filter(|text| !text.is_empty())
    }

    /// Takes a field as what `read` makes of it. What it can't read is reported and
    /// left.
    fn take<T>(
        &mut self,
        name: &str,
        wanted: &str,
        problems: &mut Problems,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Option<T> {
        let value = self.left.get(name)?;
        if is_empty(value) {
            self.left.remove(name);
            return None;
        }
        let read = read(value);
        if read.is_some() {
            self.left.remove(name);
        } else {
            let rule = (Level::Warning, "unread", SCHEMA);
            let message = format!("this can't be read as {wanted}");
            problems.add(rule, &self.path.key(name), Some(value), message);
        }
        read
    }

    /// The one node that a field has, or the text in its place, without taking it.
    pub(super) fn node(&self, name: &str) -> Option<(JsonPath, Value)> {
        let value = self.left.get(name)?;
        let path = self.path.key(name);
        let (path, one) = match value {
            Value::Array(several) => {
                let mut several = several.iter().enumerate();
                let (at, first) = several.find(|(_, one)| !is_empty(one))?;
                (path.index(at), first)
            }
            one => (path, one),
        };
        let (path, node) = self.graph.meant(one, &path);
        (!is_empty(node)).then(|| (path, node.clone()))
    }

    /// Each node that a field has, or text in its place, without taking it.
    pub(super) fn nodes(&self, name: &str) -> Vec<(JsonPath, Value)> {
        let Some(value) = self.left.get(name) else {
            return Vec::new();
        };
        let path = self.path.key(name);
        let placed = |(at, item)| {
            let path = if value.is_array() {
                path.index(at)
            } else {
                path.clone()
            };
            let (path, node) = self.graph.meant(item, &path);
            (path, node.clone())
        };
        let each = items(value).iter().enumerate();
        each.filter(|(_, item)| !is_empty(item))
            .map(placed)
            .collect()
    }

    /// The fields of a node within this one.
    pub(super) fn within(&self, node: &Map<String, Value>, path: &JsonPath) -> Self {
        Self::of(node, path.clone(), self.graph)
    }

    /// Puts what is left of a node within this one in its place; nothing where
    /// nothing is left.
    pub(super) fn leave(&mut self, name: &str, left: Map<String, Value>) {
        if left.is_empty() {
            self.left.remove(name);
        } else {
            self.left.insert(name.to_owned(), Value::Object(left));
        }
    }
}

/// Whether a value says nothing.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.iter().all(is_empty),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

/// A text: itself, a number, an object with `@value`, or the first of a list.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(decoded(text)),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(items) => items.iter().find_map(text),
        Value::Object(fields) => text(fields.get("@value")?),
        _ => None,
    }
}

/// An address: a text, or the `url` or `@id` of a node.
pub(super) fn address(value: &Value) -> Option<String> {
    let written = match value {
        Value::Array(items) => items.iter().find_map(address)?,
        Value::Object(_) => {
            let fields = object(value)?;
            ["url", "@id", "@value"]
                .iter()
                .find_map(|name| address(fields.get(*name)?))?
        }
        other => text(other)?,
    };
    Some(written.trim().to_owned())
}
