//! The model that a desk has of its own: used, kept, told of, taken further.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::fmt::Write;
use std::path::Path;

use claimdesk::cli::exit::Exit;
use claimdesk::desk::{Access, ClaimToAdd};
use claimdesk::model::claim::{ClaimFilter, ClaimRef};
use claimdesk::model::ids::ArticleId;
use claimdesk::{Act, Desk};
use sha2::{Digest, Sha256};

use crate::judged::{facts, judged, shipped_with, talk, world_with_model};
use crate::sql;
use crate::world::{World, bytes};

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

fn claims(world: &World, article: &str) -> usize {
    let claims = world.json(&["claim", "list", "--article", article]);
    claims.as_array().unwrap().len()
}

#[test]
fn a_desk_scores_by_its_own_model_until_it_goes_back() {
    let world = World::with_article();
    assert!(claims(&world, "1") > 0);
    world.write(
        "strict.model",
        shipped_with(|header| header["threshold"] = 1.0.into()),
    );
    let page = world.run(&["model", "use", "strict.model"]).done();
    assert!(page.starts_with("The desk's own model"), "{page}");
    std::fs::remove_file(world.path("strict.model")).unwrap();
    assert!(claims(&world, "1") > 0, "claims on the desk stay");

    world.write(
        "rain.txt",
        "It rained on 3 May 1931 for nine hours. Traffic fell by 7 percent.\n",
    );
    world.run(&["article", "add", "rain.txt"]).done();
    assert_eq!(claims(&world, "2"), 0);
    world.run(&["model", "use", "--shipped"]).done();
    world.write(
        "snow.txt",
        "It snowed on 4 May 1931 for nine hours. Traffic fell by 8 percent.\n",
    );
    world.run(&["article", "add", "snow.txt"]).done();
    assert!(claims(&world, "3") > 0);
    sql::assert_sound(&world.desk());
}

#[test]
fn what_model_is_used_stands_in_the_history() {
    let world = world_with_model();
    let before = world.events();
    world.run(&["model", "use", "own.model"]).done();
    world.run(&["model", "use", "own.model"]).done();
    world.run(&["model", "use", "--shipped"]).done();
    world.run(&["model", "use", "--shipped"]).done();
    assert_eq!(world.events(), before + 2, "the same again is no change");
    let log = world.json(&["log", "desk:1"]);
    let used = log
        .as_array()
        .unwrap()
        .iter()
        .find(|event| event["action"] == "model.use");
    let used = used.unwrap();
    let sha256 = hex(&Sha256::digest(bytes(&world.path("own.model"))));
    assert_eq!(used["after"]["sha256"], sha256);
    assert_eq!(used["after"]["name"], "judged");
    world.run(&["audit", "verify"]).done();
}

#[test]
fn the_model_stays_when_articles_go() {
    let world = world_with_model();
    world.run(&["model", "use", "own.model"]).done();
    world.write("rain.txt", "It rained on 3 May 1931 for nine hours.\n");
    world.run(&["article", "add", "rain.txt"]).done();
    world.run(&["article", "remove", "1"]).done();
    let desk = sql::open(&world.desk());
    assert_eq!(sql::number(&desk, "SELECT count(*) FROM blobs"), 1);
    assert_eq!(
        world.json(&["model", "show"])["which"],
        "the desk's own model"
    );
    world.run(&["model", "use", "--shipped"]).done();
    assert_eq!(sql::number(&desk, "SELECT count(*) FROM blobs"), 0);
}

#[test]
fn a_desk_s_model_that_is_of_another_version_is_said_so() {
    let world = World::with_article();
    let other = shipped_with(|header| header["features"] = "0-00000000".into());
    let sha256 = hex(&Sha256::digest(&other));
    sql::open(&world.desk())
        .execute_batch(&format!(
            "INSERT INTO settings (key, value, updated_at) VALUES ('model', '{sha256}', '2026-01-01T00:00:00Z');
             INSERT INTO blobs (sha256, size, compression, bytes) VALUES ('{sha256}', {}, 'none', x'{}');",
            other.len(),
            hex(&other),
        ))
        .unwrap();
    world.write("rain.txt", "It rained on 3 May 1931.\n");
    for command in [&["article", "add", "rain.txt"][..], &["model", "show"]] {
        let complaint = world.refuses(command, Exit::Malformed);
        assert!(
            complaint.contains("the desk's own model can't be used"),
            "{complaint}"
        );
        assert!(
            complaint.contains("claimdesk model use --shipped"),
            "{complaint}"
        );
    }
    world.run(&["model", "use", "--shipped"]).done();
    world.run(&["article", "add", "rain.txt"]).done();
}

#[test]
fn a_desk_s_decisions_take_its_model_further() {
    let world = World::with_desk();
    world.write(
        "talk.txt",
        [facts().join(" "), talk().join(" ")].join("\n\n"),
    );
    world.run(&["article", "add", "talk.txt"]).done();
    let train = ["model", "train", "--from-desk", "-o", "own.model"];
    let complaint = world.refuses(&train, Exit::NotNow);
    assert!(
        complaint
            .contains("the desk's decisions: 0 check-worthy and 0 other sentences are too few"),
        "{complaint}"
    );
    take_up_talk_and_dismiss_facts(&world.desk());
    let trained = world.json(&train);
    let decisions = trained["trained_on"]["decisions"].as_u64().unwrap();
    assert!(decisions >= 40, "{trained}");
    let shipped = world.json(&["model", "show"]);
    assert_eq!(trained["threshold"], shipped["threshold"]);
    assert!(trained["figures"].is_null());

    world.write("judged.csv", judged());
    let auc = |model: &[&str]| {
        let evaluate = [&["model", "evaluate", "--data", "judged.csv"], model].concat();
        world.json(&evaluate)["roc_auc"]["value"].as_f64().unwrap()
    };
    assert!(
        auc(&["--model", "own.model"]) < auc(&[]) - 0.3,
        "it learned the contrary"
    );

    let both = [
        "model",
        "train",
        "--data",
        "judged.csv",
        "--from-desk",
        "-o",
        "both.model",
    ];
    let trained = world.json(&both);
    assert_eq!(trained["trained_on"]["sentences"], decisions + 60);
    assert_eq!(trained["trained_on"]["decisions"], decisions);
}

/// Decides the contrary of what any model offers, so that a lesson is seen.
fn take_up_talk_and_dismiss_facts(desk: &Path) {
    let mut desk = Desk::open(desk, Access::Write).unwrap();
    let act = Act {
        actor: None,
        at: chrono::DateTime::from_timestamp(1_780_000_000, 0).unwrap(),
    };
    let offered = desk.claims(&ClaimFilter::default()).unwrap();
    for claim in &offered {
        let named = ClaimRef::Number(claim.id);
        desk.dismiss_claims(&act, &[named], "Not for us.").unwrap();
    }
    for sentence in talk() {
        let new = ClaimToAdd {
            quote: sentence,
            occurrence: None,
            statement: None,
            claimant: None,
            topics: Vec::new(),
        };
        // One that was offered is a claim already.
        let _ = desk.add_claim(&act, ArticleId(1), &new);
    }
}
