//! Search on a blind desk: what others hold is neither found nor filtered by.

use crate::world::World;

/// A blind desk on which cy has judged the first claim and ben has not.
fn blind_desk() -> World {
    let world = World::with_article();
    for handle in ["ben", "cy"] {
        world.run(&["reviewer", "add", handle]).done();
    }
    world.run(&["config", "set", "blind", "on"]).done();
    let judged = [
        "verdict",
        "add",
        "1",
        "misleading",
        "--because",
        "The plaque of Kotešová says otherwise.",
    ];
    let source = [
        "--source",
        "https://example.org/plaque",
        "--title",
        "Zlatý register",
        "--quote",
        "Opened 1932",
        "--locator",
        "p. 4",
    ];
    let correction = ["--correction", "It opened in 1932.", "--as", "cy"];
    world
        .run(&[&judged[..], &source, &correction].concat())
        .done();
    world
}

fn count(world: &World, query: &str, who: &str) -> i64 {
    let found = world.json(&["search", query, "--count", "--as", who]);
    found["count"].as_i64().unwrap_or(-1)
}

#[test]
fn what_others_hold_is_not_found_before_ones_own_verdict() {
    let world = blind_desk();
    for query in [
        "kotesova",
        "in:rationale plaque",
        "*egist*",
        "1932",
        "register",
        "rating:misleading",
        "reviewer:cy",
        "has:verdict",
        "has:correction",
        "has:evidence",
        "kind:source",
    ] {
        assert_eq!(count(&world, query, "ben"), 0, "{query}");
        assert_eq!(count(&world, query, "ana"), 1, "{query}");
    }
    assert_eq!(
        count(&world, "bridge kind:claim -has:verdict", "ben"),
        count(&world, "bridge kind:claim", "ben")
    );
    let hits = world.json(&["search", "bridge", "--as", "ben"]).to_string();
    assert!(
        !hits.contains("isleading") && !hits.contains("Kote"),
        "{hits}"
    );
}

#[test]
fn what_is_not_looked_at_is_told() {
    let world = blind_desk();
    let told = world
        .run(&["search", "in:rationale plaque", "--as", "ben"])
        .stderr;
    assert!(told.contains("this desk is blind"), "{told}");
    let told = world
        .run(&["search", "in:rationale plaque", "--as", "ana"])
        .stderr;
    assert!(!told.contains("blind"), "{told}");
}
