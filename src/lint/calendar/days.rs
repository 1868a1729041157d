//! Days of the calendar in words, and the calendar that was in use before.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::text::dates::{Order, WrittenDay};

/// The last year in which a country of the press still had the Julian
/// calendar: Greece gave it up in 1923.
const LAST_JULIAN: i32 = 1923;

/// A day in words, in the order in which the text has it.
pub(super) fn long(day: NaiveDate, order: Order) -> String {
    match order {
        Order::Month => day.format("%B %-d, %Y").to_string(),
        Order::Day | Order::Digits => day.format("%-d %B %Y").to_string(),
    }
}

/// A day in words with its day of the week before it.
pub(super) fn with_weekday(day: NaiveDate, order: Order) -> String {
    format!("{}, {}", day.format("%A"), long(day, order))
}

/// The name of a day of the week.
pub(super) fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// The name of a month from 1 to 12.
pub(super) fn month_name(month: u32) -> &'static str {
    let index = u8::try_from(month).unwrap_or_default();
    chrono::Month::try_from(index).map_or("", |month| month.name())
}

/// The nearest day that is such a day of the week.
pub(super) fn nearest(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let ahead = u64::from(weekday.days_since(day.weekday()));
    if ahead <= 3 {
        day.checked_add_days(Days::new(ahead))
    } else {
        day.checked_sub_days(Days::new(7 - ahead))
    }
}

/// How many days a month has; of February 29 when no year is given.
pub(super) fn days_in(month: u32, year: Option<i32>) -> u32 {
    let leap = year.is_none_or(|year| {
        let julian = year <= LAST_JULIAN && year % 4 == 0;
        julian || NaiveDate::from_ymd_opt(year, 2, 29).is_some()
    });
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Whether a written day of a year was such a day of the week, in the calendar
/// of today or in the Julian one while that was in use.
pub(super) fn is_on(written: &WrittenDay, year: i32, weekday: Weekday) -> bool {
    let (month, day) = (written.month, written.day);
    let today = NaiveDate::from_ymd_opt(year, month, day).map(|day| day.weekday());
    let julian = (year <= LAST_JULIAN).then(|| julian_weekday(year, month, day));
    today == Some(weekday) || julian == Some(weekday)
}

/// The day of the week of a day of the Julian calendar after Christ.
fn julian_weekday(year: i32, month: u32, day: u32) -> Weekday {
    let (month, day) = (i64::from(month), i64::from(day));
    // The year is begun in March, so that the leap day comes last.
    let late = i64::from(month < 3);
    let year = i64::from(year) + 4800 - late;
    let days = day + (153 * (month + 12 * late - 3) + 2) / 5 + 365 * year + year / 4 - 32083;
    // Day 0 was a Monday.
    let number = u8::try_from(days.rem_euclid(7)).unwrap_or_default();
    Weekday::try_from(number).unwrap_or(Weekday::Mon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn julian_days_have_their_weekdays() {
        for (year, month, day, weekday) in [
            (1905, 1, 9, Weekday::Sun),
            (1917, 10, 25, Weekday::Wed),
            (1582, 10, 4, Weekday::Thu),
            (1066, 10, 14, Weekday::Sat),
        ] {
            assert_eq!(julian_weekday(year, month, day), weekday, "{year}");
        }
    }

    #[test]
    fn months_have_their_days() {
        let days = |month, year| days_in(month, Some(year));
        assert_eq!(days_in(2, None), 29);
        assert_eq!((days(2, 2023), days(2, 2024), days(2, 2100)), (28, 29, 28));
        assert_eq!((days(2, 1900), days(4, 2024), days(12, 2024)), (29, 30, 31));
    }

    #[test]
    fn the_nearest_day_lies_at_most_three_days_off() {
        let monday = NaiveDate::from_ymd_opt(2025, 4, 14).unwrap();
        let number = |weekday| nearest(monday, weekday).unwrap().day();
        assert_eq!(number(Weekday::Tue), 15);
        assert_eq!(number(Weekday::Thu), 17);
        assert_eq!(number(Weekday::Fri), 11);
        assert_eq!(number(Weekday::Sun), 13);
    }
}
