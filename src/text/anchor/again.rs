//! Finding words again in a later state of their text.
//!
//! The words are sought where the alignment of both texts puts them, then
//! word for word elsewhere, then edited: where their surroundings stayed, or
//! where the text has words like them. Words that stood elsewhere in the old
//! text already are not taken for those that are sought. What could be meant
//! at more than one place, or is too unlike, is left to a person.

use std::collections::HashMap;
use std::ops::Range;

use super::Quoter;
use super::approximate::{Facts, places};
use super::fold::Folded;
use super::surroundings::{Context, LEAST_CONTEXT, ends_by_mark, index, occurrences, stands_alone};
use crate::model::text::{Quote, Span};
use crate::text::alignment::Alignment;
use crate::text::tokens::Tokens;

/// Edited words less like the old than this are never taken without asking.
pub const LEAST_TAKEN: f64 = 0.7;

/// The same for words whose surroundings don't speak for them.
const LEAST_TAKEN_ELSEWHERE: f64 = 0.85;

/// Words less like the old than this are not even offered.
const LEAST_OFFERED: f64 = 0.45;

/// A place less likely than the best by more than this is no rival.
const RIVAL_MARGIN: f64 = 0.1;

/// How many tokens on a side of edited words are looked through for one that
/// stayed.
const CONTEXT: usize = 12;

/// So many tokens can be put to a sentence without it being another.
const MOST_PUT_IN: usize = 40;

/// How many tokens on a side of words are compared with those of a place.
const REACH: usize = 4096;

/// Words with fewer letters are too common to be known by themselves.
const TELLING_LETTERS: usize = 24;

/// The same for a sentence or a paragraph that stays one.
const TELLING_LETTERS_ALONE: usize = 8;

/// Longer words are not compared letter by letter.
const LONGEST: usize = 8 * 1024;

/// Most places that are offered.
const MOST_CANDIDATES: usize = 5;

/// What became of words.
#[derive(Debug, Clone, PartialEq)]
pub enum Again {
    /// They stand where they stood, as they stood; white space may differ.
    Unmoved(Quote),
    /// They stand elsewhere, as they stood.
    Moved(Quote),
    /// They were edited; how alike old and new are, below 1.
    Changed(Candidate),
    /// They may be at one of these places, or at none; the likeliest first.
    Ambiguous(Vec<Candidate>),
    /// They are not there any more.
    Gone,
}

/// A place where words may stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The words there.
    pub quote: Quote,
    /// How like they are to those that are sought, up to 1.
    pub likeness: f64,
}

/// Finds words of an old text in a new one; reads both once for any number of
/// them.
pub struct Reanchorer<'t> {
    old: Tokens<'t>,
    new: Tokens<'t>,
    alignment: Alignment,
    /// Where each word stands in the old and in the new text.
    in_old: HashMap<&'t str, Vec<usize>>,
    in_new: HashMap<&'t str, Vec<usize>>,
    words: Folded,
    quoter: Quoter<'t>,
}

impl std::fmt::Debug for Reanchorer<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reanchorer")
            .field("old", &self.old.spans.len())
            .field("new", &self.new.spans.len())
            .finish_non_exhaustive()
    }
}

impl<'t> Reanchorer<'t> {
    /// Gets ready to find words of `old` in `new`.
    pub fn new(old: &'t str, new: &'t str) -> Self {
        let quoter = Quoter::new(new);
        let words = Folded::words(new);
        let (old, new) = (Tokens::new(old), Tokens::new(new));
        Self {
            alignment: Alignment::new(&old, &new),
            in_old: index(&old),
            in_new: index(&new),
            old,
            new,
            words,
            quoter,
        }
    }

    /// What became of the words under a span of the old text.
    pub fn find(&self, span: Span) -> Again {
        let sought = self.old.within(span);
        if sought.is_empty() {
            return Again::Gone;
        }
        let same = self.same_words(&sought);
        if same.is_empty() {
            self.edited(span, &sought)
        } else {
            self.among_the_same(span, &sought, &same)
        }
    }

    /// Every place of the new text with the same words as `sought`.
    fn same_words(&self, sought: &Range<usize>) -> Vec<usize> {
        occurrences(&self.old, sought, &self.new, &self.in_new)
    }

    /// Which of the places with the same words is meant.
    fn among_the_same(&self, span: Span, sought: &Range<usize>, same: &[usize]) -> Again {
        let length = sought.len();
        // The same words that stood elsewhere in the old text are others.
        let others = occurrences(&self.old, sought, &self.old, &self.in_old);
        let others: Vec<usize> = others
            .into_iter()
            .filter(|at| *at != sought.start)
            .collect();
        let free: Vec<usize> = same
            .iter()
            .copied()
            .filter(|at| !others.iter().any(|other| self.became(*other, *at, length)))
            .collect();
        let mut ranked: Vec<(Context, usize)> = free
            .iter()
            .map(|at| (self.context(sought, &(*at..at + length)), *at))
            .collect();
        ranked.sort_by(|a, b| b.0.both().cmp(&a.0.both()).then(a.1.cmp(&b.1)));
        let Some((context, at)) = ranked.first().copied() else {
            return self.left_to_a_person(span, sought, same);
        };
        let sure = match ranked.get(1) {
            Some((rival, _)) => context.speaks_against(*rival),
            None => {
                (others.is_empty() && same.len() == 1 && self.is_telling(sought))
                    || self.is_among_its_surroundings(sought, context)
            }
        };
        let place = at..at + length;
        let Some(quote) = self.quote_of(span, sought, &place).filter(|_| sure) else {
            let places: Vec<usize> = ranked.iter().map(|(_, at)| *at).collect();
            return self.left_to_a_person(span, sought, &places);
        };
        let grown = self.with_words_put_in(sought, &place);
        if grown != place {
            return self.changed_to(span, &grown);
        }
        if self.alignment.to_new[sought.start] == Some(at) {
            Again::Unmoved(quote)
        } else {
            Again::Moved(quote)
        }
    }

    /// Whether most of the old tokens from one on are the new ones from
    /// another on.
    fn became(&self, old: usize, new: usize, length: usize) -> bool {
        let to_new = self.alignment.to_new.iter().skip(old).take(length);
        let same = (new..).zip(to_new).filter(|(at, to)| **to == Some(*at));
        same.count() * 2 > length
    }

    /// Whether words are enough to be known by themselves.
    fn is_telling(&self, sought: &Range<usize>) -> bool {
        let least = if stands_alone(&self.old, sought) {
            TELLING_LETTERS_ALONE
        } else {
            TELLING_LETTERS
        };
        let letters: usize = sought
            .clone()
            .map(|at| self.old.word(at))
            .filter(|word| word.starts_with(char::is_alphanumeric))
            .map(|word| word.chars().count())
            .sum();
        letters >= least
    }

    /// Whether enough of the surroundings came with the words, or all where
    /// there are few.
    fn is_among_its_surroundings(&self, sought: &Range<usize>, context: Context) -> bool {
        let there = sought.start + (self.old.spans.len() - sought.end);
        context.both() >= LEAST_CONTEXT.min(there)
    }

    fn left_to_a_person(&self, span: Span, sought: &Range<usize>, places: &[usize]) -> Again {
        let candidates = places.iter().take(MOST_CANDIDATES).filter_map(|at| {
            Some(Candidate {
                quote: self.quote_of(span, sought, &(*at..at + sought.len()))?,
                likeness: 1.0,
            })
        });
        Again::Ambiguous(candidates.collect())
    }

    /// A place with the words that were put to its sentence, as in “it is not
    /// true that …”: words that were nowhere in the old text.
    fn with_words_put_in(&self, sought: &Range<usize>, place: &Range<usize>) -> Range<usize> {
        if !stands_alone(&self.old, sought) || stands_alone(&self.new, place) {
            return place.clone();
        }
        let ends_sentence = |at: usize| matches!(self.new.word(at), "." | "!" | "?" | ":" | "…");
        let is_new = |at: &usize| self.alignment.to_old[*at].is_none() && !ends_sentence(*at);
        let before = (0..place.start).rev().take_while(is_new).take(MOST_PUT_IN);
        let start = before.last().unwrap_or(place.start);
        // A heading or a sentence that was moved here was not put in.
        let was_sentence = occurrences(&self.new, &(start..place.start), &self.old, &self.in_old)
            .into_iter()
            .any(|at| stands_alone(&self.old, &(at..at + place.start - start)));
        let start = if was_sentence { place.start } else { start };
        // A heading ends without a mark: what follows it now was not put to it.
        let by_mark = ends_by_mark(&self.old, sought);
        let after = (place.end..self.new.spans.len())
            .take_while(|at| by_mark && is_new(at))
            .take(MOST_PUT_IN);
        start..after.last().map_or(place.end, |last| last + 1)
    }

    fn changed_to(&self, span: Span, place: &Range<usize>) -> Again {
        let words = span.slice(self.old.text).unwrap_or_default();
        let quote = self
            .new
            .span_of(place.clone())
            .and_then(|span| self.quoter.quote_at(span));
        let Some(quote) = quote else {
            return Again::Gone;
        };
        let likeness = likeness(words, &quote.exact);
        Again::Changed(Candidate { quote, likeness })
    }

    /// What the words were edited to.
    fn edited(&self, span: Span, sought: &Range<usize>) -> Again {
        let Some(words) = span.slice(self.old.text) else {
            return Again::Gone;
        };
        let mut candidates: Vec<(Candidate, bool)> = Vec::new();
        if let Some(place) = self.between_the_surroundings(sought) {
            self.propose((span, sought), place, true, &mut candidates);
        }
        for place in places(&self.words, words, Facts::Any) {
            let tokens = self.new.within(place.span);
            if !self.was_elsewhere(sought, &tokens) {
                self.propose((span, sought), tokens, false, &mut candidates);
            }
        }
        candidates.sort_by(|(a, _), (b, _)| {
            b.likeness
                .total_cmp(&a.likeness)
                .then(a.quote.span.cmp(&b.quote.span))
        });
        let Some((best, supported)) = candidates.first() else {
            return Again::Gone;
        };
        let rivalled = candidates
            .get(1)
            .is_some_and(|(rival, _)| best.likeness - rival.likeness <= RIVAL_MARGIN);
        let least = if *supported {
            LEAST_TAKEN
        } else {
            LEAST_TAKEN_ELSEWHERE
        };
        if best.likeness >= least && !rivalled {
            return Again::Changed(best.clone());
        }
        let candidates = candidates.into_iter().take(MOST_CANDIDATES);
        Again::Ambiguous(candidates.map(|(candidate, _)| candidate).collect())
    }

    /// Adds a place to the candidates, unless it overlaps one that is there or
    /// has words too unlike those that are sought.
    fn propose(
        &self,
        (span, sought): (Span, &Range<usize>),
        place: Range<usize>,
        supported: bool,
        candidates: &mut Vec<(Candidate, bool)>,
    ) {
        if self.stood_elsewhere(sought, &place) {
            return;
        }
        let quote = self
            .new
            .span_of(place)
            .map(|span| self.quoter.quote_at(span));
        let Some(quote) = quote.flatten() else {
            return;
        };
        let words = span.slice(self.old.text).unwrap_or_default();
        let known = candidates
            .iter()
            .any(|(other, _)| other.quote.span.overlaps(quote.span));
        let likeness = likeness(words, &quote.exact);
        if likeness >= LEAST_OFFERED && !known {
            candidates.push((Candidate { quote, likeness }, supported));
        }
    }

    /// Whether the words of a new place stood in the old text as they are, at
    /// another place than those that are sought.
    fn stood_elsewhere(&self, sought: &Range<usize>, place: &Range<usize>) -> bool {
        let stood = occurrences(&self.new, place, &self.old, &self.in_old);
        let length = place.len();
        stood
            .into_iter()
            .any(|at| at + length <= sought.start || at >= sought.end)
    }

    /// The new words between what stood before the old ones and what stood
    /// after them, where both stayed and stayed together.
    fn between_the_surroundings(&self, sought: &Range<usize>) -> Option<Range<usize>> {
        let to_new = &self.alignment.to_new;
        let inside: Vec<usize> = sought.clone().filter_map(|at| to_new[at]).collect();
        let before = (0..sought.start)
            .rev()
            .take(CONTEXT)
            .find_map(|at| to_new[at]);
        let after = (sought.end..to_new.len())
            .take(CONTEXT)
            .find_map(|at| to_new[at]);
        // What was put in just before or behind belongs to the words when the
        // first or last of them is gone.
        let start = match (to_new[sought.start], before) {
            (Some(first), _) => first,
            (None, Some(before)) => before + 1,
            (None, None) if sought.start == 0 => 0,
            (None, None) => *inside.first()?,
        };
        let end = match (to_new[sought.end - 1], after) {
            (Some(last), _) => last + 1,
            (None, Some(after)) => after,
            (None, None) if sought.end == to_new.len() => self.new.spans.len(),
            (None, None) => inside.last()? + 1,
        };
        let most = sought.len() * 3 + CONTEXT;
        (start < end && end - start <= most).then_some(start..end)
    }

    /// Whether most of some new words stood at another place of the old text
    /// than those that are sought.
    fn was_elsewhere(&self, sought: &Range<usize>, place: &Range<usize>) -> bool {
        let elsewhere = self.alignment.to_old[place.clone()]
            .iter()
            .flatten()
            .filter(|old| !sought.contains(old));
        elsewhere.count() * 2 > place.len()
    }

    /// How many tokens before and after the words agree with those before and
    /// after a place.
    fn context(&self, sought: &Range<usize>, place: &Range<usize>) -> Context {
        let before = (1..=REACH)
            .take_while(|back| {
                match (
                    sought.start.checked_sub(*back),
                    place.start.checked_sub(*back),
                ) {
                    (Some(old), Some(new)) => self.old.word(old) == self.new.word(new),
                    // Where both texts begin, all that could agree does.
                    (old, new) => old == new,
                }
            })
            .count();
        let (end_of_old, end_of_new) = (self.old.spans.len(), self.new.spans.len());
        let after = (0..REACH)
            .take_while(|on| {
                let (old, new) = (sought.end + on, place.end + on);
                if old < end_of_old && new < end_of_new {
                    self.old.word(old) == self.new.word(new)
                } else {
                    old >= end_of_old && new >= end_of_new
                }
            })
            .count();
        Context { before, after }
    }

    /// The new words of a place, cut within the first and last token where the
    /// old ones were.
    fn quote_of(&self, span: Span, sought: &Range<usize>, place: &Range<usize>) -> Option<Quote> {
        let old = self.old.span_of(sought.clone())?;
        let new = self.new.span_of(place.clone())?;
        let start = new.start + span.start.saturating_sub(old.start);
        let end = new.end - old.end.saturating_sub(span.end);
        if start >= end {
            return None;
        }
        self.quoter.quote_at(Span::new(start, end))
    }
}

/// How alike words are, letter by letter, up to 1.
fn likeness(old: &str, new: &str) -> f64 {
    if old.len().max(new.len()) > LONGEST {
        return 0.0;
    }
    let even = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    strsim::normalized_levenshtein(&even(old), &even(new))
}
