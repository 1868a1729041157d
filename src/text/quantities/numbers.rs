//! One number as a text writes it, in digits, in words or in both, without
//! its unit and without what is said about it.

use std::ops::Range;

use super::scope::Scope;
use super::spelled::spelled;
use super::words::{
    Form, Size, begins_number, fold, fraction_mark, multiple, multiple_of, number_word,
};
use super::{digits, parts, pronouns, refusals, scales};
use crate::text::reading::Shape;

/// What kind of number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It counts or measures.
    Plain,
    /// A part of a whole: "two-thirds", "one in five".
    Part,
    /// It gives a place in an order.
    Ordinal,
    /// A plural without a number: "dozens", "several hundred".
    Open,
    /// "a couple".
    Couple,
    /// "tenfold", "twice".
    Times,
}

/// A number without sign and unit.
#[derive(Debug, Clone)]
pub(super) struct Number {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// What it is worth; of an open number the least.
    pub(super) value: f64,
    /// What kind it is.
    pub(super) kind: Kind,
    /// What the "million" behind it multiplies by, else 1.
    pub(super) scale: f64,
    /// Whether it is written in words, so that no letters follow for a unit.
    pub(super) spelled: bool,
}

impl Number {
    /// A number written otherwise than in words or with a scale.
    pub(super) fn new(tokens: Range<usize>, value: f64, kind: Kind) -> Self {
        Self {
            tokens,
            value,
            kind,
            scale: 1.0,
            spelled: true,
        }
    }
}

/// Whether a number may begin at an index.
pub(super) fn may_begin(scope: Scope<'_>, at: usize) -> bool {
    if scope.is(at, Shape::Digits) {
        return true;
    }
    if scope.is(at, Shape::Word) {
        return begins_number(scope.lower(at));
    }
    fraction_mark(scope.word(at)).is_some()
}

/// Reads the number at an index. `money` says that a sign of money stands
/// before it, `ands` whether an "and" may stand in it.
pub(super) fn number(scope: Scope<'_>, at: usize, money: bool, ands: bool) -> Option<Number> {
    let mut number = if scope.is(at, Shape::Digits) {
        in_digits(scope, at, money)?
    } else if let Some(part) = fraction_mark(scope.word(at)) {
        let mut number = Number::new(at..at + 1, part, Kind::Part);
        scales::take(scope, &mut number, money);
        number
    } else {
        in_words(scope, at, ands)?
    };
    times(scope, &mut number);
    number.value.is_finite().then_some(number)
}

fn in_digits(scope: Scope<'_>, at: usize, money: bool) -> Option<Number> {
    if refusals::is_name_part(scope, at) {
        return None;
    }
    let bare_point = scope.before(at) == "." && scope.glued(at) && !is_sentence_end(scope, at - 1);
    let (start, numeral) = if bare_point {
        (at - 1, digits::decimals(scope, at)?)
    } else {
        (at, digits::numeral(scope, at)?)
    };
    let mut number = Number::new(start..numeral.end, numeral.value, Kind::Plain);
    number.spelled = false;
    if is_ordinal_ending(scope, numeral.end) && numeral.whole {
        number.tokens.end += 1;
        number.kind = Kind::Ordinal;
        return Some(number);
    }
    scales::take(scope, &mut number, money);
    if refusals::has_tail(scope, number.tokens.end) {
        return None;
    }
    if numeral.whole && number.scale < 2.0 {
        if let Some((end, part)) = parts::added(scope, number.tokens.end) {
            number.value += part;
            number.tokens.end = end;
        } else {
            ratio(scope, &mut number);
        }
    }
    if !numeral.whole && numeral.value < 1.0 && number.scale < 2.0 {
        let before = number.tokens.end;
        parts::widen(scope, &mut number);
        if number.tokens.end == before && scope.lower(at + 1) == "/" {
            number.kind = Kind::Part;
        }
    }
    Some(number)
}

/// Whether a point ends what stands before it, so that no decimals follow.
fn is_sentence_end(scope: Scope<'_>, point: usize) -> bool {
    scope.glued(point)
        && point.checked_sub(1).is_some_and(|before| {
            !matches!(
                scope.anywhere(before),
                "-" | "\u{2212}" | "(" | "$" | "£" | "€" | "<" | ">" | "~"
            )
        })
}

fn is_ordinal_ending(scope: Scope<'_>, at: usize) -> bool {
    scope.glued(at) && matches!(scope.lower(at), "st" | "nd" | "rd" | "th")
}

fn in_words(scope: Scope<'_>, at: usize, ands: bool) -> Option<Number> {
    let lower = scope.lower(at);
    if scope.glued(at) && !scope.before(at).starts_with(joins_word) {
        return None;
    }
    // "a multi-million deal" says no number.
    if scope.before(at) == "-" && scope.before(at.saturating_sub(1)) == "multi" {
        return None;
    }
    if let Some(number) = multiples(scope, at) {
        return Some(number);
    }
    if lower == "couple" {
        return scales::couple(scope, at);
    }
    if let Some(number) = parts::single(scope, at) {
        return Some(number);
    }
    if let Some(number) = scales::open(scope, at) {
        return Some(number);
    }
    if pronouns::is_pronoun(scope, at) {
        return None;
    }
    if let Some(number) = scales::dozen(scope, at) {
        return Some(number);
    }
    let read = spelled(scope, at, ands)?;
    let start = at - usize::from(takes_article(scope, at));
    let mut number = Number::new(start..read.end, read.value, Kind::Plain);
    number.scale = read.scale;
    if read.ordinal {
        number.kind = Kind::Ordinal;
        number.tokens.start = if start < at && read.end == at + 1 {
            at
        } else {
            start
        };
        let one = read.end > at + 1 && (0.5..1.5).contains(&first_value(scope, at));
        if !one || scope.before(at) == "the" {
            return Some(number);
        }
    }
    if read.whole {
        finish(scope, at, &mut number);
    }
    (number.kind != Kind::Ordinal || number.tokens.end > at + 1).then_some(number)
}

/// What a word may stand right behind and still begin a number.
fn joins_word(c: char) -> bool {
    !c.is_alphanumeric() && !matches!(c, '\'' | '\u{2019}' | '.' | '@' | '#' | '_' | '/')
}

fn first_value(scope: Scope<'_>, at: usize) -> f64 {
    number_word(scope.lower(at)).map_or(0.0, |word| word.value)
}

/// Whether "a" before a word counts it: "a hundred".
fn takes_article(scope: Scope<'_>, at: usize) -> bool {
    matches!(scope.before(at), "a" | "an")
        && number_word(scope.lower(at))
            .is_some_and(|word| matches!(word.size, Size::Hundred | Size::Scale | Size::Dozen))
}

/// What may follow a number in words: its parts, a dozen, a ratio.
fn finish(scope: Scope<'_>, at: usize, number: &mut Number) {
    // "one hundredth" is a part, unlike "two hundredth".
    if number.kind == Kind::Ordinal {
        if let Some((end, part)) = parts::denominator(scope, at + 1, 1.0)
            && end == number.tokens.end
        {
            number.value = part;
            number.scale = 1.0;
            number.kind = Kind::Part;
        }
        return;
    }
    let end = number.tokens.end;
    if let Some((end, part)) = parts::denominator(scope, end, number.value) {
        number.value *= part;
        number.tokens.end = end;
        number.kind = Kind::Part;
        parts::widen(scope, number);
    } else if let Some((end, part)) = parts::added(scope, end) {
        let half_of_scale =
            number.scale > 1.0 && matches!(scope.lower(end - 1), "half" | "quarter");
        number.value += part * if half_of_scale { number.scale } else { 1.0 };
        number.tokens.end = end;
        scales::take(scope, number, false);
    } else if number.scale < 2.0 {
        ratio(scope, number);
    }
}

/// Makes "one" of "one in five" a fifth.
fn ratio(scope: Scope<'_>, number: &mut Number) {
    let Some(at) = parts::out_of(scope, number.tokens.end) else {
        return;
    };
    let over = scope.lower(scope.past_hyphen(number.tokens.end)) == "over";
    let (end, whole) = if scope.is(at, Shape::Digits) {
        let Some(numeral) = digits::numeral(scope, at).filter(|numeral| numeral.whole) else {
            return;
        };
        let glued_on = scope.glued(numeral.end) && !scope.is(numeral.end, Shape::Mark);
        if glued_on {
            return;
        }
        (numeral.end, numeral.value)
    } else {
        match spelled(scope, at, false) {
            Some(read) if !read.ordinal => (read.end, read.value),
            _ => return,
        }
    };
    let year = scope.is(at, Shape::Digits) && (1500.0..2200.0).contains(&whole) && end == at + 1;
    if number.value >= whole || number.value < 0.5 || year || is_measured(scope, end, over) {
        return;
    }
    number.value /= whole;
    number.tokens.end = end;
    number.kind = Kind::Part;
}

/// Whether a unit follows, so that "three in ten days" is no ratio. After
/// "over", any word that goes on with the sentence forbids it.
fn is_measured(scope: Scope<'_>, end: usize, over: bool) -> bool {
    let at = scope.past_hyphen(end);
    super::units::measure(scope.lower(at)).is_some()
        || matches!(
            scope.lower(at),
            "%" | "percent" | "per" | "$" | "million" | "billion"
        )
        || over && scope.is(at, Shape::Word)
}

/// "twice", "tenfold", "double the".
fn multiples(scope: Scope<'_>, at: usize) -> Option<Number> {
    let word = scope.lower(at);
    let value = multiple(word).or_else(|| fold(word)).or_else(|| {
        let of = matches!(
            scope.lower(at + 1),
            "the" | "that" | "what" | "its" | "their" | "his" | "her" | "those" | "this" | "last"
        );
        multiple_of(word).filter(|_| of)
    })?;
    Some(Number::new(at..at + 1, value, Kind::Times))
}

/// Takes "-fold" or "x" behind a number.
fn times(scope: Scope<'_>, number: &mut Number) {
    if !matches!(number.kind, Kind::Plain) {
        return;
    }
    let at = number.tokens.end;
    let next = scope.past_hyphen(at);
    let folds = scope.lower(next) == "fold" && (next > at || !scope.glued(at));
    let end_of_word = !scope.glued(at + 1) || scope.is(at + 1, Shape::Mark);
    let crossed = matches!(scope.lower(at), "x" | "×") && scope.glued(at) && end_of_word;
    if folds || crossed && !number.spelled {
        number.tokens.end = next + 1;
        number.kind = Kind::Times;
    }
}

/// Whether a word counts, so that what stands before it belongs to it.
pub(super) fn counts(word: &str) -> bool {
    number_word(word).is_some_and(|word| word.form == Form::Cardinal)
}
