//! What an article says against what is known: dated events, terms of office,
//! organisations.
//!
//! A fact is looked for by its words within a sentence and its neighbours. Where
//! these are not there, nothing is found.

pub(super) mod d101_date_conflict;
pub(super) mod d102_missing_context;
pub(super) mod d103_missing_date;
pub(super) mod d104_former_in_office;
pub(super) mod d105_office_not_held;
pub(super) mod d106_ended_administration;
pub(super) mod d107_told_as_departed;
pub(super) mod d108_organisation_not_there;
pub(super) mod events;
pub(super) mod people;
mod problems;
mod words;

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::NaiveDate;

use super::Contrary;
use crate::model::edtf::{Edtf, EdtfDate};
use crate::model::reference::{Event, FactSource, Facts, Organisation, Term};
pub use problems::{Problem, problems};
use words::Group;

/// Facts made ready to be looked for.
#[derive(Debug)]
pub struct References {
    facts: Facts,
    events: Vec<events::EventWords>,
    index: events::EventIndex,
    people: Vec<Group>,
    /// Which terms a name can be of, by its first word.
    people_by_word: HashMap<String, Vec<usize>>,
    organisations: Vec<Group>,
    /// Which organisations a name can be of, by its first word.
    organisations_by_word: HashMap<String, Vec<usize>>,
}

/// The files of facts that the program ships.
const SHIPPED: [&str; 3] = [
    include_str!("../../../data/reference/events.toml"),
    include_str!("../../../data/reference/offices.toml"),
    include_str!("../../../data/reference/organisations.toml"),
];

static SHIPPED_READY: LazyLock<References> = LazyLock::new(|| References::of(shipped_facts()));

/// The facts that the program ships.
pub fn shipped_facts() -> Facts {
    let files = SHIPPED.iter().map(|file| read_facts(file));
    // That they can be read is held by a test.
    files
        .filter_map(Result::ok)
        .fold(Facts::default(), Facts::overruled_by)
}

/// Reads facts that are written as TOML.
pub fn read_facts(file: &str) -> Result<Facts, toml::de::Error> {
    toml::from_str(file)
}

impl References {
    /// The facts that the program ships, made ready once.
    pub fn shipped() -> &'static Self {
        &SHIPPED_READY
    }

    /// Makes facts ready.
    pub fn of(facts: Facts) -> Self {
        let names = |names: &[String], name: &String| Group::of_names(names.iter().chain([name]));
        let events: Vec<events::EventWords> =
            facts.events.iter().map(events::EventWords::of).collect();
        let people: Vec<Group> = facts
            .terms
            .iter()
            .map(|term| names(&term.names, &term.person))
            .collect();
        let organisations: Vec<Group> = facts
            .organisations
            .iter()
            .map(|one| names(&one.names, &one.name))
            .collect();
        Self {
            index: events::EventIndex::of(&events),
            events,
            people_by_word: by_first_word(&people),
            people,
            organisations_by_word: by_first_word(&organisations),
            organisations,
            facts,
        }
    }

    /// The terms of people whose name can begin with a word.
    fn terms_of(&self, word: &str) -> impl Iterator<Item = (&Term, &Group)> {
        let numbers = self.people_by_word.get(word).into_iter().flatten();
        numbers.filter_map(|term| Some((self.facts.terms.get(*term)?, self.people.get(*term)?)))
    }

    fn terms(&self) -> impl Iterator<Item = (&Term, &Group)> {
        self.facts.terms.iter().zip(&self.people)
    }

    /// The organisations whose name can begin with a word.
    fn organisations_of(&self, word: &str) -> impl Iterator<Item = (&Organisation, &Group)> {
        let numbers = self.organisations_by_word.get(word).into_iter().flatten();
        numbers.filter_map(|one| {
            Some((
                self.facts.organisations.get(*one)?,
                self.organisations.get(*one)?,
            ))
        })
    }
}

/// The numbers of groups by the first words of their alternatives.
fn by_first_word(groups: &[Group]) -> HashMap<String, Vec<usize>> {
    let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, group) in groups.iter().enumerate() {
        for (word, _) in group.first_words() {
            let of_word = by_word.entry(word.to_owned()).or_default();
            if of_word.last() != Some(&number) {
                of_word.push(number);
            }
        }
    }
    by_word
}

impl Term {
    /// Whether the office is that of who heads a government or state.
    fn is_head(&self) -> bool {
        matches!(
            self.office.as_str(),
            "president" | "prime minister" | "chancellor"
        )
    }

    /// The first day on which the person surely held the office.
    fn first_day(&self) -> Option<NaiveDate> {
        self.from.latest()
    }

    /// Whether the person held the office on all of these days.
    fn holds_on(&self, (first, last): (NaiveDate, NaiveDate)) -> bool {
        let begun = self.from.latest().is_some_and(|from| from <= first);
        let ended = self
            .to
            .as_ref()
            .is_some_and(|to| to.earliest().is_some_and(|to| to < last));
        begun && !ended
    }

    /// Whether the term had ended before a day.
    fn ended_before(&self, day: NaiveDate) -> bool {
        let last = self.to.as_ref().and_then(Edtf::latest);
        last.is_some_and(|last| last < day)
    }

    fn is_same_office(&self, other: &Self) -> bool {
        self.office == other.office && self.country == other.country
    }

    /// The term as what contradicts a text.
    fn contrary(&self) -> Contrary {
        let when = match &self.to {
            Some(to) => format!("from {} to {}", said(&self.from), said(to)),
            None => since(&self.from),
        };
        let statement = format!("{} {when}", self.held());
        let to = self.to.as_ref().map_or("..", Edtf::as_str);
        contrary(
            &self.id,
            &statement,
            &format!("{}/{to}", self.from.as_str()),
            self.note.as_ref(),
            &self.sources,
        )
    }
}

impl Event {
    /// The event as what contradicts a text.
    fn contrary(&self) -> Contrary {
        contrary(
            &self.id,
            &self.statement,
            self.date.as_str(),
            self.note.as_ref(),
            &self.sources,
        )
    }
}

impl Organisation {
    /// The organisation as what contradicts a text.
    fn contrary(&self) -> Contrary {
        let to = self.dissolved.as_ref().map_or("..", Edtf::as_str);
        let statement = match &self.dissolved {
            Some(dissolved) => format!(
                "{} was there from {} to {}",
                self.name,
                said(&self.founded),
                said(dissolved)
            ),
            None => format!("{} was founded {}", self.name, on(&self.founded)),
        };
        contrary(
            &self.id,
            &statement,
            &format!("{}/{to}", self.founded.as_str()),
            self.note.as_ref(),
            &self.sources,
        )
    }
}

fn contrary(
    id: &str,
    statement: &str,
    date: &str,
    note: Option<&String>,
    sources: &[FactSource],
) -> Contrary {
    let statement = statement.trim_end_matches('.');
    Contrary::Fact {
        fact: id.to_owned(),
        statement: format!("{statement}."),
        date: date.to_owned(),
        note: note.cloned(),
        sources: sources.to_vec(),
    }
}

/// A date as people write it: “20 August 2018”, “June 2019”, “2007”; both ends
/// of an interval.
fn said(date: &Edtf) -> String {
    let one = |part: &str| {
        let parsed: Option<EdtfDate> = part.parse().ok();
        let Some(date) = parsed else {
            return part.to_owned();
        };
        match (date.day(), date.month()) {
            (Some(day), _) => day.format("%-d %B %Y").to_string(),
            (None, Some(month)) => NaiveDate::from_ymd_opt(date.year(), month, 1)
                .map_or_else(|| part.to_owned(), |day| day.format("%B %Y").to_string()),
            (None, None) => part.to_owned(),
        }
    };
    if !date.is_interval() {
        return one(date.start());
    }
    let (first, last) = (one(date.start()), one(date.end()));
    // “20 or 21 August 2018”.
    match (first.split_once(' '), last.split_once(' ')) {
        (Some((day, month)), Some((other, same))) if month == same => {
            format!("{day} or {other} {month}")
        }
        _ => format!("{first} or {last}"),
    }
}

/// Since when something is so: “since 20 January 2025”.
fn since(date: &Edtf) -> String {
    format!("since {}", said(date))
}

/// When something was, as the end of a sentence: “on 20 August 2018”, “in 2007”.
fn on(date: &Edtf) -> String {
    let day = date.start().len() == "2018-08-20".len();
    format!("{} {}", if day { "on" } else { "in" }, said(date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_facts_can_be_read_and_name_their_sources() {
        for file in SHIPPED {
            read_facts(file).unwrap();
        }
        let facts = shipped_facts();
        for event in &facts.events {
            assert!(!event.words.is_empty(), "{}", event.id);
            assert!(
                event.is_stretch || event.date.bounds().is_some(),
                "{}",
                event.id
            );
            assert!(!event.sources.is_empty(), "{}", event.id);
        }
        assert!(facts.terms.iter().all(|term| term.first_day().is_some()));
    }

    #[test]
    fn dates_are_said_as_people_write_them() {
        let said_of = |date: &str| said(&date.parse().unwrap());
        assert_eq!(said_of("2018-08-20/2018-08-21"), "20 or 21 August 2018");
        assert_eq!(said_of("2019-06"), "June 2019");
        assert_eq!(said_of("2007"), "2007");
    }

    #[test]
    fn terms_are_said_as_people_say_them() {
        let facts = shipped_facts();
        let statement = |id: &str| {
            let term = facts.terms.iter().find(|term| term.id == id).unwrap();
            match term.contrary() {
                Contrary::Fact { statement, .. } => statement,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(
            statement("us-president-trump-second"),
            "Donald Trump has been president of the United States since 20 January 2025."
        );
        assert_eq!(
            statement("us-president-biden"),
            "Joe Biden was president of the United States from 20 January 2021 to 20 January 2025."
        );
    }

    #[test]
    fn sources_with_brackets_of_their_own_are_told_without_more() {
        let facts = shipped_facts();
        let told = facts.events.iter().map(Event::contrary);
        for told in told.chain(facts.terms.iter().map(Term::contrary)) {
            let said = told.said().unwrap();
            assert!(said.contains(" Source: ") && !said.contains("))"), "{said}");
        }
    }

    #[test]
    fn facts_and_their_notes_have_typographic_quotation_marks() {
        let straight = |text: &str| text.contains(['\'', '"']);
        for fact in shipped_facts().all() {
            let shown = fact.shown(false);
            assert!(!straight(&shown.statement), "{}", shown.statement);
            let note = shown.note.unwrap_or_default();
            assert!(!straight(&note), "{note}");
        }
    }
}
