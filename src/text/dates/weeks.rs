//! Weeks and days of weeks by their place: "the week of 18 September", "week
//! 31", "the first week of October", "the second Monday in May", and "the
//! first nine months of 2019".

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::model::edtf::Edtf;

use super::Finder;
use super::anchor::{moved, on_or_after, on_or_before};
use super::numbers::{count, digits, goes_on_as_number};
use super::parts::Place;
use super::point::{Found, Point};
use super::words::{Unit, unit, weekday};

impl Finder<'_, '_> {
    /// A week or a day of a week, by its place in a period or by a day in it.
    pub(super) fn week(&self, at: usize) -> Option<Found> {
        self.week_of(at)
            .or_else(|| self.numbered_week(at))
            .or_else(|| self.placed(at))
            .or_else(|| self.some_of(at))
    }

    /// "the first nine months of 2019", "the last two weeks of August".
    fn some_of(&self, at: usize) -> Option<Found> {
        let next = at + usize::from(self.r.lower(at) == "the");
        let (place, next) = self.place(next)?;
        let (count, next) = count(self.r, next).filter(|(count, _)| !count.vague)?;
        let kind = unit(self.r.lower(next)).filter(|_| self.r.lower(next + 1) == "of")?;
        let whole = next + 2;
        let this_year = self.r.has(whole, &["the", "year"]);
        let period = if this_year {
            let value = self.anchor.and_then(|anchor| anchor.unit(Unit::Year, 0));
            Some(Found::counted(whole, whole + 2, value))
        } else {
            self.calendar(whole)
                .or_else(|| self.shifted_unit(whole))
                .or_else(|| self.years(whole))
        }?;
        let (value, anchored) = self.resolve(&period)?;
        let value = value.and_then(|value| {
            let (first, last) = value.bounds()?;
            let (from, to) = match place {
                Place::Last => {
                    let after = last.succ_opt()?;
                    (moved(after, kind, count.number.checked_neg()?)?, last)
                }
                Place::Nth(1) => (first, moved(first, kind, count.number)?.pred_opt()?),
                Place::Nth(_) => return None,
            };
            (first <= from && to <= last).then_some(())?;
            stretch(from, to, kind)
        });
        if value.is_none() && self.anchor.is_some() {
            return None;
        }
        let anchored = anchored || value.is_none();
        Some(Found {
            anchored,
            ..Found::new(at, period.end, Point::Fixed(value))
        })
    }

    /// "the week of 18 September", "the week beginning 4 February", "w/c Feb
    /// 4", "month of September 16th".
    fn week_of(&self, at: usize) -> Option<Found> {
        let word = at + usize::from(self.r.lower(at) == "the");
        let kind = unit(self.r.lower(word)).filter(|kind| matches!(kind, Unit::Week | Unit::Month));
        let (kind, next) = match (kind, self.r.lower(word + 1)) {
            (Some(kind), "of") => (kind, word + 2),
            (Some(Unit::Week), "commencing" | "starting" | "beginning") => (
                Unit::Week,
                word + 2 + usize::from(self.r.lower(word + 2) == "on"),
            ),
            _ if self.r.has(word, &["w", "/", "c"]) => (Unit::Week, word + 3),
            _ => return None,
        };
        let day = self
            .calendar(next)
            .or_else(|| self.numeric(next))
            .or_else(|| {
                let (day, end) =
                    self.day_number(next + usize::from(self.r.lower(next) == "the"), true)?;
                Some(Found::new(next, end, Point::DayOfMonth(day)))
            })?;
        if !matches!(day.point, Point::Day { .. } | Point::DayOfMonth(_))
            && self.value(&day)?.as_str().len() != 10
        {
            return None;
        }
        let (value, anchored) = self.resolve(&day)?;
        let value = match value.and_then(|value| value.earliest()) {
            Some(day) if kind == Unit::Week => Edtf::week(day),
            Some(day) => Edtf::month(Some(day.year()), day.month()),
            None => None,
        };
        Some(Found {
            anchored,
            ..Found::new(at, day.end, Point::Fixed(value))
        })
    }

    /// "week 31", "Week 10 of 2019".
    fn numbered_week(&self, at: usize) -> Option<Found> {
        if self.r.lower(at) != "week" {
            return None;
        }
        let number = digits(self.r, at + 1, 2).filter(|_| !goes_on_as_number(self.r, at + 1))?;
        let (year, end) = match self.year_behind(at + 2) {
            Some((behind, end)) => (behind.year, end),
            None => (None, at + 2),
        };
        let year_known = year.or(self.anchor.map(|anchor| anchor.year));
        let value = match year_known {
            Some(year) => Some(Edtf::week(NaiveDate::from_isoywd_opt(
                year,
                number,
                Weekday::Mon,
            )?)?),
            None => None,
        };
        let anchored = year.is_none();
        Some(Found {
            anchored,
            ..Found::new(at, end, Point::Fixed(value))
        })
    }

    /// "the first week of October", "the last week of 2015", "the second
    /// Monday of next month".
    fn placed(&self, at: usize) -> Option<Found> {
        let next = at + usize::from(self.r.lower(at) == "the");
        let (place, word) = self.place(next)?;
        let day = weekday(self.r.lower(word));
        if day.is_none() && !matches!(unit(self.r.lower(word)), Some(Unit::Week | Unit::Weekend)) {
            return None;
        }
        let whole = word + 1 + usize::from(matches!(self.r.lower(word + 1), "of" | "in"));
        let period = self
            .calendar(whole)
            .or_else(|| self.shifted_unit(whole))
            .or_else(|| self.years(whole))?;
        let last_week =
            whole == word + 1 && matches!(period.point, Point::Day { .. } | Point::Weekday(_));
        if last_week || self.r.lower(whole) == "the" {
            return None;
        }
        let (value, anchored) = self.resolve(&period)?;
        let value = value.and_then(|value| {
            let (first, last) = value.bounds()?;
            match (day, unit(self.r.lower(word))) {
                (Some(day), _) => Edtf::day(nth_weekday(first, last, place, day)?),
                (None, Some(Unit::Weekend)) => {
                    let saturday = nth_weekday(first, last, place, Weekday::Sat)?;
                    Edtf::days(saturday, saturday.succ_opt()?)
                }
                // As ISO weeks, a week lies where its Thursday does.
                _ => Edtf::week(nth_weekday(first, last, place, Weekday::Thu)?),
            }
        });
        if value.is_none() && self.anchor.is_some() {
            return None;
        }
        let anchored = anchored || value.is_none();
        Some(Found {
            anchored,
            ..Found::new(at, period.end, Point::Fixed(value))
        })
    }
}

/// The first, second … or last such day of the week of a period.
fn nth_weekday(first: NaiveDate, last: NaiveDate, place: Place, day: Weekday) -> Option<NaiveDate> {
    match place {
        Place::Last => on_or_before(last, day),
        Place::Nth(number) => {
            let start = on_or_after(first, day)?;
            let found = start.checked_add_days(Days::new(u64::from(number.checked_sub(1)?) * 7))?;
            (found <= last).then_some(found)
        }
    }
}

/// From one day to another: in months where these are whole, or in years.
pub(super) fn stretch(first: NaiveDate, last: NaiveDate, unit: Unit) -> Option<Edtf> {
    let month = |day: NaiveDate| Edtf::month(Some(day.year()), day.month());
    let ends_month = first.day() == 1 && last.succ_opt()?.day() == 1;
    match unit {
        Unit::Month | Unit::Quarter | Unit::Year if ends_month => {
            Edtf::between(&month(first)?, &month(last)?)
        }
        _ => Edtf::days(first, last),
    }
}
