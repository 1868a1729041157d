//! The right of reply: who was asked about a claim, when and how, and what
//! came back.

use claimdesk::cli::exit::Exit;
use serde_json::Value;

use crate::world::World;

/// An article whose first claim the mayor made.
fn with_claimant() -> World {
    let world = World::with_article();
    world
        .run(&["claim", "edit", "1", "--claimant", "The mayor"])
        .done();
    world
}

#[test]
fn nobody_was_asked_on_a_day_to_come() {
    let world = World::with_article();
    let ask = [
        "reply",
        "add",
        "1",
        "--of",
        "the mayor",
        "--asked",
        "2999-01-01",
    ];
    let told = world.refuses(&ask, Exit::InvalidValue);
    assert!(told.contains("has not happened yet"), "{told}");
}

#[test]
fn who_made_a_claim_is_asked_and_answers_later() {
    let world = with_claimant();
    let asked = [
        "reply",
        "add",
        "1",
        "--asked",
        "2025-04-14",
        "--via",
        "mail",
    ];
    let told = world.run(&asked);
    assert!(
        told.stderr.contains("claimdesk reply answer 1"),
        "{}",
        told.stderr
    );
    let page = told.done();
    assert!(
        page.contains("The mayor") && page.contains("not yet"),
        "{page}"
    );
    world.run(&["reviewer", "add", "ben"]).done();
    let says = ["--says", "It was 1932.", "--as", "ben"];
    let answer = ["reply", "answer", "1", "--on", "2025-04-16"];
    let reply = world.json(&[&answer[..], &says].concat());
    for (field, expected) in [
        ("claim", Value::from(1)),
        ("asked_of", "The mayor".into()),
        ("asked", "2025-04-14".into()),
        ("channel", "mail".into()),
        ("answered", "2025-04-16".into()),
        ("answer", "It was 1932.".into()),
        ("reviewer", "ana".into()),
    ] {
        assert_eq!(reply[field], expected, "{field}");
    }
    let complaint = world.refuses(&answer, Exit::NotNow);
    assert!(
        complaint.contains("answered on 2025-04-16 already"),
        "{complaint}"
    );
    let replies = world.json(&["reply", "list", "1"]);
    assert_eq!(replies[0], reply);
    assert_eq!(world.json(&["claim", "show", "1"])["replies"], replies);
    let page = world.run(&["claim", "show", "1"]).done();
    assert!(
        page.contains("Right of reply") && page.contains("It was 1932."),
        "{page}"
    );
}

#[test]
fn the_record_of_a_claim_tells_of_asking_and_answer() {
    let world = with_claimant();
    world
        .run(&["reply", "add", "1", "--asked", "2025-04"])
        .done();
    world
        .run(&["reply", "answer", "1", "--on", "2025-05"])
        .done();
    let log = world.json(&["log", "claim:1"]);
    assert_eq!(
        (&log[1]["action"], &log[2]["action"]),
        (&"reply.add".into(), &"reply.answer".into())
    );
    assert_eq!(log[1]["after"]["asked_of"], "The mayor");
    assert_eq!(log[2]["before"]["answered"], Value::Null);
    assert_eq!(log[2]["after"]["answered"], "2025-05");
    let told = world.run(&["log", "claim:1"]).done();
    assert!(told.contains("The mayor"), "{told}");
}

#[test]
fn question_and_answer_are_recorded_at_once() {
    let world = with_claimant();
    let question = ["reply", "add", "1", "--of", "The town hall"];
    let dates = ["--asked", "2025-04-14", "--answered", "2025-04-14"];
    let whole = [&question[..], &dates, &["--says", "-"]].concat();
    world.run_with_input(&whole, b"We stand by it.\n").done();
    let reply = world.json(&["reply", "list", "1"])[0].take();
    assert_eq!(reply["asked_of"], "The town hall");
    assert_eq!(reply["answer"], "We stand by it.");
}

#[test]
fn somebody_must_have_been_asked() {
    let world = World::with_article();
    let asked = ["reply", "add", "1", "--asked", "2025"];
    let complaint = world.refuses(&asked, Exit::NotNow);
    assert!(
        complaint.contains("who made claim 1 is not known") && complaint.contains("--of"),
        "{complaint}"
    );
    let of_nobody = [&asked[..], &["--of", " "]].concat();
    world.refuses(&of_nobody, Exit::InvalidValue);
    world.run(&["reply", "add", "1"]).fails_with(Exit::Usage);
}

#[test]
fn an_answer_has_a_date_after_the_asking() {
    let world = with_claimant();
    let asked = ["reply", "add", "1", "--asked", "2025-04-14"];
    world
        .run(&[&asked[..], &["--says", "No."]].concat())
        .fails_with(Exit::Usage);
    let early = [&asked[..], &["--answered", "2025-04-13"]].concat();
    let complaint = world.refuses(&early, Exit::InvalidValue);
    assert!(
        complaint.contains("2025-04-13 comes before the asking on 2025-04-14"),
        "{complaint}"
    );
    world.run(&asked).done();
    let answer = |on| ["reply", "answer", "1", "--on", on];
    world.refuses(&answer("2025-03"), Exit::InvalidValue);
    let complaint = world.run(&answer("last week")).fails_with(Exit::Usage);
    assert!(complaint.contains("is not a date"), "{complaint}");
    // A month that holds the day is no earlier.
    world.run(&answer("2025-04")).done();
}

#[test]
fn a_reply_that_is_not_there_is_refused() {
    let world = World::with_article();
    let complaint = world.refuses(
        &["reply", "answer", "7", "--on", "2025"],
        Exit::UnknownNumber,
    );
    assert!(
        complaint.contains("no reply 7") && complaint.contains("claimdesk reply list CLAIM"),
        "{complaint}"
    );
    world.refuses(
        &["reply", "add", "99", "--asked", "2025"],
        Exit::UnknownNumber,
    );
    world.refuses(&["reply", "list", "99"], Exit::UnknownNumber);
}
