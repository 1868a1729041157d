//! The unit behind a number: a sign, letters, or words.

use super::counted::{QUALITIES, counted};
use super::measures::{LETTERS, PHRASES, WORDS};
use super::money;
use super::scope::Scope;
use crate::text::reading::Shape;

/// One past the last token of a unit, and its name.
pub(super) type Unit = (usize, &'static str);

/// The unit that a lower-case word of measure names.
pub(super) fn measure(word: &str) -> Option<&'static str> {
    let index = WORDS.binary_search_by(|entry| entry.0.cmp(word)).ok()?;
    WORDS.get(index).map(|entry| entry.1)
}

fn letters(word: &str) -> Option<&'static str> {
    let index = LETTERS.binary_search_by(|entry| entry.0.cmp(word)).ok()?;
    LETTERS.get(index).map(|entry| entry.1)
}

/// The unit at an index, right behind a number. `one` says that the number is
/// one, which may count a singular; `digits` that it ends in digits, which
/// letters may follow.
pub(super) fn behind(scope: Scope<'_>, at: usize, one: bool, digits: bool) -> Option<Unit> {
    if let Some(unit) = sign(scope, at) {
        return Some(unit);
    }
    if scope.hyphen(at) {
        return hyphenated(scope, at + 1);
    }
    if scope.glued(at) {
        return if digits { glued(scope, at) } else { None };
    }
    if scope.word(at) == "US" && scope.glued_to(at + 1, "$") {
        return Some((at + 2, "US dollar"));
    }
    spaced(scope, at, one).or_else(|| {
        let lone = !matches!(
            scope.lower(at),
            "in" | "c" | "s" | "h" | "p" | "st" | "mi" | "pp"
        );
        if digits && lone {
            lettered(scope, at)
        } else {
            None
        }
    })
}

fn sign(scope: Scope<'_>, at: usize) -> Option<Unit> {
    match scope.lower(at) {
        "%" => Some((at + 1, "percent")),
        "°" => match scope.lower(at + 1) {
            "c" if scope.glued(at + 1) => Some((at + 2, "celsius")),
            "f" if scope.glued(at + 1) => Some((at + 2, "fahrenheit")),
            _ => Some((at + 1, "degree")),
        },
        "℃" => Some((at + 1, "celsius")),
        "¢" => Some((at + 1, "cent")),
        mark => {
            let unit = money::mark(mark)?;
            let opens =
                scope.is(at + 1, Shape::Digits) && (scope.glued(at + 1) || !scope.glued(at));
            (!opens).then_some((at + 1, unit))
        }
    }
}

/// A unit behind a hyphen, in the singular: "12-year-old", "200-pound".
fn hyphenated(scope: Scope<'_>, at: usize) -> Option<Unit> {
    if scope.lower(at) == "per" && scope.has(at + 1, &["-", "cent"]) {
        return Some((at + 3, "percent"));
    }
    let word = scope.lower(at);
    let end = at + 1;
    match word {
        "pound" => return Some((end, "pound weight")),
        "year" | "month" | "week" | "day" if scope.hyphen(end) => {
            let old = matches!(scope.lower(end + 1), "old" | "olds");
            return Some((if old { end + 2 } else { end }, measure(word)?));
        }
        "mile" if scope.has(end, &["-", "per", "-", "hour"]) => {
            return Some((end + 4, "mile per hour"));
        }
        _ => {}
    }
    phrase(scope, at)
        .or_else(|| measure(word).map(|unit| (end, unit)))
        .or_else(|| counted(word, true).map(|unit| (end, unit)))
        .or_else(|| lettered(scope, at).filter(|_| word.len() > 1 && word != "in"))
}

/// Letters right behind digits: "120km/h", "5ft".
pub(super) fn glued(scope: Scope<'_>, at: usize) -> Option<Unit> {
    if !scope.is(at, Shape::Word) {
        return None;
    }
    lettered(scope, at).or_else(|| {
        let unit = measure(scope.lower(at)).or_else(|| money::code(scope.word(at)))?;
        Some((at + 1, unit))
    })
}

/// A unit in letters, with what it is divided by or raised to.
fn lettered(scope: Scope<'_>, at: usize) -> Option<Unit> {
    let end = at + 1;
    let name = scope.lower(at);
    let unit = match scope.word(at) {
        // A generation of telephones, not a gram.
        "G" => return None,
        "C" => "celsius",
        "F" => "fahrenheit",
        _ => letters(name)?,
    };
    let ends = !scope.is(end, Shape::Digits) && !scope.is(end, Shape::Word) || !scope.glued(end);
    if !ends {
        return compound_follows(scope, end).then_some((end, unit));
    }
    if scope.glued_to(end, "/") && scope.glued(end + 1) {
        match (name, scope.lower(end + 1)) {
            ("km", "h" | "hr") => return Some((end + 2, "kilometre per hour")),
            ("m", "s") => return Some((end + 2, "metre per second")),
            _ => {}
        }
    }
    if scope.glued(end) {
        let raised = match (name, scope.word(end)) {
            ("km", "²") => Some("square kilometre"),
            ("m", "²") => Some("square metre"),
            ("m", "³") => Some("cubic metre"),
            _ => None,
        };
        if let Some(raised) = raised {
            return Some((end + 1, raised));
        }
    }
    Some((end, unit))
}

/// Whether digits go on with a smaller unit: the "11in" of "5ft11in".
fn compound_follows(scope: Scope<'_>, at: usize) -> bool {
    scope.is(at, Shape::Digits) && letters(scope.lower(at + 1)).is_some()
}

/// A unit in words, a space behind the number or behind an "of".
pub(super) fn spaced(scope: Scope<'_>, at: usize, one: bool) -> Option<Unit> {
    if !scope.is(at, Shape::Word) || scope.glued(at) {
        return None;
    }
    let word = scope.lower(at);
    if let Some(unit) = phrase(scope, at) {
        return Some(unit);
    }
    if matches!(word, "pound" | "pounds") && is_weight(scope, at) {
        return Some((at + 1, "pound weight"));
    }
    if let Some(unit) = measure(word).or_else(|| money::code(scope.word(at))) {
        return Some((at + 1, unit));
    }
    if let Some(unit) = counted(word, one) {
        return Some((at + 1, unit));
    }
    if QUALITIES.binary_search(&word).is_ok() && !scope.glued(at + 1) {
        return counted(scope.lower(at + 1), one).map(|unit| (at + 2, unit));
    }
    None
}

/// Whether pounds weigh something: "50 pounds of cocaine".
fn is_weight(scope: Scope<'_>, at: usize) -> bool {
    scope.lower(at + 1) == "of"
        && !matches!(
            scope.lower(at + 2),
            "taxpayers" | "public" | "taxpayer" | "our" | "their"
        )
        || (2..5).any(|back| {
            let before = at.checked_sub(back).map(|at| scope.lower(at));
            matches!(
                before,
                Some("weigh" | "weighs" | "weighed" | "weighing" | "lose" | "lost" | "gained")
            )
        })
}

fn phrase(scope: Scope<'_>, at: usize) -> Option<Unit> {
    let first = scope.lower(at);
    PHRASES
        .iter()
        .find(|(words, _)| words.first() == Some(&first) && scope.has(at, words))
        .map(|(words, unit)| (at + words.len(), *unit))
}
