//! Verdicts: a rating, its reason, its sources and its event, in one act.

use claimdesk::cli::exit::Exit;
use serde_json::Value;

use crate::world::World;

const VERDICT: &[&str] = &[
    "verdict",
    "add",
    "1",
    "false",
    "--because",
    "The plaque says 1932.",
    "--source",
    "https://example.org/plaque",
    "--stance",
    "refutes",
    "--locator",
    "p. 4",
    "--quote",
    "opened 1932",
    "--correction",
    "It opened in 1932.",
    "--confidence",
    "high",
];

#[test]
fn one_command_does_the_whole_thing() {
    let world = World::with_article();
    let before = world.events();
    world.run(VERDICT).done();
    assert_eq!(world.events(), before + 1);
    let verdict = &world.json(&["verdict", "history", "1"])[0];
    assert_eq!(verdict["rating"], "false");
    assert_eq!(verdict["correction"], "It opened in 1932.");
    assert_eq!(verdict["confidence"], "high");
    let evidence = &verdict["evidence"][0];
    assert_eq!(evidence["stance"], "refutes");
    assert_eq!(evidence["locator"], "p. 4");
    assert_eq!(evidence["quote"], "opened 1932");
    assert_eq!(evidence["source_url"], "https://example.org/plaque");
    let claim = world.json(&["claim", "show", "1"]);
    assert_eq!(
        (&claim["rating"], &claim["state"]),
        (&"false".into(), &"in-review".into())
    );
}

#[test]
fn a_source_is_found_again() {
    let world = World::with_article();
    world.run(VERDICT).done();
    world
        .run(&[
            "verdict",
            "add",
            "2",
            "true",
            "--because",
            "Same page.",
            "--source",
            "HTTPS://EXAMPLE.org:443/plaque#top",
        ])
        .done();
    let sources = world.json(&["source", "list"]);
    assert_eq!(sources.as_array().map(Vec::len), Some(1));
    assert_eq!(sources[0]["uses"], 2);
}

#[test]
fn what_fails_leaves_nothing_behind() {
    let world = World::with_article();
    let unknown_rating = world.refuses(
        &[&VERDICT[..3], &["flase"], &VERDICT[4..]].concat(),
        Exit::UnknownName,
    );
    assert!(
        unknown_rating.contains("did you mean “false”?"),
        "{unknown_rating}"
    );
    assert!(
        unknown_rating.contains("mostly-false, misleading"),
        "{unknown_rating}"
    );
    world.refuses(
        &[
            "verdict",
            "add",
            "9",
            "false",
            "--because",
            "x",
            "--source",
            "https://example.org/a",
        ],
        Exit::UnknownNumber,
    );
    world.refuses(
        &[
            "verdict",
            "add",
            "1",
            "false",
            "--because",
            "x",
            "--source",
            "nowhere",
        ],
        Exit::NotASource,
    );
    world.refuses(
        &[
            "verdict",
            "add",
            "1",
            "false",
            "--because",
            "x",
            "--source",
            "7",
        ],
        Exit::UnknownNumber,
    );
    world.refuses(
        &["verdict", "add", "1", "false", "--because", "  "],
        Exit::InvalidValue,
    );
    assert_eq!(world.json(&["source", "list"]), Value::Array(Vec::new()));
}

#[test]
fn a_second_verdict_by_the_same_reviewer_supersedes_the_first() {
    let world = World::with_article();
    world.run(VERDICT).done();
    world
        .run(&[
            "verdict",
            "add",
            "1",
            "misleading",
            "--because",
            "On reflection.",
        ])
        .done();
    let verdicts = world.json(&["verdict", "history", "1"]);
    assert_eq!(verdicts[0]["superseded_by"], verdicts[1]["id"]);
    assert_eq!(verdicts[1]["superseded_by"], Value::Null);
    assert_eq!(world.json(&["claim", "show", "1"])["rating"], "misleading");
}

#[test]
fn another_reviewer_s_verdict_stands_beside_the_first() {
    let world = World::with_article();
    world.run(&["reviewer", "add", "ben"]).done();
    world.run(VERDICT).done();
    world.judge_true("I saw it.", &["--as", "ben"]).done();
    let verdicts = world.json(&["verdict", "history", "1"]);
    assert_eq!(verdicts[0]["superseded_by"], Value::Null);
    assert_eq!(verdicts[1]["superseded_by"], Value::Null);
}

#[test]
fn a_reason_can_come_from_standard_input() {
    let world = World::with_article();
    world
        .run_with_input(
            &["verdict", "add", "1", "true", "--because", "-"],
            "From a\nfile.".as_bytes(),
        )
        .done();
    assert_eq!(
        world.json(&["verdict", "history", "1"])[0]["rationale"],
        "From a\nfile."
    );
}

#[test]
fn details_without_a_source_are_refused() {
    let world = World::with_article();
    let complaint = world.refuses(
        &[
            "verdict",
            "add",
            "1",
            "true",
            "--because",
            "x",
            "--title",
            "The plaque",
        ],
        Exit::Usage,
    );
    assert!(complaint.contains("--source is missing"), "{complaint}");
}

#[test]
fn evidence_is_tied_to_a_claim_by_itself() {
    let world = World::with_article();
    world
        .run(&[
            "source",
            "add",
            "10.1000/182",
            "--title",
            "A handbook",
            "--kind",
            "primary",
        ])
        .done();
    world
        .run(&[
            "evidence",
            "add",
            "1",
            "1",
            "--stance",
            "supports",
            "--locator",
            "ch. 2",
        ])
        .done();
    let source = world.json(&["source", "show", "1"]);
    assert_eq!(
        (&source["doi"], &source["uses"]),
        (&"10.1000/182".into(), &1.into())
    );
    world
        .run(&["source", "add", "https://doi.org/10.1000/182"])
        .done();
    assert_eq!(
        world.json(&["source", "list"]).as_array().map(Vec::len),
        Some(1),
        "the same work"
    );
}

#[test]
fn a_verdict_can_be_written_in_the_editor_and_nothing_typed_is_lost() {
    let world = World::with_article();
    let fill = |rating: &str| {
        let editor = format!(
            "#!/bin/sh\nsed -i -e 's/^rating:.*/rating: {rating}/' -e 's/^locator:.*/locator: p. 4/' \
             -e 's|^source:.*|source: https://example.org/plaque|' \"$1\"\necho '# Why: the plaque.' >>\"$1\"\n"
        );
        world.write("editor.sh", editor)
    };
    let write = || {
        let mut command = world.command(&["verdict", "add", "1", "--editor"]);
        let program = format!("sh {}", world.path("editor.sh").display());
        command
            .env("EDITOR", program)
            .env("TMPDIR", world.path(""))
            .output()
            .unwrap()
    };
    fill("flase");
    let refused = write();
    let complaint = String::from_utf8(refused.stderr).unwrap();
    assert!(complaint.contains("did you mean “false”?"), "{complaint}");
    let kept = complaint
        .lines()
        .find_map(|line| line.split("--file ").nth(1))
        .unwrap();
    let text = std::fs::read_to_string(kept).unwrap();
    let mended = world.write("mended.md", text.replace("flase", "false"));
    let mended = mended.to_str().unwrap();
    world.run(&["verdict", "add", "1", "--file", mended]).done();
    fill("true");
    assert!(write().status.success());
    let verdicts = world.json(&["verdict", "history", "1"]);
    assert_eq!(verdicts[0]["rating"], "false");
    assert_eq!(verdicts[0]["rationale"], "# Why: the plaque.");
    assert_eq!(verdicts[0]["evidence"][0]["locator"], "p. 4");
    assert_eq!(verdicts[1]["rating"], "true");
}

#[test]
fn a_rating_rests_on_a_place_in_a_source_or_says_why_not() {
    let world = World::with_article();
    world
        .run(&["config", "set", "evidence-required", "on"])
        .done();
    let bare = ["verdict", "add", "1", "false", "--because", "The plaque."];
    world.refuses(&bare, Exit::NoEvidence);
    let without_place = [&bare[..], &["--source", "https://example.org/plaque"]].concat();
    world.refuses(&without_place, Exit::NoEvidence);
    world
        .run(&[
            "verdict",
            "add",
            "2",
            "unverifiable",
            "--because",
            "No source.",
        ])
        .done();
    let with_reason = [&bare[..], &["--no-source", "seen on the spot"]].concat();
    world.run(&with_reason).done();
    let verdict = &world.json(&["verdict", "history", "1"])[0];
    assert_eq!(verdict["no_source"], "seen on the spot");
    let placed = [&without_place[..], &["--locator", "left of the door"]].concat();
    world.run(&placed).done();
}
