//! Rules over files, without a desk: in which order findings come, and what becomes
//! of a file that can't be read.

use claimdesk::cli::exit::Exit;

use crate::world::World;

/// A finding of low severity before one of high severity.
const DRAFT: &str =
    "The town\n\nCritics argue that it rained. Everybody met on Tuesday, 14 April 2025.\n";

const OTHER: &str = "The road\n\nOn 31 April 2024 the road was closed.\n";

fn codes(shown: &str) -> Vec<&str> {
    let heads = shown.lines().filter_map(|line| line.split_once('['));
    let codes = heads.filter_map(|(_, rest)| rest.split_once(' '));
    codes.map(|(code, _)| code).collect()
}

#[test]
fn severe_findings_come_first_for_files_and_articles_alike() {
    let world = World::with_desk();
    world.write("draft.txt", DRAFT);
    world.write("other.txt", OTHER);
    let files = world.run(&[
        "lint",
        "draft.txt",
        "other.txt",
        "--published",
        "2025-04-15",
    ]);
    assert!(
        files.stderr.contains("findings: 2 high, 0 medium, 1 low"),
        "{}",
        files.stderr
    );
    assert_eq!(codes(&files.done()), ["C201", "C202", "S501"]);
    for file in ["draft.txt", "other.txt"] {
        world
            .run(&["article", "add", file, "--published", "2025-04-15"])
            .done();
    }
    let articles = world.run(&["lint", "1", "2"]).done();
    assert_eq!(codes(&articles), ["C201", "C202", "S501"]);
}

#[test]
fn a_file_that_can_not_be_read_costs_no_other_its_findings() {
    let world = World::new();
    world.write("draft.txt", DRAFT);
    world.write("empty.txt", "");
    world.write("other.txt", OTHER);
    let linted = world.run(&["lint", "draft.txt", "empty.txt", "missing.txt", "other.txt"]);
    assert_eq!(linted.code, Some(i32::from(Exit::FileEmpty.code())));
    assert_eq!(codes(&linted.stdout), ["C201", "C202", "S501"]);
    for told in [
        "claimdesk: empty.txt: it holds no text",
        "claimdesk: there is no file missing.txt",
    ] {
        assert!(linted.stderr.contains(told), "{}", linted.stderr);
    }
    world
        .run(&["lint", "empty.txt"])
        .fails_with(Exit::FileEmpty);
    let json = world.run(&["lint", "empty.txt", "other.txt", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(found[0]["code"], "C202");
}

#[test]
fn what_needs_the_date_is_told_where_a_file_gives_none() {
    let world = World::new();
    world.write("draft.txt", DRAFT);
    let undated = world.run(&["lint", "draft.txt"]);
    assert!(
        undated
            .stderr
            .contains("draft.txt gives no publication date: rules that go by it (D104, D105, D106, D107, C203) did not run"),
        "{}",
        undated.stderr
    );
    undated.done();
    for silent in [
        &["lint", "draft.txt", "--published", "2025-04-15"][..],
        &["lint", "draft.txt", "--select", "C201"],
    ] {
        let linted = world.run(silent);
        assert!(
            !linted.stderr.contains("publication date"),
            "{}",
            linted.stderr
        );
        linted.done();
    }
    let ahead = world.run(&["lint", "draft.txt", "--published", "2525-04-15"]);
    assert!(ahead.stderr.contains("lies ahead"), "{}", ahead.stderr);
}

#[test]
fn two_of_the_same_open_number_are_one_flag_that_stays() {
    let world = World::with_desk();
    let text = "The town\n\nDozens of houses burned down. Dozens of people fled. Dozens of houses were left.\n";
    world.write("town.txt", text);
    world
        .run(&["article", "add", "town.txt", "--published", "2025-04-15"])
        .done();
    let select = ["lint", "1", "--select", "S504"];
    let first = world.json(&select);
    assert_eq!(first.as_array().map(Vec::len), Some(2));
    let again = world.run(&select);
    assert!(
        again.stderr.contains("0 raised, 0 changed, 0 settled now"),
        "{}",
        again.stderr
    );
    assert_eq!(world.json(&select), first);
    // When the first is gone, the second of the same is told of instead.
    world.write(
        "town.txt",
        text.replacen("Dozens of houses", "12 houses", 1),
    );
    world.run(&["article", "revise", "1", "town.txt"]).done();
    let revised = world.json(&select);
    assert_eq!(revised.as_array().map(Vec::len), Some(2), "{revised}");
}

#[test]
fn of_a_list_of_articles_it_is_told_in_which_one() {
    let world = World::new();
    world.write(
        "feed.jsonl",
        "{\"text\":\"It rained.\",\"published\":\"2025-04-15\"}\n\
         {\"text\":\"Everybody met on Tuesday, 14 April 2025.\",\"published\":\"2025-04-15\"}\n\
         {\"url\":\"https://road.example/1\",\"text\":\"On 31 April 2024 it was closed.\",\"published\":\"2025-04-15\"}\n",
    );
    let shown = world.run(&["lint", "feed.jsonl"]).done();
    for place in [
        "--> feed.jsonl, article 2:1:18",
        "--> feed.jsonl, https://road.example/1:1:4",
    ] {
        assert!(shown.contains(place), "{shown}");
    }
    let sarif = world.run(&["lint", "feed.jsonl", "--format", "sarif"]);
    let sarif: serde_json::Value = serde_json::from_str(&sarif.done()).unwrap();
    let location = &sarif["runs"][0]["results"][0]["locations"][0];
    let expected = serde_json::json!({
        "physicalLocation": { "artifactLocation": { "uri": "feed.jsonl" } },
        "logicalLocations": [{ "name": "article 2" }],
    });
    assert_eq!(*location, expected);
}
