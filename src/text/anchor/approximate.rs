//! Words much like a quote's: a word changed, left out or put in.
//!
//! Places are proposed by the words that they share with the quote, the rare
//! ones first, and then aligned letter by letter (Sellers, *The theory and
//! computation of evolutionary distances*, 1980). A place whose figures or
//! negations differ from the quote's says something else and is none.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use super::fold::Folded;
use crate::model::text::Span;

/// Words less like the quote than this are other words.
pub(super) const LEAST_SIMILARITY: f64 = 0.8;

/// A place less like the quote than the best by more than this is no rival.
const RIVAL_MARGIN: f64 = 0.08;

/// A quote of fewer letters is too short to be told by likeness.
const LEAST_LETTERS: usize = 12;

/// Places that are aligned; the rest share too little.
const MOST_PLACES: usize = 6;

/// A quote longer than this many bytes is not aligned: the time grows with its
/// square.
const LONGEST: usize = 8 * 1024;

/// How many words beyond an end of the piece its edge is looked for.
const REACH: usize = 3;

/// A word that stands more often than this is looked for everywhere only where
/// the rarest of the quote's words is so common as well.
const MOST_TIMES: usize = 1000;
const MOST_TIMES_THE_RAREST: usize = 8;

const NEGATIONS: &[&str] = &[
    "not", "no", "never", "none", "nor", "neither", "nobody", "nothing", "without", "cannot",
    "cant", "wont", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "hasnt",
    "havent", "hadnt", "wouldnt", "shouldnt", "couldnt", "aint",
];

/// Where words stand that are like the quote's, and how like, up to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    pub(super) span: Span,
    pub(super) similarity: f64,
    /// Whether figures and negations are those of the quote.
    pub(super) same_facts: bool,
}

/// Whether words may be found for a quote that differ from it in figures or
/// negations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Facts {
    /// They must be the same.
    Same,
    /// They may differ: the words are known to have been edited.
    Any,
}

/// The places most like `quote` in a text: the best, and those that could be
/// meant as well.
pub(super) fn places(text: &WordIndex, quote: &str, facts: Facts) -> Vec<Place> {
    let wanted = Folded::words(quote).text;
    let wanted = wanted.trim_end();
    let letters = wanted.chars().filter(|c| *c != ' ').count();
    if letters < LEAST_LETTERS || wanted.len() > LONGEST {
        return Vec::new();
    }
    let mut places: Vec<Place> = windows(text, wanted)
        .into_iter()
        .filter_map(|window| align(&text.folded, window, wanted, facts))
        .filter(|place| place.similarity >= LEAST_SIMILARITY)
        .collect();
    places.sort_by(|a, b| {
        b.similarity
            .total_cmp(&a.similarity)
            .then(a.span.cmp(&b.span))
    });
    let mut kept: Vec<Place> = Vec::new();
    for place in places {
        let rival = kept
            .first()
            .is_none_or(|best| best.similarity - place.similarity <= RIVAL_MARGIN);
        if rival && !kept.iter().any(|other| other.span.overlaps(place.span)) {
            kept.push(place);
        }
    }
    kept
}

/// A text evened out to words, and where each word stands; made once for any
/// number of quotes.
pub(super) struct WordIndex {
    folded: Folded,
    /// Where each word stands in the evened-out text, in order.
    words: Vec<Span>,
    /// The places of each word among all, by what it is hashed to.
    places: HashMap<u64, Vec<u32>>,
    hasher: RandomState,
}

impl WordIndex {
    pub(super) fn new(text: &str) -> Self {
        let folded = Folded::words(text);
        let words = words(&folded.text);
        let hasher = RandomState::new();
        let mut places: HashMap<u64, Vec<u32>> = HashMap::new();
        for (at, span) in (0_u32..).zip(&words) {
            let word = span.slice(&folded.text).unwrap_or_default();
            places.entry(hasher.hash_one(word)).or_default().push(at);
        }
        Self {
            folded,
            words,
            places,
            hasher,
        }
    }

    /// Where a word stands among all.
    fn of(&self, word: &str) -> &[u32] {
        let places = self.places.get(&self.hasher.hash_one(word));
        places.map_or(&[], Vec::as_slice)
    }
}

fn words(text: &str) -> Vec<Span> {
    let mut at = 0;
    let mut words = Vec::new();
    for word in text.split(' ') {
        if !word.is_empty() {
            words.push(Span::new(at, at + word.len()));
        }
        at += word.len() + 1;
    }
    words
}

/// Stretches of the evened-out text in which the quote may stand, best first.
/// A word that the text has very often says little about where, and is left
/// out where there are others.
fn windows(text: &WordIndex, wanted: &str) -> Vec<Span> {
    let sought: Vec<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
    let rarest = sought.iter().map(|word| text.of(word).len());
    let rarest = rarest.filter(|times| *times > 0).min().unwrap_or_default();
    let most = rarest.saturating_mul(MOST_TIMES_THE_RAREST).max(MOST_TIMES);
    let width = (sought.len() / 3).max(4);
    let mut votes: HashMap<usize, f64> = HashMap::new();
    for (position, word) in sought.iter().enumerate() {
        let places = text.of(word);
        if places.len() > most {
            continue;
        }
        let weight = 1.0 / f64::from(u32::try_from(places.len()).unwrap_or(u32::MAX));
        for at in places {
            // Shifted so that a quote that begins before the text has a place.
            let bucket = (*at as usize + sought.len() - position) / width;
            *votes.entry(bucket).or_default() += weight;
            *votes.entry(bucket + 1).or_default() += weight;
        }
    }
    let mut ranked: Vec<(usize, f64)> = votes.into_iter().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked
        .into_iter()
        .take(MOST_PLACES)
        .filter_map(|(bucket, _)| {
            let first = (bucket * width).saturating_sub(sought.len() + 2 * width);
            let last = (bucket * width + width).min(text.words.len().checked_sub(1)?);
            let (start, end) = (text.words.get(first)?.start, text.words[last].end);
            (start < end).then(|| Span::new(start, end))
        })
        .collect()
}

/// The cost of a letter that is changed, left out or put in; a space costs
/// half, for words are often run together or torn apart.
fn cost(c: char) -> u32 {
    if c == ' ' { 1 } else { 2 }
}

/// The cheapest alignment of all of `wanted` with a piece of the window.
fn align(text: &Folded, window: Span, wanted: &str, allowed: Facts) -> Option<Place> {
    let here: Vec<(usize, char)> = text
        .text
        .get(window.start..window.end)?
        .char_indices()
        .collect();
    let sought: Vec<char> = wanted.chars().collect();
    // For each end in the window: the cost so far, and where the piece began.
    let mut row: Vec<(u32, usize)> = (0..=here.len()).map(|at| (0, at)).collect();
    for wanted in &sought {
        let mut diagonal = row[0];
        row[0].0 += cost(*wanted);
        for at in 1..row.len() {
            let c = here[at - 1].1;
            let changed = if c == *wanted {
                0
            } else {
                cost(c).max(cost(*wanted))
            };
            let best = [
                (diagonal.0 + changed, diagonal.1),
                (row[at].0 + cost(*wanted), row[at].1),
                (row[at - 1].0 + cost(c), row[at - 1].1),
            ]
            .into_iter()
            .min_by_key(|(cost, _)| *cost)?;
            diagonal = row[at];
            row[at] = best;
        }
    }
    let (end, (paid, start)) = row
        .iter()
        .copied()
        .enumerate()
        .min_by_key(|(_, (cost, _))| *cost)?;
    let most: u32 = sought.iter().copied().map(cost).sum();
    let byte = |at: usize| {
        here.get(at)
            .map_or(window.end, |(byte, _)| window.start + byte)
    };
    let piece = whole_words(&text.text, byte(start), byte(end))?;
    let piece = up_to_edge_words(&text.text, piece, wanted);
    let same_facts = facts(piece.slice(&text.text)?) == facts(wanted);
    let span = Span::new(text.start_of(piece.start)?, text.end_of(piece.end - 1)?);
    (same_facts || allowed == Facts::Any).then(|| Place {
        span,
        similarity: 1.0 - f64::from(paid) / f64::from(most),
        same_facts,
    })
}

/// The piece widened or narrowed at both ends to whole words, whichever is
/// nearer.
fn whole_words(text: &str, start: usize, end: usize) -> Option<Span> {
    let nearest = |at: usize| {
        let before = text[..at].rfind(' ').map_or(0, |space| space + 1);
        let after = text[at..].find(' ').map_or(text.len(), |space| at + space);
        (before, after)
    };
    let (from, to) = nearest(start);
    let start = if start - from <= to - start { from } else { to };
    let (from, to) = nearest(end);
    let end = if end - from < to - end { from } else { to };
    let inner = text.get(start..end)?;
    let words = inner.trim();
    let start = start + (inner.len() - inner.trim_start().len());
    (!words.is_empty()).then(|| Span::new(start, start + words.len()))
}

/// The piece with the first and last word of the quote, where these stand just
/// outside: letters alone can't tell whether “Friday” was changed to “prayer”
/// or “prayer” was left out behind it.
fn up_to_edge_words(text: &str, piece: Span, wanted: &str) -> Span {
    let (first, last) = (wanted.split(' ').next(), wanted.split(' ').next_back());
    let words = text.get(piece.start..piece.end).unwrap_or_default();
    let (mut start, mut end) = (piece.start, piece.end);
    if words.split(' ').next() != first {
        let mut at = start;
        for word in text[..start].trim_end().rsplit(' ').take(REACH) {
            at = text[..at].trim_end().len() - word.len();
            if Some(word) == first {
                start = at;
            }
        }
    }
    if words.split(' ').next_back() != last {
        let mut at = end;
        for word in text[end..].trim_start().split(' ').take(REACH) {
            at += text[at..].len() - text[at..].trim_start().len() + word.len();
            if Some(word) == last {
                end = at;
            }
        }
    }
    Span::new(start, end)
}

/// Whether words have figures, more than one, and other words none of them:
/// these hardly say the same with a slip mended.
pub(super) fn other_figures(words: &str, other: &str) -> bool {
    let (words, other) = (Folded::words(words).text, Folded::words(other).text);
    let (figures, others) = (facts(&words).0, facts(&other).0);
    figures.len() > 1 && !figures.iter().any(|figure| others.contains(figure))
}

/// What must not differ: the figures in their order, and how much is negated.
fn facts(words: &str) -> (Vec<&str>, usize) {
    let figures = words
        .split(' ')
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()))
        .collect();
    (figures, negated(words))
}

/// How often words deny what they say.
pub(in crate::text) fn negations(words: &str) -> usize {
    negated(&Folded::words(words).text)
}

fn negated(words: &str) -> usize {
    let words = words.split(' ');
    words.filter(|word| NEGATIONS.contains(word)).count()
}
