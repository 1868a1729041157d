//! Office-holders in the sentences of an article.

use std::ops::Range;

use chrono::NaiveDate;

use super::References;
use super::words::Group;
use crate::lint::article::{Article, Line};
use crate::model::reference::Term;

/// A person who holds or held an office, named in a sentence.
#[derive(Debug)]
pub(in crate::lint) struct Holder<'a> {
    /// Every term of the person in that office, oldest first.
    pub(super) terms: Vec<&'a Term>,
    /// The tokens of the name.
    pub(super) tokens: Range<usize>,
}

impl Holder<'_> {
    /// Whether the person held the office on all of these days.
    pub(super) fn holds_on(&self, days: (NaiveDate, NaiveDate)) -> bool {
        // Two terms that follow one another are one.
        let day = |day| self.terms.iter().any(|term| term.holds_on((day, day)));
        day(days.0) && day(days.1)
    }

    /// Whether the office is that of who heads a government or state.
    pub(super) fn is_head(&self) -> bool {
        self.terms.iter().all(|term| term.is_head())
    }

    /// Whether all terms had ended before a day.
    pub(super) fn ended_before(&self, day: NaiveDate) -> bool {
        self.terms.iter().all(|term| term.ended_before(day))
    }

    /// The latest term that had begun by a day.
    pub(super) fn latest_by(&self, day: NaiveDate) -> Option<&Term> {
        let begun = self.terms.iter().rev();
        begun
            .copied()
            .find(|term| term.first_day().is_some_and(|first| first <= day))
    }

    /// The tokens of the title before the name: “President”, “U.S. President”; not
    /// the “President” of “Vice President”.
    pub(super) fn title(&self, line: &Line<'_>) -> Option<Range<usize>> {
        let name = self.tokens.start;
        let titles = self.terms.iter().flat_map(|term| &term.titles);
        let starts = titles.filter_map(|title| {
            let words: Vec<String> = title.split_whitespace().map(str::to_lowercase).collect();
            let start = name.checked_sub(words.len())?;
            let is_there = words
                .iter()
                .enumerate()
                .all(|(at, word)| line.reading.lower(start + at) == word);
            is_there.then_some(start)
        });
        let start = starts.min()?;
        let before = start.checked_sub(1).map_or("", |at| line.reading.lower(at));
        (!matches!(before, "vice" | "deputy")).then_some(start..name)
    }

    /// The first token of what stands before a title: “El Salvador’s former”,
    /// “then-”, “the Salvadoran”.
    pub(super) fn before_title(&self, line: &Line<'_>, title: usize) -> Option<usize> {
        let mut at = title.checked_sub(1)?;
        // A demonym such as “U.S.” is four tokens.
        let words = Group::of_names(self.terms.iter().flat_map(|term| &term.demonyms));
        for start in at.saturating_sub(3)..=at {
            if words
                .at(&line.reading, start)
                .is_some_and(|found| found.end >= title)
            {
                at = start.checked_sub(1)?;
                break;
            }
        }
        Some(at)
    }
}

/// The office-holders that an article names, each with the sentence that does.
pub(super) fn named<'a>(
    article: &'a Article<'_>,
) -> impl Iterator<Item = (&'a Line<'a>, &'a Holder<'a>)> {
    let lines = article.all().iter().zip(article.holders());
    lines.flat_map(|(line, holders)| holders.iter().map(move |holder| (line, holder)))
}

/// The office-holders that a sentence names, each with the longest name.
pub(in crate::lint) fn holders<'a>(line: &Line<'_>, references: &'a References) -> Vec<Holder<'a>> {
    let mut found: Vec<Holder<'a>> = Vec::new();
    let mut at = 0;
    while at < line.reading.tokens.len() {
        if !line.reading.is_capital(at) {
            at += 1;
            continue;
        }
        let mut here: Vec<(Range<usize>, &Term)> = references
            .terms_of(line.reading.lower(at))
            .filter_map(|(term, names)| Some((names.at(&line.reading, at)?, term)))
            .collect();
        let longest = here.iter().map(|(tokens, _)| tokens.end).max();
        here.retain(|(tokens, _)| Some(tokens.end) == longest);
        let mut next = at + 1;
        for (tokens, term) in here {
            next = next.max(tokens.end);
            let same = |holder: &&mut Holder<'a>| {
                holder.tokens == tokens
                    && holder
                        .terms
                        .iter()
                        .all(|other| other.is_same_office(term) && other.person == term.person)
            };
            match found.iter_mut().find(same) {
                Some(holder) => holder.terms.push(term),
                None => found.push(Holder {
                    terms: vec![term],
                    tokens,
                }),
            }
        }
        at = next;
    }
    for holder in &mut found {
        holder.terms.sort_by_key(|term| term.first_day());
    }
    found
}
