//! Days as they are written, which the calendar need not have.

use std::ops::Range;

use super::Finder;
use super::numbers::{digits, goes_on_as_number, starts_inside_number};
use super::point::{Found, Point};
use super::words::month;
use crate::text::reading::Shape;

/// A day as words or digits write it: "20 August 2018", "April 31",
/// "2018-02-30".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WrittenDay {
    /// The tokens.
    pub(crate) tokens: Range<usize>,
    /// The year, where the words give one.
    pub(crate) year: Option<i32>,
    /// The month, from 1 to 12.
    pub(crate) month: u32,
    /// The day, from 1 to 39.
    pub(crate) day: u32,
    /// In which order it is written.
    pub(crate) order: Order,
}

/// What comes first in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// "20 August".
    Day,
    /// "August 20".
    Month,
    /// Nothing but digits.
    Digits,
}

/// The last number that is rather a day than a volume or a count.
const LAST: u32 = 39;

impl Finder<'_, '_> {
    /// The day that is written at a token.
    pub(super) fn written(&self, at: usize) -> Option<WrittenDay> {
        let r = self.r;
        let named = month(r.lower(at)).is_some() && r.is_capital(at);
        let (found, order) = if named {
            let found = self.month_first(at).filter(|found| is_day(&found.point));
            (found.or_else(|| self.month_and_beyond(at)), Order::Month)
        } else if self.may_begin(at) && r.lower(at) != "the" {
            let found = self.day_first(at, at).filter(|found| is_day(&found.point));
            (found.or_else(|| self.beyond_and_month(at)), Order::Day)
        } else {
            (self.beyond_and_month(at), Order::Day)
        };
        let (found, order) = match found {
            Some(found) => (found, order),
            None => (self.digits_alone(at)?, Order::Digits),
        };
        let Point::Day { year, month, day } = found.point else {
            return None;
        };
        Some(WrittenDay {
            tokens: found.start..found.end,
            year,
            month,
            day,
            order,
        })
    }

    /// "May 32, 2020", "May 32nd".
    fn month_and_beyond(&self, at: usize) -> Option<Found> {
        let name = self.r.lower(at);
        let dotted = self.r.word(at + 1) == "." && self.r.is_glued(at + 1);
        let day_at = at + 1 + usize::from(dotted);
        let (day, end) = self.beyond(day_at)?;
        self.with_year(at, (month(name)?, day), end, end > day_at + 1)
    }

    /// "32 May 2020", "the 32nd of May".
    fn beyond_and_month(&self, at: usize) -> Option<Found> {
        let (day, end) = self.beyond(at)?;
        let next = end + usize::from(self.r.lower(end) == "of");
        let month = month(self.r.lower(next)).filter(|_| self.r.is_capital(next))?;
        let dotted = self.r.word(next + 1) == "." && self.r.is_glued(next + 1);
        let behind = next + 1 + usize::from(dotted);
        let year = self.year_behind(behind).is_some();
        let end_of_month = if year { behind } else { next + 1 };
        self.with_year(at, (month, day), end_of_month, end > at + 1)
    }

    /// A number over 31 that can be meant for a day, with the token behind it.
    fn beyond(&self, at: usize) -> Option<(u32, usize)> {
        let day = digits(self.r, at, 2).filter(|day| (32..=LAST).contains(day))?;
        if starts_inside_number(self.r, at) {
            return None;
        }
        let suffix =
            self.r.is_glued(at + 1) && matches!(self.r.lower(at + 1), "st" | "nd" | "rd" | "th");
        let plain = suffix || !goes_on_as_number(self.r, at);
        plain.then_some((day, at + 1 + usize::from(suffix)))
    }

    /// The day with the year behind it, which it needs if it is no ordinal.
    fn with_year(
        &self,
        start: usize,
        (month, day): (u32, u32),
        end: usize,
        ordinal: bool,
    ) -> Option<Found> {
        let behind = self.year_behind(end);
        let year = behind.and_then(|(behind, _)| behind.year);
        let end = behind.map_or(end, |(_, end)| end);
        let point = Point::Day { year, month, day };
        (ordinal || year.is_some()).then(|| Found::new(start, end, point))
    }

    /// 2020-02-30, 31/04/2020, 04/31/2020, 31.4.2020; nothing where day and
    /// month can be exchanged.
    fn digits_alone(&self, at: usize) -> Option<Found> {
        let r = self.r;
        let mark = r.word(at + 1);
        let joined = (at + 1..at + 5).all(|at| r.is_glued(at)) && r.word(at + 3) == mark;
        let opens = !r.is_glued(at) || matches!(r.word(at.wrapping_sub(1)), "(" | "[" | "“" | "\"");
        let more = r.is_glued(at + 5)
            && (!r.is(at + 5, Shape::Mark) || r.is_glued(at + 6) && r.is(at + 6, Shape::Digits));
        if !joined || !opens || more || !matches!(mark, "-" | "/" | ".") {
            return None;
        }
        let numbers = (
            digits(r, at, 4)?,
            digits(r, at + 2, 2)?,
            digits(r, at + 4, 4)?,
        );
        let lengths = (r.word(at).len(), r.word(at + 2).len(), r.word(at + 4).len());
        let (year, month, day) = match (lengths, numbers) {
            ((4, 2, 2), (year, month, day)) if mark != "." => (year, month, day),
            ((1..=2, _, 4), (day, month, year)) if day > 12 => (year, month, day),
            ((1..=2, _, 4), (month, day, year)) if day > 12 && mark != "." => (year, month, day),
            ((1..=2, _, 4), (day, month, year)) if day == month => (year, month, day),
            _ => return None,
        };
        let year = i32::try_from(year)
            .ok()
            .filter(|year| (1000..=2199).contains(year));
        let fits = (1..=12).contains(&month) && (1..=LAST).contains(&day);
        let point = Point::Day { year, month, day };
        (fits && year.is_some()).then(|| Found::new(at, at + 5, point))
    }
}

fn is_day(point: &Point) -> bool {
    matches!(point, Point::Day { .. })
}

#[cfg(test)]
mod tests {
    use crate::text::dates::written_days;
    use crate::text::reading::Reading;

    #[test]
    fn days_are_read_as_they_are_written() {
        let read = |text: &str| {
            let days = written_days(&Reading::new(text), None);
            let days = days.iter().map(|one| (one.year, one.month, one.day));
            days.collect::<Vec<_>>()
        };
        for (text, day) in [
            ("on 20 August 2018, a Monday", (Some(2018), 8, 20)),
            ("on Aug. 20th, 2018", (Some(2018), 8, 20)),
            ("the 31st of April", (None, 4, 31)),
            ("until April 31.", (None, 4, 31)),
            ("on May 32, 2020", (Some(2020), 5, 32)),
            ("on 32 Sept. 2020", (Some(2020), 9, 32)),
            ("the 32nd of May", (None, 5, 32)),
            ("(2020-02-30)", (Some(2020), 2, 30)),
            ("by 31/04/2020.", (Some(2020), 4, 31)),
            ("by 4/31/2020", (Some(2020), 4, 31)),
            ("by 5/5/2020", (Some(2020), 5, 5)),
        ] {
            assert_eq!(read(text), [day], "{text}");
        }
        for text in [
            "by 4/5/2020",
            "In April, 32 people came",
            "They may 32 times",
            "Some 35 May protesters",
            "2020-02-30-11",
            "in August 2018",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
