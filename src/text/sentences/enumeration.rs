//! Lists that run on within a paragraph: `1) one 2) another`, `a. one b.
//! another`, `• one • another`. A list with closing brackets may also begin
//! later in its paragraph.

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
    let bullet = bullet_len(text);
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

/// Length of what stands before a point's number. It is looked for at every
/// word, so a text full of bullets must not be read to its end each time.
fn bullet_len(text: &str) -> usize {
    const LONGEST: usize = 8;
    text.char_indices()
        .take(LONGEST)
        .find(|(_, c)| !matches!(c, '•' | '⁃' | '‣' | '◦' | '▪' | '(' | ' '))
        .map_or(0, |(at, _)| at)
}

/// Words after which a number is part of the sentence.
const COUNTED: &[&str] = &[
    "to", "of", "in", "by", "than", "and", "or", "from", "at", "with", "the", "about", "over",
    "under", "only", "number", "no", "article", "section", "chapter", "page", "is", "was", "are",
    "were", "a", "an", "for", "on",
];

/// As many points that no comma joins are a list whose line ends were lost.
const FEWEST_LATE_POINTS: usize = 3;

/// The points of a list in `text`, or the text itself.
pub(super) fn points(text: &str) -> Vec<Span> {
    let starts = match mark(text) {
        Some(first) => {
            let later = later_points(text, &first, |word| !COUNTED.contains(&word));
            std::iter::once(0).chain(later).collect()
        }
        None => late_points(text),
    };
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| Span::new(*start, end))
        .collect()
}

/// Where the points after `first` begin, each with the next number.
fn later_points(text: &str, first: &Mark<'_>, parts: impl Fn(&str) -> bool) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut wanted = first.number + 1;
    for (at, word) in words(text) {
        let begins = mark(&text[at..])
            .is_some_and(|mark| mark.style == first.style && mark.number == wanted);
        if begins && parts(word) {
            starts.push(at);
            wanted += 1;
        }
    }
    starts
}

/// The start of `text`, and of the points of a list `1) … 2) … 3) …` that begins
/// later; not of one that is told within a sentence.
fn late_points(text: &str) -> Vec<usize> {
    let parts = |word: &str| !COUNTED.contains(&word) && !word.ends_with([',', ';', ':']);
    let none = Mark {
        style: Style {
            before: "",
            after: ")",
        },
        number: 0,
        len: 0,
    };
    let mut starts = later_points(text, &none, parts);
    if starts.len() < FEWEST_LATE_POINTS {
        starts.clear();
    }
    starts.insert(0, 0);
    starts
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
