//! Maps between scales: what a rating of one is on another, and what gets
//! lost.

use std::collections::BTreeMap;

use claimdesk::Desk;
use claimdesk::cli::exit::Exit;
use claimdesk::desk::Access;
use claimdesk::model::scale::Tone;
use serde_json::{Value, json};

use crate::world::World;

const SHIPPED: [&str; 3] = ["standard", "pre-publication", "averitec"];

const HOUSE: &str = "slug = 'house'\nname = 'House'\n\
    [[rating]]\nslug = 'no'\nlabel = 'No'\ntone = 'bad'\n\
    [[rating]]\nslug = 'yes'\nlabel = 'Yes'\ntone = 'good'\n\
    [[rating]]\nslug = 'rumour'\nlabel = 'Rumour'\ntone = 'neutral'\noff-scale = true\n";

const MAP: &str = "from = 'house'\nto = 'standard'\n\
    [[rating]]\nfrom = 'no'\nto = 'false'\nloss = 'That a part may hold.'\n\
    [[rating]]\nfrom = 'yes'\nto = 'true'\n\
    [[rating]]\nfrom = 'rumour'\nloss = 'The scale has nothing for rumours.'\n";

/// A desk with a scale of its own.
fn with_house() -> World {
    let world = World::with_desk();
    world.write("house.toml", HOUSE);
    world.run(&["scale", "add", "house.toml"]).done();
    world
}

/// The complaint about a map that is not as it must be.
fn refused(map: &str, exit: Exit) -> String {
    let world = with_house();
    world.write("map.toml", map);
    world.refuses(&["scale", "map", "--file", "map.toml"], exit)
}

/// Every ordered pair of the shipped scales.
fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    let all = SHIPPED
        .iter()
        .flat_map(|from| SHIPPED.map(|to| (*from, to)));
    all.filter(|(from, to)| from != to)
}

#[test]
fn the_shipped_scales_are_mapped_on_each_other() {
    let world = World::with_desk();
    for (from, to) in pairs() {
        let scale = world.json(&["scale", "show", from]);
        let slugs = scale["ratings"].as_array().expect("ratings").iter();
        let slugs: Vec<&Value> = slugs.map(|rating| &rating["slug"]).collect();
        let map = world.json(&["scale", "map", from, to]);
        let map = map.as_array().expect("a list");
        let mapped: Vec<&Value> = map.iter().map(|one| &one["from"]).collect();
        assert_eq!(mapped, slugs, "{from} on {to}");
        for one in map {
            assert_eq!(
                (&one["from_scale"], &one["to_scale"]),
                (&json!(from), &json!(to))
            );
            assert!(!one["to"].is_null() || !one["loss"].is_null(), "{one}");
        }
    }
    let init = world.json(&["log"])[0].take();
    assert_eq!(
        init["after"]["crosswalks"].as_array().map(Vec::len),
        Some(6)
    );
}

#[test]
fn a_rating_is_shown_with_what_it_is_elsewhere_and_what_gets_lost() {
    let world = World::with_desk();
    let map = ["scale", "map", "standard", "averitec"];
    let page = world.run(&map).done();
    for told in [
        "RATING",
        "~ Misleading    ~ Conflicting Evidence/Cherrypicking",
        "? Satire        none",
        "That a part of the claim holds.",
    ] {
        assert!(page.contains(told), "{told}\n{page}");
    }
    let rating = |slug| world.json(&[&map[..], &["--rating", slug]].concat());
    assert_eq!(
        rating("mostly-false"),
        json!({
            "from_scale": "standard", "from": "mostly-false", "to_scale": "averitec", "to": "refuted",
            "loss": "That a part of the claim holds."
        })
    );
    assert_eq!(rating("true")["loss"], Value::Null);
    assert_eq!(rating("satire")["to"], Value::Null);
    let own = world.json(&["scale", "map", "standard", "standard"]);
    assert!(
        own.as_array()
            .is_some_and(|own| own.iter().all(|one| one["from"] == one["to"]))
    );
}

#[test]
fn no_shipped_map_turns_good_into_bad_there_or_back() {
    let world = World::with_desk();
    let desk = Desk::open(&world.desk(), Access::Read).expect("opened");
    let opposite = |one: Tone, other: Tone| {
        [(Tone::Good, Tone::Bad), (Tone::Bad, Tone::Good)].contains(&(one, other))
    };
    let mut returned = 0;
    for (from, to) in pairs() {
        let there = desk.crosswalk(from, to).expect("a map");
        let back = desk.crosswalk(to, from).expect("a map");
        for rating in desk.scale(from).expect("a scale").ratings {
            let Some(said) = there.said(&rating.slug) else {
                continue;
            };
            assert!(!opposite(rating.tone, said.tone), "{from} {}", rating.slug);
            // What says nothing about truth says nothing there, and what is judged stays judged.
            assert_eq!(
                rating.position.is_none(),
                said.position.is_none(),
                "{from} {} on {to}",
                rating.slug
            );
            if let Some(again) = back.said(&said.slug) {
                assert!(!opposite(rating.tone, again.tone), "{from} {}", rating.slug);
                returned += 1;
            }
        }
        assert!(there.said("unheard-of").is_none());
    }
    assert!(returned > 20, "{returned}");
}

/// A worse rating is never said as a better one than what a better rating is
/// said as.
#[test]
fn shipped_maps_keep_the_order_of_ratings() {
    let world = World::with_desk();
    let desk = Desk::open(&world.desk(), Access::Read).expect("opened");
    for (from, to) in pairs() {
        let map = desk.crosswalk(from, to).expect("a map");
        let places: BTreeMap<u32, u32> = map
            .ratings
            .iter()
            .filter_map(|one| one.from.position.zip(one.to.as_ref()?.position))
            .collect();
        assert!(places.values().is_sorted(), "{from} on {to}: {places:?}");
    }
}

#[test]
fn a_house_scale_is_mapped_from_a_file() {
    let world = with_house();
    let complaint = world.refuses(&["scale", "map", "house", "standard"], Exit::NotNow);
    assert!(
        complaint.contains("the scale house are on the scale standard")
            && complaint.contains("scale map --file"),
        "{complaint}"
    );
    world.write("map.toml", MAP);
    let declare = ["scale", "map", "--file", "map.toml"];
    let declared = world.json(&declare);
    assert_eq!(declared, world.json(&["scale", "map", "house", "standard"]));
    assert_eq!(declared[1]["to"], "true");
    let event = world.json(&["log"]);
    let event = event.as_array().and_then(|log| log.last()).expect("a line");
    assert_eq!(event["action"], "scale.map");
    assert_eq!(event["before"], Value::Null);
    assert_eq!(event["after"]["ratings"], declared);
    // The other way is another map.
    world.refuses(&["scale", "map", "standard", "house"], Exit::NotNow);
}

#[test]
fn a_map_is_replaced_whole_and_saying_the_same_changes_nothing() {
    let world = with_house();
    world.write("map.toml", MAP);
    let declare = ["scale", "map", "--file", "map.toml"];
    let before = world.json(&declare);
    let lines = world.events();
    world.run(&declare).done();
    assert_eq!(world.events(), lines);
    world.write("map.toml", MAP.replace("'true'", "'mostly-true'"));
    assert_eq!(world.json(&declare)[1]["to"], "mostly-true");
    let log = world.json(&["log"]);
    assert_eq!(log[lines]["before"]["ratings"], before);
    assert_eq!(log[lines]["after"]["ratings"][1]["to"], "mostly-true");
}

#[test]
fn a_map_names_each_rating_once_and_says_why_one_has_no_counterpart() {
    let whole = |from: &str, to: &str| MAP.replace(from, to);
    let complaint = refused(
        &whole("[[rating]]\nfrom = 'yes'\nto = 'true'\n", ""),
        Exit::InvalidValue,
    );
    assert!(
        complaint.contains("leaves out ratings of the scale house: yes"),
        "{complaint}"
    );
    let complaint = refused(&whole("'yes'", "'no'"), Exit::InvalidValue);
    assert!(complaint.contains("“no” stands twice"), "{complaint}");
    let complaint = refused(
        &whole("'The scale has nothing for rumours.'", "' '"),
        Exit::InvalidValue,
    );
    assert!(
        complaint.contains("what rumour is on the scale standard"),
        "{complaint}"
    );
    let complaint = refused(&whole("'standard'", "'house'"), Exit::InvalidValue);
    assert!(complaint.contains("no map to itself"), "{complaint}");
    let complaint = refused(&whole("loss", "lost"), Exit::InvalidValue);
    assert!(
        complaint.contains("map.toml describes no map"),
        "{complaint}"
    );
}

#[test]
fn names_in_a_map_that_are_not_there_are_answered_with_the_nearest() {
    for (from, to, meant) in [
        ("'rumour'", "'rumours'", "rumour"),
        ("'true'", "'mostly-tru'", "mostly-true"),
        ("'standard'", "'standart'", "standard"),
        ("'house'", "'hous'", "house"),
    ] {
        let complaint = refused(&MAP.replace(from, to), Exit::UnknownName);
        assert!(
            complaint.contains(&format!("did you mean “{meant}”?")),
            "{complaint}"
        );
    }
}

#[test]
fn only_editors_declare_maps() {
    let world = with_house();
    world.run(&["reviewer", "add", "ben"]).done();
    world.write("map.toml", MAP);
    let declare = ["scale", "map", "--file", "map.toml", "--as", "ben"];
    world.refuses(&declare, Exit::NotAllowed);
    world
        .run(&["scale", "map", "standard"])
        .fails_with(Exit::Usage);
    world
        .run(&["scale", "map", "standard", "averitec", "--file", "map.toml"])
        .fails_with(Exit::Usage);
}

#[test]
fn a_rating_that_came_later_is_not_in_the_map() {
    let world = with_house();
    world.write("map.toml", MAP);
    world.run(&["scale", "map", "--file", "map.toml"]).done();
    let more = "[[rating]]\nslug = 'partly'\nlabel = 'Partly'\ntone = 'mixed'\n";
    world.write("house.toml", format!("{HOUSE}{more}"));
    world.run(&["scale", "update", "house.toml"]).done();
    let map = world.json(&["scale", "map", "house", "standard"]);
    assert_eq!(map.as_array().map(Vec::len), Some(4));
    assert_eq!(map[0]["to"], "false");
    let page = world.run(&["scale", "map", "house", "standard"]).done();
    assert!(page.contains("~ Partly  not in the map"), "{page}");
    let entry = "[[rating]]\nfrom = 'partly'\nto = 'misleading'\n";
    world.write("map.toml", format!("{MAP}{entry}"));
    world.run(&["scale", "map", "--file", "map.toml"]).done();
    let page = world.run(&["scale", "map", "house", "standard"]).done();
    assert!(page.contains("~ Partly  ~ Misleading"), "{page}");
}
