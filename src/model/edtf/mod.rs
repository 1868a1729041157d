//! Dates of the world, which can be partial: the level 0 part of EDTF
//! (ISO 8601-2:2019) that the desk stores: `2018`, `2018-08`, `2018-08-20`;
//! and in [`Edtf`] the wider part that words of a text can mean.

mod part;
mod term;
mod value;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use part::YearPart;
pub use value::{Edtf, NotEdtf};

/// A year, a month or a day, written as EDTF.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
pub struct EdtfDate(String);

/// A text that is no date the desk can store.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a date; write 2018, 2018-08 or 2018-08-20")]
pub struct NotADate(pub String);

impl EdtfDate {
    /// The date as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its year.
    pub fn year(&self) -> i32 {
        self.part(0).unwrap_or_default()
    }

    /// Its month, where it says one.
    pub fn month(&self) -> Option<u32> {
        self.part(1)
    }

    /// Its day, where it is one.
    pub fn day(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year(), self.month()?, self.part(2)?)
    }

    fn part<N: std::str::FromStr>(&self, index: usize) -> Option<N> {
        self.0.split('-').nth(index)?.parse().ok()
    }
}

impl std::str::FromStr for EdtfDate {
    type Err = NotADate;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let refuse = || NotADate(given.to_owned());
        let digits = |part: &str, width: usize| {
            (part.len() == width && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u32>().ok())
                .flatten()
                .ok_or_else(refuse)
        };
        let mut parts = given.split('-');
        let year = digits(parts.next().unwrap_or_default(), 4)?;
        let month = parts.next().map_or(Ok(1), |part| digits(part, 2))?;
        let day = parts.next().map_or(Ok(1), |part| digits(part, 2))?;
        let year = i32::try_from(year).map_err(|_| refuse())?;
        let real = NaiveDate::from_ymd_opt(year, month, day).is_some();
        if real && parts.next().is_none() {
            Ok(Self(given.to_owned()))
        } else {
            Err(refuse())
        }
    }
}

impl TryFrom<String> for EdtfDate {
    type Error = NotADate;
    fn try_from(given: String) -> Result<Self, NotADate> {
        given.parse()
    }
}

impl From<EdtfDate> for String {
    fn from(date: EdtfDate) -> Self {
        date.0
    }
}

impl std::fmt::Display for EdtfDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_months_and_days_are_dates() {
        for good in ["2018", "2018-08", "2018-08-20", "2024-02-29"] {
            assert_eq!(good.parse::<EdtfDate>().unwrap().as_str(), good);
        }
        let day: EdtfDate = "2024-02-29".parse().unwrap();
        assert_eq!((day.year(), day.month()), (2024, Some(2)));
        assert_eq!(day.day(), NaiveDate::from_ymd_opt(2024, 2, 29));
        let year: EdtfDate = "2018".parse().unwrap();
        assert_eq!((year.year(), year.month(), year.day()), (2018, None, None));
    }

    #[test]
    fn what_the_calendar_does_not_have_is_refused() {
        for bad in [
            "",
            "18",
            "2018-13",
            "2018-04-31",
            "2023-02-29",
            "2018-8-2",
            "2018-08-20-1",
            "20 August 2018",
            "+018",
        ] {
            assert!(bad.parse::<EdtfDate>().is_err(), "{bad}");
        }
    }
}
