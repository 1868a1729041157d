//! Reference facts: dated events, terms of office and organisations that an
//! article is compared with, each with the sources that it rests on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::edtf::{Edtf, EdtfDate};
use super::source::SourceKind;
use super::words::closed_set;

/// Facts of every kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Facts {
    /// Dated events.
    #[serde(rename = "event")]
    pub events: Vec<Event>,
    /// Terms of office.
    #[serde(rename = "office")]
    pub terms: Vec<Term>,
    /// Organisations.
    #[serde(rename = "organisation")]
    pub organisations: Vec<Organisation>,
}

/// Something that happened on a day, or from one day to another.
///
/// A text speaks of it in a sentence that meets every group of `words`. In a
/// group, alternatives are parted by `|`; `*` at the end of one stands for any
/// ending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Short stable name, such as `el-salvador-recognises-china-2018`.
    pub id: String,
    /// When it happened. An interval means that either end is right, unless it
    /// is a stretch.
    pub date: Edtf,
    /// Whether it went on from one end of its date to the other.
    #[serde(default, rename = "span")]
    pub is_stretch: bool,
    /// Whether a text that speaks of it should say when it was.
    #[serde(default)]
    pub date_matters: bool,
    /// Other dates that the same words can mean.
    #[serde(default)]
    pub also: Vec<Edtf>,
    /// What happened, in a sentence.
    pub statement: String,
    /// Remarks, such as on time zones.
    #[serde(default)]
    pub note: Option<String>,
    /// Where.
    #[serde(default)]
    pub place: Option<String>,
    /// The country whose government acted.
    #[serde(default)]
    pub country: Option<String>,
    /// Groups of words that a sentence about it has.
    pub words: Vec<String>,
    /// Groups of words that it or a sentence beside it has.
    #[serde(default)]
    pub near: Vec<String>,
    /// Words that a sentence about it does not have.
    #[serde(default)]
    pub not: Vec<String>,
    /// What it rests on.
    #[serde(default, rename = "source")]
    pub sources: Vec<FactSource>,
}

/// One person's term of one office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Short stable name.
    pub id: String,
    /// The person's full name.
    pub person: String,
    /// How texts name the person.
    pub names: Vec<String>,
    /// The office, such as `president`.
    pub office: String,
    /// How texts write the title before the name, such as `President`.
    #[serde(default)]
    pub titles: Vec<String>,
    /// Of which country, or of what.
    pub country: String,
    /// What stands for the country before the title, such as `Salvadoran`.
    #[serde(default)]
    pub demonyms: Vec<String>,
    /// Its first day.
    pub from: Edtf,
    /// Its last day; none while it goes on.
    #[serde(default)]
    pub to: Option<Edtf>,
    /// Remarks.
    #[serde(default)]
    pub note: Option<String>,
    /// What it rests on.
    #[serde(default, rename = "source")]
    pub sources: Vec<FactSource>,
}

/// Countries whose names take an article in a sentence.
#[rustfmt::skip]
const WITH_ARTICLE: &[&str] = &[
    "Bahamas", "Central African Republic", "Comoros", "Czech Republic", "Democratic Republic of the Congo",
    "Dominican Republic", "European Union", "Gambia", "Holy See", "Maldives", "Marshall Islands", "Netherlands",
    "Philippines", "Republic of the Congo", "Seychelles", "Solomon Islands", "Soviet Union", "United Arab Emirates",
    "United Kingdom", "United Nations", "United States",
];

impl Term {
    /// The office in words: “president of the United States”.
    pub fn office_of(&self) -> String {
        let article = if WITH_ARTICLE.contains(&self.country.as_str()) {
            "the "
        } else {
            ""
        };
        format!("{} of {article}{}", self.office, self.country)
    }

    /// Who held the office, or holds it: “Joe Biden was president of the United
    /// States”.
    pub fn held(&self) -> String {
        let verb = if self.to.is_some() { "was" } else { "has been" };
        format!("{} {verb} {}", self.person, self.office_of())
    }
}

/// An organisation, from its founding to its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Short stable name.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How else texts name it.
    #[serde(default)]
    pub names: Vec<String>,
    /// When it was founded.
    pub founded: Edtf,
    /// When it was dissolved, if it was.
    #[serde(default)]
    pub dissolved: Option<Edtf>,
    /// Remarks.
    #[serde(default)]
    pub note: Option<String>,
    /// What it rests on.
    #[serde(default, rename = "source")]
    pub sources: Vec<FactSource>,
}

/// A source of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactSource {
    /// Title.
    pub title: String,
    /// Publisher.
    #[serde(default)]
    pub publisher: Option<String>,
    /// Web address.
    #[serde(default)]
    pub url: Option<String>,
    /// When it was published.
    #[serde(default)]
    pub published: Option<EdtfDate>,
    /// How near it stands to what it tells of.
    #[serde(default)]
    pub kind: Option<SourceKind>,
}

closed_set! {
    /// What a reference fact tells of.
    FactKind, "kind of fact" {
        /// Something that happened.
        Event = "event",
        /// Who held an office, from when to when.
        Office = "office",
        /// An organisation, from its founding to its end.
        Organisation = "organisation",
    }
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A dated event.
    Event(Event),
    /// A term of office.
    Office(Term),
    /// An organisation.
    Organisation(Organisation),
}

/// A fact as `reference list` gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ShownFact {
    /// Its short stable name.
    pub id: String,
    /// What it tells of.
    pub kind: FactKind,
    /// Whether it is the desk's own; otherwise the program ships it.
    pub own: bool,
    /// When it was, as EDTF.
    pub date: String,
    /// What it says, in a sentence.
    pub statement: String,
    /// Remarks.
    pub note: Option<String>,
    /// Groups of words, or names, by which a text speaks of it.
    pub words: Vec<String>,
    /// What it rests on.
    pub sources: Vec<FactSource>,
}

impl Fact {
    /// Its short stable name.
    pub fn id(&self) -> &str {
        match self {
            Self::Event(event) => &event.id,
            Self::Office(term) => &term.id,
            Self::Organisation(organisation) => &organisation.id,
        }
    }

    /// What it rests on.
    pub fn sources(&self) -> &[FactSource] {
        match self {
            Self::Event(event) => &event.sources,
            Self::Office(term) => &term.sources,
            Self::Organisation(organisation) => &organisation.sources,
        }
    }

    /// The fact as lists show it.
    pub fn shown(&self, own: bool) -> ShownFact {
        let (kind, date, statement, note, words) = match self {
            Self::Event(event) => (
                FactKind::Event,
                event.date.as_str().to_owned(),
                event.statement.clone(),
                &event.note,
                event.words.clone(),
            ),
            Self::Office(term) => (
                FactKind::Office,
                lasting(&term.from, term.to.as_ref()),
                format!("{}.", term.held()),
                &term.note,
                term.names.clone(),
            ),
            Self::Organisation(organisation) => (
                FactKind::Organisation,
                lasting(&organisation.founded, organisation.dissolved.as_ref()),
                organisation.name.clone(),
                &organisation.note,
                organisation.names.clone(),
            ),
        };
        ShownFact {
            id: self.id().to_owned(),
            kind,
            own,
            date,
            statement,
            note: note.clone(),
            words,
            sources: self.sources().to_vec(),
        }
    }
}

/// From one date to another, or open.
fn lasting(from: &Edtf, to: Option<&Edtf>) -> String {
    format!("{}/{}", from.as_str(), to.map_or("..", Edtf::as_str))
}

impl Facts {
    /// Every fact.
    pub fn all(self) -> Vec<Fact> {
        let events = self.events.into_iter().map(Fact::Event);
        let terms = self.terms.into_iter().map(Fact::Office);
        let organisations = self.organisations.into_iter().map(Fact::Organisation);
        events.chain(terms).chain(organisations).collect()
    }

    /// These facts with one more.
    pub fn push(&mut self, fact: Fact) {
        match fact {
            Fact::Event(event) => self.events.push(event),
            Fact::Office(term) => self.terms.push(term),
            Fact::Organisation(organisation) => self.organisations.push(organisation),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty() && self.terms.is_empty() && self.organisations.is_empty()
    }

    /// These facts and others; of two of the same name, the other holds.
    #[must_use]
    pub fn overruled_by(mut self, others: Self) -> Self {
        let Self {
            events,
            terms,
            organisations,
        } = others;
        self.events
            .retain(|one| events.iter().all(|other| other.id != one.id));
        self.terms
            .retain(|one| terms.iter().all(|other| other.id != one.id));
        self.organisations
            .retain(|one| organisations.iter().all(|other| other.id != one.id));
        self.events.extend(events);
        self.terms.extend(terms);
        self.organisations.extend(organisations);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(country: &str, to: &str) -> Term {
        let written = format!(
            "id = 'v-1'\nperson = 'Ana Vega'\nnames = ['Vega']\noffice = 'president'\ncountry = '{country}'\n\
             from = '2025-01-20'\n{to}"
        );
        toml::from_str(&written).unwrap()
    }

    #[test]
    fn who_holds_an_office_is_said_to_and_countries_have_their_article() {
        assert_eq!(
            term("United States", "").held(),
            "Ana Vega has been president of the United States"
        );
        assert_eq!(
            term("El Salvador", "to = '2029'").held(),
            "Ana Vega was president of El Salvador"
        );
    }
}
