//! `extract`: claims of articles without a desk, as a filter.
#![expect(
    clippy::expect_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write as _};
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use claimdesk::cli::exit::Exit;
use serde_json::Value;

use crate::world::World;

const SAMPLE: &str = include_str!("../../data/sample/article.txt");

fn sample() -> World {
    let world = World::new();
    world.write("article.txt", SAMPLE);
    world
}

fn lines(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).expect("an object"))
        .collect()
}

/// The sentences of a run with `--format jsonl`.
fn extracted(world: &World, arguments: &[&str]) -> Vec<Value> {
    let arguments = [&["extract"], arguments, &["--format", "jsonl"]].concat();
    lines(&world.run(&arguments).done())
}

fn characters(text: &str, from: &Value, to: &Value) -> String {
    let place = |value: &Value| usize::try_from(value.as_u64().expect("a place")).expect("small");
    let (from, to) = (place(from), place(to));
    text.chars().skip(from).take(to - from).collect()
}

/// A list of articles, each with one sentence that names its number.
fn list(articles: std::ops::Range<usize>) -> String {
    articles.fold(String::new(), |mut list, number| {
        let text = format!("In {number}, the town paid 4 million crowns for its {number} bridges.");
        let _ = writeln!(
            list,
            "{{\"text\": \"{text}\", \"url\": \"https://a.org/{number}\"}}"
        );
        list
    })
}

#[test]
fn a_table_is_for_eyes_and_no_desk_is_needed() {
    let world = sample();
    let table = world.run(&["extract", "article.txt", "--top", "3"]).done();
    assert!(
        table.starts_with("ARTICLE  SENTENCE  SCORE  WORDS"),
        "{table}"
    );
    assert!(!world.desk().exists());
    // A desk that can't be opened is not even looked at.
    world.write("claimdesk.db", "no desk");
    world.run(&["extract", "article.txt"]).done();
}

#[test]
fn each_sentence_has_its_place_and_what_can_be_looked_up() {
    let world = sample();
    let found = extracted(&world, &["article.txt"]);
    assert!(found.len() > 10);
    for one in &found {
        assert_eq!(one["article"], 0);
        assert_eq!(
            one["text"],
            characters(SAMPLE, &one["start"], &one["end"]).as_str()
        );
        assert!(!one["reasons"].as_array().expect("a list").is_empty());
        let facets = ["dates", "quantities", "names", "quotations", "attributions"];
        for word in facets
            .iter()
            .flat_map(|kind| one[kind].as_array().expect(kind))
        {
            let words = characters(SAMPLE, &word["start"], &word["end"]);
            assert_eq!(word["text"], words.as_str());
        }
    }
    let sorted = |one: &Value| one["sentence"].as_u64();
    assert!(found.is_sorted_by_key(sorted));
    let array: Value = serde_json::from_str(
        &world
            .run(&["extract", "article.txt", "--format", "json"])
            .done(),
    )
    .expect("an array");
    assert_eq!(array, Value::Array(found.clone()));
    let csv = world
        .run(&["extract", "article.txt", "--format", "csv"])
        .done();
    assert!(csv.starts_with("article,sentence,start,end,kind,text,score,reasons,dates"));
    assert_eq!(csv.matches("article,sentence").count(), 1);
}

#[test]
fn dates_are_counted_from_the_day_of_publication() {
    let world = World::new();
    world.write(
        "a.txt",
        "The town closed the bridge last year after 12 people fell ill.",
    );
    let value = |arguments: &[&str]| extracted(&world, arguments)[0]["dates"][0].clone();
    let told = value(&["a.txt", "--all", "--published", "2025-04-15"]);
    assert_eq!(
        (&told["value"], &told["anchored"]),
        (&"2024".into(), &true.into())
    );
    world.write(
        "b.jsonl",
        "{\"text\": \"It closed the bridge last year.\", \"published\": \"2011-01-02\"}\n",
    );
    assert_eq!(value(&["b.jsonl", "--all"])["value"], "2010");
}

#[test]
fn all_gives_headings_and_repeats_lines_of_their_own() {
    let world = World::new();
    let said = "The bridge over the Lind was opened on 3 May 2019 by Ana Vega.";
    let text = format!("The Bridge\n\n{said} It rained.\n\nA {}\n", &said[4..]);
    world.write("a.txt", &text);
    let all = extracted(&world, &["a.txt", "--all"]);
    let kinds: Vec<&Value> = all.iter().map(|one| &one["kind"]).collect();
    assert_eq!(kinds, ["heading", "body", "body", "body"]);
    let first_of: Vec<&Value> = all.iter().map(|one| &one["repeat_of"]).collect();
    assert_eq!(
        first_of,
        [&Value::Null, &Value::Null, &Value::Null, &2.into()]
    );
    let offered = extracted(&world, &["a.txt", "--min-score", "0"]);
    assert_eq!(offered.len(), 2);
    assert_eq!(offered[0]["repeats"][0]["sentence"], 4);
    assert_eq!(offered[0]["repeats"][0]["start"], all[3]["start"]);
}

#[test]
fn a_score_or_a_number_of_them_narrows_it_down() {
    let world = sample();
    let scores = |arguments: &[&str]| -> Vec<f64> {
        let found = extracted(&world, arguments);
        found
            .iter()
            .filter_map(|one| one["score"].as_f64())
            .collect()
    };
    let high = scores(&["article.txt", "--min-score", "0.9"]);
    assert!(!high.is_empty() && high.iter().all(|score| *score >= 0.9));
    assert_eq!(scores(&["article.txt", "--top", "4"]).len(), 4);
    for wrong in [
        &["--min-score", "2"][..],
        &["--min-score", "high"],
        &["--all", "--top", "2"],
        &["--lines", "--top", "2"],
        &["-", "-"],
    ] {
        let arguments = [&["extract", "article.txt"], wrong].concat();
        world.run(&arguments).fails_with(Exit::Usage);
    }
}

#[test]
fn each_line_is_a_sentence_when_asked() {
    let world = World::new();
    let text = "\u{feff}Well. Thank you.\r\n\n  We paid 3 million crowns in 2019.\nÄh — no.\n";
    world.write("debate.txt", text);
    let all = extracted(&world, &["debate.txt", "--lines", "--all"]);
    let numbers: Vec<&Value> = all.iter().map(|one| &one["sentence"]).collect();
    assert_eq!(numbers, [1, 3, 4]);
    assert_eq!(all[0]["text"], "Well. Thank you.");
    assert_eq!((&all[1]["start"], &all[1]["end"]), (&2.into(), &35.into()));
    assert_eq!(all[1]["dates"][0]["start"], 30);
    let paid = extracted(&world, &["debate.txt", "--lines", "--min-score", "0.3"]);
    assert_eq!(paid, [all[1].clone()]);

    world.write("latin.txt", b"It rained.\nIt cost 4\xa3 in caf\xe9s.\n");
    let complaint = world.run(&["extract", "latin.txt", "--lines", "--format", "csv"]);
    assert!(
        complaint
            .stderr
            .contains("latin.txt: it is not UTF-8: line 2, column 10"),
        "{}",
        complaint.stderr
    );
    assert_eq!(complaint.code, Some(i32::from(Exit::InvalidUtf8.code())));
    let read = ["latin.txt", "--lines", "--all", "--encoding", "latin1"];
    assert_eq!(extracted(&world, &read)[1]["text"], "It cost 4£ in cafés.");
    let complaint = world
        .run(&["extract", "latin.txt", "--lines", "--encoding", "utf-16le"])
        .fails_with(Exit::Usage);
    assert!(
        complaint.contains("can't be read line by line"),
        "{complaint}"
    );
}

#[test]
fn a_list_of_articles_comes_out_in_its_order() {
    let world = World::new();
    world.write("list.jsonl", list(0..100));
    world.write("more.txt", "It paid 4 million crowns in 2019.");
    let found = extracted(&world, &["list.jsonl", "more.txt", "--min-score", "0"]);
    assert_eq!(found.len(), 101);
    for (number, one) in found[..100].iter().enumerate() {
        assert_eq!(one["article"], format!("https://a.org/{number}").as_str());
    }
    assert_eq!(found[100]["article"], 100);
    let input = list(0..30);
    let arguments = ["extract", "-", "--format", "jsonl", "--min-score", "0"];
    let piped = world.run_with_input(&arguments, input.as_bytes()).done();
    assert_eq!(lines(&piped), found[..30]);
    let plain = world.run_with_input(&arguments, b"It paid 4 million crowns in 2019.");
    assert_eq!(lines(&plain.done()).len(), 1);
}

#[test]
fn a_broken_record_ends_its_file_or_is_left_out() {
    let world = World::new();
    let broken = format!("{}\n{{\"text\": \n{}", list(0..20), list(21..60));
    world.write("broken.jsonl", &broken);
    world.write("good.jsonl", list(60..61));
    let run = |more: &[&str]| {
        let files = ["extract", "broken.jsonl", "good.jsonl", "--min-score", "0"];
        let output = world.run(&[&files, more].concat());
        (output.code, output.stdout, output.stderr)
    };
    let (code, data, told) = run(&["--format", "jsonl"]);
    assert_eq!(code, Some(i32::from(Exit::Malformed.code())));
    let found = lines(&data);
    assert_eq!(found.len(), 21, "twenty before it, and the next file");
    assert_eq!(found[20]["article"], "https://a.org/60");
    assert!(told.contains("broken.jsonl: line 22: "), "{told}");
    let (code, data, told) = run(&["--format", "csv", "--skip-invalid"]);
    assert_eq!(code, Some(0));
    assert_eq!(data.lines().count(), 1 + 60);
    assert!(
        told.contains("line 22: ") && told.contains("1 line was left out"),
        "{told}"
    );
}

#[test]
fn what_can_t_be_read_is_told_and_the_others_are_read() {
    let world = sample();
    std::fs::create_dir(world.path("folder")).expect("made");
    world.write("empty.txt", "");
    world.write("empty.jsonl", "\n\n");
    for (file, exit, told) in [
        ("gone.txt", Exit::FileMissing, "there is no file gone.txt"),
        ("folder", Exit::FileIsFolder, "folder is a folder"),
        ("empty.txt", Exit::FileEmpty, "empty.txt: it holds no text"),
        (
            "empty.jsonl",
            Exit::FileEmpty,
            "empty.jsonl: it holds no text",
        ),
    ] {
        for format in ["table", "json", "jsonl", "csv"] {
            let output = world.run(&["extract", file, "--format", format]);
            assert_eq!(
                (output.code, &*output.stdout),
                (Some(i32::from(exit.code())), "")
            );
            assert!(output.stderr.contains(told), "{}", output.stderr);
        }
        let output = world.run(&["extract", file, "article.txt", "--format", "json"]);
        assert_eq!(output.code, Some(i32::from(exit.code())));
        let found: Vec<Value> = serde_json::from_str(&output.stdout).expect("an array");
        assert!(found.iter().all(|one| one["article"] == 1) && found.len() > 10);
    }
    let complaint = world
        .run(&["extract", "article.txt", "--model", "article.txt"])
        .fails_with(Exit::Malformed);
    assert!(
        complaint.contains("article.txt: this is not a model"),
        "{complaint}"
    );
}

#[test]
fn an_article_over_the_limit_is_refused() {
    let world = World::new();
    std::fs::File::create(world.path("huge.txt"))
        .and_then(|file| file.set_len(1 << 30))
        .expect("made");
    let complaint = world
        .run(&["extract", "huge.txt"])
        .fails_with(Exit::TooLarge);
    assert!(
        complaint.contains("huge.txt is larger than 64 MiB"),
        "{complaint}"
    );
}

#[test]
fn lines_are_answered_while_the_input_is_open() {
    let world = World::new();
    for arguments in [
        &["extract", "-", "--format", "jsonl", "--lines", "--all"][..],
        &["extract", "-", "--format", "jsonl", "--all"],
    ] {
        let mut child = world
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("started");
        let mut input = child.stdin.take().expect("piped");
        let mut output = BufReader::new(child.stdout.take().expect("piped"));
        for number in 0..3 {
            writeln!(input, "{{\"text\": \"It paid {number} crowns.\"}}").expect("written");
            let mut answer = String::new();
            output.read_line(&mut answer).expect("answered");
            assert!(
                answer.contains(&format!("It paid {number} crowns.")),
                "{answer}"
            );
        }
        // It ends although the input stays open, once nobody reads it any more. A program
        // that another test starts at this moment holds the other end a little longer.
        drop(output);
        let ended = (0..1_000).find_map(|_| {
            let _ = writeln!(input, "{{\"text\": \"It paid.\"}}");
            thread::sleep(Duration::from_millis(20));
            child.try_wait().expect("asked")
        });
        assert!(ended.expect("ended").success());
    }
}
