//! Events in the sentences of an article.

use std::collections::HashMap;
use std::ops::Range;

use super::words::{Group, Starts};
use crate::lint::article::{Article, Line};
use crate::model::edtf::Edtf;
use crate::model::facet::Dated;
use crate::model::reference::Event;
use crate::model::text::Span;
use crate::text::reading::Shape;

/// Tokens within which more of the same words goes with those before.
const SOON: usize = 4;

/// The words by which an event is recognised.
#[derive(Debug)]
pub(super) struct EventWords {
    words: Vec<Group>,
    near: Vec<Group>,
    not: Vec<Group>,
}

impl EventWords {
    pub(super) fn of(event: &Event) -> Self {
        let groups = |written: &[String]| written.iter().map(|group| Group::new(group)).collect();
        Self {
            words: groups(&event.words),
            near: groups(&event.near),
            not: groups(&event.not),
        }
    }

    /// The tokens from the first to the last of the words, where a sentence has
    /// them all.
    fn find(&self, line: &Line<'_>) -> Option<Range<usize>> {
        let mut all: Option<Range<usize>> = None;
        for group in &self.words {
            let found = group.find(&line.reading)?;
            all = Some(all.map_or(found.clone(), |all| {
                all.start.min(found.start)..all.end.max(found.end)
            }));
        }
        let is_another = self
            .not
            .iter()
            .any(|group| group.find(&line.reading).is_some());
        all.filter(|_| !is_another)
            .map(|all| self.with_what_follows(line, all))
    }

    /// “Ended its ties with Taiwan and recognised China”: with what of the same
    /// words follows soon.
    fn with_what_follows(&self, line: &Line<'_>, mut all: Range<usize>) -> Range<usize> {
        while let Some(next) = (all.end..all.end + SOON).find_map(|at| {
            self.words
                .iter()
                .find_map(|group| group.at(&line.reading, at))
        }) {
            all.end = next.end;
        }
        all
    }
}

/// Letters by which words with any ending are looked up.
const KEY: usize = 3;

/// Most groups of words of an event that are told apart when it is looked for.
const MOST_GROUPS: usize = 32;

/// A group of words of an event: the event's number, and the group's bit.
type GroupBit = (usize, u32);

/// Which groups of words of which events a word can begin: an event is looked for
/// only where a sentence has a word of each of its groups.
#[derive(Debug, Default)]
pub(super) struct EventIndex {
    /// The words by their first letters.
    words: HashMap<String, Vec<FirstWord>>,
    /// Of each event, the bits of all its groups.
    wanted: Vec<u32>,
    /// The first two letters of all these words: most words of a text begin
    /// otherwise.
    starts: Starts,
}

/// A word that groups begin with.
#[derive(Debug)]
struct FirstWord {
    word: String,
    /// Whether it can have any ending.
    is_open: bool,
    groups: Vec<GroupBit>,
}

impl EventIndex {
    pub(super) fn of(events: &[EventWords]) -> Self {
        let mut index = Self::default();
        for (event, words) in events.iter().enumerate() {
            let mut wanted = 0;
            for (group, words) in words.words.iter().take(MOST_GROUPS).enumerate() {
                let bit = 1 << group;
                wanted |= bit;
                for (word, is_open) in words.first_words() {
                    index.add(word, is_open, (event, bit));
                }
            }
            index.wanted.push(wanted);
        }
        index
    }

    fn add(&mut self, word: &str, is_open: bool, group: GroupBit) {
        self.starts.add(word);
        let of_key = self.words.entry(beginning(word).to_owned()).or_default();
        match of_key
            .iter_mut()
            .find(|known| known.word == word && known.is_open == is_open)
        {
            Some(known) if known.groups.last() == Some(&group) => {}
            Some(known) => known.groups.push(group),
            None => of_key.push(FirstWord {
                word: word.to_owned(),
                is_open,
                groups: vec![group],
            }),
        }
    }

    /// The events that a sentence can be about, in order. `has` is room for the bits
    /// of each event.
    fn candidates(&self, line: &Line<'_>, has: &mut Vec<u32>) -> Vec<usize> {
        has.clear();
        has.resize(self.wanted.len(), 0);
        for at in 0..line.reading.tokens.len() {
            if line.reading.is(at, Shape::Mark) {
                continue;
            }
            let word = line.reading.lower(at);
            if !self.starts.may_have(word) {
                continue;
            }
            for known in self.words.get(beginning(word)).into_iter().flatten() {
                let is_it = if known.is_open {
                    word.starts_with(known.word.as_str())
                } else {
                    word == known.word
                };
                if is_it {
                    for (event, bit) in &known.groups {
                        has[*event] |= bit;
                    }
                }
            }
        }
        let has_all = |(_, (has, wanted)): &(usize, (&u32, &u32))| has == wanted;
        let all = has.iter().zip(&self.wanted).enumerate();
        all.filter(has_all).map(|(event, _)| event).collect()
    }
}

/// The first letters of a word; all of a shorter one.
fn beginning(word: &str) -> &str {
    word.char_indices()
        .nth(KEY)
        .map_or(word, |(end, _)| &word[..end])
}

/// An event that a sentence speaks of, by numbers.
#[derive(Debug, Clone)]
pub(in crate::lint) struct Mention {
    event: usize,
    line: usize,
    tokens: Range<usize>,
}

/// Every event that the article's own text speaks of.
pub(in crate::lint) fn mentions(article: &Article<'_>) -> Vec<Mention> {
    let references = article.references;
    let lines = article.all().iter().enumerate();
    let mut found = Vec::new();
    let mut has = Vec::new();
    for (at, line) in lines.filter(|(_, line)| line.is_prose()) {
        for event in references.index.candidates(line, &mut has) {
            let Some((words, tokens)) = references
                .events
                .get(event)
                .and_then(|words| Some((words, words.find(line)?)))
            else {
                continue;
            };
            let is_near = |group: &Group| {
                let mut beside = article.beside(at).iter();
                beside.any(|line| group.find(&line.reading).is_some())
            };
            if words.near.iter().all(is_near) {
                found.push(Mention {
                    event,
                    line: at,
                    tokens,
                });
            }
        }
    }
    found
}

/// An event that a sentence speaks of.
pub(super) struct Told<'a> {
    /// The event.
    pub(super) event: &'a Event,
    /// The number of the sentence.
    pub(super) at: usize,
    /// The sentence.
    pub(super) line: &'a Line<'a>,
    /// The tokens from the first to the last of the words.
    pub(super) tokens: Range<usize>,
}

/// Every event that the article's own text speaks of, looked for once for all
/// rules.
pub(super) fn told<'a>(article: &'a Article<'_>) -> Vec<Told<'a>> {
    let told = |mention: &Mention| {
        Some(Told {
            event: article.references.facts.events.get(mention.event)?,
            at: mention.line,
            line: article.all().get(mention.line)?,
            tokens: mention.tokens.clone(),
        })
    };
    article.mentions().iter().filter_map(told).collect()
}

/// Tokens within which a date belongs to the words beside it.
const REACH: usize = 10;

impl Told<'_> {
    /// The words in the article's text.
    pub(super) fn span(&self) -> Option<Span> {
        self.line.span_of(self.tokens.clone())
    }

    /// Whether a date is one on which the event happened, or the words can mean
    /// another.
    pub(super) fn agrees(&self, date: &Dated) -> bool {
        let Some((first, last)) = date.value.as_ref().and_then(Edtf::bounds) else {
            return true;
        };
        let event = self.event;
        std::iter::once(&event.date)
            .chain(&event.also)
            .any(|right| {
                // What has no beginning or end can be right.
                right
                    .bounds()
                    .is_none_or(|(from, to)| first <= to && last >= from)
            })
    }

    /// The dates of the sentence that are told of the event itself: not those that
    /// it is counted from or that bound something else.
    pub(super) fn dates(&self) -> Vec<&Dated> {
        let dates = self.line.facets.dates.iter();
        dates
            .filter(|date| date.value.is_some() && self.is_its_own(date))
            .collect()
    }

    fn is_its_own(&self, date: &Dated) -> bool {
        let reading = &self.line.reading;
        let tokens = self.line.tokens_at(date.span);
        let before = reading.lower(tokens.start.wrapping_sub(1));
        let first = reading.lower(tokens.start);
        let bounds_something = |word: &str| {
            matches!(
                word,
                "since"
                    | "until"
                    | "till"
                    | "before"
                    | "after"
                    | "through"
                    | "by"
                    | "to"
                    | "from"
                    | "between"
                    | "pre"
                    | "post"
            )
        };
        if bounds_something(before) || bounds_something(first) {
            return false;
        }
        let between = if tokens.end <= self.tokens.start {
            tokens.end..self.tokens.start
        } else if tokens.start >= self.tokens.end {
            self.tokens.end..tokens.start
        } else {
            let mut all = self.tokens.clone();
            return !all.any(|at| parts_clauses(reading.lower(at)));
        };
        between.len() <= REACH
            && between
                .clone()
                .all(|at| !leads_elsewhere(reading.lower(at)))
    }
}

/// Whether this word parts what happened from something else.
fn parts_clauses(word: &str) -> bool {
    matches!(
        word,
        "while" | "whereas" | "but" | "after" | "before" | "since" | ";"
    )
}

/// Whether what stands behind this word has a time of its own.
fn leads_elsewhere(word: &str) -> bool {
    matches!(
        word,
        "after"
            | "before"
            | "since"
            | "following"
            | "later"
            | "earlier"
            | "ago"
            | "anniversary"
            | "until"
            | "while"
            | "whereas"
            | "but"
            | "and"
            | "then"
            | "despite"
            | "amid"
            | ";"
            | ":"
            | "—"
            | "–"
    )
}
