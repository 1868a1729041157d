//! What is longer than the screen is shown in the person's pager, as `git` and `man` do;
//! what fits is printed as it is.

use std::io::{self, IsTerminal, Write};
use std::process::{Command, Stdio};

use terminal_size::{Height, terminal_size};

/// What people write for no pager.
const NONE: [&str; 2] = ["off", "cat"];

/// What a pager is told that the person tells nothing: keep colours and links, leave the text
/// on the screen, and end where it fits.
const USUAL: [(&str, &str); 1] = [("less", "-FRX")];

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
        let program = words.next().unwrap_or_default();
        let usual = USUAL
            .iter()
            .filter(|(pager, _)| *pager == self.command.trim());
        let mut pager = Command::new(program)
            .args(words)
            .args(usual.map(|(_, options)| options))
            .stdin(Stdio::piped())
            .spawn()?;
        if let Some(mut pages) = pager.stdin.take() {
            // Whoever leaves before the end has seen enough.
            let _ = pages.write_all(text.as_bytes());
        }
        pager.wait().map(drop)
    }
}

/// Whether a text has more lines than the screen, with one for what is typed next.
fn is_long(text: &str) -> bool {
    let height = terminal_size().map(|(_, Height(height))| usize::from(height));
    height.is_some_and(|height| text.lines().count() + 1 > height)
}
