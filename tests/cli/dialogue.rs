//! A dialogue line by line at a terminal: what is asked is waited for, and then answered.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;

use crate::terminal::Terminal;
use crate::world::World;

/// Rows and columns of the terminal.
const SIZE: (u16, u16) = (40, 100);

/// The key that ends what is typed.
const END: &str = "\u{4}";

/// The key that breaks off.
const BREAK: &str = "\u{3}";

/// A program that asks, and somebody who answers.
pub(crate) struct Dialogue {
    terminal: Terminal,
    /// So much of what it says was waited for.
    read: usize,
}

impl Dialogue {
    /// Starts the program in a world.
    pub(crate) fn run(world: &World, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let mut command = world.command(arguments);
        command
            .env("NO_COLOR", "1")
            .envs(environment.iter().copied());
        Self {
            terminal: Terminal::run(&command, SIZE),
            read: 0,
        }
    }

    /// Waits until something new is said.
    pub(crate) fn sees(&mut self, words: &str) -> &mut Self {
        self.read = self.terminal.hears(words, self.read);
        self
    }

    /// Types a line.
    pub(crate) fn types(&mut self, line: &str) -> &mut Self {
        self.answers(&format!("{line}\n"))
    }

    /// Leaves a question unanswered.
    pub(crate) fn leaves(&mut self) -> &mut Self {
        self.answers(END)
    }

    /// Breaks off.
    pub(crate) fn breaks_off(&mut self) -> &mut Self {
        self.answers(BREAK)
    }

    fn answers(&mut self, keys: &str) -> &mut Self {
        self.sees("> ").terminal.press(keys);
        self
    }

    /// Waits for the end: how it ended, and all that was shown.
    pub(crate) fn ends(self) -> (Ended, String) {
        let (status, said) = self.terminal.ends_saying();
        (Ended(status), said.replace("\r\n", "\n"))
    }
}

/// How a program ended.
pub(crate) struct Ended(ExitStatus);

impl Ended {
    /// With this exit code.
    pub(crate) fn with(&self, code: u8) -> bool {
        self.0.code() == Some(i32::from(code))
    }

    /// By the signal of the key that breaks off.
    pub(crate) fn by_break(&self) -> bool {
        self.0.signal() == Some(2)
    }
}

/// Whether the key that breaks off does nothing: who starts the tests in the background of a
/// script has them, and what they start, pass over it.
pub(crate) fn passes_over_breaks() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    ignored.is_some_and(|mask| mask & 0b10 != 0)
}
