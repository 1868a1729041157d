//! What is made for eyes: at a terminal, hostile text is made harmless, what is long goes
//! through the pager, addresses can be followed, and moments are told by how long ago they were.

use crate::dialogue::Dialogue;
use crate::world::World;

/// What could take over a terminal, turn its text around, or hide something in it.
const HOSTILE: &str =
    "Red\u{1b}[31m \u{1b}]0;title\u{7} \u{9b}2J \u{202e}desrever\u{202c} a\u{200b}b\rover.";

/// All that a command shows at a terminal of 40 rows and 100 columns.
fn shown(world: &World, arguments: &[&str], environment: &[(&str, &str)]) -> String {
    let (ended, screen) = Dialogue::run(world, arguments, environment).ends();
    assert!(ended.with(0), "{arguments:?}: {screen}");
    screen
}

#[test]
fn stored_text_can_t_act_on_a_terminal() {
    let world = World::with_verdict();
    let comment = ["comment", "add", "1", HOSTILE];
    world.run(&comment).done();
    world
        .run(&["claim", "edit", "1", "--statement", HOSTILE])
        .done();
    let named = ["source", "edit", "1", "--title", HOSTILE];
    world.run(&named).done();
    world.judge_true(HOSTILE, &[]).done();
    world.write(
        "hostile.txt",
        format!("{HOSTILE}\n\nThe dam of {HOSTILE} broke in 1932.\n"),
    );
    world
        .run(&["article", "add", "hostile.txt", "--title", HOSTILE])
        .done();
    for arguments in [
        &["claim", "list"][..],
        &["claim", "show", "1"],
        &["claim", "history", "1"],
        &["comment", "list", "1"],
        &["source", "list"],
        &["source", "show", "1"],
        &["article", "list"],
        &["article", "show", "2"],
        &["article", "export-text", "2"],
        &["verdict", "history", "1"],
        &["log"],
        &["search", "Red"],
        &["coverage", "2"],
        &["report", "1", "--format", "markdown"],
        &["report", "1", "--format", "text"],
        &["claim", "show", "1", "--format", "json"],
        &["log", "--format", "jsonl"],
    ] {
        let screen = shown(&world, arguments, &[("PAGER", "cat")]);
        let acting = |c: char| {
            (c.is_control() && c != '\n') || matches!(c, '\u{202e}' | '\u{202c}' | '\u{200b}')
        };
        assert!(!screen.contains(acting), "{arguments:?}: {screen:?}");
    }
    // Into a pipe it goes as it is: what is kept is what was said.
    let told = world.json(&["comment", "list", "1"]);
    assert_eq!(told[0]["body"], HOSTILE);
}

#[test]
fn what_is_longer_than_the_screen_goes_through_the_pager() {
    let world = World::with_desk();
    let lines: Vec<String> = (1901..1961)
        .map(|year| {
            format!("In {year}, the bridge number {year} was opened by the mayor of the town.")
        })
        .collect();
    world.write("long.txt", lines.join("\n\n"));
    world.run(&["article", "add", "long.txt", "--all"]).done();
    let list = ["claim", "list"];
    let first = [("PAGER", "sed -n 1p")];
    let paged = shown(&world, &list, &first);
    assert_eq!(paged.lines().count(), 1, "{paged}");
    assert!(paged.starts_with("CLAIM"), "{paged}");
    // What fits is printed, and what a person does without stays away.
    let short = ["claim", "list", "--limit", "5"];
    assert!(shown(&world, &short, &first).lines().count() > 1);
    world.run(&["config", "set", "pager", "off"]).done();
    assert!(shown(&world, &list, &first).lines().count() > 60);
    world
        .run(&["config", "set", "pager", "no-such-pager --at-all"])
        .done();
    assert!(shown(&world, &list, &first).lines().count() > 60);
}

#[test]
fn addresses_are_links_and_moments_are_told_by_how_long_ago_they_were() {
    let world = World::with_verdict();
    world
        .run(&["comment", "add", "1", "Ask the museum."])
        .done();
    let colored = [("FORCE_HYPERLINK", "1"), ("NO_COLOR", ""), ("PAGER", "cat")];
    let link = "\u{1b}\\https://example.org/plaque\u{1b}]8;;\u{1b}\\";
    let source = ["source", "show", "1"];
    assert!(shown(&world, &source, &colored).contains(link));
    assert!(!shown(&world, &source, &[("PAGER", "cat")]).contains('\u{1b}'));
    assert!(!world.run(&source).done().contains('\u{1b}'));

    let comments = ["comment", "list", "1"];
    let screen = shown(&world, &comments, &[]);
    assert!(
        screen.contains("just now") || screen.contains("minute"),
        "{screen}"
    );
    assert!(!world.run(&comments).done().contains("just now"));
}
