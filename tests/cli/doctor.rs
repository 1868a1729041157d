//! `doctor`: whether the desk is sound, and what can be mended.

use claimdesk::cli::exit::Exit;
use serde_json::Value;

use crate::sql;
use crate::world::World;

/// The parts that are not sound.
fn unsound(world: &World) -> Vec<String> {
    let health = world.run(&["doctor", "--format", "json"]);
    let health: Value = serde_json::from_str(&health.stdout).unwrap_or_default();
    let parts = health["parts"].as_array().cloned().unwrap_or_default();
    assert_eq!(parts.len(), 5);
    let bad = parts.iter().filter(|part| part["ok"] == false);
    let names: Vec<String> = bad
        .filter_map(|part| part["part"].as_str().map(str::to_owned))
        .collect();
    assert_eq!(health["ok"], names.is_empty());
    names
}

#[test]
fn a_desk_that_was_worked_on_is_sound() {
    let world = World::with_verdict();
    insta::assert_snapshot!(world.run(&["doctor"]).done(), @r"
    The desk is sound.
      file        ✓ the file is whole
      references  ✓ what is referred to is there
      words       ✓ the index of words holds what the desk says
      letters     ✓ the index of letters holds what the desk says
      history     ✓ the history holds, 3 lines
    ");
}

#[test]
fn an_index_that_says_something_else_is_told_and_written_anew() {
    let world = World::with_verdict();
    let spoil = "DELETE FROM words WHERE rowid = 4;
                 INSERT INTO letters (rowid, text) VALUES (4000, 'of nothing');";
    sql::open(&world.desk())
        .execute_batch(spoil)
        .unwrap_or_default();
    assert_eq!(unsound(&world), ["words", "letters"]);
    let told = world.run(&["doctor"]);
    assert_eq!(told.code, Some(i32::from(Exit::No.code())));
    for part in ["claim 1\n", "claim 1000", "--rebuild-index"] {
        assert!(told.stdout.contains(part), "{}", told.stdout);
    }
    let events = world.events();
    world.run(&["doctor", "--rebuild-index"]).done();
    assert_eq!(unsound(&world), Vec::<String>::new());
    assert_eq!(world.events(), events);
    sql::assert_sound(&world.desk());
}

#[test]
fn a_history_that_was_tampered_with_and_what_hangs_in_the_air_are_told() {
    let world = World::with_verdict();
    let desk = sql::open(&world.desk());
    sql::drop_guards(&desk);
    let tamper = "UPDATE events SET actor = 'eve' WHERE id = 2; DELETE FROM reviewers;";
    desk.execute_batch(tamper).unwrap_or_default();
    assert_eq!(unsound(&world), ["references", "history"]);
}
