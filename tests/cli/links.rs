//! Earlier checks: linked to the claims that say the same again, and taken over
//! with whose they are.

use claimdesk::cli::exit::Exit;
use serde_json::Value;

use crate::world::World;

const SAID: &str =
    "El Salvador moved its diplomatic recognition from Taiwan to China in August 2018.";

/// A desk on which claim 1 was judged, with a source, and claim 2 says the same again.
fn desk() -> World {
    let world = World::with_desk();
    for (file, title) in [
        ("first.txt", "The switch"),
        ("second.txt", "The switch, again"),
    ] {
        world.write(file, format!("{title}\n\n{SAID} It rained.\n"));
        world.run(&["article", "add", file, "--top", "0"]).done();
    }
    world.run(&["claim", "add", "1", "--quote", SAID]).done();
    world
        .judge_true(
            "Both governments say so.",
            &[
                "--source",
                "https://example.org/communique",
                "--title",
                "Communiqué",
                "--stance",
                "supports",
                "--quote",
                "as of 21 August 2018",
                "--locator",
                "p. 1",
                "--correction",
                "Say 21 August.",
            ],
        )
        .done();
    world.run(&["claim", "add", "2", "--quote", SAID]).done();
    world
}

fn claim(world: &World, number: &str) -> Value {
    world.json(&["claim", "show", number])
}

#[test]
fn what_may_say_the_same_is_offered_to_be_linked() {
    let world = desk();
    world.write("third.txt", format!("Once more\n\n{SAID} It snowed.\n"));
    let added = world.run(&["article", "add", "third.txt", "--top", "1"]);
    assert!(
        added.stderr.contains("claimdesk claim link 3 1"),
        "{}",
        added.stderr
    );
    assert!(
        added.stderr.contains("claimdesk verdict add 3 --from 1"),
        "{}",
        added.stderr
    );
}

#[test]
fn a_link_is_shown_on_both_claims_and_can_be_taken_away() {
    let world = desk();
    let linked = world.json(&["claim", "link", "2", "1"]);
    assert_eq!(linked[0]["rating"], "true");
    let again = claim(&world, "2");
    assert_eq!(again["earlier"][0]["claim"], 1);
    assert_eq!(again["earlier"][0]["rating"], "true");
    assert_eq!(again["earlier"][0]["linked_by"], "ana");
    assert_eq!(claim(&world, "1")["later"][0]["claim"], 2);
    let shown = world.run(&["claim", "show", "2"]).done();
    assert!(shown.contains("Checked before"), "{shown}");

    let events = world.events();
    world.run(&["claim", "link", "2", "1"]).done();
    assert_eq!(world.events(), events, "it is linked already");
    world.run(&["claim", "unlink", "2", "1"]).done();
    assert_eq!(claim(&world, "2")["earlier"], serde_json::json!([]));
    world.refuses(&["claim", "unlink", "2", "1"], Exit::NotNow);
    world.run(&["undo"]).done();
    assert_eq!(claim(&world, "2")["earlier"][0]["claim"], 1);
    let history = world.run(&["claim", "history", "2"]).done();
    assert!(history.contains("linked it to claim 1"), "{history}");
    world.run(&["audit", "verify"]).done();
}

#[test]
fn a_claim_is_not_linked_to_itself_nor_round_about() {
    let world = desk();
    world.refuses(&["claim", "link", "1", "1"], Exit::InvalidValue);
    world.refuses(&["claim", "link", "2", "9"], Exit::UnknownNumber);
    world.refuses(&["claim", "link", "2", "1", "9"], Exit::UnknownNumber);
    assert_eq!(claim(&world, "2")["earlier"], serde_json::json!([]));
    world.run(&["claim", "link", "2", "1"]).done();
    let said = world.refuses(&["claim", "link", "1", "2"], Exit::NotNow);
    assert!(said.contains("claimdesk claim unlink 2 1"), "{said}");
}

#[test]
fn a_check_that_others_have_published_stays_theirs() {
    let world = desk();
    let check = serde_json::json!({
        "@type": "ClaimReview",
        "url": "https://faktum.example/crowns",
        "claimReviewed": "The road cost nine crowns.",
        "datePublished": "2024-05-02",
        "author": {"@type": "Organization", "name": "Faktum"},
        "reviewRating": {"@type": "Rating", "alternateName": "False"},
    });
    world.write("check.json", check.to_string());
    world.run(&["import", "check.json"]).done();
    let given = world.json(&["verdict", "add", "1", "--from", "The road cost nine crowns"]);
    assert_eq!(
        given["rationale"],
        "Checked before by Faktum, 2024-05-02: “The road cost nine crowns.” was rated False."
    );
}

#[test]
fn an_earlier_check_is_taken_over_with_whose_it_is() {
    let world = desk();
    let given = world.json(&["verdict", "add", "2", "--from", "1"]);
    assert_eq!(given["rating"], "true");
    assert_eq!(given["reuses"], 1);
    assert_eq!(given["correction"], "Say 21 August.");
    let rationale = given["rationale"].as_str().unwrap_or_default();
    assert!(rationale.starts_with("Checked before by "), "{rationale}");
    assert!(
        rationale.contains(&format!("“{SAID}” was rated True.")),
        "{rationale}"
    );
    assert!(
        rationale.ends_with("Both governments say so."),
        "{rationale}"
    );
    let evidence = &given["evidence"][0];
    assert_eq!(evidence["source"], 1);
    assert_eq!(evidence["stance"], "supports");
    assert_eq!(evidence["quote"], "as of 21 August 2018");
    assert_eq!(evidence["locator"], "p. 1");
    assert_eq!(claim(&world, "2")["earlier"][0]["claim"], 1);

    world.run(&["undo"]).done();
    let after = claim(&world, "2");
    assert_eq!(after["rating"], Value::Null);
    assert_eq!(
        after["earlier"],
        serde_json::json!([]),
        "the link goes with it"
    );
}

#[test]
fn what_is_said_with_it_goes_before_what_is_taken_over() {
    let world = desk();
    let given = world.json(&[
        "verdict",
        "add",
        "2",
        "mostly-true",
        "--from",
        "1",
        "--because",
        "The month is right, the wording loose.",
        "--correction",
        "Say established relations.",
    ]);
    assert_eq!(given["rating"], "mostly-true");
    assert_eq!(given["correction"], "Say established relations.");
    let rationale = given["rationale"].as_str().unwrap_or_default();
    assert!(
        rationale.starts_with("The month is right, the wording loose.\n\nChecked before by "),
        "{rationale}"
    );
    assert!(!rationale.contains("Both governments"), "{rationale}");
}

#[test]
fn a_check_that_was_taken_over_and_finds_otherwise_since_leaves_a_doubt() {
    let world = desk();
    world.run(&["verdict", "add", "2", "--from", "1"]).done();
    assert_eq!(claim(&world, "2")["stale"], false);
    world
        .run(&[
            "verdict",
            "add",
            "1",
            "false",
            "--because",
            "The communiqué is a forgery.",
            "--no-source",
            "a test",
        ])
        .done();
    let doubted = claim(&world, "2");
    assert_eq!(doubted["stale_because"], serde_json::json!(["earlier"]));
    let shown = world.run(&["claim", "show", "2"]).done();
    assert!(
        shown.contains("the earlier check that was taken over finds otherwise"),
        "{shown}"
    );
    let stale = world.json(&["claim", "list", "--stale"]);
    assert_eq!(stale[0]["id"], 2);
    world
        .run(&[
            "verdict",
            "reaffirm",
            "2",
            "--because",
            "The gazette has it.",
        ])
        .done();
    assert_eq!(claim(&world, "2")["stale"], false);
}

#[test]
fn nothing_can_be_taken_over_where_nothing_was_found() {
    let world = desk();
    let said = world.refuses(&["verdict", "add", "1", "--from", "2"], Exit::NotNow);
    assert!(said.contains("claim 2 has no verdict"), "{said}");
    world.refuses(&["verdict", "add", "1", "--from", "1"], Exit::InvalidValue);
    world.refuses(&["verdict", "add", "2", "--from", "9"], Exit::UnknownNumber);
    assert_eq!(
        claim(&world, "1")["verdicts"].as_array().map(Vec::len),
        Some(1)
    );
}
