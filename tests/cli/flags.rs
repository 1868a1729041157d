//! Flags: on words, on claims, on articles; open until somebody says why not.

use claimdesk::cli::exit::Exit;

use crate::world::World;

const FLAG: &[&str] = &[
    "--category",
    "calendar",
    "--severity",
    "high",
    "--message",
    "3 May 1931 was a Sunday.",
];

#[test]
fn words_of_an_article_are_flagged_in_their_place() {
    let world = World::with_article();
    world
        .run(
            &[
                &[
                    "flag",
                    "add",
                    "--article",
                    "1",
                    "--quote",
                    "3 May 1931",
                    "--suggestion",
                    "2 May 1931",
                ],
                FLAG,
            ]
            .concat(),
        )
        .done();
    let flag = &world.json(&["flag", "list"])[0];
    assert_eq!(
        (&flag["text"], &flag["start"], &flag["end"]),
        (&"3 May 1931".into(), &43.into(), &53.into())
    );
    assert_eq!(
        (&flag["state"], &flag["severity"]),
        (&"open".into(), &"high".into())
    );
    assert_eq!(flag["suggestion"], "2 May 1931");
    assert_eq!(world.json(&["article", "list"])[0]["open_flags"], 1);
}

#[test]
fn a_claim_is_flagged() {
    let world = World::with_article();
    world
        .run(&[&["flag", "add", "--claim", "1"], FLAG].concat())
        .done();
    assert_eq!(
        world.json(&["flag", "list", "--article", "1"])[0]["claim"],
        1
    );
    assert!(
        world
            .run(&["claim", "show", "1"])
            .done()
            .contains("3 May 1931 was a Sunday.")
    );
}

#[test]
fn a_flag_is_settled_once_with_a_reason() {
    let world = World::with_article();
    world
        .run(&[&["flag", "add", "--article", "1"], FLAG].concat())
        .done();
    world
        .run(&["flag", "resolve", "1", "--because", "corrected in print"])
        .done();
    let flag = &world.json(&["flag", "list"])[0];
    assert_eq!(
        (&flag["state"], &flag["resolution"]),
        (&"resolved".into(), &"corrected in print".into())
    );
    assert_eq!(
        world
            .json(&["flag", "list", "--state", "open"])
            .as_array()
            .map(Vec::len),
        Some(0)
    );
    world.refuses(
        &["flag", "resolve", "1", "--because", "again"],
        Exit::NotNow,
    );
}

#[test]
fn several_flags_are_settled_at_once_or_none() {
    let world = World::with_article();
    for _ in 0..3 {
        world
            .run(&[&["flag", "add", "--article", "1"], FLAG].concat())
            .done();
    }
    let resolve = |flags: &[&'static str]| {
        let because = ["--because", "cut from the draft"];
        [&["flag", "resolve"], flags, &because].concat()
    };
    let open = || {
        let flags = world.json(&["flag", "list", "--state", "open"]);
        flags.as_array().map(Vec::len)
    };
    world.refuses(&resolve(&["1", "2", "99"]), Exit::UnknownNumber);
    assert_eq!(open(), Some(3));
    let events = world.events();
    world.run(&resolve(&["1", "2", "1"])).done();
    assert_eq!((open(), world.events()), (Some(1), events + 2));
    world.refuses(&resolve(&["3", "2"]), Exit::NotNow);
    assert_eq!(open(), Some(1));
    world.run(&["undo"]).done();
    assert_eq!(open(), Some(3));
}

#[test]
fn a_flag_needs_something_to_be_on() {
    let world = World::with_article();
    world.refuses(&[&["flag", "add"], FLAG].concat(), Exit::Usage);
    world.refuses(
        &[&["flag", "add", "--claim", "9"], FLAG].concat(),
        Exit::UnknownNumber,
    );
    world.refuses(
        &[
            &["flag", "add", "--article", "1", "--quote", "no such words"],
            FLAG,
        ]
        .concat(),
        Exit::QuoteNotFound,
    );
}

#[test]
fn what_nobody_in_particular_is_said_to_say_is_flagged_once() {
    let world = World::with_desk();
    let first = "The pool\n\nCritics argue that the closure will cost 40 jobs. Some experts say that it rained. \
                 Ana Vega said that it cost $4 million in 2019.\n";
    world.write("first.txt", first);
    let added = world.run(&["article", "add", "first.txt"]);
    assert!(added.stderr.contains("flags raised: 2"), "{}", added.stderr);
    let flags = world.json(&["flag", "list"]);
    let told: Vec<_> = flags
        .as_array()
        .unwrap()
        .iter()
        .map(|flag| &flag["text"])
        .collect();
    assert_eq!(told, ["Critics argue that", "Some experts say that"]);
    assert_eq!(flags[0]["code"], "S501");
    assert_eq!(flags[0]["name"], "unnamed-source");
    assert_eq!(world.json(&["log"])[1]["after"]["flags"], 2);
    world.write(
        "second.txt",
        first.replace("40 jobs", "50 jobs") + "\nObservers say that it was 1974.\n",
    );
    let revised = world.json(&["article", "revise", "1", "second.txt"]);
    assert_eq!(revised["flags"], 1, "{revised}");
    assert_eq!(
        world.json(&["flag", "list"])[2]["text"],
        "Observers say that"
    );
}
