//! What single words of a sentence tell the rules of the calendar.

use crate::lint::article::Line;
use crate::model::text::{BlockKind, Span};
use crate::text::reading::Shape;

/// Words of sentences that speak of a mistake, and then have it on purpose.
const MISTAKES: &[&str] = &[
    "incorrectly",
    "wrongly",
    "mistakenly",
    "erroneously",
    "falsely",
    "misstated",
    "misdated",
    "misprint",
    "typo",
    "error",
    "mistake",
    "correction",
    "corrected",
    "sic",
    "hoax",
    "fake",
    "fabricated",
];

/// Whether a sentence speaks of a mistake.
pub(super) fn tells_of_mistake(line: &Line<'_>) -> bool {
    has_any(line, MISTAKES)
}

/// Whether one of the words, in lower case, stands in a sentence.
pub(super) fn has_any(line: &Line<'_>, words: &[&str]) -> bool {
    let tokens = 0..line.reading.tokens.len();
    let mut lower = tokens.map(|at| line.reading.lower(at));
    lower.any(|word| words.contains(&word))
}

/// Whether a token stands in words that somebody is quoted with.
pub(super) fn is_quoted(line: &Line<'_>, token: usize) -> bool {
    let Some(span) = line.span_of(token..token + 1) else {
        return false;
    };
    let marked = line.reading.quoted().get(token).copied();
    let mut quotations = line.facets.quotations.iter();
    line.kind == BlockKind::Quotation
        || marked.unwrap_or_default()
        || quotations.any(|quoted| quoted.span.contains(span))
}

/// Whether nothing goes on at a token: the sentence ends, or a mark parts what
/// follows.
pub(super) fn stops(line: &Line<'_>, token: usize) -> bool {
    let r = &line.reading;
    token >= r.tokens.len()
        || r.is(token, Shape::Mark) && !matches!(r.word(token), "-" | "/" | "'" | "’")
}

/// From the beginning of one stretch of words to the end of another, with the
/// bracket that closes right behind.
pub(super) fn through(line: &Line<'_>, first: Span, last: Span) -> Span {
    let end = line.tokens_at(last).end;
    let bracket = line.reading.word(end) == ")" && line.span_of(end..end + 1).is_some();
    Span::new(first.start, last.end + usize::from(bracket))
}
