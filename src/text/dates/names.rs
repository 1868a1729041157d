//! Whether the name of a month stands for the month: May can be a person or a
//! verb, March a demonstration, April and June women.

use crate::text::reading::Shape;

use super::Finder;
use super::numbers::year_in_words;
use super::words::month;

impl Finder<'_, '_> {
    /// Whether "first" or "two" behind a month is no day: "in May second place
    /// went to", "by August two men were dead".
    pub(super) fn is_short_of_a_day(&self, end: usize) -> bool {
        self.r.word(end) == "-"
            || (self.r.is(end, Shape::Word)
                && !goes_on_after_day(self.r.lower(end))
                && year_in_words(self.r, end).is_none())
    }

    /// Whether the number behind a month counts something: "in May 20
    /// protesters were shot".
    pub(super) fn is_count_in(&self, at: usize, end: usize) -> bool {
        at > 0
            && self.r.lower(at - 1) == "in"
            && self.r.is(end, Shape::Word)
            && !self.r.is_glued(end)
            && !goes_on_after_day(self.r.lower(end))
    }

    /// Whether a month without day and year is one, and not a verb, a name or
    /// a demonstration.
    pub(super) fn is_bare_month(&self, at: usize, short: bool, dotted: bool) -> bool {
        let r = self.r;
        let lower = r.lower(at);
        let before = r.lower(at.wrapping_sub(1));
        let led = at > 0
            && matches!(
                before,
                "in" | "since"
                    | "until"
                    | "till"
                    | "by"
                    | "of"
                    | "from"
                    | "between"
                    | "last"
                    | "next"
                    | "this"
                    | "early"
                    | "late"
                    | "mid"
                    | "through"
                    | "during"
                    | "before"
                    | "after"
                    | "past"
                    | "every"
                    | "end"
                    | "beginning"
                    | "start"
                    | "for"
            );
        // "May to July", "May and June", "mid-May".
        let next_month = |at: usize| {
            matches!(
                r.lower(at),
                "to" | "and" | "or" | "-" | "–" | "until" | "through"
            ) && month(r.lower(at + 1)).is_some()
        };
        let joined = next_month(at + 1)
            || (matches!(before, "to" | "and" | "or" | "-" | "–" | "through")
                && (month(r.lower(at.wrapping_sub(2))).is_some()
                    || r.is(at.wrapping_sub(2), Shape::Digits)));
        let mid = before == "-"
            && matches!(
                r.lower(at.wrapping_sub(2)),
                "mid" | "end" | "early" | "late"
            );
        let before_name = at > 0 && r.is_capital(at - 1) && r.is(at - 1, Shape::Word) && !led;
        let behind_name = r.is_capital(at + 1) && r.is(at + 1, Shape::Word) && !led;
        if short {
            return led
                || mid
                || (dotted && r.is_capital(at) && (joined || r.is(at + 2, Shape::Digits)));
        }
        match lower {
            "may" => {
                r.is_capital(at)
                    && (led && before != "for" || joined || mid)
                    && !self.is_person_may(at)
            }
            "march" | "august" if !r.is_capital(at) => {
                matches!(before, "in" | "since" | "last" | "next" | "until") && before != "to"
                    || mid
            }
            "march" => {
                let walked = matches!(
                    r.lower(at + 1),
                    "on" | "for" | "of" | "against" | "to" | "through" | "in"
                );
                led || joined
                    || mid
                    || (before == "the"
                        && !walked
                        && !before_name
                        && r.is(at + 1, Shape::Word)
                        && !r.is_capital(at + 1))
            }
            "april" | "june" | "august" => !(behind_name || before_name && r.lower(at + 1) == "s"),
            _ => true,
        }
    }

    /// "May said", "May's", "by May and her ministers".
    fn is_person_may(&self, at: usize) -> bool {
        let glued_mark = matches!(self.r.word(at + 1), "'" | "’") && self.r.is_glued(at + 1);
        glued_mark
            || matches!(
                self.r.lower(at + 1),
                "said" | "says" | "has" | "herself" | "told"
            )
    }
}

/// Words that a sentence goes on with behind a day.
fn goes_on_after_day(word: &str) -> bool {
    matches!(
        word,
        "at" | "in"
            | "on"
            | "and"
            | "or"
            | "to"
            | "until"
            | "till"
            | "through"
            | "from"
            | "he"
            | "she"
            | "it"
            | "they"
            | "we"
            | "when"
            | "as"
            | "but"
            | "for"
            | "the"
            | "a"
            | "this"
            | "next"
            | "last"
            | "of"
            | "with"
            | "after"
            | "before"
            | "by"
            | "was"
            | "is"
            | "that"
    )
}
