//! Rules for an annotation itself (section 3.1) and its string body (3.2.5).

use serde_json::Value;

use super::values::{IRI, Many, each, has_context, is_iri, property};
use super::{Look, Rule, agents, resource};
use crate::interchange::linked::{Level, Problems, types};

const ID: Rule = (Level::Error, "id", "W3C Web Annotation 3.1");
const KIND: Rule = (Level::Error, "type", "W3C Web Annotation 3.1");
const TARGET: Rule = (Level::Error, "target", "W3C Web Annotation 3.1");
const NO_BODY: Rule = (Level::Warning, "body-missing", "W3C Web Annotation 3.1");
const BODY_VALUE: Rule = (Level::Error, "body-value", "W3C Web Annotation 3.2.5");
const BOTH: Rule = (Level::Error, "body-twice", "W3C Web Annotation 3.2.5");
const MOTIVATION: Rule = (Level::Warning, "motivation", "W3C Web Annotation 3.3.5");
const STYLE: Rule = (Level::Error, "stylesheet", "W3C Web Annotation 4.4");

/// The motivations of the model (section 3.3.5).
pub(super) const MOTIVATIONS: &[&str] = &[
    "assessing",
    "bookmarking",
    "classifying",
    "commenting",
    "describing",
    "editing",
    "highlighting",
    "identifying",
    "linking",
    "moderating",
    "questioning",
    "replying",
    "tagging",
];

/// An annotation that is a document of its own.
pub(super) fn alone(look: &Look<'_, '_>, problems: &mut Problems) {
    has_context(look, problems);
    within(look, problems);
}

/// An annotation that lies on a page, whose context holds for it.
pub(super) fn within(look: &Look<'_, '_>, problems: &mut Problems) {
    property(look, "id", (Many::One, &IRI), ID, problems);
    if !look.is("Annotation") {
        let message = match types(look.node).as_slice() {
            [] => "type is missing; it has to include Annotation",
            _ => "type has to include Annotation",
        };
        problems.add(KIND, &look.at("type"), look.get("type"), message);
    }
    targets(look, problems);
    bodies(look, problems);
    motivations(look, "motivation", problems);
    agents::common(look, problems);
    if let Some(style) = look.get("stylesheet") {
        let several = matches!(style, Value::Array(all) if all.len() != 1);
        if several || !style.is_object() && !style.is_array() && !style.as_str().is_some_and(is_iri)
        {
            let message = "there may be one stylesheet, an IRI or an object";
            problems.add(STYLE, &look.at("stylesheet"), Some(style), message);
        }
    }
}

fn targets(look: &Look<'_, '_>, problems: &mut Problems) {
    let path = look.at("target");
    let targets = look
        .get("target")
        .map(|all| each(all, &path))
        .unwrap_or_default();
    if targets.is_empty() {
        let message = "target is missing: what the annotation is about";
        problems.add(TARGET, &path, look.get("target"), message);
    }
    for (path, one) in targets {
        resource::target(one, &path, problems);
    }
}

fn bodies(look: &Look<'_, '_>, problems: &mut Problems) {
    let body_value = look.get("bodyValue");
    let path = look.at("bodyValue");
    match (look.get("body"), body_value) {
        (Some(_), Some(_)) => {
            let message = "there may be a body or a bodyValue, not both";
            problems.add(BOTH, &path, body_value, message);
        }
        (None, None) if !look.node.contains_key("motivation") => {
            let message =
                "there is neither a body nor a motivation, so that nothing is said of the target";
            problems.add(NO_BODY, &look.at("body"), None, message);
        }
        _ => {}
    }
    if let Some(value) = body_value.filter(|value| !value.is_string()) {
        let message = "bodyValue has to be one text";
        problems.add(BODY_VALUE, &path, Some(value), message);
    }
    let path = look.at("body");
    for (path, one) in look
        .get("body")
        .map(|all| each(all, &path))
        .unwrap_or_default()
    {
        resource::body(one, &path, problems);
    }
}

/// The motivations, or purposes, are those of the model, or those of another
/// vocabulary by their address.
pub(super) fn motivations(look: &Look<'_, '_>, name: &str, problems: &mut Problems) {
    for (path, one) in look
        .get(name)
        .map(|all| each(all, &look.at(name)))
        .unwrap_or_default()
    {
        let known = one
            .as_str()
            .is_some_and(|word| MOTIVATIONS.contains(&word) || word.contains(':'));
        if !known {
            let message = format!("{name} is none of the model: {}", MOTIVATIONS.join(", "));
            problems.add(MOTIVATION, &path, Some(one), message);
        }
    }
}
