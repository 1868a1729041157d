//! Dates in digits: 2018-08-20, 20/08/2018, 8/20/18, 20.8.2018, 2018-08.

use chrono::NaiveDate;

use crate::model::edtf::Edtf;
use crate::text::reading::Shape;

use super::Finder;
use super::numbers::{digits, goes_on_as_number};
use super::point::{Found, Point};
use super::words::month;

impl Finder<'_, '_> {
    /// A date in digits.
    pub(super) fn numeric(&self, at: usize) -> Option<Found> {
        let first = digits(self.r, at, 4)?;
        let before = self.r.word(at.wrapping_sub(1));
        if self.r.is_glued(at)
            && at > 0
            && !matches!(before, "(" | "[" | "\"" | "“" | "‘" | "—" | "|")
        {
            return None;
        }
        match self.r.word(at).len() {
            4 => self.year_first(at, first),
            3 => None,
            _ => self
                .year_last(at, first)
                .or_else(|| self.month_and_year(at, first))
                .or_else(|| self.month_and_day(at, first)),
        }
    }

    /// The mark between two numbers that stand together.
    fn mark_at(&self, at: usize) -> Option<&str> {
        let mark = self.r.word(at);
        let glued = self.r.is_glued(at) && self.r.is_glued(at + 1);
        (glued && matches!(mark, "-" | "/" | "." | "‑")).then_some(mark)
    }

    fn year_first(&self, at: usize, year: u32) -> Option<Found> {
        let year = i32::try_from(year)
            .ok()
            .filter(|year| (1000..=2199).contains(year))?;
        let mark = self.mark_at(at + 1);
        let middle = digits(self.r, at + 2, 2).or_else(|| month(self.r.lower(at + 2)));
        if let (Some(mark), Some(month)) = (mark, middle) {
            if self.mark_at(at + 3) == Some(mark) {
                let day = digits(self.r, at + 4, 2)?;
                return full_date(at, year, month, day);
            }
            let plain = mark != "."
                && self.r.is(at + 2, Shape::Digits)
                && !goes_on_as_number(self.r, at + 2);
            let point = Point::Month {
                year: Some(year),
                month,
            };
            return (plain && Self::is_month_of(year, month))
                .then(|| Found::new(at, at + 3, point));
        }
        if let Some(found) = self.year_and_month(at, year) {
            return Some(found);
        }
        let apart = matches!(self.r.word(at + 1), "-" | "/") && !self.r.is(at + 3, Shape::Word);
        let month =
            digits(self.r, at + 2, 2).filter(|month| apart && Self::is_month_of(year, *month))?;
        let bare = !goes_on_as_number(self.r, at + 2) && self.r.word(at + 3) != "-";
        bare.then(|| {
            Found::new(
                at,
                at + 3,
                Point::Month {
                    year: Some(year),
                    month,
                },
            )
        })
    }

    /// "2016 June", "2016, Nov".
    fn year_and_month(&self, at: usize, year: i32) -> Option<Found> {
        let comma = self.r.word(at + 1) == ",";
        let next = at + 1 + usize::from(comma);
        let name = self.r.lower(next);
        let month = month(name)?;
        let day = self.day_number(next + 1, false).is_some() || self.r.is_glued(next + 2);
        let person = matches!(name, "may" | "march") && (comma || !self.r.is_capital(next));
        let named = self.r.is_capital(next + 1) && self.r.is(next + 1, Shape::Word);
        let joined = matches!(self.r.lower(next + 1), "to" | "until" | "-" | "–");
        let point = Point::Month {
            year: Some(year),
            month,
        };
        (!day && !person && !named && !joined).then(|| Found::new(at, next + 1, point))
    }

    /// Whether two digits behind a year are a month, and not the year that
    /// follows it: 2010-11 is a season.
    fn is_month_of(year: i32, month: u32) -> bool {
        let following = u32::try_from((year + 1).rem_euclid(100)).ok();
        (1..=12).contains(&month) && following != Some(month)
    }

    /// Two numbers and a year. Over 12 is a day; else the month comes first.
    fn year_last(&self, at: usize, first: u32) -> Option<Found> {
        let mark = self.mark_at(at + 1)?;
        let second = digits(self.r, at + 2, 2)?;
        let next = self.mark_at(at + 3);
        let list = mark == "/" && self.r.word(at + 3) == "," && self.r.is_glued(at + 4);
        if next != Some(mark) && !list {
            return None;
        }
        let year = i32::try_from(digits(self.r, at + 4, 4)?).ok()?;
        let year = match self.r.word(at + 4).len() {
            4 if (1000..=2199).contains(&year) => year,
            2 if mark != "." => {
                if year < 50 {
                    2000 + year
                } else {
                    1900 + year
                }
            }
            _ => return None,
        };
        if self.r.word(at + 4).len() == 2 && mark == "-" && self.is_record(at, first) {
            return None;
        }
        if goes_on_as_number(self.r, at + 4)
            || self.mark_at(at + 5).is_some() && self.r.is(at + 6, Shape::Digits)
        {
            return None;
        }
        let (month, day) = if first > 12 || (mark == "." && second <= 12) {
            (second, first)
        } else {
            (first, second)
        };
        full_date(at, year, month, day)
    }

    /// Whether 10-5-12 rather counts games won, lost and drawn.
    fn is_record(&self, at: usize, first: u32) -> bool {
        let before = self.r.lower(at.wrapping_sub(1));
        first > 12
            || matches!(
                before,
                "(" | "record" | "a" | "to" | "at" | "were" | "went" | "is" | "are"
            )
    }

    /// 8/2018, 11-2016.
    fn month_and_year(&self, at: usize, month: u32) -> Option<Found> {
        let glued = self.mark_at(at + 1).is_some_and(|mark| mark != ".");
        let apart = matches!(self.r.word(at + 1), "-" | "/") && !self.r.is(at + 3, Shape::Word);
        let year = i32::try_from(digits(self.r, at + 2, 4)?).ok()?;
        let fits = (glued || apart)
            && self.r.word(at + 2).len() == 4
            && (1..=12).contains(&month)
            && (1900..=2099).contains(&year)
            && !goes_on_as_number(self.r, at + 2)
            && self.mark_at(at + 3).is_none();
        fits.then(|| {
            Found::new(
                at,
                at + 3,
                Point::Month {
                    year: Some(year),
                    month,
                },
            )
        })
    }

    /// 4/22, 22/04, and the day of September that needs no year.
    fn month_and_day(&self, at: usize, first: u32) -> Option<Found> {
        if self.mark_at(at + 1) != Some("/") {
            return None;
        }
        let second = digits(self.r, at + 2, 2)?;
        if goes_on_as_number(self.r, at + 2)
            || self.r.is_glued(at + 3) && self.r.word(at + 3) == "/"
        {
            return None;
        }
        let before = self.r.lower(at.wrapping_sub(1));
        if (first, second) == (9, 11) && !matches!(before, "from" | "to" | "between") {
            let value = Edtf::day(NaiveDate::from_ymd_opt(2001, 9, 11)?)?;
            return Some(Found::fixed(at, at + 3, value));
        }
        let led = matches!(
            before,
            "on" | "from" | "until" | "since" | "to" | "between" | "by" | "till"
        );
        let padded = self.r.word(at).starts_with('0') || self.r.word(at + 2).starts_with('0');
        let fraction = matches!(
            self.r.lower(at + 3),
            "of" | "inch" | "inches" | "mile" | "miles" | "-" | "\"" | "”"
        );
        if !(led || padded || (first <= 12 && second > 12)) || fraction {
            return None;
        }
        let (month, day) = if first > 12 {
            (second, first)
        } else {
            (first, second)
        };
        NaiveDate::from_ymd_opt(2024, month, day)?;
        Some(Found::new(
            at,
            at + 3,
            Point::Day {
                year: None,
                month,
                day,
            },
        ))
    }
}

/// A day of a year in digits, if the calendar has it.
fn full_date(at: usize, year: i32, month: u32, day: u32) -> Option<Found> {
    NaiveDate::from_ymd_opt(year, month, day)?;
    let year = Some(year);
    Some(Found::new(at, at + 5, Point::Day { year, month, day }))
}
