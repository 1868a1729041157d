//! Editors decide: verdicts signed off, sent back, made public, corrected.

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::world::{ARTICLE, World};

/// A desk with ana and dora, who are editors, and ben and cy, who check.
fn newsroom() -> World {
    let world = World::with_article();
    for (handle, role) in [("dora", "editor"), ("ben", "checker"), ("cy", "checker")] {
        world
            .run(&["reviewer", "add", handle, "--role", role])
            .done();
    }
    world
}

/// A desk of two: ana, an editor, and ben, a checker.
fn outlet() -> World {
    let world = World::with_article();
    world.run(&["reviewer", "add", "ben"]).done();
    world
}

fn judge(world: &World, who: &str, rating: &str) -> Value {
    let verdict = ["verdict", "add", "1", rating, "--because", "Seen.", "--as"];
    world.json(&[&verdict[..], &[who]].concat())["id"].clone()
}

fn claim(world: &World) -> Value {
    world.json(&["claim", "show", "1"])
}

#[test]
fn an_editor_signs_off_what_a_checker_found() {
    let world = outlet();
    let verdict = judge(&world, "ben", "false");
    let refused = world.refuses(
        &["ruling", "sign-off", "1", "--as", "ben"],
        Exit::NotAllowed,
    );
    assert!(refused.contains("only an editor"), "{refused}");
    let ruling = world.json(&["ruling", "sign-off", "1"]);
    assert_eq!(
        (&ruling["verdict"], &ruling["outcome"], &ruling["ruled"]),
        (&verdict, &json!("signed-off"), &json!("false"))
    );
    assert_eq!(ruling["four_eyes"], true);
    let claim = claim(&world);
    assert_eq!(
        (&claim["state"], &claim["rating"]),
        (&json!("decided"), &json!("false"))
    );
    for command in [
        &["ruling", "publish", "1"][..],
        &["ruling", "return", "1", "--because", "x"],
        &["claim", "reopen", "1", "--because", "x"],
    ] {
        world.refuses(&[command, &["--as", "ben"]].concat(), Exit::NotAllowed);
    }
    world
        .run(&["claim", "reopen", "1", "--because", "New figures."])
        .done();
    assert_eq!(world.json(&["claim", "show", "1"])["state"], "in-review");
    assert_eq!(
        world.json(&["ruling", "list", "1"])[1]["outcome"],
        "reopened"
    );
}

#[test]
fn nobody_signs_off_their_own_verdict_where_there_is_another() {
    let world = outlet();
    judge(&world, "ana", "true");
    let refused = world.refuses(&["ruling", "sign-off", "1"], Exit::NotAllowed);
    assert!(refused.contains("four-eyes off"), "{refused}");
    world.run(&["config", "set", "four-eyes", "off"]).done();
    let ruling = world.json(&["ruling", "sign-off", "1"]);
    assert_eq!(
        (&ruling["four_eyes"], &ruling["ruled"]),
        (&json!(false), &json!("true"))
    );

    let alone = World::with_verdict();
    alone.run(&["ruling", "sign-off", "1"]).done();
    assert_eq!(alone.json(&["claim", "show", "1"])["state"], "decided");
    alone.run(&["config", "set", "four-eyes", "on"]).done();
    alone.refuses(&["ruling", "sign-off", "1"], Exit::NotAllowed);
}

#[test]
fn what_is_sent_back_waits_for_its_reviewer() {
    let world = outlet();
    let verdict = judge(&world, "ben", "false");
    let back = ["ruling", "return", "1", "--because", "Cite the gazette."];
    let ruling = world.json(&back);
    assert_eq!(
        (&ruling["outcome"], &ruling["verdict"], &ruling["because"]),
        (&json!("returned"), &verdict, &json!("Cite the gazette."))
    );
    let refused = world.refuses(&["ruling", "sign-off", "1"], Exit::NotNow);
    assert!(refused.contains("waits for ben"), "{refused}");
    // Before all that others want checked.
    world.run(&["claim", "accept", "2", "3"]).done();
    assert_eq!(world.json(&["claim", "next", "--as", "ben"])["id"], 1);
    let anew = judge(&world, "ben", "misleading");
    assert_eq!(world.json(&["ruling", "sign-off", "1"])["verdict"], anew);

    world.run(&back).done();
    assert_eq!(claim(&world)["state"], "in-review");
    world.refuses(&["ruling", "sign-off", "1"], Exit::NotNow);
    world
        .run(&[
            "verdict",
            "reaffirm",
            "1",
            "--because",
            "The gazette agrees.",
            "--as",
            "ben",
        ])
        .done();
    world.run(&["ruling", "sign-off", "1"]).done();
    assert_eq!(claim(&world)["state"], "decided");
    assert_eq!(claim(&world)["rating"], "misleading");
}

#[test]
fn disagreement_is_settled_and_stays_to_be_seen() {
    let world = newsroom();
    let ben = judge(&world, "ben", "false");
    let cy = judge(&world, "cy", "true");
    let refused = world.refuses(&["ruling", "sign-off", "1"], Exit::NotNow);
    assert!(
        refused.contains("cy: True (true)") && refused.contains("ben: False (false)"),
        "{refused}"
    );
    let ruling = world.json(&["ruling", "sign-off", "1", "--rating", "true"]);
    assert_eq!(ruling["verdict"], cy);
    assert_eq!(claim(&world)["dissent"], json!([ben]));

    let overruled = ["ruling", "sign-off", "1", "--rating", "misleading"];
    let refused = world.refuses(&overruled, Exit::InvalidValue);
    assert!(refused.contains("--because"), "{refused}");
    let because = ["--because", "Both leave out the second bridge."];
    world.run(&[&overruled[..], &because].concat()).done();
    assert_eq!(claim(&world)["rating"], "misleading");
    world.refuses(
        &["ruling", "sign-off", "1", "--rating", "misleding"],
        Exit::UnknownName,
    );
    world.refuses(
        &["ruling", "sign-off", "1", "--verdict", "99"],
        Exit::NotNow,
    );
}

/// Whoever has a verdict on a claim is a party to the disagreement about it.
#[test]
fn an_editor_s_own_rating_takes_another_editor() {
    let world = newsroom();
    let ana = judge(&world, "ana", "false");
    let ben = judge(&world, "ben", "true");
    let refused = world.refuses(&["ruling", "sign-off", "1"], Exit::NotNow);
    assert!(
        refused.contains("ana: False (false)"),
        "who acts is one of those who disagree: {refused}"
    );
    for rating in ["false", "misleading"] {
        let own = ["ruling", "sign-off", "1", "--rating", rating];
        let because = ["--because", "I am sure of it."];
        let refused = world.refuses(&[&own[..], &because].concat(), Exit::NotAllowed);
        assert!(refused.contains("four"), "{refused}");
    }
    let number = ben.to_string();
    let mixed = ["ruling", "sign-off", "1", "--verdict", &number];
    let by_dora = ["--rating", "false", "--because", "x", "--as", "dora"];
    let refused = world.refuses(&[&mixed[..], &by_dora].concat(), Exit::InvalidValue);
    assert!(
        refused.contains(&format!("it is verdict {ana} that says False")),
        "{refused}"
    );
    let ruling = world.json(&[
        "ruling", "sign-off", "1", "--rating", "FALSE", "--as", "dora",
    ]);
    assert_eq!(
        (&ruling["verdict"], &ruling["ruled"]),
        (&ana, &json!("false"))
    );
    let again = [
        "ruling", "sign-off", "1", "--rating", "false", "--as", "dora",
    ];
    world.refuses(&again, Exit::NotNow);
}

#[test]
fn every_verdict_that_was_sent_back_waits_for_its_reviewer() {
    let world = newsroom();
    let ben = judge(&world, "ben", "true").to_string();
    let cy = judge(&world, "cy", "false").to_string();
    for verdict in [&ben, &cy] {
        let back = ["ruling", "return", "1", "--verdict", verdict];
        let because = ["--because", "Cite the gazette."];
        let back = [&back[..], &because].concat();
        world.run(&back).done();
        world.refuses(&back, Exit::NotNow);
    }
    for (verdict, reviewer) in [(&ben, "ben"), (&cy, "cy")] {
        let sign_off = ["ruling", "sign-off", "1", "--verdict", verdict];
        let refused = world.refuses(&sign_off, Exit::NotNow);
        assert!(
            refused.contains(&format!("waits for {reviewer}")),
            "{refused}"
        );
    }
    judge(&world, "ben", "true");
    world
        .run(&["ruling", "sign-off", "1", "--rating", "true"])
        .done();
}

#[test]
fn a_correction_says_something_else_than_what_is_public() {
    let world = outlet();
    judge(&world, "ben", "true");
    let overruled = ["ruling", "sign-off", "1", "--rating", "false"];
    let because = ["--because", "The year is wrong."];
    world.run(&[&overruled[..], &because].concat()).done();
    world.run(&["ruling", "publish", "1"]).done();
    let correct = ["ruling", "correct", "1", "--because", "We erred."];
    for rating in [&[][..], &["--rating", "false"]] {
        let refused = [&correct[..], rating, &["--verdict", "1"][..]].concat();
        world.refuses(&refused, Exit::NotNow);
    }
    let mended = ["--rating", "misleading"];
    world.run(&[&correct[..], &mended].concat()).done();
    world.refuses(&[&correct[..], &mended].concat(), Exit::NotNow);
    assert_eq!(
        claim(&world)["corrections"].as_array().map(Vec::len),
        Some(1)
    );
}

#[test]
fn a_panel_decides_by_majority() {
    let world = newsroom();
    world
        .run(&["reviewer", "add", "eva", "--role", "editor"])
        .done();
    world
        .run(&["config", "set", "sign-offs-required", "3"])
        .done();
    judge(&world, "ben", "false");
    judge(&world, "cy", "true");
    let vote = |who: &str, rating: &str| {
        world.json(&["ruling", "sign-off", "1", "--rating", rating, "--as", who])
    };
    assert_eq!(vote("ana", "false")["ruled"], Value::Null);
    assert_eq!(vote("dora", "true")["ruled"], Value::Null);
    let again = [
        "ruling", "sign-off", "1", "--rating", "true", "--as", "dora",
    ];
    let refused = world.refuses(&again, Exit::NotNow);
    assert!(refused.contains("signed off by you"), "{refused}");
    assert_eq!(claim(&world)["state"], "in-review");
    world.refuses(&["ruling", "publish", "1"], Exit::NotNow);
    assert_eq!(vote("eva", "true")["ruled"], "true");
    let claim = claim(&world);
    assert_eq!(
        (&claim["state"], &claim["rating"]),
        (&json!("decided"), &json!("true"))
    );
    world.refuses(
        &["config", "set", "sign-offs-required", "0"],
        Exit::InvalidValue,
    );
    world.refuses(
        &["config", "set", "sign-offs-required", "2", "--as", "ben"],
        Exit::NotAllowed,
    );
}

#[test]
fn what_the_words_no_longer_bear_out_is_not_published() {
    let world = outlet();
    judge(&world, "ben", "false");
    world.run(&["ruling", "sign-off", "1"]).done();
    world.write(
        "second.txt",
        ARTICLE.replace("two million", "three million"),
    );
    world.run(&["article", "revise", "1", "second.txt"]).done();
    assert_eq!(claim(&world)["stale"], true);
    let refused = world.refuses(&["ruling", "publish", "1"], Exit::NotNow);
    assert!(refused.contains("verdict reaffirm 1"), "{refused}");
    world
        .run(&[
            "verdict",
            "reaffirm",
            "1",
            "--because",
            "The date is wrong all the same.",
            "--as",
            "ben",
        ])
        .done();
    if claim(&world)["stale"] == true {
        // The ruling rests on the verdict before.
        world.run(&["ruling", "sign-off", "1"]).done();
    }
    assert_eq!(
        world.json(&["ruling", "publish", "1"])["outcome"],
        "published"
    );
    assert_eq!(claim(&world)["state"], "published");
}

#[test]
fn what_is_public_is_corrected_in_public() {
    let world = outlet();
    judge(&world, "ben", "true");
    world.run(&["ruling", "sign-off", "1"]).done();
    world.run(&["ruling", "publish", "--article", "1"]).done();
    let refused = world.refuses(&["undo"], Exit::NotNow);
    assert!(refused.contains("ruling correct"), "{refused}");
    for command in [
        &["ruling", "sign-off", "1"][..],
        &["ruling", "publish", "1"],
        &["ruling", "return", "1", "--because", "x"],
        &["claim", "reopen", "1", "--because", "x"],
    ] {
        world.refuses(command, Exit::NotNow);
    }

    judge(&world, "ben", "false");
    let public = claim(&world);
    assert_eq!(
        (&public["state"], &public["rating"]),
        (&json!("published"), &json!("true")),
        "the public reads the ruling until it is corrected"
    );
    let because = "An earlier version had the wrong year.";
    world
        .run(&["ruling", "correct", "1", "--because", because])
        .done();
    let corrected = claim(&world);
    assert_eq!(corrected["rating"], "false");
    let correction = &corrected["corrections"][0];
    assert_eq!(
        (
            &correction["from"],
            &correction["to"],
            &correction["because"]
        ),
        (&json!("True"), &json!("False"), &json!(because))
    );
    for format in ["html", "markdown", "json"] {
        let report = world.run(&["report", "1", "--format", format]).done();
        assert!(report.contains(because), "{format}");
    }
    world.refuses(&["undo"], Exit::NotNow);
    world.run(&["audit", "verify"]).done();
}

#[test]
fn the_house_rules_keep_a_claim_from_being_published() {
    let world = outlet();
    judge(&world, "ben", "true");
    world.run(&["ruling", "sign-off", "1"]).done();
    let flag = [
        "flag",
        "add",
        "--claim",
        "1",
        "--category",
        "text",
        "--severity",
        "high",
    ];
    let raised = world.json(&[&flag[..], &["--message", "The name is missing."]].concat());
    let kept = world.refuses(&["ruling", "publish", "1"], Exit::NotNow);
    assert!(kept.contains("The name is missing."), "{kept}");
    world
        .run(&[
            "flag",
            "resolve",
            &raised["id"].to_string(),
            "--because",
            "It is there.",
        ])
        .done();
    world.run(&["ruling", "publish", "1"]).done();
}
