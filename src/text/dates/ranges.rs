//! Two dates joined to a period, and periods with one end: "from 1914 to
//! 1918", "between March and June 2019", "20–24 August", "since 2018".

use chrono::Datelike;

use crate::model::edtf::Edtf;

use super::Finder;
use super::anchor::on_or_before;
use super::numbers::{cardinal, digits, goes_on_as_number, in_longer_number};
use super::point::{Found, Point};
use super::tense::Tense;
use super::weekdays::in_week;
use super::words::{Unit, month, unit};

impl Finder<'_, '_> {
    /// A date at a token, joined to another where that makes a period.
    pub(super) fn period(&self, at: usize) -> Option<Found> {
        match self.r.lower(at) {
            lead @ ("from" | "between") => {
                let found = self.days_then_month(at + 1).or_else(|| {
                    let start = self.find_end(at + 1)?;
                    self.joined(&start, lead)
                });
                found.map(|found| Found { start: at, ..found })
            }
            "since" => self.open(at, Edtf::since),
            "until" | "till" => self.open(at, Edtf::until),
            _ => self
                .days_then_month(at)
                .or_else(|| self.month_then_days(at))
                .or_else(|| self.days_of_week(at))
                .or_else(|| {
                    let start = self.point(at)?;
                    Some(self.joined(&start, "").unwrap_or(start))
                }),
        }
    }

    /// "since 2018", "until May".
    fn open(&self, at: usize, open: fn(&Edtf) -> Option<Edtf>) -> Option<Found> {
        let next = at
            + 1
            + usize::from(self.r.lower(at + 1) == "at" && self.r.lower(at + 2) == "least") * 2;
        let found = self.find_end(next)?;
        let told = match self.r.lower(at) {
            "since" => Some(Tense::Past),
            _ => None,
        };
        let found = self.settle(found, told);
        let (value, anchored) = self.resolve(&found)?;
        let value = value.and_then(|value| open(&value));
        Some(Found {
            anchored,
            ..Found::new(at, found.end, Point::Fixed(value))
        })
    }

    /// A point that can be the end of a period.
    fn find_end(&self, at: usize) -> Option<Found> {
        if self.r.lower(at) == "now" {
            let value = self.anchor.and_then(super::anchor::Anchor::value);
            return Some(Found::counted(at, at + 1, value));
        }
        if !self.may_begin(at) && !self.may_begin(at.saturating_add(1)) {
            return None;
        }
        let at = at
            + usize::from(
                matches!(self.r.lower(at), "about" | "around" | "in") && self.may_begin(at + 1),
            );
        self.point(at)
    }

    /// Whether a word joins two ends, `lead` being what stood before the
    /// first.
    fn joins(&self, at: usize, lead: &str) -> bool {
        match self.r.lower(at) {
            "to" | "until" | "till" | "through" | "–" | "—" | "-" | "‑" => true,
            "and" | "through to" => lead == "between",
            _ => false,
        }
    }

    /// Two dates: "Oct. 2 to October 22", "from 2014 to 2018".
    fn joined(&self, start: &Found, lead: &str) -> Option<Found> {
        let at = start.start;
        let bare = matches!(start.point, Point::Fixed(_))
            && self.value(start).is_some_and(|value| value.is_interval());
        if !self.joins(start.end, lead) {
            // "between 2014-2018".
            let alone = !lead.is_empty() && bare && start.end > at + 2;
            return alone.then(|| start.clone());
        }
        let mark = self.r.is(start.end, crate::text::reading::Shape::Mark);
        let next = start.end
            + 1
            + usize::from(
                self.r.lower(start.end) == "through" && self.r.lower(start.end + 1) == "to",
            );
        let end = self.find_end(next)?;
        let like = |found: &Found| {
            found.point.in_year().is_some()
                || matches!(found.point, Point::Weekday(_) | Point::DayOfMonth(_))
                || self.value(found).is_some()
        };
        if lead.is_empty() && (!like(start) || !like(&end) || self.is_unlike(start, &end, mark)) {
            return None;
        }
        self.join(start.clone(), end)
    }

    /// Whether two dates without "from" rather stand beside each other:
    /// "moved the 2018 election to March".
    fn is_unlike(&self, start: &Found, end: &Found, mark: bool) -> bool {
        let fixed = |found: &Found| matches!(found.point, Point::Fixed(_));
        let grain = |found: &Found| self.value(found).map_or(0, |value| value.as_str().len());
        match (fixed(start), fixed(end)) {
            (true, true) => grain(start) != grain(end) || grain(start) > 10,
            (false, false) => {
                matches!(start.point, Point::Weekday(_)) != matches!(end.point, Point::Weekday(_))
            }
            _ => {
                mark || !matches!(
                    (&start.point, &end.point),
                    (Point::Day { .. }, _) | (_, Point::Day { .. })
                )
            }
        }
    }

    /// One period of two dates; what one lacks, the other gives.
    fn join(&self, start: Found, end: Found) -> Option<Found> {
        let at = start.start;
        let whole = Found::new(at, end.end, Point::Fixed(None));
        let (start, end) = self.share(start, end, &whole);
        let (from, asked) = self.resolve(&start)?;
        let (to, also) = self.resolve(&end)?;
        let value = match (from, to) {
            (Some(from), Some(to)) => Some(Edtf::between(&from, &to)?),
            _ => None,
        };
        Some(Found {
            point: Point::Fixed(value),
            anchored: asked || also,
            ..whole
        })
    }

    fn share(&self, start: Found, end: Found, whole: &Found) -> (Found, Found) {
        let fill = |found: Found, year| Found {
            point: found.point.with_year(year),
            ..found
        };
        let end = if end.point.lacks_year() && start.point.year().is_none() {
            self.settle(end, Some(self.tense_of(whole)))
        } else {
            end
        };
        if start.point.lacks_year() {
            let Some(year) = end.point.year() else {
                return (start, end);
            };
            let later =
                start.point.in_year() > end.point.in_year() && end.point.in_year().is_some();
            let anchored = end.anchored;
            return (
                Found {
                    anchored,
                    ..fill(start, if later { year - 1 } else { year })
                },
                end,
            );
        }
        if end.point.lacks_year() {
            let Some(year) = start.point.year() else {
                return (start, end);
            };
            let first = self.value(&start).and_then(|value| value.earliest());
            let first = first.map(|day| (day.month(), day.day()));
            let earlier = matches!(start.point, Point::Fixed(_)) && first > end.point.in_year()
                || start.point.in_year() > end.point.in_year();
            return (start, fill(end, if earlier { year + 1 } else { year }));
        }
        if let (Point::Weekday(_) | Point::DayOfMonth(_), Some(last)) =
            (&start.point, self.day(&end))
        {
            let day = match start.point {
                Point::Weekday(day) => on_or_before(last, day),
                Point::DayOfMonth(day) => last.with_day(day).filter(|day| *day <= last),
                _ => None,
            };
            let point = Point::Fixed(day.and_then(Edtf::day));
            return (
                Found {
                    point,
                    anchored: true,
                    ..start
                },
                end,
            );
        }
        (start, end)
    }

    /// "4 to 22 January 1995", "4-23 in next month", "from 4 to January 22".
    fn days_then_month(&self, at: usize) -> Option<Found> {
        let (first, next) = self.day_number(at, false)?;
        if !self.r.is(at, crate::text::reading::Shape::Digits)
            || self.r.is_glued(at) && self.r.word(at.wrapping_sub(1)) != "("
        {
            return None;
        }
        let lead = if at == 0 { "" } else { self.r.lower(at - 1) };
        let and = self.r.lower(next) == "and";
        if !self.joins(next, "between") {
            return None;
        }
        let (start, end) = if let Some((last, after)) = self.day_number(next + 1, false) {
            let paired = lead == "between" || last == first + 1;
            if and && !paired || goes_on_as_number(self.r, after.saturating_sub(1)) {
                return None;
            }
            let word = after + usize::from(matches!(self.r.lower(after), "of" | "in"));
            self.days_of(word, first, last)?
        } else if matches!(lead, "from" | "between") {
            let end = self.month_first(next + 1)?;
            let Point::Day { year, month, .. } = end.point else {
                return None;
            };
            let point = Point::Day {
                year,
                month,
                day: first,
            };
            (
                Found {
                    point,
                    ..end.clone()
                },
                end,
            )
        } else {
            return None;
        };
        self.join(Found { start: at, ..start }, end)
    }

    /// Two days of the month that a word names or counts to.
    fn days_of(&self, at: usize, first: u32, last: u32) -> Option<(Found, Found)> {
        let day = |found: &Found, day| match found.point {
            Point::Month { year, month } => Some(Found {
                point: Point::Day { year, month, day },
                ..found.clone()
            }),
            _ => None,
        };
        let name = self.r.lower(at);
        if month(name).is_some() && self.r.is_capital(at) {
            let dot = usize::from(self.r.word(at + 1) == "." && self.r.is_glued(at + 1));
            let month = Found::new(
                at,
                at + 1,
                Point::Month {
                    year: None,
                    month: month(name)?,
                },
            );
            let month = match self.year_behind(at + 1 + dot) {
                Some((behind, end)) => Found {
                    point: month.point.with_year(behind.year.unwrap_or_default()),
                    end,
                    anchored: behind.anchored,
                    ..month
                },
                None => month,
            };
            return Some((day(&month, first)?, day(&month, last)?));
        }
        let offset = self
            .shift_word(at)
            .filter(|_| unit(self.r.lower(at + 1)) == Some(Unit::Month))?;
        let month = self
            .anchor
            .and_then(|anchor| anchor.unit(Unit::Month, offset)?.earliest());
        let fixed = |day: u32| {
            Found::counted(
                at,
                at + 2,
                month.and_then(|month| Edtf::day(month.with_day(day)?)),
            )
        };
        Some((fixed(first), fixed(last)))
    }

    /// "November 19-20", "August 20 to 24, 2018", "Feb between 2-7 2018".
    fn month_then_days(&self, at: usize) -> Option<Found> {
        let month = month(self.r.lower(at))?;
        let dot = usize::from(self.r.word(at + 1) == "." && self.r.is_glued(at + 1));
        let between = self.r.lower(at + 1 + dot) == "between";
        let next = at + 1 + dot + usize::from(between);
        if !self.r.is_capital(at) {
            return None;
        }
        let (first, next) = self.day_number(next, false)?;
        let pair = self.r.lower(next) == "and";
        if !self.joins(next, if between || pair { "between" } else { "" })
            || in_longer_number(self.r, next + 1) && self.r.word(next) != "-"
        {
            return None;
        }
        let words = cardinal(self.r, next + 1).is_some() && digits(self.r, next + 1, 2).is_none();
        let (last, end) = self.day_number(next + 1, false).filter(|_| !words)?;
        if (pair && !between && last != first + 1) || last <= first {
            return None;
        }
        let (behind, end) = self
            .year_behind(end)
            .unwrap_or((super::behind::YearBehind::default(), end));
        let day = |day| Found {
            anchored: behind.anchored,
            ..Found::new(
                at,
                end,
                Point::Day {
                    year: behind.year,
                    month,
                    day,
                },
            )
        };
        self.join(day(first), day(last))
    }

    /// "next week between Wednesday and Friday".
    fn days_of_week(&self, at: usize) -> Option<Found> {
        let offset = self
            .shift_word(at)
            .filter(|_| self.r.lower(at + 1) == "week")?;
        let lead = self.r.lower(at + 2);
        if !matches!(lead, "from" | "between") {
            return None;
        }
        let name = |at: usize| {
            let lower = self.r.lower(at);
            super::words::weekday(lower).or(super::words::short_weekday(lower))
        };
        let first = name(at + 3)?;
        let last = name(at + 5).filter(|_| self.joins(at + 4, lead))?;
        let value = self.anchor.and_then(|anchor| {
            let week = anchor.unit(Unit::Week, offset)?.earliest()?;
            Edtf::days(in_week(week, first)?, in_week(week, last)?)
        });
        Some(Found::counted(at, at + 6, value))
    }
}
