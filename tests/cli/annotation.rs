//! A research team's story: two annotators who don't see each other's labels,
//! how far they agree, and an adjudicator who settles the rest.
#![expect(
    clippy::expect_used,
    reason = "a helper of a test may fail like the test itself"
)]

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::world::World;

const ARTICLE: &str = "The bridge over the Lind was opened on 3 May 2019 by mayor Ana Vega.\n\n\
    Traffic rose by 12 percent in 2018.\n\n\
    The council spent 4 million crowns on the road in 2020.\n\n\
    Rents fell by 8 percent between 2015 and 2017.\n\n\
    The town counted 31,000 inhabitants in 2021.\n\n\
    Exports doubled in 2016.\n\n\
    The museum drew 90,000 visitors in 2022.\n\n\
    The harbour closed on 12 March 1998.\n";

/// What says nothing about truth counts as missing where labels are compared.
const OFF_THE_SCALE: &str = "not-enough-evidence";

/// The labels of ben and cy for each claim in the order of the text; cy leaves
/// the last one.
const LABELS: [(&str, Option<&str>); 8] = [
    ("supported", Some("supported")),
    ("refuted", Some("refuted")),
    ("supported", Some("refuted")),
    ("refuted", Some("refuted")),
    (OFF_THE_SCALE, Some("supported")),
    ("supported", Some("supported")),
    (
        "conflicting-evidence-cherrypicking",
        Some("conflicting-evidence-cherrypicking"),
    ),
    ("refuted", None),
];

fn team() -> World {
    let world = World::with_desk();
    for who in ["ben", "cy"] {
        world.run(&["reviewer", "add", who]).done();
    }
    for (key, value) in [("blind", "on"), ("default-scale", "averitec")] {
        world.run(&["config", "set", key, value]).done();
    }
    world.write("news.txt", ARTICLE);
    world.run(&["article", "add", "news.txt", "--all"]).done();
    let deal = ["claim", "assign", "--article", "1"];
    let to_both = ["--round-robin", "ben,cy", "--times", "2"];
    world.run(&[&deal[..], &to_both].concat()).done();
    world
}

/// Takes one claim after the other, labels it, and sees nothing of the other's
/// label before.
fn annotate(world: &World, who: &str, label: impl Fn(usize) -> Option<&'static str>) {
    loop {
        let next = world.run(&["claim", "next", "--as", who, "--format", "json"]);
        if next.code == Some(i32::from(Exit::No.code())) {
            return;
        }
        let claim: Value = serde_json::from_str(&next.done()).expect("JSON");
        assert_eq!(
            (&claim["rating"], &claim["verdicts"]),
            (&Value::Null, &json!([])),
            "a label of somebody else: {claim}"
        );
        let id = claim["id"].to_string();
        let listed = world.json(&["verdict", "history", &id, "--as", who]);
        assert_eq!(listed, json!([]), "{who} sees a label on claim {id}");
        let index = claim["id"].as_u64().and_then(|id| usize::try_from(id).ok());
        match label(index.expect("a number") - 1) {
            Some(label) => {
                let judge = ["verdict", "add", &id, label, "--because", "Looked up."];
                world.run(&[&judge[..], &["--as", who]].concat()).done();
            }
            None => {
                world.run(&["claim", "unassign", &id, "--from", who]).done();
            }
        }
    }
}

/// Agreement of ben and cy by another way than the program's, which counts in
/// tables: from every two labels, one pair after the other. Cohen's kappa, and
/// Krippendorff's nominal alpha.
fn by_another_way() -> (f64, f64) {
    let both: Vec<(&str, &str)> = LABELS
        .iter()
        .filter_map(|(ben, cy)| cy.map(|cy| (*ben, cy)))
        .filter(|(ben, _)| *ben != OFF_THE_SCALE)
        .collect();
    let share = |pairs: &[(&str, &str)]| {
        let alike = pairs.iter().filter(|(one, other)| one == other).count();
        f64::from(u32::try_from(alike).expect("few"))
            / f64::from(u32::try_from(pairs.len()).expect("few"))
    };
    let observed = share(&both);
    let any_of_each: Vec<(&str, &str)> = both
        .iter()
        .flat_map(|(ben, _)| both.iter().map(move |(_, cy)| (*ben, *cy)))
        .collect();
    let by_chance = share(&any_of_each);
    let kappa = (observed - by_chance) / (1.0 - by_chance);

    let all: Vec<&str> = both.iter().flat_map(|(ben, cy)| [*ben, *cy]).collect();
    let any_two: Vec<(&str, &str)> = (0..all.len())
        .flat_map(|one| (0..all.len()).map(move |other| (one, other)))
        .filter(|(one, other)| one != other)
        .map(|(one, other)| (all[one], all[other]))
        .collect();
    let alpha = 1.0 - (1.0 - observed) / (1.0 - share(&any_two));
    (kappa, alpha)
}

fn near(number: &Value, expected: f64) {
    let found = number.as_f64().expect("a number");
    assert!((found - expected).abs() < 1e-9, "{found} {expected}");
}

#[test]
fn two_annotate_blindly_and_a_third_settles_where_they_differ() {
    let world = team();
    annotate(&world, "ben", |claim| Some(LABELS[claim].0));
    annotate(&world, "cy", |claim| LABELS[claim].1);

    let measure = ["verdict", "agreement", "--scale", "averitec"];
    let agreement = world.json(&measure);
    assert_eq!(
        (&agreement["claims"], &agreement["rated_twice"]),
        (&json!(8), &json!(6))
    );
    assert_eq!(agreement["off_scale"], 1);
    let (kappa, alpha) = by_another_way();
    near(&agreement["cohen_kappa"]["value"], kappa);
    near(&agreement["krippendorff_alpha"]["nominal"]["value"], alpha);
    let differ: Vec<i64> = agreement["disagreements"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|claim| claim["claim"].as_i64())
        .collect();
    assert_eq!(differ, [3]);

    for (claim, (ben, cy)) in (1..).zip(LABELS) {
        let claim = claim.to_string();
        let sign_off = ["ruling", "sign-off", &claim, "--as", "ana"];
        if cy.is_some_and(|cy| cy != ben) {
            world.refuses(&sign_off, Exit::NotNow);
            let settled = ["--rating", "refuted", "--because", "The yearbook is plain."];
            world.run(&[&sign_off[..], &settled].concat()).done();
        } else {
            world.run(&sign_off).done();
        }
    }
    let decided = world.json(&["claim", "list", "--state", "decided", "--as", "ana"]);
    let gold: Vec<&str> = decided
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|claim| claim["rating"].as_str())
        .collect();
    let expected = LABELS.map(|(ben, cy)| {
        if cy.is_some_and(|cy| cy != ben) {
            "refuted"
        } else {
            ben
        }
    });
    assert_eq!(gold, expected);

    assert_eq!(
        world.json(&measure),
        agreement,
        "what is settled leaves what each of them said"
    );
    let third = world.json(&["claim", "show", "3", "--as", "ana"]);
    let said: Vec<(&Value, &Value)> = third["verdicts"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|verdict| (&verdict["reviewer"], &verdict["rating"]))
        .collect();
    assert_eq!(
        said,
        [
            (&json!("ben"), &json!("supported")),
            (&json!("cy"), &json!("refuted"))
        ]
    );
    assert_eq!(third["dissent"], json!([third["verdicts"][0]["id"]]));
    world.run(&["audit", "verify"]).done();
}
