//! What words say of time before it is settled: a year may still be missing,
//! which the other end of a range or the publication date gives.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::model::edtf::{Edtf, YearPart};

use super::Finder;
use super::tense::{Tense, tense};

/// A date that may lack its year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Point {
    Day {
        year: Option<i32>,
        month: u32,
        day: u32,
    },
    Month {
        year: Option<i32>,
        month: u32,
    },
    Part {
        year: Option<i32>,
        part: YearPart,
    },
    /// A day of a month that is not named.
    DayOfMonth(u32),
    /// A day of a week that is not named.
    Weekday(Weekday),
    /// Settled; `None` when the publication date that it needs is not known.
    Fixed(Option<Edtf>),
}

/// A date at some tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) point: Point,
    /// Whether the publication date has been asked.
    pub(super) anchored: bool,
}

impl Found {
    pub(super) fn new(start: usize, end: usize, point: Point) -> Self {
        Self {
            start,
            end,
            point,
            anchored: false,
        }
    }

    /// A date that is settled without the publication date.
    pub(super) fn fixed(start: usize, end: usize, value: Edtf) -> Self {
        Self::new(start, end, Point::Fixed(Some(value)))
    }

    /// A date that was counted from the publication date.
    pub(super) fn counted(start: usize, end: usize, value: Option<Edtf>) -> Self {
        Self {
            anchored: true,
            ..Self::new(start, end, Point::Fixed(value))
        }
    }
}

impl Point {
    pub(super) fn year(&self) -> Option<i32> {
        match self {
            Self::Day { year, .. } | Self::Month { year, .. } | Self::Part { year, .. } => *year,
            Self::Fixed(Some(value)) => Some(value.earliest()?.year()),
            _ => None,
        }
    }

    /// Its month and day, for what comes first in a year.
    pub(super) fn in_year(&self) -> Option<(u32, u32)> {
        match self {
            Self::Day { month, day, .. } => Some((*month, *day)),
            Self::Month { month, .. } => Some((*month, 1)),
            Self::Part { part, .. } => Some((part.months().0, 1)),
            _ => None,
        }
    }

    /// Whether only its year is missing.
    pub(super) fn lacks_year(&self) -> bool {
        self.in_year().is_some() && self.year().is_none()
    }

    /// The same in this year, if it had none.
    pub(super) fn with_year(self, year: i32) -> Self {
        match self {
            Self::Day {
                year: None,
                month,
                day,
            } => Self::Day {
                year: Some(year),
                month,
                day,
            },
            Self::Month { year: None, month } => Self::Month {
                year: Some(year),
                month,
            },
            Self::Part { year: None, part } => Self::Part {
                year: Some(year),
                part,
            },
            other => other,
        }
    }

    /// The value when no year is missing, or none is to be had.
    fn value(&self) -> Option<Edtf> {
        match self {
            Self::Day {
                year: Some(year),
                month,
                day,
            } => Edtf::day(NaiveDate::from_ymd_opt(*year, *month, *day)?),
            Self::Day {
                year: None,
                month,
                day,
            } => Edtf::yearless_day(Some(*month), *day),
            Self::Month { year, month } => Edtf::month(*year, *month),
            Self::Part { year, part } => Edtf::part(*year, *part),
            Self::DayOfMonth(day) => Edtf::yearless_day(None, *day),
            Self::Weekday(_) | Self::Fixed(None) => None,
            Self::Fixed(value) => value.clone(),
        }
    }
}

impl Finder<'_, '_> {
    /// The tense around a date.
    pub(super) fn tense_of(&self, found: &Found) -> Tense {
        tense(self.r, found.start, found.end)
    }

    /// What a date means, and whether the publication date was asked. `None`
    /// when the calendar has no such day.
    pub(super) fn resolve(&self, found: &Found) -> Option<(Option<Edtf>, bool)> {
        let settled = self.settle(found.clone(), None);
        match &settled.point {
            Point::Weekday(_) | Point::Fixed(None) => Some((None, true)),
            point => Some((Some(point.value()?), settled.anchored)),
        }
    }

    /// The date with what was missing taken from the publication date, where
    /// that is known.
    pub(super) fn settle(&self, found: Found, told: Option<Tense>) -> Found {
        let Some(anchor) = self.anchor else {
            return found;
        };
        let tense = || told.unwrap_or_else(|| self.tense_of(&found));
        let point = match &found.point {
            Point::Day {
                year: None,
                month,
                day,
            } => anchor
                .year_of_day(*month, *day, tense())
                .map(|year| Point::Day {
                    year: Some(year),
                    month: *month,
                    day: *day,
                }),
            Point::Month { year: None, month } => {
                let year = anchor.year_of(*month, 1, tense());
                Some(Point::Month {
                    year: Some(year),
                    month: *month,
                })
            }
            Point::Part { year: None, part } => {
                let (first, months) = part.months();
                let year = anchor.year_of(first, months, tense());
                Some(Point::Part {
                    year: Some(year),
                    part: *part,
                })
            }
            Point::DayOfMonth(day) => anchor
                .day_of_month(*day, tense())
                .map(|date| Point::Fixed(Edtf::day(date))),
            Point::Weekday(weekday) => anchor
                .weekday(*weekday, tense())
                .map(|date| Point::Fixed(Edtf::day(date))),
            _ => None,
        };
        match point {
            Some(point) => Found {
                point,
                anchored: true,
                ..found
            },
            None => found,
        }
    }

    /// The value of a date, with the publication date's help.
    pub(super) fn value(&self, found: &Found) -> Option<Edtf> {
        self.resolve(found)?.0
    }

    /// The first day of what a date means.
    pub(super) fn day(&self, found: &Found) -> Option<NaiveDate> {
        self.value(found)?.earliest()
    }
}
