//! Reading: drafts as they come, in any encoding, with the writer's notes.

use claimdesk::cli::exit::Exit;
use serde_json::Value;

use crate::sql;
use crate::world::{World, bytes};

const DRAFT: &str = "---\ntitle: The Bridge\nauthor: Vera Holm\ndate: 2026-03-01\n---\n\n# The Bridge of Žilina\n\n\
    It rained. The bridge *opened* in [May 1931](https://example.org/opening)[^1] and cost two million \
    crowns.\n\n[^1]: Town chronicle, p. 4, https://example.org/chronicle.\n";

fn with_draft() -> World {
    let world = World::with_desk();
    world.write("draft.md", DRAFT);
    world.run(&["article", "add", "draft.md"]).done();
    world
}

#[test]
fn text_in_another_encoding_is_read_and_said_so() {
    let world = World::with_desk();
    // “L’été a coûté 4 millions en 2019.” in Windows-1252.
    let file = world.write(
        "ete.txt",
        b"\x93L\x92\xe9t\xe9 a co\xfbt\xe9 4 millions en 2019.\x94\n",
    );
    let added = world.run(&["article", "add", "ete.txt"]);
    assert!(
        added.stderr.contains("its text was read as windows-1252"),
        "{}",
        added.stderr
    );
    added.done();
    assert_eq!(
        world.run(&["article", "export-text", "1"]).done(),
        "“L’été a coûté 4 millions en 2019.”\n"
    );
    assert!(
        world
            .run(&["article", "show", "1"])
            .done()
            .contains("text/plain, windows-1252")
    );
    let kept = world
        .command(&["article", "export-text", "1", "--original"])
        .output()
        .expect("run");
    assert_eq!(kept.stdout, bytes(&file));
}

#[test]
fn utf_16_is_text_as_well() {
    let world = World::with_desk();
    let text = "The bridge opened in 1931 – at last.";
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    world.write("wide.txt", units);
    world.run(&["article", "add", "wide.txt"]).done();
    assert_eq!(world.run(&["article", "export-text", "1"]).done(), text);
}

#[test]
fn the_language_is_told_where_it_shows() {
    let world = World::with_desk();
    world.write("nota.txt", "El condado ha pagado el puente y volverá a pagarlo, dijo el alcalde al consejo de la ciudad.");
    world.run(&["article", "add", "nota.txt"]).done();
    assert_eq!(world.json(&["article", "show", "1"])["language"], "es");
    world
        .run(&["article", "add", "nota.txt", "--language", "es-SV"])
        .done();
    assert_eq!(world.json(&["article", "show", "2"])["language"], "es-SV");
}

#[test]
fn markdown_is_read_without_its_marks() {
    let world = with_draft();
    assert_eq!(
        world.run(&["article", "export-text", "1"]).done(),
        "The Bridge of Žilina\n\nIt rained. The bridge opened in May 1931 and cost two million crowns."
    );
    let article = world.json(&["article", "show", "1"]);
    assert_eq!(article["title"], "The Bridge");
    assert_eq!(article["author"], "Vera Holm");
    assert_eq!(article["published"], "2026-03-01");
    world
        .run(&["article", "add", "draft.md", "--type", "text"])
        .done();
    assert!(
        world
            .run(&["article", "export-text", "2"])
            .done()
            .contains("# The Bridge")
    );
}

#[test]
fn the_writer_s_notes_hang_on_the_sentence_and_become_evidence() {
    let world = with_draft();
    let claim = world.json(&["claim", "show", "two million"]);
    let addresses: Vec<&Value> = claim["notes"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|note| &note["url"])
        .collect();
    assert_eq!(
        addresses,
        [
            "https://example.org/opening",
            "https://example.org/chronicle"
        ]
    );
    let piece =
        world.json(&["claim", "add", "1", "--quote", "two million crowns"])["id"].to_string();
    assert_eq!(
        world.json(&["claim", "show", &piece])["notes"],
        claim["notes"],
        "the whole sentence counts"
    );

    let note = claim["notes"][1]["id"].to_string();
    world
        .run(&[
            "evidence",
            "add",
            "1",
            "--from-note",
            &note,
            "--stance",
            "supports",
            "--locator",
            "p. 4",
        ])
        .done();
    let evidence = &world.json(&["claim", "show", "1"])["evidence"][0];
    assert_eq!(evidence["source_url"], "https://example.org/chronicle");
    world.refuses(
        &[
            "evidence",
            "add",
            "1",
            "--from-note",
            "99",
            "--stance",
            "supports",
        ],
        Exit::UnknownNumber,
    );
    world.refuses(
        &[
            "evidence",
            "add",
            "1",
            "3",
            "--from-note",
            "1",
            "--stance",
            "supports",
        ],
        Exit::Usage,
    );
}

#[test]
fn a_web_page_is_read_and_its_bytes_come_back() {
    let world = World::with_desk();
    let page = include_bytes!("../articles/page.html");
    world.write("page", page);
    world.run(&["article", "add", "page"]).done();
    let article = world.json(&["article", "show", "1"]);
    assert_eq!(article["publisher"], "Harbour Post Ltd");
    assert_eq!(article["revisions"][0]["media_type"], "text/html");
    let kept = world
        .command(&["article", "export-text", "1", "--original"])
        .output()
        .expect("run");
    assert_eq!(kept.stdout, page);
    let desk = sql::open(&world.desk());
    let packed = sql::number(&desk, "SELECT length(bytes) FROM blobs");
    assert!(packed < i64::try_from(page.len()).expect("a small page"));
}

#[test]
fn many_articles_come_in_one_file_or_none_does() {
    let world = World::with_desk();
    world.write(
        "list.jsonl",
        "{\"text\": \"The bridge opened in 1931.\", \"title\": \"Bridge\"}\n{\"html\": \"<p>It cost 2 million crowns.</p>\"}\n",
    );
    let added = world.run(&["article", "add", "list.jsonl", "--publisher", "Post"]);
    assert!(
        added.stderr.contains("2 articles, 2 sentences offered"),
        "{}",
        added.stderr
    );
    added.done();
    let articles = world.json(&["article", "list"]);
    assert_eq!(articles[0]["title"], "Bridge");
    assert_eq!(articles[1]["publisher"], "Post");
    let again = world.run(&["article", "add", "list.jsonl"]);
    assert!(
        again.stderr.contains("2 of them came before"),
        "{}",
        again.stderr
    );

    world.write("bad.jsonl", "{\"text\": \"One is 1.\"}\n{\"text\": 5}\n");
    let refused = world.refuses(&["article", "add", "bad.jsonl"], Exit::Malformed);
    assert!(refused.contains("bad.jsonl: line 2: "), "{refused}");
    assert_eq!(
        world.json(&["article", "list"]).as_array().map(Vec::len),
        Some(4)
    );
    world.refuses(
        &["article", "add", "list.jsonl", "--title", "All"],
        Exit::InvalidValue,
    );
}
