//! Documents of other programs, held against the rules of their formats.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::io::Write;

use claimdesk::cli::exit::Exit;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use crate::world::World;

/// A review that keeps every rule.
fn review() -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": "The bridge cost ten million crowns",
        "url": "https://checks.example/bridge",
        "datePublished": "2024-05-02",
        "author": { "@type": "Organization", "name": "Town Checks" },
        "itemReviewed": { "@type": "Claim", "author": { "@type": "Person", "name": "Clara Vega" } },
        "reviewRating": { "@type": "Rating", "alternateName": "False", "ratingValue": 1, "bestRating": 5, "worstRating": 1 },
    })
}

fn annotation() -> Value {
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:uuid:0198f000-0000-7000-8000-000000000001",
        "type": "Annotation",
        "body": { "type": "TextualBody", "value": "It cost two." },
        "target": "https://news.example/bridge",
    })
}

/// What is found wrong, as rule and line.
fn found(shown: &str) -> Vec<(String, Option<u64>)> {
    let found: Value = serde_json::from_str(shown).unwrap();
    let found = found.as_array().unwrap().iter();
    found
        .map(|one| {
            (
                one["rule"].as_str().unwrap().to_owned(),
                one["line"].as_u64(),
            )
        })
        .collect()
}

#[test]
fn sound_documents_of_both_kinds_pass_without_a_desk() {
    let world = World::new();
    world.write("review.json", review().to_string());
    world.write("annotation.json", annotation().to_string());
    let checked = world.run(&["validate", "review.json", "annotation.json"]);
    assert!(
        checked
            .stderr
            .contains("looked at 1 review and 1 annotation: 0 errors, 0 warnings"),
        "{}",
        checked.stderr
    );
    assert_eq!(checked.done(), "");
    assert_eq!(world.json(&["validate", "review.json"]), json!([]));
}

#[test]
fn an_error_is_told_with_its_line_and_ends_with_1() {
    let world = World::new();
    let mut wrong = review();
    wrong["reviewRating"]["ratingValue"] = json!("6");
    wrong["claimReviewed"] = json!("x ".repeat(50));
    let page = format!(
        "<!doctype html>\n<title>Checks</title>\n<script type=\"application/ld+json\">\n{}\n</script>\n",
        serde_json::to_string_pretty(&wrong).unwrap()
    );
    world.write("page.html", &page);
    let line = |words: &str| {
        page.lines()
            .position(|line| line.contains(words))
            .map(|at| at as u64 + 1)
    };
    let checked = world.run(&["validate", "page.html", "--format", "json"]);
    assert_eq!(checked.code, Some(i32::from(Exit::No.code())));
    assert_eq!(
        found(&checked.stdout),
        [
            ("claim-long".to_owned(), line("claimReviewed")),
            ("rating-outside".to_owned(), line("ratingValue")),
        ]
    );
    let finding = &serde_json::from_str::<Value>(&checked.stdout).unwrap()[1];
    for (name, value) in [
        ("file", json!("page.html")),
        ("kind", json!("claimreview")),
        ("part", json!(1)),
        ("level", json!("error")),
        ("path", json!("$.reviewRating.ratingValue")),
        ("value", json!("\"6\"")),
    ] {
        assert_eq!(finding[name], value, "{name}");
    }
    let errors = world.run(&["validate", "page.html", "--errors-only", "--format", "json"]);
    assert_eq!(found(&errors.stdout).len(), 1);
}

#[test]
fn warnings_alone_are_no_reason_to_fail() {
    let world = World::new();
    let mut bare = review();
    bare.as_object_mut().unwrap().remove("datePublished");
    world.write("review.json", bare.to_string());
    let shown = world.run(&["validate", "review.json"]).done();
    assert!(shown.contains("date-missing"), "{shown}");
}

#[test]
fn what_a_file_is_follows_from_its_content_unless_it_is_said() {
    let world = World::new();
    world.write("nothing.json", "{\"name\": \"a dog\"}");
    world.write("annotation.json", annotation().to_string());
    let rules = |arguments: &[&str]| {
        let arguments = [&["validate"], arguments, &["--format", "json"]].concat();
        let checked = world.run(&arguments);
        assert_eq!(checked.code, Some(1), "{arguments:?}");
        found(&checked.stdout)
            .into_iter()
            .map(|(rule, _)| rule)
            .collect::<Vec<_>>()
    };
    assert_eq!(rules(&["nothing.json"]), ["nothing-found"]);
    assert_eq!(
        rules(&["annotation.json", "--kind", "claimreview"]),
        ["nothing-found"]
    );
    assert_eq!(
        rules(&["nothing.json", "--kind", "web-annotation", "--errors-only"]),
        ["context", "id", "type", "target"]
    );
    world
        .run(&["validate", "nothing.json", "--kind", "annotation"])
        .fails_with(Exit::Usage);
}

#[test]
fn packed_files_lines_and_standard_input_are_looked_at() {
    let world = World::new();
    let mut second = review();
    second["url"] = json!("checks.example/2");
    let lines = format!("{}\n{}\n{{\"@type\": \n", review(), second);
    let checked = world.run_with_input(&["validate", "-", "--format", "json"], lines.as_bytes());
    assert_eq!(
        found(&checked.stdout),
        [
            ("url-absolute".to_owned(), Some(2)),
            ("json".to_owned(), Some(3))
        ]
    );
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(lines.as_bytes()).unwrap();
    let gzip = gzip.finish().unwrap();
    world.write("reviews.jsonl.gz", &gzip);
    let zstd = zstd::encode_all(lines.as_bytes(), 3).unwrap();
    world.write("reviews.jsonl.zst", zstd);
    for packed in ["reviews.jsonl.gz", "reviews.jsonl.zst"] {
        let packed = world.run(&["validate", packed, "--format", "json"]);
        assert_eq!(found(&packed.stdout), found(&checked.stdout));
    }
    world.write("cut.jsonl.gz", &gzip[..gzip.len() / 2]);
    let cut = world.run(&["validate", "cut.jsonl.gz"]);
    assert!(cut.stderr.contains("packed file"), "{}", cut.stderr);
    assert!(cut.stderr.contains("cut.jsonl.gz"), "{}", cut.stderr);
    cut.fails_with(Exit::Malformed);
}

#[test]
fn a_file_that_can_not_be_read_costs_no_other_its_findings() {
    let world = World::new();
    world.write("review.json", "{\"@type\": \"ClaimReview\"}");
    world.write("broken.json", b"{\"a\":\n\"\xff\"}");
    let checked = world.run(&[
        "validate",
        "missing.json",
        "review.json",
        "broken.json",
        "--format",
        "json",
    ]);
    assert_eq!(checked.code, Some(i32::from(Exit::FileMissing.code())));
    assert!(
        found(&checked.stdout)
            .iter()
            .any(|(rule, _)| rule == "claim-missing")
    );
    let complaint = world
        .run(&["validate", "broken.json"])
        .fails_with(Exit::InvalidUtf8);
    assert!(complaint.contains("line 2, column 2"), "{complaint}");
    world.write("empty.json", "");
    world
        .run(&["validate", "empty.json"])
        .fails_with(Exit::FileEmpty);
}
