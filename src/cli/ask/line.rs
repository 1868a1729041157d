//! A command line under work.

use std::ffi::OsString;

use clap::{Arg, ArgMatches};

/// What ends the options.
const END: &str = "--";

/// The words of a command, the program's name first.
#[derive(Debug, Clone)]
pub(super) struct Line {
    words: Vec<OsString>,
}

impl Line {
    pub(super) fn new(words: Vec<OsString>) -> Self {
        Self { words }
    }

    pub(super) fn words(&self) -> &[OsString] {
        &self.words
    }

    /// What can be read of it although something is missing.
    pub(super) fn read_so_far(&self) -> Option<ArgMatches> {
        super::read_so_far(&self.words)
    }

    /// Adds the words for an argument.
    pub(super) fn add(&mut self, arg: &Arg, values: Vec<String>) {
        let end = self.words.iter().position(|word| word == END);
        for value in values {
            match (arg.get_long(), end) {
                (Some(long), end) => {
                    let place = end.unwrap_or(self.words.len());
                    self.words.insert(place, format!("--{long}={value}").into());
                }
                (None, None) if value.starts_with('-') => {
                    self.words.extend([END.into(), value.into()]);
                }
                (None, _) => self.words.push(value.into()),
            }
        }
    }

    /// The line as it could have been typed.
    pub(super) fn shown(&self) -> String {
        let shown = |word: &OsString| {
            let word = word.to_string_lossy();
            match word.split_once('=') {
                Some((option, value)) if option.starts_with(END) => {
                    format!("{option} {}", quoted(value))
                }
                _ => quoted(&word),
            }
        };
        let words: Vec<String> = self.words.iter().skip(1).map(shown).collect();
        format!("claimdesk {}", words.join(" "))
    }
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let quoted = shlex::try_quote(word);
    quoted.map_or_else(|_| word.to_owned(), std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &str) -> Line {
        Line::new(words.split(' ').map(OsString::from).collect())
    }

    #[test]
    fn answers_stand_where_they_could_have_been_typed() {
        let mut typed = line("claimdesk comment add");
        typed.add(&Arg::new("claim"), vec!["12".to_owned()]);
        typed.add(&Arg::new("text"), vec!["- it’s so".to_owned()]);
        typed.add(&Arg::new("as").long("as"), vec!["ana".to_owned()]);
        assert_eq!(
            typed.shown(),
            "claimdesk comment add 12 --as ana -- '- it’s so'"
        );
    }
}
