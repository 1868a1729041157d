//! What was on the page that day: files kept as snapshots, quotes held against
//! them.

use std::fs;

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::sql;
use crate::world::World;

const PAGE: &str = "<!doctype html><html lang=\"en\"><head><title>Road budget</title>\
    <meta property=\"og:site_name\" content=\"City Council\"><meta name=\"author\" content=\"Ana Vega\">\
    <link rel=\"canonical\" href=\"https://council.example/road?utm_source=mail\">\
    <meta property=\"article:published_time\" content=\"2021-02-03T10:00:00Z\"></head>\
    <body><article><h1>Road budget</h1><p>The council spent 4.2 million crowns on the road in 2020. \
    The works took two years, and the mayor opened the road in May.</p></article></body></html>";

/// A desk with the page as a source, and an article that is checked by it.
fn with_page() -> World {
    let world = World::with_desk();
    world.write("page.html", PAGE);
    world.run(&["source", "add", "page.html"]).done();
    world.write(
        "article.txt",
        "The council spent 4.2 million crowns on the road in 2020.\n",
    );
    world
        .run(&["article", "add", "article.txt", "--all"])
        .done();
    world
}

fn cite(world: &World, quote: &str) -> Value {
    world.json(&[
        "evidence",
        "add",
        "1",
        "1",
        "--stance",
        "supports",
        "--quote",
        quote,
        "--locator",
        "para. 1",
    ])
}

/// Keeps the page with some of its words changed.
fn page_changes(world: &World, from: &str, to: &str) -> Value {
    world.write("later.html", PAGE.replace(from, to));
    world.json(&["source", "snapshot", "1", "--file", "later.html"])
}

#[test]
fn a_file_is_a_source_and_tells_what_it_is() {
    let world = with_page();
    let source = world.json(&["source", "show", "1"]);
    for (field, value) in [
        ("title", "Road budget"),
        ("author", "Ana Vega"),
        ("publisher", "City Council"),
        ("published", "2021-02-03"),
        ("language", "en"),
        ("type", "webpage"),
    ] {
        assert_eq!(source[field], value, "{field}");
    }
    assert_eq!(source["snapshots"][0]["file_name"], "page.html");
    for again in ["page.html", "https://council.example/road/"] {
        let added = world.json(&["source", "add", again]);
        assert_eq!(
            (&added["id"], &added["existed"]),
            (&json!(1), &json!(true)),
            "{again}"
        );
    }
    let told = ["source", "add", "page.html", "--url", "10.1000/182"];
    let described = ["--title", "Budget of roads"];
    let again = world.json(&[&told[..], &described].concat());
    assert_eq!(again["existed"], true, "these bytes are known");
    let told = world.refuses(&["source", "add", "missing.pdf"], Exit::NotASource);
    assert!(told.contains("no such file"), "{told}");
    world.refuses(
        &["source", "add", "10.1000/182", "--url", "10.1000/183"],
        Exit::Usage,
    );
}

#[test]
fn a_page_of_a_journal_tells_of_the_work() {
    let world = World::with_desk();
    world.write(
        "paper.html",
        "<!doctype html><title>Rents | Journal</title><meta name=\"citation_title\" content=\"Rents and wages\">\
         <meta name=\"citation_author\" content=\"Vega, Ana\"><meta name=\"citation_author\" content=\"Lind, Eva\">\
         <meta name=\"citation_publication_date\" content=\"2020/03/05\">\
         <meta name=\"citation_journal_title\" content=\"Journal of Rents\">\
         <meta name=\"citation_doi\" content=\"10.1000/RENTS.12\"><p>Rents rose.</p>",
    );
    let added = world.json(&["source", "add", "paper.html"]);
    for (field, value) in [
        ("title", "Rents and wages"),
        ("author", "Vega, Ana; Lind, Eva"),
        ("published", "2020-03-05"),
        ("publisher", "Journal of Rents"),
        ("doi", "10.1000/rents.12"),
    ] {
        assert_eq!(added[field], value, "{field}");
    }
    let again = world.json(&["source", "add", "https://doi.org/10.1000/rents.12"]);
    assert_eq!((&again["id"], &again["existed"]), (&json!(1), &json!(true)));
}

#[test]
fn what_was_kept_comes_out_byte_for_byte() {
    let world = with_page();
    let bytes: Vec<u8> = (0..=255).cycle().take(5000).collect();
    world.write("scan.bin", &bytes);
    let kept = world.json(&[
        "source",
        "snapshot",
        "1",
        "--file",
        "scan.bin",
        "--taken",
        "2026-01-31",
    ]);
    assert_eq!(
        (&kept["media_type"], &kept["size"], &kept["characters"]),
        (
            &json!("application/octet-stream"),
            &json!(5000),
            &Value::Null
        )
    );
    assert_eq!(kept["taken_at"], "2026-01-31T00:00:00Z");
    let again = world.json(&["source", "snapshot", "1", "--file", "scan.bin"]);
    assert_eq!((&again["id"], &again["existed"]), (&json!(2), &json!(true)));

    let number = kept["id"].to_string();
    let open = [
        "source",
        "open",
        "1",
        "--snapshot",
        &number,
        "-o",
        "out.bin",
    ];
    world.run(&open).done();
    assert_eq!(fs::read(world.path("out.bin")).unwrap(), bytes);
    // The page was taken later, whatever was kept last.
    let latest = world.run(&["source", "open", "1", "--snapshot"]).done();
    assert_eq!(latest, PAGE);
    world.refuses(&["source", "open", "1", "--snapshot", "9"], Exit::NotNow);
    let ahead = ["source", "snapshot", "1", "--file", "scan.bin"];
    world.refuses(
        &[&ahead[..], &["--taken", "2999-01-01"]].concat(),
        Exit::InvalidValue,
    );
    world.refuses(
        &["source", "snapshot", "1", "--file", "none.pdf"],
        Exit::FileMissing,
    );
}

#[test]
fn a_quote_is_looked_up_where_there_is_a_text() {
    let world = with_page();
    let found = cite(&world, "the council spent 4.2 million crowns on the road");
    assert_eq!(found["found"]["finding"], "found");
    assert_eq!(found["found"]["start"], 13);
    assert_eq!(
        found["place"],
        json!({"kind": "paragraph", "from": "1", "to": null})
    );
    let near = cite(
        &world,
        "The works took three years, and the mayor opened the road in May",
    );
    assert_eq!(near["found"]["finding"], "approximate");
    assert_eq!(
        near["found"]["diff"],
        json!([
            {"kind": "kept", "text": "The works took "},
            {"kind": "removed", "text": "three"},
            {"kind": "added", "text": "two"},
            {"kind": "kept", "text": " years, and the mayor opened the road in May"},
        ])
    );
    let page = world
        .run(&[
            "evidence",
            "add",
            "1",
            "1",
            "--stance",
            "context",
            "--quote",
            "A bridge fell.",
        ])
        .done();
    assert!(
        page.contains("quote found") && page.contains("no, in snapshot 1"),
        "{page}"
    );
    let before = world.json(&[
        "evidence",
        "add",
        "1",
        "10.1000/182",
        "--stance",
        "context",
        "--quote",
        "x",
    ]);
    assert_eq!(before["found"], Value::Null, "a source without a snapshot");
}

#[test]
fn passages_that_no_longer_stand_are_told_apart() {
    let world = with_page();
    cite(
        &world,
        "The council spent 4.2 million crowns on the road in 2020.",
    );
    cite(&world, "the mayor opened the road in May");
    let states = |world: &World| -> Vec<Value> {
        let output = world.run(&["evidence", "verify", "--format", "json"]);
        let passages: Value = serde_json::from_str(&output.stdout).unwrap();
        let passages = passages.as_array().into_iter().flatten();
        passages.map(|passage| passage["state"].clone()).collect()
    };
    assert_eq!(states(&world), ["unchanged", "unchanged"]);
    world.run(&["evidence", "verify", "1"]).done();

    page_changes(&world, "4.2 million", "4.3 million");
    assert_eq!(states(&world), ["drifted", "unchanged"]);
    let told = world.run(&["evidence", "verify", "--article", "1"]);
    assert_eq!(told.code, Some(i32::from(Exit::No.code())));
    assert!(
        told.stdout.contains("without 4.2") && told.stdout.contains("[-4.2-]{+4.3+}"),
        "{}",
        told.stdout
    );
    page_changes(&world, "and the mayor opened the road in May", "at last");
    assert_eq!(states(&world), ["unchanged", "missing"]);
}

#[test]
fn what_was_never_in_its_source_has_not_drifted() {
    let world = with_page();
    cite(
        &world,
        "The council spent 5.7 million crowns on the road in 2020.",
    );
    cite(&world, "nobody has ever said this of any road");
    let told = world.run(&["evidence", "verify", "--format", "json"]);
    assert_eq!(told.code, Some(i32::from(Exit::No.code())));
    assert_eq!(told.stdout.matches("\"never-found\"").count(), 2);
}

#[test]
fn a_source_that_says_something_else_puts_its_verdicts_in_doubt() {
    let world = with_page();
    cite(&world, "4.2 million crowns");
    let judge = [
        "verdict",
        "add",
        "1",
        "true",
        "--because",
        "The page says so.",
    ];
    world.run(&judge).done();
    let stale = |world: &World| world.json(&["claim", "show", "1"])["stale_because"].clone();
    page_changes(
        &world,
        "</body>",
        "<footer>Visited 12 times</footer></body>",
    );
    assert_eq!(
        stale(&world),
        json!([]),
        "what stands around it changes always"
    );
    page_changes(&world, "4.2 million", "4.3 million");
    assert_eq!(stale(&world), json!(["snapshot"]));
    world.run(&["undo"]).done();
    assert_eq!(stale(&world), json!([]));
    page_changes(&world, "4.2 million", "4.3 million");
    let because = [
        "--because",
        "The page was corrected, the claim holds in substance.",
    ];
    world
        .run(&[&["verdict", "reaffirm", "1"], &because[..]].concat())
        .done();
    assert_eq!(stale(&world), json!([]));
}

#[test]
fn a_snapshot_names_the_claims_whose_verdicts_it_puts_in_doubt() {
    let world = with_page();
    cite(&world, "4.2 million crowns");
    let judge = ["verdict", "add", "1", "true", "--because", "It says so."];
    world.run(&judge).done();
    world.write("next.html", PAGE.replace("4.2 million", "4.3 million"));
    let keep = ["source", "snapshot", "1", "--file", "next.html"];
    let told = world.run(&keep).stderr;
    assert!(
        told.contains("the verdict on claim 1 is in doubt"),
        "{told}"
    );
    let again = world.run(&keep).stderr;
    assert!(!again.contains("in doubt"), "{again}");
}

#[test]
fn whoever_names_nothing_to_keep_is_told_of_both_ways() {
    let world = World::with_desk();
    world
        .run(&["source", "add", "https://example.org/a"])
        .done();
    world.run(&["source", "add", "--title", "A call"]).done();
    let told = world.refuses(&["source", "snapshot", "1"], Exit::Usage);
    for words in ["--file FILE", "ask https://example.org/a now with --fetch"] {
        assert!(told.contains(words), "{told}");
    }
    let told = world.refuses(&["source", "snapshot", "2"], Exit::Usage);
    assert!(told.contains("source 2 has no address"), "{told}");
}

#[test]
fn an_empty_file_is_no_source() {
    let world = World::with_desk();
    world.write("empty.txt", "");
    let told = world.refuses(&["source", "add", "empty.txt"], Exit::FileEmpty);
    assert!(told.contains("empty.txt"), "{told}");
    world.run(&["source", "add", "--title", "A call"]).done();
    let keep = ["source", "snapshot", "1", "--file", "empty.txt"];
    world.refuses(&keep, Exit::FileEmpty);
}

#[test]
fn bytes_that_were_altered_are_found() {
    let world = with_page();
    world.run(&["source", "verify"]).done();
    sql::open(&world.desk())
        .execute(
            "UPDATE blobs SET bytes = x'00', compression = 'none', size = 1
             WHERE id = (SELECT blob_id FROM snapshots WHERE id = 1)",
            [],
        )
        .unwrap();
    let told = world.run(&["source", "verify"]);
    assert_eq!(told.code, Some(i32::from(Exit::No.code())));
    assert!(told.stdout.contains("damaged"), "{}", told.stdout);
    world
        .run(&["source", "open", "1", "-o", "out.html"])
        .fails_with(Exit::Damaged);
    assert!(!world.path("out.html").exists());
}

#[test]
fn a_file_that_was_added_is_taken_back_with_its_snapshot() {
    let world = World::with_desk();
    world.write("page.html", PAGE);
    world.run(&["source", "add", "page.html"]).done();
    let undone = world.json(&["undo"]);
    assert_eq!(undone.as_array().map(Vec::len), Some(2));
    assert_eq!(world.json(&["source", "list"]), json!([]));
}

#[test]
fn what_nothing_refers_to_takes_no_space() {
    let world = World::with_desk();
    let blobs = |world: &World| {
        sql::texts(
            &sql::open(&world.desk()),
            "SELECT CAST(count(*) AS TEXT) FROM blobs",
        )
    };
    let before = blobs(&world);
    world.write("page.html", PAGE);
    world.run(&["source", "add", "page.html"]).done();
    world.run(&["source", "remove", "1"]).done();
    assert_eq!(blobs(&world), before);
}
