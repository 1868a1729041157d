//! Years and more than years: "2018", "AD 70", "the 1990s", "the nineties",
//! "the 19th century", "fiscal 2018", "2018-19".

use crate::model::edtf::Edtf;
use crate::text::reading::Shape;

use super::Finder;
use super::numbers::{
    Numbered, cardinal, decade_word, digits, goes_on_as_number, ordinal, starts_inside_number,
    year_in_words,
};
use super::point::Found;
use super::words::{is_counted, month};

impl Finder<'_, '_> {
    /// A year, a run of years, a decade or a century.
    pub(super) fn years(&self, at: usize) -> Option<Found> {
        self.decade(at)
            .or_else(|| self.century(at))
            .or_else(|| self.era(at))
            .or_else(|| self.fiscal(at))
            .or_else(|| self.named_year(at))
            .or_else(|| self.run_of_years(at))
            .or_else(|| {
                let (year, end) = self.plain_year(at)?;
                Some(Found::fixed(at, end, Edtf::year(year)?))
            })
            .or_else(|| self.spoken_year(at))
    }

    /// A number of four digits that is a year.
    fn plain_year(&self, at: usize) -> Numbered<i32> {
        let year = self.four_digits(at)?;
        let behind = self.r.lower(at + 1);
        let word_behind = self.r.is(at + 1, Shape::Word);
        if starts_inside_number(self.r, at)
            || goes_on_as_number(self.r, at)
            || (word_behind && is_counted(behind))
        {
            return None;
        }
        let before = if at == 0 { "" } else { self.r.lower(at - 1) };
        let led = leads_year(before) || month(before).is_some();
        let since = at > 2 && self.r.has(at - 3, &["since", "at", "least"]);
        let counted = !since && leads_count(before);
        let ends_sentence =
            at + 1 >= self.r.tokens.len() || self.r.is(at + 1, Shape::Mark) || !word_behind;
        let in_row =
            self.r.is(at + 1, Shape::Digits) || (at > 0 && self.r.is(at - 1, Shape::Digits));
        let fits = match year {
            _ if in_row || self.ends_in_count(at) => false,
            1900..=2099 => !counted,
            1700..=1899 => {
                led || (!counted
                    && (matches!(before, "of" | "the" | "(" | "and" | "to" | "-" | "–" | ",")
                        || ends_sentence && before.is_empty()))
            }
            1000..=1699 => led && before != "by" && before != "from" && before != "between",
            _ => false,
        };
        fits.then_some((year, at + 1))
    }

    /// Whether the number begins a range of counts: "from 2000 to 3000".
    fn ends_in_count(&self, at: usize) -> bool {
        matches!(self.r.lower(at + 1), "to" | "and" | "or" | "-" | "–")
            && digits(self.r, at + 2, 4).is_some()
            && self.r.word(at + 2).len() == 4
            && (self.four_digits(at + 2) > Some(2199) || is_counted(self.r.lower(at + 3)))
    }

    fn four_digits(&self, at: usize) -> Option<i32> {
        let year = digits(self.r, at, 4).filter(|_| self.r.word(at).len() == 4)?;
        i32::try_from(year).ok()
    }

    /// "2018-19", "1914–18", "2014-2018", "2018/19".
    fn run_of_years(&self, at: usize) -> Option<Found> {
        let first = self
            .four_digits(at)
            .filter(|year| (1000..=2099).contains(year))?;
        let mark = self.r.word(at + 1);
        if starts_inside_number(self.r, at) || !matches!(mark, "-" | "–" | "—" | "/" | "‑") {
            return None;
        }
        let glued = self.r.is_glued(at + 1) && self.r.is_glued(at + 2);
        if glued && matches!(self.r.lower(at + 2), "present" | "today" | "now") {
            return Some(Found::fixed(at, at + 3, Edtf::since(&Edtf::year(first)?)?));
        }
        if goes_on_as_number(self.r, at + 2) || !glued || is_counted(self.r.lower(at + 3)) {
            return None;
        }
        let last = i32::try_from(digits(self.r, at + 2, 4)?).ok()?;
        let last = match self.r.word(at + 2).len() {
            4 if (1000..=2099).contains(&last) => last,
            2 => first - first % 100 + last + if last < first % 100 { 100 } else { 0 },
            _ => return None,
        };
        let fits =
            first < last && (mark != "/" || last == first + 1 || self.r.word(at + 2).len() == 4);
        let value = Edtf::between(&Edtf::year(first)?, &Edtf::year(last)?)?;
        fits.then(|| Found::fixed(at, at + 3, value))
    }

    /// "the year 2000", "year 247", "year two hundred and sixty seven".
    fn named_year(&self, at: usize) -> Option<Found> {
        let word = at + usize::from(self.r.lower(at) == "the");
        if self.r.lower(word) != "year" {
            return None;
        }
        let (year, end) = match digits(self.r, word + 1, 4) {
            Some(year)
                if !goes_on_as_number(self.r, word + 1) && self.r.word(word + 1).len() > 2 =>
            {
                (i32::try_from(year).ok()?, word + 2)
            }
            Some(_) => return None,
            None => year_in_words(self.r, word + 1).or_else(|| self.hundreds(word + 1))?,
        };
        Some(Found::fixed(at, end, Edtf::year(year)?))
    }

    fn hundreds(&self, at: usize) -> Numbered<i32> {
        let (hundreds, next) = cardinal(self.r, at).filter(|(n, _)| (1..=9).contains(n))?;
        if self.r.lower(next) != "hundred" {
            return None;
        }
        let rest = next + 1 + usize::from(self.r.lower(next + 1) == "and");
        let (rest, end) = cardinal(self.r, rest).unwrap_or((0, next + 1));
        Some((i32::try_from(hundreds * 100 + rest).ok()?, end))
    }

    /// A year read aloud, where a word before it says that it is one.
    fn spoken_year(&self, at: usize) -> Option<Found> {
        let before = if at == 0 { "" } else { self.r.lower(at - 1) };
        let (year, end) = year_in_words(self.r, at)?;
        let led = matches!(
            before,
            "in" | "since" | "of" | "until" | "from" | "between" | "by" | "and" | "to" | "till"
        );
        let bare = !is_counted(self.r.lower(end))
            && decade_word(self.r.lower(end)).is_none()
            && !self.r.lower(end).ends_with('s');
        let whole = year != 1000 && year != 2000 || matches!(before, "from" | "until");
        (led && bare && whole).then_some(Found::fixed(at, end, Edtf::year(year)?))
    }

    /// "the 1990s", "the '90s", "the nineties", "the nineteen seventies".
    fn decade(&self, at: usize) -> Option<Found> {
        let the = self.r.lower(at) == "the";
        let mut next = at + usize::from(the);
        let roaring = the && self.r.lower(next) == "roaring";
        next += usize::from(roaring);
        let tick = matches!(self.r.word(next), "'" | "’" | "‘") && self.r.is_glued(next + 1);
        next += usize::from(tick);
        if let Some(number) = digits(self.r, next, 4) {
            let number = i32::try_from(number).ok()?;
            let inner = matches!(self.r.word(next + 1), "'" | "’") && self.r.is_glued(next + 1);
            let plural = next + 1 + usize::from(inner);
            if self.r.lower(plural) != "s"
                || !self.r.is_glued(plural)
                || number % 10 != 0
                || (!tick && starts_inside_number(self.r, next))
            {
                return None;
            }
            let year = match self.r.word(next).len() {
                4 if !tick => number,
                2 if the || tick || inner || self.follows_mid(at) => short_decade(number),
                _ => return None,
            };
            // "The 1800s" are the century, "the 2000s" ten years.
            let value = match year {
                1000..=1900 if year % 100 == 0 => Edtf::century(year)?,
                1000..=2190 => Edtf::decade(year)?,
                _ => return None,
            };
            return Some(Found::fixed(at, plural + 1, value));
        }
        if let Some((century, word)) = self.decade_century(next) {
            let decade = decade_word(self.r.lower(word))
                .or((self.r.lower(word) == "thousands").then_some(0))?;
            let value = Edtf::decade(century + i32::try_from(decade).ok()?)?;
            return Some(Found::fixed(at, word + 1, value));
        }
        let decade = decade_word(self.r.lower(next)).filter(|decade| *decade != 10)?;
        if !the && decade != 0 && !self.follows_mid(at) {
            return None;
        }
        let value = Edtf::decade(short_decade(i32::try_from(decade).ok()?))?;
        Some(Found::fixed(at, next + 1, value))
    }

    /// "nineteen" before "seventies", "two thousand and" before "tens".
    fn decade_century(&self, at: usize) -> Numbered<i32> {
        if self.r.lower(at) == "two" && self.r.lower(at + 1) == "thousands" {
            return Some((2000, at + 1));
        }
        if self.r.lower(at) == "two" && self.r.lower(at + 1) == "thousand" {
            return Some((2000, at + 2 + usize::from(self.r.lower(at + 2) == "and")));
        }
        let (century, end) = cardinal(self.r, at).filter(|(n, _)| (15..=20).contains(n))?;
        let end = end + usize::from(self.r.word(end) == "-" && self.r.is_glued(end));
        decade_word(self.r.lower(end))?;
        Some((i32::try_from(century).ok()? * 100, end))
    }

    fn follows_mid(&self, at: usize) -> bool {
        let before = if at == 0 { "" } else { self.r.lower(at - 1) };
        matches!(before, "early" | "late") && at > 1 && self.r.lower(at - 2) == "the"
    }

    /// "the 19th century", "the twentieth-century", "the 5th century BC".
    fn century(&self, at: usize) -> Option<Found> {
        let next = at + usize::from(self.r.lower(at) == "the");
        let (number, next) = ordinal(self.r, next).filter(|(n, _)| (1..=22).contains(n))?;
        let next = next + usize::from(self.r.word(next) == "-" && self.r.is_glued(next));
        if self.r.lower(next) != "century" {
            return None;
        }
        let number = i32::try_from(number).ok()?;
        if let Some((true, end)) = self.era_mark(next + 1) {
            let value = Edtf::between(
                &Edtf::year(1 - number * 100)?,
                &Edtf::year(100 - number * 100)?,
            )?;
            return Some(Found::fixed(at, end, value));
        }
        let end = self.era_mark(next + 1).map_or(next + 1, |(_, end)| end);
        Some(Found::fixed(at, end, Edtf::century((number - 1) * 100)?))
    }

    /// Whether the count is from before Christ, with the end of the mark.
    fn era_mark(&self, at: usize) -> Numbered<bool> {
        if !self.r.is_capital(at) {
            return None;
        }
        match self.r.word(at) {
            "BC" | "BCE" => Some((true, at + 1)),
            "AD" | "CE" => Some((false, at + 1)),
            "B" if self.r.has(at + 1, &[".", "c", "."]) => Some((true, at + 4)),
            "A" if self.r.has(at + 1, &[".", "d", "."]) => Some((false, at + 4)),
            _ => None,
        }
    }

    /// "AD 70", "44 BC".
    fn era(&self, at: usize) -> Option<Found> {
        if let Some((false, next)) = self.era_mark(at) {
            let year = digits(self.r, next, 4).filter(|_| !goes_on_as_number(self.r, next))?;
            return Some(Found::fixed(
                at,
                next + 1,
                Edtf::year(i32::try_from(year).ok()?)?,
            ));
        }
        let year = i32::try_from(digits(self.r, at, 4)?).ok()?;
        if starts_inside_number(self.r, at) || year == 0 {
            return None;
        }
        let (before, end) = self.era_mark(at + 1)?;
        let year = if before { 1 - year } else { year };
        Some(Found::fixed(at, end, Edtf::year(year)?))
    }

    /// "fiscal 2018", "the financial year 2018-19", "FY2019".
    pub(super) fn fiscal(&self, at: usize) -> Option<Found> {
        let word = at + usize::from(self.r.lower(at) == "the");
        let next = match self.r.lower(word) {
            "fiscal" | "financial" => word + 1 + usize::from(self.r.lower(word + 1) == "year"),
            "fy" => word + 1,
            _ => return None,
        };
        let next = next + usize::from(matches!(self.r.word(next), "'" | "’"));
        if let Some(run) = self.run_of_years(next) {
            let value = self.value(&run)?.approximately();
            return Some(Found::fixed(at, run.end, value));
        }
        let year = i32::try_from(digits(self.r, next, 4)?).ok()?;
        let year = match self.r.word(next).len() {
            4 => year,
            2 => 2000 + year,
            _ => return None,
        };
        let value = Edtf::year(year)?.approximately();
        (!goes_on_as_number(self.r, next)).then_some(Found::fixed(at, next + 1, value))
    }
}

/// The decade that two digits name: that of the twentieth century, but for
/// those a paper can't mean by it.
fn short_decade(number: i32) -> i32 {
    if number < 20 {
        2000 + number
    } else {
        1900 + number
    }
}

/// Whether a number behind this word is rather a year.
fn leads_year(before: &str) -> bool {
    matches!(
        before,
        "in" | "since"
            | "until"
            | "till"
            | "year"
            | "during"
            | "from"
            | "between"
            | "early"
            | "late"
            | "mid"
            | "by"
            | "before"
            | "after"
            | "through"
            | "circa"
            | "season"
    )
}

/// Whether a number behind this word rather counts or labels something.
fn leads_count(before: &str) -> bool {
    matches!(
        before,
        "room"
            | "flight"
            | "boeing"
            | "route"
            | "highway"
            | "page"
            | "no"
            | "number"
            | "nr"
            | "model"
            | "suite"
            | "apartment"
            | "channel"
            | "box"
            | "windows"
            | "some"
            | "over"
            | "than"
            | "nearly"
            | "almost"
            | "about"
            | "least"
            | "most"
            | "only"
            | "exactly"
            | "just"
            | "approximately"
            | "roughly"
            | "another"
            | "all"
            | "at"
            | "up"
            | "below"
            | "above"
            | "under"
            | "chapter"
            | "section"
            | "article"
            | "resolution"
            | "bus"
            | "train"
            | "unit"
            | "gate"
            | "extra"
            | "these"
            | "those"
            | "code"
            | "psalm"
            | "pm"
            | "hours"
            | "index"
    )
}
