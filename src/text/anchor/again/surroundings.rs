//! Where the same words stand, and what stands around them.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::text::Span;
use crate::text::tokens::Tokens;

/// So many tokens of the surroundings must agree for words that many texts
/// have.
pub(super) const LEAST_CONTEXT: usize = 4;

/// How many tokens on a side of words are compared with those of a place.
const REACH: usize = 4096;

/// An edit between words that agree takes at most so many tokens.
const LONGEST_EDIT: usize = 4;

/// So many tokens that agree behind an edit show that it is one.
const RESUMED: usize = 8;

/// How much of what stands around words stands around a place as well.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    pub(super) before: usize,
    pub(super) after: usize,
}

impl Context {
    pub(super) fn both(self) -> usize {
        self.before + self.after
    }

    /// Whether a place with this context is meant rather than one with that
    /// of a rival: neither side may speak for the rival.
    pub(super) fn speaks_against(self, rival: Self) -> bool {
        self.before >= rival.before
            && self.after >= rival.after
            && self.both() >= rival.both() + LEAST_CONTEXT
    }
}

/// The tokens before a place, from the nearest on.
pub(super) fn before<'t>(
    tokens: &'t Tokens<'_>,
    place: &Range<usize>,
) -> impl Iterator<Item = &'t str> {
    (0..place.start).rev().map(|at| tokens.word(at))
}

/// The tokens behind a place, from the nearest on.
pub(super) fn after<'t>(
    tokens: &'t Tokens<'_>,
    place: &Range<usize>,
) -> impl Iterator<Item = &'t str> {
    (place.end..tokens.spans.len()).map(|at| tokens.word(at))
}

/// How many tokens agree from the first on. Where both rows end, all that
/// could agree does.
pub(super) fn agreeing<'t>(
    mut old: impl Iterator<Item = &'t str>,
    mut new: impl Iterator<Item = &'t str>,
) -> usize {
    (0..REACH).take_while(|_| old.next() == new.next()).count()
}

/// Whether a row of tokens that parts from the old one after `agreed` of them
/// goes on like it behind an edit, as far as `most` of the old.
pub(super) fn resumes<'t>(
    old: impl Iterator<Item = &'t str>,
    new: impl Iterator<Item = &'t str>,
    agreed: usize,
    most: usize,
) -> bool {
    let few = LONGEST_EDIT + RESUMED;
    let old: Vec<&str> = old.take(most).skip(agreed).take(few).collect();
    let new: Vec<&str> = new.skip(agreed).take(few).collect();
    let behind = |in_old: usize, in_new: usize| {
        let (old, new) = (&old[in_old..], &new[in_new.min(new.len())..]);
        let wanted = old.len().min(RESUMED);
        wanted >= LEAST_CONTEXT && new.len() >= wanted && old[..wanted] == new[..wanted]
    };
    let edits = || 0..=LONGEST_EDIT.min(old.len());
    edits().any(|in_old| edits().any(|in_new| behind(in_old, in_new)))
}

/// Where each word of a text stands, as indices of its tokens.
pub(super) fn index<'t>(tokens: &Tokens<'t>) -> HashMap<&'t str, Vec<usize>> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for at in 0..tokens.spans.len() {
        places.entry(tokens.word(at)).or_default().push(at);
    }
    places
}

/// Every place of `text` with the same tokens as `sought` has in `of`, found
/// by the rarest of them.
pub(super) fn occurrences(
    of: &Tokens<'_>,
    sought: &Range<usize>,
    text: &Tokens<'_>,
    index: &HashMap<&str, Vec<usize>>,
) -> Vec<usize> {
    let nowhere = Vec::new();
    let places = |at: usize| index.get(of.word(at)).unwrap_or(&nowhere);
    let Some(rarest) = sought.clone().min_by_key(|at| places(*at).len()) else {
        return Vec::new();
    };
    let ahead = rarest - sought.start;
    let starts = places(rarest).iter().filter_map(|at| at.checked_sub(ahead));
    starts
        .filter(|start| {
            start + sought.len() <= text.spans.len()
                && (0..sought.len())
                    .all(|step| of.word(sought.start + step) == text.word(start + step))
        })
        .collect()
}

/// Whether no word of the same sentence stands before or behind some tokens,
/// as far as marks and paragraphs tell.
pub(super) fn stands_alone(tokens: &Tokens<'_>, place: &Range<usize>) -> bool {
    let is_word = |at: usize| tokens.word(at).starts_with(char::is_alphanumeric);
    let parted = |left: usize, right: usize| {
        let between = Span::new(tokens.spans[left].end, tokens.spans[right].start);
        between
            .slice(tokens.text)
            .is_some_and(|gap| gap.matches('\n').count() > 1)
    };
    let first = place.start.checked_sub(1).is_none_or(|before| {
        !is_word(before) && tokens.word(before) != "," || parted(before, place.start)
    });
    let Some(last) = place.end.checked_sub(1) else {
        return false;
    };
    let ends = !is_word(last)
        || place.end >= tokens.spans.len()
        || !is_word(place.end)
        || parted(last, place.end);
    first && ends
}

/// Whether some tokens are words to the last, with the mark that ends their
/// sentence right behind them.
pub(super) fn ends_by_mark(tokens: &Tokens<'_>, place: &Range<usize>) -> bool {
    let is_word = |at: usize| tokens.word(at).starts_with(char::is_alphanumeric);
    place.end > place.start
        && is_word(place.end - 1)
        && place.end < tokens.spans.len()
        && !is_word(place.end)
        && tokens.spans[place.end - 1].end == tokens.spans[place.end].start
}
