//! What can be named on the desk, for whoever types a command.

use std::path::Path;

use super::{Desk, Result};
use crate::store::{Numbered, Store};

/// So many are offered at once; more help nobody.
pub const MOST_CANDIDATES: usize = 50;

/// What a word of a command names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// A claim by its number.
    Claim,
    /// An article by its number.
    Article,
    /// A source by its number.
    Source,
    /// An open flag by its number.
    Flag,
    /// A person by the handle.
    Reviewer,
    /// A rating of any scale, those of the desk's own scale first.
    Rating,
    /// A scale.
    Scale,
    /// A topic of claims.
    Topic,
    /// A reference fact.
    Fact,
}

/// A name, and what has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What is written in a command.
    pub name: String,
    /// What it stands for.
    pub about: String,
}

impl Desk {
    /// Opens the desk at `path` for a quick look, if that is possible without
    /// changing or waiting for anything.
    pub fn glance(path: &Path) -> Result<Option<Self>> {
        let store = Store::glance(path)?;
        Ok(store.map(|store| Self {
            store,
            viewer: None,
        }))
    }

    /// The first names that begin with `start`, as far as who looks may know them.
    pub fn candidates(&self, naming: Naming, start: &str) -> Result<Vec<Candidate>> {
        let mut all = match naming {
            Naming::Claim => self.numbered(Numbered::Claims, start)?,
            Naming::Article => self.numbered(Numbered::Articles, start)?,
            Naming::Source => self.numbered(Numbered::Sources, start)?,
            Naming::Flag => self.numbered(Numbered::Flags, start)?,
            Naming::Reviewer => {
                let people = self.reviewers()?.into_iter();
                named(people.map(|person| (person.handle.to_string(), person.name)))
            }
            Naming::Rating => self.ratings()?,
            Naming::Scale => {
                let scales = self.scales()?.into_iter();
                named(scales.map(|scale| (scale.slug, scale.name)))
            }
            Naming::Topic => {
                let topics = self.look(|reader| Ok(reader.topics_from(start, MOST_CANDIDATES)?))?;
                named(topics.into_iter().map(|topic| (topic, String::new())))
            }
            Naming::Fact => {
                let facts = self.reference_facts()?.into_iter();
                named(facts.map(|fact| (fact.id, fact.statement)))
            }
        };
        all.retain(|candidate| candidate.name.starts_with(start));
        all.truncate(MOST_CANDIDATES);
        Ok(all)
    }

    fn numbered(&self, what: Numbered, start: &str) -> Result<Vec<Candidate>> {
        let found = self.look(|reader| Ok(reader.numbered(what, start, MOST_CANDIDATES)?))?;
        let found = found.into_iter();
        Ok(named(
            found.map(|(number, about)| (number.to_string(), about)),
        ))
    }

    /// The ratings of the desk's own scale, then those of the others.
    fn ratings(&self) -> Result<Vec<Candidate>> {
        let own = self.scale_named(None)?;
        let others = self.scales()?.into_iter();
        let others = others.filter(|scale| scale.slug != own.slug);
        let mut found = named(own.ratings.into_iter().map(|one| (one.slug, one.label)));
        for scale in others {
            let more = scale.ratings.into_iter();
            found.extend(named(more.map(|rating| {
                (rating.slug, format!("{} ({})", rating.label, scale.name))
            })));
        }
        Ok(found)
    }
}

fn named(names: impl Iterator<Item = (String, String)>) -> Vec<Candidate> {
    names
        .map(|(name, about)| Candidate { name, about })
        .collect()
}
