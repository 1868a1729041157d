//! Annotations of the W3C, out and in: verdicts, corrections, evidence, flags and
//! comments on the words of articles.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::collections::BTreeSet;

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::world::{ARTICLE, World};

const URL: &str = "https://news.example/bridge";

/// A desk with an article of the web, in which ana has judged, questioned and
/// remarked.
fn desk() -> World {
    let world = World::with_verdict();
    world.run(&["article", "edit", "1", "--url", URL]).done();
    world
        .run(&[
            "verdict",
            "add",
            "1",
            "false",
            "--because",
            "The plaque says 1932.",
            "--correction",
            "opened in 1932",
        ])
        .done();
    world
        .run(&["comment", "add", "1", "Ask the museum."])
        .done();
    world
        .run(&[
            "flag",
            "add",
            "--claim",
            "1",
            "--category",
            "names",
            "--severity",
            "high",
            "--message",
            "Which bridge?",
        ])
        .done();
    world
        .run(&[
            "flag",
            "add",
            "--article",
            "1",
            "--quote",
            "The mayor said nothing",
            "--category",
            "style",
            "--severity",
            "low",
            "--message",
            "He did.",
        ])
        .done();
    world
        .run(&[
            "flag",
            "add",
            "--article",
            "1",
            "--category",
            "style",
            "--severity",
            "low",
            "--message",
            "No byline.",
        ])
        .done();
    world
}

fn annotations(world: &World, more: &[&str]) -> Vec<Value> {
    let arguments = [&["export", "--format", "web-annotation"], more].concat();
    let document: Value = serde_json::from_str(&world.run(&arguments).done()).unwrap();
    let items = document["first"]["items"].as_array();
    items.cloned().unwrap_or_default()
}

/// What annotations say, without what only their desk knows.
fn said(annotations: &[Value]) -> BTreeSet<String> {
    let told = annotations.iter().map(|one| {
        json!([
            one["motivation"],
            one["body"],
            one["target"],
            one["created"]
        ])
        .to_string()
    });
    told.collect()
}

fn of<'a>(annotations: &'a [Value], motivation: &str) -> Vec<&'a Value> {
    let all = annotations.iter();
    all.filter(|one| one["motivation"] == motivation).collect()
}

#[test]
fn everything_said_of_words_is_an_annotation_on_them() {
    let world = desk();
    let all = annotations(&world, &[]);
    let verdict = of(&all, "assessing")[0];
    assert_eq!(
        verdict["creator"],
        json!({ "type": "Person", "name": "Ana Ruiz" })
    );
    assert_eq!(verdict["body"][0]["value"], "The plaque says 1932.");
    assert_eq!(verdict["body"][1]["value"], "False");
    assert_eq!(verdict["target"]["source"], URL);
    let selectors = verdict["target"]["selector"].as_array().unwrap();
    let claim = world.json(&["claim", "show", "1"]);
    assert_eq!(selectors[0]["exact"], claim["quote"]);
    assert_eq!(selectors[1]["start"], claim["start"]);
    assert_eq!(of(&all, "editing")[0]["body"][0]["value"], "opened in 1932");
    assert_eq!(
        of(&all, "linking")[0]["body"][0]["source"],
        "https://example.org/plaque"
    );
    assert_eq!(
        of(&all, "commenting")[0]["body"][0]["value"],
        "Ask the museum."
    );
    let flags = of(&all, "questioning");
    assert_eq!(flags.len(), 3);
    assert_eq!(
        flags[1]["target"]["selector"][0]["exact"],
        "The mayor said nothing"
    );
    assert_eq!(flags[2]["target"], json!({ "id": URL }));
    world
        .run(&["export", "--format", "web-annotation", "-o", "all.json"])
        .done();
    world.run(&["validate", "all.json", "--errors-only"]).done();
}

#[test]
fn only_what_is_asked_for_and_may_be_seen_is_exported() {
    let world = desk();
    assert_eq!(
        annotations(&world, &["--state", "dismissed"]),
        Vec::<Value>::new()
    );
    world
        .run(&["source", "edit", "1", "--confidentiality", "internal"])
        .done();
    assert!(of(&annotations(&world, &[]), "linking").is_empty());
    assert_eq!(
        of(&annotations(&world, &["--include-internal"]), "linking").len(),
        1
    );
    world.refuses(
        &["export", "--format", "web-annotation", "--article", "9"],
        Exit::UnknownNumber,
    );
}

#[test]
fn what_a_desk_annotates_comes_onto_another_with_the_article() {
    let world = desk();
    world
        .run(&["export", "--format", "web-annotation", "-o", "all.json"])
        .done();
    let other = World::with_desk();
    other.write("bridge.txt", ARTICLE);
    other
        .run(&["article", "add", "bridge.txt", "--url", URL])
        .done();
    let before = other.json(&["claim", "list"]).as_array().unwrap().len();
    other.write("all.json", world.read("all.json"));
    let done = other.json(&["import", "all.json"]);
    assert_eq!((&done["flags"], &done["comments"]), (&json!(3), &json!(1)));
    assert_eq!(
        other.json(&["claim", "list"]).as_array().unwrap().len(),
        before
    );
    let claim = other.json(&["claim", "show", "1"]);
    assert_eq!(
        (&claim["rating"], &claim["state"]),
        (&json!("false"), &json!("in-review"))
    );
    assert_eq!(claim["verdicts"][0]["correction"], "opened in 1932");
    let (mine, theirs) = (annotations(&world, &[]), annotations(&other, &[]));
    assert_eq!(said(&theirs), said(&mine));
    let events = other.events();
    let again = other.json(&["import", "all.json"]);
    assert_eq!(
        (&again["added"], &again["updated"], &again["flags"]),
        (&json!(0), &json!(0), &json!(0))
    );
    assert_eq!(other.events(), events);
    other.run(&["doctor"]).done();
}

#[test]
fn without_the_article_the_words_are_claims_that_tell_where_they_stood() {
    let world = desk();
    world
        .run(&[
            "export",
            "--format",
            "web-annotation",
            "-o",
            "all.json",
            "--state",
            "in-review",
        ])
        .done();
    let other = World::with_desk();
    other.write("all.json", world.read("all.json"));
    other.run(&["import", "all.json"]).done();
    let claim = other.json(&["claim", "show", "1"]);
    assert_eq!(claim["rating"], "false");
    assert_eq!(claim["appearances"][0]["url"], URL);
    assert_eq!(claim["article"], Value::Null);
    assert_eq!(other.json(&["flag", "list"])[0]["message"], "Which bridge?");
    assert_eq!(other.json(&["import", "all.json"])["unchanged"], 4);
}

fn on_bridge(selector: &Value) -> Value {
    json!({ "@context": "http://www.w3.org/ns/anno.jsonld", "id": "https://notes.example/1", "type": "Annotation",
        "motivation": "commenting", "body": { "type": "TextualBody", "value": "Really?" },
        "target": { "source": URL, "selector": selector } })
}

#[test]
fn words_that_stand_at_several_places_are_told_and_not_guessed() {
    let world = desk();
    let quote = json!({ "type": "TextQuoteSelector", "exact": "The mayor said nothing" });
    world.write("one.json", on_bridge(&quote).to_string());
    let done = world.json(&["import", "one.json"]);
    assert_eq!(
        (&done["added"], &done["unplaced"], &done["comments"]),
        (&json!(1), &json!(0), &json!(1))
    );
    for (exact, why) in [
        ("bridge opened", "stands at 2 places"),
        ("Trafic rose by 12 percent", "is not exactly"),
        (
            "The queen said nothing of bridges",
            "does not stand in the text",
        ),
    ] {
        let mut note = on_bridge(&json!({ "type": "TextQuoteSelector", "exact": exact }));
        note["id"] = format!("https://notes.example/{exact}").into();
        world.write("note.json", note.to_string());
        let out = world.run(&["import", "note.json", "--format", "json"]);
        assert!(out.stderr.contains(why), "{exact}: {}", out.stderr);
        let done: Value = serde_json::from_str(&out.done()).unwrap();
        assert_eq!(done["unplaced"], 1, "{exact}");
    }
}

#[test]
fn rows_of_hypothesis_are_placed_by_their_own_way_to_count() {
    let world = World::with_desk();
    let text = "😀 Heading\n\nThe dam broke. It was said that the dam broke.\n";
    world.write("dam.txt", text);
    world
        .run(&[
            "article",
            "add",
            "dam.txt",
            "--url",
            "https://news.example/dam",
        ])
        .done();
    let start = text.encode_utf16().count() - "the dam broke.\n".len();
    let rows = json!({ "total": 1, "rows": [{
        "id": "abc", "created": "2024-05-01T09:30:00+00:00", "updated": "2024-05-01T09:30:00+00:00",
        "user": "acct:lea@hypothes.is", "uri": "https://news.example/dam", "text": "By whom?", "tags": ["dams"],
        "target": [{ "source": "https://news.example/dam", "selector": [
            { "type": "RangeSelector", "startContainer": "/p", "endContainer": "/p", "startOffset": 1, "endOffset": 2 },
            { "type": "TextPositionSelector", "start": start, "end": start + "the dam broke".len() },
            { "type": "TextQuoteSelector", "exact": "the dam broke" } ] }] }] });
    world.write("rows.json", rows.to_string());
    world.run(&["import", "rows.json"]).done();
    let claims = world.json(&["claim", "list", "--topic", "dams"]);
    let claim = &claims[0];
    assert_eq!(claim["quote"], "the dam broke");
    assert_eq!(
        claim["start"],
        text.chars().count() - "the dam broke.\n".len()
    );
    let number = claim["id"].to_string();
    let comments = world.json(&["comment", "list", &number]);
    assert_eq!(
        (&comments[0]["body"], &comments[0]["reviewer"]),
        (&json!("By whom?"), &json!("lea"))
    );
    assert_eq!(world.json(&["import", "rows.json"])["unchanged"], 1);
}

#[test]
fn an_article_is_known_by_its_file_where_it_has_no_address() {
    let world = World::with_verdict();
    let all = annotations(&world, &[]);
    let source = all[0]["target"]["source"].as_str().unwrap().to_owned();
    assert!(source.starts_with("urn:sha256:"), "{source}");
    world
        .run(&["export", "--format", "web-annotation", "-o", "all.json"])
        .done();
    let other = World::with_article();
    other.write("all.json", world.read("all.json"));
    let done = other.json(&["import", "all.json"]);
    assert_eq!((&done["added"], &done["updated"]), (&json!(0), &json!(2)));
    assert_eq!(other.json(&["claim", "show", "1"])["rating"], "false");
}

#[test]
fn what_annotates_nothing_is_refused() {
    let world = desk();
    let mut whole = on_bridge(&Value::Null);
    whole["target"] = json!(URL);
    world.write("whole.json", whole.to_string());
    let why = world.refuses(&["import", "whole.json"], Exit::Malformed);
    assert!(why.contains("whole.json, $: it selects no words"), "{why}");
    let mut nothing = whole.clone();
    nothing["target"] = json!([]);
    world.write("nothing.json", nothing.to_string());
    let why = world.refuses(&["import", "nothing.json"], Exit::Malformed);
    assert!(why.contains("there is no target"), "{why}");
}

#[test]
fn open_flags_are_findings_for_other_programs() {
    let world = desk();
    let sarif = |more: &[&str]| -> Value {
        let text = world
            .run(&[&["export", "--format", "sarif"], more].concat())
            .done();
        serde_json::from_str(&text).unwrap()
    };
    let document = sarif(&[]);
    assert_eq!(document["version"], "2.1.0");
    let results = document["runs"][0]["results"].as_array().unwrap().clone();
    assert_eq!(results.len(), 3);
    assert_eq!(results[0]["level"], "error");
    assert_eq!(results[0]["message"]["text"], "Which bridge?");
    let region = &results[1]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["snippet"]["text"], "The mayor said nothing");
    world
        .run(&["flag", "resolve", "1", "--because", "The stone one."])
        .done();
    let left = sarif(&["--article", "1"]);
    assert_eq!(left["runs"][0]["results"].as_array().unwrap().len(), 2);
    let why = world
        .run(&["export", "--format", "sarif", "--state", "decided"])
        .fails_with(Exit::Usage);
    assert!(why.contains("--article"), "{why}");
}
