//! The demo: the whole path with one command.

use claimdesk::cli::exit::Exit;

use crate::world::{World, bytes};

#[test]
fn it_makes_a_desk_and_its_reports_and_says_what_to_try() {
    let world = World::new();
    let output = world.run(&["demo"]);
    assert!(output.stdout.contains("11 verdicts"), "{}", output.stdout);
    let commands: Vec<&str> = output
        .stderr
        .lines()
        .filter_map(|line| {
            line.trim()
                .split_once("/claimdesk ")
                .map(|(_, command)| command)
        })
        .collect();
    assert_eq!(commands.len(), 3, "{}", output.stderr);
    for command in commands {
        world.run(&command.split(' ').collect::<Vec<_>>()).done();
    }
    assert!(
        world
            .read("claimdesk-demo/report.html")
            .contains("Sánchez Cerén")
    );
    assert!(
        world
            .read("claimdesk-demo/report.md")
            .contains("Sánchez Cerén")
    );
}

#[test]
fn the_move_from_taiwan_to_china_is_flagged() {
    let world = World::new();
    world.run(&["demo", "here"]).done();
    let flags = world.json(&["flag", "list", "--desk", "here/claimdesk.db"]);
    let flags = flags.as_array().expect("a list");
    let taiwan = flags.iter().find(|flag| {
        let words = flag["text"].as_str().unwrap_or_default();
        words.contains("Taiwan") && flag["code"].is_null()
    });
    let taiwan = taiwan.expect("the flag");
    assert_eq!(taiwan["severity"], "high");
    let message = taiwan["message"].as_str().unwrap_or_default();
    for told in ["20 August 2018", "Salvador Sánchez Cerén", "nine months"] {
        assert!(message.contains(told), "{message}");
    }
}

#[test]
fn nothing_of_what_page_furniture_says_is_offered() {
    let world = World::new();
    world.run(&["demo", "here"]).done();
    let claims = world
        .run(&["claim", "list", "--all", "--desk", "here/claimdesk.db"])
        .done();
    assert!(
        !claims.contains("Related articles") && !claims.contains("Ten Ways to Cook"),
        "{claims}"
    );
}

#[test]
fn a_second_demo_leaves_the_first_alone() {
    let world = World::new();
    world.run(&["demo"]).done();
    let before = bytes(&world.path("claimdesk-demo/claimdesk.db"));
    world.run(&["demo"]).fails_with(Exit::DeskExists);
    assert_eq!(bytes(&world.path("claimdesk-demo/claimdesk.db")), before);
}
