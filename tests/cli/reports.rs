//! Reports: one content, three documents.

use claimdesk::cli::exit::Exit;
use serde_json::Value;

use crate::world::World;

#[test]
fn a_file_that_no_report_is_written_as_is_refused() {
    let world = World::with_article();
    let told = world.refuses(&["report", "1", "-o", "report.pdf"], Exit::Usage);
    assert!(told.contains(".html, .md or .json"), "{told}");
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
    for format in ["html", "markdown", "json"] {
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
        .run(&["report", "1", "--format", "docx"])
        .fails_with(Exit::Usage);
    assert!(complaint.contains("html, markdown, json"), "{complaint}");
}
