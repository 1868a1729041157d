//! What words of a text say of time: an EDTF date or interval, always one
//! that the calendar has.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::EdtfDate;
use super::part::YearPart;
use super::term::{Term, Within, Year};

/// What words of a text say of time, written as EDTF (ISO 8601-2:2019 and the
/// Extended Date/Time Format of the Library of Congress).
///
/// | words | value |
/// | --- | --- |
/// | 2018, August 2018, 20 August 2018 | `2018`, `2018-08`, `2018-08-20` |
/// | 44 BC | `-0043` |
/// | the 1990s, the 20th century | `199X`, `19XX` |
/// | spring, the third quarter, the first half of 2018 | `2018-21`, `2018-35`, `2018-40` |
/// | 20 August, August, the 20th | `XXXX-08-20`, `XXXX-08`, `XXXX-XX-20` |
/// | 20 to 24 August 2018 | `2018-08-20/2018-08-24` |
/// | since 2018, until 2018 | `2018/..`, `../2018` |
/// | around 2018 | `2018~` |
///
/// A week is the interval from its Monday to its Sunday.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Edtf(String);

/// A text that is no EDTF value, or not in one of the forms of [`Edtf`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an EDTF date; write 2018, 2018-08-20, 199X, 2018-35 or 2018/2019")]
pub struct NotEdtf(pub String);

impl Edtf {
    /// The date as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A year, as astronomers count: 44 BC is -43.
    pub fn year(year: i32) -> Option<Self> {
        Self::term(Year::Known(year), Within::All)
    }

    /// A month; of any year when the year is not known.
    pub fn month(year: Option<i32>, month: u32) -> Option<Self> {
        Self::term(known(year), Within::Month(month))
    }

    /// A day.
    pub fn day(day: NaiveDate) -> Option<Self> {
        let within = Within::Day(Some(day.month()), day.day());
        Self::term(Year::Known(day.year()), within)
    }

    /// A day of a month of any year, or of any month.
    pub fn yearless_day(month: Option<u32>, day: u32) -> Option<Self> {
        Self::term(Year::Unknown, Within::Day(month, day))
    }

    /// A season, a quarter or a half; of any year when the year is not known.
    pub fn part(year: Option<i32>, part: YearPart) -> Option<Self> {
        Self::term(known(year), Within::Part(part))
    }

    /// The ten years that a year lies in.
    pub fn decade(year: i32) -> Option<Self> {
        Self::term(Year::Decade(year.div_euclid(10)), Within::All)
    }

    /// The hundred years that a year lies in, 1900 with 1999.
    pub fn century(year: i32) -> Option<Self> {
        Self::term(Year::Century(year.div_euclid(100)), Within::All)
    }

    /// The week that a day lies in, from Monday to Sunday.
    pub fn week(day: NaiveDate) -> Option<Self> {
        let monday = day.week(Weekday::Mon).checked_first_day()?;
        Self::days(monday, monday.checked_add_days(Days::new(6))?)
    }

    /// From one day to another, or the one day if they are the same.
    pub fn days(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        if first == last {
            return Self::day(first);
        }
        Self::between(&Self::day(first)?, &Self::day(last)?)
    }

    /// From the beginning of one to the end of another. `None` if that runs
    /// backwards.
    pub fn between(start: &Self, end: &Self) -> Option<Self> {
        format!("{}/{}", start.start(), end.end()).parse().ok()
    }

    /// From the beginning of this on, without an end.
    pub fn since(start: &Self) -> Option<Self> {
        format!("{}/..", start.start()).parse().ok()
    }

    /// Up to the end of this, from no known beginning.
    pub fn until(end: &Self) -> Option<Self> {
        format!("../{}", end.end()).parse().ok()
    }

    /// The same, but only approximately.
    #[must_use]
    pub fn approximately(&self) -> Self {
        let mark = |part: &str| match part {
            ".." => part.to_owned(),
            part => format!("{}~", part.trim_end_matches('~')),
        };
        match self.0.split_once('/') {
            Some((start, end)) => Self(format!("{}/{}", mark(start), mark(end))),
            None => Self(mark(&self.0)),
        }
    }

    /// Whether it holds only approximately.
    pub fn is_approximate(&self) -> bool {
        self.0.contains('~')
    }

    /// Whether it is an interval.
    pub fn is_interval(&self) -> bool {
        self.0.contains('/')
    }

    /// What it begins with: of an interval the date before the stroke, which
    /// is `..` where that is open.
    pub fn start(&self) -> &str {
        self.0.split_once('/').map_or(&*self.0, |(start, _)| start)
    }

    /// What it ends with: of an interval the date behind the stroke, which is
    /// `..` where that is open.
    pub fn end(&self) -> &str {
        self.0.split_once('/').map_or(&*self.0, |(_, end)| end)
    }

    /// The first day that it can mean; `None` when it is open or its year is
    /// not known. That it is approximate changes nothing.
    pub fn earliest(&self) -> Option<NaiveDate> {
        Some(Term::parse(self.start())?.bounds()?.0)
    }

    /// The last day that it can mean; `None` when it is open or its year is
    /// not known.
    pub fn latest(&self) -> Option<NaiveDate> {
        Some(Term::parse(self.end())?.bounds()?.1)
    }

    /// The first and the last day that it can mean; `None` when it is open or its
    /// year is not known.
    pub fn bounds(&self) -> Option<(NaiveDate, NaiveDate)> {
        Some((self.earliest()?, self.latest()?))
    }

    fn term(year: Year, within: Within) -> Option<Self> {
        Term::new(year, within).map(|term| Self(term.to_string()))
    }
}

fn known(year: Option<i32>) -> Year {
    year.map_or(Year::Unknown, Year::Known)
}

impl FromStr for Edtf {
    type Err = NotEdtf;

    fn from_str(given: &str) -> Result<Self, NotEdtf> {
        let refuse = || NotEdtf(given.to_owned());
        let Some((start, end)) = given.split_once('/') else {
            let term = Term::parse(given).ok_or_else(refuse)?;
            return Ok(Self(term.to_string()));
        };
        let side = |part: &str| match part {
            ".." => Some(None),
            part => Term::parse(part).map(Some),
        };
        let start = side(start).ok_or_else(refuse)?;
        let end = side(end).ok_or_else(refuse)?;
        let forwards = match (start.and_then(Term::bounds), end.and_then(Term::bounds)) {
            (Some((first, _)), Some((_, last))) => first <= last,
            _ => start.is_some() || end.is_some(),
        };
        let value = Self(given.to_owned());
        forwards.then_some(value).ok_or_else(refuse)
    }
}

impl TryFrom<String> for Edtf {
    type Error = NotEdtf;
    fn try_from(given: String) -> Result<Self, NotEdtf> {
        given.parse()
    }
}

impl From<Edtf> for String {
    fn from(date: Edtf) -> Self {
        date.0
    }
}

/// A date that the desk stores is one that a text can mean.
impl From<&EdtfDate> for Edtf {
    fn from(date: &EdtfDate) -> Self {
        Self(date.as_str().to_owned())
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(given: &str) -> Edtf {
        given.parse().unwrap()
    }

    #[test]
    fn what_is_read_is_written_the_same() {
        for form in [
            "2018",
            "-0043",
            "0000",
            "2018-08",
            "2018-08-20",
            "199X",
            "19XX",
            "2018-21",
            "2018-36",
            "2018-41",
            "XXXX-08-20",
            "XXXX-08",
            "XXXX-02-29",
            "XXXX-XX-27",
            "XXXX-24",
            "2018~",
            "2018-08-20/2018-08-24",
            "2018/..",
            "../2018-05",
            "1990~/1993~",
            "XXXX-03/XXXX-06",
        ] {
            assert_eq!(read(form).as_str(), form);
        }
    }

    #[test]
    fn what_the_calendar_does_not_have_is_refused() {
        for bad in [
            "",
            "18",
            "XXXX",
            "2018-13",
            "2018-20",
            "2018-42",
            "2023-02-29",
            "XXXX-02-30",
            "XXXX-XX-32",
            "-0000",
            "199X-08",
            "-19XX",
            "2018/2017",
            "../..",
            "2018/",
            "/2018",
            "2018/2019/2020",
            "2018~~",
            "2018-8-2",
            "20.8.2018",
            "+018",
            "２０18",
        ] {
            assert!(bad.parse::<Edtf>().is_err(), "{bad}");
        }
    }

    #[test]
    fn the_bounds_are_the_first_and_the_last_day() {
        for (form, first, last) in [
            ("2018", "2018-01-01", "2018-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("199X", "1990-01-01", "1999-12-31"),
            ("18XX", "1800-01-01", "1899-12-31"),
            ("2018-24", "2018-12-01", "2019-02-28"),
            ("2018-34~", "2018-04-01", "2018-06-30"),
            ("2018-41", "2018-07-01", "2018-12-31"),
            ("1914/1918", "1914-01-01", "1918-12-31"),
            ("-0043", "-0043-01-01", "-0043-12-31"),
        ] {
            let value = read(form);
            assert_eq!(value.earliest().unwrap().to_string(), first, "{form}");
            assert_eq!(value.latest().unwrap().to_string(), last, "{form}");
        }
        assert_eq!(read("XXXX-08").earliest(), None);
        assert_eq!(read("2018/..").latest(), None);
        assert!(read("2018/..").earliest().is_some());
    }

    #[test]
    fn values_are_put_together() {
        let day = NaiveDate::from_ymd_opt(2025, 4, 15).unwrap();
        let week = Edtf::week(day).unwrap();
        assert_eq!(week.as_str(), "2025-04-14/2025-04-20");
        assert_eq!(week.approximately().as_str(), "2025-04-14~/2025-04-20~");
        let since = Edtf::since(&week).unwrap();
        assert_eq!(since.approximately().as_str(), "2025-04-14~/..");
        let until = Edtf::until(&read("2018~")).unwrap();
        assert_eq!(until.as_str(), "../2018~");
        assert!(Edtf::between(&week, &read("2024")).is_none());
        assert_eq!(Edtf::days(day, day).unwrap().as_str(), "2025-04-15");
        assert_eq!(Edtf::decade(1994).unwrap().as_str(), "199X");
        assert_eq!(YearPart::quarter(3), Some(YearPart::ThirdQuarter));
        assert_eq!(YearPart::quarter(8), None);
        assert_eq!(YearPart::half(2), Some(YearPart::SecondHalf));
        assert!(Edtf::year(12345).is_none());
    }

    #[test]
    fn values_are_json_strings() {
        let json = serde_json::to_string(&read("2018-35")).unwrap();
        assert_eq!(json, "\"2018-35\"");
        assert_eq!(
            serde_json::from_str::<Edtf>(&json).unwrap(),
            read("2018-35")
        );
        assert!(serde_json::from_str::<Edtf>("\"soon\"").is_err());
    }
}
