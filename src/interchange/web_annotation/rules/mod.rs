//! What must hold of a Web Annotation, and what should: the Web Annotation Data
//! Model (W3C Recommendation, 23 February 2017), from whatever producer it is.
//! What the model says an annotation must is an error; what it should is a
//! warning where leaving it out is likely a slip.

mod agents;
mod annotation;
mod collection;
mod resource;
mod selector;
mod values;

use serde_json::{Map, Value};

use crate::interchange::linked::{JsonPath, Level, Problem, Problems, object, types};

/// The context that makes JSON an annotation.
pub const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// A rule: how much it matters, its name, and where it is written.
type Rule = (Level, &'static str, &'static str);

const NOT_ONE: Rule = (
    Level::Error,
    "no-annotation",
    "W3C Web Annotation 3.1, 5.1, 5.2",
);

/// A node that is looked at, and what is found wrong with it.
struct Look<'v, 'p> {
    node: &'v Map<String, Value>,
    path: &'p JsonPath,
}

impl<'v> Look<'v, '_> {
    fn get(&self, name: &str) -> Option<&'v Value> {
        self.node.get(name)
    }

    fn at(&self, name: &str) -> JsonPath {
        self.path.key(name)
    }

    fn is(&self, name: &str) -> bool {
        types(self.node).contains(&name)
    }
}

/// What a document of annotations is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Annotation,
    Page,
    Collection,
}

fn kind(node: &Map<String, Value>) -> Kind {
    let types = types(node);
    if types.contains(&"AnnotationCollection") {
        Kind::Collection
    } else if types.contains(&"AnnotationPage") {
        Kind::Page
    } else {
        Kind::Annotation
    }
}

/// Whether a document is one of annotations: by a type, or by the context.
pub fn is_annotation(value: &Value) -> bool {
    match value {
        Value::Array(all) => all.iter().any(is_annotation),
        Value::Object(node) => {
            let named = ["Annotation", "AnnotationPage", "AnnotationCollection"];
            types(node).iter().any(|one| named.contains(one))
                || values::contexts(node).contains(&CONTEXT)
        }
        _ => false,
    }
}

/// What is wrong with a document of annotations, and how many there are.
pub fn check(value: &Value) -> (usize, Vec<Problem>) {
    let mut problems = Problems::default();
    let root = JsonPath::default();
    let count = match value {
        Value::Array(all) => {
            let mut count = 0;
            for (at, one) in all.iter().enumerate() {
                count += document(one, &root.index(at), &mut problems);
            }
            if all.is_empty() {
                problems.add(NOT_ONE, &root, Some(value), "the list is empty");
            }
            count
        }
        one => document(one, &root, &mut problems),
    };
    (count, problems.0)
}

fn document(value: &Value, path: &JsonPath, problems: &mut Problems) -> usize {
    let Some(node) = object(value) else {
        let message = "this is no annotation, which is an object";
        problems.add(NOT_ONE, path, Some(value), message);
        return 0;
    };
    let look = Look { node, path };
    match kind(node) {
        Kind::Annotation => {
            annotation::alone(&look, problems);
            1
        }
        Kind::Page => collection::page(&look, false, problems),
        Kind::Collection => collection::collection(&look, problems),
    }
}

#[cfg(test)]
mod tests;
