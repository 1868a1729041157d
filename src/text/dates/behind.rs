//! The year behind a month, a day or a part of a year: ", 2018", "of 2018",
//! "'18", "next year".

use super::Finder;
use super::numbers::{Numbered, digits, goes_on_as_number, year_in_words};
use super::words::is_counted;

/// A year behind a month or a day, with whether it was counted from the
/// publication date.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct YearBehind {
    pub(super) year: Option<i32>,
    pub(super) anchored: bool,
}

impl Finder<'_, '_> {
    /// A year behind a month or a day: ", 2018", "of 2018", "'18", "next year".
    pub(super) fn year_behind(&self, at: usize) -> Numbered<YearBehind> {
        let mark = self.r.word(at);
        let next = at
            + usize::from(
                mark == ","
                    || self.r.lower(at) == "of"
                    || (matches!(mark, "-" | "/")
                        && self.r.is_glued(at)
                        && self.r.is_glued(at + 1)),
            );
        if let Some(year) = digits(self.r, next, 4) {
            let length = self.r.word(next).len();
            let year = i32::try_from(year).ok()?;
            let whole =
                length == 4 && (1000..=2199).contains(&year) && !goes_on_as_number(self.r, next);
            if whole && !(mark == "," && is_counted(self.r.lower(next + 1))) {
                return Some((
                    YearBehind {
                        year: Some(year),
                        anchored: false,
                    },
                    next + 1,
                ));
            }
            // "August 99", where 99 can be no day.
            let short = length == 2
                && year > 31
                && next == at
                && !goes_on_as_number(self.r, next)
                && !is_counted(self.r.lower(next + 1));
            return short.then_some((
                YearBehind {
                    year: Some(1900 + year),
                    anchored: false,
                },
                next + 1,
            ));
        }
        if matches!(self.r.word(next), "'" | "’" | "‘")
            && self.r.is_glued(next + 1)
            && self.r.word(next + 1).len() == 2
        {
            let short = i32::try_from(digits(self.r, next + 1, 2)?).ok()?;
            let year = if short < 50 {
                2000 + short
            } else {
                1900 + short
            };
            return Some((
                YearBehind {
                    year: Some(year),
                    anchored: false,
                },
                next + 2,
            ));
        }
        if let Some((year, end)) = year_in_words(self.r, next) {
            return Some((
                YearBehind {
                    year: Some(year),
                    anchored: false,
                },
                end,
            ));
        }
        let offset = self.shift_word(next)?;
        if self.r.lower(next + 1) != "year" {
            return None;
        }
        let year = self.anchor.map(|anchor| anchor.year + offset);
        Some((
            YearBehind {
                year,
                anchored: true,
            },
            next + 2,
        ))
    }
}
