//! What is wrong with reference facts, before they are wrong about articles.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::edtf::Edtf;
use crate::model::reference::{Event, FactSource, Facts, Organisation, Term};

/// What is wrong with a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Problem {
    /// The fact's name.
    pub fact: String,
    /// What is wrong.
    pub problem: String,
}

/// Why a fact that rests on nothing is none.
const NO_SOURCE: &str = "names no source";

impl Problem {
    /// Whether it is that the fact rests on nothing.
    pub fn is_about_sources(&self) -> bool {
        self.problem == NO_SOURCE
    }
}

/// What is wrong with facts, each by itself and with one another.
pub fn problems(facts: &Facts) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut told = |fact: &str, problem: String| {
        found.push(Problem {
            fact: fact.to_owned(),
            problem,
        });
    };
    for event in &facts.events {
        of_event(event, &mut |problem| told(&event.id, problem));
    }
    for (at, term) in facts.terms.iter().enumerate() {
        of_term(term, &mut |problem| told(&term.id, problem));
        for other in facts
            .terms
            .iter()
            .skip(at + 1)
            .filter(|other| overlap(term, other))
        {
            told(
                &term.id,
                format!(
                    "overlaps with {}: {} and {} can't both hold the office",
                    other.id, term.person, other.person
                ),
            );
        }
    }
    for organisation in &facts.organisations {
        of_organisation(organisation, &mut |problem| told(&organisation.id, problem));
    }
    found
}

fn of_event(event: &Event, told: &mut impl FnMut(String)) {
    of_any(&event.id, &event.statement, &event.sources, told);
    if !event.is_stretch && event.date.bounds().is_none() {
        told(format!("has no days: {}", event.date.as_str()));
    }
    let groups: Vec<&String> = event
        .words
        .iter()
        .filter(|group| !group.trim().is_empty())
        .collect();
    if groups.len() < 2 {
        told("is recognised by one group of words only, and would be found everywhere; give two or more".to_owned());
    }
    let letters = |group: &str| {
        group
            .split('|')
            .map(|one| one.trim_matches(['*', ' ']).chars().count())
            .min()
    };
    if groups
        .iter()
        .any(|group| letters(group).is_some_and(|letters| letters < 2))
    {
        told("has words of one letter".to_owned());
    }
    let is_short = |one: &str| {
        one.trim()
            .strip_suffix('*')
            .is_some_and(|start| start.chars().count() < 3)
    };
    if groups.iter().any(|group| group.split('|').any(is_short)) {
        told("has a beginning of fewer than three letters before its *".to_owned());
    }
}

fn of_term(term: &Term, told: &mut impl FnMut(String)) {
    of_any(&term.id, &term.office, &term.sources, told);
    if let Some(to) = &term.to
        && backwards(&term.from, to)
    {
        told(format!(
            "ends before it begins: {} to {}",
            term.from.as_str(),
            to.as_str()
        ));
    }
    if term
        .names
        .iter()
        .chain([&term.person])
        .all(|name| name.trim().is_empty())
    {
        told("names nobody".to_owned());
    }
}

fn of_organisation(organisation: &Organisation, told: &mut impl FnMut(String)) {
    of_any(
        &organisation.id,
        &organisation.name,
        &organisation.sources,
        told,
    );
    if let Some(dissolved) = &organisation.dissolved
        && backwards(&organisation.founded, dissolved)
    {
        told("is dissolved before it is founded".to_owned());
    }
}

fn of_any(id: &str, says: &str, sources: &[FactSource], told: &mut impl FnMut(String)) {
    let is_slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || !id.chars().all(is_slug) {
        told("needs a name of small letters, digits and hyphens".to_owned());
    }
    if says.trim().is_empty() {
        told("says nothing".to_owned());
    }
    if sources.is_empty() {
        told(NO_SOURCE.to_owned());
    }
}

fn backwards(from: &Edtf, to: &Edtf) -> bool {
    from.earliest()
        .zip(to.latest())
        .is_some_and(|(from, to)| to < from)
}

/// Whether two people hold one office that only one can hold, at one time. The day
/// on which one follows the other is both's.
fn overlap(one: &Term, other: &Term) -> bool {
    let is_single = one.is_head() && one.is_same_office(other) && one.person != other.person;
    let begins = |term: &Term| term.from.latest();
    let ends = |term: &Term| {
        term.to
            .as_ref()
            .map_or(Some(chrono::NaiveDate::MAX), Edtf::earliest)
    };
    let (Some(from), Some(to), Some(other_from), Some(other_to)) =
        (begins(one), ends(one), begins(other), ends(other))
    else {
        return false;
    };
    is_single && from < other_to && other_from < to
}

#[cfg(test)]
mod tests {
    use super::super::{read_facts, shipped_facts};
    use super::*;

    #[test]
    fn nothing_is_wrong_with_the_shipped_facts() {
        assert_eq!(problems(&shipped_facts()), []);
    }

    #[test]
    fn what_is_wrong_is_told() {
        let facts = read_facts(
            "[[event]]\nid = 'A fair'\ndate = '2019-05'\nstatement = 'A fair.'\nwords = ['fair']\n\
             [[office]]\nid = 'm-1'\nperson = 'Ana Vega'\nnames = ['Vega']\noffice = 'president'\ncountry = 'X'\n\
             from = '2010-01-01'\nto = '2015-01-01'\n\
             [[office]]\nid = 'm-2'\nperson = 'Karl Otto'\nnames = ['Otto']\noffice = 'president'\ncountry = 'X'\n\
             from = '2014-01-01'\nto = '2013'\n\
             [[office]]\nid = 'm-3'\nperson = 'Eva Novak'\nnames = ['Novak']\noffice = 'president'\ncountry = 'X'\n\
             from = '2015-01-01'\n\
             [[organisation]]\nid = 'o'\nname = 'Old Club'\nfounded = '1950'\ndissolved = '1940'\n",
        );
        let told: Vec<String> = problems(&facts.unwrap())
            .into_iter()
            .filter(|problem| !problem.is_about_sources())
            .map(|problem| format!("{} {}", problem.fact, problem.problem))
            .collect();
        assert_eq!(
            told,
            [
                "A fair needs a name of small letters, digits and hyphens",
                "A fair is recognised by one group of words only, and would be found everywhere; give two or more",
                "m-1 overlaps with m-2: Ana Vega and Karl Otto can't both hold the office",
                "m-2 ends before it begins: 2014-01-01 to 2013",
                "o is dissolved before it is founded",
            ]
        );
    }
}
