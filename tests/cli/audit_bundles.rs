//! `audit export` and `audit check`: the history of one claim, handed over so
//! that anybody can check it, and nothing else of the desk with it.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::fs;
use std::process::Command;

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::sql;
use crate::world::{FLAG, World, bytes};

/// Claim 1 has a verdict that rests on a public source with a snapshot, and one
/// that rests on a confidential one; claim 2 is nobody's business.
fn world() -> World {
    let world = World::with_verdict();
    world.write("plaque.html", "<p>The bridge opened in May 1932.</p>");
    world.write("letter.txt", "Between us: it was 1933.");
    for command in [
        &["source", "snapshot", "1", "--file", "plaque.html"][..],
        &["reviewer", "add", "ben", "--name", "Ben Ode"],
        &["comment", "add", "2", "Millions of secrets."],
        &["verdict", "add", "2", "true", "--because", "Nobody asked."],
        &[
            "source",
            "add",
            "--title",
            "A letter from Mr Grey",
            "--confidentiality",
            "confidential",
            "--contact",
            "grey@example.org",
        ],
        &["source", "snapshot", "2", "--file", "letter.txt"],
        &["evidence", "add", "1", "2", "--stance", "refutes"],
        &[
            "comment",
            "add",
            "1",
            "It rests on the plaque.",
            "--as",
            "ben",
        ],
        &FLAG,
    ] {
        world.run(command).done();
    }
    world
}

fn export(world: &World, to: &str) {
    world.run(&["audit", "export", "1", "-o", to]).done();
}

/// What `audit check` finds.
fn checked(world: &World, arguments: &[&str]) -> Value {
    let output = world.run(&[&["audit", "check", "--format", "json"], arguments].concat());
    let found: Value =
        serde_json::from_str(&output.stdout).unwrap_or_else(|_| panic!("{}", output.stderr));
    let exit = if found["ok"] == true {
        Exit::Done
    } else {
        Exit::No
    };
    assert_eq!(output.code, Some(i32::from(exit.code())));
    found
}

/// Every file of a bundle that was written into a folder, in one text.
fn all_of(world: &World, folder: &str) -> String {
    let mut texts = String::new();
    let mut folders = vec![world.path(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                texts += &String::from_utf8_lossy(&bytes(&path));
            }
        }
    }
    texts
}

#[test]
fn a_bundle_tells_what_happened_to_the_claim_and_holds() {
    let world = world();
    export(&world, "claim.zip");
    export(&world, "claim/");
    for bundle in ["claim.zip", "claim"] {
        let found = checked(&world, &[bundle]);
        let head = world.json(&["audit", "head"]);
        assert_eq!(found["problems"], json!([]));
        assert_eq!(
            (&found["lines"], &found["head"]),
            (&head["line"], &head["hash"])
        );
        assert_eq!(found["claim"], 1);
        // The article, the verdict, the snapshot of its source, the comment, the flag.
        assert_eq!(found["told"], 5);
        let kept = head["hash"].as_str().unwrap();
        assert_eq!(checked(&world, &[bundle, "--expect", kept])["ok"], true);
        let other = "0123456789abcdef0";
        assert_eq!(checked(&world, &[bundle, "--expect", other])["ok"], false);
    }
    let history = world.read("claim/history.txt");
    for told in [
        "The history of claim 1\n",
        "ana gave a verdict (claim 1, verdict.add)",
        "rationale: The plaque says **1932**.",
        "body: It rests on the plaque.",
        "message: Which bridge?",
        "ben: Ben Ode, checker",
        "snapshots/snapshot-1.html",
        "article/revision-1.txt",
    ] {
        assert!(history.contains(told), "{told}\n{history}");
    }
    assert_eq!(
        bytes(&world.path("claim/snapshots/snapshot-1.html")),
        bytes(&world.path("plaque.html"))
    );
    assert_eq!(
        bytes(&world.path("claim/article/revision-1.txt")),
        bytes(&world.path("bridge.txt"))
    );
}

#[test]
fn a_bundle_gives_nothing_else_of_the_desk_away() {
    let world = world();
    export(&world, "claim/");
    let all = all_of(&world, "claim");
    for other in ["secrets", "Nobody asked", "letter", "Grey", "Between us"] {
        assert!(!all.contains(other), "{other}");
    }
    let about: Value = serde_json::from_str(&world.read("claim/bundle.json")).unwrap();
    let withheld = about["withheld"].as_array().unwrap();
    // The source came, its snapshot came, it was cited.
    assert_eq!(withheld.len(), 3);
    for line in withheld {
        assert_eq!(
            line["why"],
            "it tells of a source that is not public, or no longer on the desk"
        );
    }
    assert!(world.read("claim/history.txt").contains("What is not told"));
}

#[test]
fn an_editor_can_have_it_tell_of_sources_that_are_not_public() {
    let world = world();
    world
        .run(&["audit", "export", "1", "-o", "claim/", "--include-internal"])
        .done();
    let found = checked(&world, &["claim"]);
    assert_eq!((&found["ok"], &found["told"]), (&json!(true), &json!(8)));
    let all = all_of(&world, "claim");
    assert!(all.contains("A letter from Mr Grey") && all.contains("Between us"));
    assert!(!all.contains("secrets") && !all.contains("Nobody asked"));
}

#[test]
fn how_to_reach_somebody_is_not_told_even_of_a_public_source() {
    let world = world();
    world
        .run(&["source", "edit", "1", "--contact", "plaque@example.org"])
        .done();
    export(&world, "claim/");
    assert!(!all_of(&world, "claim").contains("plaque@example.org"));
    assert_eq!(checked(&world, &["claim"])["ok"], true);
}

#[test]
fn a_source_that_became_confidential_is_told_of_no_longer() {
    let world = world();
    world
        .run(&["source", "edit", "1", "--confidentiality", "internal"])
        .done();
    export(&world, "claim/");
    let all = all_of(&world, "claim");
    // With the source, the verdict that rests on it.
    assert!(!all.contains("plaque says") && !all.contains("May 1932"));
    assert_eq!(checked(&world, &["claim"])["ok"], true);
}

#[test]
fn only_editors_hand_over_what_others_hold() {
    let world = world();
    let export = ["audit", "export", "1", "-o", "claim.zip", "--as", "ben"];
    let complaint = world.refuses(&export, Exit::NotAllowed);
    assert!(
        complaint.contains("only an editor may hand over"),
        "{complaint}"
    );
    assert!(!world.path("claim.zip").exists());
}

#[test]
fn a_claim_that_came_from_a_file_has_a_history_as_well() {
    let world = World::with_desk();
    world.write("claims.csv", "claim\nThe earth is flat.\n");
    world.run(&["import", "claims.csv"]).done();
    export(&world, "claim.zip");
    assert_eq!(checked(&world, &["claim.zip"])["ok"], true);
}

#[test]
fn a_history_that_does_not_hold_is_not_handed_over() {
    let world = world();
    let desk = sql::open(&world.desk());
    sql::drop_guards(&desk);
    desk.execute_batch("UPDATE events SET actor = 'eve' WHERE id = 2")
        .unwrap();
    drop(desk);
    let complaint = world.refuses(&["audit", "export", "1", "-o", "claim.zip"], Exit::Damaged);
    assert!(complaint.contains("line 2 of its history"), "{complaint}");
}

#[test]
fn what_was_altered_in_a_bundle_is_told() {
    let world = world();
    export(&world, "claim/");
    let altered = [
        ("events.jsonl", "1932", "1931"),
        ("history.txt", "1932", "1931"),
        ("snapshots/snapshot-1.html", "1932", "1931"),
        ("bundle.json", "ana", "eve"),
        ("verify.py", "head != event", "head == event"),
    ];
    for (file, from, to) in altered {
        let name = format!("claim/{file}");
        let whole = world.read(&name);
        assert!(whole.contains(from), "{file}");
        world.write(&name, whole.replace(from, to));
        let found = checked(&world, &["claim"]);
        let problems = found["problems"].to_string();
        assert!(problems.contains(file), "{problems}");
        let words = world.run(&["audit", "check", "claim"]).stdout;
        assert!(
            words.starts_with("The history of claim 1 does not hold."),
            "{words}"
        );
        world.write(&name, whole);
    }
    assert_eq!(checked(&world, &["claim"])["ok"], true);
}

#[test]
fn what_is_no_bundle_is_refused() {
    let world = world();
    fs::create_dir(world.path("empty")).unwrap();
    world.write("notes.zip", "no archive");
    for bundle in ["empty", "notes.zip", "bridge.txt"] {
        let complaint = world.refuses(&["audit", "check", bundle], Exit::Malformed);
        assert!(complaint.contains(bundle), "{complaint}");
    }
    world.refuses(&["audit", "check", "none.zip"], Exit::FileMissing);
}

#[test]
fn a_folder_that_holds_something_is_left_alone() {
    let world = world();
    world.write("claim/notes.txt", "mine");
    let export = ["audit", "export", "1", "-o", "claim"];
    let complaint = world.refuses(&export, Exit::WriteFailed);
    assert!(
        complaint.contains("there is something in it"),
        "{complaint}"
    );
    assert_eq!(fs::read_dir(world.path("claim")).unwrap().count(), 1);
}

/// As somebody does who has no claimdesk.
#[cfg(unix)]
#[test]
fn a_bundle_can_be_checked_without_claimdesk() {
    let world = world();
    export(&world, "claim/");
    let run = |program: &str, arguments: &[&str]| {
        Command::new(program)
            .args(arguments)
            .current_dir(world.path("claim"))
            .output()
    };
    let sums = run("sha256sum", &["--check", "--quiet", "manifest.sha256"]).unwrap();
    assert!(
        sums.status.success(),
        "{}",
        String::from_utf8_lossy(&sums.stderr)
    );
    let Ok(chain) = run("python3", &["verify.py"]) else {
        return;
    };
    let said = String::from_utf8_lossy(&chain.stdout).into_owned();
    assert!(
        chain.status.success(),
        "{}",
        String::from_utf8_lossy(&chain.stderr)
    );
    let head = world.json(&["audit", "head"]);
    let (line, hash) = (&head["line"], head["hash"].as_str().unwrap());
    assert_eq!(
        said,
        format!("{line} lines hold; the hash of the last is {hash}\n")
    );
    for (from, to) in [
        ("1932", "1931"),
        ("\"id\":3", "\"id\":4"),
        ("\"content\":\"", "\"content\":\"0"),
    ] {
        let whole = world.read("claim/events.jsonl");
        world.write("claim/events.jsonl", whole.replace(from, to));
        assert!(!run("python3", &["verify.py"]).unwrap().status.success());
        world.write("claim/events.jsonl", whole);
    }
}
