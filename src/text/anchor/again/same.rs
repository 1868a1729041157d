//! Words that stand in the new text as they stood in the old: which of their
//! places is meant, and whether words were put to them there.

use std::collections::HashSet;
use std::ops::Range;

use super::surroundings::{
    Context, LEAST_CONTEXT, after, before, ends_by_mark, occurrences, resumes, stands_alone,
};
use super::{Again, Candidate, MOST_CANDIDATES, Reanchorer};
use crate::model::text::Span;

/// So many tokens can be put to a sentence without it being another.
const MOST_PUT_IN: usize = 40;

/// Words with fewer letters are too common to be known by themselves.
const TELLING_LETTERS: usize = 24;

/// The same for a sentence or a paragraph that stays one.
const TELLING_LETTERS_ALONE: usize = 8;

impl Reanchorer<'_> {
    /// What became of words that stand at these places of the new text.
    pub(super) fn among_the_same(
        &self,
        span: Span,
        sought: &Range<usize>,
        same: &[usize],
    ) -> Again {
        match self.meant(sought, same) {
            Ok(at) => self.taken(span, sought, at),
            // All of them are the same words that stood elsewhere.
            Err(places) if places.is_empty() => self.edited(span, sought),
            Err(places) => self.left_to_a_person(span, sought, &places),
        }
    }

    /// Which of the places with the same words is meant, or those that could
    /// be, the likeliest first.
    fn meant(&self, sought: &Range<usize>, same: &[usize]) -> Result<usize, Vec<usize>> {
        let length = sought.len();
        // The same words that stood elsewhere in the old text are others.
        let others = occurrences(&self.old, sought, &self.old, &self.in_old);
        let others: Vec<usize> = others
            .into_iter()
            .filter(|at| *at != sought.start)
            .collect();
        let theirs: HashSet<usize> = others
            .iter()
            .filter_map(|other| self.image(*other, length))
            .collect();
        let free = same.iter().copied().filter(|at| !theirs.contains(at));
        let mut ranked: Vec<(Context, usize)> = free
            .map(|at| (self.context(sought, &(at..at + length)), at))
            .collect();
        ranked.sort_by(|a, b| b.0.both().cmp(&a.0.both()).then(a.1.cmp(&b.1)));
        let Some(best) = ranked.first() else {
            return Err(Vec::new());
        };
        let sure = match ranked.get(1) {
            Some(rival) => {
                let copied = same.len() > others.len() + 1;
                best.0.speaks_against(rival.0)
                    && !(copied && self.may_be_the_copy(sought, *best, *rival))
            }
            None => {
                (others.is_empty() && same.len() == 1 && self.is_telling(sought))
                    || self.is_among_its_surroundings(sought, best.0)
            }
        };
        if sure {
            Ok(best.1)
        } else {
            Err(ranked.into_iter().map(|(_, at)| at).collect())
        }
    }

    /// Whether the best of two places may be a copy of the words, and the
    /// rival the words themselves: it stands elsewhere than they did, or the
    /// rival would have as good surroundings but for an edit.
    fn may_be_the_copy(
        &self,
        sought: &Range<usize>,
        best: (Context, usize),
        rival: (Context, usize),
    ) -> bool {
        let place = rival.1..rival.1 + sought.len();
        let (old, new) = (&self.old, &self.new);
        let (before, after) = (
            resumes(
                before(old, sought),
                before(new, &place),
                rival.0.before,
                best.0.before,
            ),
            resumes(
                after(old, sought),
                after(new, &place),
                rival.0.after,
                best.0.after,
            ),
        );
        before || after || !self.became(sought.start, best.1, sought.len())
    }

    /// What became of words that are meant at a place.
    fn taken(&self, span: Span, sought: &Range<usize>, at: usize) -> Again {
        let place = at..at + sought.len();
        let grown = self.with_words_put_in(sought, &place);
        if grown != place {
            return self.changed_to(span, &grown);
        }
        let Some(quote) = self.quote_of(span, sought, &place) else {
            return Again::Gone;
        };
        if self.became(sought.start, at, sought.len()) {
            return Again::Unmoved(quote);
        }
        match self.edited_in_place(span, sought) {
            // The words may have been edited where they stood, and this be a
            // copy of them.
            Some(edited) if !edited.quote.span.overlaps(quote.span) => {
                let likeness = 1.0;
                Again::Ambiguous(vec![Candidate { quote, likeness }, edited])
            }
            _ => Again::Moved(quote),
        }
    }

    /// Which new token most of the old ones from one on are from it on.
    fn image(&self, old: usize, length: usize) -> Option<usize> {
        let to_new = self.alignment.to_new.iter().skip(old).take(length);
        let mut mapped = (0..).zip(to_new);
        let starts = mapped.find_map(|(step, to)| (*to)?.checked_sub(step));
        starts.filter(|new| self.became(old, *new, length))
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
    pub(super) fn with_words_put_in(
        &self,
        sought: &Range<usize>,
        place: &Range<usize>,
    ) -> Range<usize> {
        if !stands_alone(&self.old, sought) || stands_alone(&self.new, place) {
            return place.clone();
        }
        let ends_sentence = |at: usize| matches!(self.new.word(at), "." | "!" | "?" | ":" | "…");
        let is_new = |at: &usize| self.alignment.to_old[*at].is_none() && !ends_sentence(*at);
        let before = (0..place.start).rev().take_while(is_new).take(MOST_PUT_IN);
        let start = before.last().unwrap_or(place.start);
        let start = if self.follows_a_sentence(place) {
            place.start
        } else {
            start
        };
        // A heading ends without a mark: what follows it now was not put to it.
        let by_mark = ends_by_mark(&self.old, sought);
        let after = (place.end..self.new.spans.len())
            .take_while(|at| by_mark && is_new(at))
            .take(MOST_PUT_IN);
        start..after.last().map_or(place.end, |last| last + 1)
    }

    /// Whether what comes right before a place was a heading or a sentence of
    /// its own, which ran into the words there and was not put to them.
    fn follows_a_sentence(&self, place: &Range<usize>) -> bool {
        (1..=MOST_PUT_IN.min(place.start)).any(|length| {
            let before = place.start - length..place.start;
            occurrences(&self.new, &before, &self.old, &self.in_old)
                .into_iter()
                .map(|at| at..at + length)
                .any(|old| stands_alone(&self.old, &old) && self.is_telling(&old))
        })
    }
}
