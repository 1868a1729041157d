//! The questions: what is one of a few is picked by its number, and a text is typed
//! or written in the user's editor.

use clap::{Arg, ArgMatches, Command};

use crate::cli::context::Context;
use crate::cli::editor::Draft;
use crate::cli::meant::{Meant, meant};
use crate::cli::output::{Choice, Output};
use crate::desk::{Desk, MOST_CANDIDATES, Naming};

/// So many things of the desk are shown at once.
const MOST_SHOWN: usize = 15;

/// Texts that are long enough for an editor.
const LONG: [&str; 3] = ["because", "text", "message"];

/// Who asks, and what is known of the desk.
pub(super) struct Questions<'q> {
    context: &'q Context,
    pub(super) desk: Desk,
    pub(super) output: &'q mut Output,
}

impl<'q> Questions<'q> {
    pub(super) fn new(context: &'q Context, desk: Desk, output: &'q mut Output) -> Self {
        Self {
            context,
            desk,
            output,
        }
    }

    /// Asks for an argument that must be given; none where it can't be asked for,
    /// or nobody answers.
    pub(super) fn ask(
        &mut self,
        verb: &Command,
        arg: &Arg,
        said: &ArgMatches,
    ) -> Option<Vec<String>> {
        if let Some(choices) = words_of(arg) {
            return self.choose(&question(arg), &choices).map(|word| vec![word]);
        }
        match meant(verb.get_name(), arg) {
            Some(Meant::Named(namings)) => {
                // The first of several may have been said.
                let said_of_it = said.try_get_raw(arg.get_id().as_str()).ok().flatten();
                let mut words = Vec::new();
                for naming in namings.iter().skip(said_of_it.map_or(0, Iterator::count)) {
                    words.extend(self.name(*naming, arg, said)?);
                }
                Some(words).filter(|words| !words.is_empty())
            }
            // A file, a day, a name that is new: held to what it must be once it is read.
            None => self.text(arg).map(|text| vec![text]),
            Some(_) => None,
        }
    }

    /// Asks for an argument that can be left out; no words where it is.
    pub(super) fn ask_optional(&mut self, arg: &Arg) -> Option<Vec<String>> {
        let asked = format!("{}? Enter for none", question(arg));
        let choices = words_of(arg);
        if let Some(choices) = &choices {
            self.output.choices(choices, false);
        }
        loop {
            let answer = self.output.question(&asked)?;
            if answer.is_empty() {
                return Some(Vec::new());
            }
            let Some(choices) = &choices else {
                return Some(vec![answer]);
            };
            if let Some(word) = self.meant(&answer, choices) {
                return Some(vec![word]);
            }
        }
    }

    /// Asks for the name of something on the desk.
    fn name(&mut self, naming: Naming, arg: &Arg, said: &ArgMatches) -> Option<Vec<String>> {
        match naming {
            Naming::Claim => self.claims(arg.get_id() == "claims"),
            Naming::Rating => {
                let choices = self.ratings(said)?;
                self.choose("Which rating", &choices).map(|word| vec![word])
            }
            _ => self.on_desk(naming, arg).map(|name| vec![name]),
        }
    }

    /// Asks for one of what the desk has. People and scales are picked; of what has a
    /// number everywhere, that number is typed, and other words may do as well.
    fn on_desk(&mut self, naming: Naming, arg: &Arg) -> Option<String> {
        let found = self.desk.candidates(naming, "").ok()?;
        let are_all = found.len() < MOST_CANDIDATES;
        let is_closed = matches!(naming, Naming::Reviewer | Naming::Scale) && are_all;
        let choices: Vec<Choice> = found
            .into_iter()
            .map(|candidate| Choice {
                word: candidate.name.clone(),
                name: if is_closed {
                    candidate.name
                } else {
                    String::new()
                },
                about: candidate.about,
                tone: None,
            })
            .collect();
        if is_closed {
            return self.choose(&question(arg), &choices);
        }
        let shown = choices.len().min(MOST_SHOWN);
        self.output.choices(&choices[..shown], true);
        if shown < choices.len() || !are_all {
            self.output.reply("there are more; lists show them all");
        }
        self.insist(&format!("{}?", question(arg)))
    }

    /// Asks until something is typed.
    fn insist(&mut self, asked: &str) -> Option<String> {
        loop {
            let answer = self.output.question(asked)?;
            if !answer.is_empty() {
                return Some(answer);
            }
        }
    }

    fn ratings(&mut self, said: &ArgMatches) -> Option<Vec<Choice>> {
        let scale = said.try_get_one::<String>("scale").ok().flatten();
        let scale = self.desk.scale_named(scale.map(String::as_str)).ok()?;
        let ratings = scale.ratings.into_iter();
        Some(
            ratings
                .map(|rating| Choice {
                    word: rating.slug,
                    name: rating.label,
                    about: rating.description,
                    tone: Some(rating.tone),
                })
                .collect(),
        )
    }

    /// Asks which of a few it is.
    fn choose(&mut self, asked: &str, choices: &[Choice]) -> Option<String> {
        self.output.choices(choices, false);
        loop {
            let answer = self.insist(&format!("{asked}? Its number or its word"))?;
            if let Some(word) = self.meant(&answer, choices) {
                return Some(word);
            }
        }
    }

    /// The word of the one that was chosen: by the number before it, its word, or the
    /// beginning of that where no other begins so.
    fn meant(&mut self, answer: &str, choices: &[Choice]) -> Option<String> {
        let found = chosen(answer, choices);
        if found.is_none() {
            self.output.reply(&format!("“{answer}” is none of these"));
        }
        found.map(|choice| choice.word.clone())
    }

    /// Asks for a text; a long one can be written in the user's editor.
    fn text(&mut self, arg: &Arg) -> Option<String> {
        let with_editor = LONG.contains(&arg.get_id().as_str()) && self.context.editor().is_some();
        if !with_editor {
            return self.insist(&format!("{}?", question(arg)));
        }
        let asked = format!("{}? Enter opens your editor", question(arg));
        loop {
            let answer = self.output.question(&asked)?;
            if !answer.is_empty() {
                return Some(answer);
            }
            match Draft::write(self.context, "claimdesk-text", "") {
                Ok((draft, text)) if !text.trim().is_empty() => {
                    draft.done();
                    return Some(text.trim().to_owned());
                }
                Ok((draft, _)) => draft.done(),
                Err(error) => self.output.reply(&error.to_string()),
            }
        }
    }
}

/// What an argument asks for, from its help.
fn question(arg: &Arg) -> String {
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let first = help.split("; ").next().unwrap_or_default();
    first.split(" [").next().unwrap_or_default().to_owned()
}

/// The words of a closed set.
fn words_of(arg: &Arg) -> Option<Vec<Choice>> {
    let words = arg.get_value_parser().possible_values()?;
    let choices = words.map(|word| Choice {
        word: word.get_name().to_owned(),
        name: word.get_name().to_owned(),
        about: word.get_help().map(ToString::to_string).unwrap_or_default(),
        tone: None,
    });
    Some(choices.collect())
}

/// The one that is meant.
fn chosen<'c>(answer: &str, choices: &'c [Choice]) -> Option<&'c Choice> {
    let small = answer.to_lowercase();
    let by_place = answer.parse::<usize>().ok();
    if let Some(place) = by_place {
        return choices.get(place.checked_sub(1)?);
    }
    let is_it = |choice: &&Choice| choice.word == small || choice.name.to_lowercase() == small;
    choices.iter().find(is_it).or_else(|| {
        let mut begun = choices
            .iter()
            .filter(|choice| choice.word.starts_with(&small));
        begun.next().filter(|_| begun.next().is_none())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_meant_by_its_place_its_word_or_how_that_begins() {
        let choice = |word: &str, name: &str| Choice {
            word: word.to_owned(),
            name: name.to_owned(),
            about: String::new(),
            tone: None,
        };
        let choices = [
            choice("mostly-false", "Mostly false"),
            choice("mostly-true", "Mostly true"),
            choice("misleading", "Misleading"),
        ];
        let meant = |answer| chosen(answer, &choices).map(|choice| choice.word.as_str());
        assert_eq!(meant("2"), Some("mostly-true"));
        assert_eq!(meant("Mostly True"), Some("mostly-true"));
        assert_eq!(meant("mis"), Some("misleading"));
        for none in ["0", "4", "m", "mostly", "true"] {
            assert_eq!(meant(none), None, "{none}");
        }
    }
}
