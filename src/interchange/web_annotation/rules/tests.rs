//! Annotations that keep the model, and such that break one rule of it each.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{CONTEXT, check};
use crate::interchange::linked::Level;

/// The smallest annotation, with more fields.
fn annotation(more: &Value) -> Value {
    let mut written = json!({
        "@context": CONTEXT,
        "id": "urn:uuid:0198f000-0000-7000-8000-000000000001",
        "type": "Annotation",
        "target": "https://news.example/bridge",
        "motivation": "assessing",
    });
    for (name, value) in more.as_object().unwrap() {
        match value {
            Value::Null => written.as_object_mut().unwrap().remove(name),
            value => written
                .as_object_mut()
                .unwrap()
                .insert(name.clone(), value.clone()),
        };
    }
    written
}

/// The rules that a document breaks, each with its path.
fn broken(document: &Value, level: Level) -> Vec<(&'static str, String)> {
    let (_, problems) = check(document);
    let of_level = problems.into_iter().filter(|one| one.level == level);
    of_level
        .map(|one| (one.rule, one.path.to_string()))
        .collect()
}

#[track_caller]
fn holds(more: &Value) {
    let document = annotation(more);
    assert_eq!(broken(&document, Level::Error), [], "{document:#}");
}

#[track_caller]
fn breaks(more: &Value, rule: &str, path: &str) {
    let document = annotation(more);
    assert_eq!(
        broken(&document, Level::Error),
        [(rule, path.to_owned())],
        "{document:#}"
    );
}

/// A target with a selector.
fn selected(selector: &Value) -> Value {
    json!({ "target": { "source": "https://news.example/bridge", "selector": selector } })
}

#[test]
fn annotations_that_keep_the_model_have_no_error() {
    holds(&json!({}));
    holds(
        &json!({ "@context": [CONTEXT, "https://more.example/context"], "type": ["Annotation", "ex:Check"] }),
    );
    holds(
        &json!({ "body": ["https://checks.example/1", { "type": "TextualBody", "value": "It cost two.", "format": "text/markdown", "language": "en", "purpose": "assessing" }] }),
    );
    holds(&json!({ "bodyValue": "It cost two." }));
    holds(
        &json!({ "body": { "type": "Choice", "items": [{ "id": "https://a.example/en", "language": "en" }, { "type": "TextualBody", "value": "fr" }] } }),
    );
    holds(
        &json!({ "target": { "type": "List", "items": ["https://a.example/1", "https://a.example/2"] } }),
    );
    holds(
        &json!({ "creator": { "id": "https://a.example/ana", "type": "Person", "name": "Ana" }, "created": "2024-05-01T09:30:00Z", "generator": "https://a.example/desk" }),
    );
    holds(
        &json!({ "audience": { "type": "schema:Audience", "schema:audienceType": "editors" }, "rights": ["https://a.example/by"], "canonical": "urn:x:1", "via": "https://b.example/1" }),
    );
    holds(
        &json!({ "stylesheet": { "type": "CssStylesheet", "value": ".a { color: red }" }, "target": { "source": { "id": "https://a.example/1", "format": "text/html" }, "styleClass": "a", "scope": "https://a.example/" } }),
    );
    for selector in [
        json!("https://a.example/selector"),
        json!({ "type": "FragmentSelector", "value": "t=1,2", "conformsTo": "http://www.w3.org/TR/media-frags/", "refinedBy": { "type": "TextQuoteSelector", "exact": "two", "prefix": "cost ", "suffix": " million" } }),
        json!([{ "type": "TextQuoteSelector", "exact": "two", "prefix": "", "suffix": "" }, { "type": "TextPositionSelector", "start": 0, "end": 3 }]),
        json!({ "type": "SvgSelector", "id": "https://a.example/svg" }),
        json!({ "type": "RangeSelector", "startSelector": { "type": "XPathSelector", "value": "//p[1]" }, "endSelector": { "type": "XPathSelector", "value": "//p[2]" } }),
        json!({ "type": "DataPositionSelector", "start": 4, "end": 8 }),
    ] {
        holds(&selected(&selector));
    }
    for state in [
        json!({ "type": "TimeState", "sourceDate": "2024-05-01T09:30:00Z", "cached": "https://archive.example/1" }),
        json!({ "type": "HttpRequestState", "value": "Accept: application/pdf", "refinedBy": [{ "type": "FragmentSelector", "value": "page=1", "conformsTo": "http://tools.ietf.org/rfc/rfc3778" }] }),
        json!({ "id": "https://a.example/state" }),
    ] {
        holds(&json!({ "target": { "source": "https://a.example/1", "state": state } }));
    }
}

#[test]
fn each_rule_is_broken_by_its_own_slip() {
    breaks(&json!({ "@context": null }), "context", "$['@context']");
    breaks(
        &json!({ "@context": ["https://a.example/c"] }),
        "context",
        "$['@context']",
    );
    breaks(
        &json!({ "@context": [CONTEXT] }),
        "context-form",
        "$['@context']",
    );
    breaks(&json!({ "id": null }), "id", "$.id");
    breaks(&json!({ "id": "no iri" }), "id", "$.id");
    breaks(&json!({ "id": ["urn:x:1", "urn:x:2"] }), "id", "$.id");
    breaks(&json!({ "type": "Comment" }), "type", "$.type");
    breaks(&json!({ "target": null }), "target", "$.target");
    breaks(&json!({ "target": 7 }), "resource", "$.target");
    breaks(&json!({ "body": "see there" }), "resource", "$.body");
    breaks(
        &json!({ "body": { "id": "see there" } }),
        "resource-id",
        "$.body.id",
    );
    breaks(
        &json!({ "body": { "id": "urn:x:1", "format": 7 } }),
        "format",
        "$.body.format",
    );
    breaks(
        &json!({ "body": { "id": "urn:x:1", "language": 7 } }),
        "language",
        "$.body.language",
    );
    breaks(
        &json!({ "body": { "id": "urn:x:1", "textDirection": "up" } }),
        "text-direction",
        "$.body.textDirection",
    );
    breaks(
        &json!({ "body": { "id": "urn:x:1", "processingLanguage": ["en", "fr"] } }),
        "processing-language",
        "$.body.processingLanguage",
    );
    breaks(
        &json!({ "body": { "type": "TextualBody" } }),
        "text-value",
        "$.body.value",
    );
    breaks(
        &json!({ "body": { "type": "TextualBody", "value": ["a", "b"] } }),
        "text-value",
        "$.body.value",
    );
    breaks(
        &json!({ "body": "urn:x:1", "bodyValue": "a" }),
        "body-twice",
        "$.bodyValue",
    );
    breaks(
        &json!({ "bodyValue": ["a", "b"] }),
        "body-value",
        "$.bodyValue",
    );
    breaks(
        &json!({ "body": { "type": ["Choice", "List"], "items": ["urn:x:1"] } }),
        "choice",
        "$.body.type",
    );
    breaks(
        &json!({ "body": { "items": ["urn:x:1"] } }),
        "choice",
        "$.body.type",
    );
    breaks(&json!({ "creator": 7 }), "agent", "$.creator");
    breaks(
        &json!({ "creator": { "id": "no iri" } }),
        "agent-id",
        "$.creator.id",
    );
    breaks(&json!({ "created": "yesterday" }), "time", "$.created");
    breaks(
        &json!({ "modified": ["2024-05-01T09:30:00Z", "2024-05-02T09:30:00Z"] }),
        "time",
        "$.modified",
    );
    breaks(
        &json!({ "created": "2024-05-01T09:30:00+02:00" }),
        "time",
        "$.created",
    );
    breaks(&json!({ "rights": "all" }), "rights", "$.rights");
    breaks(&json!({ "via": "there" }), "via", "$.via");
    breaks(&json!({ "canonical": "here" }), "canonical", "$.canonical");
    breaks(
        &json!({ "target": { "type": "SpecificResource" } }),
        "source",
        "$.target.source",
    );
}

#[test]
fn selectors_and_states_have_their_own_rules() {
    let slips = [
        (
            json!({ "type": "FragmentSelector" }),
            "fragment-selector",
            ".value",
        ),
        (
            json!({ "type": "FragmentSelector", "value": ["a", "b"] }),
            "fragment-selector",
            ".value",
        ),
        (
            json!({ "type": "FragmentSelector", "value": "a", "conformsTo": ["urn:x:1", "urn:x:2"] }),
            "fragment-selector",
            ".conformsTo",
        ),
        (
            json!({ "type": "TextQuoteSelector" }),
            "quote-selector",
            ".exact",
        ),
        (
            json!({ "type": "TextQuoteSelector", "exact": "a", "prefix": ["a", "b"] }),
            "quote-selector",
            ".prefix",
        ),
        (
            json!({ "type": "TextPositionSelector", "start": -1, "end": 3 }),
            "position-selector",
            ".start",
        ),
        (
            json!({ "type": "TextPositionSelector", "start": 1 }),
            "position-selector",
            ".end",
        ),
        (
            json!({ "type": "RangeSelector", "startSelector": "urn:x:1" }),
            "range-selector",
            ".endSelector",
        ),
        (json!({ "type": "MagicSelector" }), "selector", ".type"),
        (json!({ "value": "a" }), "selector", ".type"),
        (json!("over there"), "selector", ""),
    ];
    for (selector, rule, path) in slips {
        breaks(
            &selected(&selector),
            rule,
            &format!("$.target.selector{path}"),
        );
    }
    let state = |state: Value| json!({ "target": { "source": "urn:x:1", "state": state } });
    breaks(
        &state(json!({ "type": "TimeState", "sourceDate": "2024" })),
        "time-state",
        "$.target.state.sourceDate",
    );
    breaks(
        &state(json!({ "type": "TimeState", "sourceDateStart": "2024-05-01T09:30:00Z" })),
        "time-state",
        "$.target.state",
    );
    breaks(
        &state(json!({ "type": "HttpRequestState" })),
        "request-state",
        "$.target.state.value",
    );
    breaks(
        &state(json!({ "type": "Weather" })),
        "state",
        "$.target.state.type",
    );
}

#[test]
fn collections_and_pages_are_looked_through() {
    let items = json!([annotation(&json!({ "@context": null }))]);
    let page =
        json!({ "id": "urn:x:page", "type": "AnnotationPage", "startIndex": 0, "items": items });
    let whole = json!({ "@context": CONTEXT, "id": "urn:x:1", "type": "AnnotationCollection", "total": 1, "first": page });
    assert_eq!(check(&whole).0, 1);
    assert_eq!(broken(&whole, Level::Error), []);
    let mut slip = whole.clone();
    slip["first"]["items"][0]["id"] = json!(7);
    assert_eq!(
        broken(&slip, Level::Error),
        [("id", "$.first.items[0].id".to_owned())]
    );
    slip = whole.clone();
    slip["first"]["items"] = json!([]);
    assert_eq!(
        broken(&slip, Level::Error),
        [("page-items", "$.first.items".to_owned())]
    );
    slip = whole.clone();
    slip.as_object_mut().unwrap().remove("first");
    assert_eq!(
        broken(&slip, Level::Error),
        [("collection-first", "$.first".to_owned())]
    );
    slip = whole;
    slip["first"]["@context"] = json!(CONTEXT);
    assert_eq!(
        broken(&slip, Level::Warning),
        [("page-context", "$.first['@context']".to_owned())]
    );
    let mut alone = page;
    assert_eq!(
        broken(&alone, Level::Error),
        [("context", "$['@context']".to_owned())]
    );
    alone["@context"] = json!(CONTEXT);
    alone["partOf"] = json!({ "id": "urn:x:1", "total": 1 });
    assert_eq!(check(&alone).1, []);
}

#[test]
fn slips_of_the_pen_are_warnings() {
    let warned = |more: &Value| broken(&annotation(more), Level::Warning);
    assert_eq!(
        warned(&json!({ "motivation": "judging" })),
        [("motivation", "$.motivation".to_owned())]
    );
    assert_eq!(
        warned(&json!({ "body": { "id": "urn:x:1", "langauge": "en" } })),
        [("unknown-name", "$.body.langauge".to_owned())]
    );
    assert_eq!(
        warned(&json!({ "motivation": null })),
        [("body-missing", "$.body".to_owned())]
    );
}

proptest! {
    #[test]
    fn any_json_is_looked_at(
        fields in prop::collection::vec((prop::sample::select(vec![
            "@context", "id", "type", "target", "body", "items", "selector", "state", "first", "source", "start",
            "refinedBy", "creator", "value",
        ]), prop_oneof![
            Just(json!(null)), Just(json!([])), Just(json!({})), Just(json!("Annotation")), Just(json!("AnnotationPage")),
            Just(json!(["TextQuoteSelector"])), Just(json!(-1)), Just(json!([{ "type": "TimeState" }, 7])), Just(json!({ "items": 7 })),
        ]), 0..8),
    ) {
        let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value));
        let node = Value::Object(fields.collect());
        let _ = check(&node);
        let _ = check(&json!({ "type": "AnnotationCollection", "first": node }));
        let _ = check(&annotation(&json!({ "target": node, "body": [node] })));
    }
}
