//! Reference facts: dated events, terms of office and organisations that an
//! article is compared with, each with the sources that it rests on.

use serde::{Deserialize, Serialize};

use super::edtf::{Edtf, EdtfDate};
use super::source::SourceKind;

/// Facts of every kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// An organisation, from its founding to its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

impl Facts {
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
