//! Comments: remarks on a claim that rate nothing.

use claimdesk::cli::exit::Exit;

use crate::world::World;

#[test]
fn a_comment_stands_on_its_claim_with_who_made_it() {
    let world = World::with_article();
    world.run(&["reviewer", "add", "ben"]).done();
    let made = world.json(&["comment", "add", "1", "Who counted?"]);
    assert_eq!(
        (&made["id"], &made["claim"], &made["body"]),
        (&1.into(), &1.into(), &"Who counted?".into())
    );
    let by_words = ["comment", "add", "two million crowns", "The town did."];
    world
        .run(&[&by_words[..], &["--as", "ben"]].concat())
        .done();
    let comments = world.json(&["comment", "list", "1"]);
    assert_eq!(comments.as_array().map(Vec::len), Some(2));
    assert_eq!(
        (&comments[0]["reviewer"], &comments[1]["reviewer"]),
        (&"ana".into(), &"ben".into())
    );
    assert_eq!(world.json(&["claim", "show", "1"])["comments"], comments);
    let page = world.run(&["claim", "show", "1"]).done();
    assert!(
        page.contains("Comments") && page.contains("The town did."),
        "{page}"
    );
    let other = world.json(&["comment", "list", "2"]);
    assert_eq!(other.as_array().map(Vec::len), Some(0));
}

#[test]
fn a_comment_comes_from_standard_input_as_well() {
    let world = World::with_article();
    world
        .run_with_input(&["comment", "add", "1", "-"], b"Two\nlines.\n")
        .done();
    let comments = world.json(&["comment", "list", "1"]);
    assert_eq!(comments[0]["body"], "Two\nlines.");
}

#[test]
fn a_comment_is_on_the_claims_record() {
    let world = World::with_article();
    world.run(&["comment", "add", "1", "Who counted?"]).done();
    let event = world.json(&["log", "claim:1"])[0].take();
    assert_eq!(event["action"], "comment.add");
    assert_eq!(event["after"]["body"], "Who counted?");
    let log = world.run(&["log", "claim:1"]).done();
    assert!(log.contains("Who counted?"), "{log}");
}

#[test]
fn a_comment_says_something_about_a_claim_that_is_there() {
    let world = World::with_article();
    let complaint = world.refuses(&["comment", "add", "1", " \t"], Exit::InvalidValue);
    assert!(complaint.contains("the comment is empty"), "{complaint}");
    world.refuses(&["comment", "add", "99", "x"], Exit::UnknownNumber);
    world.refuses(&["comment", "list", "99"], Exit::UnknownNumber);
}
