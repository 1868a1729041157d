//! Objects written with their keys in the order of the data set; others follow.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::{Map, Value};

const RECORD: &[&str] = &[
    "claim",
    "required_reannotation",
    "label",
    "justification",
    "claim_date",
    "speaker",
    "original_claim_url",
    "cached_original_claim_url",
    "fact_checking_article",
    "reporting_source",
    "location_ISO_code",
    "claim_types",
    "fact_checking_strategies",
    "questions",
];

const QUESTION: &[&str] = &["question", "answers"];

/// What an answer says; all of it are texts.
pub(super) const ANSWER: &[&str] = &[
    "answer",
    "answer_type",
    "source_url",
    "source_medium",
    "cached_source_url",
    "boolean_explanation",
];

/// An object of the format.
pub(super) struct Ordered<'v>(pub(super) &'v Map<String, Value>);

/// An object with its order, and those of the objects in its lists.
struct Object<'v> {
    object: &'v Map<String, Value>,
    orders: &'static [&'static [&'static str]],
}

struct List<'v> {
    list: &'v [Value],
    orders: &'static [&'static [&'static str]],
}

impl Serialize for Ordered<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let object = Object {
            object: self.0,
            orders: &[RECORD, QUESTION, ANSWER],
        };
        object.serialize(serializer)
    }
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (order, inner): (&[&str], _) = match self.orders.split_first() {
            Some((order, inner)) => (order, inner),
            None => (&[], &[][..]),
        };
        let mut map = serializer.serialize_map(Some(self.object.len()))?;
        let known = order
            .iter()
            .filter_map(|key| self.object.get_key_value(*key));
        let others = self.object.iter();
        let others = others.filter(|(key, _)| !order.contains(&key.as_str()));
        for (key, value) in known.chain(others) {
            match value {
                Value::Array(list) if is_inner(key) => {
                    map.serialize_entry(
                        key,
                        &List {
                            list,
                            orders: inner,
                        },
                    )?;
                }
                other => map.serialize_entry(key, other)?,
            }
        }
        map.end()
    }
}

/// Whether the objects of the list of that name have an order of their own.
fn is_inner(key: &str) -> bool {
    matches!(key, "questions" | "answers")
}

impl Serialize for List<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.list.len()))?;
        for value in self.list {
            match value {
                Value::Object(object) => list.serialize_element(&Object {
                    object,
                    orders: self.orders,
                })?,
                other => list.serialize_element(other)?,
            }
        }
        list.end()
    }
}
