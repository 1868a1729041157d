//! Spans of time that a sentence counts, and how long it is between dates.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::dated::Date;
use crate::lint::article::Line;
use crate::model::edtf::Edtf;
use crate::model::text::Span;
use crate::text::reading::Shape;

/// What a span of time is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Year,
    Month,
    Week,
    Day,
}

impl Unit {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "year" => Self::Year,
            "month" => Self::Month,
            "week" => Self::Week,
            "day" => Self::Day,
            _ => return None,
        })
    }

    /// How many of them lie between the ends of an interval, without the last
    /// one; `None` where the ends are not that exact.
    pub(super) fn between(self, interval: &Edtf) -> Option<i32> {
        let (first, last) = interval.bounds()?;
        let grain = interval.start().len().min(interval.end().len());
        let days = last.signed_duration_since(first).num_days();
        let days = i32::try_from(days).ok()?;
        match self {
            Self::Year => Some(last.year() - first.year()),
            Self::Month if grain >= 7 => Some(months(first, last)),
            Self::Week if grain >= 10 => Some(days / 7),
            Self::Day if grain >= 10 => Some(days),
            _ => None,
        }
    }

    /// So many of them in words.
    pub(super) fn count(self, number: i32) -> String {
        let name = match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
        };
        let plural = if number == 1 { "" } else { "s" };
        format!("{number} {name}{plural}")
    }
}

fn months(first: NaiveDate, last: NaiveDate) -> i32 {
    let of = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month0()).unwrap_or_default();
    of(last) - of(first)
}

/// How many years lie between the years of two dates.
pub(super) fn apart(first: &Date<'_>, second: &Date<'_>) -> i32 {
    (second.year() - first.year()).abs()
}

/// "12 years", "nearly 12-year".
#[derive(Debug, Clone)]
pub(super) struct Lasting {
    /// Its words.
    pub(super) span: Span,
    /// Its tokens in the sentence.
    pub(super) tokens: Range<usize>,
    /// How many.
    pub(super) number: i32,
    /// Of what.
    pub(super) unit: Unit,
    vague: bool,
}

/// What lasts as long as the words before it say, and not only in part.
const LASTS: &[&str] = &[
    "war",
    "conflict",
    "occupation",
    "reign",
    "rule",
    "career",
    "period",
    "span",
    "stretch",
    "tenure",
    "presidency",
    "insurgency",
    "dictatorship",
    "regime",
    "exile",
    "marriage",
    "siege",
    "famine",
    "drought",
    "hiatus",
    "absence",
    "uprising",
    "blockade",
    "strike",
    "ceasefire",
    "truce",
    "occupancy",
];

impl Lasting {
    /// Whether so many can be meant: the first and the last may count or not,
    /// and "about" leaves more room.
    pub(super) fn fits(&self, real: i32) -> bool {
        let room = if self.vague {
            2.max(self.number / 10)
        } else {
            1
        };
        (self.number - real).abs() <= room
    }

    /// The token behind what lasts so long: behind "12 years", behind the war
    /// of "12-year civil war".
    pub(super) fn noun_end(&self, line: &Line<'_>) -> Option<usize> {
        const REACH: usize = 3;
        let r = &line.reading;
        let end = self.tokens.end;
        let before = self
            .tokens
            .start
            .checked_sub(1)
            .map_or("", |at| r.lower(at));
        let part = matches!(
            before,
            "of" | "every"
                | "first"
                | "last"
                | "each"
                | "than"
                | "combined"
                | "the"
                | "to"
                | "in"
                | "aged"
        );
        if r.word(end.checked_sub(2)?) != "-" {
            return (!part).then_some(end);
        }
        let mut nouns = end..end + REACH;
        let noun = nouns.find(|at| LASTS.contains(&r.lower(*at)))?;
        let words = (end..noun).all(|at| r.is(at, Shape::Word));
        (words && before != "of").then_some(noun + 1)
    }
}

impl Lasting {
    /// The token behind what is said to have lasted: behind the ban of “12-year ban,
    /// which lasted”, “12-year tax dispute lasted”.
    pub(super) fn end_before_lasted(&self, line: &Line<'_>) -> Option<usize> {
        const REACH: usize = 3;
        let r = &line.reading;
        let end = self.tokens.end;
        if r.word(end.checked_sub(2)?) != "-" || r.lower(end) == "-" {
            return None;
        }
        let of = self.tokens.start.checked_sub(1);
        if of.is_some_and(|at| matches!(r.lower(at), "of" | "each" | "every")) {
            return None;
        }
        (end + 1..=end + REACH).find(|&behind| {
            let mut at = behind + usize::from(r.word(behind) == ",");
            at += usize::from(matches!(r.lower(at), "which" | "that"));
            let lasted = matches!(r.lower(at), "lasted" | "lasts");
            lasted && (end..behind).all(|at| r.is(at, Shape::Word))
        })
    }
}

/// The spans of time that a sentence counts exactly, names such as the Hundred
/// Years' War left out.
pub(super) fn lasting(line: &Line<'_>) -> Vec<Lasting> {
    let r = &line.reading;
    let counted = line.facets.quantities.iter().filter_map(|one| {
        let unit = Unit::named(one.unit.as_deref()?)?;
        let number = one
            .exact()
            .filter(|number| number.fract() == 0.0 && (2.0..=3000.0).contains(number))?;
        let tokens = line.tokens_at(one.span);
        let named = tokens.start > 0 && r.is_capital(tokens.start)
            || r.is_capital(tokens.end.wrapping_sub(1));
        #[expect(clippy::cast_possible_truncation, reason = "a whole number up to 3000")]
        let number = number as i32;
        (!one.ordinal && !named).then_some(Lasting {
            span: one.span,
            tokens,
            number,
            unit,
            vague: one.vague,
        })
    });
    counted.collect()
}
