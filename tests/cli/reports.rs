//! Reports: one content, several documents.

use claimdesk::cli::exit::Exit;
use serde_json::Value;

use crate::world::World;

const FORMATS: [&str; 6] = ["html", "markdown", "text", "corrections", "csv", "json"];

/// Says something telling in every detail of a source and its evidence.
fn with_a_protected_source(confidentiality: &str) -> World {
    let world = World::with_article();
    let add = [
        "source",
        "add",
        "https://secret.example/leak",
        "--title",
        "Secret memo",
        "--author",
        "Secret clerk",
        "--publisher",
        "Secret office",
        "--contact",
        "secret@example.org",
        "--archived-url",
        "https://secret.example/archived",
        "--notes",
        "Secret remark",
        "--kind",
        "primary",
        "--also",
        "10.1000/secret",
    ];
    let (described, also) = add.split_at(add.len() - 2);
    world.run(described).done();
    world.run(&[&["source", "edit", "1"], also].concat()).done();
    world
        .run(&["source", "edit", "1", "--confidentiality", confidentiality])
        .done();
    let seen = ["--source", "1", "--stance", "refutes"];
    let place = ["--quote", "Secret words", "--locator", "Secret page"];
    let judge = [
        "verdict",
        "add",
        "1",
        "false",
        "--because",
        "A memo says so.",
    ];
    world.run(&[&judge[..], &seen, &place].concat()).done();
    let tie = ["evidence", "add", "1", "1", "--stance", "context"];
    world.run(&[&tie[..], &place].concat()).done();
    world.run(&["undo"]).done();
    world.run(&[&tie[..], &place].concat()).done();
    world
}

#[test]
fn no_report_for_outside_tells_of_a_source_that_is_not_public() {
    for confidentiality in ["internal", "confidential"] {
        let world = with_a_protected_source(confidentiality);
        for format in FORMATS {
            let report = ["report", "1", "--format", format];
            let outside = world.run(&report).done().to_lowercase();
            assert!(!outside.contains("secret"), "{format}: {outside}");
            assert!(outside.contains("a source that is not public"), "{format}");
            // Where a row or a line is all there is, how near a source stands is left out.
            let brief = ["corrections", "csv"].contains(&format);
            assert!(brief || outside.contains("primary"), "{format}");
            let inside = world.run(&[&report[..], &["--include-internal"]].concat());
            assert!(!inside.stdout.contains("secret@example.org"), "{format}");
            for told in ["Secret memo", "Secret words", "Secret page"] {
                assert!(inside.stdout.contains(told), "{format}: {told}");
            }
        }
    }
    let public = with_a_protected_source("public");
    for format in FORMATS {
        let outside = public.run(&["report", "1", "--format", format]).done();
        assert!(outside.contains("Secret memo"), "{format}");
        assert!(!outside.contains("secret@example.org"), "{format}");
    }
}

#[test]
fn a_file_that_no_report_is_written_as_is_refused() {
    let world = World::with_article();
    let told = world.refuses(&["report", "1", "-o", "report.pdf"], Exit::Usage);
    assert!(
        told.contains(".html, .md, .txt, .csv, .json or .docx"),
        "{told}"
    );
    assert!(!world.path("report.pdf").exists());
}

#[test]
fn the_format_follows_the_name_of_the_file() {
    let world = World::with_verdict();
    for name in ["report.html", "report.md", "report.json"] {
        assert_eq!(world.run(&["report", "1", "-o", name]).done(), "");
    }
    assert!(world.read("report.html").starts_with("<!DOCTYPE html>"));
    assert!(
        world
            .read("report.md")
            .starts_with("# The Bridge of Žilina")
    );
    let json: Value = serde_json::from_str(&world.read("report.json")).expect("JSON");
    assert_eq!(json["claims"][0]["verdicts"][0]["rating"], "false");
}

#[test]
fn each_format_tells_of_verdict_evidence_and_flag() {
    let world = World::with_verdict();
    world
        .run(&[
            "flag",
            "add",
            "--article",
            "1",
            "--quote",
            "3 May 1931",
            "--category",
            "calendar",
            "--severity",
            "high",
            "--message",
            "It was a Sunday.",
        ])
        .done();
    for format in ["html", "markdown", "text", "json"] {
        let report = world.run(&["report", "1", "--format", format]).done();
        for told in [
            "The plaque",
            "p. 4",
            "It was a Sunday.",
            "The Bridge of Žilina",
        ] {
            assert!(report.contains(told), "{format} lacks {told}");
        }
    }
}

#[test]
fn a_dismissed_claim_is_not_reported() {
    let world = World::with_article();
    world
        .run(&["claim", "dismiss", "1", "--because", "an opinion"])
        .done();
    let report: Value =
        serde_json::from_str(&world.run(&["report", "1", "--format", "json"]).done())
            .expect("JSON");
    assert_eq!(report["claims"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_report_replaces_the_last_one_whole() {
    let world = World::with_verdict();
    world.write("report.html", "old");
    world.run(&["report", "1", "-o", "report.html"]).done();
    assert!(world.read("report.html").ends_with("</html>\n"));
}

#[test]
fn a_format_that_is_none_is_refused() {
    let world = World::with_article();
    let complaint = world
        .run(&["report", "1", "--format", "odt"])
        .fails_with(Exit::Usage);
    assert!(
        complaint.contains("html, markdown, text, corrections, csv, json, docx"),
        "{complaint}"
    );
}
