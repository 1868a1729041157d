//! A person's own defaults: one file for all desks, behind what a command is told and
//! before what a desk says.

use claimdesk::cli::exit::Exit;

use crate::world::World;

/// Where the defaults stand in a world.
const FILE: &str = ".config/claimdesk/config.toml";

/// The value of a setting, who says so and where.
fn in_force(world: &World, more: &[&str], key: &str) -> (String, String, String) {
    let arguments = [&["config", "get", key], more].concat();
    let setting = world.json(&arguments);
    let text = |field: &str| setting[field].as_str().unwrap_or_default().to_owned();
    (text("value"), text("origin"), text("where"))
}

fn says(value: &str, origin: &str, place: &str) -> (String, String, String) {
    (value.to_owned(), origin.to_owned(), place.to_owned())
}

#[test]
fn what_a_person_prefers_holds_on_every_desk() {
    let world = World::with_article();
    world
        .run(&["reviewer", "add", "ben", "--name", "Ben Ito"])
        .done();
    world.run(&["config", "set", "handle", "ben"]).done();
    assert_eq!(world.read(FILE), "handle = \"ben\"\n");
    world.judge_true("Seen on site.", &[]).done();
    let verdicts = &world.json(&["claim", "show", "1"])["verdicts"];
    assert_eq!(verdicts[0]["reviewer"], "ben");
    world.run(&["init", "--desk", "other.db"]).done();
    assert_eq!(
        world.json(&["reviewer", "list", "--desk", "other.db"])[0]["handle"],
        "ben"
    );
}

#[test]
fn who_acts_is_said_by_option_environment_person_and_desk_in_this_order() {
    let world = World::with_desk();
    let desk = world.desk().display().to_string();
    let file = world.path(FILE).display().to_string();
    assert_eq!(in_force(&world, &[], "handle"), says("ana", "desk", &desk));
    world.run(&["config", "set", "handle", "ben"]).done();
    assert_eq!(
        in_force(&world, &[], "handle"),
        says("ben", "personal", &file)
    );
    assert_eq!(
        in_force(&world, &["--as", "cem"], "handle"),
        says("cem", "option", "--as")
    );
    let mut get = world.command(&["config", "get", "handle", "--format", "csv"]);
    let by_environment = get.env("CLAIMDESK_REVIEWER", "dana").output().unwrap();
    let by_environment = String::from_utf8(by_environment.stdout).unwrap();
    assert!(
        by_environment.contains("dana,true,person,environment,CLAIMDESK_REVIEWER"),
        "{by_environment}"
    );
    world.run(&["config", "unset", "handle"]).done();
    assert_eq!(in_force(&world, &[], "handle"), says("ana", "desk", &desk));
}

#[test]
fn colour_is_as_the_person_has_it_unless_a_command_or_no_color_says_otherwise() {
    let world = World::with_verdict();
    let colored = |more: &[&str], no_color: &str| {
        let mut list = world.command(&[&["claim", "list"], more].concat());
        let output = list.env("NO_COLOR", no_color).output().unwrap();
        output.stdout.contains(&0x1b)
    };
    assert!(!colored(&[], ""));
    world.run(&["config", "set", "color", "always"]).done();
    assert!(colored(&[], ""));
    assert!(!colored(&["--color", "never"], ""));
    assert!(!colored(&[], "1"));
}

#[test]
fn sources_are_cited_in_the_style_of_the_person() {
    let world = World::with_verdict();
    let apa = world.run(&["source", "cite", "1"]).done();
    world
        .run(&["config", "set", "citation-style", "bibtex"])
        .done();
    assert!(world.run(&["source", "cite", "1"]).done().starts_with('@'));
    assert_eq!(
        world.run(&["source", "cite", "1", "--style", "apa"]).done(),
        apa
    );
}

#[test]
fn every_setting_is_listed_with_where_it_is_said() {
    let world = World::with_desk();
    world
        .run(&["config", "set", "editor", "code --wait"])
        .done();
    world.run(&["config", "set", "blind", "on"]).done();
    let all = world.json(&["config", "list", "--show-origin"]);
    let of = |key: &str| {
        let all = all.as_array().unwrap();
        let setting = all.iter().find(|setting| setting["key"] == key).unwrap();
        (setting["value"].clone(), setting["origin"].clone())
    };
    assert_eq!(of("blind"), ("on".into(), "desk".into()));
    assert_eq!(of("sign-offs-required"), ("1".into(), "default".into()));
    assert_eq!(of("editor"), ("code --wait".into(), "personal".into()));
    assert_eq!(of("pager"), ("less".into(), "default".into()));
    let table = world.run(&["config", "list", "--show-origin"]).done();
    assert!(
        table.contains("config.toml") && table.contains("claimdesk.db"),
        "{table}"
    );
}

#[test]
fn personal_defaults_need_no_desk() {
    let world = World::new();
    world.run(&["config", "set", "color", "never"]).done();
    assert!(world.run(&["config", "list"]).done().contains("color"));
    assert_eq!(
        world.run(&["config", "path"]).done(),
        format!("{}\n", world.path(FILE).display())
    );
    world
        .run(&["config", "get", "four-eyes"])
        .fails_with(Exit::NoDesk);
    let elsewhere = world.path("mine.toml");
    let mut path = world.command(&["config", "path"]);
    let path = path.env("CLAIMDESK_CONFIG", &elsewhere).output().unwrap();
    assert_eq!(
        String::from_utf8(path.stdout).unwrap().trim(),
        elsewhere.display().to_string()
    );
}

#[test]
fn a_file_that_can_t_be_read_is_told_with_its_line_and_left() {
    let world = World::with_desk();
    for (text, told) in [
        ("handle = \"ana\"\neditr = \"vi\"\n", "line 2"),
        ("color = \"red\"\n", "auto, always or never"),
        ("handle = \"No Handle\"\n", "can't be a handle"),
        ("not toml", "line 1"),
    ] {
        world.write(FILE, text);
        for command in [&["claim", "list"][..], &["config", "set", "pager", "off"]] {
            let complaint = world.run(command).fails_with(Exit::Malformed);
            assert!(
                complaint.contains("config.toml") && complaint.contains(told),
                "{complaint}"
            );
        }
        assert_eq!(world.read(FILE), text);
    }
    world.write(FILE, "");
    world
        .run(&["config", "set", "handle", "No Handle"])
        .fails_with(Exit::InvalidValue);
}
