//! Lists that run on within a paragraph: `1) one 2) another`, `a. one b.
//! another`, `• one • another`.

use crate::model::text::Span;

/// How the points of a list are marked: what stands before the number and
/// after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Style<'t> {
    before: &'t str,
    after: &'t str,
}

/// A point's mark at the beginning of a text.
struct Mark<'t> {
    style: Style<'t>,
    number: usize,
    len: usize,
}

/// Length of the mark with which a text begins, 0 where it has none.
pub(super) fn mark_len(text: &str) -> usize {
    mark(text).map_or(0, |mark| mark.len)
}

fn mark(text: &str) -> Option<Mark<'_>> {
    let bullet = text.len()
        - text
            .trim_start_matches(['•', '⁃', '‣', '◦', '▪', '(', ' '])
            .len();
    let rest = &text[bullet..];
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, len) = if (1..=3).contains(&digits) {
        (rest[..digits].parse().ok()?, digits)
    } else {
        let letter = rest.bytes().next().filter(u8::is_ascii_lowercase)?;
        (usize::from(letter - b'a') + 1, 1)
    };
    let behind = &rest[len..];
    let closing = behind.len() - behind.trim_start_matches(['.', ')']).len();
    let marked = (1..=2).contains(&closing) && behind[closing..].starts_with(char::is_whitespace);
    let style = Style {
        before: text[..bullet].trim_end(),
        after: &behind[..closing],
    };
    marked.then_some(Mark {
        style,
        number,
        len: bullet + len + closing,
    })
}

/// Words after which a number is part of the sentence.
const COUNTED: &[&str] = &[
    "to", "of", "in", "by", "than", "and", "or", "from", "at", "with", "the", "about", "over",
    "under", "only", "number", "no", "article", "section", "chapter", "page", "is", "was", "are",
    "were", "a", "an", "for", "on",
];

/// The points of a list that begins where `text` does, or the text itself.
pub(super) fn points(text: &str) -> Vec<Span> {
    let Some(first) = mark(text) else {
        return vec![Span::new(0, text.len())];
    };
    let mut starts = vec![0];
    let mut wanted = first.number + 1;
    for (at, word) in words(text) {
        let begins = mark(&text[at..])
            .is_some_and(|mark| mark.style == first.style && mark.number == wanted);
        if begins && !COUNTED.contains(&word) {
            starts.push(at);
            wanted += 1;
        }
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| Span::new(*start, end))
        .collect()
}

/// Each place behind white space, with the word before it.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let spaces = text.match_indices(char::is_whitespace);
    spaces.scan(0, |start, (at, space)| {
        let word = &text[*start..at];
        *start = at + space.len();
        Some((*start, word))
    })
}
