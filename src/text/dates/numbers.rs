//! Numbers of dates in digits and in words: days, counts, ordinals and years
//! read aloud.

use crate::text::reading::{Reading, Shape};

/// A number with the index of the token behind it.
pub(super) type Numbered<N> = Option<(N, usize)>;

fn small(word: &str) -> Option<u32> {
    const WORDS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    position(&WORDS, word)
}

fn tens(word: &str) -> Option<u32> {
    const WORDS: [&str; 10] = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    position(&WORDS, word).filter(|n| *n > 1).map(|n| n * 10)
}

fn small_ordinal(word: &str) -> Option<u32> {
    const WORDS: [&str; 20] = [
        "",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ];
    position(&WORDS, word).filter(|n| *n > 0)
}

/// The first year of the decade that a word such as "nineties" names, without
/// its century.
pub(super) fn decade_word(word: &str) -> Option<u32> {
    Some(match word {
        "noughties" => 0,
        "tens" => 10,
        "twenties" => 20,
        "thirties" => 30,
        "forties" => 40,
        "fifties" => 50,
        "sixties" => 60,
        "seventies" => 70,
        "eighties" => 80,
        "nineties" => 90,
        _ => return None,
    })
}

fn position(words: &[&str], word: &str) -> Option<u32> {
    let found = words.iter().position(|known| *known == word)?;
    u32::try_from(found).ok()
}

/// The number that a token of digits writes, of at most so many digits.
pub(super) fn digits(r: &Reading<'_>, at: usize, most: usize) -> Option<u32> {
    if !r.is(at, Shape::Digits) {
        return None;
    }
    let word = r.word(at);
    (word.len() <= most).then(|| word.parse().ok()).flatten()
}

/// Whether the digits at an index are part of a longer number: "3,000",
/// "5.2", "15%", "$20".
pub(super) fn in_longer_number(r: &Reading<'_>, at: usize) -> bool {
    starts_inside_number(r, at) || goes_on_as_number(r, at)
}

/// Whether something right before the digits makes them part of a number.
pub(super) fn starts_inside_number(r: &Reading<'_>, at: usize) -> bool {
    if !r.is_glued(at) || at == 0 {
        return false;
    }
    match r.word(at - 1) {
        "." | "," | ":" | "/" | "-" => {
            r.is(at.wrapping_sub(2), Shape::Digits) && r.is_glued(at - 1)
        }
        "$" | "£" | "€" | "¥" | "#" | "@" | "_" | "+" | "=" | "&" => true,
        before => before.starts_with(char::is_alphanumeric),
    }
}

/// Whether something right behind the digits makes them part of a number.
pub(super) fn goes_on_as_number(r: &Reading<'_>, at: usize) -> bool {
    if !r.is_glued(at + 1) {
        return false;
    }
    match r.word(at + 1) {
        "%" | "°" | "_" | "@" => true,
        "," => r.is_glued(at + 2) && r.is(at + 2, Shape::Digits) && r.word(at + 2).len() == 3,
        "." | ":" => r.is_glued(at + 2) && r.is(at + 2, Shape::Digits),
        "-" | "‐" => {
            r.is_glued(at + 2)
                && matches!(
                    r.lower(at + 2),
                    "year"
                        | "day"
                        | "month"
                        | "week"
                        | "hour"
                        | "minute"
                        | "member"
                        | "mile"
                        | "foot"
                        | "inch"
                        | "point"
                )
        }
        after => after.starts_with(char::is_alphabetic),
    }
}

/// A number below a hundred in words: "twenty-one".
pub(super) fn cardinal(r: &Reading<'_>, at: usize) -> Numbered<u32> {
    let word = r.lower(at);
    if let Some(n) = small(word) {
        return Some((n, at + 1));
    }
    let tens = tens(word)?;
    let next = at + 1 + usize::from(r.is_glued(at + 1) && r.word(at + 1) == "-");
    match small(r.lower(next)) {
        Some(ones @ 1..=9) => Some((tens + ones, next + 1)),
        _ => Some((tens, at + 1)),
    }
}

/// An ordinal in digits or in words: "20th", "twenty-first".
pub(super) fn ordinal(r: &Reading<'_>, at: usize) -> Numbered<u32> {
    if let Some(n) = digits(r, at, 2) {
        let suffix = r.is_glued(at + 1) && matches!(r.lower(at + 1), "st" | "nd" | "rd" | "th");
        return suffix.then_some((n, at + 2));
    }
    let word = r.lower(at);
    if let Some(n) = small_ordinal(word) {
        return Some((n, at + 1));
    }
    match word {
        "twentieth" => return Some((20, at + 1)),
        "thirtieth" => return Some((30, at + 1)),
        _ => {}
    }
    let tens = tens(word)?;
    let next = at + 1 + usize::from(r.is_glued(at + 1) && r.word(at + 1) == "-");
    match small_ordinal(r.lower(next)) {
        Some(ones @ 1..=9) => Some((tens + ones, next + 1)),
        _ => None,
    }
}

/// A year as it is read aloud: "nineteen seventy-eight", "two thousand and
/// eighteen".
pub(super) fn year_in_words(r: &Reading<'_>, at: usize) -> Numbered<i32> {
    let (year, end) = spoken(r, at)?;
    Some((i32::try_from(year).ok()?, end))
}

fn spoken(r: &Reading<'_>, at: usize) -> Numbered<u32> {
    let skip_and = |at: usize| at + usize::from(r.lower(at) == "and");
    if let (Some(n @ 1..=2), "thousand") = (small(r.lower(at)), r.lower(at + 1)) {
        let mut year = n * 1000;
        let mut end = at + 2;
        if let (Some(n @ 1..=9), "hundred") = (small(r.lower(end)), r.lower(end + 1)) {
            year += n * 100;
            end += 2;
        }
        if let Some((rest, after)) = cardinal(r, skip_and(end)) {
            return Some((year + rest, after));
        }
        return Some((year, end));
    }
    let (century, next) = cardinal(r, at).filter(|(n, _)| (10..=21).contains(n))?;
    let next = next + usize::from(r.is_glued(next) && r.word(next) == "-");
    if r.lower(next) == "hundred" {
        let rest = cardinal(r, skip_and(next + 1));
        let (rest, end) = rest.unwrap_or((0, next + 1));
        return Some((century * 100 + rest, end));
    }
    if matches!(r.lower(next), "zero" | "oh" | "o") {
        let ones = small(r.lower(next + 1)).filter(|n| (1..=9).contains(n))?;
        return Some((century * 100 + ones, next + 2));
    }
    let (rest, end) = cardinal(r, next).filter(|(n, _)| *n >= 10)?;
    Some((century * 100 + rest, end))
}

/// How many: "3", "three", "a", "a few", "a couple of".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) number: i32,
    pub(super) vague: bool,
}

/// A count of units at an index.
pub(super) fn count(r: &Reading<'_>, at: usize) -> Numbered<Count> {
    let exact = |number: u32, end| {
        let number = i32::try_from(number).ok()?;
        Some((
            Count {
                number,
                vague: false,
            },
            end,
        ))
    };
    let vague = |number, end| {
        Some((
            Count {
                number,
                vague: true,
            },
            end,
        ))
    };
    if let Some(n) = digits(r, at, 3) {
        return if starts_inside_number(r, at) {
            None
        } else {
            exact(n, at + 1)
        };
    }
    let word = r.lower(at);
    let (article, rest) = match word {
        "a" | "an" => (true, at + 1),
        _ => (false, at),
    };
    match r.lower(rest) {
        "few" => vague(3, rest + 1),
        "couple" => vague(2, rest + 1 + usize::from(r.lower(rest + 1) == "of")),
        _ if article => exact(1, at + 1),
        _ => cardinal(r, at).and_then(|(n, end)| exact(n, end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_aloud() {
        for (words, year) in [
            ("nineteen seventy eight", 1978),
            ("nineteen zero one", 1901),
            ("nineteen hundred and five", 1905),
            ("two thousand and eighteen", 2018),
            ("two thousand", 2000),
            ("twenty twenty", 2020),
            ("twenty twenty-one", 2021),
            ("one thousand seven hundred and eighty nine", 1789),
        ] {
            assert_eq!(year_in_words(&Reading::new(words), 0).unwrap().0, year);
        }
        for words in ["twenty one", "nineteen people", "seven thousand", ""] {
            assert!(year_in_words(&Reading::new(words), 0).is_none(), "{words}");
        }
    }

    #[test]
    fn ordinals_and_counts_are_read() {
        let ordinal = |words| ordinal(&Reading::new(words), 0);
        assert_eq!(ordinal("21st"), Some((21, 2)));
        assert_eq!(ordinal("twenty-first of"), Some((21, 3)));
        assert_eq!(ordinal("twenty one"), None);
        let count = |words| count(&Reading::new(words), 0).map(|(count, _)| count.number);
        assert_eq!(count("a couple of days"), Some(2));
        assert_eq!(count("forty-two years"), Some(42));
        assert_eq!(count("several years"), None);
    }
}
