//! A review where there is no terminal to do it at: a clear word, and what to do
//! instead.

use claimdesk::cli::exit::Exit;

use crate::world::World;

#[test]
fn without_a_terminal_it_says_which_commands_do_the_same() {
    let world = World::with_article();
    let complaint = world.refuses(&["review", "1"], Exit::Usage);
    assert!(complaint.contains("needs a terminal"), "{complaint}");
    let instead = [
        "claim list --article 1",
        "claim show",
        "claim accept",
        "claim dismiss",
        "verdict add",
        "evidence add",
        "flag add",
        "comment add",
        "claim assign",
        "undo",
    ];
    for command in instead {
        assert!(complaint.contains(command), "{command}: {complaint}");
        let mut words: Vec<&str> = command.split(' ').take(2).collect();
        words.push("--help");
        world.run(&words).done();
    }
}
