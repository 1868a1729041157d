//! Reports of some claims: they say what they leave out, in every format.

use claimdesk::cli::exit::Exit;
use serde_json::Value;

use crate::world::World;

/// A desk with one false claim, one true one, and a flag on the article.
fn judged() -> World {
    let world = World::with_verdict();
    let judge = ["verdict", "add", "2", "true", "--because", "Heard on tape."];
    world.run(&judge).done();
    let flag = ["flag", "add", "--article", "1", "--category", "calendar"];
    let words = [
        "--quote",
        "3 May 1931",
        "--severity",
        "low",
        "--message",
        "It was a Sunday.",
    ];
    world.run(&[&flag[..], &words].concat()).done();
    let on_claim = ["flag", "add", "--claim", "3", "--category", "tone"];
    let message = ["--message", "Twelve of what?", "--severity", "high"];
    world.run(&[&on_claim[..], &message].concat()).done();
    world
}

fn claims(world: &World, narrowed: &[&str]) -> Vec<i64> {
    let report = world.json(&[&["report", "1"], narrowed].concat());
    let claims = report["claims"].as_array().into_iter().flatten();
    claims.filter_map(|claim| claim["id"].as_i64()).collect()
}

#[test]
fn claims_are_chosen_by_rating_state_flag_and_day() {
    let world = judged();
    assert_eq!(claims(&world, &[]), [1, 2, 3, 4]);
    assert_eq!(claims(&world, &["--only", "false"]), [1]);
    assert_eq!(claims(&world, &["--only", "False, TRUE"]), [1, 2]);
    assert_eq!(claims(&world, &["--state", "in-review"]), [1, 2]);
    assert_eq!(claims(&world, &["--open-flags"]), [3]);
    assert_eq!(claims(&world, &["--flag", "Tone"]), [3]);
    assert!(claims(&world, &["--flag", "tone", "--only", "true"]).is_empty());
    assert_eq!(claims(&world, &["--since", "2020-01-01"]), [1, 2, 3]);
    assert!(claims(&world, &["--since", "2999-01-01"]).is_empty());
}

#[test]
fn every_format_says_that_it_is_a_part() {
    let world = judged();
    let told = "1 of 4 claims and 1 of 1 flag on the article. It has what is rated false.";
    for format in ["html", "markdown", "text", "corrections", "csv"] {
        let whole = world.run(&["report", "1", "--format", format]).done();
        assert!(!whole.contains("a part of the whole"), "{format}");
        let part = world.run(&["report", "1", "--format", format, "--only", "false"]);
        // Lines of plain text are wrapped.
        let words: Vec<&str> = part.stdout.split_whitespace().collect();
        assert!(words.join(" ").contains(told), "{format}: {}", part.stdout);
        assert!(part.stderr.contains(told), "{format}: {}", part.stderr);
    }
    let part = world.run(&["report", "1", "--format", "json", "--only", "false"]);
    let part: Value = serde_json::from_str(&part.done()).expect("JSON");
    assert_eq!(part["selection"]["claims"]["shown"], 1);
    assert_eq!(part["selection"]["claims"]["of"], 4);
    assert_eq!(part["selection"]["conditions"][0], "rated false");
    let whole = world.run(&["report", "1", "--format", "json"]).done();
    assert!(whole.contains("\"selection\": null"));
}

#[test]
fn a_part_without_claims_does_not_read_like_a_clean_article() {
    let world = judged();
    let part = [
        "report",
        "1",
        "--only",
        "misleading",
        "--format",
        "markdown",
    ];
    let part = world.run(&part).done();
    assert!(part.contains("0 of 4 claims"));
    assert!(part.contains("In this part, no claim was found wanting"));
    assert!(!part.contains("No claim of this article"));
}

#[test]
fn a_typo_is_told_with_what_there_is() {
    let world = judged();
    let told = world.refuses(&["report", "1", "--only", "flase"], Exit::UnknownName);
    assert!(
        told.contains("there is no rating “flase” on this desk"),
        "{told}"
    );
    assert!(told.contains("false"), "{told}");
    let told = world.refuses(&["report", "1", "--flag", "calender"], Exit::UnknownName);
    assert!(told.contains("did you mean “calendar”"), "{told}");
    let told = world.refuses(&["report", "1", "--state", "dismissed"], Exit::Usage);
    assert!(told.contains("in-review"), "{told}");
    world.refuses(&["report", "1", "--since", "yesterday"], Exit::Usage);
}
