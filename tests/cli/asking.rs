//! Values that a command lacks are asked for where a person sits at the terminal,
//! and nowhere else.

use std::os::unix::fs::PermissionsExt;

use claimdesk::cli::exit::Exit;

use crate::dialogue::{Dialogue, passes_over_breaks};
use crate::world::World;

/// The end of a run that did what it was asked.
fn done(terminal: Dialogue) -> String {
    let (ended, screen) = terminal.ends();
    assert!(ended.with(Exit::Done.code()), "{screen}");
    screen
}

#[test]
fn a_verdict_can_be_given_by_answering() {
    let world = World::with_article();
    let mut person = Dialogue::run(&world, &["verdict", "add"], &[]);
    person.sees("Which claim?").types("bridge open");
    person.sees("The bridge opened on 3 May 1931");
    person.types("1").sees("claim 1: The bridge opened");
    person
        .sees("1  ✗ False")
        .sees("5  ✓ True")
        .types("sideways");
    person
        .sees("“sideways” is none of these")
        .types("Mostly true");
    person.sees("Why").types("");
    person.types("It's 1932 on the plaque.");
    person.sees("source").types("https://example.org/plaque");
    person.sees("refutes").types("refutes");
    person.sees("Where in the source").types("p. 4");
    let screen = done(person);
    let line = "claimdesk verdict add 1 mostly-true --because \"It's 1932 on the plaque.\" \
--source https://example.org/plaque --stance refutes --locator 'p. 4'";
    assert!(screen.contains(line), "{screen}");
    let verdict = &world.json(&["verdict", "history", "1"])[0];
    assert_eq!(verdict["rating"], "mostly-true");
    assert_eq!(verdict["evidence"][0]["locator"], "p. 4");
}

#[test]
fn what_was_said_is_not_asked_again() {
    let world = World::with_article();
    let typed = [
        "verdict",
        "add",
        "1",
        "--scale",
        "pre-publication",
        "--no-source",
        "seen",
    ];
    let mut person = Dialogue::run(&world, &typed, &[]);
    person.sees("Which rating?").types("3");
    person.sees("Why").types("So it is.");
    let screen = done(person);
    assert!(!screen.contains("Which claim?"), "{screen}");
    assert!(!screen.contains("Where in the source"), "{screen}");
    assert_eq!(
        world.json(&["verdict", "history", "1"])[0]["rating"],
        "correct"
    );
}

#[test]
fn a_verdict_without_a_source_says_why() {
    let world = World::with_article();
    world
        .run(&["config", "set", "evidence-required", "on"])
        .done();
    let judging = ["verdict", "add", "1", "true", "--because", "It adds up."];
    world.run(&judging).fails_with(Exit::NoEvidence);
    let mut person = Dialogue::run(&world, &["verdict", "add", "1", "true"], &[]);
    person.types("It adds up.").sees("source").types("");
    person.sees("Why no source").types("worked out");
    done(person);
    let verdict = &world.json(&["verdict", "history", "1"])[0];
    assert_eq!(verdict["no_source"], "worked out");
}

#[test]
fn nobody_is_asked_in_a_pipe_or_without_input() {
    let world = World::with_article();
    let complaint = world.run(&["verdict", "add"]).fails_with(Exit::Usage);
    assert!(
        complaint.contains("required arguments were not provided"),
        "{complaint}"
    );
    assert!(complaint.contains("<CLAIM>"), "{complaint}");
    let asked = Dialogue::run(&world, &["--no-input", "verdict", "add"], &[]);
    let (ended, screen) = asked.ends();
    assert!(ended.with(Exit::Usage.code()), "{screen}");
    assert_eq!(screen, complaint);
}

#[test]
fn a_question_that_is_left_gives_the_complaint() {
    let world = World::with_article();
    let complaint = world.run(&["claim", "show"]).fails_with(Exit::Usage);
    let mut person = Dialogue::run(&world, &["claim", "show"], &[]);
    person.leaves();
    let (ended, screen) = person.ends();
    assert!(ended.with(Exit::Usage.code()), "{screen}");
    assert!(screen.ends_with(&complaint), "{screen}");
    let judging = ["verdict", "add", "1", "true"];
    let mut person = Dialogue::run(&world, &judging, &[]);
    person.types("So it is.").sees("source").leaves();
    let (ended, screen) = person.ends();
    assert!(ended.with(Exit::Usage.code()), "{screen}");
    assert_eq!(
        world
            .json(&["verdict", "history", "1"])
            .as_array()
            .unwrap()
            .len(),
        0
    );
    if !passes_over_breaks() {
        let mut person = Dialogue::run(&world, &["claim", "show"], &[]);
        person.breaks_off();
        assert!(person.ends().0.by_break());
    }
}

#[test]
fn without_a_desk_the_complaint_stands() {
    let world = World::new();
    let (ended, screen) = Dialogue::run(&world, &["claim", "show"], &[]).ends();
    assert!(ended.with(Exit::Usage.code()), "{screen}");
    assert!(!screen.contains("Which claim?"), "{screen}");
}

#[test]
fn a_claim_is_found_by_typing() {
    let world = World::with_article();
    let mut person = Dialogue::run(&world, &["claim", "show"], &[]);
    person.types("submarine").sees("no claim has these words");
    person.types("99").sees("99");
    person.types("traf").sees("Traffic rose by 12 percent");
    person.types("3");
    assert!(done(person).contains("Claim 3: Traffic rose"));
}

#[test]
fn several_claims_can_be_named_at_once() {
    let world = World::with_article();
    let mut person = Dialogue::run(&world, &["claim", "accept"], &[]);
    person.types("").sees("Traffic rose");
    person.types("1 3");
    done(person);
    for claim in ["1", "3"] {
        assert_eq!(world.json(&["claim", "show", claim])["state"], "to-check");
    }
}

#[test]
fn a_reason_can_be_written_in_the_editor() {
    let world = World::with_article();
    let editor = world.write("editor", "#!/bin/sh\necho 'a view, not a fact' >\"$1\"\n");
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).unwrap();
    let editor = editor.to_str().unwrap();
    let typed = ["claim", "dismiss", "2"];
    let mut person = Dialogue::run(&world, &typed, &[("EDITOR", editor)]);
    person.sees("Enter opens your editor").types("");
    done(person);
    let claim = world.json(&["claim", "show", "2"]);
    assert_eq!(claim["dismissed_because"], "a view, not a fact");
}

#[test]
fn other_commands_ask_as_well() {
    let world = World::with_article();
    world
        .run(&[
            "source",
            "add",
            "https://example.org/a",
            "--title",
            "A page",
        ])
        .done();
    let mut person = Dialogue::run(&world, &["claim", "assign"], &[]);
    person.types("1").sees("ana").types("1");
    done(person);
    assert_eq!(
        world.json(&["claim", "show", "1"])["assigned"][0]["reviewer"],
        "ana"
    );

    world
        .run(&["reviewer", "add", "ben", "--role", "checker"])
        .done();
    let mut person = Dialogue::run(&world, &["claim", "assign", "1"], &[]);
    person.sees("ben").types("ben");
    done(person);
    assert_eq!(
        world.json(&["claim", "show", "1"])["assigned"][1]["reviewer"],
        "ben"
    );

    let mut person = Dialogue::run(&world, &["reviewer", "add"], &[]);
    person.sees("Short name").types("cy");
    done(person);
    let mut person = Dialogue::run(&world, &["backup"], &[]);
    person.types("copy.db");
    done(person);
    assert!(world.path("copy.db").exists());

    let mut person = Dialogue::run(&world, &["comment", "add", "1"], &[]);
    person.sees("remark").types("- see the plaque");
    done(person);
    assert_eq!(
        world.json(&["comment", "list", "1"])[0]["body"],
        "- see the plaque"
    );

    let mut person = Dialogue::run(&world, &["evidence", "add", "1"], &[]);
    person.sees("A page").types("1");
    person.sees("supports").types("sup");
    done(person);

    let mut person = Dialogue::run(&world, &["flag", "add"], &[]);
    person.types("1").sees("sort of problem").types("text");
    person.sees("low").types("low");
    person.sees("What is wrong").types("Which bridge?");
    done(person);
    assert_eq!(
        world.json(&["flag", "list", "--claim", "1"])[0]["message"],
        "Which bridge?"
    );
}
