//! A claim that says several things is taken apart.

use claimdesk::cli::exit::Exit;

use crate::world::World;

const ARTICLE: &str = "The Lind railway\n\nThe railway opened in 1913 and carried 12,000 passengers a day by \
    1925. Ana Vega, the mayor of Lindenau, paid $4 million for the station in March 2019.\n";

fn desk() -> World {
    let world = World::with_desk();
    world.write("railway.txt", ARTICLE);
    world
        .run(&["article", "add", "railway.txt", "--all"])
        .done();
    world
}

#[test]
fn the_parts_are_shown_and_become_claims_with_their_own_words() {
    let world = desk();
    let shown = world.run(&["claim", "show", "passengers a day"]).done();
    assert!(
        shown.contains("carried 12,000 passengers a day by 1925"),
        "{shown}"
    );
    assert!(shown.contains("claim split"), "{shown}");
    let parts = world.json(&["claim", "split", "passengers a day"]);
    let parts: Vec<(&str, &str)> = parts
        .as_array()
        .unwrap()
        .iter()
        .map(|part| {
            (
                part["quote"].as_str().unwrap(),
                part["state"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        parts,
        [
            ("The railway opened in 1913", "extracted"),
            ("carried 12,000 passengers a day by 1925", "extracted"),
        ]
    );
    let all = world.json(&["claim", "list", "--all"]);
    let whole = &all.as_array().unwrap()[0];
    assert_eq!(whole["state"], "dismissed");
    assert!(
        whole["dismissed_because"]
            .as_str()
            .unwrap()
            .starts_with("split into claims ")
    );
    world.run(&["audit", "verify"]).done();
}

#[test]
fn a_person_can_say_what_the_parts_are() {
    let world = desk();
    let parts = world.json(&[
        "claim",
        "split",
        "paid $4 million",
        "--quote",
        "Ana Vega, the mayor of Lindenau",
        "--quote",
        "paid $4 million for the station in March 2019",
    ]);
    assert_eq!(parts[0]["quote"], "Ana Vega, the mayor of Lindenau");
    assert_eq!(parts.as_array().unwrap().len(), 2);
}

#[test]
fn what_makes_one_statement_or_has_a_verdict_is_not_split() {
    let world = desk();
    let refused = world.refuses(&["claim", "split", "paid $4 million"], Exit::NotNow);
    assert!(
        refused.contains("makes one statement") && refused.contains("--quote"),
        "{refused}"
    );
    world
        .run(&[
            "verdict",
            "add",
            "passengers a day",
            "true",
            "--because",
            "The timetable says so.",
        ])
        .done();
    let refused = world.refuses(&["claim", "split", "passengers a day"], Exit::NotNow);
    assert!(refused.contains("has a verdict"), "{refused}");
    world
        .run(&[
            "claim",
            "dismiss",
            "paid $4 million",
            "--because",
            "no matter",
        ])
        .done();
    let again = world.refuses(&["claim", "split", "paid $4 million"], Exit::NotNow);
    assert!(again.contains("is dismissed"), "{again}");
}
