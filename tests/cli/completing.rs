//! Completions: what a shell offers while a command is typed.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::process::{Command, Stdio};

use assert_cmd::cargo::cargo_bin;

use crate::world::{self, World};

/// The variable that a shell asks with.
const ASKED: &str = "CLAIMDESK_COMPLETE";

/// What is offered for the last of these words, a line each, with what it stands
/// for behind a colon, as zsh gets it.
fn offered(world: &World, words: &[&str]) -> String {
    let words = [&["--", "claimdesk"], words].concat();
    let mut command = world.command(&words);
    command
        .env(ASKED, "zsh")
        .env("_CLAP_COMPLETE_INDEX", (words.len() - 2).to_string());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{words:?}");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{words:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The words alone.
fn names(world: &World, words: &[&str]) -> Vec<String> {
    let offered = offered(world, words);
    let name = |line: &str| line.split(':').next().unwrap_or_default().to_owned();
    offered.lines().map(name).collect()
}

#[test]
fn what_is_on_the_desk_is_offered() {
    let world = World::with_verdict();
    let all = offered(&world, &["claim", "show", ""]);
    let first = all.lines().next().unwrap();
    assert!(first.starts_with("1:The bridge opened"), "{all}");
    assert!(!all.contains("--"), "{all}");
    assert_eq!(names(&world, &["article", "show", ""]), ["1"]);
    assert_eq!(offered(&world, &["source", "show", ""]), "1:The plaque");
    assert_eq!(
        offered(&world, &["claim", "list", "--as", "a"]),
        "ana:Ana Ruiz"
    );
    assert_eq!(
        offered(&world, &["verdict", "add", "1", "mostly-t"]),
        "mostly-true:Mostly true"
    );
    assert_eq!(names(&world, &["scale", "show", "s"]), ["standard"]);
    assert_eq!(names(&world, &["evidence", "add", "1", ""]), ["1"]);
    let fact = names(&world, &["reference", "show", "el-salvador-r"]);
    assert!(
        fact.contains(&"el-salvador-recognises-china-2018".to_owned()),
        "{fact:?}"
    );
}

#[test]
fn what_is_new_is_not_looked_for_on_the_desk() {
    let world = World::with_verdict();
    assert_eq!(
        names(&world, &["reviewer", "add", "a"]),
        Vec::<String>::new()
    );
    assert_eq!(names(&world, &["source", "add", "1"]), Vec::<String>::new());
    assert_eq!(names(&world, &["source", "add", "bri"]), ["bridge.txt"]);
    assert_eq!(names(&world, &["lint", "bri"]), ["bridge.txt"]);
    assert_eq!(names(&world, &["lint", "1"]), ["1"]);
}

#[test]
fn digits_narrow_what_is_offered() {
    let world = World::new();
    world.run(&["demo", "."]).done();
    let twos = names(&world, &["claim", "show", "2"]);
    assert_eq!(twos[0], "2");
    assert_eq!(
        twos[1..],
        (20..=28).map(|n| n.to_string()).collect::<Vec<_>>()
    );
    assert_eq!(names(&world, &["claim", "assign", "1", "b"]), ["ben"]);
    let topics = names(&world, &["claim", "list", "--topic", "T"]);
    assert!(topics.contains(&"Taiwan".to_owned()), "{topics:?}");
    let both = names(&world, &["claim", "assign", "--round-robin", "ana,b"]);
    assert_eq!(both, ["ana,ben"]);
    let one = names(&world, &["claim", "show", "--desk=claimdesk.db", "15"]);
    assert_eq!(one, ["15"]);
}

#[test]
fn words_that_the_program_knows_are_offered_without_a_desk() {
    let world = World::new();
    assert_eq!(names(&world, &["he"]), ["help"]);
    assert_eq!(names(&world, &["help", "an"]), ["anchors"]);
    assert_eq!(names(&world, &["lint", "--explain", "E60"]).len(), 9);
    assert_eq!(names(&world, &["config", "get", "bl"]), ["blind"]);
    assert_eq!(
        names(&world, &["claim", "list", "--state", "de"]),
        ["decided"]
    );
    assert_eq!(names(&world, &["verdict", "add", "--bec"]), ["--because"]);
}

#[test]
fn where_no_desk_can_be_read_nothing_is_said() {
    let world = World::new();
    let nothing = |world: &World| {
        let offered = names(world, &["claim", "show", "1"]);
        assert_eq!(offered, Vec::<String>::new());
    };
    nothing(&world);
    world.write("claimdesk.db", "no desk");
    nothing(&world);
    let world = World::with_article();
    let mut broken = world::bytes(&world.desk());
    let middle = broken.len() / 2;
    broken[100..middle].fill(0xff);
    world.write("claimdesk.db", broken);
    nothing(&world);
    let world = World::with_article();
    let asked = ["claim", "show", "--desk", "elsewhere.db", "1"];
    assert_eq!(names(&world, &asked), Vec::<String>::new());
}

#[test]
fn a_look_changes_nothing() {
    let world = World::with_article();
    let before = world::bytes(&world.desk());
    assert!(!names(&world, &["claim", "show", ""]).is_empty());
    assert_eq!(world::bytes(&world.desk()), before);
    assert!(!world.path("claimdesk.db-wal").exists());
}

#[test]
fn a_blind_desk_gives_nothing_away() {
    let world = World::with_verdict();
    let add = ["reviewer", "add", "ben", "--role", "checker"];
    world.run(&add).done();
    world.run(&["config", "set", "blind", "on"]).done();
    world.run(&["lint", "1"]).done();
    let by_editor = offered(&world, &["flag", "resolve", ""]);
    assert!(by_editor.contains("source 1"), "{by_editor}");
    let by_checker = offered(&world, &["flag", "resolve", "--as", "ben", ""]);
    assert!(!by_checker.contains("source 1"), "{by_checker}");
    let claims = offered(&world, &["claim", "show", "--as", "ben", ""]);
    assert!(claims.contains("1:The bridge"), "{claims}");
    assert!(!claims.to_lowercase().contains("false"), "{claims}");
}

/// What a shell prints that runs a script in the world, with the program on its
/// path; none where the shell isn't installed.
fn in_shell(world: &World, shell: &[&str], script: &str) -> Option<String> {
    let program = cargo_bin("claimdesk");
    let path = format!("{}:/usr/bin:/bin", program.parent().unwrap().display());
    let ran = Command::new(shell[0])
        .args(&shell[1..])
        .arg(script)
        .env_clear()
        .env("PATH", path)
        .env("HOME", world.path(""))
        .env("TERM", "dumb")
        .current_dir(world.path(""))
        .stdin(Stdio::null())
        .output();
    let output = match ran {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
        ran => ran.unwrap(),
    };
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{script}");
    Some(String::from_utf8(output.stdout).unwrap())
}

/// Asks bash the way that its line editor does.
const BASH: &str = "
    . ~/.local/share/bash-completion/completions/claimdesk
    COMP_WORDS=(claimdesk verdict add 1 mis)
    COMP_CWORD=4
    _clap_complete_claimdesk claimdesk mis 1
    echo \"${COMPREPLY[@]}\"
    complete -p claimdesk";

#[test]
fn bash_completes_once_the_completions_are_installed() {
    let world = World::with_article();
    let install = world.run(&["completions", "bash", "--install"]);
    assert!(
        install.stderr.contains("finds them by itself"),
        "{}",
        install.stderr
    );
    let Some(said) = in_shell(&world, &["bash", "--norc", "-c"], BASH) else {
        return;
    };
    assert!(said.starts_with("misleading\n"), "{said}");
    assert!(
        said.contains("_clap_complete_claimdesk claimdesk"),
        "{said}"
    );
}

#[test]
fn fish_completes_once_the_completions_are_installed() {
    let world = World::with_article();
    world.run(&["completions", "fish", "--install"]).done();
    let asked = "complete -C 'claimdesk claim show '";
    let Some(said) = in_shell(&world, &["fish", "-c"], asked) else {
        return;
    };
    assert!(said.starts_with("1\tThe bridge opened"), "{said}");
}

/// Types into a zsh that runs in a terminal of its own.
const ZSH: &str = "
    zmodload zsh/zpty
    zpty shell zsh -f
    zpty -w shell 'PS1=; fpath=(~/.local/share/zsh/site-functions $fpath)'
    zpty -w shell 'autoload -U compinit; compinit -u -D; echo read''y'
    zpty -r shell said '*ready*'
    zpty -w -n shell $'claimdesk help ancho\\t'
    zpty -r shell said '*anchors*'
    print -r -- $said
    zpty -d shell";

#[test]
fn zsh_completes_once_the_completions_are_installed() {
    let world = World::with_article();
    let install = world.run(&["completions", "zsh", "--install"]);
    assert!(install.stderr.contains("fpath=("), "{}", install.stderr);
    let Some(said) = in_shell(&world, &["zsh", "-f", "-c"], ZSH) else {
        return;
    };
    assert!(said.contains("anchors"), "{said}");
}

#[test]
fn every_shell_gets_a_file_of_its_own() {
    let world = World::new();
    for (shell, file) in [
        ("bash", "bash-completion/completions/claimdesk"),
        ("zsh", "zsh/site-functions/_claimdesk"),
        ("fish", "fish/vendor_completions.d/claimdesk.fish"),
        ("powershell", "claimdesk/completions/claimdesk.ps1"),
        ("elvish", "claimdesk/completions/claimdesk.elv"),
    ] {
        let printed = world.run(&["completions", shell]).done();
        assert!(printed.contains(ASKED), "{printed}");
        let said = world.run(&["completions", shell, "--install"]).stderr;
        assert!(said.contains(file), "{said}");
        assert_eq!(world.read(&format!(".local/share/{file}")), printed);
        // What a shell asks is answered in its own words.
        let mut asking = world.command(&[]);
        let registered = asking.env(ASKED, shell).output().unwrap();
        let script = String::from_utf8(registered.stdout).unwrap();
        assert!(
            script.contains("claimdesk") && script.contains(ASKED),
            "{script}"
        );
    }
}

#[test]
fn the_shell_is_that_of_the_user_unless_one_is_named() {
    let world = World::new();
    let mut install = world.command(&["completions", "--install"]);
    let output = install.env("SHELL", "/usr/bin/fish").output().unwrap();
    assert!(output.status.success());
    let mut elsewhere = world.command(&["completions", "fish", "--install"]);
    let data = world.path("data");
    let output = elsewhere.env("XDG_DATA_HOME", &data).output().unwrap();
    assert!(output.status.success());
    let file = "fish/vendor_completions.d/claimdesk.fish";
    assert_eq!(
        world.read(&format!(".local/share/{file}")),
        world.read(&format!("data/{file}"))
    );
    let unknown = world.run(&["completions", "--install"]);
    assert!(
        unknown.stderr.contains("say which it is"),
        "{}",
        unknown.stderr
    );
}
