//! Questions on a terminal, answered by a line: what is asked and what
//! can be chosen goes to standard error. The terminal stays as it is, so that a
//! question can be left at any time.

use std::io::{self, IsTerminal, Write};

use anstream::AutoStream;

use super::table::{self, Cell};
use super::{CliError, Look, Output};
use crate::model::scale::Tone;

/// Something to choose.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    /// The word for it in a command.
    pub(crate) word: String,
    /// What people call it.
    pub(crate) name: String,
    /// What it is.
    pub(crate) about: String,
    /// How it reads at a glance, where it is a rating.
    pub(crate) tone: Option<Tone>,
}

impl Output {
    /// Asks a yes-or-no question when a person sits at both ends; otherwise,
    /// and when nobody is to be asked, the answer is yes.
    pub(crate) fn confirm(&mut self, question: &str, no_input: bool) -> Result<bool, CliError> {
        if no_input || !Self::somebody_is_there() {
            return Ok(true);
        }
        self.answer(question)
    }

    /// Asks a yes-or-no question whose answer is no when nobody is there to
    /// give it, or nobody is to be asked.
    pub(crate) fn ask(&mut self, question: &str, no_input: bool) -> Result<bool, CliError> {
        if no_input || !Self::somebody_is_there() {
            return Ok(false);
        }
        self.answer(question)
    }

    /// Whether a person sits at both ends.
    pub(crate) fn somebody_is_there() -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    fn answer(&mut self, question: &str) -> Result<bool, CliError> {
        self.say(&format!("{question} [y/N]"));
        let mut answer = String::new();
        io::stdin()
            .read_line(&mut answer)
            .map_err(CliError::Print)?;
        Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
    }

    /// Asks, and waits for a line; none when nobody wants to answer.
    pub(crate) fn question(&mut self, question: &str) -> Option<String> {
        self.say(question);
        let mut stderr = io::stderr();
        let _ = write!(stderr, "> ").and_then(|()| stderr.flush());
        let mut line = String::new();
        match io::stdin().read_line(&mut line) {
            Ok(read) if read > 0 => Some(line.trim().to_owned()),
            _ => {
                let _ = writeln!(stderr);
                None
            }
        }
    }

    /// Says something in the course of a dialogue, whatever else is left out.
    pub(crate) fn reply(&mut self, text: &str) {
        let width = usize::from(self.look.width.unwrap_or(u16::MAX));
        self.say(&textwrap::fill(text, width));
    }

    /// Shows what can be chosen: by its place, or where `by_word`, by its word.
    pub(crate) fn choices(&mut self, choices: &[Choice], by_word: bool) {
        let rows = choices.iter().enumerate().map(|(index, choice)| {
            let number = if by_word {
                Cell::number(&choice.word)
            } else {
                Cell::number(index + 1)
            };
            let name = match choice.tone {
                Some(tone) => Cell::rating(&choice.name, tone),
                None => Cell::text(&choice.name),
            };
            vec![number, name, Cell::short(&choice.about)]
        });
        let mut stderr = io::stderr();
        let look = Look {
            terminal: true,
            color: AutoStream::choice(&stderr) != anstream::ColorChoice::Never,
            ..self.look
        };
        let _ = stderr.write_all(table::rows(rows, look, 2).as_bytes());
    }
}
