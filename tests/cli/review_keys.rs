//! A review at a terminal: whole articles gone through by keys, and what is on the
//! desk then.
use std::process::Command;

use claimdesk::cli::exit::Exit;
use serde_json::Value;

use crate::terminal::Terminal;
use crate::world::World;

const ENTER: &str = "\r";
const TAB: &str = "\t";
const ESC: &str = "\x1b";
const CTRL_C: &str = "\x03";
const CTRL_O: &str = "\x0f";
const CTRL_U: &str = "\x15";
const USUAL: (u16, u16) = (24, 80);

fn review(world: &World) -> Terminal {
    Terminal::run(&world.command(&["review", "1"]), USUAL)
}

/// Leaves, and looks that nothing is left on the screen.
fn leaves(mut terminal: Terminal) {
    terminal.press("q");
    let (code, screen) = terminal.ends();
    assert_eq!(code, Some(0), "{}", screen.contents());
    assert!(!screen.alternate_screen());
    assert!(!screen.hide_cursor());
    assert!(!screen.bracketed_paste());
    assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    assert_eq!(screen.contents(), "");
}

fn claim(world: &World, id: &str) -> Value {
    world.json(&["claim", "show", id])
}

/// With a desk on which a rating must rest on something, as new ones are.
fn strict() -> World {
    let world = World::with_article();
    world
        .run(&["config", "set", "evidence-required", "on"])
        .done();
    world
        .run(&["reviewer", "add", "ben", "--name", "Ben"])
        .done();
    world
}

#[test]
fn an_article_is_gone_through_by_keys() {
    let world = strict();
    let mut terminal = review(&world);
    terminal.sees("claim 1 of 4").sees("0 of 4 done");
    // A verdict that the desk refuses at first; nothing typed is lost.
    terminal.press("1").sees("Rate claim 1");
    terminal.press("The plaque says 1932.").press(ENTER);
    terminal.sees("rests on no source with a locator");
    terminal.press(TAB).press("opened on 3 May 1932").press(TAB);
    terminal
        .paste("https://example.org/plaque")
        .press(TAB)
        .press(TAB);
    terminal.press("p. 4").press(ENTER);
    terminal
        .sees("claim 1 is rated ✗ False")
        .sees("1 of 4 done");
    // The next one comes up by itself.
    terminal
        .sees("claim 2 of 4")
        .press("d")
        .sees("Dismiss claim 2");
    terminal.press("an opinion").press(ENTER);
    terminal.sees("claim 2 is dismissed").sees("2 of 4 done");
    terminal
        .press("f")
        .sees("Flag claim 3")
        .press("Of which road?")
        .press(ENTER);
    terminal.sees("is on claim 3");
    terminal
        .press("c")
        .sees("Remark on claim 3")
        .press("I have asked.")
        .press(ENTER);
    terminal.sees("your remark is on claim 3");
    terminal
        .paste("https://example.org/counts")
        .sees("Evidence for claim 3");
    terminal
        .press("table 2")
        .press(ENTER)
        .sees("rests on source 2");
    terminal
        .press("w")
        .sees("Give claim 3")
        .press("b")
        .press(ENTER);
    terminal.sees("claim 3 is with ben");
    terminal
        .press("a")
        .sees("claim 3 is to be checked")
        .sees("claim 3 of 3");
    // The last is accepted by mistake.
    terminal.press("a").sees("claim 4 is to be checked");
    terminal.press("u").sees("taken back");
    leaves(terminal);

    let rated = claim(&world, "1");
    let verdict = &rated["verdicts"][0];
    assert_eq!(verdict["rating"], "false");
    assert_eq!(verdict["rationale"], "The plaque says 1932.");
    assert_eq!(verdict["correction"], "opened on 3 May 1932");
    assert_eq!(verdict["evidence"][0]["locator"], "p. 4");
    assert_eq!(verdict["evidence"][0]["stance"], "refutes");
    assert_eq!(
        verdict["evidence"][0]["source_url"],
        "https://example.org/plaque"
    );
    let dismissed = claim(&world, "2");
    assert_eq!(dismissed["state"], "dismissed");
    assert_eq!(dismissed["dismissed_because"], "an opinion");
    let worked_on = claim(&world, "3");
    assert_eq!(worked_on["state"], "to-check");
    assert_eq!(worked_on["flags"][0]["message"], "Of which road?");
    assert_eq!(worked_on["comments"][0]["body"], "I have asked.");
    assert_eq!(worked_on["evidence"][0]["locator"], "table 2");
    assert_eq!(worked_on["assigned"][0]["reviewer"], "ben");
    assert_eq!(claim(&world, "4")["state"], "extracted");
    world.run(&["audit", "verify"]).done();
}

#[test]
fn who_returns_goes_on_there_and_looking_leaves_no_trace() {
    let world = World::with_article();
    let before = world.events();
    let mut terminal = review(&world);
    terminal
        .sees("claim 1 of 4")
        .press("jj")
        .sees("claim 3 of 4");
    leaves(terminal);
    let mut terminal = review(&world);
    terminal.sees("claim 3 of 4");
    leaves(terminal);
    assert_eq!(world.events(), before);
    // Somebody else begins at the beginning.
    world
        .run(&["reviewer", "add", "ben", "--name", "Ben"])
        .done();
    let mut terminal = Terminal::run(&world.command(&["review", "1", "--as", "ben"]), USUAL);
    terminal.sees("claim 1 of 4");
    leaves(terminal);
}

#[test]
fn where_no_place_can_be_kept_one_begins_at_what_is_left() {
    let world = World::with_article();
    world.write("file", "");
    world
        .run(&["claim", "dismiss", "1", "--because", "an opinion"])
        .done();
    for _ in 0..2 {
        let mut command = world.command(&["review", "1"]);
        command.env("XDG_STATE_HOME", world.path("file"));
        let mut terminal = Terminal::run(&command, USUAL);
        terminal
            .sees("claim 1 of 3")
            .sees("Claim 2")
            .press("j")
            .sees("Claim 3");
        leaves(terminal);
    }
}

#[test]
fn words_are_searched_and_claims_filtered() {
    let world = World::with_article();
    world.run(&["claim", "accept", "4"]).done();
    let mut terminal = review(&world);
    terminal
        .sees("claim 1 of 4")
        .press("/")
        .sees("Search the text");
    terminal
        .press("TRAFFIC")
        .press(ENTER)
        .sees("“TRAFFIC”: 1 of 1")
        .sees("claim 3 of 4");
    terminal
        .press("t")
        .sees("Go through")
        .press("t")
        .press(ENTER);
    terminal
        .sees("to check: 1")
        .sees("claim 1 of 1")
        .sees("Claim 4");
    terminal.press("?").sees("Work on the claim");
    terminal.press("    ").sees("Signs in the text");
    terminal.press(ESC).sees_no("Signs in the text");
    terminal.press("s").sees("Search the whole desk");
    terminal
        .press("state:nowhere")
        .press(ENTER)
        .sees("value “nowhere” for state:");
    terminal.press(CTRL_U).press("kind:claim vega").press(ENTER);
    terminal
        .sees("on the whole desk: 1")
        .sees("argues that the bridge opened");
    terminal.press(ENTER).sees("Claim 4");
    leaves(terminal);
}

#[test]
fn the_screen_follows_the_size_of_the_terminal() {
    let world = World::with_article();
    let mut terminal = review(&world);
    terminal.sees("Claim 1 ·").sees("The Bridge of Žilina");
    terminal
        .resize((20, 60))
        .sees_no("Claim 1 ·")
        .sees("12 percent");
    terminal.press("o").sees("Claim 1 ·").sees_no("12 percent");
    terminal.resize((5, 30)).sees("needs 40 by 10");
    terminal
        .resize((40, 120))
        .sees("Claim 1 ·")
        .sees("12 percent")
        .sees("u undo");
    leaves(terminal);
}

#[test]
fn colours_are_for_who_wants_them() {
    let world = World::with_verdict();
    let colours = |command: &Command| {
        let mut terminal = Terminal::run(command, USUAL);
        terminal.sees("✗ False").sees("claim 2 of 4");
        let coloured = terminal.look(|screen| {
            let cells = (0..USUAL.0).flat_map(|row| (0..USUAL.1).map(move |column| (row, column)));
            let cells = cells.filter_map(|(row, column)| screen.cell(row, column));
            let plain = vt100::Color::Default;
            cells
                .filter(|cell| cell.fgcolor() != plain || cell.bgcolor() != plain)
                .count()
        });
        let reversed = terminal.look(|screen| screen.cell(0, 0).unwrap().inverse());
        assert!(reversed, "the bar stands out without colour");
        leaves(terminal);
        coloured
    };
    assert!(colours(&world.command(&["review", "1"])) > 0);
    assert_eq!(
        colours(world.command(&["review", "1"]).env("NO_COLOR", "1")),
        0
    );
    assert_eq!(
        colours(&world.command(&["review", "1", "--color", "never"])),
        0
    );
}

#[test]
fn breaking_off_gives_the_terminal_back() {
    let world = World::with_article();
    for keys in [CTRL_C, "cI have asked.\x03\x03", "q"] {
        let program = world.command(&["review", "1"]);
        let mut shell = Command::new("/bin/sh");
        let script =
            "stty sane; stty -a >before; \"$0\" review 1; echo \"ended with $?\"; stty -a >after";
        shell.args(["-c", script]).arg(program.get_program());
        for (name, value) in program.get_envs() {
            shell.env(name, value.unwrap());
        }
        shell
            .env("PATH", "/usr/bin:/bin")
            .current_dir(world.path(""));
        let mut terminal = Terminal::run(&shell, USUAL);
        terminal
            .sees("claim 1 of 4")
            .press(keys)
            .sees("ended with 0");
        let (_, screen) = terminal.ends();
        assert_eq!(screen.contents(), "ended with 0");
        assert_eq!(world.read("before"), world.read("after"));
    }
    assert_eq!(claim(&world, "1")["comments"], Value::Array(Vec::new()));
}

#[test]
fn a_rationale_is_written_in_the_editor() {
    let world = World::with_article();
    world.write(
        "editor.sh",
        "test -t 0 || exit 9\nprintf 'Line one.\\n\\nLine two.\\n' >>\"$1\"\n",
    );
    let mut command = world.command(&["review", "1"]);
    let editor = format!("sh {}", world.path("editor.sh").display());
    command.env("EDITOR", editor).env("TMPDIR", world.path(""));
    let mut terminal = Terminal::run(&command, USUAL);
    terminal
        .sees("claim 1 of 4")
        .press("5")
        .sees("Rate claim 1");
    terminal.press("First. ").press(CTRL_O).sees("Line two.");
    terminal.press(ENTER).sees("claim 1 is rated ✓ True");
    leaves(terminal);
    let verdict = &claim(&world, "1")["verdicts"][0];
    assert_eq!(verdict["rationale"], "First. Line one.\n\nLine two.");
}

#[test]
fn an_editor_that_fails_takes_nothing_away() {
    let world = World::with_article();
    let mut command = world.command(&["review", "1"]);
    command.env("EDITOR", "false").env("TMPDIR", world.path(""));
    let mut terminal = Terminal::run(&command, USUAL);
    terminal
        .sees("claim 1 of 4")
        .press("c")
        .sees("Remark on claim 1");
    terminal
        .press("I have asked.")
        .press(CTRL_O)
        .sees("your text is kept in");
    terminal.press(ENTER).sees("your remark is on claim 1");
    leaves(terminal);
    assert_eq!(claim(&world, "1")["comments"][0]["body"], "I have asked.");
}

#[test]
fn what_somebody_else_does_meanwhile_comes_up() {
    let world = World::with_article();
    let mut terminal = review(&world);
    terminal.sees("Claim 1 · extracted");
    world.run(&["claim", "accept", "1"]).done();
    terminal.sees("Claim 1 · to-check");
    world
        .run(&["claim", "dismiss", "1", "--because", "an opinion"])
        .done();
    terminal.sees("dismissed: an opinion");
    leaves(terminal);
}

#[test]
fn a_blind_desk_hides_what_others_said_until_ones_own_verdict_is_in() {
    let world = World::with_verdict();
    world
        .run(&["reviewer", "add", "ben", "--name", "Ben"])
        .done();
    world.run(&["config", "set", "blind", "on"]).done();
    let mut terminal = Terminal::run(&world.command(&["review", "1", "--as", "ben"]), USUAL);
    terminal
        .sees("Claim 1 ·")
        .sees("What others say is hidden")
        .sees_no("1932");
    terminal
        .press("5")
        .sees("Rate claim 1")
        .press("I was there.")
        .press(ENTER);
    terminal
        .sees("claim 1 is rated ✓ True")
        .press("k")
        .sees("The plaque says");
    leaves(terminal);
}

#[test]
fn earlier_checks_of_the_same_claim_come_up() {
    let world = World::with_verdict();
    world.write(
        "again.txt",
        "The bridge opened on 3 May 1931 and cost two million crowns.\n",
    );
    world.run(&["article", "add", "again.txt"]).done();
    let mut terminal = Terminal::run(&world.command(&["review", "2"]), (40, 120));
    terminal.sees("May say the same").sees("✗ False");
    leaves(terminal);
}

#[test]
fn the_mouse_picks_claims_unless_it_is_left_to_the_terminal() {
    let world = World::with_article();
    let mut terminal = review(&world);
    terminal.sees("claim 1 of 4");
    terminal.waits("the mouse", |parser| {
        parser.screen().mouse_protocol_mode() != vt100::MouseProtocolMode::None
    });
    let row = terminal.look(|screen| {
        let rows: Vec<String> = screen.rows(0, 40).collect();
        rows.iter()
            .position(|row| row.contains("Traffic rose"))
            .unwrap()
            + 1
    });
    terminal
        .press(&format!("\x1b[<0;10;{row}M"))
        .sees("claim 3 of 4");
    terminal
        .press("m")
        .sees("the terminal, which can select text");
    terminal.waits("no mouse", |parser| {
        parser.screen().mouse_protocol_mode() == vt100::MouseProtocolMode::None
    });
    leaves(terminal);
    let mut terminal = Terminal::run(&world.command(&["review", "1", "--no-mouse"]), USUAL);
    terminal.sees("claim 3 of 4");
    let mode = terminal.look(vt100::Screen::mouse_protocol_mode);
    assert_eq!(mode, vt100::MouseProtocolMode::None);
    leaves(terminal);
}

#[test]
fn who_wants_no_questions_or_has_no_real_terminal_is_told_so() {
    let world = World::with_article();
    let mut dumb = world.command(&["review", "1"]);
    dumb.env("TERM", "dumb");
    for command in [world.command(&["review", "1", "--no-input"]), dumb] {
        let (code, screen) = Terminal::run(&command, USUAL).ends();
        assert_eq!(code, Some(i32::from(Exit::Usage.code())));
        let said = screen.contents();
        assert!(said.contains("a review needs a terminal"), "{said}");
    }
    let mut unknown = world.command(&["review", "7"]);
    unknown.env("TERM", "xterm");
    let (code, screen) = Terminal::run(&unknown, USUAL).ends();
    assert_eq!(code, Some(i32::from(Exit::UnknownNumber.code())));
    assert!(screen.contents().contains("there is no article 7"));
}
