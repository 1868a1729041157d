//! What is known about an article is changed, and what follows from its date with it.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::world::World;

/// Three times that count from the day of publication, and one who has come back.
const DRAFT: &str = "The mill\n\n\
    Last year the mill of Lindau ground 4,000 tonnes of flour. Former President Donald Trump praised it in a speech.\n";

fn with_draft(day: &[&str]) -> World {
    let world = World::with_desk();
    world.write("mill.txt", DRAFT);
    let add = ["article", "add", "mill.txt", "--all"];
    world.run(&[&add[..], day].concat()).done();
    world
}

fn date(world: &World) -> Value {
    world.json(&["claim", "show", "1"])["dates"][0]["value"].clone()
}

fn open_rules(world: &World) -> Vec<String> {
    let flags = world.json(&["flag", "list", "--state", "open"]);
    let codes = flags.as_array().unwrap().iter();
    codes
        .map(|flag| flag["code"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn every_detail_can_be_given_later_and_taken_away() {
    let world = with_draft(&["--author", "Vera Holm"]);
    world
        .run(&[
            "article",
            "edit",
            "1",
            "--title",
            "The mill of Lindau",
            "--publisher",
            "Weekly",
            "--url",
            "https://example.org/mill",
            "--language",
            "en",
            "--published",
            "2025-04",
            "--clear",
            "author",
        ])
        .done();
    let article = world.json(&["article", "show", "1"]);
    for (field, value) in [
        ("title", json!("The mill of Lindau")),
        ("author", Value::Null),
        ("publisher", json!("Weekly")),
        ("published", json!("2025-04")),
        ("url", json!("https://example.org/mill")),
        ("language", json!("en")),
    ] {
        assert_eq!(article[field], value, "{field}");
    }
    let log = world.json(&["log", "article:1"]);
    let edit = &log[1];
    assert_eq!(edit["action"], "article.edit");
    assert_eq!(
        (&edit["before"]["author"], &edit["after"]["published"]),
        (&json!("Vera Holm"), &json!("2025-04"))
    );
    assert!(
        world
            .run(&["log", "article:1"])
            .done()
            .contains("publisher: Weekly")
    );
}

#[test]
fn a_date_that_comes_later_dates_what_counts_from_it() {
    let world = with_draft(&[]);
    assert_eq!(date(&world), Value::Null);
    assert_eq!(open_rules(&world), ["C204"]);
    let edited = world.run(&["article", "edit", "1", "--published", "2025-04-15"]);
    assert!(
        edited.stderr.contains("flags raised: 1, settled: 1"),
        "{}",
        edited.stderr
    );
    edited.done();
    assert_eq!(date(&world), "2024");
    assert_eq!(open_rules(&world), ["D104"]);
    let since = world.json(&["claim", "list", "--since", "2024", "--until", "2024"]);
    assert_eq!(since[0]["id"], 1);
    // As if it had been known from the start.
    let known = with_draft(&["--published", "2025-04-15"]);
    let facets = |world: &World, claim: &str| {
        let claim = world.json(&["claim", "show", claim]);
        ["dates", "quantities", "names"].map(|kind| claim[kind].clone())
    };
    for claim in ["1", "2"] {
        assert_eq!(facets(&world, claim), facets(&known, claim));
    }
}

#[test]
fn earlier_revisions_are_dated_as_well() {
    let world = with_draft(&[]);
    world.write("other.txt", "The mill\n\nNothing is left of it.\n");
    world.run(&["article", "revise", "1", "other.txt"]).done();
    world
        .run(&["article", "edit", "1", "--published", "2025-04-15"])
        .done();
    assert_eq!(date(&world), "2024");
}

#[test]
fn taken_back_the_article_is_what_it_was() {
    let world = with_draft(&[]);
    let before = world.json(&["article", "show", "1"]);
    let lines = world.events();
    world
        .run(&["article", "edit", "1", "--published", "2025-04-15"])
        .done();
    world.run(&["undo"]).done();
    assert_eq!(world.json(&["article", "show", "1"]), before);
    assert_eq!(date(&world), Value::Null);
    assert_eq!(open_rules(&world), ["C204"]);
    assert!(world.events() > lines + 1);
    world.run(&["audit", "verify"]).done();
}

#[test]
fn what_changes_nothing_leaves_no_trace() {
    let world = with_draft(&["--published", "2025-04-15"]);
    let lines = world.events();
    world
        .run(&["article", "edit", "1", "--published", "2025-04-15"])
        .done();
    assert_eq!(world.events(), lines);
}

#[test]
fn what_is_no_change_or_no_value_is_refused() {
    let world = with_draft(&[]);
    world.refuses(&["article", "edit", "1"], Exit::Usage);
    world.refuses(
        &["article", "edit", "1", "--title", " "],
        Exit::InvalidValue,
    );
    world.refuses(
        &["article", "edit", "1", "--url", "the web"],
        Exit::NotASource,
    );
    world.refuses(
        &["article", "edit", "7", "--author", "Vera Holm"],
        Exit::UnknownNumber,
    );
}

#[test]
fn an_article_without_a_date_says_so_and_how_to_give_it() {
    let world = World::with_desk();
    world.write("mill.txt", DRAFT);
    for output in [
        world.run(&["article", "add", "mill.txt"]),
        world.run(&["lint", "1"]),
    ] {
        assert!(
            output.stderr.contains("has no publication date")
                && output.stderr.contains("D104")
                && output
                    .stderr
                    .contains("`claimdesk article edit 1 --published DATE`"),
            "{}",
            output.stderr
        );
        output.done();
    }
    let other = world.run(&["lint", "1", "--select", "E6"]);
    assert!(
        !other.stderr.contains("publication date"),
        "{}",
        other.stderr
    );
    other.done();
}

#[test]
fn a_date_that_lies_ahead_is_told() {
    let world = with_draft(&[]);
    let told = "the publication date 2525-04-15 lies ahead";
    let edited = world.run(&["article", "edit", "1", "--published", "2525-04-15"]);
    assert!(edited.stderr.contains(told), "{}", edited.stderr);
    edited.done();
    world.write("other.txt", format!("{DRAFT}It is old.\n"));
    let added = world.run(&["article", "add", "other.txt", "--published", "2525-04-15"]);
    assert!(added.stderr.contains(told), "{}", added.stderr);
    added.done();
    let past = world.run(&["article", "edit", "1", "--published", "2025-04-15"]);
    assert!(!past.stderr.contains("lies ahead"), "{}", past.stderr);
    past.done();
}
