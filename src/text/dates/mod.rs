//! Finds every date and period in a text and says what it means as EDTF.
//!
//! A `Finder` looks at each token that a date can begin with. It reads
//! points of the calendar (`calendar`, `numeric`, `years`, `parts`, `feasts`)
//! and of the article's own time (`relative`, `counted`), and joins them to
//! ranges (`ranges`). Of several readings the longest holds.
//!
//! What words can mean besides a date decides: "may", "march", "2,018", "Room
//! 2018" are none. Of 4/5/2018 and the like, a number over 12 is the day; else
//! the month comes first, as in the United States. "Last Tuesday" is the
//! Tuesday before publication, "next Tuesday" that of the coming week, a bare
//! "Tuesday" the last one unless the sentence looks ahead. A date without a
//! year is the nearest one, rather a past one. "Early", "late", "mid" stand
//! for parts of a period with `~` at both ends. A fiscal year is its number
//! with `~`, for no two bodies begin it on the same day.
//!
//! Not marked: "now", "recently" and other words without a date, repeated days
//! ("every Friday"), spans of time that hang on no date ("for two years"),
//! times of day, and what counts from another event ("two years later").
//! Sentences in other languages than English are left to others.

mod anchor;
mod behind;
mod calendar;
mod counted;
mod feasts;
mod names;
mod numbers;
mod numeric;
mod openers;
mod parts;
mod point;
mod portions;
mod ranges;
mod relative;
mod tense;
#[cfg(test)]
mod tests;
mod weekdays;
mod weeks;
mod words;
mod written;
mod years;

use crate::model::edtf::EdtfDate;
use crate::model::facet::Dated;

use super::reading::{Reading, Shape};
use anchor::Anchor;
use chrono::Weekday;
use point::Found;
pub(crate) use tense::Tense;
pub(crate) use written::{Order, WrittenDay};

/// Whether a word in lower case is the name of a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    words::weekday(word).is_some()
}

/// The day of the week that a word in lower case names, and whether in short.
pub(crate) fn weekday_named(word: &str) -> Option<(Weekday, bool)> {
    let full = words::weekday(word).map(|day| (day, false));
    full.or_else(|| Some((words::short_weekday(word)?, true)))
}

/// Whether what stands around some tokens tells of what was or of what is to
/// come.
pub(crate) fn tense_around(reading: &Reading<'_>, tokens: std::ops::Range<usize>) -> Tense {
    tense::tense(reading, tokens.start, tokens.end)
}

/// Every day in a text as it is written, whether or not the calendar has it.
/// "Last year" behind one is counted from `reference`.
pub(crate) fn written_days(reading: &Reading<'_>, reference: Option<&EdtfDate>) -> Vec<WrittenDay> {
    let finder = Finder {
        r: reading,
        anchor: reference.map(Anchor::new),
    };
    let mut days = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        let day = finder.written(at);
        at = day.as_ref().map_or(at, |day| day.tokens.end).max(at + 1);
        days.extend(day);
    }
    days
}

/// Every date and period in a text, in order and without overlap. Words that
/// count from the publication date are counted from `reference`, as exactly as
/// that is known.
pub fn dates(reading: &Reading<'_>, reference: Option<&EdtfDate>) -> Vec<Dated> {
    let finder = Finder {
        r: reading,
        anchor: reference.map(Anchor::new),
    };
    let mut dates = Vec::new();
    let mut at = 0;
    let mut free = 0;
    while at < reading.tokens.len() {
        let found = if finder.may_begin(at) {
            finder.period(at)
        } else {
            None
        };
        let Some(found) = found else {
            at += 1;
            continue;
        };
        let start = found.start.max(free);
        let span = reading.span_of(start..found.end);
        // What the calendar doesn't have, such as 31 June, is passed over whole.
        if let (Some(span), Some((value, anchored))) = (span, finder.resolve(&found)) {
            dates.push(Dated {
                span,
                value,
                anchored,
            });
        }
        at = found.end.max(at + 1);
        free = at;
    }
    dates
}

/// A text with what is known about the day it was published.
struct Finder<'r, 't> {
    r: &'r Reading<'t>,
    anchor: Option<Anchor>,
}

impl Finder<'_, '_> {
    /// Whether a date can begin at a token: dismisses most tokens fast.
    fn may_begin(&self, at: usize) -> bool {
        let Some(token) = self.r.tokens.get(at) else {
            return false;
        };
        match token.shape {
            Shape::Digits => token.span.end - token.span.start <= 4,
            Shape::Mark => {
                matches!(self.r.word(at), "'" | "’" | "‘") && self.r.is(at + 1, Shape::Digits)
            }
            Shape::Word if token.span.end - token.span.start > 12 => false,
            Shape::Word => match self.r.lower(at) {
                "the" | "a" | "an" | "in" | "from" | "this" => {
                    self.r.is(at + 1, Shape::Digits)
                        || self.r.word(at + 1).starts_with(['\'', '’', '‘'])
                        || openers::follows(self.r.lower(at + 1))
                }
                word => openers::opens(word),
            },
        }
    }

    /// The longest date at a token that is no range with two ends.
    fn point(&self, at: usize) -> Option<Found> {
        let readings = [
            self.numeric(at),
            self.calendar(at),
            self.part_of_year(at),
            self.week(at),
            self.feast(at),
            self.relative(at),
            self.counted(at),
            self.years(at),
            self.portion(at),
        ];
        let mut best: Option<Found> = None;
        for found in readings.into_iter().flatten() {
            if best.as_ref().is_none_or(|best| found.end > best.end) {
                best = Some(found);
            }
        }
        best
    }
}
