//! Multiples as words give them beside the figures that they are told of:
//! "doubled from 10 to 25", "from 10 to 25, a tenfold rise".

use std::ops::Range;

use super::changes::Change;
use super::figures::Ends;
use super::latitude::{Latitude, latitude};
use super::words::{goes_on, is_change, tells_when};
use crate::lint::article::Line;
use crate::model::text::Span;

/// The verbs, with how many times as much they make.
const VERBS: &[(&str, f64)] = &[
    ("double", 2.0),
    ("doubled", 2.0),
    ("doubles", 2.0),
    ("doubling", 2.0),
    ("halve", 0.5),
    ("halved", 0.5),
    ("halving", 0.5),
    ("quadruple", 4.0),
    ("quadrupled", 4.0),
    ("quadrupling", 4.0),
    ("quintupled", 5.0),
    ("treble", 3.0),
    ("trebled", 3.0),
    ("trebling", 3.0),
    ("triple", 3.0),
    ("tripled", 3.0),
    ("tripling", 3.0),
];

/// The words behind a verb that make it mean something else, or twice that.
const ELSEWHERE: &[&str] = &["again", "as", "back", "down", "over", "twice", "up"];

/// The words before a verb in its bare form.
const MODALS: &[&str] = &[
    "can", "could", "may", "might", "must", "shall", "should", "to", "will", "would",
];

/// A multiple as the words give it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Multiple {
    /// Its words.
    pub(super) span: Span,
    /// How many times as much.
    pub(super) factor: f64,
    /// Whether it is a "threefold rise", which may be to three or to four
    /// times as much.
    pub(super) fold: bool,
    /// How loosely it is said.
    pub(super) latitude: Latitude,
}

impl Multiple {
    /// Whether a figure that is from `least` to `most` times another fits it.
    pub(super) fn allows(&self, (least, most): (f64, f64)) -> bool {
        // "A tenfold drop" is to a tenth.
        let falls = self.fold && most < 1.0;
        let ratio = if falls {
            (1.0 / most, 1.0 / least)
        } else {
            (least, most)
        };
        let onto = self.fold && self.latitude.allows(self.factor + 1.0, ratio);
        onto || self.latitude.allows(self.factor, ratio)
    }
}

/// The multiple that a sentence gives for a change, where it gives just one.
pub(super) fn multiple_of(
    line: &Line<'_>,
    figures: &[Ends<'_>],
    change: &Change<'_>,
) -> Option<Multiple> {
    let mut multiples = (0..line.reading.tokens.len()).filter_map(|at| {
        let (tokens, factor) = multiple_at(line, figures, at)?;
        let (start, latitude) = latitude(line, tokens.start)?;
        let belongs = if tokens.end <= change.tokens.start {
            leads_to(line, figures, tokens.clone(), change)
        } else {
            start > change.tokens.end && follows(line, start, tokens.clone(), change)
        };
        belongs.then_some(Multiple {
            span: line.span_of(start..tokens.end)?,
            factor,
            fold: is_fold(line, tokens.end),
            latitude,
        })
    });
    let multiple = multiples.next()?;
    multiples.next().is_none().then_some(multiple)
}

/// The tokens of a multiple that ends with the token at an index, and what it
/// multiplies by.
fn multiple_at(line: &Line<'_>, figures: &[Ends<'_>], at: usize) -> Option<(Range<usize>, f64)> {
    let word = line.reading.lower(at);
    if let Some((_, factor)) = VERBS.iter().find(|(verb, _)| *verb == word) {
        let own = !ELSEWHERE.contains(&line.reading.lower(at + 1));
        // "to double", but not "a double room".
        let bare = word.ends_with('e');
        let led = latitude(line, at).and_then(|(start, _)| start.checked_sub(1));
        let verb = led.is_some_and(|at| MODALS.contains(&line.reading.lower(at)));
        let own = own && (!bare || verb);
        return own.then_some((at..at + 1, *factor));
    }
    let mut single = figures.iter().filter_map(Ends::single);
    let fold = single.find(|figure| {
        figure.unit == Some("times") && figure.tokens.end == at + 1 && is_fold(line, at + 1)
    })?;
    // The hyphen and the digits of "10-fold", without what is said of them.
    let digits = |at: &usize| {
        line.reading
            .lower(*at)
            .starts_with(|c: char| c.is_ascii_digit())
    };
    let start = (fold.tokens.start..=at).find(digits).unwrap_or(at);
    Some((start..at + 1, fold.value))
}

/// Whether the last of some tokens is a "tenfold" or the end of a "10-fold".
fn is_fold(line: &Line<'_>, end: usize) -> bool {
    let last = end.checked_sub(1).map_or("", |at| line.reading.lower(at));
    last.ends_with("fold")
}

/// Whether a multiple before two figures is told of them: "doubled its staff
/// from 10 to 25".
fn leads_to(
    line: &Line<'_>,
    figures: &[Ends<'_>],
    tokens: Range<usize>,
    change: &Change<'_>,
) -> bool {
    let start = change.tokens.start;
    let comma = usize::from(start > tokens.end && line.reading.lower(start - 1) == ",");
    let between = tokens.end..start - comma;
    let others = figures
        .iter()
        .any(|ends| between.contains(&ends.first.tokens.start));
    let told = !is_fold(line, tokens.end)
        || tells_when(line, between.clone())
        || is_change(line.reading.lower(between.start));
    !others && told && goes_on(line, between, 6)
}

/// Whether a multiple behind two figures is told of them: ", a tenfold rise",
/// ", nearly doubling". Its words begin at `start` with what is said of it.
fn follows(line: &Line<'_>, start: usize, tokens: Range<usize>, change: &Change<'_>) -> bool {
    let word = |at: usize| line.reading.lower(at);
    let fold = is_fold(line, tokens.end);
    let article = fold && matches!(word(start - 1), "a" | "an");
    let comma = start - 1 - usize::from(article);
    if comma < change.tokens.end || word(comma) != "," {
        return false;
    }
    let between = change.tokens.end..comma;
    let near = tells_when(line, between.clone()) || goes_on(line, between, 2);
    let shape = if fold {
        article && is_change(word(tokens.end))
    } else {
        word(tokens.start).ends_with("ing")
    };
    let end = tokens.end + usize::from(fold);
    let ends = matches!(word(end), "" | "." | ";" | ",") || tells_when(line, end..end + 2);
    near && shape && ends
}
