//! Input that is not what it should be: one sentence, a hint, an exit code of
//! its own, nothing changed.

use std::fs::File;

use claimdesk::cli::exit::Exit;

use crate::world::World;

#[test]
fn files_that_can_t_be_read_as_text() {
    let world = World::with_desk();
    std::fs::create_dir(world.path("folder")).expect("made");
    world.write("empty.txt", "");
    world.write("blank.txt", " \n\t\n");
    world.write("nul.txt", b"It cost\0 a lot.");
    world.write("picture.txt", b"\x89PNG\r\n\x1a\n....");
    world.write("broken.txt", b"\xc5\xbdilina.\n\xc4\x8ca\xffdca.\n");
    let cases = [
        ("gone.txt", Exit::FileMissing, "gone.txt"),
        ("folder", Exit::FileIsFolder, "folder"),
        ("empty.txt", Exit::FileEmpty, "empty.txt: it holds no text"),
        ("blank.txt", Exit::FileEmpty, "blank.txt: it holds no text"),
        (
            "nul.txt",
            Exit::NotText,
            "nul.txt: it is not text: byte 7 is NUL",
        ),
        ("picture.txt", Exit::NotText, "picture.txt: it is an image"),
        (
            "broken.txt",
            Exit::InvalidUtf8,
            "broken.txt: it is not UTF-8: line 2, column 3",
        ),
    ];
    for (file, exit, told) in cases {
        let complaint = world.refuses(&["article", "add", file], exit);
        assert!(complaint.contains(told), "{complaint}");
        assert!(complaint.contains("\n  hint: "), "{complaint}");
    }
}

#[test]
fn a_file_over_the_limit_is_refused_before_it_is_read() {
    let world = World::with_desk();
    File::create(world.path("huge.txt"))
        .and_then(|file| file.set_len(1 << 30))
        .expect("made");
    let complaint = world.refuses(&["article", "add", "huge.txt"], Exit::TooLarge);
    assert!(complaint.contains("larger than 64 MiB"), "{complaint}");
}

#[test]
fn numbers_and_names_that_are_not_on_the_desk() {
    let world = World::with_article();
    for arguments in [
        &["article", "show", "9"][..],
        &["article", "export-text", "9"],
        &["article", "remove", "9"],
        &["claim", "show", "9"],
        &["claim", "list", "--article", "9"],
        &["claim", "add", "9", "--quote", "x"],
        &["verdict", "history", "9"],
        &["source", "show", "9"],
        &["evidence", "add", "1", "9", "--stance", "supports"],
        &["flag", "resolve", "9", "--because", "x"],
        &["report", "9"],
        &["stats", "--article", "9"],
        &["verdict", "agreement", "--article", "9"],
    ] {
        let complaint = world.refuses(arguments, Exit::UnknownNumber);
        assert!(
            complaint.contains("there is no") && complaint.contains("hint: "),
            "{complaint}"
        );
    }
    let complaint = world.refuses(&["scale", "show", "standart"], Exit::UnknownName);
    assert!(
        complaint.contains("did you mean “standard”?"),
        "{complaint}"
    );
}

#[test]
fn what_is_no_number_is_said_so() {
    let world = World::with_article();
    let complaint = world
        .run(&["source", "show", "https://example.org"])
        .fails_with(Exit::Usage);
    assert!(
        complaint.contains("“https://example.org” is not a number"),
        "{complaint}"
    );
}

#[test]
fn a_slip_of_the_finger_is_answered_with_what_was_meant() {
    let world = World::new();
    let complaint = world.run(&["clam", "list"]).fails_with(Exit::Usage);
    assert!(complaint.contains("'claim'"), "{complaint}");
    world.run(&["verdict", "add", "1"]).fails_with(Exit::Usage);
    world.run(&["article", "add"]).fails_with(Exit::Usage);
}

#[test]
fn what_can_t_be_written_is_named() {
    let world = World::with_article();
    let complaint = world
        .run(&["report", "1", "-o", "no/such/folder.html"])
        .fails_with(Exit::WriteFailed);
    assert!(
        complaint.contains("no/such/folder.html can't be written"),
        "{complaint}"
    );
}

#[test]
fn what_is_no_text_is_refused_in_the_same_words_everywhere() {
    let world = World::with_desk();
    world.write("picture.png", b"\x89PNG\r\n\0\0\xff");
    world.write("empty.toml", " \n");
    for command in [
        &["article", "add", "--type", "text"][..],
        &["source", "import"],
        &["scale", "add"],
        &["reference", "import"],
        &["policy", "set"],
        &["scale", "map", "--file"],
    ] {
        let told = world.refuses(&[command, &["picture.png"]].concat(), Exit::NotText);
        assert!(
            told.contains("picture.png: it is not text: byte 6 is NUL"),
            "{command:?}: {told}"
        );
    }
    for command in [
        &["article", "add"][..],
        &["source", "import"],
        &["scale", "add"],
        &["reference", "import"],
        &["scale", "map", "--file"],
    ] {
        let told = world.refuses(&[command, &["empty.toml"]].concat(), Exit::FileEmpty);
        assert!(told.contains("empty.toml: it holds no text"), "{told}");
    }
}

#[test]
fn facts_that_can_not_be_read_are_told_of_with_their_file() {
    let world = World::with_desk();
    for (name, content) in [("bad.toml", "[[event"), ("none.toml", "# none yet\n")] {
        world.write(name, content);
        let told = world.refuses(&["reference", "import", name], Exit::InvalidValue);
        assert!(told.contains(&format!("{name}: ")), "{told}");
    }
}
