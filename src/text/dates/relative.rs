//! Dates by their place from the article's own: "yesterday", "last year",
//! "next Tuesday", "this summer", "the week after next".

use chrono::{Datelike, Weekday};

use crate::model::edtf::Edtf;
use crate::text::reading::Shape;

use super::Finder;
use super::anchor::{on_or_after, on_or_before};
use super::point::{Found, Point};
use super::tense::Tense;
use super::weekdays::in_week;
use super::words::{Unit, month, season, short_weekday, unit, weekday};

impl Finder<'_, '_> {
    /// A date by its place from the article's own.
    pub(super) fn relative(&self, at: usize) -> Option<Found> {
        self.near_day(at)
            .or_else(|| self.after_next(at))
            .or_else(|| self.weekday_of_week(at))
            .or_else(|| self.shifted_unit(at))
            .or_else(|| self.shifted_name(at))
            .or_else(|| self.weekend(at))
    }

    /// How far a word such as "last" moves.
    pub(super) fn shift_word(&self, at: usize) -> Option<i32> {
        match self.r.lower(at) {
            "this" | "current" => Some(0),
            "last" | "previous" | "past" => Some(-1),
            "next" | "coming" | "upcoming" => Some(1),
            _ => None,
        }
    }

    /// "today", "tomorrow", "the day before yesterday".
    fn near_day(&self, at: usize) -> Option<Found> {
        let r = self.r;
        let days = |end, offset| {
            let value = self
                .anchor
                .and_then(|anchor| anchor.unit(Unit::Day, offset));
            Some(Found::counted(at, end, value))
        };
        match r.lower(at) {
            "today" | "tonight" => days(at + 1, 0),
            "tomorrow" => days(at + 1, 1),
            "yesterday" => days(at + 1, -1),
            "this" if matches!(r.lower(at + 1), "morning" | "afternoon" | "evening") => {
                days(at + 2, 0)
            }
            "last" if r.lower(at + 1) == "night" => days(at + 2, -1),
            "the" if r.has(at + 1, &["day", "before", "yesterday"]) => days(at + 4, -2),
            "the" if r.has(at + 1, &["day", "after", "tomorrow"]) => days(at + 4, 2),
            // Told of the past, "the next day" counts from another event.
            "the" if r.has(at + 1, &["next", "day"]) && self.looks_ahead(at) => days(at + 3, 1),
            "next" if r.lower(at + 1) == "day" && self.looks_ahead(at) => days(at + 2, 1),
            _ => None,
        }
    }

    fn looks_ahead(&self, at: usize) -> bool {
        super::tense::tense_before(self.r, at) == Tense::Future
    }

    /// "the week after next".
    fn after_next(&self, at: usize) -> Option<Found> {
        if self.r.lower(at) != "the" || self.r.lower(at + 2) != "after" {
            return None;
        }
        let unit = unit(self.r.lower(at + 1))?;
        let next = at + 3 + usize::from(self.r.lower(at + 3) == "the");
        let ends =
            self.r.lower(next) == "next" && super::words::unit(self.r.lower(next + 1)).is_none();
        let value = self.anchor.and_then(|anchor| anchor.unit(unit, 2));
        ends.then(|| Found::counted(at, next + 1, value))
    }

    /// "last year", "this week", "the coming month", "the past year".
    pub(super) fn shifted_unit(&self, at: usize) -> Option<Found> {
        let the = self.r.lower(at) == "the";
        let word = at + usize::from(the);
        let offset = self.shift_word(word)?;
        let name = self.r.lower(word + 1);
        let kind = unit(name).filter(|_| !name.ends_with('s'))?;
        let end = word + 2;
        let shift = self.r.lower(word);
        if kind == Unit::Day || self.r.word(end) == "-" && self.r.is_glued(end) {
            return None;
        }
        if the
            && matches!(shift, "next" | "last")
            && kind != Unit::Weekend
            && self.is_of_something(end)
        {
            return None;
        }
        let counted = shift == "past"
            || (the
                && shift == "last"
                && matches!(
                    kind,
                    Unit::Decade | Unit::Year | Unit::Century | Unit::Month | Unit::Week
                ));
        if counted && kind != Unit::Weekend {
            let value = self.anchor.and_then(|anchor| anchor.past(kind, 1));
            return Some(Found::counted(at, end, value));
        }
        let start = if matches!(shift, "coming" | "current" | "upcoming") {
            word
        } else {
            at
        };
        let start = if the && shift == "this" { word } else { start };
        let value = self.anchor.and_then(|anchor| anchor.unit(kind, offset));
        Some(Found::counted(start, end, value))
    }

    /// "the last year of his life", "the next day of hearings".
    fn is_of_something(&self, at: usize) -> bool {
        self.r.lower(at) == "of"
    }

    /// "last Tuesday", "this March", "next spring".
    fn shifted_name(&self, at: usize) -> Option<Found> {
        let word = at
            + usize::from(
                self.r.lower(at) == "the"
                    && matches!(self.r.lower(at + 1), "past" | "previous" | "coming"),
            );
        let offset = self.shift_word(word)?;
        let name = self.r.lower(word + 1);
        let capital = self.r.is_capital(word + 1);
        let end = word + 2;
        if let Some(day) = weekday(name).or(short_weekday(name).filter(|_| capital)) {
            let value = self
                .anchor
                .and_then(|anchor| shifted_weekday(anchor.day?, day, offset));
            return Some(Found::counted(at, end, value));
        }
        if let Some(month) = month(name) {
            let verb =
                matches!(name, "may" | "march" | "mar") && !capital && self.r.lower(word) != "last";
            let value = self.anchor.and_then(|anchor| {
                let year = shifted_year(anchor.year, anchor.month?, (month, month), offset);
                Edtf::month(Some(year), month)
            });
            let date = self.r.is(end, Shape::Digits);
            return (!verb && !date).then(|| Found::counted(at, end, value));
        }
        let part = season(name)?;
        let value = self.anchor.and_then(|anchor| {
            let (first, months) = part.months();
            let now = anchor.month?;
            // January lies in the winter that began the year before.
            let winter = first + months > 13 && now < 3;
            let (year, now) = if winter {
                (anchor.year - 1, now + 12)
            } else {
                (anchor.year, now)
            };
            let year = shifted_year(year, now, (first, first + months - 1), offset);
            Edtf::part(Some(year), part)
        });
        let goes_on = self.r.is_capital(end) && self.r.is(end, Shape::Word);
        (!goes_on).then(|| Found::counted(at, end, value))
    }

    /// "last week Sunday", "next week on Friday", "Friday next week", "Sunday
    /// of next week".
    fn weekday_of_week(&self, at: usize) -> Option<Found> {
        let r = self.r;
        let name_at = |at: usize| {
            weekday(r.lower(at)).or(short_weekday(r.lower(at)).filter(|_| r.is_capital(at)))
        };
        let (day, offset, start, end) = if let Some(day) = name_at(at) {
            let next = at + 1 + usize::from(r.lower(at + 1) == "of");
            let offset = self
                .shift_word(next)
                .filter(|_| r.lower(next + 1) == "week")?;
            let on = at > 0 && r.lower(at - 1) == "on";
            (day, offset, if on { at - 1 } else { at }, next + 2)
        } else {
            let offset = self.shift_word(at).filter(|_| r.lower(at + 1) == "week")?;
            let next = at + 2 + usize::from(r.lower(at + 2) == "on");
            (name_at(next)?, offset, at, next + 1)
        };
        let value = self.anchor.and_then(|anchor| {
            let week = anchor.unit(Unit::Week, offset)?.earliest()?;
            Edtf::day(in_week(week, day)?)
        });
        Some(Found::counted(start, end, value))
    }

    /// "the weekend": the coming one, or the last where the sentence looks
    /// back.
    fn weekend(&self, at: usize) -> Option<Found> {
        let the = self.r.lower(at) == "the" && self.r.lower(at + 1) == "weekend";
        let end = at + 2;
        let described = self.r.is(end, Shape::Word)
            && matches!(self.r.lower(end), "of" | "before" | "after" | "following");
        if !the || described {
            return None;
        }
        let found = Found::counted(at, end, None);
        let value = self.anchor.and_then(|anchor| {
            let today = anchor.day?.weekday();
            let running = matches!(today, Weekday::Sat | Weekday::Sun);
            let back = !running && self.tense_of(&found) == Tense::Past;
            anchor.unit(Unit::Weekend, if back { -1 } else { 0 })
        });
        Some(Found {
            point: Point::Fixed(value),
            ..found
        })
    }
}

/// "Last Tuesday" is the one before today, "next Tuesday" that of the coming
/// week, "this Tuesday" that of the week that runs.
fn shifted_weekday(today: chrono::NaiveDate, day: Weekday, offset: i32) -> Option<Edtf> {
    let monday = today.week(Weekday::Mon).checked_first_day()?;
    let found = match offset {
        0 => on_or_after(monday, day),
        1 => on_or_after(super::anchor::moved(monday, Unit::Week, 1)?, day),
        _ => on_or_before(today.pred_opt()?, day),
    };
    Edtf::day(found?)
}

/// The year of "last March" or "next summer", seen from a month: the last one
/// that is over, or the next that has not begun.
fn shifted_year(year: i32, now: u32, (first, last): (u32, u32), offset: i32) -> i32 {
    match offset {
        0 => year,
        1 if first > now => year,
        1 => year + 1,
        _ if last < now => year,
        _ => year - 1,
    }
}
