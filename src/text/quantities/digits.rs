//! Numbers in digits: groups of three, decimals, powers and fractions.

use super::scope::Scope;
use super::words::fraction_mark;
use crate::text::reading::Shape;

/// More groups are no number that anybody reads; without a limit, a number too
/// great to hold would be read again from each of its groups.
const MOST_GROUPS: usize = 12;

/// A number in digits, without its sign.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numeral {
    /// One past its last token.
    pub(super) end: usize,
    /// What it is worth.
    pub(super) value: f64,
    /// Whether it has neither decimals nor a fraction.
    pub(super) whole: bool,
}

/// Reads the number that begins with the digits at an index. `None` when the
/// digits are no number: "007", "1.2.3".
pub(super) fn numeral(scope: Scope<'_>, at: usize) -> Option<Numeral> {
    if !scope.is(at, Shape::Digits) {
        return None;
    }
    let plain = plain(scope, at)?;
    let powered = power(scope, plain)?;
    let found = fraction(scope, at, powered).unwrap_or(powered);
    found.value.is_finite().then_some(found)
}

/// Reads decimals without a number before them: the "08" of ".08".
pub(super) fn decimals(scope: Scope<'_>, at: usize) -> Option<Numeral> {
    let digits = scope.word(at);
    let value = format!("0.{digits}").parse().ok()?;
    Some(Numeral {
        end: at + 1,
        value,
        whole: false,
    })
}

/// Digits with their groups and decimals.
fn plain(scope: Scope<'_>, at: usize) -> Option<Numeral> {
    let first = scope.word(at);
    let (grouped, separator) = groups(scope, at);
    if first.len() > 1 && first.starts_with('0') {
        return None;
    }
    let point = if separator == Some(".") { "," } else { "." };
    let mut written: String = (at..grouped)
        .filter(|&index| scope.is(index, Shape::Digits))
        .map(|index| scope.word(index))
        .collect();
    let mut end = grouped;
    let decimal = follows(scope, grouped, point).is_some()
        || (separator.is_none() && is_decimal_comma(scope, grouped));
    if decimal {
        written.push('.');
        written.push_str(scope.word(grouped + 1));
        end = grouped + 2;
        // A version or an address has another point.
        if point == "." && follows(scope, end, ".").is_some() {
            return None;
        }
    }
    let value: f64 = written.parse().ok()?;
    value.is_finite().then_some(Numeral {
        end,
        value,
        whole: !decimal,
    })
}

/// How many digits stand right behind a mark at an index.
fn follows(scope: Scope<'_>, at: usize, mark: &str) -> Option<usize> {
    let joined = scope.glued_to(at, mark) && scope.glued(at + 1);
    (joined && scope.is(at + 1, Shape::Digits)).then(|| scope.word(at + 1).len())
}

/// Where the groups of three end that begin at an index, and what parts them.
fn groups(scope: Scope<'_>, at: usize) -> (usize, Option<&'static str>) {
    let first = scope.word(at).len();
    let next = at + 1;
    if first > 3 {
        return (next, None);
    }
    for (mark, fewest) in [(",", 1), (".", 2), ("'", 1), ("\u{2019}", 1)] {
        let mut end = next;
        while follows(scope, end, mark) == Some(3) && end < next + 2 * MOST_GROUPS {
            end += 2;
        }
        if end >= next + 2 * fewest {
            return (end, Some(mark));
        }
    }
    // Lakhs and crores: 12,34,567.
    let mut end = next;
    while follows(scope, end, ",") == Some(2) && end < next + 2 * MOST_GROUPS {
        end += 2;
    }
    if end > next && follows(scope, end, ",") == Some(3) {
        return (end + 2, Some(","));
    }
    match spaced_groups(scope, next) {
        end if end > next => (end, Some(" ")),
        _ => (next, None),
    }
}

/// Where groups end that are parted by spaces. An ordinary space parts groups
/// only when there are several, or a round thousand.
fn spaced_groups(scope: Scope<'_>, next: usize) -> usize {
    let mut end = next;
    let mut ordinary = false;
    while scope.is(end, Shape::Digits) && scope.word(end).len() == 3 && end < next + MOST_GROUPS {
        match scope.gap(end) {
            "\u{a0}" | "\u{2009}" | "\u{202f}" => {}
            " " => ordinary = true,
            _ => break,
        }
        end += 1;
    }
    let apart = !scope.glued(end) || !scope.is(end, Shape::Word);
    let another = scope.is(end, Shape::Digits) && scope.gap(end) == " ";
    let sure = !ordinary || (end > next + 1 || scope.word(next) == "000") && !another;
    if sure && apart { end } else { next }
}

/// Whether a comma parts decimals here, which English texts do by mistake or
/// in translation: "1,5 million", "3,2%".
fn is_decimal_comma(scope: Scope<'_>, at: usize) -> bool {
    matches!(follows(scope, at, ","), Some(1 | 2))
        && matches!(
            scope.lower(at + 2),
            "%" | "€" | "million" | "billion" | "trillion" | "bn" | "percent" | "euros" | "euro"
        )
}

/// The number with its power: "1e10", "10^6", "10⁶". `None` when the power is
/// too great to count.
fn power(scope: Scope<'_>, base: Numeral) -> Option<Numeral> {
    let at = base.end;
    let mark = scope.lower(at);
    let raised = |end: usize, value: f64| {
        value.is_finite().then_some(Numeral {
            end,
            value,
            whole: false,
        })
    };
    if scope.glued(at) && matches!(mark, "e" | "^") {
        let signed = matches!(scope.lower(at + 1), "-" | "+") && scope.glued(at + 1);
        let digits = at + 1 + usize::from(signed);
        let apart = !(scope.glued(digits + 1) && scope.is(digits + 1, Shape::Word));
        if scope.is(digits, Shape::Digits) && scope.glued(digits) && apart {
            let size: i32 = scope.word(digits).parse().ok()?;
            let minus = scope.lower(at + 1) == "-";
            let exponent = if minus { -size } else { size };
            let value = if mark == "^" {
                base.value.powi(exponent)
            } else {
                format!("{}e{exponent}", base.value).parse().ok()?
            };
            return raised(digits + 1, value);
        }
    }
    let (end, exponent) = superscript(scope, at);
    if end > at && base.whole && (9.5..10.5).contains(&base.value) {
        return raised(end, 10_f64.powi(exponent));
    }
    Some(base)
}

/// The raised digits at an index. Behind another number than ten they are the
/// mark of a footnote.
fn superscript(scope: Scope<'_>, at: usize) -> (usize, i32) {
    let mut end = at;
    let mut exponent = 0_i32;
    while scope.glued(end) && end < at + 3 {
        let Some(digit) = "⁰¹²³⁴⁵⁶⁷⁸⁹"
            .chars()
            .zip(0..)
            .find(|(c, _)| scope.word(end).starts_with(*c))
        else {
            break;
        };
        exponent = exponent * 10 + digit.1;
        end += 1;
    }
    (end, exponent)
}

/// The number as or with a fraction: "3/4", "1 1/2", "1-1/2", "2½".
fn fraction(scope: Scope<'_>, at: usize, numeral: Numeral) -> Option<Numeral> {
    if !numeral.whole {
        return None;
    }
    let end = numeral.end;
    if let Some(part) = fraction_mark(scope.word(end)) {
        return Some(with(numeral, end + 1, part));
    }
    if end == at + 1
        && let Some((end, value)) = simple(scope, at)
    {
        return Some(Numeral {
            end,
            value,
            whole: false,
        });
    }
    let next = scope.past_hyphen(end);
    if next == end && scope.glued(end) {
        return None;
    }
    let (end, part) = simple(scope, next).filter(|(_, part)| *part < 1.0)?;
    Some(with(numeral, end, part))
}

fn with(whole: Numeral, end: usize, part: f64) -> Numeral {
    Numeral {
        end,
        value: whole.value + part,
        whole: false,
    }
}

/// One number over another: "3/4". More slashes make a date.
pub(super) fn simple(scope: Scope<'_>, at: usize) -> Option<(usize, f64)> {
    let slash = matches!(scope.lower(at + 1), "/" | "\u{2044}") && scope.glued(at + 1);
    let over = scope.is(at + 2, Shape::Digits) && scope.glued(at + 2);
    if !slash || !over || !scope.is(at, Shape::Digits) || scope.glued_to(at + 3, "/") {
        return None;
    }
    let parts: f64 = scope.word(at).parse().ok()?;
    let of: f64 = scope.word(at + 2).parse().ok()?;
    let value = parts / of;
    (of > 0.0 && value.is_finite()).then_some((at + 3, value))
}
