//! Scales that change: what their ratings mean, and what that does to the
//! verdicts that were given on them.

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::world::World;

/// A rating as a file describes it: slug, description, tone, whether it is off
/// the scale.
type Described = (&'static str, &'static str, &'static str, bool);

const WRONG: Described = ("wrong", "It is not so.", "bad", false);
const RIGHT: Described = ("right", "It is so.", "good", false);
const OPEN: Described = ("open", "Nobody knows.", "neutral", true);

fn write(world: &World, ratings: &[Described]) {
    let head = "slug = 'house'\nname = 'House'\ndescription = 'What we print'\n";
    let ratings = ratings.iter().map(|(slug, description, tone, off_scale)| {
        format!(
            "[[rating]]\nslug = '{slug}'\nlabel = '{slug}'\ndescription = '{description}'\n\
             tone = '{tone}'\noff-scale = {off_scale}\n"
        )
    });
    let file: Vec<String> = ratings.collect();
    world.write("house.toml", format!("{head}{}", file.concat()));
}

fn judge(world: &World, reviewer: &str, claim: &str, rating: &str) {
    let verdict = ["verdict", "add", claim, rating, "--scale", "house"];
    let by = ["--because", "Seen.", "--as", reviewer];
    world.run(&[&verdict[..], &by].concat()).done();
}

/// A desk with the scale, on which ana has rated claim 1 wrong and ben claim 1
/// right and claim 2 wrong.
fn with_scale() -> World {
    let world = World::with_article();
    world.run(&["reviewer", "add", "ben"]).done();
    write(&world, &[WRONG, RIGHT, OPEN]);
    world.run(&["scale", "add", "house.toml"]).done();
    judge(&world, "ana", "1", "wrong");
    judge(&world, "ben", "1", "right");
    judge(&world, "ben", "2", "wrong");
    world
}

/// What the update says of verdicts.
fn update(world: &World) -> String {
    let updated = world.run(&["scale", "update", "house.toml"]);
    let told = updated.stderr.clone();
    let page = updated.done();
    assert!(page.contains("Scale house"), "{page}");
    told
}

fn versions(world: &World) -> Vec<(String, Value)> {
    let scale = world.json(&["scale", "show", "house"]);
    let ratings = scale["ratings"].as_array().cloned().unwrap_or_default();
    ratings
        .iter()
        .map(|rating| {
            let slug = rating["slug"].as_str().unwrap_or_default();
            (slug.to_owned(), rating["version"].clone())
        })
        .collect()
}

fn stale(world: &World) -> Vec<i64> {
    let claims = world.json(&["claim", "list", "--stale"]);
    let claims = claims.as_array().into_iter().flatten();
    claims.filter_map(|claim| claim["id"].as_i64()).collect()
}

#[test]
fn verdicts_on_a_rating_that_means_something_else_are_stale_until_reaffirmed() {
    let world = with_scale();
    assert_eq!(stale(&world), [0_i64; 0]);
    write(
        &world,
        &[
            ("wrong", "A source says that it is not so.", "bad", false),
            RIGHT,
            OPEN,
        ],
    );
    let told = update(&world);
    assert!(told.contains("2 verdicts are stale now"), "{told}");
    // Claim 1 is rated by its latest verdict, which is ben's on another rating.
    assert_eq!(stale(&world), [2]);
    let claim = world.json(&["claim", "show", "2"]);
    assert_eq!(claim["stale_because"], json!(["scale"]));
    let verdicts = world.json(&["verdict", "history", "1"]);
    assert_eq!(
        (&verdicts[0]["stale"], &verdicts[1]["stale"]),
        (&true.into(), &false.into())
    );
    let reaffirm = ["verdict", "reaffirm", "2", "--because", "A source said so."];
    world
        .run(&[&reaffirm[..], &["--as", "ben"]].concat())
        .done();
    assert_eq!(stale(&world), [0_i64; 0]);
    assert_eq!(
        world.json(&["claim", "show", "2"])["stale_because"],
        json!([])
    );
    judge(&world, "ana", "1", "wrong");
    assert_eq!(world.json(&["stats"])["stale"], 0);
}

#[test]
fn only_ratings_that_changed_get_a_new_version() {
    let world = with_scale();
    write(
        &world,
        &[("wrong", "It is not so.", "mixed", false), RIGHT, OPEN],
    );
    update(&world);
    let expected = [("wrong", 2), ("right", 1), ("open", 1)];
    assert_eq!(
        versions(&world),
        expected.map(|(slug, version)| (slug.to_owned(), version.into()))
    );
    // A rating at the end moves none; two that change places both mean less or more.
    let better = ("perfect", "It could not be truer.", "good", false);
    write(
        &world,
        &[
            RIGHT,
            ("wrong", "It is not so.", "mixed", false),
            better,
            OPEN,
        ],
    );
    update(&world);
    let expected = [("right", 2), ("wrong", 3), ("perfect", 1), ("open", 1)];
    assert_eq!(
        versions(&world),
        expected.map(|(slug, version)| (slug.to_owned(), version.into()))
    );
    judge(&world, "ana", "3", "perfect");
}

#[test]
fn a_verdict_becomes_stale_once() {
    let world = with_scale();
    write(&world, &[("wrong", "Not so.", "bad", false), RIGHT, OPEN]);
    assert!(update(&world).contains("2 verdicts"));
    write(&world, &[WRONG, RIGHT, OPEN]);
    assert_eq!(update(&world), "");
    // What the rating meant in between was something else as well.
    assert_eq!(stale(&world), [2]);
}

#[test]
fn a_rating_goes_while_nothing_uses_it() {
    let world = with_scale();
    let perfect = ("perfect", "It could not be truer.", "good", false);
    write(&world, &[WRONG, RIGHT, perfect]);
    update(&world);
    let slugs: Vec<String> = versions(&world).into_iter().map(|(slug, _)| slug).collect();
    assert_eq!(slugs, ["wrong", "right", "perfect"]);
    assert_eq!(stale(&world), [0_i64; 0]);
    write(&world, &[perfect, OPEN, ("no", "No.", "bad", false)]);
    let complaint = world.refuses(&["scale", "update", "house.toml"], Exit::NotNow);
    assert!(complaint.contains("wrong, right"), "{complaint}");
    // A verdict that was superseded keeps its rating as well.
    judge(&world, "ben", "1", "perfect");
    write(&world, &[WRONG, perfect]);
    let complaint = world.refuses(&["scale", "update", "house.toml"], Exit::NotNow);
    assert!(complaint.contains("use: right"), "{complaint}");
}

#[test]
fn a_change_is_told_with_before_and_after_and_none_is_not() {
    let world = with_scale();
    let lines = world.events();
    assert_eq!(update(&world), "");
    assert_eq!(world.events(), lines);
    let file = world.read("house.toml").replace("What we print", "For us");
    world.write("house.toml", file);
    update(&world);
    let log = world.json(&["log"]);
    let event = &log[lines];
    assert_eq!(event["action"], "scale.update");
    assert_eq!(event["before"]["description"], "What we print");
    assert_eq!(event["after"]["description"], "For us");
    assert_eq!(stale(&world), [0_i64; 0]);
}

#[test]
fn only_an_editor_changes_a_scale_that_is_there() {
    let world = with_scale();
    write(&world, &[WRONG, RIGHT]);
    world.refuses(
        &["scale", "update", "house.toml", "--as", "ben"],
        Exit::NotAllowed,
    );
    let other = world.read("house.toml").replace("'house'", "'hause'");
    world.write("house.toml", other);
    let complaint = world.refuses(&["scale", "update", "house.toml"], Exit::UnknownName);
    assert!(complaint.contains("did you mean “house”?"), "{complaint}");
    world.write("house.toml", "slug = 'house'\n");
    let complaint = world.refuses(&["scale", "update", "house.toml"], Exit::InvalidValue);
    assert!(
        complaint.contains("house.toml describes no scale"),
        "{complaint}"
    );
}
