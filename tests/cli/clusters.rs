//! Near-identical claims of the whole desk as groups: what is put together, what
//! is kept apart, and whose ratings disagree.

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::world::World;

/// Claims of a desk, in the order of their numbers from 1.
const CLAIMS: [&str; 12] = [
    "Traffic on the bridge of Žilina rose by 12 percent in 2018.",
    "The ministry spent 4.2 million dollars on the northern road in 2019.",
    "El congreso de España aprobó la reforma de las pensiones en abril.",
    "萨尔瓦多于2018年8月与台湾断交，并与中国建立外交关系。",
    "TRAFFIC ON THE BRIDGE OF ZILINA ROSE BY 12 % IN 2018",
    "Traffic on the bridge of Žilina rose by 15 percent in 2018.",
    "In 2019 the ministry spent $4.2 million on the northern road.",
    "The ministry did not spend 4.2 million dollars on the northern road in 2019.",
    "“En abril, el Congreso de España aprobo la reforma de las pensiones”",
    "萨尔瓦多于２０１８年8月与台湾断交并与中国正式建立外交关系",
    "In 2018, traffic on the bridge of Žilina reportedly rose by 12 percent.",
    "Nobody was hurt in the fire at the harbour.",
];

/// A desk with these claims, each in an article of its own.
fn desk() -> World {
    let world = World::with_desk();
    for (number, claim) in (1..).zip(CLAIMS) {
        let file = format!("{number}.txt");
        world.write(&file, format!("Number {number}\n\n{claim}\n"));
        world.run(&["article", "add", &file, "--top", "0"]).done();
        let article = number.to_string();
        world
            .run(&["claim", "add", &article, "--quote", claim])
            .done();
    }
    world
}

fn judge(world: &World, claim: &str, rating: &str) {
    let judged = ["verdict", "add", claim, rating, "--because", "I counted."];
    world
        .run(&[&judged[..], &["--no-source", "a test"]].concat())
        .done();
}

/// The claims of each group.
fn groups(world: &World, more: &[&str]) -> Vec<Vec<i64>> {
    let rows = world.json(&[&["match", "--clusters"], more].concat());
    let mut groups: Vec<Vec<i64>> = Vec::new();
    for row in rows.as_array().into_iter().flatten() {
        if row["cluster"] == json!(groups.len() + 1) {
            groups.push(Vec::new());
        }
        if let Some(last) = groups.last_mut() {
            last.extend(row["claim"].as_i64());
        }
    }
    groups
}

#[test]
fn the_same_claim_in_other_dress_is_one_group_and_another_claim_is_in_none() {
    let world = desk();
    let found = groups(&world, &[]);
    assert_eq!(found, [vec![1, 5, 11], vec![2, 7], vec![3, 9], vec![4, 10]]);
    let identical = groups(&world, &["--at-least", "1"]);
    assert_eq!(identical, [[1, 5]]);
}

#[test]
fn each_member_says_how_alike_it_is_and_where_ratings_differ() {
    let world = desk();
    judge(&world, "1", "true");
    judge(&world, "5", "false");
    judge(&world, "2", "true");
    judge(&world, "7", "true");
    let rows = world.json(&["match", "--clusters"]);
    let first = &rows[0];
    assert_eq!(
        (&first["cluster"], &first["size"], &first["claim"]),
        (&json!(1), &json!(3), &json!(1))
    );
    assert_eq!(
        (&first["rating"], &first["article"]),
        (&json!("true"), &json!(1))
    );
    assert_eq!(first["likeness"], json!(1.0));
    assert_eq!(first["ratings_differ"], json!(true));
    let third = rows[2]["likeness"].as_f64();
    assert!(
        third.is_some_and(|like| (0.8..1.0).contains(&like)),
        "{rows}"
    );
    assert_eq!(rows[3]["ratings_differ"], json!(false));
    let table = world.run(&["match", "--clusters"]);
    assert!(
        table.stdout.starts_with(
            "group 1 · 3 claims · ratings differ\n  claim 1 · 100 % · ✓ True · article 1\n    Traffic on the bridge"
        ),
        "{}",
        table.stdout
    );
    assert!(
        table.stdout.contains("\ngroup 2 · 2 claims\n"),
        "{}",
        table.stdout
    );
    assert!(
        table
            .stderr
            .contains("9 of 12 claims are in 4 groups; ratings differ in 1"),
        "{}",
        table.stderr
    );
    assert_eq!(groups(&world, &["--rated"]), [[1, 5], [2, 7]]);
}

#[test]
fn groups_of_one_article_and_without_dismissed_claims() {
    let world = desk();
    assert_eq!(groups(&world, &["--article", "7"]), [[2, 7]]);
    world
        .run(&["claim", "dismiss", "7", "--because", "off topic"])
        .done();
    assert!(groups(&world, &["--article", "2"]).is_empty());
    let none = world.run(&["match", "--clusters", "--article", "2"]);
    assert!(
        none.stderr
            .contains("no claim of article 2 is near-identical to another"),
        "{}",
        none.stderr
    );
    assert_eq!(none.done(), "");
    world.refuses(
        &["match", "--clusters", "--article", "99"],
        Exit::UnknownNumber,
    );
}

#[test]
fn every_format_says_the_same() {
    let world = desk();
    let rows = world.json(&["match", "--clusters"]);
    let lines = world
        .run(&["match", "--clusters", "--format", "jsonl"])
        .done();
    let read: Vec<Value> = lines
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    assert_eq!(Value::from(read), rows);
    let csv = world
        .run(&["match", "--clusters", "--format", "csv"])
        .done();
    assert!(
        csv.starts_with("cluster,size,ratings_differ,likeness,claim,id,statement,rating,"),
        "{csv}"
    );
    assert_eq!(csv.lines().count(), 1 + 9);
}

#[test]
fn a_desk_without_groups_says_so() {
    let world = World::with_desk();
    let none = world.run(&["match", "--clusters"]);
    assert!(
        none.stderr.contains(
            "no claim on this desk is near-identical to another with a likeness of 0.8 or more"
        ),
        "{}",
        none.stderr
    );
    assert_eq!(none.done(), "");
    assert_eq!(world.json(&["match", "--clusters"]), json!([]));
}

#[test]
fn what_goes_with_questions_only_is_refused() {
    let world = World::with_desk();
    for more in [
        &["some words"][..],
        &["--claim", "1"],
        &["--queries", "q.jsonl"],
        &["--top", "3"],
        &["--model", "a.model"],
        &["--at-least", "0.3"],
        &["--at-least", "2"],
    ] {
        world.refuses(&[&["match", "--clusters"], more].concat(), Exit::Usage);
    }
    let told = world.refuses(&["match", "--clusters", "--at-least", "0.3"], Exit::Usage);
    assert!(
        told.contains("--at-least is a number from 0.5 to 1"),
        "{told}"
    );
}

#[test]
fn ratings_that_may_not_be_seen_do_not_differ() {
    let world = desk();
    for handle in ["ben", "cy"] {
        world.run(&["reviewer", "add", handle]).done();
    }
    judge(&world, "1", "true");
    let judged = [
        "verdict",
        "add",
        "5",
        "false",
        "--because",
        "No.",
        "--as",
        "cy",
    ];
    world
        .run(&[&judged[..], &["--no-source", "a test"]].concat())
        .done();
    world.run(&["config", "set", "blind", "on"]).done();
    let seen = |who: &str| world.json(&["match", "--clusters", "--as", who]);
    assert_eq!(seen("ana")[0]["ratings_differ"], json!(true));
    let hidden = seen("ben");
    assert_eq!(hidden[0]["ratings_differ"], json!(false));
    assert_eq!(hidden[0]["rating"], Value::Null);
    assert_eq!(seen("cy")[1]["rating"], "false");
    assert_eq!(
        world.json(&["match", "--clusters", "--rated", "--as", "ben"]),
        json!([])
    );
}
