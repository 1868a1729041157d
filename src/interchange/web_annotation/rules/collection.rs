//! Rules for collections and their pages (section 5).

use serde_json::Value;

use super::values::{COUNT, IRI, Many, TEXT, has_context, is_iri, property};
use super::{Look, Rule, agents, annotation};
use crate::interchange::linked::{Level, Problems, object};

const ID: Rule = (Level::Error, "collection-id", "W3C Web Annotation 5.1, 5.2");
const LABEL: Rule = (Level::Error, "collection-label", "W3C Web Annotation 5.1");
const TOTAL: Rule = (Level::Error, "collection-total", "W3C Web Annotation 5.1");
const FIRST: Rule = (Level::Error, "collection-first", "W3C Web Annotation 5.1");
const ITEMS: Rule = (Level::Error, "page-items", "W3C Web Annotation 5.2");
const LINKS: Rule = (Level::Error, "page-links", "W3C Web Annotation 5.2");
const INDEX: Rule = (Level::Error, "page-index", "W3C Web Annotation 5.2");
const OWN_CONTEXT: Rule = (Level::Warning, "page-context", "W3C Web Annotation 5.2");
const PART_OF: Rule = (Level::Warning, "page-part-of", "W3C Web Annotation 5.2");

/// A collection; gives back how many annotations it holds here.
pub(super) fn collection(look: &Look<'_, '_>, problems: &mut Problems) -> usize {
    has_context(look, problems);
    property(look, "id", (Many::One, &IRI), ID, problems);
    property(look, "label", (Many::Any, &TEXT), LABEL, problems);
    let total = property(look, "total", (Many::OneOrNone, &COUNT), TOTAL, problems);
    let total = total.first().and_then(|total| total.as_u64());
    agents::common(look, problems);
    link(look, "last", FIRST, problems);
    let path = look.at("first");
    match look.get("first") {
        None if total.is_some_and(|total| total > 0) => {
            let message = "first is missing; a collection that holds annotations has a first page";
            problems.add(FIRST, &path, None, message);
            0
        }
        Some(Value::Object(node)) => page(&Look { node, path: &path }, true, problems),
        Some(_) => {
            link(look, "first", FIRST, problems);
            0
        }
        None => 0,
    }
}

/// A page of a collection; gives back how many annotations it holds.
pub(super) fn page(look: &Look<'_, '_>, embedded: bool, problems: &mut Problems) -> usize {
    if !embedded {
        has_context(look, problems);
    } else if look.get("@context").is_some() {
        let message = "a page within its collection has no @context of its own";
        problems.add(
            OWN_CONTEXT,
            &look.at("@context"),
            look.get("@context"),
            message,
        );
    }
    if !look.is("AnnotationPage") {
        let message = "type has to include AnnotationPage";
        problems.add(ITEMS, &look.at("type"), look.get("type"), message);
    }
    property(look, "id", (Many::One, &IRI), ID, problems);
    property(
        look,
        "startIndex",
        (Many::OneOrNone, &COUNT),
        INDEX,
        problems,
    );
    property(look, "total", (Many::OneOrNone, &COUNT), TOTAL, problems);
    agents::common(look, problems);
    for name in ["next", "prev", "partOf"] {
        link(look, name, LINKS, problems);
    }
    if !embedded && look.get("partOf").is_none() {
        let message = "partOf should name the collection";
        problems.add(PART_OF, &look.at("partOf"), None, message);
    }
    let path = look.at("items");
    match look.get("items") {
        Some(Value::Array(all)) if !all.is_empty() => {
            for (at, one) in all.iter().enumerate() {
                let path = path.index(at);
                match object(one) {
                    Some(node) => annotation::within(&Look { node, path: &path }, problems),
                    None if one.as_str().is_some_and(is_iri) => {}
                    None => problems.add(ITEMS, &path, Some(one), "this is no annotation"),
                }
            }
            all.len()
        }
        other => {
            let message = "items has to be a list of one annotation or more";
            problems.add(ITEMS, &path, other, message);
            0
        }
    }
}

/// A reference to a page or collection: an IRI, or an object with its id.
fn link(look: &Look<'_, '_>, name: &str, rule: Rule, problems: &mut Problems) {
    let Some(value) = look.get(name) else { return };
    let id = match value {
        Value::Object(node) => node.get("id"),
        other => Some(other),
    };
    if !id.and_then(Value::as_str).is_some_and(is_iri) {
        let message = format!("{name} has to be an IRI, or an object with an id");
        problems.add(rule, &look.at(name), Some(value), message);
    }
}
