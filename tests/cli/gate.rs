//! May it be published? Each house rule blocks until what it asks for is done.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use claimdesk::cli::exit::Exit;
use claimdesk::gate::GateRule;
use serde_json::{Value, json};

use crate::world::World;

pub(crate) const ARTICLE: &str = "The bridge over the Lind was opened on 3 May 2019 by mayor Ana Vega. \
    Traffic rose by 12 percent in 2018.\n";

/// What nothing stands in the way of.
pub(crate) const NOTHING: [(String, Option<i64>); 0] = [];

/// A desk with the editors ana and eva, the checkers ben and cleo, and an
/// article with two claims.
pub(crate) fn with_people() -> World {
    let world = World::with_desk();
    for (handle, role) in [("eva", "editor"), ("ben", "checker"), ("cleo", "checker")] {
        let add = ["reviewer", "add", handle, "--name", handle, "--role", role];
        world.run(&add).done();
    }
    world.write("article.txt", ARTICLE);
    let add = ["article", "add", "article.txt", "--all"];
    world.run(&add).done();
    world
}

/// The same desk, on which ben has found both claims false and ana agreed.
fn with_rulings() -> World {
    let world = with_people();
    for claim in ["1", "2"] {
        judge(&world, "ben", claim, "false");
        sign_off(&world, "ana", claim);
    }
    world
}

pub(crate) fn act(world: &World, who: &str, command: &[&str]) {
    world.run(&[command, &["--as", who]].concat()).done();
}

pub(crate) fn judge(world: &World, who: &str, claim: &str, rating: &str) {
    let verdict = ["verdict", "add", claim, rating, "--because", "Seen."];
    act(world, who, &verdict);
}

pub(crate) fn sign_off(world: &World, who: &str, claim: &str) {
    act(world, who, &["ruling", "sign-off", claim]);
}

/// The answer as programs read it; its exit code says the same.
pub(crate) fn answer(world: &World, arguments: &[&str]) -> Value {
    let gate = [&["gate", "1", "--format", "json"], arguments].concat();
    let output = world.run(&gate);
    let answer: Value = serde_json::from_str(&output.stdout).unwrap();
    let may = output.code == Some(i32::from(Exit::Done.code()));
    assert!(may || output.code == Some(i32::from(Exit::No.code())));
    assert_eq!(answer["may_be_published"], may);
    assert_eq!(answer["blockers"].as_array().unwrap().is_empty(), may);
    answer
}

/// The rules that block, each with the claim.
pub(crate) fn blocked(answer: &Value) -> Vec<(String, Option<i64>)> {
    let blockers = answer["blockers"].as_array().unwrap().iter();
    blockers
        .map(|one| {
            let rule = one["rule"].as_str().unwrap().to_owned();
            assert!(!one["message"].as_str().unwrap().is_empty());
            assert!(one["hint"].as_str().unwrap().contains("`claimdesk "));
            (rule, one["claim"].as_i64())
        })
        .collect()
}

/// What blocks under a policy of these rules.
pub(crate) fn under(world: &World, policy: &str) -> Vec<(String, Option<i64>)> {
    world.write("policy.toml", policy);
    let answer = answer(world, &["--policy", "policy.toml"]);
    assert_eq!(answer["policy"]["from"], "file");
    blocked(&answer)
}

pub(crate) fn by(rule: GateRule, claims: &[i64]) -> Vec<(String, Option<i64>)> {
    let of = |claim: &i64| (rule.to_string(), Some(*claim));
    claims.iter().map(of).collect()
}

fn by_article(rule: GateRule) -> [(String, Option<i64>); 1] {
    [(rule.to_string(), None)]
}

#[test]
fn an_article_may_be_published_once_all_is_ruled_on_and_settled() {
    let world = with_people();
    let flag = ["flag", "add", "--category", "text", "--message", "A slip."];
    act(
        &world,
        "ben",
        &[&flag[..], &["--severity", "high", "--article", "1"]].concat(),
    );
    act(
        &world,
        "ben",
        &[&flag[..], &["--severity", "medium", "--claim", "1"]].concat(),
    );
    let before = world.events();
    let found = answer(&world, &[]);
    assert_eq!(world.events(), before, "asking changes nothing");
    assert_eq!(found["article"], 1);
    assert_eq!(
        found["policy"],
        json!({"from": "standard", "rules":
            {"open-flags": "high", "decided": "all", "fresh": true, "four-eyes": "auto"}})
    );
    assert_eq!(found["blockers"][0]["flag"], 1);
    let decided = by(GateRule::Decided, &[1, 2]);
    assert_eq!(
        blocked(&found),
        [&by_article(GateRule::OpenFlags), &decided[..]].concat()
    );
    act(
        &world,
        "ana",
        &["flag", "resolve", "1", "--because", "Mended."],
    );
    judge(&world, "ben", "1", "true");
    assert_eq!(blocked(&answer(&world, &[])), decided, "no ruling yet");
    sign_off(&world, "ana", "1");
    assert_eq!(blocked(&answer(&world, &[])), decided[1..]);
    let dismiss = ["claim", "dismiss", "2", "--because", "Too small."];
    act(&world, "ana", &dismiss);
    assert_eq!(blocked(&answer(&world, &[])), NOTHING);
    let page = world.run(&["gate", "1"]).done();
    assert!(
        page.starts_with("Article 1 may be published\n  policy  the standard one\n"),
        "{page}"
    );
}

#[test]
fn a_page_groups_what_blocks_by_rule_and_says_what_to_do() {
    let world = with_people();
    let page = world.run(&["gate", "1"]);
    assert_eq!(page.code, Some(1));
    for told in [
        "Article 1 may not be published yet",
        "\ndecided: 2\n  claim 1 was offered, and nobody has looked at it\n  claim 2 was",
        "\nWhat to do about the first of each\n  decided  judge it with `claimdesk verdict add 1",
    ] {
        assert!(page.stdout.contains(told), "{told}\n{}", page.stdout);
    }
}

#[test]
fn flags_on_the_words_and_claims_of_an_article_count_from_their_severity_on() {
    let world = with_people();
    let flag = |on: &[&str], severity: &str| {
        let add = ["flag", "add", "--category", "text", "--message", "A slip."];
        act(
            &world,
            "ben",
            &[&add[..], on, &["--severity", severity]].concat(),
        );
    };
    flag(&["--article", "1", "--quote", "12 percent"], "medium");
    flag(&["--claim", "2"], "low");
    let low = [
        &by_article(GateRule::OpenFlags)[..],
        &by(GateRule::OpenFlags, &[2]),
    ]
    .concat();
    assert_eq!(under(&world, "open-flags = 'low'"), low);
    assert_eq!(
        under(&world, "open-flags = 'medium'"),
        by_article(GateRule::OpenFlags)
    );
    assert_eq!(under(&world, "open-flags = 'high'"), NOTHING);
    act(
        &world,
        "ana",
        &["claim", "dismiss", "2", "--because", "Too small."],
    );
    assert_eq!(under(&world, "open-flags = 'low'"), low[..1]);
}

#[test]
fn claims_that_nobody_accepted_can_be_left_aside() {
    let world = with_people();
    let both = |policy| (under(&world, "decided = 'all'"), under(&world, policy));
    let accepted = "decided = 'accepted'";
    assert_eq!(
        both(accepted),
        (by(GateRule::Decided, &[1, 2]), NOTHING.to_vec())
    );
    act(&world, "ana", &["claim", "accept", "2"]);
    assert_eq!(both(accepted).1, by(GateRule::Decided, &[2]));
    judge(&world, "ben", "2", "true");
    assert_eq!(both(accepted).1, by(GateRule::Decided, &[2]));
    sign_off(&world, "ana", "2");
    act(&world, "ana", &["ruling", "publish", "2"]);
    assert_eq!(
        both(accepted),
        (by(GateRule::Decided, &[1]), NOTHING.to_vec())
    );
}

#[test]
fn a_rating_that_rests_on_changed_words_blocks_until_it_is_reaffirmed() {
    let world = with_rulings();
    assert_eq!(under(&world, "fresh = true"), NOTHING);
    world.write("article.txt", ARTICLE.replace("12 percent", "13 percent"));
    act(&world, "ana", &["article", "revise", "1", "article.txt"]);
    assert_eq!(under(&world, "fresh = true"), by(GateRule::Fresh, &[2]));
    let reaffirm = ["verdict", "reaffirm", "2", "--because", "Still false."];
    act(&world, "ben", &reaffirm);
    assert_eq!(under(&world, "fresh = true"), NOTHING);
    judge(&world, "ben", "1", "true");
    assert_eq!(
        under(&world, "fresh = true"),
        by(GateRule::Fresh, &[1]),
        "the ruling rests on a verdict that was replaced"
    );
}

#[test]
fn enough_must_have_been_looked_at() {
    let world = with_people();
    let sentences = "coverage = 0.9";
    assert_eq!(under(&world, sentences), by_article(GateRule::Coverage));
    assert_eq!(under(&world, "coverage = 0"), NOTHING);
    judge(&world, "ben", "1", "true");
    assert_eq!(under(&world, "coverage = 0.5"), NOTHING);
    assert_eq!(under(&world, sentences), by_article(GateRule::Coverage));
    judge(&world, "ben", "2", "true");
    assert_eq!(under(&world, sentences), NOTHING);
}

#[test]
fn enough_of_what_can_be_looked_up_stands_in_a_claim() {
    let world = World::with_desk();
    world.write("article.txt", ARTICLE);
    let add = ["article", "add", "article.txt", "--top", "1"];
    world.run(&add).done();
    let facts = "fact-coverage = 1.0";
    assert_eq!(under(&world, facts), by_article(GateRule::FactCoverage));
    assert_eq!(under(&world, "fact-coverage = 0.1"), NOTHING);
    let claims = world.json(&["claim", "list"]);
    let offered = claims[0]["quote"].as_str().unwrap();
    let sentences = ARTICLE.trim_end().split_inclusive(". ").map(str::trim);
    let other = sentences.filter(|sentence| *sentence != offered);
    for sentence in other {
        act(&world, "ana", &["claim", "add", "1", "--quote", sentence]);
    }
    assert_eq!(under(&world, facts), NOTHING);
}

#[test]
fn ratings_rest_on_primary_sources_of_several_publishers() {
    let world = with_rulings();
    let primary = "primary-source = true";
    let publishers = "independent-publishers = 2";
    assert_eq!(under(&world, primary), by(GateRule::PrimarySource, &[1, 2]));
    let cite = |source: &str, details: &[&str]| {
        let add = ["evidence", "add", "1", source, "--stance", "refutes"];
        act(&world, "ben", &[&add[..], details].concat());
    };
    cite("https://www.news.example/a", &["--kind", "secondary"]);
    cite("https://news.example/b", &["--kind", "secondary"]);
    assert_eq!(
        under(&world, publishers),
        by(GateRule::IndependentPublishers, &[1, 2])
    );
    cite(
        "https://archive.example/deed",
        &["--kind", "primary", "--publisher", "The archive"],
    );
    assert_eq!(under(&world, primary), by(GateRule::PrimarySource, &[2]));
    assert_eq!(
        under(&world, publishers),
        by(GateRule::IndependentPublishers, &[2])
    );
    // Off the scale nothing is said about truth.
    judge(&world, "ben", "2", "unverifiable");
    sign_off(&world, "ana", "2");
    assert_eq!(under(&world, primary), NOTHING);
    assert_eq!(under(&world, publishers), NOTHING);
}

#[test]
fn what_a_verdict_no_longer_rests_on_does_not_count() {
    let world = with_people();
    let with_source = [
        "verdict",
        "add",
        "1",
        "false",
        "--because",
        "Seen.",
        "--source",
        "https://archive.example/deed",
        "--kind",
        "primary",
        "--stance",
        "refutes",
    ];
    act(&world, "ben", &with_source);
    assert_eq!(under(&world, "primary-source = true"), NOTHING);
    judge(&world, "ben", "1", "mostly-false");
    assert_eq!(
        under(&world, "primary-source = true"),
        by(GateRule::PrimarySource, &[1])
    );
    let add = ["evidence", "add", "1", "1", "--stance", "refutes"];
    act(&world, "cleo", &add);
    assert_eq!(under(&world, "primary-source = true"), NOTHING);
}

#[test]
fn sources_on_the_web_have_a_snapshot() {
    let world = with_rulings();
    assert_eq!(under(&world, "snapshots = true"), NOTHING);
    let cite = |source: &[&str]| {
        let stance = ["--stance", "refutes"];
        act(
            &world,
            "ben",
            &[&["evidence", "add", "1"], source, &stance].concat(),
        );
    };
    cite(&["https://news.example/a"]);
    cite(&["978-0-306-40615-7"]);
    world.write("policy.toml", "snapshots = true");
    let found = answer(&world, &["--policy", "policy.toml"]);
    assert_eq!(blocked(&found), by(GateRule::Snapshots, &[1]));
    assert_eq!(found["blockers"][0]["source"], 1);
    world.write("seen.html", "<!doctype html><p>As it was.</p>");
    act(
        &world,
        "ben",
        &["source", "snapshot", "1", "--file", "seen.html"],
    );
    assert_eq!(under(&world, "snapshots = true"), NOTHING);
}

#[test]
fn a_claimant_is_asked_about_what_does_not_hold() {
    let world = with_rulings();
    let reply = "reply = true";
    assert_eq!(under(&world, reply), NOTHING, "the author made them");
    for claim in ["1", "2"] {
        let edit = ["claim", "edit", claim, "--claimant", "Ana Vega"];
        act(&world, "ana", &edit);
    }
    assert_eq!(under(&world, reply), by(GateRule::Reply, &[1, 2]));
    act(
        &world,
        "ben",
        &["reply", "add", "1", "--asked", "2026-01-30"],
    );
    assert_eq!(under(&world, reply), by(GateRule::Reply, &[2]));
    judge(&world, "ben", "2", "true");
    sign_off(&world, "ana", "2");
    assert_eq!(under(&world, reply), NOTHING);
}

#[test]
fn what_was_cut_stands_in_nobodys_way() {
    let world = with_rulings();
    let flag = ["flag", "add", "--category", "text", "--message", "A slip."];
    world
        .run(&[&flag[..], &["--severity", "high", "--claim", "2"]].concat())
        .done();
    world.write(
        "cut.txt",
        ARTICLE.replace("Traffic rose by 12 percent in 2018.", ""),
    );
    world.run(&["article", "revise", "1", "cut.txt"]).done();
    let gone = answer(&world, &[]);
    let fresh = gone["blockers"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["rule"] == "fresh")
        .unwrap();
    assert_eq!(
        fresh["message"],
        "claim 2 is stale: its words are not found in the article any more"
    );
    assert!(
        fresh["hint"]
            .as_str()
            .unwrap()
            .contains("claim anchor 2 --cut")
    );
    world.run(&["claim", "anchor", "2", "--cut"]).done();
    assert_eq!(blocked(&answer(&world, &[])), NOTHING);
    assert_eq!(world.json(&["claim", "show", "2"])["stale"], false);
    assert_eq!(world.json(&["claim", "list", "--stale"]), json!([]));
}

#[test]
fn of_a_cut_claim_flags_on_words_that_still_stand_are_the_articles() {
    let world = World::with_desk();
    let met = "Everybody met on Tuesday, 14 April 2025";
    world.write(
        "met.txt",
        format!("The town\n\n{met} to talk of the 12 ferries.\n"),
    );
    let add = [
        "article",
        "add",
        "met.txt",
        "--all",
        "--published",
        "2025-04-15",
    ];
    world.run(&add).done();
    judge(&world, "ana", "1", "true");
    world.write("cut.txt", format!("The town\n\n{met}.\n"));
    world.run(&["article", "revise", "1", "cut.txt"]).done();
    world.run(&["claim", "anchor", "1", "--cut"]).done();
    let blockers = answer(&world, &[]);
    assert_eq!(
        blocked(&blockers),
        [("open-flags".to_owned(), None)],
        "{blockers}"
    );
    let flag = blockers["blockers"][0]["flag"].to_string();
    world.run(&["flag", "anchor", &flag, "--cut"]).done();
    assert_eq!(blocked(&answer(&world, &[])), NOTHING);
}
