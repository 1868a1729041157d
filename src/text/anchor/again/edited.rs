//! Words that were edited: where their surroundings stayed, or where the new
//! text has words like them.

use std::ops::Range;

use super::surroundings::occurrences;
use super::{Again, Candidate, MOST_CANDIDATES, Reanchorer};
use crate::model::text::Span;
use crate::text::anchor::approximate::{Facts, other_figures, places};

/// Edited words less like the old than this are never taken without asking.
pub const LEAST_TAKEN: f64 = 0.7;

/// The same for words whose surroundings don't speak for them; with other
/// figures or another negation they are never taken.
const LEAST_TAKEN_ELSEWHERE: f64 = 0.85;

/// Words less like the old than this are not even offered.
const LEAST_OFFERED: f64 = 0.45;

/// A place less likely than the best by more than this is no rival.
const RIVAL_MARGIN: f64 = 0.1;

/// How many tokens on a side of edited words are looked through for one that
/// stayed.
const CONTEXT: usize = 12;

/// How many tokens beyond a place its first and last token are looked for.
const EDGE: usize = 2;

/// A mark that joins two sentences stands among so many last tokens.
const JOIN: usize = 4;

/// Longer words are not compared letter by letter.
const LONGEST: usize = 8 * 1024;

impl Reanchorer<'_> {
    pub(super) fn changed_to(&self, span: Span, place: &Range<usize>) -> Again {
        let found = self.candidate(span, place.clone());
        found.map_or(Again::Gone, Again::Changed)
    }

    /// What the words were edited to.
    pub(super) fn edited(&self, span: Span, sought: &Range<usize>) -> Again {
        let Some(words) = span.slice(self.old.text) else {
            return Again::Gone;
        };
        let mut candidates: Vec<(Candidate, Option<f64>)> = Vec::new();
        if let Some(place) = self.between_the_surroundings(sought) {
            let new = self.new.span_of(place.clone());
            let new = new
                .and_then(|new| new.slice(self.new.text))
                .unwrap_or_default();
            let least = (!other_figures(words, new)).then_some(LEAST_TAKEN);
            self.propose((span, sought), place, least, &mut candidates);
        }
        for place in places(&self.words, words, Facts::Any) {
            let tokens = self.new.within(place.span);
            if !self.was_elsewhere(sought, &tokens) {
                let least = place.same_facts.then_some(LEAST_TAKEN_ELSEWHERE);
                self.propose((span, sought), tokens, least, &mut candidates);
            }
        }
        candidates.sort_by(|(a, _), (b, _)| {
            b.likeness
                .total_cmp(&a.likeness)
                .then(a.quote.span.cmp(&b.quote.span))
        });
        let Some((best, least)) = candidates.first() else {
            return Again::Gone;
        };
        let rivalled = candidates
            .get(1)
            .is_some_and(|(rival, _)| best.likeness - rival.likeness <= RIVAL_MARGIN);
        if least.is_some_and(|least| best.likeness >= least) && !rivalled {
            return Again::Changed(best.clone());
        }
        let candidates = candidates.into_iter().take(MOST_CANDIDATES);
        Again::Ambiguous(candidates.map(|(candidate, _)| candidate).collect())
    }

    /// A place with the first and the last token of the words, where these
    /// stand close beside it: likeness does not tell a full stop, nor the word
    /// that was edited before it.
    fn up_to_the_edges(&self, sought: &Range<usize>, place: Range<usize>) -> Range<usize> {
        let (first, last) = (self.old.word(sought.start), self.old.word(sought.end - 1));
        let start = (0..=EDGE).map(|by| place.start.saturating_sub(by));
        let mut start = start.filter(|at| self.new.word(*at) == first);
        let mut end = (place.end..=place.end + EDGE).filter(|at| self.new.word(at - 1) == last);
        start.next().unwrap_or(place.start)..end.next().unwrap_or(place.end)
    }

    /// A place from the beginning of a sentence to the end of one, where the
    /// words were so, and where that is near.
    fn whole_sentences(&self, sought: &Range<usize>, place: &Range<usize>) -> Range<usize> {
        let sides = self.old_ends.met_by(sought);
        let whole = self.new_ends.whole(place, sides, sought.len());
        // What ends a sentence is never reached across.
        let ends = |at: usize| matches!(self.new.word(at), "." | "!" | "?" | "…");
        let crosses_before = (whole.start..place.start).any(ends);
        let crosses_behind = (place.end..whole.end.saturating_sub(1)).any(ends);
        let start = if crosses_before {
            place.start
        } else {
            whole.start
        };
        start..if crosses_behind { place.end } else { whole.end }
    }

    /// A place without what joins the words to others now: a mark at its
    /// beginning that they didn't have there, and one at its end with the new
    /// words behind it.
    fn within_marks(&self, sought: &Range<usize>, place: Range<usize>) -> Range<usize> {
        let joins = |at: &usize| matches!(self.new.word(*at), "," | ";" | ":" | "–" | "—" | "-");
        let kept = |at: usize, old: usize| self.new.word(at) == self.old.word(old);
        let Range { start, end } = place;
        let join_first = joins(&start) && !kept(start, sought.start);
        let start = start + usize::from(join_first && start + 1 < end);
        if kept(end - 1, sought.end - 1) {
            return start..end;
        }
        let is_new = |at: usize| self.alignment.to_old[at].is_none();
        let join = (end.saturating_sub(JOIN).max(start + 1)..end)
            .rev()
            .find(joins);
        start..join.filter(|join| (*join..end).all(is_new)).unwrap_or(end)
    }

    /// Adds a place to the candidates, with how like it must be to be taken
    /// without asking, unless it overlaps one that is there or has words too
    /// unlike those that are sought.
    fn propose(
        &self,
        (span, sought): (Span, &Range<usize>),
        place: Range<usize>,
        least: Option<f64>,
        candidates: &mut Vec<(Candidate, Option<f64>)>,
    ) {
        let place = self.with_words_put_in(sought, &self.up_to_the_edges(sought, place));
        let place = self.within_marks(sought, self.whole_sentences(sought, &place));
        // Of several sentences that stand there now, one may be the words.
        let parts = match self.old_ends.met_by(sought) {
            (true, true) => self.new_ends.outermost(&place),
            _ => None,
        };
        let places = [
            Some(place),
            parts.clone().map(|(first, _)| first),
            parts.map(|(_, last)| last),
        ];
        let best = places
            .into_iter()
            .flatten()
            .filter(|place| !self.stood_elsewhere(sought, place))
            .filter_map(|place| self.candidate(span, place))
            .reduce(|best, other| {
                if other.likeness > best.likeness {
                    other
                } else {
                    best
                }
            });
        let Some(best) = best.filter(|best| best.likeness >= LEAST_OFFERED) else {
            return;
        };
        let known = candidates
            .iter()
            .any(|(other, _)| other.quote.span.overlaps(best.quote.span));
        if !known {
            candidates.push((best, least));
        }
    }

    fn candidate(&self, span: Span, place: Range<usize>) -> Option<Candidate> {
        let quote = self.quoter.quote_at(self.new.span_of(place)?)?;
        let likeness = likeness(span.slice(self.old.text)?, &quote.exact);
        Some(Candidate { quote, likeness })
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

    /// What stands where the words stood, between the same surroundings, if it
    /// is like them.
    pub(super) fn edited_in_place(&self, span: Span, sought: &Range<usize>) -> Option<Candidate> {
        let mut candidates = Vec::new();
        let place = self.between_the_surroundings(sought)?;
        self.propose((span, sought), place, Some(LEAST_TAKEN), &mut candidates);
        let (candidate, _) = candidates.pop()?;
        (candidate.likeness >= LEAST_TAKEN).then_some(candidate)
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
