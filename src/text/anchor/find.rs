//! Finding a quote, from the strictest way of being the same to the loosest.

use std::cell::OnceCell;

use super::Quoter;
use super::approximate::{Facts, WordIndex, places};
use super::fold::{Folded, plain};
use crate::model::text::{Quote, Span};

/// What a quote and the words found for it have in common.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Manner {
    /// They are the same, byte for byte.
    Exact,
    /// They differ in quotation marks, dashes, dots or white space.
    Typography,
    /// They differ in capitals or punctuation.
    Letters,
    /// Words are left out where the quote has an ellipsis.
    Gapped,
    /// They differ in letters or words; how alike they are, up to 1.
    Approximate(f64),
}

/// A place found for a quote.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The words of the text.
    pub quote: Quote,
    /// What they have in common with the words that were sought.
    pub manner: Manner,
}

/// Most bytes that an ellipsis of a quote can stand for.
const LONGEST_GAP: usize = 600;

/// A piece of a quote beside an ellipsis has at least this many letters.
const LEAST_PIECE: usize = 8;

/// Finds quotes in one text; evens the text out once for any number of them.
pub struct Finder<'t> {
    text: &'t str,
    quoter: Quoter<'t>,
    typography: OnceCell<Folded>,
    letters: OnceCell<Folded>,
    words: OnceCell<WordIndex>,
}

impl std::fmt::Debug for Finder<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Finder")
            .field("bytes", &self.text.len())
            .finish_non_exhaustive()
    }
}

/// Every place of `quote` in `text`; see [`Finder::find`].
pub fn find(text: &str, quote: &str) -> Vec<Found> {
    Finder::new(text).find(quote)
}

impl<'t> Finder<'t> {
    /// Gets ready to find quotes in a text.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            quoter: Quoter::new(text),
            typography: OnceCell::new(),
            letters: OnceCell::new(),
            words: OnceCell::new(),
        }
    }

    /// Every place where the words of `quote` stand, in the order of the text,
    /// in the strictest manner in which they stand anywhere.
    pub fn find(&self, quote: &str) -> Vec<Found> {
        let quote = quote.trim();
        if quote.is_empty() {
            return Vec::new();
        }
        let ways: [&dyn Fn() -> Vec<(Span, Manner)>; 5] = [
            &|| same(self.exact(quote), Manner::Exact),
            &|| same(self.in_typography(quote), Manner::Typography),
            &|| same(self.in_letters(quote), Manner::Letters),
            &|| same(self.gapped(quote), Manner::Gapped),
            &|| self.approximate(quote),
        ];
        let spans = ways
            .iter()
            .map(|way| way())
            .find(|spans| !spans.is_empty())
            .unwrap_or_default();
        spans
            .into_iter()
            .filter_map(|(span, manner)| {
                Some(Found {
                    quote: self.quoter.quote_at(span)?,
                    manner,
                })
            })
            .collect()
    }

    fn exact(&self, quote: &str) -> Vec<Span> {
        self.text
            .match_indices(quote)
            .map(|(start, words)| Span::new(start, start + words.len()))
            .collect()
    }

    fn in_typography(&self, quote: &str) -> Vec<Span> {
        let folded = self
            .typography
            .get_or_init(|| Folded::typography(self.text));
        matches(folded, Folded::typography(quote).text.trim())
    }

    fn in_letters(&self, quote: &str) -> Vec<Span> {
        let folded = self.letters.get_or_init(|| Folded::letters(self.text));
        let figures = figures(quote);
        matches(folded, &Folded::letters(quote).text)
            .into_iter()
            .filter(|span| self.is_of_whole_words(*span))
            .map(|span| self.with_marks(span, quote))
            // “10.5” and “105” have the same digits.
            .filter(|span| {
                span.slice(self.text)
                    .is_some_and(|words| self::figures(words) == figures)
            })
            .collect()
    }

    /// Whether no letter stands just before or behind the words.
    fn is_of_whole_words(&self, span: Span) -> bool {
        let before = self.text[..span.start].chars().next_back();
        let after = self.text[span.end..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    }

    /// The words with the marks around them that the quote has as well.
    fn with_marks(&self, span: Span, quote: &str) -> Span {
        let leading = quote.chars().take_while(|c| !c.is_alphanumeric());
        let trailing = quote.chars().rev().take_while(|c| !c.is_alphanumeric());
        let before = marks_len(self.text[..span.start].chars().rev(), leading);
        let after = marks_len(self.text[span.end..].chars(), trailing);
        Span::new(span.start - before, span.end + after)
    }

    /// The pieces between the ellipses of a quote, one behind the other.
    fn gapped(&self, quote: &str) -> Vec<Span> {
        let even = quote.replace('…', "...").replace(". . .", "...");
        let pieces: Vec<&str> = even
            .split("...")
            .map(|piece| piece.trim_matches(|c: char| "[]().".contains(c) || c.is_whitespace()))
            .filter(|piece| !piece.is_empty())
            .collect();
        let long =
            |piece: &&str| piece.chars().filter(|c| c.is_alphanumeric()).count() >= LEAST_PIECE;
        let Some((first, rest)) = pieces.split_first() else {
            return Vec::new();
        };
        if rest.is_empty() || !pieces.iter().all(long) {
            return Vec::new();
        }
        let starts = self.strictly(first);
        starts
            .into_iter()
            .filter_map(|start| {
                rest.iter().try_fold(start, |span, piece| {
                    let next = self
                        .strictly(piece)
                        .into_iter()
                        .find(|next| next.start >= span.end)?;
                    (next.start - span.end <= LONGEST_GAP).then(|| Span::new(span.start, next.end))
                })
            })
            .collect()
    }

    /// The places of words that differ at most in capitals and marks.
    fn strictly(&self, words: &str) -> Vec<Span> {
        let found = self.exact(words);
        if found.is_empty() {
            self.in_letters(words)
        } else {
            found
        }
    }

    /// The place most like a quote, even where it has other figures: what has
    /// become of words that were there.
    pub fn most_like(&self, quote: &str) -> Option<Found> {
        let words = self.words.get_or_init(|| WordIndex::new(self.text));
        let best = places(words, quote, Facts::Any).into_iter().next()?;
        Some(Found {
            quote: self.quoter.quote_at(self.with_marks(best.span, quote))?,
            manner: Manner::Approximate(best.similarity),
        })
    }

    fn approximate(&self, quote: &str) -> Vec<(Span, Manner)> {
        let words = self.words.get_or_init(|| WordIndex::new(self.text));
        let mut places = places(words, quote, Facts::Same);
        places.sort_by_key(|place| place.span);
        places
            .into_iter()
            .map(|place| {
                (
                    self.with_marks(place.span, quote),
                    Manner::Approximate(place.similarity),
                )
            })
            .collect()
    }
}

/// How many bytes at the edge of some words are marks of the kinds `wanted`; a
/// space may stand between, where the mark does not cling to other words.
fn marks_len(beside: impl Iterator<Item = char>, wanted: impl Iterator<Item = char>) -> usize {
    let mut wanted: Vec<char> = wanted
        .filter(|c| !c.is_whitespace())
        .map(kind_of_mark)
        .collect();
    let (mut len, mut taken, mut spaces) = (0, 0, 0);
    let mut beside = beside.peekable();
    while let Some(c) = beside.next() {
        len += c.len_utf8();
        if c.is_whitespace() {
            spaces += 1;
            if spaces > 1 {
                break;
            }
            continue;
        }
        let clings = |next: &char| next.is_alphanumeric() || matches!(next, '.' | ',' | '!' | '?');
        if spaces > 0 && kind_of_mark(c) == '"' && beside.peek().is_some_and(clings) {
            break;
        }
        spaces = 0;
        let Some(at) = wanted.iter().position(|mark| *mark == kind_of_mark(c)) else {
            break;
        };
        wanted.remove(at);
        taken = len;
    }
    taken
}

/// One mark for all that people type for each other.
fn kind_of_mark(c: char) -> char {
    match plain(c).chars().next() {
        Some('\'' | '"') => '"',
        Some('-') => '-',
        Some('.') => '.',
        _ if c == '"' => '"',
        _ => c,
    }
}

fn same(spans: Vec<Span>, manner: Manner) -> Vec<(Span, Manner)> {
    spans.into_iter().map(|span| (span, manner)).collect()
}

/// Where `wanted` stands in an evened-out text, as spans of the original.
fn matches(folded: &Folded, wanted: &str) -> Vec<Span> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let span_of = |(at, words): (usize, &str)| {
        Some(Span::new(
            folded.start_of(at)?,
            folded.end_of(at + words.len() - 1)?,
        ))
    };
    let mut spans: Vec<Span> = folded
        .text
        .match_indices(wanted)
        .filter_map(span_of)
        .collect();
    // One “…” stands for three dots, so two matches can lie in it.
    spans.dedup_by(|next, last| last.overlaps(*next));
    spans
}

/// The numbers of a text as they are written, with the marks inside them.
pub fn figures(text: &str) -> Vec<&str> {
    text.split(|c: char| c.is_whitespace() || matches!(plain(c), "-" | "..."))
        .map(|word| word.trim_matches(|c: char| !c.is_ascii_digit()))
        .filter(|word| !word.is_empty())
        .collect()
}
