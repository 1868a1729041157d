//! The questions: a claim is found by its words, what is one of a few is picked by
//! its number, and a text is typed or written in the user's editor.

use clap::{Arg, ArgMatches, Command};

use crate::cli::context::Context;
use crate::cli::editor::Draft;
use crate::cli::meant::{Meant, meant};
use crate::cli::output::{Choice, Output};
use crate::desk::{Desk, Naming};
use crate::model::claim::{Claim, ClaimFilter, ClaimRef};
use crate::model::ids::ClaimId;
use crate::model::search::{DocumentKind, SearchPage, SearchSort};

/// So many claims are shown at once.
const MOST: u32 = 10;

/// Texts that are long enough for an editor.
const LONG: [&str; 3] = ["because", "text", "message"];

/// Who asks, and what is known of the desk.
pub(super) struct Questions<'q> {
    context: &'q Context,
    desk: Desk,
    output: &'q mut Output,
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
                let mut words = Vec::new();
                for naming in namings {
                    words.extend(self.name(*naming, arg, said)?);
                }
                Some(words)
            }
            None if is_text(arg) => self.text(arg).map(|text| vec![text]),
            _ => None,
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
        let several = arg.get_num_args().is_some_and(|n| n.max_values() > 1)
            || matches!(arg.get_action(), clap::ArgAction::Append);
        match naming {
            Naming::Claim => self.claims(several && naming_alone(arg)),
            Naming::Rating => {
                let choices = self.ratings(said)?;
                self.choose("Which rating", &choices).map(|word| vec![word])
            }
            _ => {
                let found = self.desk.candidates(naming, "").ok()?;
                let choices: Vec<Choice> = found
                    .into_iter()
                    .map(|candidate| Choice {
                        name: candidate.name.clone(),
                        word: candidate.name,
                        about: candidate.about,
                        tone: None,
                    })
                    .collect();
                let named = self.named(naming, arg, &choices)?;
                Some(vec![named])
            }
        }
    }

    /// Asks for one of what the desk has: of numbered things by the number that
    /// they have everywhere.
    fn named(&mut self, naming: Naming, arg: &Arg, choices: &[Choice]) -> Option<String> {
        let numbered = matches!(
            naming,
            Naming::Article | Naming::Source | Naming::Flag | Naming::Claim
        );
        if !numbered {
            return self.choose(&question(arg), choices);
        }
        let choices: Vec<Choice> = choices
            .iter()
            .map(|choice| Choice {
                name: String::new(),
                ..choice.clone()
            })
            .collect();
        self.output.choices(&choices, true);
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

    /// Asks for a claim, or where a command takes `several`, for some: what is typed
    /// is searched for, and a number picks.
    fn claims(&mut self, several: bool) -> Option<Vec<String>> {
        let mut asked = "Which claim? Type words that it has, or its number; Enter lists some";
        loop {
            let answer = self.output.question(asked)?;
            let numbers: Vec<&str> = answer.split_whitespace().collect();
            let all_numbers = numbers.iter().all(|word| word.parse::<i64>().is_ok());
            if !numbers.is_empty() && all_numbers && (several || numbers.len() == 1) {
                if numbers.iter().all(|number| self.is_claim(number)) {
                    return Some(numbers.into_iter().map(str::to_owned).collect());
                }
                continue;
            }
            let found = self.find(&answer);
            if found.is_empty() {
                self.output.reply("no claim has these words");
                continue;
            }
            self.output.choices(&found, true);
            asked = "Its number, or other words";
        }
    }

    /// Whether there is a claim of this number, with a look at it.
    fn is_claim(&mut self, number: &str) -> bool {
        let Ok(id) = number.parse::<ClaimId>() else {
            return false;
        };
        match self.desk.claim(&ClaimRef::Number(id)) {
            Ok(found) => {
                let statement = &found.claim.statement;
                self.output.reply(&format!("claim {number}: {statement}"));
                true
            }
            Err(error) => {
                self.output.reply(&error.to_string());
                false
            }
        }
    }

    /// Claims with these words, or the first few where there are none.
    fn find(&mut self, words: &str) -> Vec<Choice> {
        if words.is_empty() {
            let filter = ClaimFilter {
                limit: Some(MOST),
                ..ClaimFilter::default()
            };
            let claims = self.desk.claims(&filter).unwrap_or_default();
            return claims.iter().map(shown).collect();
        }
        let whole = self.search(words);
        if whole.is_empty() {
            // The last word may have been left half typed.
            return self.search(&format!("{words}*"));
        }
        whole
    }

    fn search(&mut self, words: &str) -> Vec<Choice> {
        let page = SearchPage {
            sort: SearchSort::Relevance,
            limit: MOST,
            offset: 0,
        };
        let asked = format!("{words} kind:{}", DocumentKind::Claim);
        let Ok(found) = self.desk.search(&asked, page) else {
            return Vec::new();
        };
        let mut ids: Vec<ClaimId> = Vec::new();
        for id in found.hits.iter().filter_map(|hit| hit.claim) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids.into_iter()
            .filter_map(|id| self.desk.claim(&ClaimRef::Number(id)).ok())
            .map(|found| shown(&found.claim))
            .collect()
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

/// Whether an argument takes nothing but claims.
fn naming_alone(arg: &Arg) -> bool {
    arg.get_id() == "claims"
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

fn is_text(arg: &Arg) -> bool {
    arg.get_value_parser().type_id() == std::any::TypeId::of::<String>()
}

fn shown(claim: &Claim) -> Choice {
    let rated = claim.rating_label.clone();
    Choice {
        word: claim.id.to_string(),
        name: rated.unwrap_or_else(|| claim.state.to_string()),
        about: claim.statement.clone(),
        tone: claim.rating_tone,
    }
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
