//! Which words a date can begin with. Every word of a text is asked, so the
//! answer must be quick: a few short sorted lists by first letter.

use super::words::unit;

/// The words by their first letter, sorted.
const OPENERS: [&[&str]; 26] = [
    &[
        "a",
        "ad",
        "an",
        "anzac",
        "apr",
        "april",
        "armistice",
        "around",
        "ash",
        "aug",
        "august",
        "autumn",
    ],
    &["bastille", "beginning", "between", "black", "boxing"],
    &[
        "canada",
        "christmas",
        "circa",
        "columbus",
        "coming",
        "couple",
        "current",
        "cyber",
    ],
    &["dec", "december", "during"],
    &[
        "earlier",
        "early",
        "easter",
        "eight",
        "eighteen",
        "eighteenth",
        "eighth",
        "eighties",
        "eighty",
        "eleven",
        "eleventh",
        "end",
    ],
    &[
        "fall",
        "feb",
        "february",
        "few",
        "fifteen",
        "fifteenth",
        "fifth",
        "fifties",
        "fifty",
        "final",
        "financial",
        "first",
        "fiscal",
        "five",
        "forties",
        "forty",
        "four",
        "fourteen",
        "fourteenth",
        "fourth",
        "fri",
        "friday",
        "from",
        "fy",
    ],
    &["good"],
    &["h", "hallowe", "halloween"],
    &["in", "independence"],
    &["jan", "january", "jul", "july", "jun", "june", "juneteenth"],
    &[],
    &["labor", "labour", "last", "late", "later"],
    &[
        "mar", "march", "martin", "maundy", "may", "memorial", "mid", "middle", "mon", "monday",
        "month",
    ],
    &[
        "new",
        "next",
        "nine",
        "nineteen",
        "nineteenth",
        "nineties",
        "ninety",
        "ninth",
        "noughties",
        "nov",
        "november",
    ],
    &["oct", "october", "one"],
    &["palm", "past", "pentecost", "presidents", "previous"],
    &["q"],
    &["remembrance", "rest"],
    &[
        "sat",
        "saturday",
        "second",
        "sep",
        "sept",
        "september",
        "seven",
        "seventeen",
        "seventeenth",
        "seventh",
        "seventies",
        "seventy",
        "shrove",
        "since",
        "six",
        "sixteen",
        "sixteenth",
        "sixth",
        "sixties",
        "sixty",
        "spring",
        "st",
        "start",
        "summer",
        "sun",
        "sunday",
    ],
    &[
        "ten",
        "tenth",
        "thanksgiving",
        "the",
        "third",
        "thirteen",
        "thirteenth",
        "thirties",
        "thirtieth",
        "thirty",
        "this",
        "three",
        "thu",
        "thur",
        "thurs",
        "thursday",
        "till",
        "today",
        "tomorrow",
        "tonight",
        "tue",
        "tues",
        "tuesday",
        "twelfth",
        "twelve",
        "twenties",
        "twentieth",
        "twenty",
        "two",
    ],
    &["until", "upcoming"],
    &["valentine", "veterans"],
    &[
        "w",
        "wed",
        "wednesday",
        "weds",
        "week",
        "whit",
        "winter",
        "within",
    ],
    &[],
    &["year", "yesterday"],
    &[],
];

/// Whether a date can begin with this lower-case word.
pub(super) fn opens(word: &str) -> bool {
    let first = word.bytes().next().unwrap_or_default();
    let words = OPENERS.get(usize::from(first.wrapping_sub(b'a')));
    words.is_some_and(|words| words.binary_search(&word).is_ok())
}

/// Whether a date can go on with this word behind "the", "a" or "in", which
/// are too many to look into each.
pub(super) fn follows(word: &str) -> bool {
    opens(word)
        || unit(word).is_some()
        || matches!(
            word,
            "latter" | "nineteenth" | "sixteenth" | "same" | "roaring"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_opens_a_date() {
        for word in [
            "january", "sept", "monday", "weds", "spring", "today", "twelve", "nineties", "fy",
            "until", "easter",
        ] {
            assert!(opens(word), "{word}");
        }
        assert!(OPENERS.iter().all(|words| words.is_sorted()));
        assert!(!opens("sheep") && !opens("") && !opens("élan"));
    }
}
