//! Every number of a text and what it says: numbers, places in an order,
//! percentages, money, measures, ranges, and words that leave the number open.
//!
//! A number is found first, by its digits or its first word. Then what stands
//! before it is looked at (sign, money, comparison) and what stands behind
//! (unit, the other end of a range, "or more"). The units are English words in
//! the singular; "pound" is money, and "pound weight" the weight. An open
//! number has at least two of what it counts: "dozens" is 24 or more.
//!
//! Left to others: dates, whose spans are passed in and not read; places that
//! are told from where one stands ("last", "next"); "several" and "few"
//! without a number.

mod amounts;
#[cfg(test)]
mod cases;
mod comparisons;
mod counted;
mod digits;
mod measures;
mod money;
mod numbers;
mod parts;
mod pronouns;
mod ranges;
mod refusals;
mod scales;
mod scope;
mod spelled;
#[cfg(test)]
mod tests;
mod units;
mod words;

use std::ops::Range;

use amounts::{Amount, amount};
use comparisons::Comparison;
use numbers::Kind;
use ranges::Opening;
use scope::Scope;

use crate::model::facet::{Bound, Quantity};
use crate::model::text::Span;
use crate::text::reading::Reading;

/// The quantities of a text in order. They don't overlap, and nothing is read
/// in the spans of dates.
pub fn quantities(reading: &Reading<'_>, dates: &[Span]) -> Vec<Quantity> {
    let mut dates = dates.to_vec();
    dates.sort_unstable();
    let mut found = Vec::new();
    let mut from = 0;
    for date in dates {
        let before = reading
            .tokens
            .partition_point(|token| token.span.end <= date.start);
        let behind = reading
            .tokens
            .partition_point(|token| token.span.start < date.end);
        if from < before {
            scan(Scope::new(reading, from, before), from, &mut found);
        }
        from = from.max(behind);
    }
    scan(
        Scope::new(reading, from, reading.tokens.len()),
        from,
        &mut found,
    );
    found
}

/// Reads what lies between two dates.
fn scan(whole: Scope<'_>, from: usize, found: &mut Vec<Quantity>) {
    let mut scope = whole;
    let mut last: Option<Measured> = None;
    let mut at = from;
    while at < whole.end() {
        if let Some(next) = refusals::skip(scope, at) {
            at = next.max(at + 1);
            continue;
        }
        let read = if numbers::may_begin(scope, at) {
            measured(scope, at)
        } else {
            None
        };
        let Some(read) = read.filter(|read| read.tokens.end > at) else {
            at += 1;
            continue;
        };
        at = read.tokens.end;
        scope = scope.after(at);
        let joined = last.as_ref().and_then(|last| last.joined(whole, &read));
        if joined.is_none() {
            found.extend(last.take().and_then(|last| last.quantity(whole)));
        }
        last = Some(joined.unwrap_or(read));
    }
    found.extend(last.and_then(|last| last.quantity(whole)));
}

/// A quantity by its tokens.
#[derive(Debug, Clone)]
struct Measured {
    tokens: Range<usize>,
    low: Option<Bound>,
    high: Option<Bound>,
    unit: Option<&'static str>,
    ordinal: bool,
    vague: bool,
}

/// Reads the quantity whose first number begins at an index.
fn measured(scope: Scope<'_>, at: usize) -> Option<Measured> {
    let mut first = amount(scope, at, true)?;
    let opening = ranges::opening(scope, first.tokens.start);
    if matches!(opening, Some((_, Opening::Between))) && scope.lower(first.tokens.end) != "and" {
        // The "and" of "between" was taken for one inside the number.
        first = amount(scope, at, false).unwrap_or(first);
    }
    let announced = ranges::range(scope, &first, opening.map(|(_, opening)| opening));
    let read = match (announced, opening) {
        (Some((low, high)), Some((start, _))) => Some(Measured::between(&low, &high, start)),
        (Some((low, high)), None) => Some(Measured::between(&low, &high, low.tokens.start)),
        (None, Some(_)) => ranges::range(scope, &first, None)
            .map(|(low, high)| Measured::between(&low, &high, low.tokens.start)),
        (None, None) => None,
    };
    let mut read = read.unwrap_or_else(|| Measured::one(&first));
    compare(scope, &mut read, first.kind == Kind::Open);
    Some(read)
}

/// Takes in what is said about the number before and behind it.
fn compare(scope: Scope<'_>, read: &mut Measured, open: bool) {
    let range = read.low.map(|bound| bound.value) != read.high.map(|bound| bound.value);
    let single = !range && !open;
    let mut compared = false;
    for _ in 0..2 {
        match comparisons::before(scope, read.tokens.start) {
            Some((start, Comparison::About)) => {
                read.vague = true;
                read.tokens.start = start;
            }
            Some((start, comparison)) if single && !compared => {
                read.bind(comparison);
                read.tokens.start = start;
                compared = true;
            }
            _ => break,
        }
    }
    behind(scope, read, single, compared);
}

fn behind(scope: Scope<'_>, read: &mut Measured, single: bool, compared: bool) {
    let end = read.tokens.end;
    if compared && let Some(end) = comparisons::or_equal(scope, end) {
        for bound in [&mut read.low, &mut read.high].into_iter().flatten() {
            bound.excluded = false;
        }
        read.tokens.end = end;
        return;
    }
    let open = read.low != read.high;
    let Some((end, comparison)) = comparisons::behind(scope, end) else {
        return;
    };
    match comparison {
        Comparison::About => read.vague = true,
        _ if single && !open => read.bind(comparison),
        _ => return,
    }
    read.tokens.end = end;
    if read.unit.is_none()
        && !read.ordinal
        && let Some((end, unit)) = units::spaced(scope, end, false)
    {
        read.unit = Some(unit);
        read.tokens.end = end;
    }
}

impl Measured {
    fn one(amount: &Amount) -> Self {
        let bound = Bound {
            value: amount.value,
            excluded: false,
        };
        let open = amount.kind == Kind::Open;
        Self {
            tokens: amount.tokens.clone(),
            low: Some(bound),
            high: (!open).then_some(bound),
            unit: amount.unit,
            ordinal: amount.kind == Kind::Ordinal,
            vague: matches!(amount.kind, Kind::Open | Kind::Couple),
        }
    }

    fn between(low: &Amount, high: &Amount, start: usize) -> Self {
        Self {
            tokens: start..high.tokens.end,
            high: Some(Bound {
                value: high.value,
                excluded: false,
            }),
            ..Self::one(low)
        }
    }

    /// Sets the bounds that a comparison gives a single number.
    fn bind(&mut self, comparison: Comparison) {
        let Some(bound) = self.low else {
            return;
        };
        let with = |excluded| Some(Bound { excluded, ..bound });
        match comparison {
            Comparison::Over(excluded) => (self.low, self.high) = (with(excluded), None),
            Comparison::Under(excluded) => (self.low, self.high) = (None, with(excluded)),
            Comparison::About | Comparison::Same => {}
        }
    }

    /// The two as one, where each gives one end: "more than 10 and less than
    /// 20".
    fn joined(&self, scope: Scope<'_>, next: &Self) -> Option<Self> {
        let between = self.tokens.end..next.tokens.start;
        let adjacent =
            between.len() == 1 && matches!(scope.lower(between.start), "and" | "but" | ",");
        let ends = (self.low, self.high, next.low, next.high);
        let ((Some(low), None, None, Some(high)) | (None, Some(high), Some(low), None)) = ends
        else {
            return None;
        };
        let fits = self.unit == next.unit || self.unit.is_none() || next.unit.is_none();
        let same = self.ordinal == next.ordinal && !self.vague && !next.vague && fits;
        (adjacent && same && low.value < high.value).then(|| Self {
            tokens: self.tokens.start..next.tokens.end,
            low: Some(low),
            high: Some(high),
            unit: self.unit.or(next.unit),
            ..self.clone()
        })
    }

    fn quantity(self, scope: Scope<'_>) -> Option<Quantity> {
        Some(Quantity {
            span: scope.span_of(self.tokens)?,
            low: self.low,
            high: self.high,
            unit: self.unit.map(str::to_owned),
            ordinal: self.ordinal,
            vague: self.vague,
        })
    }
}
