//! "150 people, twice as many as the 60 of last year": a figure, and the one
//! that it is called a multiple of.

use super::figures::{Ends, Figure};
use super::latitude::{Latitude, latitude};
use super::words::goes_on;
use crate::lint::article::Line;
use crate::model::text::Span;

/// A figure that is called a multiple of another.
#[derive(Debug)]
pub(super) struct TimesAsMany<'f, 't> {
    pub(super) number: &'f Figure<'t>,
    pub(super) base: &'f Figure<'t>,
    /// How many times as much it is said to be.
    pub(super) factor: f64,
    /// How loosely.
    pub(super) latitude: Latitude,
    /// The words of the multiple.
    pub(super) span: Span,
}

impl TimesAsMany<'_, '_> {
    /// The least and the most that the figure may be times the other. That is
    /// taken as printed: the "as many as" before it bounds nothing.
    pub(super) fn ratio(&self) -> (f64, f64) {
        let (low, high) = self.base.near();
        (
            self.number.low / high,
            self.number.high / low.max(f64::MIN_POSITIVE),
        )
    }
}

/// Reads three figures as a number, a multiple and its base.
pub(super) fn times_as_many<'f, 't>(
    line: &Line<'_>,
    three: &'f [Ends<'t>],
) -> Option<TimesAsMany<'f, 't>> {
    let [number, times, base] = three else {
        return None;
    };
    let (number, times, base) = (number.single()?, times.single()?, base.single()?);
    if times.unit != Some("times") || times.words.ends_with("fold") {
        return None;
    }
    let word = |at: usize| line.reading.lower(at);
    let end = times.tokens.end;
    let start = end.checked_sub(1 + usize::from(word(end - 1) == "times"))?;
    let (begin, latitude) = latitude(line, start)?;
    let comma = begin.checked_sub(1).filter(|&at| word(at) == ",")?;
    let told = comma >= number.tokens.end && goes_on(line, number.tokens.end..comma, 6);
    let counts = base.value > 0.0 && number.same_unit(base) && base.unit != Some("percent");
    let plain = !number.loose && !number.is_like_a_year();
    let fits = told && counts && plain && is_of(line, times, base);
    fits.then_some(TimesAsMany {
        number,
        base,
        factor: times.value,
        latitude,
        span: line.span_of(begin..end)?,
    })
}

/// Whether a multiple is one of the figure behind it: "twice as many as 60",
/// "three times the 450".
fn is_of(line: &Line<'_>, times: &Figure<'_>, base: &Figure<'_>) -> bool {
    let word = |at: usize| line.reading.lower(at);
    let (from, to) = (times.tokens.end, base.tokens.start);
    // The reader takes "as many as" for words of the number.
    let equal = ["as many as", "as much as"];
    match to.saturating_sub(from) {
        0 => equal.iter().any(|words| base.words.starts_with(words)),
        1 => word(from) == "the",
        4 => {
            line.reading.has(from, &["as", "many", "as", "the"])
                || line.reading.has(from, &["as", "much", "as", "the"])
        }
        _ => false,
    }
}
