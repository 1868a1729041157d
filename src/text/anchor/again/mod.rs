//! Finding words again in a later state of their text.
//!
//! The words are sought where the alignment of both texts puts them, then
//! word for word elsewhere, then edited: where their surroundings stayed, or
//! where the text has words like them. Words that stood elsewhere in the old
//! text already are not taken for those that are sought. What could be meant
//! at more than one place, or is too unlike, is left to a person.

mod edited;
mod same;
mod surroundings;
mod whole;

use std::collections::HashMap;
use std::ops::Range;

use super::Quoter;
use super::approximate::WordIndex;
use crate::model::text::{Quote, Span};
use crate::text::alignment::Alignment;
use crate::text::tokens::Tokens;
pub use edited::LEAST_TAKEN;
use surroundings::{Context, after, agreeing, before, index, occurrences};
use whole::Ends;

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

impl Again {
    /// The one place where the words stand now.
    pub fn quote(self) -> Option<Quote> {
        match self {
            Self::Unmoved(quote) | Self::Moved(quote) => Some(quote),
            Self::Changed(found) => Some(found.quote),
            Self::Ambiguous(_) | Self::Gone => None,
        }
    }
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
    old_ends: Ends,
    new_ends: Ends,
    words: WordIndex,
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
        let words = WordIndex::new(new);
        let (old, new) = (Tokens::new(old), Tokens::new(new));
        Self {
            alignment: Alignment::new(&old, &new),
            in_old: index(&old),
            in_new: index(&new),
            old_ends: Ends::new(&old),
            new_ends: Ends::new(&new),
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
        let same = occurrences(&self.old, &sought, &self.new, &self.in_new);
        if same.is_empty() {
            self.edited(span, &sought)
        } else {
            self.among_the_same(span, &sought, &same)
        }
    }

    /// How many tokens before and after the words agree with those before and
    /// after a place.
    fn context(&self, sought: &Range<usize>, place: &Range<usize>) -> Context {
        Context {
            before: agreeing(before(&self.old, sought), before(&self.new, place)),
            after: agreeing(after(&self.old, sought), after(&self.new, place)),
        }
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
