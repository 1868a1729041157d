//! Somebody at a terminal: the program on a pseudo-terminal, keys in, the screen out.
//!
//! Nothing sleeps: whoever looks for words on the screen waits until they are there,
//! and gives up only after a long time.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::fd::AsFd;
use std::process::{Child, Command, ExitStatus};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{self, Pty};
use vt100::Parser;

/// After so long what has not come will not come.
const PATIENCE: Duration = Duration::from_mins(2);

/// What the program has drawn so far, with every byte of it, and whether it has closed
/// the terminal.
struct Seen {
    parser: Parser,
    said: Vec<u8>,
    closed: bool,
}

/// A person at a terminal in which the program runs.
pub(crate) struct Terminal {
    pty: Pty,
    child: Child,
    seen: Arc<(Mutex<Seen>, Condvar)>,
}

fn cells((rows, columns): (u16, u16)) -> (NonZeroU16, NonZeroU16) {
    let cells = |number| NonZeroU16::new(number).unwrap();
    (cells(rows), cells(columns))
}

impl Terminal {
    /// Runs a command in a terminal of so many rows and columns.
    pub(crate) fn run(command: &Command, size: (u16, u16)) -> Self {
        let (pty, pts) = blocking::open().unwrap();
        pty.resize(Size::new(size.0, size.1)).unwrap();
        let mut inside = blocking::Command::new(command.get_program())
            .args(command.get_args())
            .env_clear()
            .env("TERM", "xterm-256color");
        for (name, value) in command.get_envs() {
            // The width is that of the terminal.
            if let (Some(value), false) = (value, name == "COLUMNS") {
                inside = inside.env(name, value);
            }
        }
        if let Some(folder) = command.get_current_dir() {
            inside = inside.current_dir(folder);
        }
        let child = inside.spawn(pts).unwrap();
        let (rows, columns) = cells(size);
        let seen = Seen {
            parser: Parser::new(rows, columns, 0),
            said: Vec::new(),
            closed: false,
        };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let mut output = File::from(pty.as_fd().try_clone_to_owned().unwrap());
        let shared = Arc::clone(&seen);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            loop {
                // A terminal whose program has ended is told as an error.
                let count = output.read(&mut bytes).unwrap_or(0);
                let Ok(mut seen) = shared.0.lock() else {
                    return;
                };
                seen.parser.process(&bytes[..count]);
                seen.said.extend_from_slice(&bytes[..count]);
                seen.closed = count == 0;
                shared.1.notify_all();
                if count == 0 {
                    return;
                }
            }
        });
        Self { pty, child, seen }
    }

    /// Presses keys, given as the bytes that a terminal sends for them.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        self.pty.write_all(keys.as_bytes()).unwrap();
        self
    }

    /// Pastes a text.
    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.press(&format!("\x1b[200~{text}\x1b[201~"))
    }

    /// Waits until words are on the screen.
    pub(crate) fn sees(&mut self, words: &str) -> &mut Self {
        self.waits(words, |parser| parser.screen().contents().contains(words))
    }

    /// Waits until words are no longer on the screen.
    pub(crate) fn sees_no(&mut self, words: &str) -> &mut Self {
        self.waits(&format!("not {words}"), |parser| {
            !parser.screen().contents().contains(words)
        })
    }

    /// Waits until something holds of the screen.
    pub(crate) fn waits(&mut self, what: &str, holds: impl Fn(&Parser) -> bool) -> &mut Self {
        self.wait(what, |seen| holds(&seen.parser).then_some(()));
        self
    }

    /// Waits until words were said, behind so many bytes; gives where they end.
    pub(crate) fn hears(&self, words: &str, behind: usize) -> usize {
        let words_are = |said: &[u8]| said == words.as_bytes();
        self.wait(words, |seen| {
            let mut places = seen.said[behind..].windows(words.len());
            Some(behind + places.position(words_are)? + words.len())
        })
    }

    fn wait<T>(&self, what: &str, find: impl Fn(&Seen) -> Option<T>) -> T {
        let begin = Instant::now();
        let mut seen = self.seen.0.lock().unwrap();
        loop {
            if let Some(found) = find(&seen) {
                return found;
            }
            let left = PATIENCE.checked_sub(begin.elapsed());
            let screen = seen.parser.screen().contents();
            assert!(!seen.closed, "ended without {what}:\n{screen}");
            let left = left.unwrap_or_else(|| panic!("waits for {what}:\n{screen}"));
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// Gives the terminal another size, and waits until the program clears it to draw anew:
    /// a key that is pressed earlier is still meant for the screen as it was.
    pub(crate) fn resize(&mut self, size: (u16, u16)) -> &mut Self {
        let (rows, columns) = cells(size);
        let mut seen = self.seen.0.lock().unwrap();
        seen.parser.screen_mut().set_size(rows, columns);
        let behind = seen.said.len();
        drop(seen);
        self.pty.resize(Size::new(size.0, size.1)).unwrap();
        self.hears("\x1b[2J", behind);
        self
    }

    /// Looks at the screen.
    pub(crate) fn look<T>(&self, look: impl FnOnce(&vt100::Screen) -> T) -> T {
        look(self.seen.0.lock().unwrap().parser.screen())
    }

    /// Waits for the program to end; gives back its exit code and what is on the screen
    /// then.
    pub(crate) fn ends(mut self) -> (Option<i32>, vt100::Screen) {
        let status = self.end();
        (status.code(), self.look(Clone::clone))
    }

    /// Waits for the program to end; gives back how it did, and all that it said.
    pub(crate) fn ends_saying(mut self) -> (ExitStatus, String) {
        let status = self.end();
        let said = self.seen.0.lock().unwrap().said.clone();
        (status, String::from_utf8(said).unwrap())
    }

    fn end(&mut self) -> ExitStatus {
        let begin = Instant::now();
        let mut seen = self.seen.0.lock().unwrap();
        while !seen.closed {
            let left = PATIENCE.checked_sub(begin.elapsed());
            let left = left
                .unwrap_or_else(|| panic!("does not end:\n{}", seen.parser.screen().contents()));
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
        drop(seen);
        self.child.wait().unwrap()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
