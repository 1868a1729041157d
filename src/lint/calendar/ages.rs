//! Births and ages in a sentence, and to which day an age belongs.

use std::ops::Range;

use chrono::NaiveDate;

use super::dated::Date;
use crate::lint::article::Line;
use crate::text::reading::{Reading, Shape};

/// When an age holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    /// At a date that the words name: from its first to its last day.
    Named(NaiveDate, NaiveDate),
    /// When the article tells of it: ", 45,", "the 45-year-old".
    Told,
}

/// "aged 45", ", 45,", "the 45-year-old".
#[derive(Debug, Clone)]
pub(super) struct Age {
    /// The tokens of the words for it.
    pub(super) tokens: Range<usize>,
    /// The years.
    pub(super) years: i32,
    /// When it holds.
    pub(super) at: At,
}

/// The date of the birth that a sentence tells of; `None` when there is none,
/// or more than one.
pub(super) fn birth<'d, 'f>(line: &Line<'_>, dates: &'d [Date<'f>]) -> Option<&'d Date<'f>> {
    const REACH: usize = 9;
    let r = &line.reading;
    let mut born = (0..r.tokens.len()).filter(|at| r.lower(*at) == "born");
    let at = born.next().filter(|_| born.next().is_none())?;
    let denied = at > 0 && matches!(r.lower(at - 1), "not" | "never" | "be" | "first" | "-");
    let date = dates.iter().find(|date| date.tokens.start > at)?;
    let start = date.tokens.start;
    let led = matches!(r.lower(start - 1), "in" | "on") || start == at + 1;
    let mut place = at + 1..start;
    let other = place.any(|at| {
        matches!(
            r.lower(at),
            "to" | "who" | "and" | "when" | "as" | "after" | "before" | "with" | "the" | ";" | "("
        )
    });
    let known = !date.anchored && date.is_point();
    (!denied && led && known && !other && start <= at + REACH).then_some(date)
}

/// The ages that a sentence gives with what says when they hold.
pub(super) fn ages(line: &Line<'_>, dates: &[Date<'_>], birth: Option<&Date<'_>>) -> Vec<Age> {
    let numbers = line.facets.quantities.iter().filter_map(|one| {
        let years = one
            .exact()
            .filter(|years| years.fract() == 0.0 && (1.0..=120.0).contains(years))?;
        #[expect(clippy::cast_possible_truncation, reason = "a whole number up to 120")]
        let years = years as i32;
        let plain = !one.vague && !one.ordinal;
        let unit = one.unit.as_deref().is_none_or(|unit| unit == "year");
        (plain && unit).then(|| (line.tokens_at(one.span), years))
    });
    numbers
        .filter_map(|(number, years)| {
            let named = named(line, dates, birth, &number);
            let found = named.or_else(|| told(line, &number));
            let found = found.or_else(|| is_old(line, birth, &number));
            found.map(|(tokens, at)| Age { tokens, years, at })
        })
        .collect()
}

/// "aged 45 in 2019", "in 2019, at the age of 45", "was 45 when … in 2019".
fn named(
    line: &Line<'_>,
    dates: &[Date<'_>],
    birth: Option<&Date<'_>>,
    number: &Range<usize>,
) -> Option<(Range<usize>, At)> {
    let r = &line.reading;
    let start = phrase_start(r, number)?;
    let end = number.end
        + if r.has(number.end, &["years", "old"]) {
            2
        } else {
            usize::from(r.lower(number.end) == "old")
        };
    let others = dates
        .iter()
        .filter(|date| birth.is_none_or(|birth| birth.span != date.span));
    let mut usable = others.filter(|date| date.is_point() && led(r, date));
    let next = end + usize::from(r.word(end) == ",");
    let date = usable.find(|date| {
        let before = date.tokens.end == start
            || date.tokens.end + 1 == start && r.word(date.tokens.end) == ",";
        let behind = date.tokens.start == next + 1;
        let when = r.lower(end) == "when" && in_clause(r, end + 1, date.tokens.start - 1);
        before || behind || when
    })?;
    Some((start..end, At::Named(date.first, date.last)))
}

/// Where the words for an age begin, whose number stands at some tokens.
fn phrase_start(r: &Reading<'_>, number: &Range<usize>) -> Option<usize> {
    let at = number.start;
    let before = |steps: usize| at.checked_sub(steps).map_or("", |at| r.lower(at));
    if before(1) == "aged" {
        return at.checked_sub(1);
    }
    if [before(4), before(3), before(2), before(1)] == ["at", "the", "age", "of"] {
        return at.checked_sub(4);
    }
    if before(1) == "age" && before(2) == "at" {
        return at.checked_sub(2);
    }
    // “Vega was 45”, “Vega, who was born in 1970, was 45”.
    let named = at >= 2 && (r.is_capital(at - 2) || before(2) == ",");
    let subject = named || matches!(before(2), "he" | "she");
    if before(1) == "was" && subject {
        let when = matches!(before(3), "when" | "while");
        return at.checked_sub(if when { 3 } else { 2 });
    }
    None
}

fn led(r: &Reading<'_>, date: &Date<'_>) -> bool {
    date.tokens.start > 0 && matches!(r.lower(date.tokens.start - 1), "in" | "on")
}

/// Whether nothing from one token to another ends a clause.
fn in_clause(r: &Reading<'_>, from: usize, to: usize) -> bool {
    const REACH: usize = 9;
    let other = |at: usize| {
        r.is(at, Shape::Mark) && !matches!(r.word(at), "'" | "’" | "-")
            || matches!(
                r.lower(at),
                "and" | "but" | "who" | "which" | "that" | "before" | "after" | "later" | "until"
            )
    };
    from < to && to <= from + REACH && !(from..to).any(other)
}

/// ", 45,", "the 45-year-old".
fn told(line: &Line<'_>, number: &Range<usize>) -> Option<(Range<usize>, At)> {
    let r = &line.reading;
    let (start, end) = (number.start, number.end);
    let before = start.checked_sub(1)?;
    if r.word(before) == "," && r.word(end) == "," && end == start + 1 && r.is(start, Shape::Digits)
    {
        let named = before > 0 && r.is_capital(before - 1);
        return named.then_some((start..end, At::Told));
    }
    let old = end >= start + 5 && r.lower(end - 1) == "old" && r.word(end - 2) == "-";
    (old && r.lower(before) == "the").then_some((start..end, At::Told))
}

/// “Vega is 40 years old”, “Vega, born in 1981, is 40 years old”, “she is 40.”
fn is_old(
    line: &Line<'_>,
    birth: Option<&Date<'_>>,
    number: &Range<usize>,
) -> Option<(Range<usize>, At)> {
    let r = &line.reading;
    let verb = number.start.checked_sub(1)?;
    let subject = verb.checked_sub(1)?;
    let old = if r.has(number.end, &["years", "old"]) {
        2
    } else {
        usize::from(r.lower(number.end) == "old")
    };
    let pronoun = matches!(r.lower(subject), "he" | "she");
    let behind_birth =
        r.word(subject) == "," && birth.is_some_and(|birth| birth.tokens.end == subject);
    let whose = pronoun || behind_birth || r.is_capital(subject) && r.is(subject, Shape::Word);
    let ends = old > 0 || pronoun && matches!(r.word(number.end), "" | "." | ",");
    let plain = number.end <= number.start + 2 && r.is(number.start, Shape::Digits);
    (r.lower(verb) == "is" && whose && ends && plain).then_some((verb..number.end + old, At::Told))
}
