//! The words in which changes are told, and those that may stand between the
//! parts of one.

use std::ops::Range;

use crate::lint::article::Line;
use crate::text::reading::Shape;

/// Which way a figure went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Up,
    Down,
}

#[rustfmt::skip]
const UP: &[&str] = &[
    "added", "advance", "advanced", "climb", "climbed", "climbing", "climbs", "expanded", "gain",
    "gained", "gains", "grew", "grow", "growing", "grown", "grows", "growth", "higher", "hike", "hiked",
    "increase", "increased", "increases", "increasing", "jump", "jumped", "jumping", "jumps",
    "leap", "leaped", "leapt", "raise", "raised", "raising", "rise", "risen", "rises", "rising",
    "rose", "soared", "soaring", "spike", "surge", "surged", "surging", "up", "upped",
];

#[rustfmt::skip]
const DOWN: &[&str] = &[
    "cut", "cuts", "cutting", "decline", "declined", "declines", "declining", "decrease",
    "decreased", "decreases", "decreasing", "down", "drop", "dropped", "dropping", "drops", "eased", "fall",
    "fallen", "falling", "falls", "fell", "lower", "lowered", "off", "plummeted", "plunge", "plunged",
    "plunging", "reduced", "reducing", "reduction", "shrank", "shrinking", "shrunk", "slashed",
    "slid", "slide", "slipped", "slump", "slumped", "tumble", "tumbled",
];

/// The way that a lower-case word tells of.
pub(super) fn way(word: &str) -> Option<Way> {
    if UP.binary_search(&word).is_ok() {
        Some(Way::Up)
    } else if DOWN.binary_search(&word).is_ok() {
        Some(Way::Down)
    } else {
        None
    }
}

#[rustfmt::skip]
/// The nouns of a change: "an increase of", "a 20 percent drop".
const NOUNS: &[&str] = &[
    "advance", "climb", "cut", "decline", "decrease", "drop", "fall", "gain", "growth", "hike", "hiked",
    "increase", "jump", "leap", "plunge", "reduction", "rise", "slide", "slump", "spike", "surge",
    "tumble",
];

/// Whether a lower-case word is the noun of a change.
pub(super) fn is_change(word: &str) -> bool {
    NOUNS.binary_search(&word).is_ok()
}

#[rustfmt::skip]
/// Words that tell when, beside those of dates.
const WHEN: &[&str] = &[
    "a", "ago", "april", "at", "august", "back", "between", "by", "corresponding", "day", "days",
    "december", "during", "earlier", "early", "end", "ended", "ending", "february", "first", "fiscal", "for",
    "fourth", "friday", "half", "in", "january", "july", "june", "just", "last", "late", "march",
    "may", "mid", "monday", "month", "months", "november", "october", "of", "on", "one", "over",
    "past", "period", "previous", "prior", "quarter", "same", "saturday", "second", "september",
    "since", "start", "sunday", "the", "then", "third", "this", "three", "thursday", "time",
    "today", "tuesday", "two", "wednesday", "week", "weeks", "year", "years", "yesterday",
];

/// Whether the tokens only tell when, or in which named place.
pub(super) fn tells_when(line: &Line<'_>, tokens: Range<usize>) -> bool {
    tokens.into_iter().all(|at| {
        let word = line.reading.lower(at);
        let near = |at: usize| line.reading.lower(at);
        WHEN.binary_search(&word).is_ok()
            || is_dated(line, at)
            || line.reading.is(at, Shape::Word)
                && line.reading.is_capital(at)
                && at > 0
                && (matches!(near(at - 1), "in" | "the" | "at") || line.reading.is_capital(at - 1))
            || word == "-" && line.reading.is_glued(at)
    })
}

/// Whether a token is part of a date.
pub(super) fn is_dated(line: &Line<'_>, at: usize) -> bool {
    line.reading.tokens.get(at).is_some_and(|token| {
        let span = token.span.shifted(line.span.start);
        line.facets
            .dates
            .iter()
            .any(|date| date.span.contains(span))
    })
}

#[rustfmt::skip]
/// Words with which something else begins.
const BREAKS: &[&str] = &[
    "after", "although", "and", "as", "because", "before", "but", "compared", "despite",
    "excluding", "following", "from", "if", "including", "or", "than", "that", "though", "to",
    "unless", "until", "when", "where", "whereas", "which", "while", "who", "whose", "with",
    "without",
];

/// Whether tokens go on with one thing: words without a mark, none of which
/// begins another clause, and not too many. Asides are passed over.
pub(super) fn goes_on(line: &Line<'_>, tokens: Range<usize>, most: usize) -> bool {
    let asides = asides(line);
    let mut own = tokens.filter(|at| !asides.iter().any(|aside| aside.contains(at)));
    let fits = |at: usize| {
        let word = line.reading.lower(at);
        let hyphen = word == "-" && line.reading.is_glued(at);
        let inside = hyphen || matches!(word, "'" | "’") || is_dated(line, at);
        let number = line.reading.is(at, Shape::Digits) && !is_dated(line, at);
        let mark = line.reading.is(at, Shape::Mark) && !inside;
        !mark && !number && BREAKS.binary_search(&word).is_err()
    };
    own.by_ref().take(most).all(fits) && own.next().is_none()
}

/// What a sentence says in brackets, or as ", or 80 cents a share,".
pub(super) fn asides(line: &Line<'_>) -> Vec<Range<usize>> {
    let word = |at: usize| line.reading.lower(at);
    let end = line.reading.tokens.len();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < end {
        let close = match word(at) {
            "(" => (at..end)
                .find(|&close| word(close) == ")")
                .map(|close| close + 1),
            "," if word(at + 1) == "or" => (at + 2..(at + 12).min(end))
                .find(|&close| word(close) == "," && !line.reading.is(close + 1, Shape::Digits)),
            _ => None,
        };
        if let Some(close) = close {
            found.push(at..close);
        }
        at = close.unwrap_or(at + 1).max(at + 1);
    }
    found
}

#[rustfmt::skip]
/// Words that make a figure the mean of many changes, or one after sums that
/// the sentence leaves out.
const ADJUSTED: &[&str] = &[
    "acquisitions", "adjusted", "adjusting", "annual", "annualised", "annualized", "annually",
    "average", "averaged", "comparable", "compound", "compounded", "constant", "currency", "daily",
    "each", "every", "inflation", "like", "monthly", "organic", "organically", "per", "quarterly",
    "real", "seasonally", "underlying", "weekly", "yearly",
];

/// Whether a sentence speaks of rates or of figures that it adjusts.
pub(super) fn is_adjusted(line: &Line<'_>) -> bool {
    let reading = &line.reading;
    (0..reading.tokens.len()).any(|at| {
        let word = reading.lower(at);
        let unit = matches!(word, "per") && reading.lower(at + 1) == "cent";
        let rate = word == "a"
            && matches!(reading.lower(at + 1), "year" | "month" | "week" | "day")
            && at > 0
            && matches!(reading.lower(at - 1), "percent" | "cent" | "%" | "pct");
        let on = word == "year"
            && (reading.has(at + 1, &["-", "on", "-", "year"])
                || reading.has(at + 1, &["on", "year"])
                || reading.has(at + 1, &["-", "over", "-", "year"])
                || reading.has(at + 1, &["over", "year"]));
        rate || on || !unit && ADJUSTED.binary_search(&word).is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        for list in [UP, DOWN, NOUNS, WHEN, BREAKS, ADJUSTED] {
            assert!(list.is_sorted(), "{list:?}");
        }
        assert!(NOUNS.iter().all(|noun| way(noun).is_some()));
    }
}
