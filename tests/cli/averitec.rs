//! AVeriTeC records, in and out.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::world::World;

/// Three claims as the data set has them: with all that can be said, with the gaps
/// that real ones have, and with evidence both ways.
fn records() -> Value {
    json!([
        {
            "claim": "The Žilina dam was finished in 1997, before the bridge.",
            "required_reannotation": false,
            "label": "Refuted",
            "justification": "The bridge is sixty years older. ",
            "claim_date": "7-5-2024",
            "speaker": "Peter Novák",
            "original_claim_url": "https://video.example/speech",
            "cached_original_claim_url": "https://web.archive.org/web/2024/https://video.example/speech",
            "fact_checking_article": "https://facts.example/dam",
            "reporting_source": "Radio Example",
            "location_ISO_code": "SK",
            "claim_types": ["Event/Property Claim", "Numerical Claim"],
            "fact_checking_strategies": ["Written Evidence"],
            "questions": [
                {
                    "question": "When was the dam finished?",
                    "answers": [
                        {
                            "answer": "Work on it ended in 1997.",
                            "answer_type": "Extractive",
                            "source_url": "https://archive.example/dam?utm_source=list",
                            "source_medium": "Web text",
                            "cached_source_url": "https://web.archive.org/web/2024/https://archive.example/dam"
                        },
                        {
                            "answer": "No answer could be found.",
                            "answer_type": "Unanswerable",
                            "source_url": "",
                            "source_medium": ""
                        }
                    ]
                },
                {
                    "question": "Is the bridge younger than that?",
                    "answers": [{
                        "answer": "No",
                        "boolean_explanation": "Trains crossed it in 1932.",
                        "answer_type": "Boolean",
                        "source_url": "http://archive.example/dam/",
                        "source_medium": "PDF"
                    }]
                }
            ],
            "claim_id": 12
        },
        {
            "claim": "Every second household in Turiec heats with wood.",
            "required_reannotation": true,
            "label": "Not Enough Evidence",
            "justification": "",
            "claim_date": "unknown",
            "speaker": null,
            "original_claim_url": null,
            "fact_checking_article": "https://facts.example/wood",
            "reporting_source": null,
            "location_ISO_code": null,
            "claim_types": [],
            "fact_checking_strategies": [],
            "questions": [{
                "question": "Who counts stoves?",
                "answers": [
                    {
                        "answer": "Yes",
                        "answer_type": "Boolean",
                        "boolean_explanation": "The office says so by phone.",
                        "source_url": "by phone",
                        "source_medium": "Other",
                        "cached_source_url": null
                    }
                ]
            }]
        },
        {
            "claim": "Fares rose faster than wages.",
            "required_reannotation": false,
            "label": "Conflicting Evidence/Cherrypicking",
            "justification": "It hangs on the year that one counts from.",
            "claim_date": "1-12-2023",
            "speaker": "",
            "original_claim_url": "https://video.example/fares",
            "fact_checking_article": "https://facts.example/fares",
            "reporting_source": "",
            "location_ISO_code": "SK",
            "claim_types": ["Causal Claim"],
            "fact_checking_strategies": [],
            "questions": []
        }
    ])
}

fn desk() -> World {
    let world = World::with_desk();
    world.write("claims.json", records().to_string());
    world.run(&["import", "claims.json"]).done();
    world
}

fn exported(world: &World) -> Value {
    serde_json::from_str(&world.run(&["export", "--format", "averitec"]).done()).unwrap()
}

#[test]
fn a_record_becomes_a_claim_with_its_verdict_and_what_the_answers_cite() {
    let world = desk();
    let claim = world.json(&["claim", "show", "1"]);
    assert_eq!(
        claim["statement"],
        "The Žilina dam was finished in 1997, before the bridge."
    );
    assert_eq!(claim["claimant"], "Peter Novák");
    assert_eq!(claim["rating"], "refuted");
    assert_eq!(claim["state"], "published");
    assert_eq!(claim["publication"]["url"], "https://facts.example/dam");
    assert_eq!(
        claim["appearances"][0]["url"],
        "https://video.example/speech"
    );
    let verdict = &claim["verdicts"][0];
    assert_eq!(verdict["rationale"], "The bridge is sixty years older.");
    let evidence = verdict["evidence"].as_array().unwrap();
    assert_eq!(evidence.len(), 2);
    assert_eq!(evidence[0]["quote"], "Work on it ended in 1997.");
    assert_eq!(evidence[1]["quote"], "Trains crossed it in 1932.");
    assert_eq!(evidence[1]["stance"], "refutes");
    // Two spellings of one address are one source.
    assert_eq!(world.json(&["source", "list"]).as_array().unwrap().len(), 1);
    let flat = world.run(&["export", "--format", "csv"]).done();
    assert!(flat.contains(",2024-05-07,"), "{flat}");
    assert!(!flat.contains(",unknown,"), "{flat}");
    world.run(&["audit", "verify"]).done();
    world.run(&["doctor"]).done();
}

#[test]
fn what_was_imported_comes_out_the_same_and_changes_nothing_again() {
    let world = desk();
    assert_eq!(exported(&world), records());
    let out = world.run(&["export", "--format", "averitec"]).done();
    assert!(
        out.starts_with("[\n    {\n        \"claim\": \"The Žilina dam"),
        "{out}"
    );
    assert_eq!(out, world.run(&["export", "--format", "averitec"]).done());
    let events = world.events();
    world.write("again.json", &out);
    assert_eq!(world.json(&["import", "again.json"])["unchanged"], 3);
    assert_eq!(world.events(), events);
    for format in ["jsonl", "csv"] {
        let through = world.run(&["export", "--format", format]).done();
        let other = World::with_desk();
        other.write("claims", through);
        other.run(&["import", "claims"]).done();
        assert_eq!(exported(&other), records(), "{format}");
    }
}

#[test]
fn an_answer_is_told_only_while_its_source_is_cited_and_public() {
    let world = desk();
    world
        .run(&["source", "edit", "1", "--confidentiality", "internal"])
        .done();
    for format in ["averitec", "jsonl", "csv"] {
        let out = world.run(&["export", "--format", format]).done();
        assert!(!out.contains("archive.example/dam"), "{format}: {out}");
        assert!(!out.contains("Work on it ended"), "{format}: {out}");
        assert!(out.contains("No answer could be found."), "{format}: {out}");
    }
    let inside = ["export", "--format", "averitec", "--include-internal"];
    let inside: Value = serde_json::from_str(&world.run(&inside).done()).unwrap();
    assert_eq!(inside, records());
}

#[test]
fn claims_of_the_desk_are_written_with_what_they_are_on_the_scale() {
    let world = World::with_verdict();
    let claims = exported(&world);
    let said = world.run(&["export", "--format", "averitec"]);
    let claims = claims.as_array().unwrap();
    assert_eq!(claims.len(), 1);
    let claim = &claims[0];
    assert_eq!(claim["label"], "Refuted");
    for key in [
        "claim",
        "justification",
        "claim_date",
        "fact_checking_article",
    ] {
        assert!(claim[key].is_string(), "{key}: {claim}");
    }
    for key in ["claim_types", "fact_checking_strategies", "questions"] {
        assert!(claim[key].is_array(), "{key}: {claim}");
    }
    assert_eq!(claim["required_reannotation"], false);
    assert_eq!(
        claim["questions"][0]["answers"].as_array().unwrap().len(),
        1
    );
    assert!(
        said.stderr.contains("left out for lack of a verdict"),
        "{}",
        said.stderr
    );
    let other = World::with_desk();
    other.write("claims.json", serde_json::to_string(claims).unwrap());
    other.run(&["import", "claims.json"]).done();
    assert_eq!(exported(&other), Value::from(claims.clone()));
}

#[test]
fn a_desk_without_such_claims_gives_an_empty_array() {
    let world = World::with_desk();
    assert_eq!(
        world.run(&["export", "--format", "averitec"]).done(),
        "[]\n"
    );
    world.write("none.json", "[]\n");
    let done = world.json(&["import", "none.json", "--as-format", "averitec"]);
    assert_eq!(done["added"], 0);
}

#[test]
fn what_is_no_record_is_told_with_its_place() {
    let world = World::with_desk();
    let mut all = records();
    all[0]["label"] = "Mostly False".into();
    all[1]["questions"][0]["answers"][0]["answer"] = 7.into();
    let all = all.as_array_mut().unwrap();
    all.push(json!("claim"));
    all.push(json!({"claim": " ", "label": "Refuted", "questions": []}));
    all.push(json!({"claim": "A.", "questions": []}));
    world.write("odd.json", serde_json::to_string_pretty(all).unwrap());
    let said = world.refuses(&["import", "odd.json"], Exit::Malformed);
    assert!(
        said.contains("odd.json, [0]: label: “Mostly False” is none of"),
        "{said}"
    );
    let done = world.run(&["import", "odd.json", "--skip-invalid"]);
    for told in [
        "[1]: questions[0].answers[0].answer: 7 is no text",
        "[3]: it is no object",
        "[4]: claim: it is missing, or says nothing",
        "[5]: label: it is missing",
    ] {
        assert!(done.stderr.contains(told), "{told} in {}", done.stderr);
    }
    assert_eq!(exported(&world).as_array().unwrap().len(), 1);
    world.write("cut.json", &records().to_string()[..900]);
    let said = world.refuses(&["import", "cut.json", "--skip-invalid"], Exit::Malformed);
    assert!(said.contains("the file ends in it"), "{said}");
    world.write(
        "slip.json",
        "[\n{\"claim\": \"A.\",\n \"label\": \"Refuted\" \"questions\": []}]",
    );
    let said = world.refuses(
        &["import", "slip.json", "--as-format", "averitec"],
        Exit::Malformed,
    );
    assert!(
        said.contains("[0]: expected `,` or `}`, in line 3"),
        "{said}"
    );
}
