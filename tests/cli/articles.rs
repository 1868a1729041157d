//! Articles: onto the desk, looked at, and off it.

use claimdesk::cli::exit::Exit;

use crate::world::{ARTICLE, World, bytes};

#[test]
fn every_byte_can_be_had_back() {
    let world = World::with_desk();
    let with_mark = [
        b"\xef\xbb\xbf".as_slice(),
        ARTICLE.as_bytes(),
        b"no line end",
    ]
    .concat();
    let file = world.write("marked.txt", &with_mark);
    world.run(&["article", "add", "marked.txt"]).done();
    let original = world
        .run(&["article", "export-text", "1", "--original"])
        .done();
    assert_eq!(original.as_bytes(), bytes(&file));
    let text = world.run(&["article", "export-text", "1"]).done();
    assert_eq!(text, format!("{ARTICLE}no line end"));
}

#[test]
fn adding_says_what_was_found_and_what_comes_next() {
    let world = World::with_desk();
    world.write("bridge.txt", ARTICLE);
    let output = world.run(&["article", "add", "bridge.txt"]);
    assert!(
        output.stdout.starts_with("Article 1: The Bridge of Žilina"),
        "{}",
        output.stdout
    );
    assert!(
        output
            .stderr
            .contains("article 1: 6 sentences, 4 offered as claims"),
        "{}",
        output.stderr
    );
    assert!(
        output
            .stderr
            .contains("next: claimdesk claim list --article 1"),
        "{}",
        output.stderr
    );
}

#[test]
fn the_same_bytes_again_are_told() {
    let world = World::with_article();
    let again = world.run(&["article", "add", "bridge.txt"]);
    assert!(
        again.stderr.contains("article 1 came as the same bytes"),
        "{}",
        again.stderr
    );
    again.done();
}

#[test]
fn an_article_can_come_from_standard_input() {
    let world = World::with_desk();
    world
        .run_with_input(
            &["article", "add", "-", "--title", "Piped"],
            ARTICLE.as_bytes(),
        )
        .done();
    let article = world.json(&["article", "show", "1"]);
    assert_eq!(article["title"], "Piped");
    assert_eq!(world.run(&["article", "export-text", "1"]).done(), ARTICLE);
}

#[test]
fn what_is_known_about_an_article_is_kept() {
    let world = World::with_desk();
    world.write("bridge.txt", ARTICLE);
    world
        .run(&[
            "article",
            "add",
            "bridge.txt",
            "--author",
            "Vera Holm",
            "--publisher",
            "Weekly",
            "--published",
            "2026-03",
            "--url",
            "https://example.org/bridge",
            "--language",
            "en",
        ])
        .done();
    let article = world.json(&["article", "show", "1"]);
    for (field, value) in [
        ("title", "The Bridge of Žilina"),
        ("author", "Vera Holm"),
        ("publisher", "Weekly"),
        ("published", "2026-03"),
        ("url", "https://example.org/bridge"),
        ("language", "en"),
    ] {
        assert_eq!(article[field], value, "{field}");
    }
    assert!(
        world
            .run(&["article", "list"])
            .done()
            .contains("The Bridge of Žilina")
    );
}

#[test]
fn a_date_that_is_none_is_refused() {
    let world = World::with_desk();
    world.write("bridge.txt", ARTICLE);
    let complaint = world
        .run(&["article", "add", "bridge.txt", "--published", "2026-02-30"])
        .fails_with(Exit::Usage);
    assert!(
        complaint.contains("“2026-02-30” is not a date; write 2018, 2018-08 or 2018-08-20"),
        "{complaint}"
    );
}

#[test]
fn an_article_without_verdicts_can_be_removed_and_its_number_is_not_given_again() {
    let world = World::with_article();
    world.run(&["article", "remove", "1"]).done();
    assert_eq!(
        world.json(&["claim", "list"]).as_array().map(Vec::len),
        Some(0)
    );
    world.run(&["article", "add", "bridge.txt"]).done();
    let articles = world.json(&["article", "list"]);
    assert_eq!(articles[0]["id"], 2);
    assert!(
        world
            .run(&["log", "article:1"])
            .done()
            .contains("article.remove")
    );
    world.run(&["audit", "verify"]).done();
}

#[test]
fn an_article_with_a_verdict_stays() {
    let world = World::with_verdict();
    let complaint = world.refuses(&["article", "remove", "1"], Exit::NotNow);
    assert!(complaint.contains("verdict"), "{complaint}");
}
