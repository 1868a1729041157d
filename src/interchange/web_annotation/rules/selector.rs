//! Rules for selectors and states (sections 4.2 and 4.3).

use serde_json::Value;

use super::values::{COUNT, IRI, Many, TEXT, TIME, each, is_iri, property};
use super::{Look, Rule};
use crate::interchange::linked::{JsonPath, Level, Problems, object, types};

const NEITHER: Rule = (Level::Error, "selector", "W3C Web Annotation 4.2");
const FRAGMENT: Rule = (
    Level::Error,
    "fragment-selector",
    "W3C Web Annotation 4.2.1",
);
const CONFORMS: Rule = (
    Level::Warning,
    "fragment-conforms-to",
    "W3C Web Annotation 4.2.1",
);
const CSS: Rule = (Level::Error, "css-selector", "W3C Web Annotation 4.2.2");
const XPATH: Rule = (Level::Error, "xpath-selector", "W3C Web Annotation 4.2.3");
const QUOTE: Rule = (Level::Error, "quote-selector", "W3C Web Annotation 4.2.4");
const CONTEXT: Rule = (Level::Warning, "quote-context", "W3C Web Annotation 4.2.4");
const POSITION: Rule = (
    Level::Error,
    "position-selector",
    "W3C Web Annotation 4.2.5",
);
const ORDER: Rule = (
    Level::Warning,
    "position-order",
    "W3C Web Annotation 4.2.5, 4.2.6",
);
const DATA: Rule = (Level::Error, "data-selector", "W3C Web Annotation 4.2.6");
const SVG: Rule = (Level::Error, "svg-selector", "W3C Web Annotation 4.2.7");
const RANGE: Rule = (Level::Error, "range-selector", "W3C Web Annotation 4.2.8");
const STATE: Rule = (Level::Error, "state", "W3C Web Annotation 4.3");
const TIME_STATE: Rule = (Level::Error, "time-state", "W3C Web Annotation 4.3.1");
const REQUEST: Rule = (Level::Error, "request-state", "W3C Web Annotation 4.3.2");

/// The selectors in a property.
pub(super) fn selectors(look: &Look<'_, '_>, name: &str, problems: &mut Problems) {
    for (path, one) in look
        .get(name)
        .map(|all| each(all, &look.at(name)))
        .unwrap_or_default()
    {
        selector(one, &path, problems);
    }
}

/// The states in a property.
pub(super) fn states(look: &Look<'_, '_>, name: &str, problems: &mut Problems) {
    for (path, one) in look
        .get(name)
        .map(|all| each(all, &look.at(name)))
        .unwrap_or_default()
    {
        state(one, &path, problems);
    }
}

fn selector(value: &Value, path: &JsonPath, problems: &mut Problems) {
    let Some(node) = object(value) else {
        if !value.as_str().is_some_and(is_iri) {
            let message = "a selector is an IRI, or an object with a type";
            problems.add(NEITHER, path, Some(value), message);
        }
        return;
    };
    let look = Look { node, path };
    let kinds = types(node);
    match kinds.as_slice() {
        ["FragmentSelector"] => {
            property(&look, "value", (Many::One, &TEXT), FRAGMENT, problems);
            property(
                &look,
                "conformsTo",
                (Many::OneOrNone, &IRI),
                FRAGMENT,
                problems,
            );
            if look.get("conformsTo").is_none() {
                let message = "conformsTo should say which kind of fragment it is";
                problems.add(CONFORMS, &look.at("conformsTo"), None, message);
            }
        }
        ["CssSelector"] => drop(property(&look, "value", (Many::One, &TEXT), CSS, problems)),
        ["XPathSelector"] => drop(property(
            &look,
            "value",
            (Many::One, &TEXT),
            XPATH,
            problems,
        )),
        ["TextQuoteSelector"] => quote(&look, problems),
        ["TextPositionSelector"] => positions(&look, POSITION, problems),
        ["DataPositionSelector"] => positions(&look, DATA, problems),
        ["SvgSelector"] => {
            property(&look, "value", (Many::OneOrNone, &TEXT), SVG, problems);
            if !["value", "id"].iter().any(|name| node.contains_key(*name)) {
                let message = "the shape is missing: a value, or the id of where it is";
                problems.add(SVG, &look.at("value"), None, message);
            }
        }
        ["RangeSelector"] => range(&look, problems),
        [] if look.get("id").and_then(Value::as_str).is_some_and(is_iri) => {}
        [] => problems.add(NEITHER, &look.at("type"), None, "the selector has no type"),
        [one] if one.contains(':') => {}
        [one] => {
            let message = format!("{one} is no selector of the model");
            problems.add(NEITHER, &look.at("type"), look.get("type"), message);
        }
        _ => {
            let message = "a selector has exactly one type";
            problems.add(NEITHER, &look.at("type"), look.get("type"), message);
        }
    }
    selectors(&look, "refinedBy", problems);
}

fn quote(look: &Look<'_, '_>, problems: &mut Problems) {
    let exact = property(look, "exact", (Many::One, &TEXT), QUOTE, problems);
    if exact.iter().any(|one| one.as_str() == Some("")) {
        let message = "exact is empty, so that no words are selected";
        problems.add(CONTEXT, &look.at("exact"), look.get("exact"), message);
    }
    for name in ["prefix", "suffix"] {
        property(look, name, (Many::OneOrNone, &TEXT), QUOTE, problems);
        if look.get(name).is_none() {
            let message = format!("{name} is missing; it tells the same words elsewhere apart");
            problems.add(CONTEXT, &look.at(name), None, message);
        }
    }
}

fn positions(look: &Look<'_, '_>, rule: Rule, problems: &mut Problems) {
    let mut one = |name| {
        let found = property(look, name, (Many::One, &COUNT), rule, problems);
        found.first().and_then(|value| value.as_u64())
    };
    if let (Some(start), Some(end)) = (one("start"), one("end"))
        && end < start
    {
        let message = "the end lies before the start";
        problems.add(ORDER, &look.at("end"), look.get("end"), message);
    }
}

fn range(look: &Look<'_, '_>, problems: &mut Problems) {
    for name in ["startSelector", "endSelector"] {
        match look.get(name) {
            Some(Value::Array(all)) if all.len() != 1 => {
                let message = format!("there may be exactly one {name}");
                problems.add(RANGE, &look.at(name), look.get(name), message);
            }
            Some(_) => selectors(look, name, problems),
            None => {
                let message = format!("{name} is missing");
                problems.add(RANGE, &look.at(name), None, message);
            }
        }
    }
}

fn state(value: &Value, path: &JsonPath, problems: &mut Problems) {
    let Some(node) = object(value) else {
        if !value.as_str().is_some_and(is_iri) {
            let message = "a state is an IRI, or an object with a type";
            problems.add(STATE, path, Some(value), message);
        }
        return;
    };
    let look = Look { node, path };
    match types(node).as_slice() {
        ["TimeState"] => time_state(&look, problems),
        ["HttpRequestState"] => {
            property(&look, "value", (Many::One, &TEXT), REQUEST, problems);
        }
        [] if look.get("id").and_then(Value::as_str).is_some_and(is_iri) => {}
        [one] if one.contains(':') => {}
        _ => {
            let message = "a state has exactly one type, TimeState or HttpRequestState";
            problems.add(STATE, &look.at("type"), look.get("type"), message);
        }
    }
    // A state can be refined by states and by selectors.
    for (path, one) in look
        .get("refinedBy")
        .map(|all| each(all, &look.at("refinedBy")))
        .unwrap_or_default()
    {
        let is_state =
            object(one).is_some_and(|node| types(node).iter().any(|kind| kind.ends_with("State")));
        if is_state {
            state(one, &path, problems);
        } else {
            selector(one, &path, problems);
        }
    }
}

fn time_state(look: &Look<'_, '_>, problems: &mut Problems) {
    property(look, "sourceDate", (Many::Any, &TIME), TIME_STATE, problems);
    property(
        look,
        "sourceDateStart",
        (Many::OneOrNone, &TIME),
        TIME_STATE,
        problems,
    );
    property(
        look,
        "sourceDateEnd",
        (Many::OneOrNone, &TIME),
        TIME_STATE,
        problems,
    );
    property(look, "cached", (Many::Any, &IRI), TIME_STATE, problems);
    let has = |name| look.get(name).is_some();
    let (start, end) = (has("sourceDateStart"), has("sourceDateEnd"));
    if start != end {
        let message = "sourceDateStart and sourceDateEnd go together";
        problems.add(TIME_STATE, look.path, None, message);
    }
    if has("sourceDate") && (start || end) {
        let message = "a state has a sourceDate, or a start and an end, not both";
        problems.add(TIME_STATE, look.path, None, message);
    }
}
