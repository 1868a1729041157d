//! What of an article has been looked at, and what has not.
#![expect(
    clippy::expect_used,
    reason = "a helper of a test may fail like the test itself"
)]

use claimdesk::cli::exit::Exit;
use serde_json::Value;

use crate::world::World;

/// A sentence that is said twice, another, and one of small talk.
const TWICE: &str = "The bridge over the Lind was opened on 3 May 2019 by mayor Ana Vega. \
    It rained a little. \
    Traffic rose by 12 percent in 2018. \
    A bridge over the Lind was opened on 3 May 2019 by mayor Ana Vega.\n";

fn with_twice() -> World {
    let world = World::with_desk();
    world.write("twice.txt", TWICE);
    world
        .run(&["article", "add", "twice.txt", "--published", "2020-01-01"])
        .done();
    world
}

/// Covered and all of a kind.
fn total(coverage: &Value, kind: &str) -> (u64, u64) {
    let totals = coverage["totals"].as_array().into_iter().flatten();
    let mut of_kind = totals.filter(|total| total["kind"] == kind);
    let total = of_kind.next().expect("every kind is named");
    let number = |field: &str| total[field].as_u64().expect("a number");
    (number("covered"), number("all"))
}

/// The words of what is not covered, of one kind.
fn left<'c>(coverage: &'c Value, kind: &str) -> Vec<&'c str> {
    let left = coverage["uncovered"].as_array().into_iter().flatten();
    left.filter(|one| one["kind"] == kind)
        .filter_map(|one| one["text"].as_str())
        .collect()
}

#[test]
fn a_sentence_is_open_until_its_claims_are_decided() {
    let world = World::with_article();
    let before = world.json(&["coverage", "1"]);
    let (covered, all) = total(&before, "sentence");
    assert_eq!(covered, 0);
    assert!(all >= 3, "{before}");
    assert_eq!(
        before["uncovered"][0]["open_claims"],
        serde_json::json!([1])
    );

    world
        .run(&["verdict", "add", "1", "true", "--because", "Seen."])
        .done();
    world
        .run(&["claim", "dismiss", "2", "--because", "an opinion"])
        .done();
    let after = world.json(&["coverage", "1"]);
    assert_eq!(total(&after, "sentence"), (2, all));

    // A part of the sentence is still to be checked.
    world
        .run(&["claim", "add", "1", "--quote", "cost two million crowns"])
        .done();
    let reopened = world.json(&["coverage", "1"]);
    assert_eq!(total(&reopened, "sentence"), (1, all));
}

#[test]
fn what_stands_in_no_claim_is_named_with_its_place() {
    let world = World::with_desk();
    world.write("twice.txt", TWICE);
    world
        .run(&["article", "add", "twice.txt", "--top", "1"])
        .done();
    let coverage = world.json(&["coverage", "1"]);
    let offered = world.json(&["claim", "list"]);
    assert_eq!(offered.as_array().map(Vec::len), Some(1));
    let letters: Vec<char> = TWICE.chars().collect();
    let uncovered = coverage["uncovered"].as_array().expect("a list");
    assert!(!uncovered.is_empty());
    for one in uncovered {
        let at =
            |field: &str| usize::try_from(one[field].as_u64().expect("a place")).expect("small");
        let words: String = letters[at("start")..at("end")].iter().collect();
        assert_eq!(one["text"], words);
    }
    let shown = world.run(&["coverage", "1"]).done();
    assert!(
        shown.contains("no claim") && shown.contains("claim 1 open"),
        "{shown}"
    );
}

#[test]
fn a_repeat_counts_as_the_claim_that_it_repeats() {
    let world = with_twice();
    let claim = &world.json(&["claim", "list"])[0];
    assert_eq!(claim["repeats"][0]["sentence"], 4);
    assert_eq!(
        claim["repeats"][0]["text"],
        "A bridge over the Lind was opened on 3 May 2019 by mayor Ana Vega."
    );
    let coverage = world.json(&["coverage", "1"]);
    assert!(left(&coverage, "date").is_empty(), "{coverage}");
    let (before, all) = total(&coverage, "sentence");
    world
        .run(&["verdict", "add", "1", "true", "--because", "Seen."])
        .done();
    let coverage = world.json(&["coverage", "1"]);
    assert_eq!(total(&coverage, "sentence"), (before + 2, all));
}

#[test]
fn a_claim_put_elsewhere_is_not_repeated_by_what_repeated_its_old_words() {
    let world = with_twice();
    world
        .run(&["claim", "anchor", "1", "--quote", "It rained a little."])
        .done();
    assert_eq!(
        world.json(&["claim", "show", "1"])["repeats"],
        serde_json::json!([])
    );
    let coverage = world.json(&["coverage", "1"]);
    assert_eq!(left(&coverage, "date"), ["3 May 2019", "3 May 2019"]);
}

#[test]
fn a_dismissed_claim_covers_what_stands_in_it() {
    let world = with_twice();
    let before = total(&world.json(&["coverage", "1"]), "quantity");
    let claim = world.json(&["claim", "show", "12 percent"])["id"].to_string();
    world
        .run(&["claim", "dismiss", &claim, "--because", "known"])
        .done();
    assert_eq!(total(&world.json(&["coverage", "1"]), "quantity"), before);
}

#[test]
fn only_asked_for_it_ends_with_a_no() {
    let world = World::with_article();
    world.run(&["coverage", "1"]).done();
    let denied = world.run(&["coverage", "1", "--deny"]);
    assert_eq!(denied.code, Some(1), "{}", denied.stderr);
    let none = world.json(&["coverage", "1", "--deny", "--kind", "quantity"]);
    assert_eq!(none["totals"].as_array().map(Vec::len), Some(1));
    world
        .run(&["coverage", "7"])
        .fails_with(Exit::UnknownNumber);
}

#[test]
fn counts_say_the_same_for_the_article_and_the_desk() {
    let world = World::with_verdict();
    let coverage = world.json(&["coverage", "1"]);
    let of_article = world.json(&["stats", "--article", "1"]);
    let of_desk = world.json(&["stats", "--coverage"]);
    assert_eq!(of_article["coverage"], of_desk["coverage"]);
    let (covered, all) = total(&coverage, "sentence");
    assert_eq!(of_desk["coverage"]["sentences"]["covered"], covered);
    assert_eq!(of_desk["coverage"]["sentences"]["all"], all);
    let facts = ["quantity", "date", "name", "quotation"].map(|kind| total(&coverage, kind));
    let all: u64 = facts.iter().map(|(_, all)| all).sum();
    assert_eq!(of_desk["coverage"]["facts"]["all"], all);
}

#[test]
fn only_the_latest_revision_counts() {
    let world = with_twice();
    world.write(
        "later.txt",
        TWICE.replace("It rained a little.", "It cost 9 million crowns."),
    );
    world.run(&["article", "revise", "1", "later.txt"]).done();
    let coverage = world.json(&["coverage", "1"]);
    assert_eq!(coverage["revision"], 2);
    let claim = &world.json(&["claim", "list"])[0];
    assert_eq!(claim["repeats"][0]["sentence"], 4);
    assert_eq!(claim["dates"][0]["value"], "2019-05-03");
    let offered = world.json(&["claim", "show", "9 million"]);
    assert_eq!(offered["quantities"][0]["value"], 9_000_000.0);
    assert_eq!(offered["sentence"], 2);
}

#[test]
fn what_only_repeats_a_claim_is_not_offered_by_a_new_draft() {
    let world = World::with_desk();
    let once = TWICE.replace(
        " A bridge over the Lind was opened on 3 May 2019 by mayor Ana Vega.",
        "",
    );
    world.write("once.txt", &once);
    world.write(
        "again.txt",
        format!("A bridge over the Lind was opened on 3 May 2019 by mayor Ana Vega. {once}"),
    );
    world.run(&["article", "add", "once.txt"]).done();
    assert_eq!(
        world.json(&["claim", "show", "1"])["repeats"],
        serde_json::json!([])
    );
    let revised = world.json(&["article", "revise", "1", "again.txt"]);
    assert_eq!(revised["offered"], 0, "{revised}");
    let claim = world.json(&["claim", "show", "1"]);
    assert_eq!(claim["sentence"], 2);
    assert_eq!(claim["repeats"][0]["sentence"], 1);
}

#[test]
fn reports_say_what_was_not_looked_at() {
    let world = World::with_article();
    for format in ["html", "markdown"] {
        let report = world.run(&["report", "1", "--format", format]).done();
        assert!(report.contains("Checked: 0 of "), "{report}");
        assert!(report.contains("Not looked at"), "{report}");
    }
    let report = world.run(&["report", "1", "--format", "json"]).done();
    let report: Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(report["coverage"], world.json(&["coverage", "1"]));
}
