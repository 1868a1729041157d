//! Numbers in words: "one hundred and twenty", "twenty-first", "three point
//! one four".

use super::scope::Scope;
use super::words::{Form, NumberWord, Size, number_word};

/// A number in words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spelled {
    /// One past its last token.
    pub(super) end: usize,
    /// What it is worth.
    pub(super) value: f64,
    /// Whether its last word gives a place in an order.
    pub(super) ordinal: bool,
    /// What its last word multiplies by; 1 when that is no "million".
    pub(super) scale: f64,
    /// Whether it counts without a fraction.
    pub(super) whole: bool,
}

/// Reads the number that begins with the word at an index. `ands` says
/// whether an "and" may stand in it, which is not so after "between".
pub(super) fn spelled(scope: Scope<'_>, at: usize, ands: bool) -> Option<Spelled> {
    let mut sum = Sum::default();
    let mut end = at;
    while let Some((index, word)) = next(scope, end, ands, &sum) {
        if !sum.takes(scope, index, word) {
            break;
        }
        sum.add(word);
        end = index + 1;
        if word.form == Form::Ordinal {
            break;
        }
    }
    if end == at {
        return None;
    }
    let value = sum.total + sum.group;
    let point = if sum.ordinal { None } else { point(scope, end) };
    let (end, value, whole) = match point {
        Some((end, part)) => (end, value + part, false),
        None => (end, value, true),
    };
    let scale = if sum.last == Some(Size::Scale) {
        sum.lowest
    } else {
        1.0
    };
    value.is_finite().then_some(Spelled {
        end,
        value,
        ordinal: sum.ordinal,
        scale,
        whole,
    })
}

/// The next word of a number, past a hyphen or an "and".
fn next(scope: Scope<'_>, end: usize, ands: bool, sum: &Sum) -> Option<(usize, NumberWord)> {
    let mut index = scope.past_hyphen(end);
    if index == end && sum.last.is_some() && scope.glued(end) {
        return None;
    }
    if scope.lower(index) == "and" {
        if !ands || !matches!(sum.last, Some(Size::Hundred | Size::Scale)) {
            return None;
        }
        index = scope.past_hyphen(index + 1);
    }
    let word = number_word(scope.lower(index))?;
    (word.form != Form::Parts).then_some((index, word))
}

/// A number as far as it is read.
#[derive(Default)]
struct Sum {
    /// What the scales read so far are worth.
    total: f64,
    /// What stands behind the last scale.
    group: f64,
    /// The last scale.
    lowest: f64,
    last: Option<Size>,
    ordinal: bool,
}

impl Sum {
    /// Whether a word goes on with the number.
    fn takes(&self, scope: Scope<'_>, index: usize, word: NumberWord) -> bool {
        if word.form == Form::Plural && self.last.is_none() {
            return false;
        }
        match word.size {
            Size::Digit | Size::Teen | Size::Tens => match self.last {
                None => true,
                Some(Size::Tens) => word.size == Size::Digit && word.value > 0.0,
                // "one hundred two hundred" are two numbers.
                Some(Size::Hundred) => {
                    word.value > 0.0 && !counts_hundreds(scope, index, word.size)
                }
                Some(Size::Scale) => word.value > 0.0,
                Some(Size::Digit | Size::Teen | Size::Dozen) => false,
            },
            Size::Dozen => false,
            Size::Hundred => match self.last {
                None => true,
                Some(Size::Digit | Size::Teen | Size::Tens) => (1.0..100.0).contains(&self.group),
                _ => false,
            },
            Size::Scale => match self.last {
                None => true,
                // So the number stays one that can be held.
                Some(Size::Scale) => self.lowest < 1e18,
                Some(_) => self.group > 0.0 && (self.total <= 0.0 || word.value < self.lowest),
            },
        }
    }

    fn add(&mut self, word: NumberWord) {
        match word.size {
            Size::Digit | Size::Teen | Size::Tens | Size::Dozen => self.group += word.value,
            Size::Hundred => self.group = self.group.max(1.0) * word.value,
            Size::Scale => {
                if self.last == Some(Size::Scale) {
                    self.total *= word.value;
                    self.lowest *= word.value;
                } else {
                    self.total += self.group.max(1.0) * word.value;
                    self.lowest = word.value;
                }
                self.group = 0.0;
            }
        }
        self.last = Some(word.size);
        self.ordinal = word.form == Form::Ordinal;
    }
}

/// Whether the word at an index, alone or with a digit, counts hundreds.
fn counts_hundreds(scope: Scope<'_>, index: usize, size: Size) -> bool {
    let hundred = |at: usize| matches!(scope.lower(at), "hundred" | "hundreds");
    let next = scope.past_hyphen(index + 1);
    hundred(next)
        || (size == Size::Tens
            && number_word(scope.lower(next)).is_some_and(|word| word.size == Size::Digit)
            && hundred(next + 1))
}

/// The decimals at an index: "point one four".
fn point(scope: Scope<'_>, at: usize) -> Option<(usize, f64)> {
    if scope.lower(at) != "point" {
        return None;
    }
    let mut end = at + 1;
    let mut digits = 0.0;
    let mut place = 1.0;
    while let Some(word) = number_word(scope.lower(end))
        && word.size == Size::Digit
        && word.form == Form::Cardinal
        && end < at + 16
    {
        place *= 10.0;
        digits = digits * 10.0 + word.value;
        end += 1;
    }
    (end > at + 1).then_some((end, digits / place))
}
