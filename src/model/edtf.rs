//! Dates of the world, which can be partial: the level 0 part of EDTF
//! (ISO 8601-2:2019) that the desk stores: `2018`, `2018-08`, `2018-08-20`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A year, a month or a day, written as EDTF.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
}

/// What words of a text say of time, written as EDTF: besides years, months
/// and days also decades (`199X`), seasons, quarters, intervals, and dates of
/// which a part is not known (`XXXX-08-20`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "String")]
pub struct Edtf(String);

impl Edtf {
    /// The date as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Edtf> for String {
    fn from(date: Edtf) -> Self {
        date.0
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
