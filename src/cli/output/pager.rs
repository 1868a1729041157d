//! What is longer than the screen is shown in the person's pager, as `git` and `man` do;
//! what fits is printed as it is.

use std::io::{self, IsTerminal, Write};
use std::process::{Command, Stdio};

use terminal_size::{Height, terminal_size};

/// What people write for no pager.
const NONE: [&str; 2] = ["off", "cat"];

/// What `less` is told where `LESS` says nothing: keep colours, wrap nothing away, leave
/// the text on the screen, and end where it fits.
const LESS: &str = "FRX";

/// Text that is held back until it is known whether it fits on the screen.
pub(super) struct Pager {
    command: String,
    held: String,
}

impl Pager {
    /// A pager where a person sits at both ends and has not done without.
    pub(super) fn new(command: String) -> Option<Self> {
        let is_wanted = !command.trim().is_empty() && !NONE.contains(&command.trim());
        let is_seen = io::stdout().is_terminal() && io::stdin().is_terminal();
        (is_wanted && is_seen).then_some(Self {
            command,
            held: String::new(),
        })
    }

    /// Takes more of what is to be shown.
    pub(super) fn hold(&mut self, text: &str) {
        self.held.push_str(text);
    }

    /// Shows what was held back where it is longer than the screen; otherwise, and where
    /// the pager can't be run, gives it back to be printed.
    pub(super) fn show(&mut self) -> Option<String> {
        let text = std::mem::take(&mut self.held);
        if is_long(&text) && self.run(&text).is_ok() {
            return None;
        }
        (!text.is_empty()).then_some(text)
    }

    fn run(&self, text: &str) -> io::Result<()> {
        let mut words = self.command.split_whitespace();
        let mut pager = Command::new(words.next().unwrap_or_default());
        pager.args(words).stdin(Stdio::piped());
        if pager_says_nothing_of_less() {
            pager.env("LESS", LESS);
        }
        let mut pager = pager.spawn()?;
        if let Some(mut pages) = pager.stdin.take() {
            // Whoever leaves before the end has seen enough.
            let _ = pages.write_all(text.as_bytes());
        }
        pager.wait().map(drop)
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "what the pager is told by its own variable is not the program's business"
)]
fn pager_says_nothing_of_less() -> bool {
    std::env::var_os("LESS").is_none()
}

/// Whether a text has more lines than the screen, with one for what is typed next.
fn is_long(text: &str) -> bool {
    let height = terminal_size().map(|(_, Height(height))| usize::from(height));
    height.is_some_and(|height| text.lines().count() + 1 > height)
}
