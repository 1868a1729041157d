//! Sources on the web: fetched, and looked at again.
#![expect(
    clippy::expect_used,
    reason = "a helper of a test may fail like the test itself"
)]

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::server::{Page, Site};
use crate::world::World;

const WORDS: &str = "<!doctype html><title>Road</title><article><h1>Road</h1>\
    <p>The council spent 4.2 million crowns on the road in 2020.</p></article>";

/// A site with a page, and a desk on which a verdict rests on it.
fn with_cited_page() -> (Site, World) {
    let site = Site::new();
    site.shows("/road", Page::html(WORDS).with("ETag", "\"1\""));
    let world = World::with_article();
    let url = site.url("/road");
    world.run(&["source", "add", &url]).done();
    let judge = [
        "verdict",
        "add",
        "1",
        "true",
        "--because",
        "The page says so.",
    ];
    let seen = ["--source", "1", "--stance", "supports"];
    let quote = ["--quote", "4.2 million crowns on the road"];
    world.run(&[&judge[..], &seen, &quote].concat()).done();
    (site, world)
}

fn check(world: &World, arguments: &[&str]) -> Value {
    let command = [&["source", "check"], arguments, &["--format", "json"]].concat();
    serde_json::from_str(&world.run(&command).stdout).expect("JSON")
}

fn doubts(world: &World) -> Value {
    world.json(&["claim", "show", "1"])["stale_because"].clone()
}

#[test]
fn a_page_is_fetched_and_kept_with_what_the_server_said() {
    let (site, world) = with_cited_page();
    let kept = world.json(&["source", "snapshot", "1", "--fetch"]);
    assert_eq!(
        (&kept["status"], &kept["media_type"], &kept["url"]),
        (&json!(200), &json!("text/html"), &json!(site.url("/road")))
    );
    assert_eq!(kept["headers"]["etag"], "\"1\"");
    assert_eq!(world.run(&["source", "open", "1"]).done(), WORDS);
    let claim = world.json(&["claim", "show", "1"]);
    assert_eq!(
        claim["verdicts"][0]["evidence"][0]["found"]["finding"], "found",
        "the quote is looked up in what came"
    );

    let again = world.json(&["source", "snapshot", "1", "--fetch"]);
    assert_eq!((&again["id"], &again["existed"]), (&json!(1), &json!(true)));
    let conditional: Vec<bool> = site.asked().into_iter().map(|(_, etag)| etag).collect();
    assert_eq!(conditional, [false, true], "the second time with its ETag");
}

#[test]
fn what_does_not_come_leaves_nothing_behind() {
    let (site, world) = with_cited_page();
    let fetch = ["source", "snapshot", "1", "--fetch"];
    site.shows("/road", Page::status(500));
    let told = world.refuses(&fetch, Exit::NotFetched);
    assert!(
        told.contains("answered 500") && told.contains("--file"),
        "{told}"
    );
    site.shows("/road", Page::html("").bytes(vec![b'a'; 2 * 1024 * 1024]));
    let told = world.refuses(
        &[&fetch[..], &["--max-size", "1"]].concat(),
        Exit::NotFetched,
    );
    assert!(told.contains("larger than 1 MiB"), "{told}");
    site.shows("/road", Page::leads_to(302, "/road"));
    world.refuses(&fetch, Exit::NotFetched);
    assert_eq!(world.json(&["source", "show", "1"])["snapshots"], json!([]));
}

#[test]
fn nobody_is_asked_offline_or_unasked() {
    let (site, world) = with_cited_page();
    for command in [
        &["source", "snapshot", "1", "--fetch", "--offline"][..],
        &["source", "check", "--all", "--offline"],
    ] {
        world.refuses(command, Exit::NotFetched);
    }
    for command in [
        &["source", "show", "1"][..],
        &["source", "list"],
        &["report", "1"],
        &["source", "verify"],
        &["gate", "1"],
    ] {
        let _ = world.run(command);
    }
    assert_eq!(site.asked(), []);
}

#[test]
fn a_check_tells_what_has_become_of_a_page() {
    let (site, world) = with_cited_page();
    let first = check(&world, &["1"]);
    assert_eq!(first[0]["outcome"], "first");
    assert_eq!(first[0]["snapshot"], 1);
    let same = check(&world, &["1"]);
    assert_eq!(
        (&same[0]["outcome"], &same[0]["status"]),
        (&json!("unchanged"), &json!(304))
    );
    // What stands around the article is no change of what it says.
    let around = format!("{WORDS}<footer>Visited 12 times</footer>");
    site.shows("/road", Page::html(&around));
    assert_eq!(check(&world, &["1"])[0]["outcome"], "unchanged");
    assert_eq!(doubts(&world), json!([]));

    site.shows("/road", Page::leads_to(301, "/new/road"));
    site.shows("/new/road", Page::html(WORDS));
    let moved = check(&world, &["1"]);
    assert_eq!(moved[0]["outcome"], "moved");
    assert_eq!(moved[0]["url"], site.url("/new/road"));

    site.shows("/new/road", Page::html(&WORDS.replace("4.2", "4.3")));
    let changed = check(&world, &["1"]);
    assert_eq!(
        (&changed[0]["outcome"], &changed[0]["snapshot"]),
        (&json!("changed"), &json!(2))
    );
    let like = changed[0]["likeness"].as_f64().expect("a number");
    assert!((0.5..1.0).contains(&like), "{like}");
    assert_eq!(doubts(&world), json!(["snapshot"]));
    assert_eq!(changed[0]["in_doubt"], json!([1]));

    site.shows("/new/road", Page::status(503));
    let away = check(&world, &["1"]);
    assert_eq!(away[0]["in_doubt"], json!([]));
    assert_eq!(away[0]["outcome"], "unreachable");
    assert!(
        away[0]["problem"]
            .as_str()
            .is_some_and(|why| why.contains("503"))
    );
    assert_eq!(doubts(&world), json!(["snapshot"]));
}

#[test]
fn verdicts_on_what_is_gone_are_in_doubt() {
    let (site, world) = with_cited_page();
    check(&world, &["1"]);
    site.shows("/road", Page::status(410));
    let output = world.run(&["source", "check", "1"]);
    assert_eq!(output.code, Some(i32::from(Exit::No.code())));
    assert_eq!(doubts(&world), json!(["gone"]));
    assert!(
        output.stderr.contains("the verdict on claim 1 is in doubt"),
        "{}",
        output.stderr
    );
    let dead = world.json(&["source", "list", "--dead"]);
    assert_eq!(dead[0]["id"], 1);
    let page = world.run(&["source", "show", "1"]).done();
    assert!(
        page.contains("Looked at last") && page.contains("gone"),
        "{page}"
    );
    site.shows("/road", Page::html(WORDS));
    check(&world, &["1"]);
    assert_eq!(
        doubts(&world),
        json!([]),
        "it is there again, and says the same"
    );
    assert_eq!(world.json(&["source", "list", "--dead"]), json!([]));
    world.run(&["audit", "verify"]).done();
}

#[test]
fn a_check_of_all_goes_on_where_it_stopped() {
    let (site, world) = with_cited_page();
    let other = Site::new();
    other.shows("/b", Page::html("<p>B."));
    world.run(&["source", "add", &other.url("/b")]).done();
    world.run(&["source", "add", "--title", "Interview"]).done();
    check(&world, &["1"]);
    let asked = site.asked().len();
    let left = check(&world, &["--all"]);
    let ids: Vec<&Value> = left
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| &one["source"])
        .collect();
    assert_eq!(
        ids,
        [2],
        "without what was checked today, and what has no address"
    );
    assert_eq!(site.asked().len(), asked);
    assert_eq!(check(&world, &["--all"]), json!([]));
    assert_eq!(
        check(&world, &["--all", "--again"])
            .as_array()
            .map(Vec::len),
        Some(2)
    );
}
