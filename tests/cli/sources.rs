//! Sources: recognised again, described, made one, taken off.

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::world::World;

fn ids(list: &Value) -> Vec<i64> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(|source| source["id"].as_i64())
        .collect()
}

#[test]
fn a_source_is_recognised_however_it_is_spelled() {
    let world = World::with_desk();
    let first = world.json(&["source", "add", "https://example.org/report?page=2"]);
    assert_eq!(first["existed"], false);
    for spelling in [
        "http://EXAMPLE.org/report/?page=2",
        "https://example.org:443/report?utm_source=mail&page=2#top",
    ] {
        let added = world.json(&["source", "add", spelling, "--title", "Another title"]);
        assert_eq!(
            (&added["id"], &added["existed"], &added["title"]),
            (&json!(1), &json!(true), &Value::Null),
            "{spelling}"
        );
    }
    let told = world.run(&["source", "add", "https://example.org/report?page=2"]);
    assert!(
        told.stderr.contains("source 1 was on the desk already"),
        "{}",
        told.stderr
    );
    let other = world.json(&["source", "add", "https://example.org/report?page=3"]);
    assert_eq!(other["id"], 2);
}

#[test]
fn interviews_of_one_title_are_told_apart_by_author_and_date() {
    let world = World::with_desk();
    let add = |author: &str, date: &str| {
        let named = [
            "source",
            "add",
            "--title",
            "Interview",
            "--type",
            "interview",
        ];
        let given = ["--author", author, "--published", date];
        world.json(&[&named[..], &given].concat())
    };
    assert_eq!(add("Lee, Kim", "2020-03-05")["existed"], false);
    for (author, date) in [("Lee, Kim", "2020-03-06"), ("Vega, Ana", "2020-03-05")] {
        assert_eq!(add(author, date)["existed"], false, "{author} {date}");
    }
    let same = add("lee, kim ", "2020-03-05");
    assert_eq!((&same["existed"], &same["id"]), (&json!(true), &json!(1)));
    // What is known by nothing but its title is so again.
    let bare = ["source", "add", "--title", "Interview"];
    assert_eq!(world.json(&bare)["existed"], false);
    assert_eq!(world.json(&bare)["existed"], true);
}

#[test]
fn an_isbn_is_checked() {
    let world = World::with_desk();
    world.run(&["source", "add", "978-0-306-40615-7"]).done();
    assert_eq!(
        world.json(&["source", "show", "1"])["isbn"],
        "9780306406157"
    );
    let complaint = world.refuses(&["source", "add", "978-0-306-40615-8"], Exit::NotASource);
    assert!(complaint.contains("978-0-306-40615-8"), "{complaint}");
}

#[test]
fn addresses_that_open_something_else_are_refused() {
    let world = World::with_desk();
    for (given, told) in [
        ("javascript:alert(1)", "javascript: address"),
        ("data:text/html,x", "data: address"),
        ("file:///etc/passwd", "file: address"),
        ("https://ana:secret@example.org/", "user name or password"),
    ] {
        let refusal = world.refuses(&["source", "add", given], Exit::NotASource);
        assert!(refusal.contains(told), "{given}: {refusal}");
    }
}

#[test]
fn a_password_in_an_address_is_not_repeated() {
    let world = World::with_desk();
    world.write(
        "a.json",
        r#"[{"title": "A", "URL": "https://ana:secret@example.org/a"}]"#,
    );
    for command in [
        &["source", "add", "https://ana:secret@example.org/a"][..],
        &["source", "import", "a.json"],
    ] {
        let told = world.run(command);
        let all = told.stdout + &told.stderr;
        assert!(all.contains("…@example.org/a"), "{all}");
        assert!(!all.contains("secret"), "{all}");
    }
}

#[test]
fn the_address_that_was_meant_is_offered() {
    let world = World::with_desk();
    for (given, meant) in [
        ("www.example.org", "https://www.example.org"),
        ("htps://example.org/a", "https://example.org/a"),
        ("https://ana:pw@example.org/a", "https://example.org/a"),
    ] {
        let told = world.refuses(&["source", "add", given], Exit::NotASource);
        assert!(told.contains(&format!("did you mean {meant}?")), "{told}");
    }
    let told = world.refuses(&["source", "add", "report.pdf"], Exit::NotASource);
    assert!(!told.contains("did you mean"), "{told}");
}

#[test]
fn a_list_shows_the_beginning_of_a_digest() {
    let world = World::with_desk();
    world.write("memo.txt", "A memo.\n");
    world.run(&["source", "add", "memo.txt"]).done();
    let whole = world.json(&["source", "list"])[0]["identity"].clone();
    let whole = whole.as_str().unwrap();
    assert_eq!(whole.len(), "file:".len() + 64);
    let table = world.run(&["source", "list"]).done();
    assert!(table.contains(&format!("{}…", &whole[..17])), "{table}");
    assert!(!table.contains(&whole[..18]), "{table}");
}

#[test]
fn a_host_that_may_look_like_another_is_shown_both_ways() {
    let world = World::with_desk();
    world
        .run(&["source", "add", "https://münchen.example/a"])
        .done();
    let shown = world.run(&["source", "show", "1"]).done();
    assert!(
        shown.contains("xn--mnchen-3ya.example (münchen.example)"),
        "{shown}"
    );
}

#[test]
fn what_is_known_of_a_source_changes_and_can_be_taken_back() {
    let world = World::with_desk();
    let add = ["source", "add", "https://example.org/a", "--title", "A"];
    let before = world.json(&[&add[..], &["--notes", "seen at the library"]].concat());
    let edit = [
        "source",
        "edit",
        "1",
        "--author",
        "Vega, Ana; Lind, Eva",
        "--publisher",
        "EFE",
        "--published",
        "2018-08",
        "--kind",
        "secondary",
        "--type",
        "article",
        "--language",
        "es",
        "--archived-url",
        "https://archive.example/1",
        "--contact",
        "press@example.org",
        "--confidentiality",
        "internal",
        "--clear",
        "notes",
        "--also",
        "10.1000/182",
    ];
    let after = world.json(&edit);
    for (field, value) in [
        ("title", "A"),
        ("author", "Vega, Ana; Lind, Eva"),
        ("published", "2018-08"),
        ("type", "article"),
        ("language", "es"),
        ("contact", "press@example.org"),
        ("confidentiality", "internal"),
        ("doi", "10.1000/182"),
    ] {
        assert_eq!(after[field], value, "{field}");
    }
    assert_eq!(after["notes"], Value::Null);
    assert_eq!(after["also"], json!(["doi:10.1000/182"]));
    let again = world.json(&["source", "add", "doi:10.1000/182"]);
    assert_eq!((&again["id"], &again["existed"]), (&json!(1), &json!(true)));

    world.run(&["undo"]).done();
    let restored = world.json(&["source", "show", "1"]);
    for field in ["title", "author", "notes", "doi", "also", "confidentiality"] {
        assert_eq!(restored[field], before[field], "{field}");
    }
    world.refuses(&["source", "edit", "1"], Exit::Usage);
    world.refuses(
        &["source", "edit", "9", "--title", "B"],
        Exit::UnknownNumber,
    );
}

#[test]
fn two_sources_that_are_one_are_made_one() {
    let world = World::with_article();
    world.run(&["reviewer", "add", "ben"]).done();
    for (claim, source) in [("1", "https://example.org/a"), ("2", "10.1000/182")] {
        let add = ["evidence", "add", claim, source, "--stance", "supports"];
        world.run(&add).done();
    }
    let described = ["--publisher", "EFE", "--confidentiality", "confidential"];
    world
        .run(&[&["source", "edit", "2"], &described[..]].concat())
        .done();
    let taken = ["source", "edit", "1", "--also", "10.1000/182"];
    let refusal = world.refuses(&taken, Exit::NotNow);
    assert!(refusal.contains("source merge 2 1"), "{refusal}");
    world.refuses(
        &["source", "merge", "1", "2", "--as", "ben"],
        Exit::NotAllowed,
    );
    world.refuses(&["source", "merge", "1", "1"], Exit::InvalidValue);

    let merged = world.json(&["source", "merge", "1", "2"]);
    assert_eq!(
        (
            &merged["uses"],
            &merged["publisher"],
            &merged["doi"],
            &merged["confidentiality"]
        ),
        (
            &json!(2),
            &json!("EFE"),
            &json!("10.1000/182"),
            &json!("confidential")
        )
    );
    assert_eq!(ids(&world.json(&["source", "list"])), [1]);
    assert_eq!(world.json(&["source", "add", "10.1000/182"])["id"], 1);
    let claim = world.json(&["claim", "show", "2"]);
    assert_eq!(claim["evidence"][0]["source"], 1);
    world.refuses(&["undo"], Exit::NotNow);
    world.run(&["audit", "verify"]).done();
}

#[test]
fn only_what_nothing_cites_is_taken_off() {
    let world = World::with_verdict();
    world.refuses(&["source", "remove", "1"], Exit::NotNow);
    world.run(&["source", "add", "10.1000/182"]).done();
    world.run(&["source", "remove", "2"]).done();
    assert_eq!(ids(&world.json(&["source", "list"])), [1]);
    let again = world.json(&["source", "add", "10.1000/182"]);
    assert_eq!(
        (&again["id"], &again["existed"]),
        (&json!(3), &json!(false)),
        "numbers are not given twice"
    );
}

#[test]
fn sources_are_found_by_what_is_known_of_them() {
    let world = World::with_verdict();
    world.run(&["reviewer", "add", "ben"]).done();
    let add = ["source", "add", "10.1000/182", "--publisher", "Agencia EFE"];
    world
        .run(&[&add[..], &["--kind", "primary"]].concat())
        .done();
    let found = |filter: &[&str]| ids(&world.json(&[&["source", "list"], filter].concat()));
    assert_eq!(found(&["--publisher", "efe"]), [2]);
    assert_eq!(found(&["--kind", "primary"]), [2]);
    assert_eq!(found(&["--unused"]), [2]);
    assert_eq!(found(&["--used-by", "ana"]), [1]);
    assert_eq!(found(&["--used-by", "ben"]), [0; 0]);
    world
        .run(&["source", "list", "--used-by", "bne"])
        .fails_with(Exit::UnknownName);
}

#[test]
fn what_is_told_of_a_known_source_is_not_dropped_without_a_word() {
    let world = World::with_article();
    let url = "https://example.org/plaque";
    world
        .run(&[
            "source",
            "add",
            url,
            "--title",
            "The plaque",
            "--kind",
            "primary",
        ])
        .done();
    let add = |details: &[&str]| {
        let evidence = ["evidence", "add", "1", url, "--stance", "refutes"];
        let added = world.run(&[&evidence[..], details].concat());
        let told = added.stderr.contains("source 1 was on the desk already");
        added.done();
        told
    };
    assert!(!add(&[]));
    assert!(
        !add(&["--title", "The plaque", "--kind", "primary"]),
        "nothing else is told"
    );
    assert!(add(&["--title", "The plate"]));
    assert!(add(&["--author", "Vega"]));
    let judge = [
        "verdict",
        "add",
        "1",
        "false",
        "--because",
        "It says so.",
        "--source",
        url,
        "--author",
        "Vega",
    ];
    let judged = world.run(&judge);
    assert!(
        judged
            .stderr
            .contains("`claimdesk source edit 1` changes that"),
        "{}",
        judged.stderr
    );
    assert_eq!(world.json(&["source", "show", "1"])["author"], Value::Null);
}
