//! Drafts that change while they are checked.

use claimdesk::cli::exit::Exit;
use serde_json::Value;

use crate::world::World;

const FIRST: &str = "The Bridge of Žilina\n\n\
    The bridge opened on 14 May 1931. It cost 2.4 million crowns, the town said.\n\n\
    In 1940 the toll brought in 250,000 crowns. The mayor paid 9,000 crowns himself.\n\n\
    In 1955 some 3,800 cars crossed it each day. The ferry closed in 1957.\n";

/// The mayor's sentence is gone, the cost is corrected, and the paragraph on
/// traffic now comes first.
const SECOND: &str = "The Bridge of Žilina\n\n\
    In 1955 some 3,800 cars crossed it each day. The ferry closed in 1957.\n\n\
    The bridge opened on 14 May 1931. It cost 2.6 million crowns, the town said.\n\n\
    In 1940 the toll brought in 250,000 crowns. Traffic doubled between 1990 and 2005.\n";

/// A desk with the first draft, a verdict on each of three claims and a flag.
fn with_draft() -> World {
    let world = World::with_desk();
    world.write("first.txt", FIRST);
    world.write("second.txt", SECOND);
    world.run(&["article", "add", "first.txt"]).done();
    for words in ["2.4 million", "250,000", "9,000"] {
        world
            .run(&["verdict", "add", words, "true", "--because", "Seen."])
            .done();
    }
    world
        .run(&[
            "flag",
            "add",
            "--article",
            "1",
            "--quote",
            "3,800 cars",
            "--category",
            "numbers",
            "--severity",
            "low",
            "--message",
            "Says who?",
        ])
        .done();
    world
}

fn outcome(world: &World, words: &str) -> (String, bool) {
    let claim = world.json(&["claim", "show", words]);
    let outcome = claim["outcome"].as_str().unwrap_or_default().to_owned();
    (outcome, claim["stale"] == true)
}

#[test]
fn every_claim_is_found_again_or_said_not_to_be() {
    let world = with_draft();
    let revised = world.json(&["article", "revise", "1", "second.txt"]);
    assert_eq!(revised["revision"], 2);
    assert_eq!(revised["outcomes"]["changed"], 1);
    assert_eq!(revised["outcomes"]["gone"], 1);
    assert_eq!(outcome(&world, "250,000"), ("unmoved".to_owned(), false));
    assert_eq!(outcome(&world, "2.6 million"), ("changed".to_owned(), true));
    assert_eq!(outcome(&world, "9,000"), ("gone".to_owned(), true));
    let moved = world.json(&["claim", "show", "3,800 cars"]);
    let text = world.run(&["article", "export-text", "1"]).done();
    let start = usize::try_from(moved["start"].as_u64().unwrap_or_default()).expect("small");
    let here: String = text.chars().skip(start).take(12).collect();
    assert_eq!(here, "In 1955 some");

    let flag = &world.json(&["flag", "list"])[0];
    assert_eq!(flag["text"], "3,800 cars");
    assert_eq!(flag["revision"], 2);
    assert!(
        world
            .json(&["claim", "list"])
            .as_array()
            .into_iter()
            .flatten()
            .any(|claim| claim["quote"] == "Traffic doubled between 1990 and 2005."),
        "new sentences are offered"
    );
    world.run(&["audit", "verify"]).done();
}

#[test]
fn what_changed_is_told_word_by_word() {
    let world = with_draft();
    let shown = world.run(&["article", "revise", "1", "second.txt"]).done();
    assert!(
        shown.contains("It cost [-2.4-]{+2.6+} million crowns"),
        "{shown}"
    );
    let diff = world.json(&["article", "diff", "1"]);
    let touched: Vec<&Value> = diff["hunks"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|hunk| hunk["claims"].as_array().into_iter().flatten())
        .collect();
    let changed = &world.json(&["claim", "show", "2.6 million"])["id"];
    let gone = &world.json(&["claim", "show", "9,000"])["id"];
    assert!(
        touched.contains(&changed) && touched.contains(&gone),
        "{diff}"
    );
    assert_eq!(
        world.json(&["article", "diff", "1", "--from", "1", "--to", "2"]),
        diff
    );
}

#[test]
fn a_dry_run_tells_the_same_and_changes_nothing() {
    let world = with_draft();
    let events = world.events();
    let told = world.json(&["article", "revise", "1", "second.txt", "--dry-run"]);
    assert_eq!(world.events(), events);
    assert_eq!(world.json(&["article", "show", "1"])["revision"], 1);
    let done = world.json(&["article", "revise", "1", "second.txt"]);
    assert_eq!(told["outcomes"], done["outcomes"]);
    assert_eq!(told["moves"], done["moves"]);
    assert_eq!(told["dry_run"], true);
}

#[test]
fn an_earlier_revision_stays_to_be_read() {
    let world = with_draft();
    world.run(&["article", "revise", "1", "second.txt"]).done();
    assert_eq!(
        world
            .run(&["article", "export-text", "1", "--revision", "1"])
            .done(),
        FIRST
    );
    let shown = world.json(&["article", "show", "1", "--revision", "1"]);
    assert_eq!(shown["text"], FIRST);
    let refused = world.refuses(
        &["article", "show", "1", "--revision", "3"],
        Exit::UnknownNumber,
    );
    assert!(refused.contains("its latest is 2"), "{refused}");
}

#[test]
fn the_history_tells_the_words_that_a_claim_had_at_first() {
    let world = with_draft();
    world.run(&["article", "revise", "1", "second.txt"]).done();
    let history = world.json(&["claim", "history", "2.6 million"]);
    let first = history[0]["what"].as_str().unwrap_or_default();
    assert!(first.starts_with("extracted from article 1"), "{first}");
    assert!(first.contains("It cost 2.4 million crowns"), "{first}");
}

#[test]
fn a_stale_verdict_shows_until_it_is_given_anew_or_reaffirmed() {
    let world = with_draft();
    world.run(&["article", "revise", "1", "second.txt"]).done();
    let stale = |world: &World| {
        world
            .json(&["claim", "list", "--stale"])
            .as_array()
            .map(Vec::len)
    };
    assert_eq!(stale(&world), Some(2));
    assert_eq!(world.json(&["stats"])["stale"], 2);
    assert!(
        world
            .run(&["claim", "list"])
            .done()
            .contains("True (stale)")
    );
    let report = world.run(&["report", "1", "-o", "report.html"]);
    report.done();
    let report = world.read("report.html");
    assert!(report.contains("The words have changed since this was judged."));
    assert!(report.contains("These words are not in the article any more."));

    let again = world.json(&[
        "verdict",
        "reaffirm",
        "2.6 million",
        "--because",
        "The ledger says 2.6 as well.",
    ]);
    assert_eq!(again["rationale"], "Seen.");
    assert_eq!(again["reaffirmed"], "The ledger says 2.6 as well.");
    assert_eq!(stale(&world), Some(1));
    world
        .run(&[
            "verdict",
            "add",
            "9,000",
            "unverifiable",
            "--because",
            "It is gone.",
        ])
        .done();
    assert_eq!(stale(&world), Some(0));
    world.refuses(
        &["verdict", "reaffirm", "The ferry closed", "--because", "x"],
        Exit::NotNow,
    );
}

#[test]
fn several_verdicts_are_reaffirmed_at_once_or_none() {
    let world = with_draft();
    world.write(
        "dots.txt",
        FIRST.replace("250,000", "250 000").replace("2.4", "2·4"),
    );
    world.run(&["article", "revise", "1", "dots.txt"]).done();
    let stale = world.json(&["claim", "list", "--stale"]);
    let ids: Vec<String> = stale
        .as_array()
        .into_iter()
        .flatten()
        .map(|claim| claim["id"].to_string())
        .collect();
    assert_eq!(ids.len(), 2);
    let because = ["--because", "Other marks in the figures."];
    let events = world.events();
    world.refuses(
        &[
            &["verdict", "reaffirm", &ids[0], "The ferry closed"][..],
            &because,
        ]
        .concat(),
        Exit::NotNow,
    );
    assert_eq!(world.events(), events, "none of them was reaffirmed");
    let args = [&["verdict", "reaffirm", &ids[0], &ids[1]][..], &because].concat();
    let again = world.json(&args);
    assert_eq!(again.as_array().map(Vec::len), Some(2));
    assert_eq!(world.json(&["stats"])["stale"], 0);
}

#[test]
fn what_could_be_meant_twice_is_for_a_person_to_settle() {
    let world = with_draft();
    let doubled = FIRST.replace(
        "It cost 2.4 million crowns, the town said.",
        "It cost 2.4 million crowns, the town said. It cost 2.4 million crowns, the town said.",
    );
    world.write("doubled.txt", &doubled);
    let revised = world.run(&["article", "revise", "1", "doubled.txt"]);
    assert!(
        revised.stderr.contains("claim anchor"),
        "{}",
        revised.stderr
    );
    revised.done();
    let claim = world.json(&["claim", "show", "2.4 million"]);
    assert_eq!(claim["outcome"], "ambiguous");
    assert_eq!(claim["candidates"].as_array().map(Vec::len), Some(2));
    let id = claim["id"].to_string();
    world.refuses(&["claim", "anchor", &id, "--at", "3"], Exit::InvalidValue);
    let settled = world.json(&["claim", "anchor", &id, "--at", "2"]);
    assert_eq!(settled["outcome"], "moved");
    assert_eq!(settled["stale"], false);
    assert_eq!(settled["start"], claim["candidates"][1]["start"]);
    let place = format!(
        "{}-{}",
        claim["candidates"][0]["start"], claim["candidates"][0]["end"]
    );
    let settled = world.json(&["claim", "anchor", &id, "--at", &place]);
    assert_eq!(settled["start"], claim["candidates"][0]["start"]);
    let settled = world.json(&["claim", "anchor", &id, "--quote", "opened on 14 May 1931"]);
    assert_eq!(settled["outcome"], "changed");
    let settled = world.json(&["claim", "anchor", &id, "--cut"]);
    assert_eq!(settled["outcome"], "cut");
}

#[test]
fn a_verdict_is_stale_on_any_other_words_than_it_was_given_on() {
    let world = with_draft();
    world.run(&["article", "revise", "1", "second.txt"]).done();
    let add = ["verdict", "add", "250,000", "true", "--because", "Seen."];
    world.run(&add).done();
    let id = world.json(&["claim", "show", "250,000"])["id"].to_string();
    let stale = |world: &World| world.json(&["claim", "show", &id])["stale"] == true;
    assert!(!stale(&world));
    let moved_to = [
        "claim",
        "anchor",
        &id,
        "--quote",
        "It cost 2.6 million crowns",
    ];
    world.run(&moved_to).done();
    assert!(stale(&world), "anchored to other words");
    let history = world.json(&["verdict", "history", &id]);
    assert_eq!(history[1]["stale"], true);
    let back = [
        "claim",
        "anchor",
        &id,
        "--quote",
        "In 1940 the toll brought in 250,000 crowns.",
    ];
    world.run(&back).done();
    assert!(!stale(&world), "back at the words that were judged");
    world.run(&["claim", "anchor", &id, "--cut"]).done();
    assert!(!stale(&world), "what was cut says nothing else");
    let refused = world.refuses(
        &["verdict", "reaffirm", &id, "--because", "x"],
        Exit::NotNow,
    );
    assert!(refused.contains("nothing to reaffirm"), "{refused}");
}

#[test]
fn a_claim_says_what_its_words_say_wherever_it_is_put() {
    let world = with_draft();
    let id = world.json(&["claim", "show", "250,000"])["id"].to_string();
    for place in [
        &["--quote", "The ferry closed in 1957."][..],
        &["--cut"],
        &["--quote", "The mayor paid 9,000"],
    ] {
        world
            .run(&[&["claim", "anchor", &id], place].concat())
            .done();
    }
    let claim = world.json(&["claim", "show", &id]);
    assert_eq!(claim["statement"], "The mayor paid 9,000");
}

#[test]
fn a_flag_is_put_to_its_place_by_a_person() {
    let world = with_draft();
    world.run(&["article", "revise", "1", "second.txt"]).done();
    let gone = world.json(&["flag", "anchor", "1", "--cut"]);
    assert_eq!(gone["outcome"], "cut");
    assert!(world.run(&["flag", "list"]).done().contains("open, cut"));
    let placed = world.json(&["flag", "anchor", "1", "--quote", "3,800 cars"]);
    assert_eq!(
        (&placed["outcome"], &placed["text"]),
        (&"moved".into(), &"3,800 cars".into())
    );
    world.refuses(&["flag", "anchor", "1", "--at", "1"], Exit::InvalidValue);
    world.run(&["audit", "verify"]).done();
}

#[test]
fn notes_are_carried_into_a_draft_that_has_none() {
    let world = World::with_desk();
    world.write(
        "draft.md",
        "# The bridge\n\nIt opened in [May 1931](https://example.org/opening). It cost 2 million crowns[^1].\n\n\
         [^1]: https://example.org/ledger\n",
    );
    world.run(&["article", "add", "draft.md"]).done();
    world.write(
        "draft.txt",
        "The bridge\n\nIt rained. It opened in May 1931. It cost 2 million crowns.\n",
    );
    world.run(&["article", "revise", "1", "draft.txt"]).done();
    let address = |words: &str| world.json(&["claim", "show", words])["notes"][0]["url"].clone();
    assert_eq!(address("May 1931"), "https://example.org/opening");
    assert_eq!(address("2 million"), "https://example.org/ledger");
}

#[test]
fn the_same_bytes_are_no_new_revision() {
    let world = with_draft();
    let refused = world.refuses(&["article", "revise", "1", "first.txt"], Exit::NotNow);
    assert!(refused.contains("these very bytes"), "{refused}");
    world.refuses(
        &["article", "revise", "7", "second.txt"],
        Exit::UnknownNumber,
    );
    world.refuses(&["article", "diff", "1"], Exit::NotNow);
}

#[test]
fn a_claim_that_was_gone_comes_back_with_its_words() {
    let world = with_draft();
    world.run(&["article", "revise", "1", "second.txt"]).done();
    world.write("third.txt", format!("{FIRST}\nA note at the end.\n"));
    world.run(&["article", "revise", "1", "third.txt"]).done();
    let claim = world.json(&["claim", "show", "9,000"]);
    assert_eq!(claim["outcome"], "unmoved");
    assert_eq!(claim["revision"], 3);
}

#[test]
fn what_was_cut_stays_so_until_its_words_are_back() {
    let world = with_draft();
    world.run(&["article", "revise", "1", "second.txt"]).done();
    world.run(&["claim", "anchor", "9,000", "--cut"]).done();
    let events = world.events();
    world.write("third.txt", format!("{SECOND}\nA note at the end.\n"));
    let revised = world.json(&["article", "revise", "1", "third.txt"]);
    assert_eq!(revised["outcomes"]["cut"], 1);
    assert_eq!(revised["moves"], serde_json::json!([]));
    assert_eq!(world.events(), events + 1);
    world.write("fourth.txt", format!("{FIRST}\nA note at the end.\n"));
    world.run(&["article", "revise", "1", "fourth.txt"]).done();
    assert_eq!(outcome(&world, "9,000"), ("unmoved".to_owned(), false));
}

#[test]
fn what_was_cut_is_not_found_in_words_like_it() {
    let world = with_draft();
    let flag = ["flag", "anchor", "1", "--cut"];
    world.run(&flag).done();
    world.run(&["article", "revise", "1", "second.txt"]).done();
    let changed = world.json(&["claim", "show", "2.6 million"])["id"].to_string();
    world.run(&["claim", "anchor", &changed, "--cut"]).done();
    world.write("third.txt", format!("{SECOND}\nA note at the end.\n"));
    world.run(&["article", "revise", "1", "third.txt"]).done();
    let claim = world.json(&["claim", "show", &changed]);
    assert_eq!(
        (&claim["outcome"], &claim["stale"]),
        (&"cut".into(), &false.into())
    );
    assert!(world.run(&["flag", "list"]).done().contains("open, cut"));
    let history = world.run(&["claim", "history", &changed]).done();
    assert!(
        history.contains("said that its words were cut"),
        "{history}"
    );
}

#[test]
fn a_claim_that_was_cut_unjudged_still_waits() {
    let world = with_draft();
    let open = world.json(&["claim", "show", "3,800 cars"])["id"].to_string();
    let cut = world.run(&["claim", "anchor", &open, "--cut"]);
    let next = format!("next: claimdesk claim dismiss {open} --because REASON");
    assert!(cut.stderr.contains(&next), "{}", cut.stderr);
    let judged = world.run(&["claim", "anchor", "250,000", "--cut"]);
    assert!(!judged.stderr.contains("still waits"), "{}", judged.stderr);
}
