//! Counting from the day an article came out, as exactly as that day is
//! known.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::model::edtf::{Edtf, EdtfDate, YearPart};

use super::tense::Tense;
use super::words::Unit;

/// The publication date.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anchor {
    pub(super) year: i32,
    pub(super) month: Option<u32>,
    pub(super) day: Option<NaiveDate>,
}

/// Without a word for the tense, a date so many days ahead is rather meant
/// than one almost a year back.
const SOON: i64 = 45;

impl Anchor {
    pub(super) fn new(date: &EdtfDate) -> Self {
        Self {
            year: date.year(),
            month: date.month(),
            day: date.day(),
        }
    }

    /// The first day that the publication date can be.
    fn first_day(self) -> Option<NaiveDate> {
        let first = NaiveDate::from_ymd_opt(self.year, self.month.unwrap_or(1), 1);
        self.day.or(first)
    }

    /// The unit that is so many after the one of the publication.
    pub(super) fn unit(self, unit: Unit, offset: i32) -> Option<Edtf> {
        match unit {
            Unit::Day => Edtf::day(moved(self.day?, Unit::Day, offset)?),
            Unit::Week | Unit::Fortnight => Edtf::week(moved(self.day?, Unit::Week, offset)?),
            Unit::Weekend => {
                let monday = self.day?.week(Weekday::Mon).checked_first_day()?;
                let saturday = moved(monday, Unit::Day, offset.checked_mul(7)?.checked_add(5)?)?;
                Edtf::days(saturday, saturday.succ_opt()?)
            }
            Unit::Month => {
                self.month?;
                let day = moved(self.first_day()?, Unit::Month, offset)?;
                Edtf::month(Some(day.year()), day.month())
            }
            Unit::Quarter => {
                self.month?;
                let day = moved(self.first_day()?, Unit::Month, offset.checked_mul(3)?)?;
                Edtf::part(Some(day.year()), YearPart::quarter(day.month0() / 3 + 1)?)
            }
            Unit::Year => Edtf::year(self.year.checked_add(offset)?),
            Unit::Decade => Edtf::decade(self.year.checked_add(offset.checked_mul(10)?)?),
            Unit::Century => Edtf::century(self.year.checked_add(offset.checked_mul(100)?)?),
        }
    }

    /// From so many units back up to the publication.
    pub(super) fn past(self, unit: Unit, count: i32) -> Option<Edtf> {
        let end = self.value()?;
        let start = self.shifted(unit, -count)?;
        Edtf::between(&start, &end)
    }

    /// From the publication on over so many units; `whole` counts the day of
    /// publication in.
    pub(super) fn coming(self, unit: Unit, count: i32, whole: bool) -> Option<Edtf> {
        let Some(day) = self.day else {
            return Edtf::between(&self.value()?, &self.shifted(unit, count)?);
        };
        let first = if whole { day } else { day.succ_opt()? };
        let last = moved(day, unit, count)?;
        Edtf::days(first, last.max(first))
    }

    /// The publication date itself.
    pub(super) fn value(self) -> Option<Edtf> {
        match (self.day, self.month) {
            (Some(day), _) => Edtf::day(day),
            (None, Some(month)) => Edtf::month(Some(self.year), month),
            (None, None) => Edtf::year(self.year),
        }
    }

    /// The publication date moved by so many units, as exact as it is.
    fn shifted(self, unit: Unit, count: i32) -> Option<Edtf> {
        let day = moved(self.first_day()?, unit, count)?;
        let coarse = matches!(
            unit,
            Unit::Day | Unit::Week | Unit::Fortnight | Unit::Weekend
        );
        match (self.day, self.month) {
            (Some(_), _) => Edtf::day(day),
            (None, Some(_)) if !coarse => Edtf::month(Some(day.year()), day.month()),
            (None, None) if matches!(unit, Unit::Year | Unit::Decade | Unit::Century) => {
                Edtf::year(day.year())
            }
            _ => None,
        }
    }

    /// The year of a month, a quarter or a season that is named without one.
    pub(super) fn year_of(self, first: u32, months: u32, tense: Tense) -> i32 {
        let Some(now) = self.month else {
            return self.year;
        };
        let last = first + months - 1;
        let running = first <= now && now <= last;
        match tense {
            _ if running => self.year,
            Tense::Future if last < now => self.year + 1,
            Tense::Past | Tense::Unknown if first > now => {
                let soon = tense == Tense::Unknown && first - now <= 2;
                if soon { self.year } else { self.year - 1 }
            }
            _ => self.year,
        }
    }

    /// The year of a day that is named without one.
    pub(super) fn year_of_day(self, month: u32, day: u32, tense: Tense) -> Option<i32> {
        let year = self.year_of_plain_day(month, day, tense);
        let in_year = |year| NaiveDate::from_ymd_opt(year, month, day).is_some();
        // The 29th of February takes the nearest year that has one.
        let step = if tense == Tense::Future { 1 } else { -1 };
        (0..8).map(|n| year + n * step).find(|year| in_year(*year))
    }

    fn year_of_plain_day(self, month: u32, day: u32, tense: Tense) -> i32 {
        let Some(now) = self.day else {
            return self.year_of(month, 1, tense);
        };
        let Some(date) = NaiveDate::from_ymd_opt(now.year(), month, day) else {
            return if tense == Tense::Future {
                now.year()
            } else {
                now.year().min(self.year)
            };
        };
        let ahead = date.signed_duration_since(now).num_days();
        match tense {
            Tense::Future if ahead < 0 => now.year() + 1,
            Tense::Past if ahead > 0 => now.year() - 1,
            Tense::Unknown if ahead > SOON => now.year() - 1,
            Tense::Unknown if ahead < SOON - 365 => now.year() + 1,
            _ => now.year(),
        }
    }

    /// A day of the week, today among them: the last one, or the next when the
    /// sentence looks ahead.
    pub(super) fn weekday(self, weekday: Weekday, tense: Tense) -> Option<NaiveDate> {
        let today = self.day?;
        match tense {
            Tense::Future => Some(on_or_after(today, weekday)?),
            _ => on_or_before(today, weekday),
        }
    }

    /// A day of the month that is named without month: in the month of the
    /// publication if that has come, else in the one before.
    pub(super) fn day_of_month(self, day: u32, tense: Tense) -> Option<NaiveDate> {
        let today = self.day?;
        let first = today.with_day(1)?;
        let offsets: &[i32] = match tense {
            Tense::Future => &[0, 1, 2],
            Tense::Past | Tense::Unknown => &[0, -1, -2],
        };
        offsets.iter().find_map(|offset| {
            let date = moved(first, Unit::Month, *offset)?.with_day(day)?;
            let fits = match tense {
                Tense::Future => date >= today,
                Tense::Past | Tense::Unknown => date <= today,
            };
            fits.then_some(date)
        })
    }
}

/// The last such day of the week up to a day.
pub(super) fn on_or_before(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let back = day.weekday().days_since(weekday);
    day.checked_sub_days(Days::new(back.into()))
}

/// The first such day of the week from a day on.
pub(super) fn on_or_after(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let ahead = weekday.days_since(day.weekday());
    day.checked_add_days(Days::new(ahead.into()))
}

/// A day moved by so many units; the end of a month stays inside the month.
pub(super) fn moved(day: NaiveDate, unit: Unit, count: i32) -> Option<NaiveDate> {
    let days = |days: i32| {
        let step = Days::new(u64::from(days.unsigned_abs()));
        if days < 0 {
            day.checked_sub_days(step)
        } else {
            day.checked_add_days(step)
        }
    };
    let months = |months: i32| {
        let step = Months::new(months.unsigned_abs());
        if months < 0 {
            day.checked_sub_months(step)
        } else {
            day.checked_add_months(step)
        }
    };
    match unit {
        Unit::Day => days(count),
        Unit::Week | Unit::Weekend => days(count.checked_mul(7)?),
        Unit::Fortnight => days(count.checked_mul(14)?),
        Unit::Month => months(count),
        Unit::Quarter => months(count.checked_mul(3)?),
        Unit::Year => months(count.checked_mul(12)?),
        Unit::Decade => months(count.checked_mul(120)?),
        Unit::Century => months(count.checked_mul(1200)?),
    }
}
