//! A number with its sign, its money and its unit.

use std::ops::Range;

use super::measures::SMALLER;
use super::numbers::{Kind, Number, number};
use super::scope::Scope;
use super::{money, scales, units};
use crate::text::reading::Shape;

/// A number with its unit.
#[derive(Debug, Clone)]
pub(super) struct Amount {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// What it is worth; of an open number the least.
    pub(super) value: f64,
    /// What the "million" behind it multiplies by, else 1.
    pub(super) scale: f64,
    /// What kind of number it is.
    pub(super) kind: Kind,
    /// Its unit.
    pub(super) unit: Option<&'static str>,
}

/// Reads the amount whose number begins at an index. `ands` says whether an
/// "and" may stand in the number.
pub(super) fn amount(scope: Scope<'_>, at: usize, ands: bool) -> Option<Amount> {
    let point = usize::from(scope.before(at) == "." && scope.glued(at));
    let place = money::before(scope, at)
        .or_else(|| money::before(scope, at - point))
        .or_else(|| {
            let sign = signed(scope, at)?;
            money::before(scope, sign)
        });
    let number = number(scope, at, place.is_some(), ands)?;
    let mut amount = with_front(scope, &number);
    if amount.unit.is_none() {
        percent_of(scope, &mut amount);
    }
    take_unit(scope, &mut amount, !number.spelled);
    if amount.kind == Kind::Plain {
        compound(scope, &mut amount);
    }
    Some(amount)
}

/// The number with the sign and the money before it.
fn with_front(scope: Scope<'_>, number: &Number) -> Amount {
    let mut amount = Amount {
        tokens: number.tokens.clone(),
        value: number.value,
        scale: number.scale,
        kind: number.kind,
        unit: None,
    };
    if number.kind == Kind::Times {
        amount.unit = Some("times");
        return amount;
    }
    let mut minus = false;
    for _ in 0..2 {
        if amount.unit.is_none()
            && let Some((start, unit)) = money::before(scope, amount.tokens.start)
        {
            amount.tokens.start = start;
            amount.unit = Some(unit);
        }
        if !minus && let Some(start) = signed(scope, amount.tokens.start) {
            amount.tokens.start = start;
            amount.value = -amount.value;
            minus = true;
        }
    }
    amount
}

/// Where the minus sign before an index stands, in words or as a mark.
fn signed(scope: Scope<'_>, at: usize) -> Option<usize> {
    let place = at.checked_sub(1)?;
    match scope.lower(place) {
        "minus" | "negative" => {
            let subtracts = place.checked_sub(1).is_some_and(|before| {
                scope
                    .anywhere(before)
                    .starts_with(|c: char| c.is_ascii_digit())
            });
            (!subtracts).then_some(place)
        }
        "-" | "\u{2212}" | "\u{2013}" => {
            let free = !scope.glued(place)
                || matches!(
                    place
                        .checked_sub(1)
                        .map_or("", |before| scope.anywhere(before)),
                    "(" | "$" | "£" | "€" | "<" | ">" | "=" | "\"" | "\u{201c}" | "["
                );
            let near = scope.glued(at) || place == 0;
            let dash = scope.lower(place) == "\u{2013}" && !scope.glued(at);
            (free && near && !dash).then_some(place)
        }
        _ => None,
    }
}

/// "per cent of twenty-two" is an old way to write a share.
fn percent_of(scope: Scope<'_>, amount: &mut Amount) {
    let at = amount.tokens.start;
    let start = [
        &["percent", "of"][..],
        &["percents", "of"],
        &["per", "cent", "of"],
    ]
    .into_iter()
    .find_map(|words| scope.back(at, words));
    if let Some(start) = start
        && scope.begins_line(start)
    {
        amount.tokens.start = start;
        amount.unit = Some("percent");
    }
}

fn take_unit(scope: Scope<'_>, amount: &mut Amount, digits: bool) {
    let end = amount.tokens.end;
    let one = (0.999..1.001).contains(&amount.value);
    let found = match amount.kind {
        Kind::Ordinal | Kind::Times => None,
        Kind::Open | Kind::Couple => {
            scales::of_unit(scope, end).or_else(|| units::spaced(scope, end, false))
        }
        Kind::Part => part_unit(scope, end, digits),
        Kind::Plain => units::behind(scope, end, one, digits),
    };
    let Some((end, unit)) = found else {
        return;
    };
    match amount.unit {
        None => amount.unit = Some(unit),
        // "$5 million dollars" names its money twice.
        Some(money) if unit.ends_with(money) || money.ends_with(unit) => {}
        Some(_) => return,
    }
    amount.tokens.end = end;
}

/// The unit of a part: "half an hour", "a quarter of a mile". What stands
/// behind "of" else is the whole, not a unit.
fn part_unit(scope: Scope<'_>, end: usize, digits: bool) -> Option<units::Unit> {
    let at = end + usize::from(scope.lower(end) == "of");
    if matches!(scope.lower(at), "a" | "an") {
        let unit = units::measure(scope.lower(at + 1))?;
        return Some((at + 2, unit));
    }
    if at > end {
        return None;
    }
    let hyphen = scope.hyphen(end);
    let word = scope.lower(scope.past_hyphen(end));
    if hyphen || units::measure(word).is_some() || scope.is(end, Shape::Mark) || scope.glued(end) {
        return units::behind(scope, end, false, digits);
    }
    None
}

/// Adds the smaller unit that follows: "5ft 11in", "two hours and ten
/// minutes".
fn compound(scope: Scope<'_>, amount: &mut Amount) {
    let Some(unit) = amount.unit else {
        return;
    };
    let mut fitting = SMALLER.iter().filter(|entry| entry.0 == unit).peekable();
    if fitting.peek().is_none() {
        return;
    }
    let end = amount.tokens.end;
    let at = end + usize::from(scope.lower(end) == "and");
    let Some(small) =
        number(scope.after(at), at, false, false).filter(|small| small.kind == Kind::Plain)
    else {
        return;
    };
    let Some((end, name)) = units::behind(scope, small.tokens.end, true, !small.spelled) else {
        return;
    };
    let named = |entry: &&(&str, &str, f64)| {
        entry.1 == name || entry.1 == "pound weight" && name == "pound"
    };
    if let Some((_, _, parts)) = fitting.find(named)
        && small.value < *parts
    {
        amount.value += small.value / parts;
        amount.tokens.end = end;
    }
}
