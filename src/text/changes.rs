//! What was edited between two states of a text, word by word.

use std::ops::Range;

use super::alignment::Alignment;
use super::tokens::Tokens;
use crate::model::revision::Piece;
use crate::model::text::Span;

/// A stretch that was edited: what it was in the old text, and what it is in
/// the new one. One of them is empty where words only came or went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// In the old text.
    pub old: Span,
    /// In the new text.
    pub new: Span,
}

/// Every stretch that was edited, in order. Other white space is no edit.
pub fn changes(old: &str, new: &str) -> Vec<Change> {
    let (old, new) = (
        Tokens::with_whole_figures(old),
        Tokens::with_whole_figures(new),
    );
    let alignment = Alignment::new(&old, &new);
    let mut changes = Vec::new();
    let (mut from_old, mut from_new) = (0, 0);
    let ends = (old.spans.len(), new.spans.len());
    let pairs = alignment.to_new.iter().enumerate();
    let pairs = pairs.filter_map(|(at, to)| Some((at, (*to)?)));
    for (at_old, at_new) in pairs.chain([ends]) {
        let (mut in_old, mut in_new) = (from_old..at_old, from_new..at_new);
        if !in_old.is_empty() || !in_new.is_empty() {
            // Words that only came or went can be told from their first
            // sentence's beginning as well, where the same words end them.
            let slid = match (in_old.is_empty(), in_new.is_empty()) {
                (true, _) => slid(&new, &in_new, ends.1),
                (_, true) => slid(&old, &in_old, ends.0),
                _ => 0,
            };
            in_old = in_old.start + slid..in_old.end + slid;
            in_new = in_new.start + slid..in_new.end + slid;
            changes.push(Change {
                old: stretch(&old, in_old.start, in_old.end),
                new: stretch(&new, in_new.start, in_new.end),
            });
        }
        (from_old, from_new) = (at_old + 1, at_new + 1);
    }
    changes
}

/// By how many tokens a stretch that came or went is told later, so that it
/// begins behind a mark: “.” and “Ana left.” for “. Ana left” and “.”.
fn slid(tokens: &Tokens<'_>, stretch: &Range<usize>, end: usize) -> usize {
    let is_mark = |at: usize| !tokens.word(at).starts_with(char::is_alphanumeric);
    let by = (0..stretch.len())
        .take_while(|by| {
            stretch.end + by < end
                && is_mark(stretch.start + by)
                && tokens.word(stretch.start + by) == tokens.word(stretch.end + by)
        })
        .count();
    if by < stretch.len() { by } else { 0 }
}

/// From the first token to before the last; empty behind what comes before
/// where there is none.
fn stretch(tokens: &Tokens<'_>, from: usize, to: usize) -> Span {
    tokens.span_of(from..to).unwrap_or_else(|| {
        let before = from.checked_sub(1).and_then(|at| tokens.spans.get(at));
        let at = before.map_or(0, |token| token.end);
        Span::new(at, at)
    })
}

/// What came and went between two wordings.
pub fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let even = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (old, new) = (even(old), even(new));
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut push = |text: &str, piece: fn(String) -> Piece| {
        if !text.is_empty() {
            pieces.push(piece(text.to_owned()));
        }
    };
    for change in changes(&old, &new) {
        push(
            new.get(at..change.new.start).unwrap_or_default(),
            Piece::Kept,
        );
        push(change.old.slice(&old).unwrap_or_default(), Piece::Removed);
        push(change.new.slice(&new).unwrap_or_default(), Piece::Added);
        at = change.new.end;
    }
    push(new.get(at..).unwrap_or_default(), Piece::Kept);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(old: &str, new: &str) -> Vec<(String, String)> {
        let found = changes(old, new);
        let words = |text: &str, span: Span| span.slice(text).unwrap().to_owned();
        found
            .into_iter()
            .map(|change| (words(old, change.old), words(new, change.new)))
            .collect()
    }

    #[test]
    fn what_came_and_went_is_told_word_by_word() {
        let pair = |old: &str, new: &str| (old.to_owned(), new.to_owned());
        assert_eq!(
            told(
                "It cost four million in 1931.",
                "It had cost five million, in 1931. Really."
            ),
            [
                pair("", "had"),
                pair("four", "five"),
                pair("", ","),
                pair("", "Really.")
            ]
        );
        assert_eq!(
            told("It rained. He left.", "It rained. Ana left. He left."),
            [pair("", "Ana left.")]
        );
        assert_eq!(
            told("It cost 19,981 in 4.2 days.", "It cost 18,981 in 4.3 days."),
            [pair("19,981", "18,981"), pair("4.2", "4.3")]
        );
        assert_eq!(told("a\nb", "a b"), []);
        assert_eq!(told("", "new"), [pair("", "new")]);
    }
}
