//! Policies: a desk has house rules of its own, and what is none is refused.

use claimdesk::cli::exit::Exit;
use claimdesk::gate::GateRule;
use serde_json::{Value, json};

use crate::gate::{NOTHING, answer, blocked, by, with_people};
use crate::sql;

#[test]
fn a_desk_has_a_policy_of_its_own_that_editors_give_it() {
    let world = with_people();
    let standard = world.run(&["policy", "show"]).done();
    assert_eq!(standard, include_str!("../../data/policies/standard.toml"));
    let house = "# Ours.\nopen-flags   =   'low'\n";
    world.write("house.toml", house);
    let set = ["policy", "set", "house.toml"];
    let complaint = world.refuses(&[&set[..], &["--as", "ben"]].concat(), Exit::NotAllowed);
    assert!(complaint.contains("only an editor may"), "{complaint}");
    world.run(&set).done();
    assert_eq!(world.run(&["policy", "show"]).done(), house);
    assert_eq!(
        world.json(&["policy", "show"]),
        json!({"from": "desk", "rules": {"open-flags": "low"}})
    );
    let found = answer(&world, &[]);
    assert_eq!(found["policy"]["from"], "desk");
    assert_eq!(blocked(&found), NOTHING);

    let events = world.events();
    world.run(&set).done();
    assert_eq!(world.events(), events, "nothing changed");
    let event = world.json(&["log"])[events - 1].take();
    assert_eq!(event["action"], "policy.set");
    assert_eq!(event["after"]["policy"], house);
    assert_eq!(event["before"]["policy"], Value::Null);
    let page = world.run(&["log", "--limit", "1"]).done();
    assert!(page.contains("a policy of the desk's own"), "{page}");

    world.refuses(&["policy", "reset", "--as", "ben"], Exit::NotAllowed);
    world.run(&["policy", "reset"]).done();
    assert_eq!(world.run(&["policy", "show"]).done(), standard);
    assert_eq!(
        blocked(&answer(&world, &[])),
        by(GateRule::Decided, &[1, 2])
    );
    sql::assert_sound(&world.desk());
}

#[test]
fn who_gave_a_policy_can_take_it_back() {
    let world = with_people();
    world.write("house.toml", "open-flags = 'low'");
    world.run(&["policy", "set", "house.toml"]).done();
    world.run(&["policy", "reset"]).done();
    let from = || world.json(&["policy", "show"])["from"].take();
    assert_eq!(from(), "standard");
    world.run(&["undo"]).done();
    assert_eq!(from(), "desk");
    world.run(&["undo"]).done();
    assert_eq!(from(), "standard");
}

#[test]
fn a_policy_can_come_from_standard_input_and_ask_for_nothing() {
    let world = with_people();
    let gate = ["gate", "1", "--policy", "-"];
    let page = world.run_with_input(&gate, b"# nothing\n").done();
    assert!(page.contains("that of the file\n  rules   none"), "{page}");
    let set = ["policy", "set", "-"];
    let page = world.run_with_input(&set, b"# nothing\n").done();
    assert!(page.contains("It asks for nothing."), "{page}");
}

#[test]
fn a_policy_that_is_none_is_refused_with_the_file_and_the_rule() {
    let world = with_people();
    for (text, told) in [
        (
            "coverage = 90",
            "coverage = 90 does not fit; give a share from 0 to 1",
        ),
        (
            "coverge = 0.9",
            "there is no rule “coverge”; the rules are open-flags",
        ),
        ("fresh = true\nopen-flags high", "line 2 is not TOML"),
    ] {
        world.write("house.toml", text);
        for command in [
            &["policy", "set", "house.toml"][..],
            &["gate", "1", "--policy", "house.toml"],
        ] {
            let complaint = world.refuses(command, Exit::InvalidValue);
            assert!(
                complaint.contains(&format!("house.toml can't be a policy: {told}")),
                "{complaint}"
            );
        }
    }
    world.refuses(&["gate", "1", "--policy", "no.toml"], Exit::FileMissing);
    world.refuses(&["policy", "set", "no.toml"], Exit::FileMissing);
    let complaint = world.refuses(&["gate", "9"], Exit::UnknownNumber);
    assert!(complaint.contains("no article 9"), "{complaint}");
}

#[test]
fn a_policy_that_this_program_can_t_read_is_told_and_can_be_replaced() {
    let world = with_people();
    sql::open(&world.desk())
        .execute(
            "INSERT INTO settings VALUES ('policy', 'moon = \"full\"', '2026-01-01T00:00:00Z')",
            [],
        )
        .expect("written");
    for command in [&["gate", "1"][..], &["policy", "show"]] {
        let complaint = world.refuses(command, Exit::Malformed);
        assert!(complaint.contains("there is no rule “moon”"), "{complaint}");
        assert!(complaint.contains("claimdesk policy reset"), "{complaint}");
    }
    world.run(&["policy", "reset"]).done();
    world.run(&["policy", "show"]).done();
}
