//! What becomes of a claim: accepted, dismissed, taken up again, judged.

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::world::World;

fn state(world: &World, claim: &str) -> Value {
    world.json(&["claim", "show", claim])["state"].clone()
}

fn ids(claims: &Value) -> Vec<i64> {
    claims
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|claim| claim["id"].as_i64())
        .collect()
}

fn actions(world: &World, claim: &str) -> Vec<String> {
    world
        .json(&["claim", "history", claim])
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|line| line["action"].as_str().map(str::to_owned))
        .collect()
}

#[test]
fn a_claim_goes_from_state_to_state_by_steps() {
    let world = World::with_article();
    assert_eq!(state(&world, "1"), "extracted");
    world.run(&["claim", "accept", "1"]).done();
    assert_eq!(state(&world, "1"), "to-check");
    let because = ["--because", "an opinion"];
    world
        .run(&[&["claim", "dismiss", "1"][..], &because].concat())
        .done();
    let claim = world.json(&["claim", "show", "1"]);
    assert_eq!(
        (&claim["state"], &claim["dismissed_because"]),
        (&json!("dismissed"), &json!("an opinion"))
    );
    assert!(!ids(&world.json(&["claim", "list"])).contains(&1));
    assert!(ids(&world.json(&["claim", "list", "--all"])).contains(&1));
    assert_eq!(
        ids(&world.json(&["claim", "list", "--state", "dismissed"])),
        [1]
    );
    world.run(&["claim", "reopen", "1"]).done();
    let claim = world.json(&["claim", "show", "1"]);
    assert_eq!(
        (&claim["state"], &claim["dismissed_because"]),
        (&json!("to-check"), &Value::Null)
    );
    world
        .run(&["verdict", "add", "1", "false", "--because", "The plaque."])
        .done();
    assert_eq!(state(&world, "1"), "in-review");
}

#[test]
fn the_history_of_a_claim_tells_everything_in_order() {
    let world = World::with_article();
    for step in [
        &["claim", "accept", "1"][..],
        &["claim", "dismiss", "1", "--because", "an opinion"],
        &["claim", "reopen", "1", "--because", "It is a date."],
        &["comment", "add", "1", "Ask the archive."],
        &["verdict", "add", "1", "false", "--because", "The plaque."],
        &["claim", "accept", "2"],
    ] {
        world.run(step).done();
    }
    assert_eq!(
        actions(&world, "1"),
        [
            "claim.extracted",
            "claim.accept",
            "claim.dismiss",
            "claim.reopen",
            "comment.add",
            "verdict.add"
        ]
    );
    let story = world.run(&["claim", "history", "1"]).done();
    let mut rest = &*story;
    for told in ["extracted from article 1", "an opinion", "It is a date."] {
        let (_, after) = rest.split_once(told).expect(told);
        rest = after;
    }
    world.refuses(&["claim", "history", "99"], Exit::UnknownNumber);
}

#[test]
fn a_step_that_can_t_be_taken_is_refused_with_the_reason() {
    let world = World::with_article();
    let refused = |command: &[&str], why: &str| {
        let complaint = world.refuses(command, Exit::NotNow);
        assert!(complaint.contains(why), "{complaint}");
    };
    refused(&["claim", "reopen", "1"], "is open");
    world.run(&["claim", "accept", "1"]).done();
    refused(&["claim", "accept", "1"], "is to be checked already");
    let dismiss = |claim: &'static str| ["claim", "dismiss", claim, "--because", "an opinion"];
    world.run(&dismiss("2")).done();
    refused(&dismiss("2"), "is dismissed already");
    refused(&["claim", "accept", "2"], "so it has to be reopened");
    refused(
        &["verdict", "add", "2", "true", "--because", "x"],
        "is dismissed, so it takes no verdict",
    );
    refused(
        &["ruling", "sign-off", "2"],
        "is dismissed, so it has no ruling",
    );
    refused(&["ruling", "sign-off", "1"], "has no verdict yet");
    world
        .run(&["verdict", "add", "1", "true", "--because", "Seen."])
        .done();
    refused(&dismiss("1"), "so it can't be dismissed");
    refused(&["claim", "accept", "1"], "has a verdict already");
    refused(&["ruling", "publish", "1"], "has no ruling yet");
    refused(
        &["ruling", "correct", "1", "--because", "x"],
        "is not published",
    );
    world.refuses(
        &["claim", "dismiss", "3", "--because", " "],
        Exit::InvalidValue,
    );
    // All or none: the second of these is dismissed.
    refused(&["claim", "accept", "3", "2"], "claim 2");
    assert_eq!(state(&world, "3"), "extracted");
}

#[test]
fn a_filter_shows_what_it_finds_and_waits_for_a_yes() {
    let world = World::with_article();
    let all = ids(&world.json(&["claim", "list"]));
    let before = world.events();
    let look = world.run(&["claim", "accept", "--article", "1"]);
    assert_eq!(look.code, Some(i32::from(Exit::No.code())));
    assert!(look.stdout.contains("The bridge opened"), "{}", look.stdout);
    assert!(
        look.stderr.contains("nothing was changed"),
        "{}",
        look.stderr
    );
    assert_eq!(world.events(), before);

    let accepted = world.json(&["claim", "accept", "--article", "1", "--yes"]);
    assert_eq!(ids(&accepted), all);
    assert_eq!(world.events(), before + all.len(), "a line for each claim");
    assert_eq!(
        ids(&world.json(&["claim", "list", "--state", "to-check"])),
        all
    );

    let again = world.run(&["claim", "accept", "--article", "1", "--yes"]);
    assert_eq!(again.code, Some(i32::from(Exit::No.code())));
    assert!(again.stderr.contains("no claim is like that"));
    let dismiss = [
        "claim",
        "dismiss",
        "--below",
        "1",
        "--because",
        "no room",
        "--yes",
    ];
    world.run(&dismiss).done();
    world
        .run(&["claim", "reopen", "--article", "1", "--yes"])
        .done();
    assert_eq!(
        ids(&world.json(&["claim", "list", "--state", "to-check"])),
        all
    );
    world.refuses(&["claim", "accept", "1", "--article", "1"], Exit::Usage);
    world.refuses(&["claim", "accept"], Exit::Usage);
}

#[test]
fn without_a_yes_nothing_that_a_filter_finds_is_changed() {
    let world = World::with_article();
    let accept = ["claim", "accept", "--state", "extracted"];
    for asking in [&[][..], &["--no-input"]] {
        let command = [&accept[..], asking, &["--format", "json"]].concat();
        let output = world.run(&command);
        assert_eq!(output.code, Some(i32::from(Exit::No.code())));
        let shown: Value = serde_json::from_str(&output.stdout).expect("one list");
        assert_eq!(shown.as_array().map(Vec::len), Some(4));
    }
    assert_eq!(
        ids(&world.json(&["claim", "list", "--state", "to-check"])),
        [0; 0]
    );
    let nothing = [
        "claim",
        "accept",
        "--min-score",
        "1",
        "--yes",
        "--format",
        "json",
    ];
    assert_eq!(world.run(&nothing).stdout.trim(), "[]");
    let none = world.run(&["claim", "next", "--as", "ana", "--format", "json"]);
    assert!(none.stdout.starts_with('{'), "{}", none.stdout);
}

#[test]
fn a_filter_with_a_slip_is_refused_with_what_was_meant() {
    let world = World::with_verdict();
    for (filter, meant) in [
        (["--rating", "flase"], "“false”"),
        (["--assigned", "anna"], "“ana”"),
    ] {
        let told = world
            .run(&[&["claim", "list"], &filter[..]].concat())
            .fails_with(Exit::UnknownName);
        assert!(told.contains(meant), "{told}");
    }
    for spelling in ["False", "FALSE", " false "] {
        let found = world.json(&["claim", "list", "--rating", spelling]);
        assert_eq!(ids(&found), [1], "{spelling}");
    }
}

const PIECE: &str = "The council spent 4.2 million crowns on the road in 2020. \
    It is a lovely road.\n\n\
    The museum drew 90,000 visitors in 2022. Rents rose by 12 percent in 2018.\n";

#[test]
fn a_magazine_checker_s_morning() {
    let world = World::with_desk();
    world.run(&["reviewer", "add", "ben"]).done();
    world.write("piece.txt", PIECE);
    world.run(&["article", "add", "piece.txt", "--all"]).done();
    let accept = ["claim", "accept", "--min-score", "0.5", "--yes"];
    let accepted = ids(&world.json(&[&accept[..], &["--as", "ben"]].concat()));
    assert_eq!(accepted.len(), 3);
    world
        .run(&[
            "claim",
            "dismiss",
            "lovely road",
            "--because",
            "an opinion",
            "--as",
            "ben",
        ])
        .done();

    let mut taken = Vec::new();
    for (rating, because) in [
        ("correct", "The annual report."),
        ("needs-change", "It was 11 percent."),
    ] {
        let next = world.json(&["claim", "next", "--as", "ben"])["id"].to_string();
        assert_eq!(
            ids(&world.json(&["claim", "list", "--mine", "--as", "ben"])).len(),
            1
        );
        let judge = [
            "verdict",
            "add",
            &next,
            rating,
            "--scale",
            "pre-publication",
            "--because",
            because,
            "--as",
            "ben",
        ];
        let verdict = world.json(&judge);
        assert_eq!(verdict["scale"], "pre-publication");
        taken.push(next);
    }
    let wrong_scale = [
        "verdict",
        "add",
        &taken[0],
        "mostly-false",
        "--scale",
        "pre-publication",
        "--because",
        "x",
        "--as",
        "ben",
    ];
    world.refuses(&wrong_scale, Exit::UnknownName);
    let comment = world.json(&["comment", "add", &taken[1], "Author asked.", "--as", "ben"]);
    assert_eq!(
        (&comment["body"], &comment["reviewer"]),
        (&json!("Author asked."), &json!("ben"))
    );

    let left = ids(&world.json(&["claim", "list", "--state", "to-check"]));
    assert_eq!(left.len(), 1);
    assert!(accepted.contains(&left[0]) && !taken.contains(&left[0].to_string()));
    assert_eq!(
        ids(&world.json(&["claim", "list", "--rating", "needs-change"]))
            .iter()
            .map(i64::to_string)
            .collect::<Vec<_>>(),
        [&*taken[1]]
    );
    let stats = world.json(&["stats"]);
    let counts: Vec<_> = stats["states"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|state| state["count"] != 0)
        .map(|state| (state["name"].clone(), state["count"].clone()))
        .collect();
    assert_eq!(
        counts,
        [
            (json!("to-check"), json!(1)),
            (json!("in-review"), json!(2)),
            (json!("dismissed"), json!(1))
        ]
    );
    assert_eq!(
        (&stats["claims"], &stats["judged"], &stats["verdicts"]),
        (&json!(3), &json!(2), &json!(2))
    );
    world.run(&["audit", "verify"]).done();
}
