//! Blind review: what others hold is hidden until one's own verdict is in.

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::world::World;

const REASON: &str = "The plaque of Kotešová says otherwise.";

/// A blind desk on which cy has judged the first claim, and ben has not.
fn blind_desk() -> World {
    let world = World::with_article();
    for handle in ["ben", "cy"] {
        world.run(&["reviewer", "add", handle]).done();
    }
    world.run(&["config", "set", "blind", "on"]).done();
    let judge = ["verdict", "add", "1", "misleading", "--because", REASON];
    let source = [
        "--source",
        "https://example.org/plaque",
        "--locator",
        "p. 4",
    ];
    world
        .run(&[&judge[..], &source, &["--as", "cy"]].concat())
        .done();
    world
}

fn judge(world: &World, who: &str, rating: &str) {
    let judge = ["verdict", "add", "1", rating, "--because", "I saw it."];
    world.run(&[&judge[..], &["--as", who]].concat()).done();
}

fn seen(world: &World, who: &str, command: &[&str]) -> Value {
    world.json(&[command, &["--as", who]].concat())
}

fn count(list: &Value) -> Option<usize> {
    list.as_array().map(Vec::len)
}

/// Everything that tells of verdicts.
const WINDOWS: &[&[&str]] = &[
    &["claim", "list"],
    &["claim", "list", "--rating", "misleading"],
    &["claim", "show", "1"],
    &["claim", "history", "1"],
    &["verdict", "history", "1"],
    &["verdict", "agreement"],
    &["ruling", "list", "1"],
    &["source", "list"],
    &["log"],
    &["stats"],
    &["report", "1", "--format", "json"],
    &["report", "1", "--format", "markdown"],
    &["report", "1", "--format", "html"],
];

/// Whether the words are anywhere in what somebody is shown.
fn reads(world: &World, who: &str, words: &str) -> bool {
    WINDOWS.iter().any(|window| {
        let plain = world.run(&[window, &["--as", who][..]].concat()).done();
        let data = match window[0] {
            "report" => String::new(),
            _ => seen(world, who, window).to_string(),
        };
        plain.contains(words) || data.contains(words)
    })
}

#[test]
fn a_checker_does_not_see_what_another_holds() {
    let world = blind_desk();
    assert!(!reads(&world, "ben", REASON));
    assert!(!reads(&world, "ben", "p. 4"));
    let shown = seen(&world, "ben", &["claim", "show", "1"]);
    assert_eq!(
        (&shown["rating"], &shown["hidden"]),
        (&Value::Null, &json!(true))
    );
    assert_eq!(
        (&shown["verdicts"], &shown["evidence"]),
        (&json!([]), &json!([]))
    );
    let listed = &seen(&world, "ben", &["claim", "list"])[0];
    assert_eq!(
        (&listed["rating"], &listed["hidden"]),
        (&Value::Null, &json!(true))
    );
    for window in [
        &["claim", "list", "--rating", "misleading"][..],
        &["verdict", "history", "1"],
    ] {
        assert_eq!(count(&seen(&world, "ben", window)), Some(0), "{window:?}");
    }
    assert_eq!(seen(&world, "ben", &["stats"])["ratings"], json!([]));
    assert_eq!(seen(&world, "ben", &["verdict", "agreement"])["claims"], 0);
    let log = seen(&world, "ben", &["log"]);
    let hidden: Vec<&Value> = log
        .as_array()
        .into_iter()
        .flatten()
        .filter(|event| event["hidden"] == true)
        .collect();
    assert_eq!(hidden.len(), 1);
    assert_eq!(
        (
            &hidden[0]["action"],
            &hidden[0]["actor"],
            &hidden[0]["after"]
        ),
        (&json!("verdict.add"), &json!("cy"), &Value::Null)
    );
    world.run(&["audit", "verify", "--as", "ben"]).done();
}

#[test]
fn an_editor_and_who_gave_it_see_it() {
    let world = blind_desk();
    for who in ["ana", "cy"] {
        assert!(reads(&world, who, REASON));
        let shown = seen(&world, who, &["claim", "show", "1"]);
        assert_eq!(shown["rating"], "misleading");
        let found = seen(&world, who, &["claim", "list", "--rating", "misleading"]);
        assert_eq!(count(&found), Some(1));
    }
}

#[test]
fn one_s_own_verdict_opens_the_view_and_can_t_be_taken_back_then() {
    let world = blind_desk();
    judge(&world, "ben", "true");
    assert!(reads(&world, "ben", REASON));
    let history = seen(&world, "ben", &["verdict", "history", "1"]);
    assert_eq!(count(&history), Some(2));
    let source = seen(&world, "ben", &["source", "show", "1"]);
    assert_eq!(count(&source["evidence"]), Some(1));
    let refused = world.refuses(&["undo", "--as", "ben"], Exit::NotNow);
    assert!(refused.contains("what others hold"), "{refused}");
    world.run(&["config", "set", "blind", "off"]).done();
    world.run(&["undo", "--as", "ben"]).done();
}

#[test]
fn a_ruling_is_hidden_until_it_is_public() {
    let world = blind_desk();
    world.run(&["ruling", "sign-off", "1"]).done();
    assert!(!reads(&world, "ben", REASON));
    assert_eq!(
        count(&seen(&world, "ben", &["ruling", "list", "1"])),
        Some(0)
    );
    world.run(&["ruling", "publish", "1"]).done();
    assert!(reads(&world, "ben", REASON));
    assert_eq!(
        seen(&world, "ben", &["claim", "show", "1"])["rating"],
        "misleading"
    );
}

#[test]
fn what_is_taken_back_stays_hidden() {
    let world = blind_desk();
    world.run(&["undo", "--as", "cy"]).done();
    assert!(!reads(&world, "ben", REASON));
    world.run(&["config", "set", "blind", "off"]).done();
    assert!(reads(&world, "ben", REASON));
}

#[test]
fn a_verdict_that_was_taken_back_opens_nothing() {
    let world = World::with_article();
    for handle in ["ben", "cy"] {
        world.run(&["reviewer", "add", handle]).done();
    }
    world.run(&["config", "set", "blind", "on"]).done();
    judge(&world, "ben", "true");
    world.run(&["undo", "--as", "ben"]).done();
    assert_eq!(
        seen(&world, "ben", &["claim", "show", "1"])["hidden"],
        false
    );
    let secret = ["verdict", "add", "1", "false", "--because", REASON];
    world.run(&[&secret[..], &["--as", "cy"]].concat()).done();
    for window in WINDOWS {
        let shown = world.run(&[window, &["--as", "ben"][..]].concat());
        assert!(!shown.stdout.contains(REASON), "{window:?}");
    }
    let claim = seen(&world, "ben", &["claim", "show", "1"]);
    assert_eq!(
        (&claim["hidden"], &claim["rating"]),
        (&json!(true), &Value::Null)
    );
    assert_eq!(
        count(&seen(&world, "ben", &["verdict", "history", "1"])),
        Some(1),
        "his own"
    );
}

#[test]
fn a_source_that_came_with_a_hidden_verdict_is_hidden_too() {
    let world = blind_desk();
    assert_eq!(count(&seen(&world, "ben", &["source", "list"])), Some(0));
    world
        .run(&["source", "show", "1", "--as", "ben"])
        .fails_with(Exit::UnknownNumber);
    assert_eq!(count(&seen(&world, "ana", &["source", "list"])), Some(1));
    let known = ["source", "add", "https://example.org/plaque", "--as", "ben"];
    world.run(&known).done();
    judge(&world, "ben", "true");
    assert_eq!(seen(&world, "ben", &["source", "show", "1"])["uses"], 1);
}
