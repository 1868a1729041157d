//! Dates as reviews have them. They should be ISO 8601 dates; other forms are
//! taken where they can mean one day only.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use super::When;
use crate::model::edtf::EdtfDate;

/// Forms of a time without a zone.
const LOCAL: [&str; 4] = [
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
];

/// Forms of a time with its zone.
const ZONED: [&str; 4] = [
    "%Y-%m-%dT%H:%M:%S%.f%#z",
    "%Y-%m-%d %H:%M:%S%.f%#z",
    "%Y-%m-%d %H:%M:%S%.f %#z",
    "%Y-%m-%dT%H:%M%#z",
];

/// Forms of a day in words, or with the year first.
const DAYS: [&str; 7] = [
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y%m%d",
    "%B %d, %Y",
    "%B %d %Y",
    "%d %B %Y",
    "%A, %B %d, %Y",
];

/// Whether a text is a date, or a date with a time, as ISO 8601 writes them.
pub(super) fn is_iso(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && (text.parse::<EdtfDate>().is_ok() || zoned(text).is_some() || local(text).is_some())
}

/// The date that a text means; none where it could mean several.
pub(super) fn when(text: &str) -> Option<When> {
    let text = text.trim();
    if let Ok(date) = text.parse() {
        return Some(When { date, time: None });
    }
    // The day is the one on the clock of who wrote it.
    if let Some((day, time)) = zoned(text) {
        return Some(When {
            date: edtf(day)?,
            time: Some(time),
        });
    }
    let days = || {
        DAYS.iter()
            .find_map(|form| NaiveDate::parse_from_str(text, form).ok())
    };
    let day = local(text).or_else(days)?;
    Some(When {
        date: edtf(day)?,
        time: None,
    })
}

fn edtf(day: NaiveDate) -> Option<EdtfDate> {
    day.to_string().parse().ok()
}

fn zoned(text: &str) -> Option<(NaiveDate, DateTime<Utc>)> {
    let time = DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_rfc2822(text))
        .ok()
        .or_else(|| {
            let mut forms = ZONED.iter();
            forms.find_map(|form| DateTime::parse_from_str(text, form).ok())
        })?;
    Some((time.date_naive(), time.to_utc()))
}

fn local(text: &str) -> Option<NaiveDate> {
    let mut forms = LOCAL.iter();
    forms.find_map(|form| Some(NaiveDateTime::parse_from_str(text, form).ok()?.date()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_one_day_is_read() {
        let cases = [
            ("2024-05-01", "2024-05-01", None),
            ("2024-05", "2024-05", None),
            ("2024", "2024", None),
            (
                "2024-05-01T23:30:00-05:00",
                "2024-05-01",
                Some("2024-05-02T04:30:00+00:00"),
            ),
            (
                "2024-05-01T10:00:00+0200",
                "2024-05-01",
                Some("2024-05-01T08:00:00+00:00"),
            ),
            (
                "2024-05-01T10:00:00.123Z",
                "2024-05-01",
                Some("2024-05-01T10:00:00.123+00:00"),
            ),
            ("2024-05-01 10:00:00", "2024-05-01", None),
            (
                "Wed, 01 May 2024 10:00:00 +0000",
                "2024-05-01",
                Some("2024-05-01T10:00:00+00:00"),
            ),
            ("May 1, 2024", "2024-05-01", None),
            ("1 May 2024", "2024-05-01", None),
            ("2024/05/01", "2024-05-01", None),
        ];
        for (given, day, time) in cases {
            let read = when(given).unwrap_or_else(|| panic!("{given}"));
            assert_eq!(read.date.as_str(), day, "{given}");
            assert_eq!(
                read.time.map(|time| time.to_rfc3339()).as_deref(),
                time,
                "{given}"
            );
        }
    }

    #[test]
    fn what_could_mean_several_days_is_not() {
        for given in [
            "01/02/2024",
            "1.2.2024",
            "yesterday",
            "",
            "2024-13-01",
            "2024-02-30",
        ] {
            assert_eq!(when(given), None, "{given}");
        }
    }

    #[test]
    fn only_iso_dates_are_iso_dates() {
        assert!(is_iso("2024-05-01") && is_iso("2024-05-01T10:00:00+02:00"));
        assert!(!is_iso("May 1, 2024") && !is_iso("Wed, 01 May 2024"));
    }
}
