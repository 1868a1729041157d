//! Earlier checks of the same claim: found by what both say, in any language,
//! with what tells them apart.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use claimdesk::cli::exit::Exit;
use serde_json::Value;

use crate::world::{World, bytes};

/// Claims of a desk, numbered from 1 in this order.
const CLAIMS: [&str; 8] = [
    "El Salvador moved its diplomatic recognition from Taiwan to China in August 2018.",
    "The ministry spent 4.2 million dollars on the northern road in 2019.",
    "Unemployment in Norway fell to 3.5 percent in March 2022.",
    "The vaccine was approved for children under five in June 2022.",
    "El Gobierno gastó 3 millones de dólares en la campaña del año 2019.",
    "El congreso de España aprobó la reforma de las pensiones.",
    "萨尔瓦多于2018年8月与台湾断交，并与中国建立外交关系。",
    "أنهت السلفادور اعترافها بتايوان في عام 2018 واعترفت بالصين.",
];

/// A desk with these claims, of which the first was judged.
fn desk() -> World {
    let world = World::with_desk();
    world.write("checks.txt", format!("Checks\n\n{}\n", CLAIMS.join(" ")));
    world
        .run(&[
            "article",
            "add",
            "checks.txt",
            "--top",
            "0",
            "--published",
            "2023-05-02",
        ])
        .done();
    for claim in CLAIMS {
        world.run(&["claim", "add", "1", "--quote", claim]).done();
    }
    world
        .judge_true("Both governments say so.", &["--no-source", "a test"])
        .done();
    world
}

fn matched(world: &World, arguments: &[&str]) -> Vec<Value> {
    let arguments = [&["match", "--format", "json"], arguments].concat();
    let answer: Value = serde_json::from_str(&world.run(&arguments).done()).unwrap();
    answer.as_array().unwrap().clone()
}

/// The claim that is likeliest to say the same.
fn best(world: &World, text: &str) -> Option<i64> {
    let found = matched(world, &[text]);
    found.first().and_then(|found| found["claim"].as_i64())
}

#[test]
fn what_says_the_same_in_other_words_is_found() {
    let world = desk();
    for (text, claim) in [
        (
            "In 2018 El Salvador switched recognition to China, dropping Taiwan.",
            1,
        ),
        (
            "#Norway’s unemployment rate was 3.5 % in March https://t.co/x",
            3,
        ),
        ("children under 5 can get the vaccine, approved in June", 4),
        ("EL GOBIERNO GASTO 3 MILLONES DE DOLARES EN SU CAMPAÑA", 5),
        ("España: el congreso aprobó reformar las pensiones", 6),
        ("2018年萨尔瓦多与台湾断交", 7),
        ("السلفادور أنهت اعترافها بتايوان", 8),
    ] {
        assert_eq!(best(&world, text), Some(claim), "{text}");
    }
    assert_eq!(best(&world, "Bananas ripen faster beside apples."), None);
}

#[test]
fn an_answer_says_how_likely_it_is_and_why() {
    let world = desk();
    let found = matched(
        &world,
        &["El Salvador moved its recognition from Taiwan to China in August 2019."],
    );
    let first = &found[0];
    assert_eq!((&first["claim"], &first["rank"]), (&1.into(), &1.into()));
    assert_eq!(first["rating"], "true");
    assert_eq!(first["article"], 1);
    assert!(first["score"].as_f64().unwrap() > 0.5, "{first}");
    let words = first["reasons"]["words"].as_array().unwrap();
    assert!(words.contains(&"taiwan".into()), "{first}");
    let warnings = first["reasons"]["warnings"].to_string();
    assert!(
        warnings.contains("August 2019 here, August 2018 there"),
        "{warnings}"
    );
}

#[test]
fn a_denial_is_told() {
    let world = desk();
    let found = matched(
        &world,
        &["The vaccine was not approved for children under five in June 2022."],
    );
    let warnings = found[0]["reasons"]["warnings"].to_string();
    assert!(warnings.contains("only this text says"), "{warnings}");
}

#[test]
fn a_claim_is_no_answer_to_itself_and_a_dismissed_one_to_none() {
    let world = desk();
    let found = matched(&world, &["--claim", "1", "--at-least", "0"]);
    assert!(found.iter().all(|one| one["claim"] != 1), "{found:?}");
    world
        .run(&["claim", "dismiss", "3", "--because", "off topic"])
        .done();
    assert_eq!(
        best(
            &world,
            "Unemployment in Norway fell to 3.5 percent in March 2022."
        ),
        None
    );
}

#[test]
fn only_rated_claims_on_request() {
    let world = desk();
    assert!(matched(&world, &["--rated", CLAIMS[2]]).is_empty());
    assert_eq!(matched(&world, &["--rated", CLAIMS[0]])[0]["claim"], 1);
}

#[test]
fn each_claim_of_a_file_is_looked_up() {
    let world = desk();
    world.write(
        "draft.txt",
        "A draft\n\nIn August 2018 El Salvador moved its recognition from Taiwan to China. \
         Unemployment in Norway fell to 3.5 percent in March 2022.\n",
    );
    let found = matched(&world, &["draft.txt", "--top", "1"]);
    let claims: Vec<_> = found.iter().map(|one| one["claim"].as_i64()).collect();
    assert_eq!(claims, [Some(1), Some(3)]);
    world.run(&["article", "add", "draft.txt"]).done();
    let found = matched(&world, &["draft.txt", "--top", "1"]);
    let claims: Vec<_> = found.iter().map(|one| one["claim"].as_i64()).collect();
    assert_eq!(claims, [Some(1), Some(3)], "its own claims are none");
    let table = world.run(&["match", "draft.txt", "--top", "1"]).done();
    assert!(
        table.starts_with("“In August 2018 El Salvador moved"),
        "{table}"
    );
    assert!(table.contains("\n    both: "), "{table}");
    world.refuses(&["match", "drift.txt"], Exit::FileMissing);
    world.refuses(&["match", " "], Exit::Usage);
    world.refuses(&["match", "x y", "--top", "0"], Exit::Usage);
}

#[test]
fn what_was_checked_before_is_told_at_once() {
    let world = desk();
    let said = "In August 2018 El Salvador moved its diplomatic recognition from Taiwan to China.";
    world.write("news.txt", format!("News\n\n{said} It rained.\n"));
    let added = world.run(&["article", "add", "news.txt", "--top", "1"]);
    let told = "claim 9 may have been checked before: True, claim 1 (";
    assert!(added.stderr.contains(told), "{}", added.stderr);
    let by_hand = world.run(&[
        "claim",
        "add",
        "2",
        "--quote",
        "El Salvador moved its diplomatic recognition",
    ]);
    let told = "claim 10 may have been checked before: True, claim 1 (";
    assert!(by_hand.stderr.contains(told), "{}", by_hand.stderr);
    let found = matched(&world, &["--article", "2", "--rated"]);
    assert!(found.iter().all(|one| one["claim"] == 1), "{found:?}");
    assert_eq!(found[0]["query"], "9");
    world.refuses(&["match", "--article", "7"], Exit::UnknownNumber);
}

#[test]
fn queries_are_answered_line_by_line() {
    let world = desk();
    world.write(
        "q.jsonl",
        "\u{feff}{\"id\":\"a\",\"text\":\"Norway unemployment 3.5 percent\"}\n\n{\"id\":7,\"text\":\"台湾断交\"}\n",
    );
    let out = world
        .run(&[
            "match",
            "--queries",
            "q.jsonl",
            "--top",
            "1",
            "--format",
            "jsonl",
        ])
        .done();
    let rows: Vec<Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let told: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row["query"].as_str().unwrap(),
                row["claim"].as_i64().unwrap(),
            )
        })
        .collect();
    assert_eq!(told, [("a", 3), ("7", 7)]);
}

#[test]
fn claims_that_were_extracted_are_asked_as_they_come() {
    let world = desk();
    world.write(
        "speech.txt",
        "I am glad to be here.\n\nUnemployment in Norway fell to 3.5 percent in March 2022, \
         and the ministry spent 4.2 million dollars on the northern road in 2019.\n",
    );
    let extracted = world
        .run(&["extract", "speech.txt", "--all", "--format", "jsonl"])
        .done();
    let asked = ["match", "--queries", "-", "--format", "jsonl", "--top", "2"];
    let out = world.run_with_input(&asked, extracted.as_bytes()).done();
    let told: Vec<(String, i64)> = out
        .lines()
        .map(|line| {
            let row: Value = serde_json::from_str(line).unwrap();
            let query = row["query"].as_str().unwrap().to_owned();
            (query, row["claim"].as_i64().unwrap())
        })
        .filter(|(query, _)| query == "2")
        .collect();
    assert_eq!(told.len(), 2);
    assert!(told.iter().any(|(_, claim)| *claim == 3));
    assert!(told.iter().any(|(_, claim)| *claim == 2));
}

#[test]
fn what_is_no_query_is_told_with_its_line() {
    let world = desk();
    world.write(
        "bad.jsonl",
        "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\"}\n",
    );
    let refused = world.refuses(&["match", "--queries", "bad.jsonl"], Exit::InvalidValue);
    assert!(refused.contains("bad.jsonl, line 2: missing field `text`, at column 10\n"));
}

#[test]
fn a_model_is_learned_from_a_folder_and_measured_on_it() {
    let world = desk();
    let lines = |line: fn((usize, &&str)) -> String| -> String {
        CLAIMS.iter().enumerate().map(line).collect()
    };
    let docs = lines(|(number, claim)| format!("v{number}\t{claim}\tIs It So?\n"));
    let docs = format!("\tvclaim\ttitle\n{docs}");
    let queries = lines(|(number, claim)| format!("q{number}\tHeard that {claim}\n"));
    let qrels = lines(|(number, _)| format!("q{number} 0 v{number} 1\n"));
    world.write("set/all.docs.tsv", &docs);
    world.write("set/train/x.queries.tsv", &queries);
    world.write("set/train/x.qrels", &qrels);
    world
        .run(&["model", "train", "--matching", "set", "-o", "a.model"])
        .done();
    world
        .run(&["model", "train", "--matching", "set", "-o", "b.model"])
        .done();
    assert_eq!(bytes(&world.path("a.model")), bytes(&world.path("b.model")));
    let evaluate = ["model", "evaluate", "--matching", "set", "--format", "json"];
    let measured: Value = serde_json::from_str(
        &world
            .run(&[&evaluate[..], &["--model", "a.model"]].concat())
            .done(),
    )
    .unwrap();
    assert_eq!(measured[0]["questions"], 8);
    assert_eq!(measured[0]["map_at_5"]["value"], 1.0);
    world
        .run(&[&evaluate[..], &["--cross-validate"]].concat())
        .done();
    world
        .run(&["match", CLAIMS[0], "--model", "a.model"])
        .done();
    world.refuses(
        &["match", CLAIMS[0], "--model", "checks.txt"],
        Exit::Malformed,
    );
    world.refuses(
        &["model", "evaluate", "--matching", "nowhere"],
        Exit::InvalidValue,
    );
}
