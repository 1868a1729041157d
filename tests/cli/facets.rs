//! What a claim's words name: shown with it, and what lists are narrowed by.
#![expect(
    clippy::expect_used,
    reason = "a helper of a test may fail like the test itself"
)]

use claimdesk::cli::exit::Exit;
use serde_json::Value;

use crate::world::{ARTICLE, World};

fn ids(world: &World, arguments: &[&str]) -> Vec<i64> {
    let claims = world.json(&[&["claim", "list"], arguments].concat());
    let claims = claims.as_array().into_iter().flatten();
    claims.filter_map(|claim| claim["id"].as_i64()).collect()
}

/// The words under a facet's place, beside those that it says it has.
fn in_place(facet: &Value) -> (String, &str) {
    let at = |field: &str| usize::try_from(facet[field].as_u64().expect("a place")).expect("small");
    let words = ARTICLE
        .chars()
        .skip(at("start"))
        .take(at("end") - at("start"));
    (words.collect(), facet["text"].as_str().expect("words"))
}

#[test]
fn a_claim_says_what_can_be_looked_up_and_where() {
    let world = World::with_article();
    let claims = world.json(&["claim", "list"]);
    let mut found = 0;
    for claim in claims.as_array().into_iter().flatten() {
        for kind in ["dates", "quantities", "names", "quotations", "attributions"] {
            for facet in claim[kind].as_array().expect("a list") {
                let (there, said) = in_place(facet);
                assert_eq!(there, said);
                found += 1;
            }
        }
    }
    assert!(found > 4, "{claims}");
    let first = &claims[0];
    assert_eq!(first["sentence"], 2);
    assert_eq!(first["dates"][0]["value"], "1931-05-03");
    assert_eq!(first["quantities"][0]["value"], 2_000_000.0);
    let shown = world.run(&["claim", "show", "1"]).done();
    assert!(shown.contains("What can be looked up"), "{shown}");
    assert!(shown.contains("1931-05-03"), "{shown}");
}

#[test]
fn a_claim_added_by_hand_has_what_stands_in_its_words() {
    let world = World::with_article();
    let added = world.json(&["claim", "add", "1", "--quote", "opened on 3 May 1931"]);
    assert_eq!(added["dates"][0]["value"], "1931-05-03");
    assert_eq!(added["quantities"], serde_json::json!([]));
    let event = &world.json(&["log", "claim", &added["id"].to_string()])[0];
    assert!(event["after"].get("quote").is_some(), "{event}");
    assert!(event["after"].get("dates").is_none(), "{event}");
}

#[test]
fn a_claim_put_elsewhere_has_what_stands_there() {
    let world = World::with_article();
    world
        .run(&[
            "claim",
            "anchor",
            "1",
            "--quote",
            "Traffic rose by 12 percent",
        ])
        .done();
    let claim = world.json(&["claim", "show", "1"]);
    assert_eq!(claim["dates"], serde_json::json!([]));
    assert_eq!(claim["quantities"][0]["value"], 12.0);
}

#[test]
fn lists_are_narrowed_by_what_claims_name() {
    let world = World::with_article();
    assert_eq!(ids(&world, &["--has", "quotation"]), [2]);
    assert_eq!(ids(&world, &["--has", "date"]), [1, 3]);
    assert_eq!(ids(&world, &["--has", "date", "--has", "quantity"]), [1, 3]);
    assert_eq!(
        ids(&world, &["--has", "date", "--has", "quotation"]),
        [0_i64; 0]
    );
    assert_eq!(ids(&world, &["--since", "1932"]), [3]);
    assert_eq!(ids(&world, &["--until", "1931-05"]), [1]);
    assert_eq!(
        ids(&world, &["--since", "1931-05-04", "--until", "2017"]),
        [0_i64; 0]
    );
    let complaint = world
        .run(&["claim", "list", "--has", "place"])
        .fails_with(Exit::Usage);
    assert!(complaint.contains("quotation"), "{complaint}");
    let _ = world
        .run(&["claim", "list", "--mentions", " "])
        .fails_with(Exit::InvalidValue);
}

#[test]
fn names_are_sought_in_any_case() {
    let world = World::with_desk();
    world.write(
        "names.txt",
        "Émile Žák opened 3 schools in Prague in 1999. The Bank of Spain lent Ana\nRuiz 4 million dollars in 2001.\n",
    );
    world.run(&["article", "add", "names.txt", "--all"]).done();
    assert_eq!(ids(&world, &["--mentions", "émile ŽÁK"]), [1]);
    assert_eq!(ids(&world, &["--mentions", "ana ruiz"]), [2]);
    assert_eq!(ids(&world, &["--mentions", "schools"]), [0_i64; 0]);
}

#[test]
fn what_is_offered_can_be_chosen() {
    let offered = |choice: &[&str]| {
        let world = World::with_desk();
        world.write("bridge.txt", ARTICLE);
        let added = world.json(&[&["article", "add", "bridge.txt"], choice].concat());
        added["offered"].as_u64().expect("a number")
    };
    assert_eq!(offered(&["--all"]), 5, "every sentence but the heading");
    assert_eq!(offered(&["--top", "2"]), 2);
    assert_eq!(offered(&["--min-score", "1"]), 0);
    let world = World::with_desk();
    world.write("bridge.txt", ARTICLE);
    let _ = world
        .run(&["article", "add", "bridge.txt", "--all", "--top", "2"])
        .fails_with(Exit::Usage);
}
