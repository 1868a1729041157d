//! Dates counted in units from the article's own: "two weeks ago", "in the
//! past five years", "within 10 days", "the six months ended 30 June".

use crate::model::edtf::Edtf;

use super::Finder;
use super::anchor::moved;
use super::numbers::{Count, Numbered, count};
use super::point::{Found, Point};
use super::tense::{Tense, tense_before};
use super::weeks::stretch;
use super::words::{Unit, unit};

/// How many of which unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Amount {
    count: Count,
    unit: Unit,
}

impl Finder<'_, '_> {
    /// A date counted from the article's own.
    pub(super) fn counted(&self, at: usize) -> Option<Found> {
        self.period_to(at)
            .or_else(|| self.span_of_units(at))
            .or_else(|| self.in_units(at))
            .or_else(|| self.away(at))
    }

    /// "two weeks", "a month", "3year".
    fn amount(&self, at: usize) -> Numbered<Amount> {
        let (count, next) = count(self.r, at)?;
        let next = next + usize::from(self.r.word(next) == "-" && self.r.is_glued(next));
        let more = next + usize::from(matches!(self.r.lower(next), "full" | "calendar" | "short"));
        let unit = unit(self.r.lower(more))?;
        Some((Amount { count, unit }, more + 1))
    }

    /// "2 years, 1 month and 21 days".
    fn amounts(&self, at: usize) -> Numbered<Vec<Amount>> {
        let (first, mut end) = self.amount(at)?;
        let mut amounts = vec![first];
        while amounts.len() < 4 {
            let next = end + usize::from(self.r.word(end) == ",");
            let next = next + usize::from(self.r.lower(next) == "and");
            match self.amount(next) {
                Some((amount, after)) if self.r.lower(next) != "a" => {
                    amounts.push(amount);
                    end = after;
                }
                _ => break,
            }
        }
        Some((amounts, end))
    }

    /// "two weeks ago", "three days from now", "a year earlier".
    fn away(&self, at: usize) -> Option<Found> {
        let (amounts, next) = self.amounts(at)?;
        let first = *amounts.first()?;
        let r = self.r;
        let before = if at == 0 { "" } else { r.lower(at - 1) };
        let limited = matches!(before, "than" | "within" | "over" | "least");
        let (sign, base, end) = match (r.lower(next), r.lower(next + 1)) {
            ("ago", _) => (-1, 0, next + 1),
            ("from", "now") | ("from" | "after", "today") if !limited => (1, 0, next + 2),
            ("from" | "after", "tomorrow") if !limited => (1, 1, next + 2),
            ("from" | "after", "yesterday") if !limited => (1, -1, next + 2),
            ("before", "yesterday") if !limited => (-1, -1, next + 2),
            ("before", "tomorrow") if !limited => (-1, 1, next + 2),
            ("before", "today") if !limited => (-1, 0, next + 2),
            // Against the year before is how figures are compared.
            ("earlier" | "before", _) if is_comparison(first, &amounts) => {
                let ends = r.lower(next) == "earlier"
                    || !r.is(next + 1, crate::text::reading::Shape::Word);
                if !ends {
                    return None;
                }
                (-1, 0, next + 1)
            }
            _ => return None,
        };
        let value = self.moved_by(&amounts, sign, base);
        Some(Found::counted(at, end, value))
    }

    /// The publication date moved by all of these, as exactly as they are
    /// counted: two years ago is a year, two weeks ago a week.
    fn moved_by(&self, amounts: &[Amount], sign: i32, base: i32) -> Option<Edtf> {
        let anchor = self.anchor?;
        let first = amounts.first()?;
        let soften = |exact: Edtf| {
            if first.count.vague {
                exact.approximately()
            } else {
                exact
            }
        };
        if amounts.len() == 1 && base == 0 && (sign < 0 || first.unit != Unit::Week) {
            let offset = sign.checked_mul(first.count.number)?;
            let moment = match first.unit {
                Unit::Decade => {
                    Edtf::year(anchor.year.checked_add(offset.checked_mul(10)?)?)?.approximately()
                }
                Unit::Century => {
                    Edtf::year(anchor.year.checked_add(offset.checked_mul(100)?)?)?.approximately()
                }
                Unit::Fortnight => anchor.unit(Unit::Week, offset * 2)?,
                unit => anchor.unit(unit, offset)?,
            };
            return Some(soften(moment));
        }
        let start = moved(anchor.day?, Unit::Day, base)?;
        // Larger units first, or the end of a month would come out elsewhere.
        let mut amounts = amounts.to_vec();
        amounts.sort_by_key(|amount| !matches!(amount.unit, Unit::Year | Unit::Month));
        let day = amounts.iter().try_fold(start, |day, amount| {
            moved(day, amount.unit, sign.checked_mul(amount.count.number)?)
        })?;
        Edtf::day(day).map(soften)
    }

    /// "the past five years", "over the next two months".
    fn span_of_units(&self, at: usize) -> Option<Found> {
        let word = at + usize::from(self.r.lower(at) == "the");
        let sign = match self.r.lower(word) {
            "last" | "past" | "previous" => -1,
            "next" | "coming" | "upcoming" => 1,
            _ => return None,
        };
        let (amount, end) = self.amount(word + 1)?;
        if self.r.lower(end) == "of"
            || amount.count.number == 1
                && self.r.lower(word + 1) != "one"
                && self.r.lower(word + 1) != "1"
        {
            return None;
        }
        let value = self.anchor.and_then(|anchor| {
            let value = match sign {
                -1 => anchor.past(amount.unit, amount.count.number),
                _ => anchor.coming(amount.unit, amount.count.number, false),
            };
            value.map(|value| {
                if amount.count.vague {
                    value.approximately()
                } else {
                    value
                }
            })
        });
        Some(Found::counted(at, end, value))
    }

    /// "in three weeks", where the sentence looks ahead; "within 5 days".
    fn in_units(&self, at: usize) -> Option<Found> {
        let word = self.r.lower(at);
        if !matches!(word, "in" | "within") {
            return None;
        }
        if tense_before(self.r, at) != Tense::Future {
            return None;
        }
        let the = self.r.lower(at + 1) == "the";
        let next = at + 1 + usize::from(the);
        let shift =
            word == "within" && matches!(self.r.lower(next), "next" | "coming" | "upcoming");
        if the && !shift {
            return None;
        }
        let (amounts, mut end) = self.amounts(next + usize::from(shift))?;
        let from = word == "within" && self.r.lower(end) == "from";
        if from && matches!(self.r.lower(end + 1), "today" | "now") {
            end += 2;
        }
        // "In one day", "in 200 years" are rather how long something takes.
        let number = amounts.first()?.count.number;
        if word == "in" && (number > 99 || self.r.lower(next) == "one") {
            return None;
        }
        if matches!(
            self.r.lower(end),
            "of" | "from" | "after" | "'" | "’" | "to"
        ) {
            return None;
        }
        let day = self.anchor.and_then(|anchor| {
            let start = anchor.day?;
            amounts.iter().try_fold(start, |day, amount| {
                moved(day, amount.unit, amount.count.number)
            })
        });
        let value = match word {
            "within" => self.anchor.and_then(|anchor| Edtf::days(anchor.day?, day?)),
            _ => self.moved_by(&amounts, 1, 0),
        };
        Some(Found::counted(at, end, value))
    }

    /// "the 12 months to June", "six months ended 30 June 2018", "the year to
    /// March 2019", "the quarter ended June 30".
    fn period_to(&self, at: usize) -> Option<Found> {
        let r = self.r;
        let word = at + usize::from(r.lower(at) == "the");
        let (amount, next) = match unit(r.lower(word)) {
            Some(unit) if !r.lower(word).ends_with('s') => {
                let count = Count {
                    number: 1,
                    vague: false,
                };
                (Amount { count, unit }, word + 1)
            }
            _ => self.amount(word)?,
        };
        if !matches!(
            amount.unit,
            Unit::Month | Unit::Year | Unit::Quarter | Unit::Week
        ) {
            return None;
        }
        let next = match r.lower(next) {
            "to" | "through" => next + 1,
            "ended" | "ending" => {
                next + 1 + usize::from(r.lower(next + 1) == "on" || r.lower(next + 1) == "in")
            }
            _ => return None,
        };
        let next =
            next + usize::from(matches!(r.lower(next), "end") && r.word(next + 1) == "-") * 2;
        let point = self.calendar(next).or_else(|| self.numeric(next))?;
        if !matches!(
            point.point,
            Point::Day { .. } | Point::Month { .. } | Point::Fixed(_)
        ) {
            return None;
        }
        let (value, anchored) = self.resolve(&point)?;
        let value = value.and_then(|end| back_from(&end, amount));
        let anchored = anchored || value.is_none();
        Some(Found {
            anchored,
            ..Found::new(at, point.end, Point::Fixed(value))
        })
    }
}

/// The stretch that ends with a date: in months when that ends a month.
fn back_from(end: &Edtf, amount: Amount) -> Option<Edtf> {
    let last = end.latest()?;
    let after = last.succ_opt()?;
    let first = moved(after, amount.unit, amount.count.number.checked_neg()?)?;
    stretch(first, last, amount.unit)
}

fn is_comparison(first: Amount, amounts: &[Amount]) -> bool {
    amounts.len() == 1
        && first.count.number == 1
        && !first.count.vague
        && matches!(first.unit, Unit::Year | Unit::Month | Unit::Quarter)
}
