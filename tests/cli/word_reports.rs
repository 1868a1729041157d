//! Reports for Word: what an editor opens.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::world::{World, bytes};

/// The XML of every part of a file, one after the other.
fn parts(file: Vec<u8>) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut all = String::new();
    for index in 0..archive.len() {
        archive
            .by_index(index)
            .unwrap()
            .read_to_string(&mut all)
            .unwrap();
    }
    all
}

/// With a correction of the first claim.
fn corrected() -> World {
    let world = World::with_article();
    world
        .run(&[
            "verdict",
            "add",
            "1",
            "false",
            "--because",
            "The plaque says **1932**.",
            "--correction",
            "The bridge opened on 3 May 1932.",
            "--source",
            "https://example.org/plaque",
            "--title",
            "The plaque",
            "--stance",
            "refutes",
        ])
        .done();
    world
}

#[test]
fn an_editor_gets_the_article_with_comments_and_tracked_changes() {
    let world = corrected();
    let told = world.run(&["report", "1", "-o", "report.docx"]);
    assert_eq!(told.stderr, "the report is in report.docx\n");
    let parts = parts(bytes(&world.path("report.docx")));
    assert!(parts.contains("w:author=\"Ana Ruiz\""));
    assert!(parts.contains("preserve\">The bridge opened on 3 May 1932.</w:t></w:r></w:ins>"));
    assert!(parts.contains("<w:delText xml:space=\"preserve\">The bridge opened on 3 May 1931"));
    assert!(parts.contains("Target=\"https://example.org/plaque\" TargetMode=\"External\""));
}

#[test]
fn the_desk_reads_the_file_as_it_is_corrected() {
    let world = corrected();
    world.run(&["report", "1", "-o", "report.docx"]).done();
    world.run(&["article", "add", "report.docx"]).done();
    let text = world.run(&["article", "export-text", "2"]).done();
    assert!(text.contains("The bridge opened on 3 May 1932."), "{text}");
    assert!(!text.contains("1931"), "{text}");
    assert!(
        text.contains("Traffic rose by 12 percent in 2018."),
        "{text}"
    );
}

#[test]
fn a_word_file_goes_into_a_pipe_whole() {
    let world = World::with_verdict();
    let piped = world
        .command(&["report", "1", "--format", "docx"])
        .output()
        .unwrap();
    assert!(piped.status.success());
    assert!(parts(piped.stdout).contains("The plaque says "));
}

#[test]
fn a_word_file_for_outside_names_no_source_that_is_not_public() {
    let world = World::with_verdict();
    world
        .run(&["source", "edit", "1", "--confidentiality", "confidential"])
        .done();
    let report = |more: &[&str]| {
        let arguments = [&["report", "1", "-o", "report.docx"], more].concat();
        world.run(&arguments).done();
        parts(bytes(&world.path("report.docx")))
    };
    let outside = report(&[]);
    assert!(!outside.contains("The plaque<"), "{outside}");
    assert!(!outside.contains("example.org/plaque") && !outside.contains("p. 4"));
    assert!(outside.contains("a source that is not public"));
    let inside = report(&["--include-internal"]);
    assert!(inside.contains("example.org/plaque") && inside.contains("p. 4"));
}
