//! How far reviewers agree, over the verdicts of a desk.
//!
//! The expected numbers were worked out apart from the program, by listing
//! every pair of ratings one after the other; those that are short to reckon
//! have the reckoning beside them.
#![expect(
    clippy::expect_used,
    reason = "a helper of a test may fail like the test itself"
)]

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::sql;
use crate::world::World;

const ARTICLE: &str = "The bridge over the Lind was opened on 3 May 2019 by mayor Ana Vega. \
    Traffic rose by 12 percent in 2018. \
    The council spent 4 million crowns on the road in 2020. \
    Rents fell by 8 percent between 2015 and 2017. \
    The town counted 31,000 inhabitants in 2021. \
    Exports doubled in 2016.\n";

fn judge(world: &World, reviewer: &str, claim: &str, rating: &str, scale: &str) {
    let verdict = ["verdict", "add", claim, rating, "--because", "Seen."];
    let by = ["--as", reviewer, "--scale", scale];
    world.run(&[&verdict[..], &by].concat()).done();
}

/// Three reviewers and six claims, the first verdicts of whom are:
///
/// | claim | ana | ben | cleo |
/// | --- | --- | --- | --- |
/// | 1 | false | false | false |
/// | 2 | true | true | mostly-true |
/// | 3 | false | true | |
/// | 4 | misleading | misleading | mostly-false |
/// | 5 | true | off the scale | true |
/// | 6 | true | on another scale | |
fn with_ratings() -> World {
    let world = World::with_desk();
    for handle in ["cleo", "ben"] {
        let add = ["reviewer", "add", handle, "--name", handle];
        world.run(&add).done();
    }
    world.write("article.txt", ARTICLE);
    world
        .run(&["article", "add", "article.txt", "--all"])
        .done();
    for (reviewer, claim, rating) in [
        ("ana", "1", "false"),
        ("ben", "1", "false"),
        ("cleo", "1", "false"),
        ("ana", "2", "true"),
        ("ben", "2", "true"),
        ("cleo", "2", "mostly-true"),
        ("ana", "3", "false"),
        ("ben", "3", "true"),
        ("ana", "4", "misleading"),
        ("ben", "4", "misleading"),
        ("cleo", "4", "mostly-false"),
        ("ana", "5", "true"),
        ("ben", "5", "unverifiable"),
        ("cleo", "5", "true"),
        ("ana", "6", "true"),
    ] {
        judge(&world, reviewer, claim, rating, "standard");
    }
    judge(&world, "ben", "6", "refuted", "averitec");
    world
}

fn agreement(world: &World, arguments: &[&str]) -> Value {
    world.json(&[&["verdict", "agreement"], arguments].concat())
}

fn near(number: &Value, expected: f64) {
    let found = number.as_f64().expect("a number");
    assert!((found - expected).abs() < 1e-9, "{found} {expected}");
}

/// The claims that were not rated alike, each with how far apart.
fn apart(agreement: &Value) -> Vec<(i64, i64)> {
    let claims = agreement["disagreements"].as_array().into_iter().flatten();
    let number = |claim: &Value, field: &str| claim[field].as_i64().expect("a number");
    claims
        .map(|claim| (number(claim, "claim"), number(claim, "distance")))
        .collect()
}

#[test]
fn coefficients_are_those_worked_out_by_hand() {
    let world = with_ratings();
    let found = agreement(&world, &[]);
    assert_eq!(found["article"], Value::Null);
    assert_eq!(found["scale"], "standard");
    assert_eq!(found["reviewers"], json!(["ana", "ben", "cleo"]));
    assert_eq!(
        (&found["claims"], &found["rated_twice"]),
        (&json!(6), &json!(5))
    );
    assert_eq!(
        (&found["off_scale"], &found["other_scales"]),
        (&json!(1), &json!(1))
    );

    // Equal pairs by claim: 3 of 3, 1 of 3, 0 of 1, 1 of 3, 1 of 1.
    near(&found["percent_agreement"]["value"], 100.0 * 6.0 / 11.0);
    // Claims 1, 2 and 4: observed (1 + 1/3 + 1/3) / 3; by chance, from three
    // false, two true, two misleading and one of two others in nine,
    // (9 + 4 + 4 + 1 + 1) / 81.
    let (observed, by_chance) = (5.0 / 9.0, 19.0 / 81.0);
    near(
        &found["fleiss_kappa"]["value"],
        (observed - by_chance) / (1.0 - by_chance),
    );
    assert_eq!(found["fleiss_claims"], 3);
    // Of 13 ratings four are false, five true, two misleading. The pairs that
    // differ count 2 each, divided by the ratings of their claim less one:
    // 4/2 + 2/1 + 4/2 = 6 of 13. By chance 13² less the squares of 4, 5, 2, 1
    // and 1, of 13 · 12.
    let alpha = &found["krippendorff_alpha"];
    near(
        &alpha["nominal"]["value"],
        1.0 - (6.0 / 13.0) / (122.0 / 156.0),
    );
    near(&alpha["ordinal"]["value"], 0.537_075_537_075_537_1);
    // Squares of distances: 2/2 · (1 + 1) + 2 · 16 + 2/2 · (1 + 1) = 36.
    near(&alpha["interval"]["value"], 0.559_183_673_469_387_8);
    for measure in [
        &found["percent_agreement"],
        &found["fleiss_kappa"],
        &alpha["ordinal"],
    ] {
        let end = |field: &str| measure[field].as_f64().expect("a number");
        assert!(
            end("low") < end("value") && end("value") < end("high"),
            "{measure}"
        );
    }
    assert_eq!(found["cohen_kappa"], Value::Null);
    assert_eq!(
        found["undefined"],
        json!({"cohen_kappa": "not-two-reviewers"})
    );
    assert_eq!(found, agreement(&world, &[]), "chance follows from a seed");
}

#[test]
fn each_two_reviewers_are_compared_by_themselves() {
    let world = with_ratings();
    let found = agreement(&world, &[]);
    let pairs = found["pairs"].as_array().expect("a list");
    // Claims that both rated, those alike, and agreement by chance: for ana and
    // ben (false 2 · 1, true 1 · 2, misleading 1 · 1) / 4².
    let expected = [
        (["ana", "ben"], 4, 3.0 / 4.0, 5.0 / 16.0),
        (["ana", "cleo"], 4, 2.0 / 4.0, 3.0 / 16.0),
        (["ben", "cleo"], 3, 1.0 / 3.0, 1.0 / 9.0),
    ];
    assert_eq!(pairs.len(), expected.len());
    for (pair, (reviewers, claims, alike, by_chance)) in pairs.iter().zip(expected) {
        assert_eq!(
            (&pair["reviewers"], &pair["claims"]),
            (&json!(reviewers), &json!(claims))
        );
        near(&pair["percent_agreement"], 100.0 * alike);
        near(
            &pair["cohen_kappa"],
            (alike - by_chance) / (1.0 - by_chance),
        );
    }
}

#[test]
fn claims_in_disagreement_are_named_with_who_said_what() {
    let world = with_ratings();
    let found = agreement(&world, &[]);
    assert_eq!(apart(&found), [(3, 4), (2, 1), (4, 1)]);
    let first = &found["disagreements"][0];
    assert_eq!(
        first["words"],
        "The council spent 4 million crowns on the road in 2020."
    );
    assert_eq!(
        first["ratings"],
        json!([
            {"reviewer": "ana", "rating": "false", "rating_label": "False", "position": 1},
            {"reviewer": "ben", "rating": "true", "rating_label": "True", "position": 5},
        ])
    );
    let page = world.run(&["verdict", "agreement"]).done();
    for told in [
        "1 verdict with a rating off the scale, 1 verdict on another scale",
        "on the 3 claims",
        "0.410  (",
        "it is for two reviewers",
        "ana ✗ False",
    ] {
        assert!(page.contains(told), "{told}\n{page}");
    }
}

#[test]
fn who_changed_their_mind_counts_with_what_they_say_now() {
    let world = with_ratings();
    judge(&world, "ana", "3", "true", "standard");
    assert_eq!(apart(&agreement(&world, &[])), [(2, 1), (4, 1)]);
    near(
        &agreement(&world, &[])["krippendorff_alpha"]["ordinal"]["value"],
        0.917_378_917_378_917_4,
    );
    let first = agreement(&world, &["--first"]);
    assert_eq!(first["first"], true);
    assert_eq!(apart(&first), [(3, 4), (2, 1), (4, 1)]);
    near(
        &first["krippendorff_alpha"]["ordinal"]["value"],
        0.537_075_537_075_537_1,
    );
    // A verdict that is given on another scale replaces the one before.
    judge(&world, "ben", "2", "refuted", "averitec");
    assert_eq!(agreement(&world, &[])["other_scales"], 2);
    assert_eq!(agreement(&world, &["--first"])["other_scales"], 1);
}

#[test]
fn an_article_is_measured_by_itself() {
    let world = with_ratings();
    world.write("other.txt", "The museum drew 90,000 visitors in 2022.\n");
    world.run(&["article", "add", "other.txt", "--all"]).done();
    let before = agreement(&world, &["--article", "1"]);
    judge(&world, "ana", "7", "false", "standard");
    judge(&world, "ben", "7", "true", "standard");
    assert_eq!(agreement(&world, &["--article", "1"]), before);
    let other = agreement(&world, &["--article", "2"]);
    assert_eq!(
        (&other["article"], &other["reviewers"]),
        (&json!(2), &json!(["ana", "ben"]))
    );
    // The two never agree, and neither would by chance: nothing beyond it.
    near(&other["cohen_kappa"]["value"], 0.0);
    assert_eq!(agreement(&world, &[])["claims"], 7);
    world.refuses(
        &["verdict", "agreement", "--article", "9"],
        Exit::UnknownNumber,
    );
}

#[test]
fn where_nothing_can_be_compared_the_reason_is_told() {
    let world = World::with_verdict();
    let found = agreement(&world, &[]);
    for coefficient in ["percent_agreement", "cohen_kappa", "fleiss_kappa"] {
        assert_eq!(found[coefficient], Value::Null);
        assert_eq!(found["undefined"][coefficient], "too-few-reviewers");
    }
    assert_eq!(
        found["krippendorff_alpha"],
        json!({"nominal": null, "ordinal": null, "interval": null})
    );
    assert_eq!(
        found["undefined"]["krippendorff_alpha"],
        "too-few-reviewers"
    );
    let page = world.run(&["verdict", "agreement"]).done();
    assert!(
        page.contains("fewer than two reviewers have rated"),
        "{page}"
    );
    let page = world
        .run(&["verdict", "agreement", "--scale", "averitec"])
        .done();
    assert!(page.contains("nobody has rated on this scale"), "{page}");
    assert!(page.contains("1 verdict on another scale"), "{page}");

    world
        .run(&["reviewer", "add", "ben", "--name", "Ben"])
        .done();
    judge(&world, "ben", "1", "false", "standard");
    let page = world.run(&["verdict", "agreement"]).done();
    assert!(page.contains("100.0 %"), "{page}");
    assert!(page.contains("every rating is the same"), "{page}");
    assert!(
        page.contains("none: all their ratings are the same"),
        "{page}"
    );
}

#[test]
fn a_scale_that_is_not_there_is_refused_with_the_one_meant() {
    let world = with_ratings();
    let complaint = world.refuses(
        &["verdict", "agreement", "--scale", "standart"],
        Exit::UnknownName,
    );
    assert!(
        complaint.contains("did you mean “standard”?"),
        "{complaint}"
    );
}

#[test]
fn verdicts_on_other_scales_count_where_a_map_says_what_they_are() {
    let world = with_ratings();
    let mapped = agreement(&world, &["--mapped"]);
    assert_eq!(
        (
            &mapped["mapped"],
            &mapped["other_scales"],
            &mapped["off_scale"]
        ),
        (&json!(1), &json!(0), &json!(1))
    );
    assert_eq!(mapped["rated_twice"], 6);
    // Refuted is false on the scale of the desk, and ana said true.
    assert_eq!(apart(&mapped), [(3, 4), (6, 4), (2, 1), (4, 1)]);
    assert_eq!(mapped["disagreements"][1]["ratings"][1]["rating"], "false");
    near(&mapped["percent_agreement"]["value"], 100.0 * 6.0 / 12.0);
    let page = world.run(&["verdict", "agreement", "--mapped"]).done();
    assert!(
        page.contains("said on this scale  1 verdict on another scale"),
        "{page}"
    );
    assert_eq!(agreement(&world, &[])["mapped"], 0);

    // What is off the other scale is off this one; what can't be said is missing.
    judge(&world, "ben", "6", "not-enough-evidence", "averitec");
    judge(&world, "cleo", "3", "query-to-author", "pre-publication");
    let mapped = agreement(&world, &["--mapped"]);
    assert_eq!(
        (
            &mapped["mapped"],
            &mapped["other_scales"],
            &mapped["off_scale"]
        ),
        (&json!(1), &json!(1), &json!(2))
    );
}

#[test]
fn a_whole_desk_is_said_on_another_scale() {
    let world = with_ratings();
    let mapped = agreement(&world, &["--scale", "averitec", "--mapped"]);
    assert_eq!(
        (
            &mapped["mapped"],
            &mapped["other_scales"],
            &mapped["off_scale"]
        ),
        (&json!(15), &json!(0), &json!(1))
    );
    // True and mostly true are one there, and so are false and mostly false.
    assert_eq!(apart(&mapped), [(3, 2), (6, 2), (4, 1)]);
    // A scale that no map leads to gains nothing.
    world.write(
        "house.toml",
        "slug = 'house'\nname = 'House'\n\
         [[rating]]\nslug = 'no'\nlabel = 'No'\ntone = 'bad'\n\
         [[rating]]\nslug = 'yes'\nlabel = 'Yes'\ntone = 'good'\n",
    );
    world.run(&["scale", "add", "house.toml"]).done();
    let mapped = agreement(&world, &["--scale", "house", "--mapped"]);
    assert_eq!(
        (&mapped["mapped"], &mapped["other_scales"]),
        (&json!(0), &json!(16))
    );
}

#[test]
fn dismissed_claims_are_left_out() {
    let world = with_ratings();
    sql::open(&world.desk())
        .execute_batch(
            "UPDATE claims SET state = 'dismissed', dismissed_because = 'known' WHERE id = 3",
        )
        .expect("dismissed");
    let found = agreement(&world, &[]);
    assert_eq!(found["claims"], 5);
    assert_eq!(apart(&found), [(2, 1), (4, 1)]);
}
