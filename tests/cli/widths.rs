//! Help and tables on narrow and on wide terminals, as people read them.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use crate::world::World;

/// What a command prints where lines have so many columns.
fn printed(world: &World, arguments: &[&str], columns: &str) -> String {
    let output = world.command(arguments).env("COLUMNS", columns).output();
    let printed = String::from_utf8(output.unwrap().stdout).unwrap();
    let widest = printed.lines().map(|line| line.chars().count()).max();
    let most: usize = columns.parse().unwrap();
    assert!(
        widest <= Some(most),
        "{arguments:?} at {columns}:\n{printed}"
    );
    printed
}

#[test]
fn help_and_tables_fit_80_and_120_columns() {
    let world = World::with_verdict();
    let shown: &[(&str, &[&str])] = &[
        ("help", &["-h"]),
        ("help-of-a-command", &["verdict", "add", "--help"]),
        ("guide", &["help", "anchors"]),
        ("claims", &["claim", "list"]),
        ("claim", &["claim", "show", "1"]),
        ("sources", &["source", "list"]),
        ("settings", &["config", "list"]),
        ("rules", &["lint", "--list"]),
    ];
    for (name, arguments) in shown {
        for columns in ["80", "120"] {
            let printed = printed(&world, arguments, columns);
            let steady: Vec<&str> = printed
                .lines()
                .filter(|line| !line.trim_start().starts_with("given "))
                .collect();
            insta::assert_snapshot!(format!("{name}-{columns}"), steady.join("\n"));
        }
    }
}
