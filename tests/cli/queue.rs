//! Who works on what: claims given out, taken from the queue, given back.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::fmt::Write;
use std::thread;

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::world::World;

const REVIEWERS: usize = 16;
const CLAIMS: i64 = 60;

fn with_reviewers(handles: &[&str]) -> World {
    let world = World::with_article();
    for handle in handles {
        world.run(&["reviewer", "add", handle]).done();
    }
    world
}

fn ids(claims: &Value) -> Vec<i64> {
    claims
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|claim| claim["id"].as_i64())
        .collect()
}

fn holders(claim: &Value) -> Vec<&str> {
    claim["assigned"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|assigned| assigned["reviewer"].as_str())
        .collect()
}

#[test]
fn a_claim_is_given_out_and_taken_back() {
    let world = with_reviewers(&["ben"]);
    let all = ids(&world.json(&["claim", "list"]));
    let late = ["claim", "assign", "1", "ben", "--due", "2020-01-01"];
    let told = world.run(&late).stderr;
    assert!(told.contains("2020-01-01 is past"), "{told}");
    let given = world.json(&late);
    assert_eq!(holders(&given), ["ben"]);
    assert_eq!(given["assigned"][0]["due"], "2020-01-01");
    world
        .run(&["claim", "assign", "2", "ben", "--due", "9999-01-01"])
        .done();
    let listed = |filter: &[&str]| ids(&world.json(&[&["claim", "list"], filter].concat()));
    assert_eq!(listed(&["--mine", "--as", "ben"]), [1, 2]);
    assert_eq!(listed(&["--assigned", "ben"]), [1, 2]);
    assert_eq!(listed(&["--mine"]), [0; 0]);
    assert_eq!(listed(&["--unassigned"]), all[2..]);
    assert_eq!(listed(&["--overdue"]), [1]);
    world
        .run(&["claim", "unassign", "1", "--from", "ben"])
        .done();
    assert_eq!(listed(&["--assigned", "ben"]), [2]);
    assert_eq!(listed(&["--overdue"]), [0; 0]);
    let refused = world.refuses(&["claim", "unassign", "1"], Exit::NotNow);
    assert!(refused.contains("nobody has claim 1"), "{refused}");
    world.refuses(&["claim", "assign", "1", "zoe"], Exit::UnknownName);
    world
        .run(&["claim", "dismiss", "3", "--because", "x"])
        .done();
    world.refuses(&["claim", "assign", "1", "3", "ben"], Exit::NotNow);
    assert_eq!(listed(&["--assigned", "ben"]), [2], "all or none");
}

#[test]
fn claims_are_dealt_out_in_turn() {
    let world = with_reviewers(&["ben", "cy"]);
    let deal = ["claim", "assign", "--article", "1", "--round-robin"];
    let dealt = world.json(&[&deal[..], &["ben,cy"]].concat());
    let hands: Vec<_> = dealt
        .as_array()
        .into_iter()
        .flatten()
        .map(holders)
        .collect();
    assert_eq!(hands, [["ben"], ["cy"], ["ben"], ["cy"]]);
    let again = world.run(&[&deal[..], &["ben,cy"]].concat());
    assert_eq!(again.code, Some(i32::from(Exit::No.code())));
    world.run(&["claim", "unassign", "1", "2", "3", "4"]).done();
    let twice = world.json(&[&deal[..], &["ana,ben,cy", "--times", "2"]].concat());
    let claims: Vec<&Value> = twice.as_array().into_iter().flatten().collect();
    assert!(claims.iter().all(|claim| holders(claim).len() == 2));
    world.refuses(
        &[
            "claim",
            "assign",
            "1",
            "--round-robin",
            "ben",
            "--times",
            "2",
        ],
        Exit::InvalidValue,
    );
}

#[test]
fn what_waits_for_you_and_what_was_accepted_comes_first() {
    let world = with_reviewers(&["ben"]);
    let next = |who: &str| world.json(&["claim", "next", "--as", who])["id"].clone();
    // The least check-worthy was accepted; the rest come by their score.
    world.run(&["claim", "accept", "2"]).done();
    world.run(&["claim", "assign", "4", "ben"]).done();
    assert_eq!(next("ana"), 2);
    let mut scores: Vec<(f64, i64)> = Vec::new();
    for claim in world
        .json(&["claim", "list"])
        .as_array()
        .into_iter()
        .flatten()
    {
        if let (Some(score), Some(id)) = (claim["score"].as_f64(), claim["id"].as_i64()) {
            scores.push((score, id));
        }
    }
    scores.retain(|(_, id)| *id != 2 && *id != 4);
    scores.sort_by(|one, other| other.0.total_cmp(&one.0));
    for (_, id) in scores {
        assert_eq!(next("ana"), json!(id));
    }
    let nothing = world.run(&["claim", "next"]);
    assert_eq!(nothing.code, Some(i32::from(Exit::No.code())));
    assert!(nothing.stderr.contains("3 in hand"), "{}", nothing.stderr);
    assert_eq!(next("ben"), 4, "it waited for ben alone");
}

/// Takes claims until none is left.
fn take_all(world: &World, who: &str) -> Vec<i64> {
    let mut taken = Vec::new();
    loop {
        let next = world.run(&["claim", "next", "--format", "json", "--as", who]);
        if next.code == Some(i32::from(Exit::No.code())) {
            return taken;
        }
        let claim: Value = serde_json::from_str(&next.done()).unwrap();
        taken.extend(claim["id"].as_i64());
    }
}

#[test]
fn sixteen_reviewers_at_once_never_get_the_same_claim() {
    let world = World::with_desk();
    let mut text = String::new();
    for year in 1900..1900 + CLAIMS {
        writeln!(text, "In {year} the toll brought in {year},000 crowns.\n").expect("written");
    }
    world.write("tolls.txt", text);
    world.run(&["article", "add", "tolls.txt", "--all"]).done();
    let all = ids(&world.json(&["claim", "list"]));
    assert!(all.len() >= 60, "{}", all.len());
    let handles: Vec<String> = (0..REVIEWERS).map(|number| format!("r{number}")).collect();
    for handle in &handles {
        world.run(&["reviewer", "add", handle]).done();
    }
    let mut taken: Vec<i64> = thread::scope(|scope| {
        let hands: Vec<_> = handles
            .iter()
            .map(|handle| scope.spawn(|| take_all(&world, handle)))
            .collect();
        hands
            .into_iter()
            .flat_map(|hand| hand.join().expect("a reviewer"))
            .collect()
    });
    taken.sort_unstable();
    assert_eq!(taken, all);
    world.run(&["audit", "verify"]).done();
}
