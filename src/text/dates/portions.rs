//! Parts of a period that have no sharp edges: "early 2018", "mid-July", "the
//! end of March", and those up to or from the day of publication: "earlier
//! this year".

use chrono::{Datelike, Days, NaiveDate};

use crate::model::edtf::Edtf;

use super::Finder;
use super::numbers::Numbered;
use super::point::{Found, Point};
use super::words::{Unit, unit};

/// Which part is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Portion {
    Early,
    Middle,
    Late,
    /// Early or late as a point in it: "the end of".
    Beginning,
    End,
    About,
}

impl Finder<'_, '_> {
    /// A part of a period that words leave open.
    pub(super) fn portion(&self, at: usize) -> Option<Found> {
        self.so_far(at).or_else(|| {
            let the = at + usize::from(self.r.lower(at) == "the");
            let (portion, next) = self.portion_word(the)?;
            let period = self.inner(next)?;
            if matches!(
                period.point,
                Point::Day { .. } | Point::Weekday(_) | Point::DayOfMonth(_)
            ) {
                // "Late Tuesday" is a time of that day.
                let fits = the == at
                    && portion != Portion::About
                    && !matches!(period.point, Point::DayOfMonth(_));
                return fits.then_some(Found {
                    start: at,
                    ..period
                });
            }
            let (value, anchored) = self.resolve(&period)?;
            // "The" belongs to "the early 1990s", not to "the end of March".
            let start = if the != at && matches!(self.r.lower(the), "early" | "late" | "mid") {
                at
            } else {
                the
            };
            let value = value.map(|value| portion_of(&value, portion));
            Some(Found {
                anchored,
                ..Found::new(start, period.end, Point::Fixed(value))
            })
        })
    }

    /// The period behind a word like "early".
    fn inner(&self, at: usize) -> Option<Found> {
        [
            self.calendar(at),
            self.part_of_year(at),
            self.week(at),
            self.relative(at),
            self.years(at),
        ]
        .into_iter()
        .flatten()
        .reduce(|best, other| if other.end > best.end { other } else { best })
    }

    fn portion_word(&self, at: usize) -> Numbered<Portion> {
        let next = at + 1;
        let hyphen = next + usize::from(self.r.word(next) == "-" && self.r.is_glued(next));
        let of = |from: usize| {
            let end = from + usize::from(self.r.lower(from) == "of");
            end + usize::from(
                end > from
                    && self.r.lower(end) == "the"
                    && unit(self.r.lower(end + 1)).is_none()
                    && season_follows(self.r.lower(end + 1)),
            )
        };
        match self.r.lower(at) {
            "early" => Some((
                Portion::Early,
                hyphen + usize::from(self.r.lower(hyphen) == "in"),
            )),
            "late" => Some((
                Portion::Late,
                hyphen + usize::from(self.r.lower(hyphen) == "in"),
            )),
            "mid" => Some((Portion::Middle, hyphen)),
            "middle" => Some((Portion::Middle, of(next))),
            "beginning" | "start" if hyphen == next => Some((Portion::Beginning, of(next))),
            "end" => Some((Portion::End, of(hyphen))),
            "around" | "circa" => Some((Portion::About, next)),
            _ => None,
        }
    }

    /// "earlier this year", "later in the week", "the rest of the month".
    fn so_far(&self, at: usize) -> Option<Found> {
        let r = self.r;
        let word = r.lower(at);
        let next = match word {
            "earlier" | "later" => match r.lower(at + 1) {
                "in" if matches!(r.lower(at + 2), "the" | "this") => at + 3,
                "this" => at + 2,
                _ => return None,
            },
            "rest" => {
                let of = at + 1 + usize::from(r.lower(at + 1) == "of");
                of + usize::from(matches!(r.lower(of), "the" | "this" | "current" | "my"))
            }
            _ => return None,
        };
        let unit = unit(r.lower(next)).filter(|unit| !matches!(unit, Unit::Day | Unit::Weekend))?;
        let value = self.anchor.and_then(|anchor| {
            let whole = anchor.unit(unit, 0)?;
            let Some(day) = anchor.day else {
                return Some(whole);
            };
            match word {
                "earlier" => Edtf::days(whole.earliest()?, day),
                _ => Edtf::days(day, whole.latest()?),
            }
        });
        Some(Found::counted(at, next + 1, value))
    }
}

fn season_follows(word: &str) -> bool {
    super::words::season(word).is_some()
        || word.starts_with(|c: char| c.is_ascii_digit())
        || word.ends_with("ies")
}

/// The part of a period, approximately.
fn portion_of(whole: &Edtf, portion: Portion) -> Edtf {
    part_of(whole, portion).unwrap_or_else(|| whole.approximately())
}

fn part_of(whole: &Edtf, portion: Portion) -> Option<Edtf> {
    let (first, last) = whole.bounds()?;
    if portion == Portion::About {
        return None;
    }
    let length = last.signed_duration_since(first).num_days() + 1;
    let part = match length {
        1 => return Some(whole.clone()),
        7 => {
            let (from, to) = match portion {
                Portion::Early | Portion::Beginning => (0, 2),
                Portion::Middle => (1, 4),
                _ => (3, 6),
            };
            Edtf::days(day_after(first, from)?, day_after(first, to)?)?
        }
        28..=31 => {
            let end = u64::from(last.day0());
            let (from, to) = match portion {
                Portion::Early | Portion::Beginning => (0, 14),
                Portion::Middle => (9, 19),
                _ => (15, end),
            };
            Edtf::days(day_after(first, from)?, day_after(first, to)?)?
        }
        365 | 366 => {
            let (from, to) = match portion {
                Portion::Early => (1, 6),
                Portion::Beginning => (1, 4),
                Portion::Middle => (5, 8),
                Portion::Late => (7, 12),
                _ => (9, 12),
            };
            let month = |month| Edtf::month(Some(first.year()), month);
            Edtf::between(&month(from)?, &month(to)?)?
        }
        3652..=3653 | 36524..=36525 => {
            let unit = if length > 4000 { 10 } else { 1 };
            let (from, to) = match portion {
                Portion::Early | Portion::Beginning => (0, 4 * unit - 1),
                Portion::Middle => (4 * unit - unit / 2, 7 * unit - 1 - unit / 2),
                _ => (7 * unit - unit / 2, 10 * unit - 1),
            };
            let year = |years| Edtf::year(first.year() + years);
            Edtf::between(&year(from)?, &year(to)?)?
        }
        _ => return None,
    };
    Some(part.approximately())
}

fn day_after(first: NaiveDate, days: u64) -> Option<NaiveDate> {
    first.checked_add_days(Days::new(days))
}
