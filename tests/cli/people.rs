//! Reviewers, and the scales they rate by.

use claimdesk::cli::exit::Exit;

use crate::world::World;

const SCALE: &str = r#"slug = "traffic-light"
name = "Traffic light"
[[rating]]
slug = "red"
label = "Red"
tone = "bad"
[[rating]]
slug = "green"
label = "Green"
tone = "good"
"#;

#[test]
fn reviewers_are_added_and_act_in_their_own_name() {
    let world = World::with_article();
    world
        .run(&["reviewer", "add", "ben", "--name", "Ben Okafor"])
        .done();
    let people = world.json(&["reviewer", "list"]);
    assert_eq!(people[1]["handle"], "ben");
    assert_eq!(people[1]["role"], "checker");
    world.judge_true("Seen.", &["--as", "ben"]).done();
    assert_eq!(
        world.json(&["verdict", "history", "1"])[0]["reviewer"],
        "ben"
    );
    assert_eq!(
        world
            .json(&["log"])
            .as_array()
            .and_then(|log| log.last())
            .map(|event| event["actor"].clone()),
        Some("ben".into())
    );
}

#[test]
fn who_acts_comes_from_the_environment_when_nobody_is_named() {
    let world = World::with_article();
    world.run(&["reviewer", "add", "ben"]).done();
    let verdict = |rating| ["verdict", "add", "1", rating, "--because", "Seen."];
    let as_ben = world
        .command(&verdict("true"))
        .env("CLAIMDESK_REVIEWER", "ben")
        .status();
    assert!(as_ben.is_ok_and(|status| status.success()));
    world.run(&verdict("false")).done();
    let verdicts = world.json(&["verdict", "history", "1"]);
    assert_eq!(
        (&verdicts[0]["reviewer"], &verdicts[1]["reviewer"]),
        (&"ben".into(), &"ana".into())
    );
}

#[test]
fn an_unknown_handle_is_answered_with_the_valid_ones() {
    let world = World::with_article();
    let complaint = world.refuses(
        &[
            "verdict",
            "add",
            "1",
            "true",
            "--because",
            "x",
            "--as",
            "anna",
        ],
        Exit::UnknownName,
    );
    assert!(
        complaint.contains("no reviewer “anna”") && complaint.contains("ana"),
        "{complaint}"
    );
}

#[test]
fn a_handle_is_given_once_and_must_be_one() {
    let world = World::with_desk();
    world.refuses(&["reviewer", "add", "ana"], Exit::Exists);
    let complaint = world
        .run(&["reviewer", "add", "Ana Ruiz"])
        .fails_with(Exit::Usage);
    assert!(complaint.contains("can't be a handle"), "{complaint}");
}

#[test]
fn a_name_and_a_role_are_changed() {
    let world = World::with_desk();
    world.run(&["reviewer", "add", "ben"]).done();
    let edited = world.json(&["reviewer", "edit", "ben", "--name", "Ben Okafor"]);
    assert_eq!(
        (&edited["name"], &edited["role"]),
        (&"Ben Okafor".into(), &"checker".into())
    );
    let lines = world.events();
    world
        .run(&["reviewer", "edit", "ben", "--role", "editor"])
        .done();
    let event = world.json(&["log"])[lines].take();
    assert_eq!(event["action"], "reviewer.edit");
    assert_eq!(
        (&event["before"]["role"], &event["after"]["role"]),
        (&"checker".into(), &"editor".into())
    );
    // Nothing is told of what is so already.
    world
        .run(&["reviewer", "edit", "ben", "--role", "editor"])
        .done();
    assert_eq!(world.events(), lines + 1);
    let as_ben = [
        "reviewer", "edit", "ana", "--role", "checker", "--as", "ben",
    ];
    assert_eq!(world.json(&as_ben)["role"], "checker");
    assert_eq!(world.json(&["audit", "verify"])["ok"], true);
}

#[test]
fn a_desk_keeps_an_editor() {
    let world = World::with_desk();
    let step_down = ["reviewer", "edit", "ana", "--role", "checker"];
    let complaint = world.refuses(&step_down, Exit::NotNow);
    assert!(
        complaint.contains("ana is the last editor on this desk"),
        "{complaint}"
    );
    world.run(&["reviewer", "add", "ben"]).done();
    world.refuses(&step_down, Exit::NotNow);
    world
        .run(&[
            "reviewer", "edit", "ana", "--role", "editor", "--name", "Ana",
        ])
        .done();
    world
        .run(&["reviewer", "add", "cleo", "--role", "editor"])
        .done();
    world.run(&step_down).done();
}

#[test]
fn an_edit_of_a_person_says_something() {
    let world = World::with_desk();
    world
        .run(&["reviewer", "edit", "ana"])
        .fails_with(Exit::Usage);
    world.refuses(
        &["reviewer", "edit", "ana", "--name", " "],
        Exit::InvalidValue,
    );
    let complaint = world.refuses(
        &["reviewer", "edit", "anna", "--name", "x"],
        Exit::UnknownName,
    );
    assert!(complaint.contains("ana"), "{complaint}");
}

#[test]
fn checkers_add_neither_people_nor_scales() {
    let world = World::with_desk();
    world.run(&["reviewer", "add", "ben"]).done();
    world.write("light.toml", SCALE);
    for refused in [
        &["reviewer", "add", "cleo"][..],
        &["reviewer", "edit", "ben", "--role", "editor"],
        &["scale", "add", "light.toml"],
    ] {
        let complaint = world.refuses(&[refused, &["--as", "ben"]].concat(), Exit::NotAllowed);
        assert!(
            complaint.contains("only an editor may") && complaint.contains("ben is a checker"),
            "{complaint}"
        );
    }
}

#[test]
fn three_scales_are_there_from_the_start() {
    let world = World::with_desk();
    let scales = world.json(&["scale", "list"]);
    let slugs: Vec<&str> = scales
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|scale| scale["slug"].as_str())
        .collect();
    assert_eq!(slugs, ["averitec", "pre-publication", "standard"]);
    let shown = world.run(&["scale", "show", "pre-publication"]).done();
    for rating in [
        "correct",
        "needs-change",
        "wrong",
        "unconfirmed",
        "query-to-author",
    ] {
        assert!(shown.contains(rating), "{rating}: {shown}");
    }
    let ratings = world.json(&["scale", "show", "standard"]);
    assert_eq!(ratings["default"], true);
}

#[test]
fn a_scale_of_ones_own_rates_claims() {
    let world = World::with_article();
    world.write("light.toml", SCALE);
    world.run(&["scale", "add", "light.toml"]).done();
    world
        .run(&[
            "verdict",
            "add",
            "1",
            "red",
            "--scale",
            "traffic-light",
            "--because",
            "x",
        ])
        .done();
    assert_eq!(world.json(&["claim", "show", "1"])["rating"], "red");
    world.refuses(&["scale", "add", "light.toml"], Exit::Exists);
    let complaint = world.refuses(
        &["verdict", "add", "1", "red", "--because", "x"],
        Exit::UnknownName,
    );
    assert!(complaint.contains("on the scale standard"), "{complaint}");
}

#[test]
fn a_scale_file_that_is_wrong_is_named_with_its_line() {
    let world = World::with_desk();
    world.write(
        "light.toml",
        SCALE.replace("tone = \"good\"", "tone = \"fine\""),
    );
    let complaint = world.refuses(&["scale", "add", "light.toml"], Exit::InvalidValue);
    assert!(complaint.contains("light.toml"), "{complaint}");
    assert!(
        complaint.contains("line 10") && complaint.contains("good, mixed, bad, neutral"),
        "{complaint}"
    );
}
