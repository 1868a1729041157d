//! Parts of one: halves, quarters, thirds, and so many in so many.

use super::digits;
use super::numbers::{Kind, Number};
use super::scope::Scope;
use super::words::{Form, NumberWord, Size, fraction_mark, number_word};
use crate::text::reading::Shape;

/// The words before "half" that make it one of two pieces: "the second half".
const PIECES: &[&str] = &[
    "back", "best", "better", "bottom", "closing", "each", "eastern", "final", "first", "front",
    "inner", "last", "latter", "left", "lower", "northern", "opening", "other", "outer", "right",
    "second", "southern", "that", "the", "this", "top", "upper", "western", "winning", "worst",
];

/// The words that follow a part in a sentence. After "a third", any other
/// word is a thing that is third.
const AFTER_PART: &[&str] = &[
    "all", "and", "are", "as", "at", "because", "believe", "between", "but", "by", "cheaper",
    "compared", "did", "do", "down", "faster", "fewer", "for", "from", "had", "has", "have",
    "higher", "if", "in", "is", "larger", "less", "longer", "lower", "more", "of", "off", "on",
    "or", "over", "said", "say", "says", "since", "slower", "smaller", "support", "than", "that",
    "the", "their", "they", "think", "to", "up", "want", "was", "were", "when", "while", "who",
    "will", "with", "would",
];

/// What one of a word's parts is worth, and whether the word counts several.
fn part(scope: Scope<'_>, at: usize) -> Option<(f64, bool)> {
    match scope.lower(at) {
        "half" => Some((0.5, false)),
        "halves" => Some((0.5, true)),
        "quarter" => Some((0.25, false)),
        "quarters" => Some((0.25, true)),
        word => match number_word(word)? {
            NumberWord {
                value,
                form: Form::Parts,
                ..
            } => Some((1.0 / value, true)),
            NumberWord {
                value,
                form: Form::Ordinal,
                ..
            } if value > 2.0 => Some((1.0 / value, false)),
            _ => None,
        },
    }
}

/// Where the denominator ends that follows a count, and what a part of it is
/// worth: the "thirds" of "two thirds". One part takes the singular.
pub(super) fn denominator(scope: Scope<'_>, at: usize, count: f64) -> Option<(usize, f64)> {
    let index = scope.past_hyphen(at);
    if index == at && scope.glued(at) || !(0.5..1000.0).contains(&count) {
        return None;
    }
    // "three hundred thousandths" counts parts by a word before.
    let (scaled, index) = match number_word(scope.lower(index)) {
        Some(word) if word.form == Form::Cardinal && word.size == Size::Hundred => {
            (word.value, scope.past_hyphen(index + 1))
        }
        _ => (1.0, index),
    };
    let (value, several) = part(scope, index)?;
    let one = count < 1.5;
    let fits = one || several || is_quarter(scope, index) && scaled < 2.0;
    let scaled_fits = scaled < 2.0 || several;
    (fits && scaled_fits).then_some((index + 1, value / scaled))
}

/// "three-quarter", "three quarter hours"
fn is_quarter(scope: Scope<'_>, at: usize) -> bool {
    let timed = super::units::measure(scope.lower(at + 1)).is_some();
    scope.lower(at) == "quarter" && (timed || scope.hyphen(at.wrapping_sub(1)))
}

/// Whether a singular part is one, by the word after it: "a third of voters"
/// but "a third man".
fn is_part(scope: Scope<'_>, next: usize) -> bool {
    let word = scope.lower(next);
    !scope.is(next, Shape::Word) && word != "-" && !scope.is(next, Shape::Digits)
        || AFTER_PART.binary_search(&word).is_ok()
}

/// Reads "half", "a quarter" and "a third", which begin at an index.
pub(super) fn single(scope: Scope<'_>, at: usize) -> Option<Number> {
    let before = at
        .checked_sub(1)
        .map_or("", |before| scope.anywhere(before));
    let article = matches!(scope.before(at), "a" | "an");
    let (start, end, value) = match scope.lower(at) {
        "half" if PIECES.binary_search(&before).is_ok() || is_place(before) => return None,
        "half" if scope.hyphen(at + 1) && !joins(scope, at + 2) => return None,
        "half" => (at - usize::from(article), at + 1, 0.5),
        "quarter" if article && !scope.hyphen(at + 1) => (at - 1, at + 1, 0.25),
        "quarter" => return None,
        _ if !article => return None,
        _ => {
            let (value, several) = part(scope, at)?;
            if several || !is_part(scope, at + 1) {
                return None;
            }
            (at - 1, at + 1, value)
        }
    };
    let mut number = Number::new(start..end, value, Kind::Part);
    widen(scope, &mut number);
    Some(number)
}

fn is_place(word: &str) -> bool {
    number_word(word).is_some_and(|word| word.form == Form::Ordinal)
}

/// Whether "half-" may stand before a word: "half-million", "half-hour".
fn joins(scope: Scope<'_>, at: usize) -> bool {
    number_word(scope.lower(at)).is_some() || super::units::measure(scope.lower(at)).is_some()
}

/// Lets a part take part of a million or a dozen: "half a million", "quarter
/// of a million".
pub(super) fn widen(scope: Scope<'_>, number: &mut Number) {
    let mut at = scope.past_hyphen(number.tokens.end);
    if scope.lower(at) == "of" {
        at += 1;
        if scope.lower(at) != "a" {
            return;
        }
    }
    if scope.lower(at) == "a" {
        at += 1;
    }
    if at == number.tokens.end && scope.glued(at) {
        return;
    }
    let Some(word) = number_word(scope.lower(at)) else {
        return;
    };
    if word.form == Form::Cardinal && matches!(word.size, Size::Scale | Size::Dozen | Size::Hundred)
    {
        number.value *= word.value;
        number.tokens.end = at + 1;
        number.kind = Kind::Plain;
    }
}

/// The part that is added to a number: "and a half", "and two thirds", "and
/// 3/4".
pub(super) fn added(scope: Scope<'_>, at: usize) -> Option<(usize, f64)> {
    let at = scope.past_hyphen(at);
    if scope.lower(at) != "and" {
        return None;
    }
    let at = scope.past_hyphen(at + 1);
    if let Some(value) = fraction_mark(scope.word(at)) {
        return Some((at + 1, value));
    }
    if let Some((end, value)) = digits::simple(scope, at) {
        return (value < 1.0).then_some((end, value));
    }
    match scope.lower(at) {
        "half" => Some((at + 1, 0.5)),
        "a" | "an" => {
            let next = scope.past_hyphen(at + 1);
            let (value, several) = part(scope, next)?;
            let sure = matches!(scope.lower(next), "half" | "quarter");
            (!several && (sure || is_part(scope, next + 1))).then_some((next + 1, value))
        }
        word => {
            let count = number_word(word)?;
            if count.form != Form::Cardinal || count.size != Size::Digit {
                return None;
            }
            let (end, value) = denominator(scope, at + 1, count.value)?;
            let value = value * count.value;
            (value < 1.0).then_some((end, value))
        }
    }
}

/// Where the words end that lead from a count to the whole: "in", "out of",
/// "over", "in every".
pub(super) fn out_of(scope: Scope<'_>, at: usize) -> Option<usize> {
    let index = scope.past_hyphen(at);
    let next = match scope.lower(index) {
        "in" | "over" => index + 1,
        "out" if scope.lower(index + 1) == "of" => index + 2,
        _ => return None,
    };
    let next = next + usize::from(matches!(scope.lower(next), "every" | "each" | "a"));
    Some(scope.past_hyphen(next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        assert!(PIECES.is_sorted() && AFTER_PART.is_sorted());
    }
}
