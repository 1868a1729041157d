//! Claims: offered, listed, shown with reasons, added by their words.

use claimdesk::cli::exit::Exit;

use crate::world::{ARTICLE, World};

#[test]
fn every_claim_stands_where_it_says() {
    let world = World::with_article();
    let letters: Vec<char> = ARTICLE.chars().collect();
    let claims = world.json(&["claim", "list", "--article", "1"]);
    let claims = claims.as_array().expect("a list");
    assert!(!claims.is_empty());
    for claim in claims {
        let place = |field: &str| {
            claim[field]
                .as_u64()
                .and_then(|at| usize::try_from(at).ok())
                .expect("a position")
        };
        let words: String = letters[place("start")..place("end")].iter().collect();
        assert_eq!(claim["quote"], words);
    }
}

#[test]
fn a_score_is_explained_in_plain_words() {
    let world = World::with_article();
    let shown = world.run(&["claim", "show", "1"]).done();
    assert!(shown.contains("Check-worthiness"), "{shown}");
    assert!(shown.contains("a figure"), "{shown}");
}

#[test]
fn a_claim_is_added_by_its_words() {
    let world = World::with_article();
    let claim = world.json(&[
        "claim",
        "add",
        "1",
        "--quote",
        "Vega argues that the bridge opened too late",
        "--statement",
        "Unnamed critics hold that the bridge opened too late.",
        "--claimant",
        "unnamed critics",
        "--topic",
        "bridges",
    ]);
    assert_eq!(
        claim["quote"],
        "Vega argues that the bridge opened too late"
    );
    assert_eq!(claim["claimant"], "unnamed critics");
    assert_eq!(claim["topics"][0], "bridges");
    assert_eq!(claim["state"], "to-check");
    assert_eq!(claim["score"], serde_json::Value::Null);
}

#[test]
fn words_are_found_in_other_typography() {
    let world = World::with_article();
    let claim = world.json(&[
        "claim",
        "add",
        "1",
        "--quote",
        "\"It will stand  for a hundred years,\"",
    ]);
    assert_eq!(claim["quote"], "“It will stand for a hundred years,”");
}

#[test]
fn words_much_like_those_given_are_found_where_only_one_place_can_be_meant() {
    let world = World::with_article();
    let claim = world.json(&[
        "claim",
        "add",
        "1",
        "--quote",
        "Vega argued that the bridge opened too late",
    ]);
    assert_eq!(
        claim["quote"],
        "Vega argues that the bridge opened too late"
    );
}

#[test]
fn words_that_are_not_there_are_refused_with_the_nearest() {
    let world = World::with_article();
    let complaint = world.refuses(
        &[
            "claim",
            "add",
            "1",
            "--quote",
            "The bridge opened on 3 May 1932 and cost three million",
        ],
        Exit::QuoteNotFound,
    );
    assert!(
        complaint.contains("The bridge opened on 3 May 1931 and cost two million crowns."),
        "{complaint}"
    );
}

#[test]
fn words_that_are_there_twice_need_an_occurrence() {
    let world = World::with_article();
    let quote = ["claim", "add", "1", "--quote", "the mayor said"];
    let twice = ["claim", "add", "1", "--quote", "bridge opened"];
    world.run(&quote).done();
    let complaint = world.refuses(&twice, Exit::QuoteAmbiguous);
    assert!(
        complaint.contains("on 3 May 1931") && complaint.contains("too late"),
        "{complaint}"
    );
    assert!(complaint.contains("--occurrence"), "{complaint}");
    let second = world.json(&[&twice[..], &["--occurrence", "2"]].concat());
    assert!(
        second["suffix"]
            .as_str()
            .is_some_and(|after| after.starts_with(" too late"))
    );
    let complaint = world.refuses(
        &[&twice[..], &["--occurrence", "3"]].concat(),
        Exit::QuoteNotFound,
    );
    assert!(complaint.contains('2'), "{complaint}");
}

#[test]
fn a_claim_is_named_by_words_that_only_it_holds() {
    let world = World::with_article();
    assert_eq!(
        world.json(&["claim", "show", "two million crowns"])["id"],
        1
    );
    world.refuses(&["claim", "show", "no such words"], Exit::QuoteNotFound);
    world
        .run(&["claim", "add", "1", "--quote", "two million crowns"])
        .done();
    world.refuses(&["claim", "show", "million crowns"], Exit::QuoteAmbiguous);
}

#[test]
fn lists_are_narrowed() {
    let world = World::with_verdict();
    let ids = |arguments: &[&str]| {
        let claims = world.json(&[&["claim", "list"], arguments].concat());
        let claims = claims.as_array().cloned().unwrap_or_default();
        claims
            .iter()
            .filter_map(|claim| claim["id"].as_i64())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&["--rating", "false"]), [1]);
    assert_eq!(ids(&["--state", "in-review"]), [1]);
    assert_eq!(ids(&["--state", "extracted"]), [2, 3, 4]);
    assert_eq!(ids(&["--limit", "1"]), [1]);
    assert_eq!(ids(&["--min-score", "1"]), [0_i64; 0]);
    let complaint = world
        .run(&["claim", "list", "--min-score", "7"])
        .fails_with(Exit::Usage);
    assert!(complaint.contains("a number from 0 to 1"), "{complaint}");
    let complaint = world
        .run(&["claim", "list", "--state", "judged"])
        .fails_with(Exit::Usage);
    assert!(complaint.contains("in-review"), "{complaint}");
}

#[test]
fn a_claim_is_restated_and_the_history_keeps_both() {
    let world = World::with_article();
    world
        .run(&[
            "claim",
            "edit",
            "1",
            "--statement",
            "The bridge opened in May 1931.",
            "--add-topic",
            "bridges",
        ])
        .done();
    let claim = world.json(&["claim", "show", "1"]);
    assert_eq!(claim["statement"], "The bridge opened in May 1931.");
    let event = &world.json(&["log", "claim:1"])[0];
    assert_eq!(event["action"], "claim.edit");
    assert_eq!(event["before"]["statement"], claim["quote"]);
    assert_eq!(event["after"]["statement"], claim["statement"]);
}

#[test]
fn a_dismissed_claim_leaves_the_list_with_a_reason() {
    let world = World::with_article();
    world
        .run(&["claim", "dismiss", "2", "--because", "an opinion"])
        .done();
    assert_eq!(
        world.json(&["claim", "list"]).as_array().map(Vec::len),
        Some(3)
    );
    assert_eq!(
        world.json(&["claim", "list", "--all"])[1]["dismissed_because"],
        "an opinion"
    );
    world.refuses(
        &["claim", "dismiss", "2", "--because", "again"],
        Exit::NotNow,
    );
    world.refuses(
        &["claim", "dismiss", "1", "--because", " "],
        Exit::InvalidValue,
    );
}
