//! Feasts and days with a name: "Christmas Day 2018", "Thanksgiving", "Easter
//! 2020", "New Year's Eve".

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::model::edtf::Edtf;
use crate::text::reading::Shape;

use super::Finder;
use super::anchor::{moved, on_or_after, on_or_before};
use super::point::{Found, Point};
use super::words::Unit;

/// How the day of a feast is found in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// Month and day.
    On(u32, u32),
    /// The nth such weekday of a month.
    Nth(u32, Weekday, u32),
    /// The last such weekday of a month.
    Last(u32, Weekday),
    /// So many days from Easter Sunday.
    Easter(i64),
    /// So many days after the American Thanksgiving.
    Thanksgiving(u64),
}

/// Each feast by its words in lower case; of two that begin alike, the longer
/// comes first.
const FEASTS: &[(&[&str], Rule)] = &[
    (&["new", "year", "'", "s", "eve"], Rule::On(12, 31)),
    (&["new", "year", "'", "s", "day"], Rule::On(1, 1)),
    (&["new", "years", "eve"], Rule::On(12, 31)),
    (&["new", "years", "day"], Rule::On(1, 1)),
    (&["christmas", "day"], Rule::On(12, 25)),
    (&["christmas", "eve"], Rule::On(12, 24)),
    (&["christmas"], Rule::On(12, 25)),
    (&["boxing", "day"], Rule::On(12, 26)),
    (&["valentine", "'", "s", "day"], Rule::On(2, 14)),
    (&["st", "patrick", "'", "s", "day"], Rule::On(3, 17)),
    (&["st", ".", "patrick", "'", "s", "day"], Rule::On(3, 17)),
    (&["halloween"], Rule::On(10, 31)),
    (&["hallowe", "'", "en"], Rule::On(10, 31)),
    (&["independence", "day"], Rule::On(7, 4)),
    (&["bastille", "day"], Rule::On(7, 14)),
    (&["canada", "day"], Rule::On(7, 1)),
    (&["anzac", "day"], Rule::On(4, 25)),
    (&["armistice", "day"], Rule::On(11, 11)),
    (&["veterans", "day"], Rule::On(11, 11)),
    (&["juneteenth"], Rule::On(6, 19)),
    (
        &["martin", "luther", "king", "day"],
        Rule::Nth(1, Weekday::Mon, 3),
    ),
    (&["presidents", "day"], Rule::Nth(2, Weekday::Mon, 3)),
    (&["presidents", "'", "day"], Rule::Nth(2, Weekday::Mon, 3)),
    (&["memorial", "day"], Rule::Last(5, Weekday::Mon)),
    (&["labor", "day"], Rule::Nth(9, Weekday::Mon, 1)),
    (&["labour", "day"], Rule::On(5, 1)),
    (&["may", "day"], Rule::On(5, 1)),
    (&["columbus", "day"], Rule::Nth(10, Weekday::Mon, 2)),
    (&["remembrance", "sunday"], Rule::Nth(11, Weekday::Sun, 2)),
    (&["remembrance", "day"], Rule::On(11, 11)),
    (&["thanksgiving", "day"], Rule::Thanksgiving(0)),
    (&["thanksgiving"], Rule::Thanksgiving(0)),
    (&["black", "friday"], Rule::Thanksgiving(1)),
    (&["cyber", "monday"], Rule::Thanksgiving(4)),
    (&["shrove", "tuesday"], Rule::Easter(-47)),
    (&["ash", "wednesday"], Rule::Easter(-46)),
    (&["palm", "sunday"], Rule::Easter(-7)),
    (&["maundy", "thursday"], Rule::Easter(-3)),
    (&["good", "friday"], Rule::Easter(-2)),
    (&["easter", "sunday"], Rule::Easter(0)),
    (&["easter", "day"], Rule::Easter(0)),
    (&["easter", "monday"], Rule::Easter(1)),
    (&["easter"], Rule::Easter(0)),
    (&["whit", "sunday"], Rule::Easter(49)),
    (&["whit", "monday"], Rule::Easter(50)),
    (&["pentecost"], Rule::Easter(49)),
];

impl Finder<'_, '_> {
    /// A day with a name.
    pub(super) fn feast(&self, at: usize) -> Option<Found> {
        if !self.r.is_capital(at) {
            return None;
        }
        let (words, rule) = FEASTS.iter().find(|(words, _)| self.follow(at, words))?;
        let end = at + words.len();
        if words.len() == 1 && self.is_described(end) {
            return None;
        }
        let (year, anchored, end) = match self.year_behind(end) {
            Some((behind, end)) => (behind.year, behind.anchored, end),
            None => (None, false, end),
        };
        if let (Rule::On(month, day), None) = (*rule, year) {
            return Some(Found::new(at, end, Point::Day { year, month, day }));
        }
        let found = Found {
            anchored,
            ..Found::new(at, end, Point::Fixed(None))
        };
        let (year, anchored) = match (year, self.anchor) {
            (Some(year), _) => (Some(year), anchored),
            (None, Some(anchor)) => {
                let this = rule.day(anchor.year)?;
                (
                    anchor.year_of_day(this.month(), this.day(), self.tense_of(&found)),
                    true,
                )
            }
            (None, None) => (None, true),
        };
        let value = year.and_then(|year| Edtf::day(rule.day(year)?));
        Some(Found {
            point: Point::Fixed(value),
            anchored,
            ..found
        })
    }

    /// Whether these words stand here, with any apostrophe.
    fn follow(&self, at: usize, words: &[&str]) -> bool {
        (at..).zip(words).all(|(at, word)| {
            let here = self.r.lower(at);
            here == *word || (*word == "'" && matches!(here, "’" | "‘"))
        })
    }

    /// "Christmas trees", "Easter Island": the feast only describes.
    fn is_described(&self, at: usize) -> bool {
        let word = self.r.lower(at);
        self.r.is(at, Shape::Word)
            && (self.r.is_capital(at)
                || matches!(
                    word,
                    "tree"
                        | "trees"
                        | "market"
                        | "markets"
                        | "card"
                        | "cards"
                        | "dinner"
                        | "party"
                        | "parties"
                        | "present"
                        | "presents"
                        | "egg"
                        | "eggs"
                        | "song"
                        | "songs"
                        | "carol"
                        | "carols"
                        | "lights"
                        | "shopping"
                        | "shoppers"
                        | "sales"
                        | "costume"
                        | "costumes"
                        | "turkey"
                        | "lunch"
                        | "gift"
                        | "gifts"
                ))
    }
}

impl Rule {
    fn day(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::On(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Nth(month, weekday, number) => {
                let first = on_or_after(NaiveDate::from_ymd_opt(year, month, 1)?, weekday)?;
                first.checked_add_days(Days::new(u64::from(number.saturating_sub(1)) * 7))
            }
            Self::Last(month, weekday) => {
                let next = moved(NaiveDate::from_ymd_opt(year, month, 1)?, Unit::Month, 1)?;
                on_or_before(next.pred_opt()?, weekday)
            }
            Self::Easter(days) => {
                easter(year)?.checked_add_signed(chrono::TimeDelta::try_days(days)?)
            }
            Self::Thanksgiving(days) => {
                let day = Self::Nth(11, Weekday::Thu, 4).day(year)?;
                day.checked_add_days(Days::new(days))
            }
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and
/// Butcher.
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon + 15) % 30;
    let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * week) / 451;
    let sum = epact + week - 7 * late + 114;
    let (month, day) = (sum / 31, sum % 31 + 1);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_that_move_are_computed() {
        for (year, day) in [
            (2018, "2018-04-01"),
            (2020, "2020-04-12"),
            (2025, "2025-04-20"),
            (1961, "1961-04-02"),
        ] {
            assert_eq!(easter(year).unwrap().to_string(), day);
        }
        let day = |rule: Rule, year| rule.day(year).unwrap().to_string();
        assert_eq!(day(Rule::Thanksgiving(0), 2018), "2018-11-22");
        assert_eq!(day(Rule::Last(5, Weekday::Mon), 2025), "2025-05-26");
    }
}
