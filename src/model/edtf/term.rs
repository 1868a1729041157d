//! One date of EDTF, taken apart: which year, and what within it. The bounds
//! of intervals and the written form of everything come from here.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::part::YearPart;

/// The year of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// One year, counted as astronomers do: 44 BC is -43.
    Known(i32),
    /// Ten years, by the year over ten: 199 for `199X`.
    Decade(i32),
    /// A hundred years, by the year over a hundred: 19 for `19XX`.
    Century(i32),
    /// Any year: `XXXX`.
    Unknown,
}

/// What within the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// All of it.
    All,
    /// A month.
    Month(u32),
    /// A day of a month, or of any month: `XXXX-XX-27`.
    Day(Option<u32>, u32),
    /// A season, a quarter or a half.
    Part(YearPart),
}

/// One date, possibly partial, possibly approximate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) year: Year,
    pub(super) within: Within,
    pub(super) approximate: bool,
}

impl Term {
    /// A term that the calendar has.
    pub(super) fn new(year: Year, within: Within) -> Option<Self> {
        let term = Self {
            year,
            within,
            approximate: false,
        };
        let fits = match (year, within) {
            (Year::Known(year), within) => {
                (-9999..=9999).contains(&year) && in_year(year, within).is_some()
            }
            (Year::Decade(decade), Within::All) => (0..=999).contains(&decade),
            (Year::Century(century), Within::All) => (0..=99).contains(&century),
            // 2024 has every day that a year can have; January has 31.
            (Year::Unknown, Within::Day(None, day)) => (1..=31).contains(&day),
            (Year::Unknown, Within::All) => false,
            (Year::Unknown, within) => in_year(2024, within).is_some(),
            _ => false,
        };
        fits.then_some(term)
    }

    /// Reads a term as it is written.
    pub(super) fn parse(given: &str) -> Option<Self> {
        let (given, approximate) = match given.strip_suffix('~') {
            Some(rest) => (rest, true),
            None => (given, false),
        };
        let (given, before) = match given.strip_prefix('-') {
            Some(rest) => (rest, true),
            None => (given, false),
        };
        let (year, rest) = match given.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (given, None),
        };
        let year = parse_year(year, before)?;
        let within = rest.map_or(Some(Within::All), parse_within)?;
        let term = Self::new(year, within)?;
        Some(Self {
            approximate,
            ..term
        })
    }

    /// Its first and its last day, when its year is known.
    pub(super) fn bounds(self) -> Option<(NaiveDate, NaiveDate)> {
        match self.year {
            Year::Known(year) => in_year(year, self.within),
            Year::Decade(decade) => whole_years(decade * 10, decade * 10 + 9),
            Year::Century(century) => whole_years(century * 100, century * 100 + 99),
            Year::Unknown => None,
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Year::Known(year) if year < 0 => write!(f, "-{:04}", year.unsigned_abs())?,
            Year::Known(year) => write!(f, "{year:04}")?,
            Year::Decade(decade) => write!(f, "{decade:03}X")?,
            Year::Century(century) => write!(f, "{century:02}XX")?,
            Year::Unknown => f.write_str("XXXX")?,
        }
        match self.within {
            Within::All => {}
            Within::Month(month) => write!(f, "-{month:02}")?,
            Within::Day(Some(month), day) => write!(f, "-{month:02}-{day:02}")?,
            Within::Day(None, day) => write!(f, "-XX-{day:02}")?,
            Within::Part(part) => write!(f, "-{}", part.code())?,
        }
        f.write_str(if self.approximate { "~" } else { "" })
    }
}

fn digits(part: &str, width: usize) -> Option<u32> {
    let fits = part.len() == width && part.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| part.parse().ok()).flatten()
}

fn parse_year(given: &str, before: bool) -> Option<Year> {
    let number = |part: &str, width| digits(part, width).and_then(|n| i32::try_from(n).ok());
    if let Some(year) = number(given, 4) {
        return match (before, year) {
            (true, 0) => None,
            (true, year) => Some(Year::Known(-year)),
            (false, year) => Some(Year::Known(year)),
        };
    }
    if before {
        return None;
    }
    if given == "XXXX" {
        return Some(Year::Unknown);
    }
    if let Some(century) = given.strip_suffix("XX") {
        return number(century, 2).map(Year::Century);
    }
    number(given.strip_suffix('X')?, 3).map(Year::Decade)
}

fn parse_within(given: &str) -> Option<Within> {
    let Some((month, day)) = given.split_once('-') else {
        let code = digits(given, 2)?;
        return match YearPart::from_code(code) {
            Some(part) => Some(Within::Part(part)),
            None => (1..=12).contains(&code).then_some(Within::Month(code)),
        };
    };
    let day = digits(day, 2)?;
    match month {
        "XX" => Some(Within::Day(None, day)),
        month => Some(Within::Day(Some(digits(month, 2)?), day)),
    }
}

fn whole_years(first: i32, last: i32) -> Option<(NaiveDate, NaiveDate)> {
    Some((
        NaiveDate::from_ymd_opt(first, 1, 1)?,
        NaiveDate::from_ymd_opt(last, 12, 31)?,
    ))
}

/// From the first of one month over a number of months.
fn months(year: i32, month: u32, count: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let after = first.checked_add_months(chrono::Months::new(count))?;
    Some((first, after.pred_opt()?))
}

fn in_year(year: i32, within: Within) -> Option<(NaiveDate, NaiveDate)> {
    match within {
        Within::All => whole_years(year, year),
        Within::Month(month) => months(year, month, 1),
        Within::Day(month, day) => {
            let day = NaiveDate::from_ymd_opt(year, month?, day)?;
            debug_assert_eq!(day.year(), year, "a day lies in its year");
            Some((day, day))
        }
        Within::Part(part) => {
            let (first, count) = part.months();
            months(year, first, count)
        }
    }
}
