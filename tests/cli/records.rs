//! Claim records, in and out: JSON Lines and CSV, packed or not.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::io::Write;

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::world::World;

/// What an outlet publishes: a claim with its check and two sources.
const CHECKED: &str = r#"{"id":"018f2c1e-7a3b-7c4d-8e5f-0123456789ab","claim":"The bridge of Žilina opened in 1931.","quote":"the bridge, opened in 1931","start":12,"end":38,"claimant":"The mayor","claim_date":"2024-05","article_url":"https://news.example/bridge","article_title":"Ninety years of a bridge","appearances":["https://video.example/speech"],"topics":["bridges","history"],"language":"en","scale":"standard","rating":"false","rationale":"The plaque says 1932.","correction":"Opened in 1932.","reviewer":"lea","reviewed_at":"2024-05-06T10:00:00Z","check_url":"https://facts.example/bridge","check_title":"When did the bridge open?","check_published":"2024-05-07","publisher":"Facts Example","publisher_url":"https://facts.example","sources":[{"url":"https://archive.example/plaque","title":"The plaque","author":"City archive","published":"1932","accessed":"2024-05-06T09:00:00Z","archived_url":"https://web.archive.org/web/2024/https://archive.example/plaque","kind":"primary","stance":"refutes","quote":"Opened 1932","locator":"p. 2"},{"isbn":"9780306406157","title":"Bridges","stance":"context"}]}"#;

/// What a colleague writes into a file: hardly more than the words.
const NOTED: &str =
    r#"{"claim":"=1+1 bridges cross the Váh | “two”, they say.","claimant":"@mayor"}"#;

fn lines(text: &str) -> Vec<Value> {
    let lines = text.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn imported(world: &World, arguments: &[&str]) -> Value {
    world.json(&[&["import"], arguments].concat())
}

fn desk() -> World {
    let world = World::with_desk();
    world.write("claims.jsonl", format!("{CHECKED}\n{NOTED}\n"));
    world
}

fn exported(world: &World, format: &str) -> String {
    world.run(&["export", "--format", format]).done()
}

#[test]
fn a_record_becomes_a_claim_with_its_verdict_and_sources() {
    let world = desk();
    world.run(&["import", "claims.jsonl"]).done();
    let claim = world.json(&["claim", "show", "1"]);
    assert_eq!(claim["uuid"], "018f2c1e-7a3b-7c4d-8e5f-0123456789ab");
    assert_eq!(claim["statement"], "The bridge of Žilina opened in 1931.");
    assert_eq!(claim["rating"], "false");
    assert_eq!(claim["state"], "published");
    assert_eq!(claim["origin"], "imported");
    assert_eq!(claim["topics"], json!(["bridges", "history"]));
    assert_eq!(claim["publication"]["publisher"], "Facts Example");
    assert_eq!(
        claim["appearances"][1]["url"],
        "https://video.example/speech"
    );
    let verdict = &claim["verdicts"][0];
    assert_eq!(verdict["reviewer"], "lea");
    assert_eq!(verdict["created_at"], "2024-05-06T10:00:00Z");
    assert_eq!(verdict["evidence"].as_array().unwrap().len(), 2);
    let noted = world.json(&["claim", "show", "2"]);
    assert_eq!(noted["state"], "to-check");
    assert_eq!(noted["rating"], Value::Null);
    let shown = world.run(&["claim", "show", "1"]).done();
    assert!(shown.contains("check published"), "{shown}");
    world.run(&["audit", "verify"]).done();
    world.run(&["doctor"]).done();
}

#[test]
fn what_was_imported_is_found_and_matched() {
    let world = desk();
    world.run(&["import", "claims.jsonl"]).done();
    let found = world.json(&[
        "match",
        "The Žilina bridge was opened in 1931, said the mayor",
    ]);
    assert_eq!(found[0]["claim"], 1);
    assert_eq!(found[0]["rating"], "false");
    assert_eq!(found[0]["date"], "2024-05-07");
    let found = world.json(&["search", "in:title open"]);
    assert_eq!(found[0]["id"], 1);
}

#[test]
fn importing_again_changes_nothing() {
    let world = desk();
    world.run(&["import", "claims.jsonl"]).done();
    let events = world.events();
    let before = exported(&world, "jsonl");
    let again = imported(&world, &["claims.jsonl"]);
    assert_eq!(
        (&again["added"], &again["updated"], &again["unchanged"]),
        (&json!(0), &json!(0), &json!(2))
    );
    assert_eq!(world.events(), events);
    assert_eq!(exported(&world, "jsonl"), before);
}

#[test]
fn what_is_exported_is_what_was_imported_in_both_formats() {
    let world = desk();
    world.run(&["import", "claims.jsonl"]).done();
    let first = exported(&world, "jsonl");
    let mut checked: Value = serde_json::from_str(CHECKED).unwrap();
    checked["sources"][1]["stance"] = "context".into();
    assert_eq!(lines(&first)[0], checked);
    for format in ["jsonl", "csv"] {
        let other = World::with_desk();
        other.write("claims", exported(&world, format));
        other.run(&["import", "claims"]).done();
        assert_eq!(exported(&other, "jsonl"), first, "{format}");
    }
    let table = exported(&world, "csv");
    assert!(table.contains("\"'=1+1 bridges"), "{table}");
    assert!(table.contains(",'@mayor,"), "{table}");
}

#[test]
fn a_known_claim_is_brought_up_to_date_and_verdicts_are_only_added() {
    let world = desk();
    world.run(&["import", "claims.jsonl"]).done();
    let mut record: Value = serde_json::from_str(CHECKED).unwrap();
    record["rating"] = "mostly-false".into();
    record["rationale"] = "Half of it opened in 1931.".into();
    record["topics"] = json!(["rivers"]);
    record["sources"] = json!([{"doi": "10.1000/182", "stance": "supports"}]);
    world.write("later.jsonl", record.to_string());
    let done = imported(&world, &["later.jsonl"]);
    assert_eq!((&done["added"], &done["updated"]), (&json!(0), &json!(1)));
    let claim = world.json(&["claim", "show", "1"]);
    assert_eq!(claim["rating"], "mostly-false");
    assert_eq!(claim["topics"], json!(["bridges", "history", "rivers"]));
    let verdicts = claim["verdicts"].as_array().unwrap();
    assert_eq!(verdicts.len(), 2);
    assert_eq!(verdicts[0]["superseded_by"], verdicts[1]["id"]);
    assert_eq!(verdicts[1]["evidence"].as_array().unwrap().len(), 1);
    let history = world.run(&["claim", "history", "1"]).done();
    assert!(
        history.contains("imported it from claims.jsonl, record 1"),
        "{history}"
    );
    assert!(
        history.contains("brought it up to date from later.jsonl"),
        "{history}"
    );
}

#[test]
fn one_event_tells_of_the_whole_file() {
    let world = desk();
    let before = world.events();
    let done = imported(&world, &["claims.jsonl"]);
    assert_eq!(world.events(), before + 1);
    let log = world.json(&["log"]);
    let event = log.as_array().unwrap().last().unwrap();
    assert_eq!(event["action"], "import");
    assert_eq!(event["after"]["added"], 2);
    assert_eq!(event["after"]["sha256"], done["sha256"]);
    let sum = claimdesk::identity::sha256(world.read("claims.jsonl").as_bytes());
    assert_eq!(done["sha256"], sum);
    assert_eq!(done["reviewers"], json!(["lea"]));
}

#[test]
fn a_rehearsal_stores_nothing() {
    let world = desk();
    let events = world.events();
    let told = world.run(&["import", "claims.jsonl", "--dry-run"]);
    assert!(told.stderr.contains("rehearsal"), "{}", told.stderr);
    assert!(told.stdout.contains("added"), "{}", told.stdout);
    assert_eq!(world.events(), events);
    assert_eq!(exported(&world, "jsonl"), "");
}

#[test]
fn what_is_no_record_stops_the_import_or_is_left_out() {
    let world = World::with_desk();
    let lines = [
        NOTED,
        r#"{"claim":"A.","ratng":"false"}"#,
        r#"{"claim":"B.","rating":"flase"}"#,
        r#"{"claim":" "}"#,
        r#"{"claim":"C.","sources":[{"author":"Nobody"}]}"#,
        r#"{"claim":"D.","start":9,"end":3}"#,
        r#"{"claim":"E.","sources":[{"url":"javascript:alert(1)"}]}"#,
        r#"{"claim":"F.","claim_date":"last May"}"#,
        r#"{"claim":"G."}"#,
    ];
    world.write("mixed.jsonl", lines.join("\n"));
    let said = world.refuses(&["import", "mixed.jsonl"], Exit::Malformed);
    assert!(
        said.contains("mixed.jsonl, line 2: unknown field `ratng`"),
        "{said}"
    );
    assert!(said.contains("--skip-invalid"), "{said}");
    assert_eq!(exported(&world, "jsonl"), "");
    let done = world.run(&["import", "mixed.jsonl", "--skip-invalid"]);
    for told in [
        "line 2: unknown field",
        "line 3: rating: there is no rating “flase” on the scale standard",
        "line 4: claim: it says nothing",
        "line 5: source 1: it has no url, doi, isbn or title",
        "line 6: start: 9 lies behind the end",
        "line 7: source 1: ",
        "line 8: ",
    ] {
        assert!(done.stderr.contains(told), "{told} in {}", done.stderr);
    }
    let kept = exported(&world, "jsonl");
    assert_eq!(kept.lines().count(), 2, "{kept}");
}

#[test]
fn a_rating_that_no_scale_has_keeps_its_own_name() {
    let world = World::with_desk();
    world.write(
        "odd.jsonl",
        "{\"claim\":\"A.\",\"rating_label\":\"Pants on Fire!\",\"publisher\":\"Facts\"}\n\
         {\"claim\":\"B.\",\"rating_label\":\"Pants on Fire!\"}\n\
         {\"claim\":\"C.\",\"rating_label\":\"错误\"}\n",
    );
    let done = imported(&world, &["odd.jsonl"]);
    assert_eq!(done["unmapped"], 3);
    let claims = world.json(&["claim", "list"]);
    assert_eq!(claims[1]["rating"], "pants-on-fire");
    assert_eq!(claims[2]["rating_label"], "错误");
    let out = lines(&exported(&world, "jsonl"));
    assert_eq!(out[0]["rating_label"], "Pants on Fire!");
    assert_eq!(out[0].get("rating"), None);
    assert_eq!(imported(&world, &["odd.jsonl"])["unchanged"], 3);
}

#[test]
fn a_quote_is_put_to_its_place_in_an_article_of_the_desk() {
    let world = World::with_article();
    world
        .run(&[
            "article",
            "edit",
            "1",
            "--url",
            "https://news.example/bridge",
        ])
        .done();
    let text = world.run(&["article", "export-text", "1"]).done();
    let quote = text
        .split_whitespace()
        .take(3)
        .collect::<Vec<_>>()
        .join(" ");
    let record = |quote: &str| json!({"claim": "It spans the river.", "quote": quote, "article_url": "http://news.example/bridge?utm_source=x"});
    world.write("here.jsonl", record(&quote).to_string());
    assert_eq!(imported(&world, &["here.jsonl"])["unplaced"], 0);
    let claims = world.json(&["claim", "list", "--article", "1"]);
    let here = claims.as_array().unwrap().iter();
    let mut here = here.filter(|claim| claim["origin"] == "imported");
    assert_eq!(here.next().unwrap()["quote"], quote.as_str());
    world.write("lost.jsonl", record("no such words").to_string());
    assert_eq!(imported(&world, &["lost.jsonl"])["unplaced"], 1);
}

#[test]
fn packed_files_and_streams_are_read_and_written() {
    let world = desk();
    world.run(&["import", "claims.jsonl"]).done();
    let plain = exported(&world, "jsonl");
    for name in ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst"] {
        world
            .run(&["export", "--format", "jsonl", "-o", name])
            .done();
        let other = World::with_desk();
        let bytes = std::fs::read(world.path(name)).unwrap();
        assert_eq!(bytes == plain.as_bytes(), name == "out.jsonl", "{name}");
        let done = other.run_with_input(&["import", "-"], &bytes).done();
        assert!(done.contains("added"), "{done}");
        assert_eq!(exported(&other, "jsonl"), plain, "{name}");
    }
    let mut cut = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    cut.write_all(plain.as_bytes()).unwrap();
    let cut = cut.finish().unwrap();
    world.write("cut.jsonl.gz", &cut[..cut.len() - 12]);
    world.refuses(&["import", "cut.jsonl.gz"], Exit::Malformed);
}

#[test]
fn what_can_t_be_told_or_read_is_refused() {
    let world = desk();
    world.write("prose.txt", "The bridge opened in 1931.\n");
    let said = world.refuses(&["import", "prose.txt"], Exit::Usage);
    assert!(said.contains("--as-format"), "{said}");
    world.write("empty.jsonl", "\n");
    world.refuses(&["import", "empty.jsonl"], Exit::FileEmpty);
    world.refuses(&["import", "none.jsonl"], Exit::FileMissing);
    world.refuses(&["import", "."], Exit::FileIsFolder);
    world.refuses(
        &["import", "claims.jsonl", "--as-format", "xml"],
        Exit::Usage,
    );
    world.write("names.csv", "claim,ratng\nA.,false\n");
    let said = world.refuses(&["import", "names.csv"], Exit::Malformed);
    assert!(said.contains("“ratng”"), "{said}");
    world.refuses(&["export"], Exit::Usage);
    world.refuses(
        &["export", "--format", "csv", "-o", "none/out.csv"],
        Exit::WriteFailed,
    );
    world
        .run(&[
            "reviewer", "add", "ben", "--name", "Ben", "--role", "checker",
        ])
        .done();
    world.refuses(&["import", "claims.jsonl", "--as", "ben"], Exit::NotAllowed);
}

#[test]
fn sources_that_are_not_public_stay_on_the_desk() {
    let world = World::with_verdict();
    world
        .run(&["source", "edit", "1", "--confidentiality", "internal"])
        .done();
    let out = lines(&exported(&world, "jsonl"));
    let cites = |out: &[Value]| out.iter().any(|record| record.get("sources").is_some());
    assert!(!cites(&out), "{out:?}");
    let inside = world
        .run(&["export", "--format", "jsonl", "--include-internal"])
        .done();
    assert!(cites(&lines(&inside)), "{inside}");
}
