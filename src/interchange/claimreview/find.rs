//! Where in a document the reviews are: alone, in an array, a graph, a feed, or
//! below any other node.

use serde_json::{Map, Value};

use crate::interchange::linked::{JsonPath, object, type_names};

/// What was found in a document.
pub(super) enum Found<'v> {
    /// A ClaimReview.
    Review(&'v Map<String, Value>),
    /// A claim with the reviews of it, as Google's Fact Check Tools answer.
    Answer(&'v Map<String, Value>),
}

/// Whether a node is a ClaimReview.
pub fn is_review(node: &Map<String, Value>) -> bool {
    type_names(node).contains(&"ClaimReview")
}

/// Whether an object is a claim of `claims:search`: without a type, and with a
/// list of reviews.
fn is_answer(node: &Map<String, Value>) -> bool {
    node.get("claimReview").is_some_and(Value::is_array) && type_names(node).is_empty()
}

/// Calls `found` for each review of a document, in its order.
pub(super) fn find<'v>(
    value: &'v Value,
    path: &JsonPath,
    found: &mut dyn FnMut(&JsonPath, Found<'v>),
) {
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                if item.is_array() || item.is_object() {
                    find(item, &path.index(at), found);
                }
            }
        }
        Value::Object(node) if is_review(node) => found(path, Found::Review(node)),
        Value::Object(node) if is_answer(node) => found(path, Found::Answer(node)),
        Value::Object(node) => {
            for (name, field) in node {
                if field.is_array() || field.is_object() {
                    find(field, &path.key(name), found);
                }
            }
        }
        _ => {}
    }
}

/// The token of the next page of Google's answer, where it names one.
pub(super) fn next_page(value: &Value) -> Option<String> {
    let answer = object(value)?;
    let token = answer.get("nextPageToken")?.as_str()?;
    let is_answer = ["claims", "results"]
        .iter()
        .any(|name| answer.contains_key(*name));
    (is_answer && !token.is_empty()).then(|| token.to_owned())
}
