//! The reports of a whole desk in a folder.

use std::collections::BTreeSet;
use std::fs;

use claimdesk::cli::exit::Exit;

use crate::world::World;

fn names(world: &World, folder: &str) -> BTreeSet<String> {
    fs::read_dir(world.path(folder))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

fn with_two_articles() -> World {
    let world = World::with_verdict();
    world.write(
        "tower.txt",
        "The Tower of Lipa\n\nThe tower was built in 1902 and is 40 metres high.\n",
    );
    world.run(&["article", "add", "tower.txt"]).done();
    world
}

#[test]
fn every_article_gets_a_page_and_the_index_leads_there() {
    let world = with_two_articles();
    let told = world.run(&["report", "--all", "-o", "out"]);
    assert!(
        told.stderr
            .contains("2 reports are in out; begin with out/index.html"),
        "{}",
        told.stderr
    );
    assert_eq!(
        names(&world, "out"),
        ["article-1.html", "article-2.html", "index.html"]
            .map(str::to_owned)
            .into()
    );
    let index = world.read("out/index.html");
    for told in [
        "href=\"article-2.html\"",
        "The Tower of Lipa",
        "✗ False 1",
        "0 of 4",
        "Not yet judged 3",
    ] {
        assert!(index.contains(told), "{told}: {index}");
    }
    assert!(world.read("out/article-1.html").contains("The plaque says"));
}

#[test]
fn another_run_replaces_pages_and_takes_out_those_of_removed_articles() {
    let world = with_two_articles();
    world.run(&["report", "--all", "-o", "out"]).done();
    world.write("out/notes.md", "mine");
    world.run(&["article", "remove", "2"]).done();
    world.run(&["report", "--all", "-o", "out"]).done();
    assert_eq!(
        names(&world, "out"),
        ["article-1.html", "index.html", "notes.md"]
            .map(str::to_owned)
            .into()
    );
}

#[test]
fn a_folder_that_holds_something_else_is_left_alone() {
    let world = World::with_verdict();
    world.write("site/index.html", "<p>my own page</p>");
    let told = world.refuses(&["report", "--all", "-o", "site"], Exit::WriteFailed);
    assert!(
        told.contains("holds other things than reports") && told.contains("--force"),
        "{told}"
    );
    assert_eq!(world.read("site/index.html"), "<p>my own page</p>");
    world.write("site/article-7.html", "mine too");
    world
        .run(&["report", "--all", "-o", "site", "--force"])
        .done();
    assert!(world.read("site/index.html").contains("article-1.html"));
    assert_eq!(
        world.read("site/article-7.html"),
        "mine too",
        "nothing that was there is taken out"
    );
    let told = world.refuses(&["report", "--all", "-o", "bridge.txt"], Exit::WriteFailed);
    assert!(told.contains("bridge.txt can't be written"), "{told}");
}

#[test]
fn other_formats_and_parts_go_into_folders_too() {
    let world = World::with_verdict();
    world
        .run(&[
            "report",
            "--all",
            "-o",
            "mail",
            "--format",
            "corrections",
            "--only",
            "false",
        ])
        .done();
    assert!(
        world
            .read("mail/article-1.corrections.txt")
            .starts_with("Corrections: The Bridge")
    );
    assert!(world.read("mail/index.html").contains("1 of 4 claims"));
}

#[test]
fn a_folder_needs_a_name_and_an_article_no_folder() {
    let world = World::with_article();
    world.refuses(&["report"], Exit::Usage);
    world.refuses(&["report", "--all"], Exit::Usage);
    world.refuses(&["report", "1", "--all", "-o", "out"], Exit::Usage);
    world.refuses(&["report", "1", "--force", "-o", "out.html"], Exit::Usage);
}
