//! May it be published? The rules on who judged, who ruled and who looks.

use claimdesk::gate::GateRule;
use serde_json::Value;

use crate::gate::{
    ARTICLE, NOTHING, act, answer, blocked, by, judge, sign_off, under, with_people,
};
use crate::world::World;

#[test]
fn nobody_rules_alone_on_their_own_verdict() {
    let world = with_people();
    act(&world, "ana", &["config", "set", "four-eyes", "off"]);
    judge(&world, "ana", "1", "false");
    sign_off(&world, "ana", "1");
    let alone = by(GateRule::FourEyes, &[1]);
    assert_eq!(under(&world, "four-eyes = true"), alone);
    assert_eq!(
        under(&world, "four-eyes = 'auto'"),
        NOTHING,
        "as the desk has it"
    );
    act(&world, "ana", &["config", "unset", "four-eyes"]);
    for policy in ["four-eyes = true", "four-eyes = 'auto'"] {
        assert_eq!(under(&world, policy), alone);
    }
    sign_off(&world, "eva", "1");
    assert_eq!(under(&world, "four-eyes = true"), NOTHING);
    act(&world, "ana", &["ruling", "publish", "1"]);
    assert_eq!(under(&world, "four-eyes = true"), NOTHING);
}

#[test]
fn who_works_alone_can_publish() {
    let world = World::with_desk();
    world.write("article.txt", ARTICLE);
    let add = ["article", "add", "article.txt", "--all"];
    world.run(&add).done();
    for claim in ["1", "2"] {
        judge(&world, "ana", claim, "true");
        sign_off(&world, "ana", claim);
    }
    assert_eq!(blocked(&answer(&world, &[])), NOTHING);
    assert_eq!(
        under(&world, "four-eyes = true"),
        by(GateRule::FourEyes, &[1, 2])
    );
}

#[test]
fn so_many_editors_sign_off_and_so_many_agree() {
    let world = with_people();
    let add = [
        "reviewer", "add", "kim", "--name", "Kim", "--role", "editor",
    ];
    act(&world, "ana", &add);
    act(&world, "ana", &["config", "set", "sign-offs-required", "3"]);
    let panel = "sign-offs-required = 3\nsign-offs-agreeing = 2";
    assert_eq!(under(&world, panel), NOTHING, "no verdict to sign off yet");
    judge(&world, "ben", "1", "false");
    assert_eq!(under(&world, panel), by(GateRule::SignOffsRequired, &[1]));
    let rule = |who: &str, rating: &str| {
        let sign = ["ruling", "sign-off", "1", "--rating", rating];
        act(
            &world,
            who,
            &[&sign[..], &["--because", "As I see it."]].concat(),
        );
    };
    rule("ana", "false");
    rule("eva", "mostly-false");
    assert_eq!(under(&world, panel), by(GateRule::SignOffsRequired, &[1]));
    rule("kim", "misleading");
    assert_eq!(under(&world, panel), by(GateRule::SignOffsAgreeing, &[1]));
    assert_eq!(under(&world, "decided = 'accepted'").len(), 1);
    rule("kim", "false");
    assert_eq!(under(&world, panel), NOTHING);
    assert_eq!(under(&world, "decided = 'accepted'"), NOTHING);
    let back = ["ruling", "return", "1", "--because", "Cite the deed."];
    act(&world, "eva", &back);
    assert_eq!(under(&world, panel), by(GateRule::SignOffsRequired, &[1]));
}

#[test]
fn what_is_hidden_from_a_checker_is_not_given_away() {
    let world = with_people();
    act(&world, "ana", &["config", "set", "blind", "on"]);
    let edit = ["claim", "edit", "1", "--claimant", "Ana Vega"];
    act(&world, "ana", &edit);
    judge(&world, "ben", "1", "false");
    let policy = "decided = 'all'\nreply = true\nprimary-source = true\nsign-offs-required = 1";
    world.write("policy.toml", policy);
    let seen_by = |who: &str| answer(&world, &["--policy", "policy.toml", "--as", who]);
    let to_cleo = seen_by("cleo");
    let told = [
        ("decided".to_owned(), Some(1)),
        ("blind".to_owned(), Some(1)),
        ("decided".to_owned(), Some(2)),
    ];
    assert_eq!(blocked(&to_cleo), told);
    let rules = |answer: &Value| -> Vec<String> {
        let of_first = blocked(answer).into_iter().filter(|one| one.1 == Some(1));
        of_first.map(|(rule, _)| rule).collect()
    };
    let all = ["decided", "primary-source", "reply", "sign-offs-required"];
    assert_eq!(rules(&seen_by("ben")), all);
    assert_eq!(rules(&seen_by("ana")), all);
    // Another rating looks the same to her.
    judge(&world, "ben", "1", "true");
    assert_eq!(seen_by("cleo"), to_cleo);
    judge(&world, "cleo", "1", "false");
    assert_eq!(rules(&seen_by("cleo")), all);
}
