//! A world of its own for each test: an empty folder, no environment, nobody
//! at the keyboard.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use assert_cmd::cargo::cargo_bin;
use claimdesk::cli::exit::Exit;
use serde_json::Value;
use tempfile::TempDir;

use crate::sql;

/// A small article: a heading, a repeated phrase, typographic marks, letters
/// of two bytes, two kinds of line end.
pub(crate) const ARTICLE: &str = "The Bridge of Žilina\n\n\
    The bridge opened on 3 May 1931 and cost two million crowns. “It will stand for a hundred years,” \
    the mayor said.\r\n\n\
    Traffic rose by 12 percent in 2018. The mayor said nothing. Vega argues that the bridge opened too \
    late.\n";

/// The command that raises a flag on claim 1.
pub(crate) const FLAG: [&str; 10] = [
    "flag",
    "add",
    "--claim",
    "1",
    "--category",
    "text",
    "--severity",
    "low",
    "--message",
    "Which bridge?",
];

/// An empty folder in which the program is run.
pub(crate) struct World {
    folder: TempDir,
}

impl World {
    pub(crate) fn new() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    /// With a desk whose first reviewer is ana.
    pub(crate) fn with_desk() -> Self {
        let world = Self::new();
        world
            .run(&["init", "--as", "ana", "--name", "Ana Ruiz"])
            .done();
        // Most tests are about something else than what a verdict rests on, and
        // count the lines of the history.
        sql::open(&world.desk())
            .execute(
                "INSERT INTO settings VALUES ('evidence-required', 'off', '2026-01-01T00:00:00Z')",
                [],
            )
            .unwrap();
        world
    }

    /// With a desk that holds one article.
    pub(crate) fn with_article() -> Self {
        let world = Self::with_desk();
        world.write("bridge.txt", ARTICLE);
        world.run(&["article", "add", "bridge.txt"]).done();
        world
    }

    /// With a desk on which ana has judged a claim.
    pub(crate) fn with_verdict() -> Self {
        let world = Self::with_article();
        world
            .run(&[
                "verdict",
                "add",
                "1",
                "false",
                "--because",
                "The plaque says **1932**.",
                "--source",
                "https://example.org/plaque",
                "--title",
                "The plaque",
                "--stance",
                "refutes",
                "--locator",
                "p. 4",
            ])
            .done();
        world
    }

    /// Gives claim 1 the rating true, with more words of the command.
    pub(crate) fn judge_true(&self, because: &str, more: &[&str]) -> Output {
        let judged = ["verdict", "add", "1", "true", "--because", because];
        self.run(&[&judged[..], more].concat())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub(crate) fn desk(&self) -> PathBuf {
        self.path("claimdesk.db")
    }

    /// The program with nothing from outside this world.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(cargo_bin("claimdesk"));
        command
            .args(arguments)
            .env_clear()
            .env("HOME", self.folder.path())
            .env("COLUMNS", "100")
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        Output::of(&mut self.command(arguments), arguments)
    }

    /// Runs in a folder below.
    pub(crate) fn run_in(&self, folder: &str, arguments: &[&str]) -> Output {
        let folder = self.path(folder);
        fs::create_dir_all(&folder).unwrap();
        Output::of(self.command(arguments).current_dir(folder), arguments)
    }

    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Output {
        let mut command = assert_cmd::Command::from_std(self.command(arguments));
        Output::from(command.write_stdin(input).output().unwrap(), arguments)
    }

    /// What a command that shows one thing or a list says as JSON.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let arguments = [arguments, &["--format", "json"]].concat();
        serde_json::from_str(&self.run(&arguments).done()).unwrap()
    }

    /// How many lines the desk's history has.
    pub(crate) fn events(&self) -> usize {
        self.json(&["log"]).as_array().unwrap().len()
    }

    /// Runs what must fail and change nothing.
    pub(crate) fn refuses(&self, arguments: &[&str], exit: Exit) -> String {
        let before = self.events();
        let complaint = self.run(arguments).fails_with(exit);
        assert_eq!(self.events(), before, "{arguments:?} changed the desk");
        complaint
    }
}

/// What a run of the program left.
#[must_use]
pub(crate) struct Output {
    arguments: String,
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Output {
    fn of(command: &mut Command, arguments: &[&str]) -> Self {
        Self::from(command.output().unwrap(), arguments)
    }

    fn from(output: std::process::Output, arguments: &[&str]) -> Self {
        Self {
            arguments: arguments.join(" "),
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn ended_with(&self, exit: Exit) {
        assert_eq!(
            self.code,
            Some(i32::from(exit.code())),
            "claimdesk {}\n{}{}",
            self.arguments,
            self.stdout,
            self.stderr
        );
    }

    /// The data, of a run that did what it was asked.
    pub(crate) fn done(self) -> String {
        self.ended_with(Exit::Done);
        self.stdout
    }

    /// The complaint, of a run that must fail: one sentence, nothing on
    /// standard output.
    pub(crate) fn fails_with(self, exit: Exit) -> String {
        self.ended_with(exit);
        assert_eq!(self.stdout, "", "claimdesk {}", self.arguments);
        if exit != Exit::Usage {
            let lines: Vec<&str> = self.stderr.lines().collect();
            assert!(lines[0].starts_with("claimdesk: "), "{}", self.stderr);
            assert!(!self.stderr.contains("panicked"), "{}", self.stderr);
        }
        self.stderr
    }
}

impl Output {
    /// The complaint as programs read it.
    pub(crate) fn fails_with_json(self, exit: Exit) -> Value {
        self.ended_with(exit);
        serde_json::from_str(&self.stderr).unwrap()
    }
}

/// Every byte of a file.
pub(crate) fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap()
}
