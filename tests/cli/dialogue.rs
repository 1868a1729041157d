//! A person at a terminal: the program in a pseudo-terminal of its own, read until
//! it says what is waited for.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::io::{Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, ExitStatus};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use pty_process::blocking::{self, Pty};

use crate::world::World;

/// Nobody waits longer for a word, however slow the machine is.
const PATIENCE: Duration = Duration::from_mins(2);

/// The key that ends what is typed.
const END: &str = "\u{4}";

/// The key that breaks off.
const BREAK: &str = "\u{3}";

pub(crate) struct Terminal {
    pty: Arc<Pty>,
    child: Child,
    said: Receiver<String>,
    /// All that was shown.
    screen: String,
    /// So much of it was waited for.
    read: usize,
}

impl Terminal {
    /// Starts the program in a world.
    pub(crate) fn run(world: &World, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let (pty, pts) = blocking::open().unwrap();
        pty.resize(pty_process::Size::new(40, 100)).unwrap();
        let command = blocking::Command::from(world.command(arguments));
        let command = command.env("TERM", "xterm").env("NO_COLOR", "1");
        let child = command
            .envs(environment.iter().copied())
            .spawn(pts)
            .unwrap();
        let pty = Arc::new(pty);
        let (sender, said) = channel();
        let reading = Arc::clone(&pty);
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            // At its end, a terminal reports an error.
            while let Ok(count) = (&*reading).read(&mut buffer) {
                let piece = String::from_utf8_lossy(&buffer[..count]).into_owned();
                if count == 0 || sender.send(piece).is_err() {
                    break;
                }
            }
        });
        Self {
            pty,
            child,
            said,
            screen: String::new(),
            read: 0,
        }
    }

    /// Waits until something new is said.
    pub(crate) fn sees(&mut self, words: &str) -> &mut Self {
        loop {
            if let Some(place) = self.screen[self.read..].find(words) {
                self.read += place + words.len();
                return self;
            }
            let piece = self.said.recv_timeout(PATIENCE);
            let piece = piece.unwrap_or_else(|_| panic!("“{words}” is not in\n{}", self.screen));
            self.screen.push_str(&piece);
        }
    }

    /// Types a line.
    pub(crate) fn types(&mut self, line: &str) -> &mut Self {
        self.sees("> ");
        self.presses(&format!("{line}\n"))
    }

    /// Leaves a question unanswered.
    pub(crate) fn leaves(&mut self) -> &mut Self {
        self.sees("> ");
        self.presses(END)
    }

    /// Breaks off.
    pub(crate) fn breaks_off(&mut self) -> &mut Self {
        self.sees("> ");
        self.presses(BREAK)
    }

    fn presses(&mut self, keys: &str) -> &mut Self {
        (&*self.pty).write_all(keys.as_bytes()).unwrap();
        self
    }

    /// Waits for the end: how it ended, and all that was shown.
    pub(crate) fn ends(mut self) -> (Ended, String) {
        let status = self.child.wait().unwrap();
        while let Ok(piece) = self.said.recv_timeout(PATIENCE) {
            self.screen.push_str(&piece);
        }
        (Ended(status), self.screen.replace("\r\n", "\n"))
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
