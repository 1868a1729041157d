//! Streams: data on one, talk on the other, and a reader who leaves early.

use std::process::Stdio;

use crate::world::World;

#[test]
fn a_closed_pipe_ends_quietly() {
    let world = World::with_desk();
    world.write(
        "long.txt",
        "It cost 4 million crowns in 1931. ".repeat(20_000),
    );
    world.run(&["article", "add", "long.txt"]).done();
    for arguments in [
        &["claim", "list"][..],
        &["claim", "list", "--format", "jsonl"],
        &["report", "1"],
        &["log"],
    ] {
        let mut child = world
            .command(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("started");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("ended");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
}

#[test]
fn talk_is_kept_out_of_the_data() {
    let world = World::with_desk();
    world.write("bridge.txt", crate::world::ARTICLE);
    let output = world.run(&["article", "add", "bridge.txt", "--format", "json"]);
    assert!(
        serde_json::from_str::<serde_json::Value>(&output.stdout).is_ok(),
        "{}",
        output.stdout
    );
    assert!(output.stderr.contains("next: "));
}

#[test]
fn quiet_leaves_only_data_and_errors() {
    let world = World::with_desk();
    world.write("bridge.txt", crate::world::ARTICLE);
    assert_eq!(
        world
            .run(&["article", "add", "bridge.txt", "--quiet"])
            .stderr,
        ""
    );
}

#[test]
fn pipes_get_no_colour_unless_it_is_asked_for() {
    let world = World::with_verdict();
    assert!(!world.run(&["claim", "list"]).done().contains('\u{1b}'));
    assert!(
        world
            .run(&["claim", "list", "--color", "always"])
            .done()
            .contains('\u{1b}')
    );
}
