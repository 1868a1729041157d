//! Dates that begin with a day of the week: "Friday", "Wed, 22 Jan", "Thursday
//! the 21st".

use chrono::{NaiveDate, Weekday};

use super::Finder;
use super::anchor::on_or_after;
use super::numbers::ordinal;
use super::point::{Found, Point};
use super::words::{short_weekday, weekday};

impl Finder<'_, '_> {
    /// A day of the week, with the date behind it if there is one.
    pub(super) fn on_weekday(&self, at: usize) -> Option<Found> {
        let lower = self.r.lower(at);
        let full = weekday(lower);
        let day = full.or(short_weekday(lower))?;
        let mut next = at + 1;
        next += usize::from(full.is_none() && self.r.word(next) == "." && self.r.is_glued(next));
        next += usize::from(self.r.word(next) == ",");
        let date = self.month_first(next);
        let date = date.or_else(|| self.day_first(next, next));
        if let Some(date) = date.filter(|date| matches!(date.point, Point::Day { .. })) {
            return Some(Found { start: at, ..date });
        }
        if self.r.lower(next) == "the" {
            if let Some(date) = self.day_first(next + 1, next + 1) {
                return Some(Found { start: at, ..date });
            }
            // "On Tuesday the two sides met" names no day of a month.
            let number = self.day_number(next + 1, true);
            if let Some((day, end)) = number.filter(|(_, end)| !self.is_short_of_a_day(*end)) {
                return Some(Found::new(at, end, Point::DayOfMonth(day)));
            }
        }
        let alone = if full.is_some() {
            self.is_bare_weekday(at)
        } else {
            let before = self.r.lower(at.wrapping_sub(1));
            self.r.is_capital(at)
                && matches!(
                    before,
                    "on" | "from" | "to" | "until" | "next" | "last" | "this" | "and" | "till"
                )
        };
        alone.then(|| Found::new(at, at + 1, Point::Weekday(day)))
    }

    /// Whether a day of the week is none of a feast or a newspaper, and not
    /// repeated.
    fn is_bare_weekday(&self, at: usize) -> bool {
        let before = self.r.lower(at.wrapping_sub(1));
        let behind = self.r.word(at + 1);
        let repeated = matches!(before, "every" | "each" | "any" | "alternate")
            || (at > 0 && ordinal(self.r, at - 1).is_some());
        let named = self.r.is_capital(at.wrapping_sub(1))
            && matches!(
                before,
                "black"
                    | "good"
                    | "bloody"
                    | "super"
                    | "sheffield"
                    | "ash"
                    | "palm"
                    | "cyber"
                    | "maundy"
                    | "holy"
                    | "ruby"
                    | "man"
                    | "joe"
                    | "shrove"
                    | "wet"
            );
        let title = matches!(
            behind,
            "Times"
                | "Telegraph"
                | "Mirror"
                | "Mail"
                | "Post"
                | "Express"
                | "Herald"
                | "Night"
                | "Sun"
                | "World"
                | "People"
                | "Review"
                | "Tribune"
                | "Today"
        );
        !repeated && !named && !title
    }
}

/// The day of the week in the week that a day lies in.
pub(super) fn in_week(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    on_or_after(day.week(Weekday::Mon).checked_first_day()?, weekday)
}
