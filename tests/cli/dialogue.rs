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
use std::time::{Duration, Instant};

use pty_process::blocking::{self, Pty};

use crate::world::World;

/// Nobody waits longer for a word, however slow the machine is.
const PATIENCE: Duration = Duration::from_mins(2);

/// How often somebody looks whether a program has ended.
const PAUSE: Duration = Duration::from_millis(10);

/// The key that ends what is typed.
const END: &str = "\u{4}";

/// The key that breaks off.
const BREAK: &str = "\u{3}";

pub(crate) struct Dialogue {
    pty: Arc<Pty>,
    child: Child,
    said: Receiver<String>,
    /// All that was shown.
    screen: String,
    /// So much of it was waited for.
    read: usize,
}

impl Dialogue {
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
        let begun = Instant::now();
        let status = loop {
            match self.child.try_wait().unwrap() {
                Some(status) => break status,
                None if begun.elapsed() < PATIENCE => std::thread::sleep(PAUSE),
                None => {
                    self.child.kill().unwrap();
                    panic!("it does not end:\n{}", self.screen);
                }
            }
        };
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

/// Whether the key that breaks off does nothing: who starts the tests in the background of a
/// script has them, and what they start, pass over it.
pub(crate) fn passes_over_breaks() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    ignored.is_some_and(|mask| mask & 0b10 != 0)
}
