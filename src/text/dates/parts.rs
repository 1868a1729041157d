//! Parts of a year: "the third quarter of 2019", "H1 2016", "spring 2020".

use crate::model::edtf::{Edtf, YearPart};
use crate::text::reading::Shape;

use super::Finder;
use super::numbers::{Numbered, digits, goes_on_as_number, ordinal, starts_inside_number};
use super::point::{Found, Point};
use super::words::season;

/// Which one of several: the first, second …, or the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Nth(u32),
    Last,
}

impl Finder<'_, '_> {
    /// A season, a quarter or a half of a year.
    pub(super) fn part_of_year(&self, at: usize) -> Option<Found> {
        self.season(at).or_else(|| {
            // "2016 Q3", "2016 the third quarter".
            let year = digits(self.r, at, 4).filter(|year| (1900..=2099).contains(year));
            let year = year.filter(|_| !starts_inside_number(self.r, at));
            let word = if year.is_some() { at + 1 } else { at };
            let (part, end) = self.short_part(word).or_else(|| self.long_part(word))?;
            if let Some(year) = year {
                let year = i32::try_from(year).ok();
                return Some(Found::new(at, end, Point::Part { year, part }));
            }
            self.with_year_of_part(at, end, part)
        })
    }

    fn with_year_of_part(&self, at: usize, end: usize, part: YearPart) -> Option<Found> {
        let of = end + usize::from(self.r.lower(end) == "of");
        if let Some(whole) = self.fiscal(of) {
            let value = self.value(&whole)?;
            let year = value.start().trim_end_matches('~').parse().ok();
            let value = Edtf::part(year, part)?.approximately();
            return Some(Found::fixed(at, whole.end, value));
        }
        let next = if self.r.lower(of) == "the" && of > end {
            of + 1
        } else {
            end
        };
        if let Some((behind, end)) = self.year_behind(next) {
            let point = Point::Part {
                year: behind.year,
                part,
            };
            return Some(Found {
                anchored: behind.anchored,
                ..Found::new(at, end, point)
            });
        }
        if self.r.lower(end) == "of"
            && (self.r.lower(end + 1) == "the" || self.r.is(end + 1, Shape::Word))
        {
            return None;
        }
        let half = matches!(part, YearPart::FirstHalf | YearPart::SecondHalf);
        (!half).then(|| Found::new(at, end, Point::Part { year: None, part }))
    }

    /// "Q3", "H1".
    fn short_part(&self, at: usize) -> Numbered<YearPart> {
        let number = digits(self.r, at + 1, 1).filter(|_| self.r.is_glued(at + 1))?;
        if goes_on_as_number(self.r, at + 1) || !matches!(self.r.word(at), "Q" | "H") {
            return None;
        }
        let part = match self.r.word(at) {
            "Q" => YearPart::quarter(number)?,
            _ => YearPart::half(number)?,
        };
        Some((part, at + 2))
    }

    /// "the third quarter", "the first half".
    fn long_part(&self, at: usize) -> Numbered<YearPart> {
        let next = at + usize::from(self.r.lower(at) == "the");
        let next = next + usize::from(self.r.lower(next) == "fiscal");
        let (place, next) = self.place(next)?;
        let next = next + usize::from(self.r.word(next) == "-" && self.r.is_glued(next));
        let part = match (self.r.lower(next), place) {
            ("quarter", Place::Nth(number)) => YearPart::quarter(number)?,
            ("quarter", Place::Last) if self.r.lower(next.wrapping_sub(1)) == "final" => {
                YearPart::FourthQuarter
            }
            ("half", Place::Nth(number)) => YearPart::half(number)?,
            _ => return None,
        };
        Some((part, next + 1))
    }

    /// "first", "second", "last".
    pub(super) fn place(&self, at: usize) -> Numbered<Place> {
        match self.r.lower(at) {
            "last" | "final" => Some((Place::Last, at + 1)),
            "latter" => Some((Place::Nth(2), at + 1)),
            _ => ordinal(self.r, at).map(|(n, end)| (Place::Nth(n), end)),
        }
    }

    /// "spring 2020", "the summer of 2016", "the summer".
    fn season(&self, at: usize) -> Option<Found> {
        let the = self.r.lower(at) == "the";
        let word = at + usize::from(the);
        let part = season(self.r.lower(word))?;
        let end = word + 1;
        if let Some((behind, end)) = self.year_behind(end) {
            let point = Point::Part {
                year: behind.year,
                part,
            };
            return Some(Found {
                anchored: behind.anchored,
                ..Found::new(at, end, point)
            });
        }
        let before = if at == 0 { "" } else { self.r.lower(at - 1) };
        let led = the
            || matches!(
                before,
                "in" | "by"
                    | "since"
                    | "until"
                    | "mid"
                    | "early"
                    | "late"
                    | "during"
                    | "this"
                    | "last"
                    | "next"
            );
        let title = self.r.is_capital(end) && self.r.is(end, Shape::Word)
            || self.r.is_capital(word) && word > 0;
        let fits = match self.r.lower(word) {
            "fall" => false,
            "spring" => led && !title && !self.goes_on(end),
            _ => !title && !self.goes_on(end),
        };
        fits.then(|| Found::new(at, end, Point::Part { year: None, part }))
    }

    /// Whether a noun follows that a season only describes: "summer school".
    fn goes_on(&self, at: usize) -> bool {
        matches!(
            self.r.lower(at),
            "school"
                | "camp"
                | "games"
                | "olympics"
                | "coat"
                | "break"
                | "of"
                | "water"
                | "roll"
                | "onions"
                | "onion"
                | "rolls"
                | "time"
                | "house"
                | "sports"
                | "job"
                | "jobs"
        )
    }
}
