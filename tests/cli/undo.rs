//! What one did last is taken back, and the history tells both.

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::world::World;

fn claim(world: &World, id: &str) -> Value {
    world.json(&["claim", "show", id])
}

fn log(world: &World) -> Vec<Value> {
    match world.json(&["log"]) {
        Value::Array(lines) => lines,
        other => panic!("{other}"),
    }
}

/// Does something and takes it back: the claim is what it was, and the history
/// has both lines.
fn there_and_back(world: &World, command: &[&str]) {
    let before = claim(world, "1");
    let lines = log(world);
    world.run(command).done();
    assert_ne!(claim(world, "1"), before, "{command:?}");
    let done = log(world);
    world.run(&["undo"]).done();
    let after = log(world);
    assert_eq!(after[..lines.len()], lines);
    assert_eq!(after[..done.len()], done, "nothing disappears");
    assert_eq!(after.len(), done.len() + done.len() - lines.len());
    assert_eq!(after[after.len() - 1]["action"], "undo");
    assert_eq!(claim(world, "1"), before, "{command:?}");
    world.run(&["audit", "verify"]).done();
}

#[test]
fn a_claim_is_as_it_was() {
    let world = World::with_article();
    world.run(&["reviewer", "add", "ben"]).done();
    for command in [
        &["claim", "accept", "1"][..],
        &["claim", "dismiss", "1", "--because", "an opinion"],
        &["claim", "edit", "1", "--statement", "It opened in 1931."],
        &["claim", "assign", "1", "ben", "--due", "2026-12-01"],
        &["comment", "add", "1", "Ask the archive."],
    ] {
        there_and_back(&world, command);
    }
}

#[test]
fn the_verdict_before_stands_again() {
    let world = World::with_article();
    let judge = |rating: &str| {
        let judge = ["verdict", "add", "1", rating, "--because", "Seen."];
        world.run(&judge).done();
    };
    judge("false");
    world.run(&["undo"]).done();
    let back = claim(&world, "1");
    assert_eq!(
        (&back["state"], &back["rating"]),
        (&json!("extracted"), &Value::Null)
    );
    assert_eq!(
        world.json(&["verdict", "history", "1"])[0]["withdrawn"],
        true
    );
    judge("false");
    judge("true");
    world.run(&["undo"]).done();
    let back = claim(&world, "1");
    assert_eq!(
        (&back["state"], &back["rating"]),
        (&json!("in-review"), &json!("false"))
    );
    let history = world.json(&["verdict", "history", "1"]);
    assert_eq!(history[2]["withdrawn"], true);
    world.run(&["audit", "verify"]).done();
}

#[test]
fn editors_take_their_acts_back() {
    let world = World::with_article();
    world.run(&["reviewer", "add", "ben"]).done();
    let judge = [
        "verdict",
        "add",
        "1",
        "false",
        "--because",
        "Seen.",
        "--as",
        "ben",
    ];
    world.run(&judge).done();
    world.run(&["ruling", "sign-off", "1"]).done();
    assert_eq!(claim(&world, "1")["state"], "decided");
    world.run(&["undo"]).done();
    assert_eq!(claim(&world, "1")["state"], "in-review");
    world
        .run(&["ruling", "return", "1", "--because", "Cite it."])
        .done();
    world.refuses(&["ruling", "sign-off", "1"], Exit::NotNow);
    world.run(&["undo"]).done();
    world.run(&["ruling", "sign-off", "1"]).done();
    assert_eq!(claim(&world, "1")["state"], "decided");
    // Somebody has built on ben's verdict.
    let refused = world.refuses(&["undo", "--as", "ben"], Exit::NotNow);
    assert!(
        refused.contains("ana signed off a verdict after it"),
        "{refused}"
    );
    world.run(&["audit", "verify"]).done();
}

#[test]
fn flags_and_settings_go_back_too() {
    let world = World::with_article();
    let flag = [
        "flag",
        "add",
        "--article",
        "1",
        "--quote",
        "12 percent",
        "--category",
        "numbers",
        "--severity",
        "low",
        "--message",
        "Says who?",
    ];
    world.run(&flag).done();
    world
        .run(&["flag", "resolve", "1", "--because", "Fixed."])
        .done();
    let open = |world: &World| world.json(&["stats"])["open_flags"][0]["count"].clone();
    assert_eq!(open(&world), 0);
    world.run(&["undo"]).done();
    assert_eq!(open(&world), 1);
    world.run(&["config", "set", "blind", "on"]).done();
    world.run(&["undo"]).done();
    assert_eq!(world.json(&["config", "get", "blind"])["value"], "off");
    world.run(&["audit", "verify"]).done();
}

#[test]
fn what_was_done_at_once_is_taken_back_at_once() {
    let world = World::with_article();
    let before = world.json(&["claim", "list"]);
    world
        .run(&["claim", "accept", "--article", "1", "--yes"])
        .done();
    let undone = world.json(&["undo"]);
    assert_eq!(
        undone.as_array().map(Vec::len),
        before.as_array().map(Vec::len)
    );
    assert_eq!(world.json(&["claim", "list"]), before);
    world.run(&["reviewer", "add", "ben"]).done();
    world.run(&["claim", "accept", "1", "2"]).done();
    let dismiss = ["claim", "dismiss", "2", "--because", "x", "--as", "ben"];
    world.run(&dismiss).done();
    let refused = world.refuses(&["undo"], Exit::NotNow);
    assert!(
        refused.contains("to claim 2") && refused.contains("ben dismissed the claim after it"),
        "{refused}"
    );
    assert_eq!(claim(&world, "1")["state"], "to-check");
}

#[test]
fn what_was_taken_back_is_told_in_plain_words() {
    let world = World::with_article();
    let add = ["source", "add", "--title", "A memo"];
    world.run(&add).done();
    let told = world.run(&["undo"]).done();
    assert!(told.contains("added the source “A memo”"), "{told}");
    assert!(!told.contains("source.add"), "{told}");

    world.run(&["claim", "accept", "1"]).done();
    assert_eq!(
        world.json(&["undo"])[0]["what"],
        "said that it is to be checked"
    );
    let story = world.run(&["claim", "history", "1"]).done();
    assert!(
        story.contains("took back: said that it is to be checked"),
        "{story}"
    );

    world.write("more.txt", "The bridge opened in 1931.\n");
    world.run(&["article", "add", "more.txt"]).done();
    let told = world.refuses(&["undo"], Exit::NotNow);
    assert!(told.contains("“added the article”"), "{told}");
}
