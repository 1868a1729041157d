//! Rules for bodies and targets (sections 3.2, 4 and appendix D): pages, texts,
//! choices, and parts of pages.

use serde_json::Value;

use super::values::{IRI, Many, TEXT, Wanted, each, is_iri, property};
use super::{Look, Rule, agents, annotation, selector};
use crate::interchange::linked::{JsonPath, Level, Problems, object};

const NEITHER: Rule = (Level::Error, "resource", "W3C Web Annotation 3.2");
const ID: Rule = (Level::Error, "resource-id", "W3C Web Annotation 3.2.1");
const FORMAT: Rule = (Level::Error, "format", "W3C Web Annotation 3.2.1");
const LANGUAGE: Rule = (Level::Error, "language", "W3C Web Annotation 3.2.1");
const PROCESSING: Rule = (
    Level::Error,
    "processing-language",
    "W3C Web Annotation 3.2.1",
);
const DIRECTION: Rule = (Level::Error, "text-direction", "W3C Web Annotation 3.2.1");
const VALUE: Rule = (Level::Error, "text-value", "W3C Web Annotation 3.2.4");
const CHOICE: Rule = (
    Level::Error,
    "choice",
    "W3C Web Annotation 3.2.7, appendix D",
);
const SOURCE: Rule = (Level::Error, "source", "W3C Web Annotation 4");
const STYLE: Rule = (Level::Error, "style-class", "W3C Web Annotation 4.4");
const SLIP: Rule = (
    Level::Warning,
    "unknown-name",
    "W3C Web Annotation, appendix C",
);

/// Constructions of several resources.
const SETS: [&str; 4] = ["Choice", "Composite", "List", "Independents"];

const A_DIRECTION: Wanted = Wanted {
    what: "ltr, rtl or auto",
    is: |value| matches!(value.as_str(), Some("ltr" | "rtl" | "auto")),
};

/// A language code (BCP 47), by its form.
const A_LANGUAGE: Wanted = Wanted {
    what: "a language code such as en or pt-BR",
    is: |value| {
        value.as_str().is_some_and(|tag| {
            let mut parts = tag.split('-');
            let is_part = |part: &str| {
                (1..=8).contains(&part.len()) && part.bytes().all(|c| c.is_ascii_alphanumeric())
            };
            parts.next().is_some_and(|first| {
                is_part(first) && first.bytes().all(|c| c.is_ascii_alphabetic())
            }) && parts.all(is_part)
        })
    },
};

/// Names of the model that slips are held against.
const NAMES: &[&str] = &[
    "format",
    "language",
    "processingLanguage",
    "textDirection",
    "purpose",
    "selector",
    "source",
    "state",
    "styleClass",
    "renderedVia",
    "accessibility",
    "creator",
    "created",
    "modified",
    "generator",
    "generated",
    "audience",
    "rights",
    "canonical",
];

/// What an annotation is about.
pub(super) fn target(value: &Value, path: &JsonPath, problems: &mut Problems) {
    resource(value, path, false, problems);
}

/// What an annotation says.
pub(super) fn body(value: &Value, path: &JsonPath, problems: &mut Problems) {
    resource(value, path, true, problems);
}

fn resource(value: &Value, path: &JsonPath, is_body: bool, problems: &mut Problems) {
    let Some(node) = object(value) else {
        if !value.as_str().is_some_and(is_iri) {
            let message = "this is neither an IRI nor an object that describes a resource";
            problems.add(NEITHER, path, Some(value), message);
        }
        return;
    };
    let look = Look { node, path };
    let set = SETS.iter().filter(|name| look.is(name)).count();
    if set > 0 || node.contains_key("items") {
        items(&look, set, is_body, problems);
    } else if node.contains_key("source") || look.is("SpecificResource") {
        specific(&look, problems);
    } else if is_body && (look.is("TextualBody") || node.contains_key("value")) {
        property(&look, "value", (Many::One, &TEXT), VALUE, problems);
        property(&look, "id", (Many::OneOrNone, &IRI), ID, problems);
        annotation::motivations(&look, "purpose", problems);
    } else {
        property(&look, "id", (Many::One, &IRI), ID, problems);
    }
    described(&look, problems);
    agents::common(&look, problems);
}

/// What is told of any body or target.
fn described(look: &Look<'_, '_>, problems: &mut Problems) {
    property(look, "format", (Many::Any, &TEXT), FORMAT, problems);
    property(
        look,
        "language",
        (Many::Any, &A_LANGUAGE),
        LANGUAGE,
        problems,
    );
    let one = (Many::OneOrNone, &A_LANGUAGE);
    property(look, "processingLanguage", one, PROCESSING, problems);
    property(
        look,
        "textDirection",
        (Many::OneOrNone, &A_DIRECTION),
        DIRECTION,
        problems,
    );
    for (name, value) in look.node {
        let slip = |known: &&&str| name != **known && strsim::damerau_levenshtein(name, known) <= 2;
        if name.len() > 5
            && !NAMES.contains(&name.as_str())
            && let Some(meant) = NAMES.iter().find(slip)
        {
            let message = format!("the model has no {name}; {meant} is probably meant");
            problems.add(SLIP, &look.at(name), Some(value), message);
        }
    }
}

fn items(look: &Look<'_, '_>, sets: usize, is_body: bool, problems: &mut Problems) {
    let several = matches!(look.get("type"), Some(Value::Array(types)) if types.len() != 1);
    if sets != 1 || several {
        let message = format!(
            "items need exactly one type, which is one of {}",
            SETS.join(", ")
        );
        problems.add(CHOICE, &look.at("type"), look.get("type"), message);
    }
    let path = look.at("items");
    match look.get("items") {
        Some(Value::Array(all)) if !all.is_empty() => {
            for (at, one) in all.iter().enumerate() {
                resource(one, &path.index(at), is_body, problems);
            }
        }
        other => {
            let message = "items has to be a list of one resource or more";
            problems.add(CHOICE, &path, other, message);
        }
    }
    property(look, "id", (Many::OneOrNone, &IRI), ID, problems);
}

/// A part of a resource, or a resource in a state, style or role (section 4).
fn specific(look: &Look<'_, '_>, problems: &mut Problems) {
    property(look, "id", (Many::OneOrNone, &IRI), ID, problems);
    let path = look.at("source");
    match look.get("source") {
        None => {
            let message = "source is missing: the resource that this is a part of";
            problems.add(SOURCE, &path, None, message);
        }
        Some(Value::Array(all)) if all.len() != 1 => {
            let message = format!("there are {} sources; there may be exactly one", all.len());
            problems.add(SOURCE, &path, look.get("source"), message);
        }
        Some(one) => {
            for (path, one) in each(one, &path) {
                resource(one, &path, false, problems);
            }
        }
    }
    annotation::motivations(look, "purpose", problems);
    property(look, "styleClass", (Many::Any, &TEXT), STYLE, problems);
    selector::selectors(look, "selector", problems);
    selector::states(look, "state", problems);
}
