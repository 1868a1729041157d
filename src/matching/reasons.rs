//! Why two texts may say the same, and what speaks against it.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::Matcher;
use super::post::Post;
use super::profile::Words;
use super::terms::{Stem, Stems};
use crate::text::facets::Facets;
use crate::text::reading::Reading;

/// So many shared words are named at most.
const MOST_WORDS: usize = 6;

/// A word less rare than this says nothing.
const TELLING: f32 = 4.0;

/// Why two texts may say the same.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Reasons {
    /// Rare words of both, as the question has them, rarest first.
    pub words: Vec<String>,
    /// Figures of both, as the question has them.
    pub figures: Vec<String>,
    /// Dates of both.
    pub dates: Vec<String>,
    /// What tells them apart, in words.
    pub warnings: Vec<String>,
}

/// What of a text is told.
struct Told {
    words: BTreeMap<Stem, String>,
    negated: bool,
    figures: BTreeMap<String, String>,
    dates: BTreeMap<String, String>,
}

impl Told {
    fn of(text: &str, stems: &mut Stems) -> Self {
        let mut words = BTreeMap::new();
        let read = Words::of(text, stems, |token, stem, _| {
            // Two letters of a spaced script, such as the “re” of “re-elected”, say little.
            if !token.figure && (token.pair || token.word.chars().count() > 2) {
                words.entry(stem).or_insert_with(|| token.word.to_owned());
            }
        });
        let reading = Reading::new(text);
        let facets = Facets::of(&reading, None);
        let written =
            |span: crate::model::text::Span| span.slice(text).unwrap_or_default().to_owned();
        let figures = facets
            .quantities
            .iter()
            .filter(|one| !one.ordinal && !one.vague);
        let figures = figures.map(|one| (format!("{:?}", (one.low, one.high)), written(one.span)));
        let dates = facets.dates.iter().filter_map(|one| {
            let value = one.value.as_ref()?;
            Some((value.as_str().to_owned(), written(one.span)))
        });
        Self {
            words,
            negated: read.negated(),
            figures: figures.collect(),
            dates: dates.collect(),
        }
    }
}

/// A question, read once to be held against claims.
pub struct Comparison<'m> {
    matcher: &'m Matcher,
    stems: Stems,
    asked: Told,
}

impl<'m> Comparison<'m> {
    /// Reads a question.
    pub fn of(matcher: &'m Matcher, question: &str) -> Self {
        let mut stems = Stems::new();
        let asked = Told::of(&Post::of(question).text, &mut stems);
        Self {
            matcher,
            stems,
            asked,
        }
    }

    /// Why the question and a claim may say the same. `title` is that of the
    /// claim's check.
    pub fn with(&mut self, statement: &str, title: Option<&str>) -> Reasons {
        let told = Told::of(statement, &mut self.stems);
        let titled = title.map(|title| Told::of(title, &mut self.stems));
        compared(self.matcher, &self.asked, &told, titled.as_ref())
    }
}

fn compared(matcher: &Matcher, asked: &Told, told: &Told, titled: Option<&Told>) -> Reasons {
    let is_told = |stem: &Stem| {
        let titled = titled.is_some_and(|title| title.words.contains_key(stem));
        titled || told.words.contains_key(stem)
    };
    let mut words: Vec<(f32, &String)> = asked
        .words
        .iter()
        .filter(|(stem, _)| is_told(stem))
        .map(|(stem, word)| (matcher.learned.of(*stem), word))
        .filter(|(rarity, _)| *rarity >= TELLING)
        .collect();
    words.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
    let mut warnings = Vec::new();
    for (what, here, there) in [
        ("figures", &asked.figures, &told.figures),
        ("dates", &asked.dates, &told.dates),
    ] {
        warnings.extend(differing(what, here, there));
    }
    if asked.negated != told.negated {
        let which = if told.negated {
            "that claim"
        } else {
            "this text"
        };
        warnings.push(format!("only {which} says “not”"));
    }
    Reasons {
        words: words
            .into_iter()
            .take(MOST_WORDS)
            .map(|(_, word)| word.clone())
            .collect(),
        figures: both(&asked.figures, &told.figures),
        dates: both(&asked.dates, &told.dates),
        warnings,
    }
}

fn both(here: &BTreeMap<String, String>, there: &BTreeMap<String, String>) -> Vec<String> {
    let both = here.iter().filter(|(value, _)| there.contains_key(*value));
    both.map(|(_, written)| written.clone()).collect()
}

/// What to say where each has some that the other lacks.
fn differing(
    what: &str,
    here: &BTreeMap<String, String>,
    there: &BTreeMap<String, String>,
) -> Option<String> {
    let lacking = |of: &BTreeMap<String, String>, by: &BTreeMap<String, String>| {
        let lacking = of.iter().filter(|(value, _)| !by.contains_key(*value));
        lacking
            .map(|(_, written)| written.clone())
            .collect::<BTreeSet<_>>()
    };
    let (here, there) = (lacking(here, there), lacking(there, here));
    let list = |of: BTreeSet<String>| of.into_iter().collect::<Vec<_>>().join(", ");
    (!here.is_empty() && !there.is_empty())
        .then(|| format!("other {what}: {} here, {} there", list(here), list(there)))
}
