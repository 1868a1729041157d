//! Searching the desk: what was typed is understood, its filters are held
//! against what the desk knows, and what is found is seen as the one who looks
//! may see it.

use super::articles::find_article;
use super::names::unknown;
use super::scales::rating_called;
use super::transact::reviewer_named;
use super::{Desk, DeskError, Result};
use crate::lint::RULES;
use crate::model::flag::{Category, FlagState, Severity};
use crate::model::search::{Hit, SearchField, SearchPage};
use crate::search::{Filter, NotAValue, Query, Sought, Test, Valid, parse};
use crate::store::{End, HIDDEN_FIELDS, Reader, Sight};

/// What a search found.
#[derive(Debug)]
pub struct SearchResult {
    /// One page of it.
    pub hits: Vec<Hit>,
    /// Whether another page follows.
    pub more: bool,
    /// What may have been meant otherwise, and what was not looked at.
    pub notes: Vec<String>,
    /// Where nothing was found: how much holds one of the words, at most [`MOST_LOOSER`].
    pub looser: Option<u64>,
}

/// The error for a value that a filter can't take.
fn refused(refused: &NotAValue) -> DeskError {
    match refused.valid {
        Valid::Words(words) => unknown(
            "value",
            &refused.given,
            &format!("for {}:", refused.filter),
            words.iter().map(ToString::to_string).collect(),
        ),
        Valid::Written(how) => DeskError::Invalid(format!(
            "“{}” can't be the value of {}:, which takes {how}",
            refused.given, refused.filter
        )),
    }
}

/// The names that the desk has of those that were given, in any case.
fn known(what: &'static str, given: &[String], names: &[String]) -> Result<Vec<String>> {
    let name = |given: &String| {
        let same = |name: &&String| name.to_lowercase() == given.to_lowercase();
        names.iter().find(same).cloned().ok_or_else(|| {
            let place = "on this desk";
            unknown(what, given, place, names.to_vec())
        })
    };
    given.iter().map(name).collect()
}

/// The claimants whose names hold what was given.
fn claimants(reader: &Reader<'_>, given: &[String]) -> Result<Vec<String>> {
    let names = reader.claimant_names()?;
    let mut found = Vec::new();
    for part in given {
        let small = part.to_lowercase();
        let holds = |name: &&String| name.to_lowercase().contains(&small);
        let before = found.len();
        found.extend(names.iter().filter(holds).cloned());
        if found.len() == before {
            return Err(unknown("claimant", part, "on this desk", names));
        }
    }
    Ok(found)
}

/// What can be asked of a flag.
fn flag_words() -> Vec<String> {
    let states = FlagState::WORDS.iter().chain(Severity::WORDS);
    let words = states.chain(Category::WORDS).map(ToString::to_string);
    let rules = RULES
        .iter()
        .flat_map(|rule| [rule.code.to_lowercase(), rule.name.to_lowercase()]);
    words.chain(rules).collect()
}

/// A filter with the desk's own names.
fn resolved(reader: &Reader<'_>, filter: Filter) -> Result<Filter> {
    let test = match filter.test {
        Test::Rating(given) => {
            let slugs: Result<Vec<String>> = given
                .iter()
                .map(|given| rating_called(reader, given))
                .collect();
            Test::Rating(slugs?)
        }
        Test::Reviewer(handles) => {
            for handle in &handles {
                reviewer_named(reader, handle)?;
            }
            Test::Reviewer(handles)
        }
        Test::Article(ids) => {
            for id in &ids {
                find_article(reader, *id)?;
            }
            Test::Article(ids)
        }
        Test::Topic(given) => Test::Topic(known("topic", &given, &reader.topic_names()?)?),
        Test::Claimant(given) => Test::Claimant(claimants(reader, &given)?),
        Test::Flag(given) => {
            let mut words = flag_words();
            words.extend(reader.flag_categories()?);
            Test::Flag(known("value for flag:", &given, &words)?)
        }
        other => other,
    };
    Ok(Filter { test, ..filter })
}

/// A search with the desk's own names, and what is to be said of it.
fn understood(reader: &Reader<'_>, text: &str) -> Result<(Query, Vec<String>)> {
    let mut query = parse(text).map_err(|error| refused(&error))?;
    let filters = std::mem::take(&mut query.filters).into_iter();
    let filters: Result<Vec<Filter>> = filters.map(|filter| resolved(reader, filter)).collect();
    query.filters = filters?;
    let mut notes: Vec<String> = query.notes.iter().map(ToString::to_string).collect();
    if query.sought.is_none() && query.filters.is_empty() && notes.is_empty() {
        notes.push("there is nothing in it that could be looked for".to_owned());
    }
    let terms = query.sought.iter().flat_map(|sought| sought.terms());
    let asked = terms.flat_map(|term| &term.fields);
    let hidden: Vec<&str> = HIDDEN_FIELDS
        .iter()
        .filter(|field| asked.clone().any(|asked| asked == *field))
        .map(|field: &SearchField| field.as_str())
        .collect();
    if reader.sight() != Sight::All && !hidden.is_empty() {
        notes.push(format!(
            "this desk is blind: nobody but editors can search in:{}",
            hidden.join(",")
        ));
    }
    Ok((query, notes))
}

/// So many things are counted that a looser search would find; to count all can take
/// longer than the search.
pub const MOST_LOOSER: u32 = 1000;

impl Desk {
    /// A page of what a search finds. What other programs have changed is brought
    /// into the indexes first, where the desk may be written to.
    pub fn search(&mut self, text: &str, page: SearchPage) -> Result<SearchResult> {
        let outdated = self.catch_up()?;
        self.look(|reader| {
            let (query, mut notes) = understood(reader, text)?;
            notes.extend(outdated);
            let found = reader.search(&query, page)?;
            let nothing = found.hits.is_empty() && page.offset == 0;
            let loosened = query.sought.as_ref().filter(|_| nothing);
            let looser = match loosened.and_then(Sought::loosened) {
                Some(sought) => {
                    let looser = Query {
                        sought: Some(sought),
                        ..query
                    };
                    Some(reader.search_count(&looser, Some(MOST_LOOSER))?)
                }
                None => None,
            };
            Ok(SearchResult {
                hits: found.hits,
                more: found.more,
                notes,
                looser: looser.filter(|count| *count > 0),
            })
        })
    }

    /// How many things a search finds, and what is to be said of it.
    pub fn search_count(&mut self, text: &str) -> Result<(u64, Vec<String>)> {
        let outdated = self.catch_up()?;
        self.look(|reader| {
            let (query, mut notes) = understood(reader, text)?;
            notes.extend(outdated);
            Ok((reader.search_count(&query, None)?, notes))
        })
    }

    /// Brings what other programs have changed into the indexes; says so where
    /// the desk may not be written to.
    pub(super) fn catch_up(&mut self) -> Result<Option<String>> {
        if !self.look(|reader| Ok(reader.awaits_indexing()?))? {
            return Ok(None);
        }
        let written = self.store.write(|_| Ok::<_, DeskError>(End::Kept(())));
        Ok(written.is_err().then(|| {
            "another program has changed this desk, and what it changed can't be brought into the index".to_owned()
        }))
    }
}
