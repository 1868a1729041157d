//! Two numbers as the ends of one: "from 4 to 6", "between 20 and 30", "5-10".

use super::amounts::{Amount, amount};
use super::numbers::{Kind, may_begin};
use super::refusals;
use super::scope::Scope;
use crate::text::reading::Shape;

/// The word before the first number that announces a second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// "between … and".
    Between,
    /// "from … to".
    From,
}

/// The words around two numbers that make them a score or a vote.
const SCORES: &[&str] = &[
    "beat", "beaten", "decision", "defeat", "defeated", "draw", "drew", "lead", "led", "lose",
    "loss", "lost", "majority", "record", "ruled", "ruling", "score", "trailed", "verdict",
    "victory", "vote", "voted", "win", "won",
];

/// The opening before an index, past an article.
pub(super) fn opening(scope: Scope<'_>, at: usize) -> Option<(usize, Opening)> {
    let at = at - usize::from(matches!(scope.before(at), "the" | "a" | "an"));
    match scope.before(at) {
        "between" => Some((at - 1, Opening::Between)),
        "from" => Some((at - 1, Opening::From)),
        _ => None,
    }
}

/// Where the second number may begin behind the first.
fn second(scope: Scope<'_>, end: usize, opening: Option<Opening>) -> Option<usize> {
    let mark = matches!(
        scope.lower(end),
        "-" | "\u{2010}" | "\u{2011}" | "\u{2013}" | "\u{2212}" | "~" | "\u{2014}"
    );
    // "a 10- to 15-year sentence"
    let hanging = mark && scope.lower(end + 1) == "to";
    let at = end + usize::from(hanging);
    let between = opening == Some(Opening::Between);
    let next = match scope.lower(at) {
        "to" | "through" if !between => at + 1,
        "and" if between => at + 1,
        "or" if opening.is_none() => at + 1,
        _ if mark && scope.glued(end) == scope.glued(end + 1) && !between => end + 1,
        _ => return None,
    };
    let next = scope.past_hyphen(next);
    let article = matches!(scope.lower(next), "the" | "a" | "an");
    Some(next + usize::from(article))
}

/// Skips the signs of money and minus before a number.
fn to_number(scope: Scope<'_>, from: usize) -> Option<usize> {
    (from..from + 4)
        .find(|&at| may_begin(scope, at))
        .filter(|&at| {
            (from..at).all(|at| {
                scope.is(at, Shape::Mark) && !matches!(scope.lower(at), "," | ";" | ")" | "(")
                    || matches!(
                        scope.lower(at),
                        "minus" | "negative" | "us" | "hk" | "usd" | "eur"
                    )
            })
        })
}

/// The amount that ends a range which another begins. Gives the first and
/// the last, in one unit and with the scale they share.
pub(super) fn range(
    scope: Scope<'_>,
    first: &Amount,
    opening: Option<Opening>,
) -> Option<(Amount, Amount)> {
    if matches!(first.kind, Kind::Open | Kind::Couple | Kind::Times) {
        return None;
    }
    let from = second(scope, first.tokens.end, opening)?;
    let at = to_number(scope, from)?;
    if refusals::skip(scope, at).is_some() && !scope.glued(at) {
        return None;
    }
    let last = amount(scope.after(from), at, true)?;
    if last.tokens.start != from {
        return None;
    }
    // "up a third to 2 million" is a change, not a range.
    if first.kind == Kind::Part && last.kind != Kind::Part && last.unit.is_none() {
        return None;
    }
    let (first, last) = matched(scope, first.clone(), last)?;
    let either = scope.lower(first.tokens.end) == "or";
    let near = !either || last.value <= first.value * 2.0 + 1.0;
    let counted_apart = first.unit.is_none() && is_score(scope, &first, &last, opening);
    (first.value < last.value && near && !counted_apart).then_some((first, last))
}

/// Gives both ends the unit and the scale that one of them has.
fn matched(scope: Scope<'_>, mut first: Amount, mut last: Amount) -> Option<(Amount, Amount)> {
    let ordinals = (first.kind == Kind::Ordinal) == (last.kind == Kind::Ordinal);
    if !ordinals || matches!(last.kind, Kind::Open | Kind::Couple | Kind::Times) {
        return None;
    }
    match (first.unit, last.unit) {
        (None, unit) => first.unit = unit,
        (unit, None) => last.unit = unit,
        (Some(one), Some(other)) if one == other => {}
        (Some(one), Some(other)) if one.ends_with(other) => last.unit = Some(one),
        _ => return None,
    }
    let mantissa = last.value / last.scale;
    let word = scope.is(first.tokens.end.wrapping_sub(1), Shape::Word);
    if last.scale > 1.0
        && first.scale <= 1.0
        && first.value < mantissa
        && !(word && first.value > 100.0)
    {
        first.value *= last.scale;
    }
    Some((first, last))
}

/// "won 2-3", "a 4-5 vote" give what each side has.
fn is_score(scope: Scope<'_>, first: &Amount, last: &Amount, opening: Option<Opening>) -> bool {
    let marked = scope.is(first.tokens.end, Shape::Mark);
    let near = |word: &str| SCORES.binary_search(&word).is_ok();
    marked
        && opening.is_none()
        && (near(scope.before(first.tokens.start)) || near(scope.lower(last.tokens.end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(SCORES.is_sorted());
    }
}
