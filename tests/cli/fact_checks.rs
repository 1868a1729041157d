//! ClaimReview: the desk's rulings for search engines, and the checks of other
//! outlets onto the desk.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::world::World;

const PAGE: &str = "https://facts.example/bridge";

/// A desk with a ruling on claim 1.
fn ruled() -> World {
    let world = World::with_verdict();
    for (key, value) in [
        ("publisher", "Facts Example"),
        ("publisher-url", "https://facts.example"),
        ("four-eyes", "off"),
    ] {
        world.run(&["config", "set", key, value]).done();
    }
    world.run(&["ruling", "sign-off", "1"]).done();
    world
}

fn graph(document: &str) -> Vec<Value> {
    let document: Value = serde_json::from_str(document).unwrap();
    assert_eq!(document["@context"], "https://schema.org");
    document["@graph"].as_array().unwrap().clone()
}

fn exported(world: &World, more: &[&str]) -> Vec<Value> {
    let arguments = [
        &["export", "--format", "claimreview", "--page-url", PAGE],
        more,
    ]
    .concat();
    graph(&world.run(&arguments).done())
}

/// What an outlet puts into its page, with the oddities that outlets have.
const PUBLISHED: &str = r#"<!doctype html>
<html><head><title>Checks</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": broken}</script>
<script type="application/ld+json">
{"@context": "http://schema.org", "@graph": [
 {"@type": ["Review", "ClaimReview"], "url": "https://checks.example/dam", "datePublished": "2024-03-02",
  "claimReviewed": "The dam &quot;broke&quot; in March.", "author": {"@type": "Organization", "name": "Checks Example", "url": "https://checks.example"},
  "itemReviewed": {"@type": "CreativeWork", "author": {"@type": "Person", "name": "Clara Vega"}, "appearance": "https://video.example/7"},
  "reviewRating": {"@type": "Rating", "ratingValue": "1", "bestRating": "5", "worstRating": "1", "alternateName": {"@value": "Fake"}}},
 {"@type": "ClaimReview", "url": "https://checks.example/rain", "claimReviewed": "It rained for forty days.",
  "author": {"name": "Checks Example"}, "reviewRating": {"ratingValue": -1, "bestRating": -1, "worstRating": -1, "alternateName": "Half-baked"}},
 {"@type": "ClaimReview", "url": "https://checks.example/bridge", "claimReviewed": "The bridge cost two million crowns.",
  "reviewRating": "Pants on Fire"}
]}</script></head><body>Text</body></html>"#;

#[test]
fn a_ruling_is_written_as_search_engines_want_it() {
    let world = ruled();
    let reviews = exported(&world, &[]);
    let [review] = &reviews[..] else {
        panic!("{reviews:?}");
    };
    assert_eq!(review["@type"], "ClaimReview");
    assert_eq!(review["url"], PAGE);
    assert_eq!(review["author"]["name"], "Facts Example");
    assert_eq!(review["reviewRating"]["alternateName"], "False");
    assert_eq!(review["reviewRating"]["ratingValue"], 1);
    assert_eq!(review["citation"][0]["url"], "https://example.org/plaque");
    world.write(
        "review.json",
        json!({ "@context": "https://schema.org", "@graph": reviews }).to_string(),
    );
    world.run(&["validate", "review.json"]).done();
}

#[test]
fn without_a_page_nothing_is_written() {
    let world = ruled();
    let why = world.refuses(&["export", "--format", "claimreview"], Exit::InvalidValue);
    assert!(why.contains("claim 1 can't be a ClaimReview"), "{why}");
    assert!(why.contains("--page-url https://"), "{why}");
    let bad = [
        "export",
        "--format",
        "claimreview",
        "--page-url",
        "facts.example",
        "-o",
        "out.json",
    ];
    let why = world.refuses(&bad, Exit::InvalidValue);
    assert!(why.contains("“facts.example” is no absolute"), "{why}");
    assert!(!world.path("out.json").exists());
    world
        .run(&["export", "--format", "jsonl", "--page-url", PAGE])
        .fails_with(Exit::Usage);
}

#[test]
fn a_claim_without_a_ruling_is_left_out_or_taken_by_its_verdict() {
    let world = World::with_verdict();
    let out = world.run(&["export", "--format", "claimreview", "--page-url", PAGE]);
    assert!(
        out.stderr
            .contains("4 claims are left out for lack of a ruling"),
        "{}",
        out.stderr
    );
    assert_eq!(graph(&out.done()), Vec::<Value>::new());
    let reviews = exported(&world, &["--latest-verdict"]);
    assert_eq!(reviews[0]["reviewRating"]["alternateName"], "False");
    assert_eq!(reviews[0]["author"]["name"], "Ana Ruiz");
}

#[test]
fn what_loses_a_display_is_said() {
    let world = ruled();
    let long =
        "The bridge, which is of stone, opened on the third of May of the year 1931, people say.";
    world
        .run(&["claim", "edit", "1", "--statement", long])
        .done();
    let out = world.run(&[
        "export",
        "--format",
        "claimreview",
        "--page-url",
        "https://elsewhere.example/1",
    ]);
    assert!(
        out.stderr.contains("displays cut it at 75"),
        "{}",
        out.stderr
    );
    assert!(out.stderr.contains("does not belong to"), "{}", out.stderr);
    out.done();
}

#[test]
fn a_public_correction_is_told_with_the_check() {
    let world = ruled();
    world.run(&["ruling", "publish", "1"]).done();
    world
        .judge_true(
            "The plaque is a copy.",
            &["--no-source", "It was seen on site."],
        )
        .done();
    world
        .run(&[
            "ruling",
            "correct",
            "1",
            "--because",
            "We read the wrong plaque.",
        ])
        .done();
    let review = &exported(&world, &[])[0];
    assert_eq!(review["reviewRating"]["alternateName"], "True");
    let told = review["correction"].to_string();
    assert!(
        told.contains("From “False” to “True”: We read the wrong plaque."),
        "{told}"
    );
}

#[test]
fn sources_that_are_not_public_stay_out() {
    let world = ruled();
    world
        .run(&["source", "edit", "1", "--confidentiality", "confidential"])
        .done();
    assert_eq!(exported(&world, &[])[0].get("citation"), None);
    let internal = exported(&world, &["--include-internal"]);
    assert_eq!(internal[0]["citation"][0]["name"], "The plaque");
}

#[test]
fn a_report_carries_the_rulings_of_its_article() {
    let world = ruled();
    world
        .run(&["report", "1", "-o", "report.html", "--page-url", PAGE])
        .done();
    let page = world.read("report.html");
    assert_eq!(page.matches("application/ld+json").count(), 1);
    world.run(&["validate", "report.html"]).done();
    world
        .run(&["report", "1", "-o", "report.md", "--page-url", PAGE])
        .fails_with(Exit::Usage);
    let other = World::with_desk();
    other.write("report.html", page);
    let imported = other.json(&["import", "report.html"]);
    assert_eq!(imported["added"], 1);
    assert_eq!(other.json(&["claim", "show", "1"])["rating"], "false");
}

#[test]
fn the_checks_of_a_page_come_onto_the_desk() {
    let world = World::with_desk();
    world.write("page.html", PUBLISHED);
    let out = world.run(&["import", "page.html", "--format", "json"]);
    assert!(
        out.stderr.contains("script 1 of the page is no JSON"),
        "{}",
        out.stderr
    );
    let done: Value = serde_json::from_str(&out.done()).unwrap();
    assert_eq!((&done["added"], &done["unmapped"]), (&json!(3), &json!(1)));
    let claim = world.json(&["claim", "show", "1"]);
    assert_eq!(claim["statement"], "The dam \"broke\" in March.");
    assert_eq!(claim["claimant"], "Clara Vega");
    assert_eq!(claim["rating"], "false");
    assert_eq!(claim["state"], "published");
    assert_eq!(claim["publication"]["url"], "https://checks.example/dam");
    assert_eq!(claim["appearances"][0]["url"], "https://video.example/7");
    assert_eq!(
        world.json(&["claim", "show", "2"])["rating_label"],
        "Half-baked"
    );
    let again = world.json(&["import", "page.html"]);
    assert_eq!(again["unchanged"], 3);
    world.run(&["doctor"]).done();
    world.run(&["audit", "verify"]).done();
}

#[test]
fn a_page_that_carries_checks_says_so_when_it_is_added() {
    let world = World::with_desk();
    let page = PUBLISHED.replace(
        "<body>Text</body>",
        "<body><article><p>The dam broke in March 2024.</p></article></body>",
    );
    world.write("page.html", page);
    let added = world.run(&["article", "add", "page.html"]);
    assert!(
        added
            .stderr
            .contains("the page carries 3 fact checks of its own: `claimdesk import page.html`"),
        "{}",
        added.stderr
    );
    added.done();
}

#[test]
fn the_words_of_others_are_mapped_by_a_table_of_ones_own() {
    let world = World::with_desk();
    world.write("page.html", PUBLISHED);
    world.write(
        "words.csv",
        "label,rating\nhalf-baked,misleading\nPants on fire,false\n",
    );
    let done = world.json(&["import", "page.html", "--ratings", "words.csv"]);
    assert_eq!(done["unmapped"], 0);
    assert_eq!(world.json(&["claim", "show", "2"])["rating"], "misleading");
    assert_eq!(world.json(&["claim", "show", "3"])["rating"], "false");
    world.write("wrong.csv", "label,rating\nhalf-baked,so-so\n");
    let why = world.refuses(
        &["import", "page.html", "--ratings", "wrong.csv"],
        Exit::InvalidValue,
    );
    assert!(
        why.contains("wrong.csv: line 2: “so-so” is no rating of the scale standard"),
        "{why}"
    );
    let why = world
        .run(&["import", "page.html", "--scale", "nine-stars"])
        .fails_with(Exit::UnknownName);
    assert!(why.contains("nine-stars"), "{why}");
    world.write("claims.jsonl", "{\"claim\": \"A dam broke.\"}\n");
    world
        .run(&["import", "claims.jsonl", "--scale", "standard"])
        .fails_with(Exit::Usage);
}

#[test]
fn feeds_and_the_answer_of_google_are_read() {
    let world = World::with_desk();
    let feed = json!({ "@type": "DataFeed", "dataFeedElement": [
        null,
        { "item": [null, { "@type": "ClaimReview", "url": "https://checks.example/1", "claimReviewed": "The dam broke.",
            "reviewRating": { "alternateName": "False" } }] },
    ]});
    world.write("feed.json", feed.to_string());
    assert_eq!(world.json(&["import", "feed.json"])["added"], 1);
    let answer = json!({ "claims": [{ "text": "The moon is near.", "claimant": "A singer", "claimDate": "2024-02-03T00:00:00Z",
        "claimReview": [{ "publisher": { "name": "Checks", "site": "checks.example" }, "url": "https://checks.example/moon",
            "title": "Is it?", "reviewDate": "2024-02-05T08:00:00Z", "textualRating": "Mostly true", "languageCode": "en" }] }],
        "nextPageToken": "CAo" });
    world.write("answer.json", answer.to_string());
    let out = world.run(&["import", "answer.json", "--format", "json"]);
    assert!(out.stderr.contains("pageToken=CAo"), "{}", out.stderr);
    out.done();
    let claim = world.json(&["claim", "show", "2"]);
    assert_eq!(
        (&claim["rating"], &claim["claimant"]),
        (&json!("mostly-true"), &json!("A singer"))
    );
    assert_eq!(claim["publication"]["title"], "Is it?");
}

#[test]
fn what_holds_no_check_is_refused() {
    let world = World::with_desk();
    world.write("page.html", "<!doctype html><title>News</title><p>Text");
    let why = world.refuses(&["import", "page.html"], Exit::Malformed);
    assert!(
        why.contains("page.html: there is no claimreview in it"),
        "{why}"
    );
    world.write(
        "cut.json",
        "{\"@type\": \"ClaimReview\", \"claimReviewed\": \"The dam",
    );
    let why = world.refuses(&["import", "cut.json"], Exit::Malformed);
    assert!(why.contains("cut.json, line 1: this is no JSON"), "{why}");
    let lines = "{\"@type\": \"ClaimReview\", \"claimReviewed\": \"The dam broke.\", \"reviewRating\": \"False\"}\n\
                 {\"@type\": \"ClaimReview\", \"url\": \"https://checks.example/2\"}\n";
    world.write("lines.jsonl", lines);
    let why = world.refuses(&["import", "lines.jsonl"], Exit::Malformed);
    assert!(
        why.contains("lines.jsonl, line 2: it does not say what was reviewed"),
        "{why}"
    );
    let done = world.json(&["import", "lines.jsonl", "--skip-invalid"]);
    assert_eq!((&done["added"], &done["skipped"]), (&json!(1), &json!(1)));
}

#[test]
fn checks_go_out_and_come_back_as_they_are() {
    let world = World::with_desk();
    world.write("page.html", PUBLISHED);
    world.run(&["import", "page.html"]).done();
    let first = exported(&world, &["--latest-verdict"]);
    let other = World::with_desk();
    other.write(
        "reviews.json",
        json!({ "@context": "https://schema.org", "@graph": first }).to_string(),
    );
    other.run(&["import", "reviews.json"]).done();
    let second = exported(&other, &["--latest-verdict"]);
    assert_eq!(second, first);
}

#[test]
fn the_page_of_a_check_is_the_source_where_it_is_taken_over() {
    let world = World::with_desk();
    world.write("page.html", PUBLISHED);
    world.run(&["import", "page.html"]).done();
    world.write("talk.txt", "The dam\n\nThe dam broke in March, he said.\n");
    world
        .run(&["article", "add", "talk.txt", "--top", "0"])
        .done();
    let added = world.json(&[
        "claim",
        "add",
        "1",
        "--quote",
        "The dam broke in March, he said.",
    ]);
    let id = added["id"].to_string();
    let given = world.json(&["verdict", "add", &id, "--from", "1"]);
    assert_eq!(given["no_source"], Value::Null);
    let evidence = &given["evidence"][0];
    assert_eq!(evidence["source_url"], "https://checks.example/dam");
    assert_eq!(evidence["source_publisher"], "Checks Example");
    assert_eq!(evidence["stance"], "refutes");
    assert_eq!(evidence["locator"], "the check");
    // What is said of sources with it holds.
    let said = ["verdict", "add", &id, "--from", "1", "--no-source", "Seen."];
    let given = world.json(&said);
    assert_eq!(given["evidence"], json!([]));
    assert_eq!(given["no_source"], "Seen.");
}
