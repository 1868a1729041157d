//! The archive of a desk: written, merged into another desk, and refused where it
//! is not what it should be.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::sql;
use crate::world::World;

/// The lines of an archive of a desk that tell what is on it: without the header,
/// the end, the histories, and the numbers that each desk gives for itself.
pub(crate) fn content(world: &World) -> Vec<Value> {
    world
        .run(&["export", "--format", "archive", "-o", "content.jsonl"])
        .done();
    let mut lines: Vec<Value> = world
        .read("content.jsonl")
        .lines()
        .skip(1)
        .map(|line| serde_json::from_str(line).unwrap())
        .filter(|line: &Value| line["kind"] != "event" && line["kind"] != "end")
        .collect();
    for line in &mut lines {
        if line["kind"] != "revision" {
            line.as_object_mut().unwrap().remove("number");
        }
    }
    lines
}

/// The events of an archive, by their identities, without those that tell of merging.
fn past(world: &World) -> Vec<String> {
    world
        .run(&["export", "--format", "archive", "-o", "content.jsonl"])
        .done();
    let mut events: Vec<String> = world
        .read("content.jsonl")
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter(|line| line["kind"] == "event" && line["action"] != "merge")
        .map(|line| line["uuid"].as_str().unwrap().to_owned())
        .collect();
    events.sort();
    events
}

/// An archive of one desk in the folder of another.
fn carried(from: &World, to: &World) {
    from.run(&["export", "--format", "archive", "-o", "desk.jsonl.zst"])
        .done();
    std::fs::copy(from.path("desk.jsonl.zst"), to.path("theirs.jsonl.zst")).unwrap();
}

/// What merging one desk into another came to.
fn merged(from: &World, into: &World) -> Value {
    carried(from, into);
    into.json(&["import", "theirs.jsonl.zst"])
}

fn assert_equal(one: &World, other: &World) {
    let (first, second) = (content(one), content(other));
    for (one, other) in first.iter().zip(&second) {
        assert_eq!(one, other);
    }
    assert_eq!(first.len(), second.len());
    assert_eq!(past(one), past(other));
    for world in [one, other] {
        assert_eq!(world.json(&["doctor"])["ok"], true);
        assert_eq!(world.json(&["audit", "verify"])["ok"], true);
        sql::assert_sound(&world.desk());
    }
}

/// Two desks that are one until they are changed: the second was made for itself, and
/// both were merged into each other.
fn apart() -> (World, World) {
    let ours = World::with_verdict();
    ours.run(&[
        "reviewer", "add", "ben", "--name", "Ben Ode", "--role", "editor",
    ])
    .done();
    let theirs = World::new();
    theirs
        .run(&["init", "--as", "ana", "--name", "Ana Ruiz"])
        .done();
    assert_eq!(merged(&ours, &theirs)["conflicts"], json!([]));
    assert_eq!(merged(&theirs, &ours)["conflicts"], json!([]));
    assert_equal(&ours, &theirs);
    (ours, theirs)
}

fn conflicts(merged: &Value) -> Vec<(String, String, String)> {
    let conflicts = merged["conflicts"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    conflicts
        .map(|one| {
            let fields = one["fields"].as_array().unwrap().iter().map(text);
            let fields = fields.collect::<Vec<_>>().join(" ");
            (text(&one["name"]), fields, text(&one["stands"]))
        })
        .collect()
}

#[test]
fn an_archive_makes_another_desk_the_same_with_the_same_numbers() {
    let world = World::with_verdict();
    world.run(&["comment", "add", "1", "Who counted?"]).done();
    world
        .run(&["source", "add", "https://example.org/b"])
        .done();
    let first = world.run(&["export", "--format", "archive"]).done();
    assert_eq!(world.run(&["export", "--format", "archive"]).done(), first);
    let other = World::new();
    other
        .run(&["init", "--as", "ana", "--name", "Ana Ruiz"])
        .done();
    let outcome = merged(&world, &other);
    assert_eq!(outcome["stored"], true);
    assert_eq!(outcome["conflicts"], json!([]));
    let second = other.run(&["export", "--format", "archive"]).done();
    let things = |archive: &str| -> Vec<String> {
        let lines = archive.lines().skip(1);
        lines
            .filter(|line| {
                !line.starts_with("{\"kind\":\"event\"") && !line.starts_with("{\"kind\":\"end\"")
            })
            .filter(|line| !line.starts_with("{\"kind\":\"removal\""))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(things(&second), things(&first));
    for command in [&["claim", "show", "1"][..], &["article", "show", "1"]] {
        assert_eq!(other.run(command).done(), world.run(command).done());
    }
}

#[test]
fn the_same_archive_merged_again_changes_nothing_and_leaves_no_trace() {
    let (ours, theirs) = apart();
    let before = theirs.events();
    let again = theirs.json(&["import", "theirs.jsonl.zst"]);
    assert_eq!(
        (
            &again["stored"],
            &again["added"],
            &again["updated"],
            &again["removed"]
        ),
        (&json!(false), &json!(0), &json!(0), &json!(0))
    );
    assert_eq!(theirs.events(), before);
    // Nor does it go back and forth.
    ours.run(&["comment", "add", "1", "New."]).done();
    assert_eq!(merged(&ours, &theirs)["stored"], true);
    for _ in 0..2 {
        assert_eq!(merged(&theirs, &ours)["stored"], false);
        assert_eq!(merged(&ours, &theirs)["stored"], false);
    }
}

#[test]
fn a_rehearsal_tells_what_would_come_of_it_and_stores_nothing() {
    let (ours, theirs) = apart();
    ours.run(&["comment", "add", "1", "New."]).done();
    carried(&ours, &theirs);
    let before = content(&theirs);
    let rehearsed = theirs.json(&["import", "theirs.jsonl.zst", "--dry-run"]);
    assert_eq!(
        (&rehearsed["added"], &rehearsed["stored"]),
        (&json!(1), &json!(false))
    );
    assert_eq!(content(&theirs), before);
    let told = theirs.run(&["import", "theirs.jsonl.zst", "--dry-run"]);
    assert!(told.stderr.contains("rehearsal"), "{}", told.stderr);
}

#[test]
fn verdicts_of_one_person_on_both_desks_all_stay_and_the_later_counts() {
    let (ours, theirs) = apart();
    ours.judge_true("Seen here.", &[]).done();
    let judged = [
        "verdict",
        "add",
        "1",
        "mostly-true",
        "--because",
        "Seen there.",
    ];
    theirs.run(&judged).done();
    let at_ours = merged(&theirs, &ours);
    assert_eq!(
        conflicts(&at_ours),
        [(
            "verdict 3".to_owned(),
            "rating".to_owned(),
            "there".to_owned()
        )]
    );
    let at_theirs = merged(&ours, &theirs);
    assert_eq!(conflicts(&at_theirs), []);
    assert_equal(&ours, &theirs);
    for world in [&ours, &theirs] {
        let claim = world.json(&["claim", "show", "1"]);
        assert_eq!(claim["rating"], "mostly-true");
        assert_eq!(claim["verdicts"].as_array().unwrap().len(), 3);
    }
}

#[test]
fn a_claim_edited_on_both_desks_is_as_the_later_edit_left_it_either_way() {
    let (ours, theirs) = apart();
    ours.run(&["claim", "edit", "1", "--statement", "Said here."])
        .done();
    theirs
        .run(&["claim", "edit", "1", "--statement", "Said there, later."])
        .done();
    ours.run(&["comment", "add", "1", "A remark is no conflict."])
        .done();
    carried(&ours, &theirs);
    let at_ours = merged(&theirs, &ours);
    let at_theirs = theirs.json(&["import", "theirs.jsonl.zst"]);
    assert_eq!(
        conflicts(&at_ours),
        [(
            "claim 1".to_owned(),
            "statement".to_owned(),
            "there".to_owned()
        )]
    );
    assert_eq!(
        conflicts(&at_theirs),
        [(
            "claim 1".to_owned(),
            "statement".to_owned(),
            "here".to_owned()
        )]
    );
    let conflict = &at_ours["conflicts"][0];
    assert_eq!(conflict["here"]["statement"], "Said here.");
    assert_eq!(conflict["there"]["statement"], "Said there, later.");
    assert_equal(&ours, &theirs);
}

#[test]
fn what_one_desk_removed_goes_and_what_the_other_changed_since_stays() {
    let (ours, theirs) = apart();
    for world in [&ours, &theirs] {
        world.write("second.txt", "The mill closed in 1999 after a fire.\n");
    }
    ours.run(&["article", "add", "second.txt"]).done();
    ours.write("third.txt", "The dam was built in 1950 by 400 men.\n");
    ours.run(&["article", "add", "third.txt"]).done();
    let _ = merged(&ours, &theirs);
    ours.run(&["article", "remove", "2"]).done();
    ours.run(&["article", "remove", "3"]).done();
    theirs
        .run(&["article", "edit", "3", "--title", "The dam"])
        .done();
    carried(&ours, &theirs);
    let at_ours = merged(&theirs, &ours);
    let at_theirs = theirs.json(&["import", "theirs.jsonl.zst"]);
    assert_eq!(conflicts(&at_ours).len(), 1);
    assert_eq!(
        conflicts(&at_theirs),
        [("article 3".to_owned(), String::new(), "here".to_owned())]
    );
    assert_equal(&ours, &theirs);
    let titles = |world: &World| -> Vec<Value> {
        let articles = world.json(&["article", "list"]);
        articles
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["title"].clone())
            .collect()
    };
    assert_eq!(titles(&ours), titles(&theirs));
    assert!(titles(&ours).contains(&json!("The dam")));
    assert_eq!(titles(&ours).len(), 2);
}

#[test]
fn sources_that_both_desks_added_are_one_and_evidence_taken_back_stays_away() {
    let (ours, theirs) = apart();
    ours.run(&[
        "evidence",
        "add",
        "1",
        "1",
        "--stance",
        "context",
        "--locator",
        "p. 5",
    ])
    .done();
    let _ = merged(&ours, &theirs);
    ours.run(&[
        "source",
        "add",
        "https://example.org/mill",
        "--title",
        "The mill",
    ])
    .done();
    theirs
        .run(&["source", "add", "https://example.org/other"])
        .done();
    theirs
        .run(&["source", "add", "https://example.org/mill"])
        .done();
    theirs
        .run(&[
            "evidence",
            "add",
            "1",
            "3",
            "--stance",
            "context",
            "--locator",
            "p. 9",
        ])
        .done();
    ours.run(&["evidence", "remove", "2", "--because", "Wrong page."])
        .done();
    carried(&ours, &theirs);
    let _ = merged(&theirs, &ours);
    let _ = theirs.json(&["import", "theirs.jsonl.zst"]);
    assert_equal(&ours, &theirs);
    let sources = ours.json(&["source", "list"]);
    assert_eq!(sources.as_array().unwrap().len(), 3);
    let evidence = sql::number(&sql::open(&ours.desk()), "SELECT count(*) FROM evidence");
    assert_eq!(evidence, 2);
}

#[test]
fn drafts_that_both_desks_put_in_both_stay_and_are_numbered_alike() {
    let (ours, theirs) = apart();
    let text = ours.read("bridge.txt");
    ours.write("here.txt", text.replace("12 percent", "13 percent"));
    theirs.write("there.txt", text.replace("two million", "three million"));
    ours.run(&["article", "revise", "1", "here.txt"]).done();
    theirs.run(&["article", "revise", "1", "there.txt"]).done();
    carried(&ours, &theirs);
    let at_ours = merged(&theirs, &ours);
    let _ = theirs.json(&["import", "theirs.jsonl.zst"]);
    assert!(
        conflicts(&at_ours)
            .iter()
            .any(|(name, ..)| name == "article 1")
    );
    assert_equal(&ours, &theirs);
    for world in [&ours, &theirs] {
        assert_eq!(world.json(&["article", "show", "1"])["revision"], 3);
    }
}

#[test]
fn a_third_desk_gets_the_histories_of_all_and_can_verify_them() {
    let (ours, theirs) = apart();
    theirs.run(&["comment", "add", "1", "Said there."]).done();
    let _ = merged(&theirs, &ours);
    let third = World::new();
    third
        .run(&["init", "--as", "cleo", "--name", "Cleo"])
        .done();
    let _ = merged(&ours, &third);
    let told = third.json(&["claim", "history", "1"]).to_string();
    assert!(told.contains("Said there."), "{told}");
    assert_eq!(third.json(&["audit", "verify"])["ok"], true);
    let log = third.json(&["log"]);
    let desks: std::collections::BTreeSet<String> = log
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["desk"].to_string())
        .collect();
    assert_eq!(desks.len(), 3, "{desks:?}");
}

#[test]
fn a_desk_that_was_copied_and_its_copy_become_one_again() {
    let ours = World::with_verdict();
    let copy = World::new();
    std::fs::copy(ours.desk(), copy.desk()).unwrap();
    ours.run(&["comment", "add", "1", "Said here."]).done();
    copy.run(&["comment", "add", "1", "Said there."]).done();
    copy.judge_true("Seen there.", &[]).done();
    carried(&ours, &copy);
    assert_eq!(conflicts(&merged(&copy, &ours)), []);
    assert_eq!(conflicts(&copy.json(&["import", "theirs.jsonl.zst"])), []);
    assert_equal(&ours, &copy);
    let comments = copy.json(&["comment", "list", "1"]);
    assert_eq!(comments.as_array().unwrap().len(), 2);
}

#[test]
fn the_last_editors_of_two_desks_don_t_make_each_other_checkers() {
    let (ours, theirs) = apart();
    ours.run(&[
        "reviewer", "edit", "ana", "--role", "checker", "--as", "ben",
    ])
    .done();
    theirs
        .run(&["reviewer", "edit", "ben", "--role", "checker"])
        .done();
    ours.run(&[
        "export",
        "--format",
        "archive",
        "--as",
        "ben",
        "-o",
        "ours.jsonl",
    ])
    .done();
    theirs
        .run(&["export", "--format", "archive", "-o", "theirs.jsonl"])
        .done();
    ours.write("theirs.jsonl", theirs.read("theirs.jsonl"));
    theirs.write("ours.jsonl", ours.read("ours.jsonl"));
    let _ = ours.json(&["import", "theirs.jsonl", "--as", "ben"]);
    let at_theirs = theirs.json(&["import", "ours.jsonl"]);
    assert_eq!(
        conflicts(&at_theirs),
        [(
            "reviewer ana".to_owned(),
            "role".to_owned(),
            "here".to_owned()
        )]
    );
    assert_equal(&ours, &theirs);
    for reviewer in ours.json(&["reviewer", "list"]).as_array().unwrap() {
        let role = if reviewer["handle"] == "ana" {
            "editor"
        } else {
            "checker"
        };
        assert_eq!(reviewer["role"], role);
    }
}

#[test]
fn what_a_blind_desk_hides_is_hidden_in_the_histories_of_others_too() {
    let (ours, theirs) = apart();
    for world in [&ours, &theirs] {
        world
            .run(&[
                "reviewer", "add", "cleo", "--name", "Cleo", "--role", "checker",
            ])
            .done();
        world.run(&["config", "set", "blind", "on"]).done();
    }
    ours.judge_true("A secret reason.", &[]).done();
    let _ = merged(&ours, &theirs);
    for command in [
        &["log"][..],
        &["log", "claim", "1"],
        &["claim", "history", "1"],
    ] {
        let asked = [command, &["--format", "json", "--as"]].concat();
        let seen = |who: &str| theirs.run(&[&asked[..], &[who]].concat()).done();
        assert!(seen("ana").contains("A secret reason."), "{command:?}");
        assert!(!seen("cleo").contains("A secret reason."), "{command:?}");
    }
}

#[test]
fn a_line_of_another_desk_that_was_tampered_with_is_found() {
    let (ours, theirs) = apart();
    ours.run(&["comment", "add", "1", "New."]).done();
    let _ = merged(&ours, &theirs);
    let attacks = [
        "UPDATE merged_events SET actor = 'eve' WHERE action = 'comment.add'",
        "DELETE FROM merged_events WHERE action = 'comment.add'",
        "DELETE FROM merged_events WHERE number = 2",
    ];
    for attack in attacks {
        let falsified = World::new();
        std::fs::copy(theirs.desk(), falsified.desk()).unwrap();
        let connection = sql::open(&falsified.desk());
        assert!(
            connection
                .execute(attack, [])
                .unwrap_err()
                .to_string()
                .contains("can't be")
        );
        sql::drop_guards(&connection);
        connection.execute(attack, []).unwrap();
        drop(connection);
        let found = falsified.run(&["audit", "verify", "--format", "json"]);
        assert_eq!(found.code, Some(1), "{attack}: {}", found.stdout);
    }
}

#[test]
fn only_editors_write_and_merge_archives_and_what_is_confidential_is_told() {
    let world = World::with_verdict();
    world
        .run(&[
            "reviewer", "add", "cleo", "--name", "Cleo", "--role", "checker",
        ])
        .done();
    let asked = ["export", "--format", "archive", "--as", "cleo"];
    world.run(&asked).fails_with(Exit::NotAllowed);
    let exported = world.run(&["export", "--format", "archive", "-o", "desk.jsonl"]);
    assert!(
        !exported.stderr.contains("not public"),
        "{}",
        exported.stderr
    );
    exported.done();
    world.refuses(&["import", "desk.jsonl", "--as", "cleo"], Exit::NotAllowed);
    world
        .run(&["source", "edit", "1", "--confidentiality", "confidential"])
        .done();
    let exported = world.run(&["export", "--format", "archive", "-o", "desk.jsonl"]);
    assert!(
        exported.stderr.contains("1 source is not public"),
        "{}",
        exported.stderr
    );
    world
        .run(&["export", "--format", "archive", "--article", "1"])
        .fails_with(Exit::Usage);
}

#[test]
fn what_is_no_archive_or_a_broken_one_is_refused_with_its_line() {
    let ours = World::with_verdict();
    ours.run(&["comment", "add", "1", "New."]).done();
    ours.run(&["export", "--format", "archive", "-o", "desk.jsonl"])
        .done();
    let theirs = World::new();
    theirs
        .run(&["init", "--as", "ana", "--name", "Ana Ruiz"])
        .done();
    let whole = ours.read("desk.jsonl");
    let before = content(&theirs);
    let lines: Vec<&str> = whole.lines().collect();
    let line_of = |start: &str| {
        lines
            .iter()
            .position(|line| line.starts_with(start))
            .unwrap()
            + 1
    };
    let event = line_of("{\"kind\":\"event\"");
    let claim = lines
        .iter()
        .position(|line| line.contains("\"in-review\""))
        .unwrap()
        + 1;
    let verdict = line_of("{\"kind\":\"verdict\"");
    let without = |line: usize| {
        let kept = lines.iter().enumerate().filter(|(at, _)| at + 1 != line);
        let kept: Vec<&str> = kept.map(|(_, line)| *line).collect();
        kept.join("\n").replace(
            &format!("\"lines\":{}", lines.len()),
            &format!("\"lines\":{}", lines.len() - 1),
        ) + "\n"
    };
    let cases: Vec<(String, String)> = vec![
        (
            lines[..lines.len() - 1].join("\n") + "\n",
            "breaks off".to_owned(),
        ),
        (
            whole.replace("\"version\":1", "\"version\":2"),
            "version 2".to_owned(),
        ),
        (
            whole.replacen("\"actor\":\"ana\"", "\"actor\":\"eve\"", 1),
            format!("line {event}: "),
        ),
        (without(event), format!("line {event}: ")),
        (without(claim), "names the claim".to_owned()),
        (
            whole.replacen("\"state\":\"in-review\"", "\"state\":\"great\"", 1),
            format!("line {claim}: claim: state: “great”"),
        ),
        (
            whole.replacen("\"rationale\":\"The plaque", "\"reason\":\"The plaque", 1),
            format!("line {verdict}: verdict: “reason”"),
        ),
        (
            whole.replacen("{\"kind\":\"comment\"", "{\"kind\":\"song\"", 1),
            "“song”".to_owned(),
        ),
    ];
    for (text, wanted) in cases {
        assert_ne!(text, whole, "{wanted}");
        theirs.write("bad.jsonl", text);
        let complaint = theirs.refuses(
            &["import", "bad.jsonl", "--as-format", "archive"],
            Exit::Malformed,
        );
        assert!(complaint.contains(&wanted), "{wanted}: {complaint}");
        assert!(complaint.contains("bad.jsonl"), "{complaint}");
    }
    assert_eq!(content(&theirs), before);
    theirs.write(
        "other.jsonl",
        "{\"archive\": \"another program\", \"version\": 1}\n",
    );
    theirs.refuses(
        &["import", "other.jsonl", "--as-format", "archive"],
        Exit::Malformed,
    );
}

#[test]
fn a_merge_can_t_be_taken_back() {
    let (ours, theirs) = apart();
    ours.run(&["comment", "add", "1", "New."]).done();
    let _ = merged(&ours, &theirs);
    let complaint = theirs.refuses(&["undo"], Exit::NotNow);
    assert!(complaint.contains("backup"), "{complaint}");
}
