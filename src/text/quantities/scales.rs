//! Thousands, millions and dozens: as words and letters behind a number, and
//! as plurals that leave the number open.

use super::numbers::{Kind, Number};
use super::scope::Scope;
use super::units;
use super::words::{Form, Size, number_word};
use crate::text::reading::Shape;

/// Lets a number take the scale behind it: "1.2 million", "$4.5bn", "10k".
pub(super) fn take(scope: Scope<'_>, number: &mut Number, money: bool) {
    let at = number.tokens.end;
    let index = scope.past_hyphen(at);
    if scope.apart(index) {
        let Some(word) = number_word(scope.lower(index)) else {
            spaced_letters(scope, number, money);
            return;
        };
        let counts = matches!(word.size, Size::Scale | Size::Hundred | Size::Dozen);
        if !counts || !matches!(word.form, Form::Cardinal | Form::Plural) {
            return;
        }
        grow(number, word.value, index + 1);
        // "100 thousand million"
        let next = number_word(scope.lower(index + 1));
        if let Some(next) = next
            && next.size == Size::Scale
            && next.form == Form::Cardinal
            && !scope.glued(index + 1)
        {
            grow(number, next.value, index + 2);
        }
    } else if scope.glued(at)
        && scope.is(at, Shape::Word)
        && !scope.glued_letters_go_on(at)
        && let Some(value) = letters(scope, at, number.value, money)
    {
        grow(number, value, at + 1);
    }
}

fn grow(number: &mut Number, by: f64, end: usize) {
    number.value *= by;
    number.scale *= by;
    number.tokens.end = end;
    number.kind = Kind::Plain;
}

/// The letters that stand for a scale a space away: "10 k", "$3 bn".
fn spaced_letters(scope: Scope<'_>, number: &mut Number, money: bool) {
    let at = number.tokens.end;
    let value = match scope.lower(at) {
        "bn" | "bln" => 1e9,
        "mn" | "mln" => 1e6,
        "tn" | "trn" => 1e12,
        "k" => 1e3,
        "m" if money => 1e6,
        "b" if money => 1e9,
        _ => return,
    };
    if !scope.glued(at + 1) || scope.is(at + 1, Shape::Mark) {
        grow(number, value, at + 1);
    }
}

/// What letters right behind digits multiply by. An "m" may also be metres
/// and a "t" tonnes, a "G" a generation of telephones.
fn letters(scope: Scope<'_>, at: usize, value: f64, money: bool) -> Option<f64> {
    Some(match scope.word(at) {
        "K" | "k" => 1e3,
        "m" if !money && is_metres(scope, at + 1) => return None,
        "m" | "M" | "mn" | "mln" | "MM" | "mm" if money => 1e6,
        "m" | "M" | "mn" | "mln" => 1e6,
        "b" | "B" | "bn" | "Bn" | "BN" | "bln" => 1e9,
        "tn" | "trn" | "trln" | "T" => 1e12,
        "t" if money => 1e12,
        "G" if value >= 10.0 => 1e9,
        _ => return None,
    })
}

/// Whether what follows "100m" is about a length.
fn is_metres(scope: Scope<'_>, next: usize) -> bool {
    let next = scope.past_hyphen(next);
    matches!(
        scope.lower(next),
        "above"
            | "across"
            | "apart"
            | "away"
            | "back"
            | "backstroke"
            | "below"
            | "breaststroke"
            | "butterfly"
            | "deep"
            | "dash"
            | "final"
            | "freestyle"
            | "high"
            | "hurdles"
            | "long"
            | "medley"
            | "race"
            | "races"
            | "record"
            | "relay"
            | "sprint"
            | "tall"
            | "wide"
            | "x"
            | "²"
            | "³"
            | "/"
    )
}

/// Reads "dozens", "tens of thousands", "several hundred": at least two of
/// what is counted, and no end.
pub(super) fn open(scope: Scope<'_>, at: usize) -> Option<Number> {
    let (value, mut start) = match scope.lower(at) {
        "scores" if scope.lower(at + 1) == "of" => (20.0, at),
        word => {
            let word = number_word(word)?;
            let start = several(scope, at);
            let counts = matches!(word.size, Size::Dozen | Size::Hundred | Size::Scale);
            match word.form {
                Form::Plural if word.size == Size::Teen => {
                    return tens(scope, at, word.value);
                }
                Form::Plural => (word.value, start.unwrap_or(at)),
                Form::Cardinal if counts => (word.value, start?),
                _ => return None,
            }
        }
    };
    let mut number = Number::new(at..at + 1, value * 2.0, Kind::Open);
    if let Some(more) = several(scope, at) {
        start = more;
    }
    number.tokens.start = start;
    go_on(scope, &mut number);
    Some(number)
}

/// "tens of thousands". Tens of something else are too few to be meant.
fn tens(scope: Scope<'_>, at: usize, value: f64) -> Option<Number> {
    let mut number = Number::new(at..at + 1, value * 2.0, Kind::Open);
    go_on(scope, &mut number);
    (number.tokens.end > at + 1).then_some(number)
}

/// Takes the scales behind: "of thousands", "hundred thousand".
fn go_on(scope: Scope<'_>, number: &mut Number) {
    for _ in 0..3 {
        let end = number.tokens.end;
        let at = end + usize::from(scope.lower(end) == "of");
        let Some(word) = number_word(scope.lower(at)) else {
            return;
        };
        let goes_on = at > end && word.form == Form::Plural
            || at == end && word.form == Form::Cardinal && !scope.glued(at);
        if !goes_on || !matches!(word.size, Size::Hundred | Size::Scale | Size::Dozen) {
            return;
        }
        number.value *= word.value;
        number.tokens.end = at + 1;
    }
}

/// Where "several" or "a few" before a word begins.
fn several(scope: Scope<'_>, at: usize) -> Option<usize> {
    match scope.before(at) {
        "several" | "many" => Some(at - 1),
        "few" => scope
            .back(at, &["a", "few"])
            .or_else(|| scope.back(at, &["few"])),
        _ => None,
    }
}

/// "a couple of days", "a couple of hundred". A couple alone are two people.
pub(super) fn couple(scope: Scope<'_>, at: usize) -> Option<Number> {
    if scope.before(at) != "a" {
        return None;
    }
    let of = scope.lower(at + 1) == "of";
    let next = at + 1 + usize::from(of);
    let word = number_word(scope.lower(next))
        .filter(|word| matches!(word.size, Size::Hundred | Size::Scale | Size::Dozen));
    if let Some(word) = word {
        let mut number = Number::new(at - 1..next + 1, 2.0 * word.value, Kind::Couple);
        number.scale = word.value;
        return Some(number);
    }
    if scope.lower(next) == "the" {
        return None;
    }
    of.then(|| Number::new(at - 1..next, 2.0, Kind::Couple))
}

/// "a dozen", "two dozen", "half a dozen" is read with its part.
pub(super) fn dozen(scope: Scope<'_>, at: usize) -> Option<Number> {
    let word = number_word(scope.lower(at))?;
    if word.size == Size::Dozen {
        let article = matches!(scope.before(at), "a" | "one");
        return Some(Number::new(
            at - usize::from(article)..at + 1,
            12.0,
            Kind::Plain,
        ));
    }
    let mut end = scope.past_hyphen(at + 1);
    let mut count = word.value;
    if word.size == Size::Tens
        && let Some(digit) = number_word(scope.lower(end))
        && digit.size == Size::Digit
    {
        count += digit.value;
        end = scope.past_hyphen(end + 1);
    }
    let small = matches!(word.size, Size::Digit | Size::Teen | Size::Tens);
    let dozens = matches!(scope.lower(end), "dozen" | "dozens");
    (word.form == Form::Cardinal && small && dozens)
        .then(|| Number::new(at..end + 1, count * 12.0, Kind::Plain))
}

/// The unit of an open number: "tens of thousands of people".
pub(super) fn of_unit(scope: Scope<'_>, end: usize) -> Option<(usize, &'static str)> {
    if scope.lower(end) != "of" {
        return None;
    }
    units::spaced(scope, end + 1, false)
}
