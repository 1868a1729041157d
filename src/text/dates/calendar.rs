//! Dates with the name of a month: "20 August 2018", "Aug. 20th", "August
//! 2018", "the 20th of next month"; and the numbers of days.

use chrono::Datelike;

use crate::model::edtf::Edtf;
use crate::text::reading::Shape;

use super::Finder;
use super::behind::YearBehind;
use super::numbers::{
    Numbered, cardinal, digits, goes_on_as_number, in_longer_number, ordinal, starts_inside_number,
};
use super::point::{Found, Point};
use super::words::{Unit, is_counted, is_short_month, month, short_weekday, unit, weekday};

impl Finder<'_, '_> {
    /// A date with the name of a month or of a day of the week.
    pub(super) fn calendar(&self, at: usize) -> Option<Found> {
        let lower = self.r.lower(at);
        if weekday(lower).or(short_weekday(lower)).is_some() {
            return self.on_weekday(at);
        }
        let at_date = at + usize::from(lower == "the");
        self.month_first(at)
            .or_else(|| self.day_first(at_date, at))
            .or_else(|| self.day_of_month(at))
    }

    /// "August 20th, 2018", "August 2018", "August".
    pub(super) fn month_first(&self, at: usize) -> Option<Found> {
        let lower = self.r.lower(at);
        let month = month(lower)?;
        let short = is_short_month(lower);
        let dotted = self.r.word(at + 1) == "." && self.r.is_glued(at + 1);
        let next = at + 1 + usize::from(dotted);
        let joined = matches!(self.r.word(next), "-" | "/" | "–" | "‑")
            && self.r.is_glued(next)
            && self.r.is_glued(next + 1)
            && self.r.is(next + 1, Shape::Digits);
        let day_at = next + usize::from(joined || self.r.lower(next) == "the");
        let verb = matches!(lower, "may" | "march" | "mar") && !self.r.is_capital(at);
        if let Some((day, end)) = self.day_number(day_at, false) {
            let words = self.r.is(day_at, Shape::Word);
            let no_day = if words {
                verb || self.is_short_of_a_day(end)
            } else {
                self.is_count_in(at, end)
            };
            if !no_day {
                let behind = self
                    .year_behind(end)
                    .unwrap_or((YearBehind::default(), end));
                return Some(dated(at, behind, month, day));
            }
        }
        if let Some((behind, end)) = self.year_behind(next)
            && (!verb || self.r.is_glued(next) || digits(self.r, next, 4).is_some())
        {
            let year = behind.year;
            let found = Found::new(at, end, Point::Month { year, month });
            let anchored = behind.anchored;
            return Some(Found { anchored, ..found });
        }
        let alone = self.is_bare_month(at, short, dotted);
        alone.then(|| Found::new(at, at + 1, Point::Month { year: None, month }))
    }

    /// "20 August 2018", "20th of next month".
    pub(super) fn day_first(&self, day_at: usize, at: usize) -> Option<Found> {
        let (day, mut next) = self.day_number(day_at, true)?;
        let cardinal_word = self.r.is(day_at, Shape::Word) && ordinal(self.r, day_at).is_none();
        if cardinal_word || starts_inside_number(self.r, day_at) {
            return None;
        }
        let mark = self.r.word(next);
        if self.r.is_glued(next) && matches!(mark, "." | "-" | "/" | "‑") {
            next += 1;
        }
        let of = self.r.lower(next) == "of";
        next += usize::from(of);
        let name = self.r.lower(next);
        if let Some(month) = month(name) {
            if !of && matches!(name, "may" | "march" | "mar") && !self.r.is_capital(next) {
                return None;
            }
            next += 1;
            if self.r.word(next) == "." && self.r.is_glued(next) && is_short_month(name) {
                let behind = self.year_behind(next + 1);
                let behind = behind.unwrap_or((YearBehind::default(), next));
                return Some(dated(day_at, behind, month, day));
            }
            let mark = self.r.word(next);
            let joined = matches!(mark, "-" | "/" | "‑")
                && self.r.is_glued(next)
                && digits(self.r, next + 1, 4).is_some();
            let behind = self.year_behind(next + usize::from(joined));
            return Some(dated(
                day_at,
                behind.unwrap_or((YearBehind::default(), next)),
                month,
                day,
            ));
        }
        let offset = self.shift_word(next)?;
        if !of || unit(self.r.lower(next + 1)) != Some(Unit::Month) {
            return None;
        }
        let value = self.anchor.and_then(|anchor| {
            let month = anchor.unit(Unit::Month, offset)?.earliest()?;
            month.with_day(day)
        });
        match (self.anchor, value) {
            (Some(anchor), None) if anchor.day.is_some() => None,
            (_, value) => Some(Found::counted(at, next + 2, value.and_then(Edtf::day))),
        }
    }

    /// "on the 27th", where nothing is counted.
    fn day_of_month(&self, at: usize) -> Option<Found> {
        if self.r.lower(at) != "the" || digits(self.r, at + 1, 2).is_none() {
            return None;
        }
        let (day, end) = ordinal(self.r, at + 1)?;
        let led = at > 0
            && matches!(
                self.r.lower(at - 1),
                "on" | "by" | "until" | "since" | "till" | "for" | "from"
            );
        let ends = end >= self.r.tokens.len()
            || matches!(self.r.word(end), "." | "," | ";" | "!" | "?" | ")");
        let fits = led && ends && (1..=31).contains(&day);
        fits.then(|| Found::new(at, end, Point::DayOfMonth(day)))
    }

    /// The number of a day: "20", "20th", "twentieth"; `alone` where no month
    /// stands before it.
    pub(super) fn day_number(&self, at: usize, alone: bool) -> Numbered<u32> {
        let fits = |(day, end): (u32, usize)| (1..=31).contains(&day).then_some((day, end));
        if let Some(found) = ordinal(self.r, at) {
            return fits(found);
        }
        if let Some(day) = digits(self.r, at, 2) {
            let longer = if alone {
                in_longer_number(self.r, at)
            } else {
                self.counts(at)
            };
            return if longer { None } else { fits((day, at + 1)) };
        }
        cardinal(self.r, at)
            .filter(|(_, end)| *end > at)
            .and_then(fits)
            .filter(|(_, end)| {
                !is_counted(self.r.lower(*end)) && unit(self.r.lower(*end)).is_none()
            })
    }

    /// Whether digits behind a month count something.
    fn counts(&self, at: usize) -> bool {
        goes_on_as_number(self.r, at)
            || (is_counted(self.r.lower(at + 1))
                && !matches!(self.r.lower(at + 1), "est" | "am" | "pm" | "local" | "gmt"))
    }
}

fn dated(start: usize, behind: (YearBehind, usize), month: u32, day: u32) -> Found {
    let (YearBehind { year, anchored }, end) = behind;
    Found {
        anchored,
        ..Found::new(start, end, Point::Day { year, month, day })
    }
}
