//! Reference facts: shipped ones, the desk's own, and what articles say against
//! them.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::world::World;

const BRIDGE: &[&str] = &[
    "reference",
    "add",
    "bridge-opened-1932",
    "--event",
    "The bridge of Kotešová was opened.",
    "--date",
    "1932-05-03",
    "--words",
    "bridge*",
    "--words",
    "open*|inaugurat*",
    "--near",
    "Kotešová*",
    "--source",
    "https://example.org/plaque",
];

fn found(world: &World, text: &str) -> Vec<Value> {
    world.write("draft.txt", format!("The bridge\n\n{text}\n"));
    let added = world.json(&["article", "add", "draft.txt"]);
    let flags = world.json(&["lint", &added["id"].to_string(), "--select", "D1"]);
    flags.as_array().unwrap().clone()
}

#[test]
fn the_move_of_el_salvador_is_known_with_its_time_zones() {
    let world = World::with_desk();
    let fact = world.json(&["reference", "show", "el-salvador-recognises-china-2018"]);
    assert_eq!(fact["date"], "2018-08-20/2018-08-21");
    assert!(
        fact["note"]
            .as_str()
            .unwrap()
            .contains("21 August in Taipei and Beijing")
    );
    assert!(fact["sources"].as_array().unwrap().len() > 1);
    let wrong = found(
        &world,
        "In 2017, El Salvador moved its diplomatic recognition from Taiwan to China.",
    );
    assert_eq!(
        (&wrong[0]["code"], &wrong[0]["severity"]),
        (&json!("D101"), &json!("high"))
    );
    assert_eq!(
        wrong[0]["evidence"][0]["fact"],
        "el-salvador-recognises-china-2018"
    );
    assert!(wrong[0]["evidence"][0]["sources"][0]["url"].is_string());
    let beside = found(
        &world,
        "Bukele sought partners. El Salvador’s shift of recognition from Taiwan to China in 2018 was a turning point.",
    );
    assert_eq!(
        (&beside[0]["code"], &beside[0]["severity"]),
        (&json!("D102"), &json!("medium"))
    );
    let undated = found(
        &world,
        "El Salvador’s shift of recognition from Taiwan to China was a turning point.",
    );
    assert_eq!(
        (&undated[0]["code"], &undated[0]["severity"]),
        (&json!("D103"), &json!("low"))
    );
    let right = found(
        &world,
        "El Salvador shifted its recognition from Taiwan to China on 21 August 2018.",
    );
    assert_eq!(right, [] as [Value; 0]);
}

#[test]
fn a_desk_has_facts_of_its_own() {
    let world = World::with_desk();
    let text = "The bridge of Kotešová was opened on 5 May 1931.";
    assert_eq!(found(&world, text), [] as [Value; 0]);
    let fact = world.json(BRIDGE);
    assert_eq!(
        (&fact["own"], &fact["sources"][0]["url"]),
        (&json!(true), &json!("https://example.org/plaque"))
    );
    let flags = found(&world, &format!("{text} It is long."));
    assert_eq!(
        flags[0]["message"],
        "the text says “5 May 1931”, and it was on 3 May 1932: The bridge of Kotešová was opened"
    );
    assert_eq!(
        world.json(&["reference", "list", "--own"])[0]["id"],
        "bridge-opened-1932"
    );
    assert!(world.run(&["log"]).done().contains("reference.add"));
    world
        .run(&["reference", "remove", "bridge-opened-1932"])
        .done();
    assert_eq!(
        found(&world, &format!("{text} It is wide.")),
        [] as [Value; 0]
    );
    world.refuses(
        &["reference", "remove", "bridge-opened-1932"],
        Exit::UnknownName,
    );
}

#[test]
fn the_desks_own_takes_the_place_of_a_shipped_one() {
    let world = World::with_desk();
    let mut own = BRIDGE.to_vec();
    own[2] = "el-salvador-recognises-china-2018";
    world.run(&own).done();
    let fact = world.json(&["reference", "show", "el-salvador-recognises-china-2018"]);
    assert_eq!(
        (&fact["own"], &fact["date"]),
        (&json!(true), &json!("1932-05-03"))
    );
    world.run(&["reference", "remove", own[2]]).done();
    let fact = world.json(&["reference", "show", own[2]]);
    assert_eq!(
        (&fact["own"], &fact["date"]),
        (&json!(false), &json!("2018-08-20/2018-08-21"))
    );
}

#[test]
fn a_ruling_becomes_a_fact() {
    let world = World::with_verdict();
    world
        .run(&["reviewer", "add", "eva", "--role", "editor"])
        .done();
    let make = [
        "reference",
        "add",
        "bridge-1932",
        "--from-claim",
        "1",
        "--date",
        "1932-05-03",
        "--words",
        "bridge*",
        "--words",
        "open*",
    ];
    let refusal = world.refuses(&make, Exit::NotNow);
    assert!(refusal.contains("has no ruling"), "{refusal}");
    world
        .run(&["ruling", "sign-off", "1", "--as", "eva"])
        .done();
    let fact = world.json(&make);
    assert_eq!(
        fact["statement"],
        world.json(&["claim", "show", "1"])["statement"]
    );
    assert_eq!(fact["sources"][0]["title"], "The plaque");
}

#[test]
fn facts_come_from_a_file_all_or_none() {
    let world = World::with_desk();
    let fact = |id: &str, words: &str| {
        format!(
            "[[event]]\nid = \"{id}\"\ndate = \"1932-05-03\"\nstatement = \"The bridge of Kotešová was opened.\"\n\
             words = [{words}]\n[[event.source]]\ntitle = \"The plaque\"\n"
        )
    };
    world.write(
        "facts.toml",
        fact("bridge", "\"bridge\", \"open*\"") + &fact("mill", "\"mill\""),
    );
    let refusal = world.refuses(&["reference", "import", "facts.toml"], Exit::InvalidValue);
    assert!(
        refusal.contains("mill") && refusal.contains("one group of words only"),
        "{refusal}"
    );
    assert_eq!(world.json(&["reference", "list", "--own"]), json!([]));
    world.write(
        "facts.toml",
        fact("bridge", "\"bridge\", \"open*\"") + &fact("mill", "\"mill\", \"burn*\""),
    );
    let added = world.json(&["reference", "import", "facts.toml"]);
    assert_eq!(added["added"], json!(["bridge", "mill"]));
    assert_eq!(
        world.json(&["source", "list"]).as_array().map(Vec::len),
        Some(1),
        "one plaque"
    );
    world.write("facts.toml", "[[event]]\nid = \"x\"\nwhen = \"1932\"\n");
    let refusal = world.refuses(&["reference", "import", "facts.toml"], Exit::InvalidValue);
    assert!(refusal.contains("when"), "{refusal}");
    world.run(&["reference", "check"]).done();
}

#[test]
fn facts_are_for_editors_and_rest_on_something() {
    let world = World::with_desk();
    world.run(&["reviewer", "add", "ben"]).done();
    world.refuses(&[BRIDGE, &["--as", "ben"]].concat(), Exit::NotAllowed);
    let bare: Vec<&str> = BRIDGE[..BRIDGE.len() - 2].to_vec();
    let refusal = world.refuses(&bare, Exit::InvalidValue);
    assert!(refusal.contains("rests on nothing"), "{refusal}");
    world.refuses(&["reference", "show", "no-such-fact"], Exit::UnknownName);
    world.refuses(&["reference", "add", "x", "--date", "1932"], Exit::Usage);
}

#[test]
fn a_term_of_office_of_the_desks_own_is_held_against_titles() {
    let world = World::with_desk();
    let term = [
        "reference",
        "add",
        "mayor-vega",
        "--office",
        "mayor",
        "--person",
        "Ana Vega",
        "--title",
        "Mayor",
        "--of",
        "Lindenau",
        "--date",
        "2019-06-01",
        "--source",
        "https://lindenau.example/",
    ];
    world.run(&term).done();
    world.write(
        "draft.txt",
        "The town\n\nFormer Mayor Ana Vega opened the road.\n",
    );
    let added = ["article", "add", "draft.txt", "--published", "2024-03-01"];
    world.run(&added).done();
    let flags = world.json(&["lint", "1", "--select", "D104"]);
    assert_eq!(
        flags[0]["message"],
        "Ana Vega has been mayor of Lindenau since 1 June 2019"
    );
}

#[test]
fn a_file_is_linted_without_a_desk() {
    let world = World::new();
    let text = "The town\n\nFormer President Donald Trump came. Critics argue that it rained.\n";
    world.write("draft.txt", text);
    let shown = world
        .run(&["lint", "draft.txt", "--published", "2025-04-15"])
        .done();
    assert!(shown.contains("medium[D104 former-in-office]"), "{shown}");
    assert!(shown.contains("--> draft.txt:3:1"), "{shown}");
    let found = world.json(&["lint", "draft.txt", "--published", "2025-04-15"]);
    assert_eq!(
        (&found[0]["start"], &found[0]["end"], &found[0]["state"]),
        (&json!(10), &json!(39), &json!("open"))
    );
    assert_eq!(
        world.json(&["lint", "draft.txt"])[0]["code"],
        "S501",
        "nobody knows when it was published"
    );
    let denied = world.run(&[
        "lint",
        "draft.txt",
        "--published",
        "2025-04-15",
        "--deny",
        "medium",
    ]);
    assert_eq!(denied.code, Some(1));
    let piped = world
        .run_with_input(&["lint", "-", "--format", "jsonl"], text.as_bytes())
        .done();
    assert_eq!(piped.lines().count(), 1);
    world
        .run(&["lint", "missing.txt"])
        .fails_with(Exit::FileMissing);
    world
        .run(&["lint", "1", "draft.txt"])
        .fails_with(Exit::Usage);
    world
        .run(&["lint", "1", "--published", "2025"])
        .fails_with(Exit::Usage);
}

#[test]
fn findings_are_given_as_sarif() {
    let world = World::new();
    world.write(
        "draft.txt",
        "The town\n\nCritics argue that it rained in Žilina.\n",
    );
    let sarif = world
        .run(&["lint", "draft.txt", "--format", "sarif"])
        .done();
    let sarif: Value = serde_json::from_str(&sarif).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!(
        (&result["ruleId"], &result["level"]),
        (&json!("S501"), &json!("note"))
    );
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "draft.txt");
    assert_eq!(place["region"]["snippet"]["text"], "Critics argue that");
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap();
    let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(rules[index]["id"], "S501");
}

#[test]
fn an_unknown_fact_is_met_with_the_few_most_like_it() {
    let world = World::with_desk();
    let complaint = world.refuses(
        &["reference", "show", "el-salvador-recognizes-china-2018"],
        Exit::UnknownName,
    );
    assert!(
        complaint.contains("did you mean “el-salvador-recognises-china-2018”?"),
        "{complaint}"
    );
    assert!(complaint.len() < 600, "{complaint}");
    let none = world.refuses(&["reference", "remove", "x"], Exit::UnknownName);
    assert!(
        none.contains("there are none yet") && !none.contains("valid"),
        "{none}"
    );
}

#[test]
fn names_of_facts_are_shown_unbroken() {
    let world = World::with_desk();
    let list = world.run(&["reference", "list"]).done();
    let facts = world.json(&["reference", "list"]);
    for fact in facts.as_array().unwrap() {
        let id = fact["id"].as_str().unwrap();
        assert!(list.lines().any(|line| line.starts_with(id)), "{id}");
    }
    let says = |fact: &&Value| fact["statement"] == "Joe Biden was president of the United States.";
    assert!(facts.as_array().unwrap().iter().any(|fact| says(&fact)));
}

#[test]
fn a_fact_that_rests_on_nothing_or_fits_everything_is_refused_with_what_to_do() {
    let world = World::with_desk();
    let fact =
        "[[event]]\nid = 'a-fair'\ndate = '2019-05'\nstatement = 'A fair.'\nwords = ['fair*']\n";
    world.write("fair.toml", fact);
    let import = ["reference", "import", "fair.toml"];
    let complaint = world.refuses(&import, Exit::InvalidValue);
    assert!(
        complaint.contains("[[event.source]]") && !complaint.contains("--source"),
        "{complaint}"
    );
    world.write(
        "fair.toml",
        format!("{fact}[[event.source]]\ntitle = 'The almanac'\n"),
    );
    let complaint = world.refuses(&import, Exit::InvalidValue);
    assert!(
        complaint.contains("the fact a-fair is recognised by one group of words only"),
        "{complaint}"
    );
}
