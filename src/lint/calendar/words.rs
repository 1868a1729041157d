//! What single words of a sentence tell the rules of the calendar.

use crate::lint::article::Line;
use crate::model::text::Span;
use crate::text::reading::Shape;

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
