//! How a house has its reports look.

use claimdesk::cli::exit::Exit;

use crate::world::World;

const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9v9\"/></svg>";

fn page(world: &World, more: &[&str]) -> String {
    world
        .run(&[&["report", "1", "--format", "html"], more].concat())
        .done()
}

#[test]
fn the_desks_settings_are_on_every_report() {
    let world = World::with_verdict();
    world.write("logo.svg", DRAWING);
    let set = |key: &str, value: &str| world.run(&["config", "set", key, value]).done();
    set("report-title", "The Lipa Fact Desk");
    set("report-accent", "#0A5");
    let shown = set("report-logo", "logo.svg");
    assert!(shown.contains("image/svg+xml, 66 bytes"), "{shown}");
    let page = page(&world, &[]);
    assert!(page.contains("<p class=\"kicker\" dir=\"auto\">The Lipa Fact Desk</p>"));
    assert!(page.contains("<img class=\"logo\" src=\"data:image/svg+xml;base64,"));
    // Dark enough to be read on a light page, which #0a5 is not.
    assert!(
        page.contains("--accent: #007") || page.contains("--accent: #008"),
        "accent"
    );
    let text = world.run(&["report", "1", "--format", "text"]).done();
    assert!(text.contains("The Lipa Fact Desk"));
    world.run(&["config", "unset", "report-logo"]).done();
    assert!(
        !world
            .run(&["report", "1", "--format", "html"])
            .done()
            .contains("<img")
    );
    world.run(&["undo"]).done();
    assert!(
        world
            .run(&["report", "1", "--format", "html"])
            .done()
            .contains("<img")
    );
}

#[test]
fn the_command_line_goes_before_the_settings() {
    let world = World::with_verdict();
    world
        .run(&["config", "set", "report-title", "The Lipa Fact Desk"])
        .done();
    let page = page(&world, &["--title", "Special issue", "--accent", "#123"]);
    assert!(page.contains(">Special issue</p>") && !page.contains("Lipa Fact Desk"));
    assert!(page.contains("--accent: #112233"));
}

#[test]
fn what_is_no_picture_colour_or_name_is_refused() {
    let world = World::with_verdict();
    world.write("evil.svg", "<svg><script>alert(1)</script></svg>");
    world.write("page.png", "<html></html>");
    for (file, why) in [
        ("evil.svg", "the element <script>"),
        ("page.png", "neither PNG, JPEG nor SVG"),
    ] {
        let told = world.refuses(&["config", "set", "report-logo", file], Exit::InvalidValue);
        assert!(told.contains(why), "{told}");
        let told = world.refuses(&["report", "1", "--logo", file], Exit::InvalidValue);
        assert!(told.contains(why), "{told}");
    }
    world.refuses(
        &["config", "set", "report-logo", "missing.png"],
        Exit::FileMissing,
    );
    let told = world.refuses(
        &["config", "set", "report-accent", "green"],
        Exit::InvalidValue,
    );
    assert!(told.contains("#0a5"), "{told}");
    world.refuses(&["report", "1", "--accent", "green"], Exit::Usage);
    world.refuses(
        &["config", "set", "report-title", &"x".repeat(200)],
        Exit::InvalidValue,
    );
    world.refuses(&["config", "set", "report-title", " "], Exit::InvalidValue);
}

#[test]
fn a_house_writes_parts_of_the_page() {
    let world = World::with_verdict();
    world.write("house/style.css", ".kicker { letter-spacing: 0 }");
    world.write(
        "house/header.html",
        "<p class=\"house\">{{ publisher }} & {{ title }}</p>\n",
    );
    world.write(
        "house/footer.html",
        "<p class=\"imprint\">{{claims}} claims, {{ judged }} judged</p>",
    );
    world.write("house/readme.txt", "notes");
    let page = page(&world, &["--templates", "house"]);
    assert!(page.contains(".kicker { letter-spacing: 0 }"));
    assert!(page.contains("<p class=\"house\"> & The Bridge of Žilina</p>"));
    assert!(page.contains("<p class=\"imprint\">4 claims, 1 judged</p>"));
}

#[test]
fn parts_that_no_page_has_are_told() {
    let world = World::with_verdict();
    world.write("typo/styles.css", "");
    world.write("wrong/footer.html", "{{ titel }}");
    world.write("empty/readme.txt", "notes");
    for (folder, why) in [
        ("typo", "no part styles.css; its parts are style.css"),
        ("wrong", "{{titel}}; there are title"),
        ("empty", "has no part of a page"),
    ] {
        let told = world.refuses(&["report", "1", "--templates", folder], Exit::InvalidValue);
        assert!(told.contains(why), "{told}");
    }
    world.refuses(&["report", "1", "--templates", "nowhere"], Exit::Usage);
}
