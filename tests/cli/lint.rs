//! Rules that raise flags on what claims rest on.
#![expect(
    clippy::expect_used,
    reason = "a helper of a test may fail like the test itself"
)]

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::server::{Page, Site};
use crate::world::World;

const TOWN: &str = "The town\n\nThe town currently has 900 shelter beds, twice as many as in 2015. \
                    The council spent 4.2 million crowns on the road in 2020. Critics argue that 40 jobs were lost.\n";

/// A desk with the article of the town at its address.
fn town() -> World {
    let world = World::with_desk();
    world.write("town.txt", TOWN);
    let place = [
        "--url",
        "https://town.example/beds",
        "--published",
        "2026-02-01",
    ];
    world
        .run(&[&["article", "add", "town.txt"][..], &place].concat())
        .done();
    world
}

fn judge(world: &World, claim: &str, evidence: &[&str]) {
    let judge = [
        "verdict",
        "add",
        claim,
        "true",
        "--because",
        "It is on record.",
    ];
    world.run(&[&judge[..], evidence].concat()).done();
}

/// A piece of evidence for a claim, from a source.
fn supports(world: &World, claim: &str, source: &str, more: &[&str]) {
    let evidence = ["evidence", "add", claim, source, "--stance", "supports"];
    world.run(&[&evidence[..], more].concat()).done();
}

/// A file that is a primary source of the desk.
fn has_record(world: &World, name: &str, words: impl AsRef<[u8]>) {
    world.write(name, words);
    world
        .run(&["source", "add", name, "--kind", "primary"])
        .done();
}

/// What is linted, as the codes of its open flags, each with its claim.
fn lint(world: &World, of: &[&str]) -> Vec<(String, i64)> {
    let found = world.run(&[&["lint"], of, &["--select", "E", "--format", "json"]].concat());
    codes(&serde_json::from_str(&found.done()).expect("JSON"))
}

fn codes(flags: &Value) -> Vec<(String, i64)> {
    let flags = flags.as_array().expect("a list").iter();
    flags
        .map(|flag| {
            (
                flag["code"].as_str().expect("a code").to_owned(),
                flag["claim"].as_i64().unwrap_or(0),
            )
        })
        .collect()
}

fn on(codes: &[&str], claim: i64) -> Vec<(String, i64)> {
    codes
        .iter()
        .map(|code| ((*code).to_owned(), claim))
        .collect()
}

#[test]
fn what_a_verdict_rests_on_is_looked_at_from_all_sides() {
    let world = town();
    assert_eq!(lint(&world, &["1"]), [], "nothing is judged yet");
    judge(&world, "1", &[]);
    assert_eq!(lint(&world, &["1"]), on(&["E601"], 1));
    let report = [
        "--source",
        "https://news.example/1",
        "--kind",
        "secondary",
        "--published",
        "2019-05",
    ];
    judge(
        &world,
        "1",
        &[&report[..], &["--stance", "supports"]].concat(),
    );
    assert_eq!(
        lint(&world, &["1"]),
        on(&["E602", "E605", "E608", "E611"], 1)
    );
    let second = [
        "https://www.news.example/2",
        "--kind",
        "secondary",
        "--published",
        "2031",
        "--locator",
        "p. 4",
    ];
    world
        .run(
            &[
                &["evidence", "add", "1"],
                &second[..],
                &["--stance", "supports"],
            ]
            .concat(),
        )
        .done();
    assert_eq!(
        lint(&world, &["1"]),
        on(&["E607", "E605", "E611", "E603", "E604", "E611"], 1)
    );
    let message = |code: &str| {
        let flags = world.json(&["flag", "list", "--rule", code, "--open"]);
        flags[0]["message"].as_str().expect("a message").to_owned()
    };
    assert_eq!(
        message("one-publisher"),
        "the 2 sources that carry the rating come from one publisher"
    );
    assert!(message("E607").starts_with("source 2 is dated 2031, after it was cited on "));
}

#[test]
fn quotes_that_do_not_stand_in_the_snapshot_are_flagged_and_mended() {
    let world = town();
    has_record(
        &world,
        "road.txt",
        "The council spent 4.2 million crowns on the road in 2020, the audit says.",
    );
    let add = |quote: &str| {
        supports(&world, "2", "1", &["--locator", "line 1", "--quote", quote]);
    };
    add("4.2 million crowns on the road");
    assert_eq!(lint(&world, &["1"]), []);
    add("Nobody knows what it cost, the audit says");
    assert_eq!(lint(&world, &["--claim", "2"]), on(&["E606"], 2));
    let flag = &world.json(&["flag", "list", "--rule", "E606"])[0];
    assert_eq!(
        (&flag["severity"], &flag["certainty"]),
        (&json!("high"), &json!("certain"))
    );
    assert_eq!(
        flag["evidence"],
        json!([{ "kind": "evidence", "evidence": 2, "source": 1 }])
    );
    world.write(
        "later.txt",
        "Nobody knows what it cost, the audit says; 4.2 million crowns on the road are a guess.",
    );
    world
        .run(&["source", "snapshot", "1", "--file", "later.txt"])
        .done();
    let linted = world.run(&["lint", "1"]);
    assert!(linted.stderr.contains("1 settled now"), "{}", linted.stderr);
    let flag = &world.json(&["flag", "list", "--rule", "E606"])[0];
    assert_eq!(
        (&flag["state"], &flag["resolved_by"]),
        (&json!("resolved"), &Value::Null)
    );
    assert_eq!(flag["resolution"], "the rule finds it no longer");
}

#[test]
fn the_article_itself_and_what_cites_it_prove_nothing() {
    let world = town();
    let cite = |source: &str| {
        let rest = ["--stance", "supports", "--locator", "p. 1"];
        world
            .run(&[&["evidence", "add", "1", source], &rest[..]].concat())
            .done();
    };
    cite("http://town.example/beds/?utm_source=mail");
    assert_eq!(
        lint(&world, &["1"]),
        on(&["E610"], 1),
        "an unrated claim is held to little"
    );
    world.write(
        "blog.html",
        "<!doctype html><title>Beds</title><article><h1>Beds</h1><p>There are 900 beds in the town, as \
         <a href='https://town.example/beds#top'>the paper writes</a>, and that is a lot for a small place.</p></article>",
    );
    world.run(&["source", "add", "blog.html"]).done();
    world.run(&["source", "add", "town.txt"]).done();
    cite("2");
    cite("3");
    let flags = world.json(&["lint", "1", "--select", "circular-source"]);
    let told: Vec<&Value> = flags
        .as_array()
        .expect("a list")
        .iter()
        .map(|flag| &flag["message"])
        .collect();
    assert_eq!(
        told,
        [
            "source 1 is the article under check",
            "source 2 cites the article under check",
            "source 3 is the article under check"
        ]
    );
    assert_eq!(flags[1]["certainty"], "likely");
}

#[test]
fn a_dead_link_is_flagged_until_there_is_a_copy() {
    let site = Site::new();
    site.shows(
        "/road",
        Page::html("<title>Road</title><p>It cost 4.2 million crowns.</p>"),
    );
    let world = town();
    let url = site.url("/road");
    let evidence = [
        "--stance",
        "supports",
        "--locator",
        "p. 1",
        "--kind",
        "primary",
    ];
    world
        .run(&[&["evidence", "add", "2", &url], &evidence[..]].concat())
        .done();
    world.run(&["source", "check", "1"]).done();
    assert_eq!(lint(&world, &["1"]), []);
    site.shows("/road", Page::status(404));
    assert_eq!(world.run(&["source", "check", "1"]).code, Some(1));
    assert_eq!(lint(&world, &["1"]), on(&["E609"], 2));
    world
        .run(&[
            "source",
            "edit",
            "1",
            "--archived-url",
            "https://archive.example/road",
        ])
        .done();
    assert_eq!(lint(&world, &["1"]), []);
}

#[test]
fn running_the_rules_again_changes_nothing() {
    let world = town();
    judge(&world, "1", &[]);
    let first = world.json(&["lint", "1"]);
    assert_eq!(
        codes(&first),
        [("E601".to_owned(), 1), ("S501".to_owned(), 3)]
    );
    let events = world.events();
    assert_eq!(world.json(&["lint", "1"]), first);
    assert_eq!(world.events(), events, "no trace of nothing");
    let told = &world.json(&["log"])[events - 1];
    assert_eq!(
        (&told["action"], &told["subject"]),
        (&json!("lint"), &json!("article"))
    );
    assert_eq!(
        told["after"]["flags"],
        json!([{ "flag": 2, "was": "raised", "rule": null, "message": null }])
    );
    assert!(world.run(&["audit", "verify"]).done().contains("hold"));
}

#[test]
fn what_a_person_settled_stays_settled() {
    let world = town();
    judge(&world, "1", &[]);
    lint(&world, &["1"]);
    world
        .run(&["flag", "resolve", "2", "--because", "common knowledge"])
        .done();
    assert_eq!(lint(&world, &["1"]), []);
    let flag = &world.json(&["flag", "list", "--rule", "E601"])[0];
    assert_eq!(flag["resolution"], "common knowledge");
}

#[test]
fn what_a_rule_settled_is_opened_again_when_it_is_back() {
    let world = town();
    judge(&world, "1", &[]);
    lint(&world, &["1"]);
    supports(
        &world,
        "1",
        "10.1000/182",
        &["--kind", "primary", "--locator", "p. 1"],
    );
    assert_eq!(lint(&world, &["1"]), []);
    supports(&world, "2", "10.1000/183", &["--locator", "p. 1"]);
    world.run(&["undo"]).done();
    world
        .run(&["claim", "dismiss", "1", "--because", "a joke", "--yes"])
        .fails_with(Exit::NotNow);
    let flags = world.json(&["flag", "list", "--rule", "E601"]);
    assert_eq!(
        (flags.as_array().map(Vec::len), &flags[0]["state"]),
        (Some(1), &json!("resolved"))
    );
}

#[test]
fn rules_are_chosen_and_switched_off() {
    let world = town();
    judge(&world, "1", &[]);
    let found = |more: &[&str]| codes(&world.json(&[&["lint", "1"], more].concat()));
    assert_eq!(
        found(&["--select", "sourcing", "--ignore", "s501"]),
        on(&["E601"], 1)
    );
    assert_eq!(found(&["--select", "unnamed-source"]), on(&["S501"], 3));
    let refusal = world
        .run(&["lint", "1", "--select", "E999"])
        .fails_with(Exit::Usage);
    assert!(refusal.contains("there is no rule “E999”"), "{refusal}");

    world
        .run(&["config", "set", "lint-ignore", "no-source@2, S501@1"])
        .done();
    assert_eq!(found(&[]), on(&["E601"], 1));
    world.run(&["config", "set", "lint-ignore", "E6"]).done();
    assert_eq!(found(&[]), on(&["S501"], 3));
    world.run(&["article", "add", "town.txt"]).done();
    let refusal = world.refuses(
        &["config", "set", "lint-ignore", "E601, E999"],
        Exit::InvalidValue,
    );
    assert!(refusal.contains("there is no rule “E999”"), "{refusal}");
    world.refuses(
        &["config", "set", "lint-source-years", "0"],
        Exit::InvalidValue,
    );
}

#[test]
fn an_answer_for_scripts_says_whether_something_severe_is_open() {
    let world = town();
    judge(&world, "1", &[]);
    let exit = |command: &[&str]| world.run(command).code;
    let (found, done) = (Some(1), Some(0));
    assert_eq!(exit(&["lint", "1", "--deny", "high"]), found);
    assert_eq!(
        exit(&["lint", "1", "--deny", "high", "--ignore", "E601"]),
        done
    );
    assert_eq!(
        exit(&["lint", "--all", "--deny", "low", "--select", "S501"]),
        found
    );
    assert_eq!(exit(&["lint", "--all"]), done);
    world.run(&["lint", "7"]).fails_with(Exit::UnknownNumber);
    world.run(&["lint"]).fails_with(Exit::Usage);
}

#[test]
fn rules_explain_themselves() {
    let world = World::new();
    let told = world.run(&["lint", "--explain", "quote-not-found"]).done();
    assert!(
        told.starts_with("# E606 quote-not-found: What is quoted of a source"),
        "{told}"
    );
    assert!(
        told.contains("## What it does") && told.contains("claimdesk evidence verify"),
        "{told}"
    );
    let rules = world.json(&["lint", "--list"]);
    assert_eq!(rules[0]["code"], "D101");
    assert!(world.run(&["lint", "--list"]).done().contains("no-source"));
    world
        .run(&["lint", "--explain", "E999"])
        .fails_with(Exit::Usage);
}

#[test]
fn what_claims_rest_on_is_as_hidden_as_their_verdicts() {
    let world = town();
    world.run(&["reviewer", "add", "ben"]).done();
    world.run(&["config", "set", "blind", "on"]).done();
    judge(&world, "1", &[]);
    world.run(&["lint", "1"]).done();
    let seen = |who: &str, command: &[&str]| world.json(&[command, &["--as", who]].concat());
    assert_eq!(codes(&seen("ana", &["flag", "list"])).len(), 2);
    assert_eq!(codes(&seen("ben", &["flag", "list"])), on(&["S501"], 3));
    assert_eq!(codes(&seen("ben", &["lint", "1"])), on(&["S501"], 3));
    assert_eq!(seen("ben", &["claim", "show", "1"])["flags"], json!([]));
    let gate = world
        .run(&["gate", "1", "--as", "ben", "--format", "json"])
        .stdout;
    assert!(!gate.contains("no source"), "{gate}");
    world.refuses(
        &["flag", "resolve", "2", "--because", "guess", "--as", "ben"],
        Exit::UnknownNumber,
    );
    assert_eq!(
        codes(&seen("ana", &["flag", "list", "--open"])).len(),
        2,
        "ben settles nothing that he can't see"
    );
}

#[test]
fn flags_tell_nobody_outside_of_a_protected_source() {
    let world = town();
    let source = [
        "--title",
        "A talk with Eva Novak",
        "--publisher",
        "Eva Novak",
        "--confidentiality",
        "confidential",
    ];
    world
        .run(&[&["source", "add", "https://novak.example/"], &source[..]].concat())
        .done();
    judge(
        &world,
        "1",
        &[
            "--source",
            "1",
            "--stance",
            "supports",
            "--quote",
            "Novak says 900",
        ],
    );
    assert_eq!(lint(&world, &["1"]), on(&["E602", "E611"], 1));
    for format in ["html", "markdown", "json"] {
        let report = world.run(&["report", "1", "--format", format]).done();
        assert!(
            report.contains("a problem with a source that is not public"),
            "{format}"
        );
        assert!(!report.to_lowercase().contains("novak"), "{format}");
    }
}

#[test]
fn a_flag_on_words_of_a_claim_goes_along_into_the_next_revision() {
    let world = town();
    let flag = |world: &World| world.json(&["flag", "list", "--rule", "S501"]);
    assert_eq!(flag(&world)[0]["claim"], 3);
    world
        .run(&[
            "flag",
            "resolve",
            "1",
            "--because",
            "the writer names them below",
        ])
        .done();
    world.write(
        "moved.txt",
        TOWN.replace(
            "The town currently",
            "It is known to all who live there: the town currently",
        ),
    );
    world.run(&["article", "revise", "1", "moved.txt"]).done();
    let flags = flag(&world);
    assert_eq!(flags.as_array().map(Vec::len), Some(1), "{flags}");
    assert_eq!(
        (&flags[0]["revision"], &flags[0]["state"]),
        (&json!(2), &json!("resolved"))
    );
    world.write(
        "gone.txt",
        TOWN.replace(
            "Critics argue that 40 jobs were lost.",
            "Ana Vega says that 40 jobs were lost.",
        ),
    );
    world.run(&["article", "revise", "1", "gone.txt"]).done();
    world.write(
        "back.txt",
        TOWN.replace("Critics argue", "Some observers say"),
    );
    world.run(&["article", "revise", "1", "back.txt"]).done();
    let open = world.json(&["flag", "list", "--rule", "S501", "--open"]);
    assert_eq!(open[0]["text"], "Some observers say that");
}

#[test]
fn context_alone_is_what_a_rating_rests_on() {
    let world = town();
    judge(
        &world,
        "1",
        &["--source", "https://news.example/1", "--locator", "p. 2"],
    );
    assert_eq!(lint(&world, &["1"]), on(&["E602", "E611"], 1));
}

#[test]
fn a_quote_that_stood_when_it_was_cited_is_right() {
    let world = town();
    let page = |figure: &str| {
        format!("The council spent {figure} million crowns on the road in 2020, the audit says.")
    };
    has_record(&world, "road.txt", page("4.2"));
    let quote = "4.2 million crowns on the road in 2020";
    judge(
        &world,
        "2",
        &[
            "--source",
            "1",
            "--stance",
            "supports",
            "--locator",
            "line 1",
            "--quote",
            quote,
        ],
    );
    world.write("road.txt", page("4.9"));
    world
        .run(&["source", "snapshot", "1", "--file", "road.txt"])
        .done();
    assert_eq!(lint(&world, &["1"]), []);
    assert_eq!(world.json(&["claim", "show", "2"])["stale"], true);
}

#[test]
fn a_quote_that_is_turned_round_is_flagged() {
    let world = town();
    has_record(
        &world,
        "court.txt",
        "The court found that the mayor was not guilty of fraud, and that is all.",
    );
    let quote = "The court found that the mayor was guilty of fraud";
    supports(&world, "2", "1", &["--locator", "line 1", "--quote", quote]);
    assert_eq!(lint(&world, &["1"]), on(&["E606"], 2));
    world
        .run(&["evidence", "remove", "1", "--because", "the not was lost"])
        .done();
    assert_eq!(lint(&world, &["1"]), []);
    assert_eq!(world.json(&["claim", "show", "2"])["evidence"], json!([]));
    let story = world.run(&["claim", "history", "2"]).done();
    assert!(
        story.contains("took back evidence from court.txt: the not was lost"),
        "{story}"
    );
}

#[test]
fn evidence_of_a_verdict_stays_with_it() {
    let world = World::with_verdict();
    let refusal = world.refuses(&["evidence", "remove", "1", "--because", "x"], Exit::NotNow);
    assert!(refusal.contains("given with verdict 1"), "{refusal}");
    world.refuses(
        &["evidence", "remove", "9", "--because", "x"],
        Exit::UnknownNumber,
    );
}

#[test]
fn undo_steps_over_what_rules_did() {
    let world = town();
    supports(&world, "1", "https://news.example/1", &[]);
    lint(&world, &["1"]);
    let undone = world.json(&["undo"]);
    assert_eq!(undone[0]["action"], "evidence.add");
}

#[test]
fn a_rule_that_is_switched_off_settles_its_flags_and_finds_them_again() {
    let world = town();
    judge(&world, "1", &[]);
    lint(&world, &["1"]);
    let state = |world: &World| world.json(&["flag", "list", "--rule", "E601"])[0]["state"].clone();
    world
        .run(&["config", "set", "lint-ignore", "E601@1"])
        .done();
    world.run(&["lint", "1", "--select", "S501"]).done();
    assert_eq!(state(&world), "resolved");
    world.run(&["config", "unset", "lint-ignore"]).done();
    world.run(&["lint", "1"]).done();
    assert_eq!(state(&world), "open");
}

#[test]
fn a_settled_flag_is_opened_again_by_a_person() {
    let world = town();
    world
        .run(&["flag", "resolve", "1", "--because", "they are named below"])
        .done();
    world
        .run(&["flag", "reopen", "1", "--because", "they are not"])
        .done();
    assert_eq!(world.json(&["flag", "list"])[0]["state"], "open");
    world.refuses(&["flag", "reopen", "1", "--because", "again"], Exit::NotNow);
    world
        .run(&["flag", "resolve", "1", "--because", "now they are"])
        .done();
}

#[test]
fn a_report_says_nothing_of_a_protected_source_but_that_there_is_a_problem() {
    let world = town();
    world.write(
        "memo.txt",
        "The bridge fund was emptied by 4.2 percent on Monday.",
    );
    world
        .run(&[
            "source",
            "add",
            "https://open.example/",
            "--kind",
            "primary",
        ])
        .done();
    world
        .run(&[
            "source",
            "add",
            "memo.txt",
            "--published",
            "2031-01-01",
            "--confidentiality",
            "confidential",
        ])
        .done();
    let quote = [
        "--quote",
        "The bridge fund was emptied by 77 percent on Monday",
        "--locator",
        "line 1",
    ];
    world
        .run(
            &[
                &["evidence", "add", "2", "2", "--stance", "supports"],
                &quote[..],
            ]
            .concat(),
        )
        .done();
    supports(&world, "2", "1", &["--quote", "an open word"]);
    judge(&world, "2", &[]);
    lint(&world, &["1"]);
    for format in ["html", "markdown", "json"] {
        let outside = world.run(&["report", "1", "--format", format]).done();
        assert!(
            !outside.contains("77 percent")
                && !outside.contains("has 77")
                && !outside.contains("2031"),
            "{format}"
        );
        assert!(
            outside.contains("a problem with a source that is not public"),
            "{format}"
        );
        let inside = world
            .run(&["report", "1", "--format", format, "--include-internal"])
            .done();
        assert!(inside.contains("has 77"), "{format}");
    }
    // The report's list begins with the memo, which is cited first.
    let page = world.run(&["report", "1", "--format", "markdown"]).done();
    assert!(page.contains("nothing shows what source 2 said"), "{page}");
    assert!(
        !page.contains("source snapshot"),
        "what to do is for the desk"
    );
}

#[test]
fn a_snapshot_completes_what_is_known_of_its_source() {
    let world = town();
    supports(
        &world,
        "2",
        "https://council.example/road",
        &["--kind", "primary"],
    );
    world.write(
        "road.html",
        "<!doctype html><title>Road budget</title><meta name='author' content='Ana Vega'>\
         <meta name='citation_doi' content='10.5555/road'><article><p>The road cost 4.2 million crowns.</p></article>",
    );
    world
        .run(&["source", "snapshot", "1", "--file", "road.html"])
        .done();
    let source = world.json(&["source", "show", "1"]);
    assert_eq!(
        (&source["title"], &source["author"], &source["kind"]),
        (&json!("Road budget"), &json!("Ana Vega"), &json!("primary"))
    );
    let again = world.json(&["source", "add", "10.5555/road"]);
    assert_eq!((&again["id"], &again["existed"]), (&json!(1), &json!(true)));
    world.run(&["undo"]).done();
    assert_eq!(world.json(&["source", "show", "1"])["title"], Value::Null);
}

#[test]
fn an_archived_copy_has_an_address() {
    let world = town();
    world
        .run(&["source", "add", "https://council.example/road"])
        .done();
    for wrong in ["javascript:1", "data:text/html,x", "not an address"] {
        world.refuses(
            &["source", "edit", "1", "--archived-url", wrong],
            Exit::NotASource,
        );
        world.refuses(
            &["source", "add", "10.5555/x", "--archived-url", wrong],
            Exit::NotASource,
        );
    }
}
